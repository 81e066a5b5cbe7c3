"""Which rows of a list name nobody: headings, totals, "and 12 others", formulas, sentences."""

from __future__ import annotations

import re

from habeas.intake.files.given_names import has_given_name

LONGEST_NAME = 120
PARTICLES = frozenset(
    [
        "von",
        "van",
        "der",
        "den",
        "de",
        "da",
        "del",
        "al",
        "bin",
        "ibn",
        "oglu",
        "oğlu",
        "ogly",
        "kyzy",
        "qizi",
        "оглы",
        "оглу",
        "кызы",
        "гызы",
        "qızı",
        "gizi",
        "kizi",
        "ugli",
        "o'g'li",
        "бинт",
        "bint",
        "la",
        "las",
        "los",
        "dos",
        "das",
        "di",
        "du",
        "el",
        "ул",
        "y",
        "кизи",
        "ибн",
        "бен",
        "фон",
        "ван",
        "де",
        "дер",
    ]
)
"""Words of a name that begin small."""
MOST_WORDS = 9

# So many people, as a headline says it: “13 ЧЕЛОВЕК НА СВОБОДЕ”.
_NUMBER_OF_PEOPLE = re.compile(
    r"^\W*\d+\s+(?:чел(?:овек\w*)?|чал(?:авек\w*)?|осіб|особ\w*|people|persons?|prisoners|women|men|женщин\w*|мужчин\w*"
    r"|жанчын\w*|мужчын\w*|osób|osob\w*|asmen\w*|граждан\w*|политзаключ\w*|палітвяз\w*)\b",
    re.IGNORECASE,
)
# “Prepared by: Jan Kowalski” names who made the list.
_MADE_BY = re.compile(
    r"^\W*[^\W\d_]+(?:\s+[^\W\d_A-ZА-ЯЁІЎ][\w.]*)+\s*:\s*\S"
    r"|^\W*(?i:исполнитель|выканаўца|виконавець|координатор|контакт\w*|contact|author|source|prepared|compiled)\b[^:]*:"
)
_FORMULA = re.compile(r"^[=@]|^[+\-]\s*[\d(=]|^[A-Z]+\(.*\)$|^#(REF|NAME|VALUE|N/A|DIV)", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(others?|more people|further|another \d|unnamed|nameless|и ещ[её]|ещ[её] \d|і яшчэ|яшчэ \d|інш[ыі]|та інші"
    r"|другие|других"
    r"|inni|innych)\b|\b(others?|чел(овек)?|чал(авек)?|осіб|people|persons)\b.*\d|\d+\s*"
    r"(чел|чал|осіб|особ|people|persons|women|men|женщин|мужчин|жанчын|мужчын|osób|asmen)",
    re.IGNORECASE,
)
_SORT = (
    r"(?:women|men|children|minors|женщин|мужчин|детей|несовершеннолетних|жанчын|мужчын|дзяцей|непаўналетніх|жінок|чоловіків"
    r"|дітей|неповнолітніх|kobiet|mężczyzn|dzieci|moterų|vyrų|vaikų)"
)
# “Women: 2”, “из них женщин 2”: how many of a sort.
_OF_A_SORT = re.compile(
    r"^\W*(?:(?:of (?:them|whom|these)|из них|из которых|в том числе|з іх|з якіх|у тым ліку|з них|у тому числі|w tym"
    rf"|iš jų)[\s,:]*)?{_SORT}\W*\d+(?:\s*\w{{2,8}}\.?)?\W*$",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"^\W*(total|sum|всего|итого|усяго|разам|усього|разом|razem|łącznie|iš viso|count|кол-во|количество)\b",
    re.IGNORECASE,
)
# Numbers in words, before people who stay without a name.
_COUNTED = re.compile(
    r"^\W*(two|three|four|five|six|seven|eight|nine|ten|several|some|двое|два|две|трое|три|четверо|четыре|пятеро|шестеро"
    r"|семеро|несколько|двое|дзве|тры|трое|чацвёра|пяцёра|некалькі|двоє|троє|четверо|п.ятеро|кілька|dwóch|dwoje|trzech"
    r"|troje|kilku|kilka)\s+[^\W\d_]+",
    re.IGNORECASE,
)
_ABOUT_LISTS = re.compile(
    r"\b(prisoners?|released|freed|detainees|hostages|lists?|names|освобожд\w+|освобод\w+|политзаключ\w+|политузник\w*"
    r"|список|списк\w+|спіс\w*|вызвал\w+|вызвален\w+|палітвяз\w+|палітзняв\w+|перелік\w*|звільнен\w+|звільнил\w+"
    r"|політв.язн\w+|uwolnion\w+|zwolnion\w+|więźni\w+|paleist\w+|сведения|звесткі|відомості|состоянию"
    r"|министерств\w*|міністерств\w*|міністэрств\w*|ministry|ministerstwo|ministerija|посольств\w*|пасольств\w*"
    r"|embassy|ambasada|headquarters|committee|cent(?:er|re)|office|department|foundation|agency|штаб|комитет|камітэт|комітет"
    r"|центр|цэнтр|управление|упраўленне|управління|департамент|дэпартамент|фонд|агентство|агенцтва|служба|проект|праект"
    r"|координационн\w+|координаційн\w+|приложение|дадатак|додаток|annex|załącznik)\b",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"^\W*(list|lists|names?|full names?|surname|released|freed|updated?|source|page|note|remark|list of .*"
    r"|список|списки|имя|имена|ф\.?\s?и\.?\s?о\.?|фамилия.*|освобожд[её]нные.*|обновлено.*|источник.*|страница.*"
    r"|спіс|імёны|імя|прозвішча.*|вызваленыя.*|абноўлена.*|крыніца.*|список звільнених.*|звільнені.*|джерело.*"
    r"|lista|nazwisko|zwolnieni|uwolnieni)\W*$|^\W*(list of|список\s|спіс\s|source:|источник:|крыніца:|updated)",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r"^\W*(?:(?:page|страница|стр\.|старонка|сторінка|strona|puslapis)\W*)?\d{1,4}(?:\s*(?:of|from|из|з|із|iš|/)\s*\d{1,4})?\W*$",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"^\W*(n/?a|none|null|nan|unknown|name unknown|name withheld|(the )?names? (was |were )?not .*|not named|anonymous"
    r"|неизвестн\w+|имя неизвестно|имя не названо|без имени"
    r"|невядом\w+|імя невядома|невідом\w+|nieznan\w+)(\s+(person|woman|man|женщина|мужчина|жанчына|мужчына))?\W*$",
    re.IGNORECASE,
)


def is_page_number(printed: str) -> bool:
    return bool(_PAGE.match(printed))


def counts_people(printed: str) -> bool:
    return bool(_NUMBER_OF_PEOPLE.match(printed))


def why_nobody(printed: str, name: str) -> str:
    """Why the row names nobody, or nothing. `name` is what of the printed row would be the name."""
    if not printed:
        return "the row is empty"
    if is_page_number(printed):
        return "the number of a page"
    if _FORMULA.search(name):
        return "a formula or a reference, not a name"
    if _NOBODY.match(name):
        return "says that the name is not known"
    if _TOTAL.match(printed) or _OF_A_SORT.match(printed) or _OTHERS.search(name):
        return "a total or a number of people without names"
    if _HEADING.match(printed) or printed.endswith(":") or _MADE_BY.match(printed):
        return "a heading or a remark"
    if not any(letter.isalpha() for letter in name):
        return "no letters"
    return _shape(name) or _why_words(name)


def _shape(name: str) -> str:
    if len(name) > LONGEST_NAME:
        return f"longer than any name ({len(name)} characters)"
    if re.search(r"https?://|www\.|@|\b\w+\.(?:com|org|net|me|by|ru|ua|lt|pl|media|news|info)(?:/|$)", name):
        return "an address"
    if len(name.split()) > MOST_WORDS or (len(name.split()) > 5 and name.endswith((".", "!", "?"))):
        return "a sentence, not a name"
    if len(name.split()) > 3 and sum(word[0].isupper() for word in name.split()) < 2:
        return "a sentence, not a name"
    if re.search(r"\d{3,}", name):
        return "a number, not a name"
    return ""


def _why_words(name: str) -> str:
    """Names begin large; and what speaks of lists and of those who make them is none."""
    small = [word for word in name.split() if word[0].islower() and word.casefold() not in PARTICLES]
    if small and _COUNTED.match(name):
        return "a total or a number of people without names"
    if has_given_name(name):
        return ""
    if _ABOUT_LISTS.search(name):
        return "a heading or a remark"
    return "words, not a name" if small else ""
