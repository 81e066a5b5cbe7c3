"""Numbers of people in prose: how many, of whom, and whether freed, held, detained, sentenced or only promised."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from habeas.reading.how_many.count_kinds import Before, tells_by_itself, what_is_counted
from habeas.reading.how_many.counted_people import People, people_counted
from habeas.reading.words.languages import Language
from habeas.reading.words.text import Sentence, Text

_DIGITS = r"\d{1,3}(?:[,.\u00a0\u202f ]\d{3})+(?!\d)|\d{1,6}(?!\d)"
_DOZEN = 12
_OPENS_WITH_WHOLE = r"\W*{out_of} (?:{all_these} )*"
_NO_NUMBER_AFTER = r"(?:[№#$€£§]|{number_of})\s*$"


@dataclass(frozen=True, slots=True)
class Count:
    """A number and its words; `of` is released, held, detained, sentenced or promised; a `part` is part of another."""

    start: int
    end: int
    number: int
    of: str
    sentence: Sentence
    part: bool
    noun: str


def find_counts(text: Text, language: Language) -> list[Count]:
    found: list[Count] = []
    for sentence in text.sentences:
        found += _in_sentence(text, sentence, language, found)
    return found


def _in_sentence(text: Text, sentence: Sentence, language: Language, earlier: list[Count]) -> list[Count]:
    here: list[Count] = []
    numbers = list(numbers_in(text, sentence, language))
    spans = [(start, end) for start, end, _ in numbers]
    for start, end, number in numbers:
        lately = any(sentence.number - one.sentence.number <= _LATELY for one in (*earlier, *here))
        people = people_counted(text, sentence, (start, end), number, language, follows=bool(here), lately=lately)
        if people is None:
            continue
        before = [Before(one.of, one.sentence, one.start, one.end, one.part, one.number) for one in (*earlier, *here)]
        others = [span for span in spans if span != (start, end)]
        of, part = what_is_counted(text, sentence, (start, end), (end, people.end), language, before, others)
        if not of or (people.guessed and not _is_told_near(text, start, people, language)):
            continue
        if _they_tell(text, people.end, language) or (people.noun and _they_say(text, start, language)):
            continue
        made = Count(start, people.end, number, of, sentence, part, people.noun)
        here.append(made)
    return here[1:] if _opens_with_whole(text, sentence, here, language) else here


def _they_say(text: Text, start: int, language: Language) -> bool:
    """“Рассказали трое собеседников”."""
    ahead = text.low[max(0, start - 24) : start].split()
    return language.free_order and bool(ahead) and language.pattern("speech.verb").fullmatch(ahead[-1]) is not None


def _they_tell(text: Text, end: int, language: Language) -> bool:
    """“Two fellow prisoners said”, “three people briefed on the talks”: they tell, and nothing is told of them."""
    if language.pattern("speech.not_speech").match(text.low, end + 1):
        return False  # “114 звільнених передали Україні”
    return any(language.pattern(verb).match(text.low, end + 1) for verb in ("speech.verb", "counted.who_tell"))


_NEAR = 45
_LATELY = 2


def _is_told_near(text: Text, start: int, people: People, language: Language) -> bool:
    """A noun that no table knows is taken for people only where it is told right beside what became of them."""
    around = (max(0, start - _NEAR), people.end + _NEAR)
    headings = ("counted.released", "counted.detained", "counted.sentenced", "counted.held", "release.done")
    return any(language.pattern(heading).search(text.low, *around) for heading in headings)


def _opens_with_whole(text: Text, sentence: Sentence, here: list[Count], language: Language) -> bool:
    """“Of the nine men seven were freed”: the nine are not what is told of; “of the 300 arrested” are."""
    if len(here) < 2 or not language.shape(_OPENS_WITH_WHOLE).fullmatch(text.low, sentence.start, here[0].start):
        return False
    return not tells_by_itself(text, sentence, here[0].start, here[0].end, language)


@cache
def number_words(language: Language) -> re.Pattern[str]:
    words = "|".join(sorted((re.escape(word) for word in language.numbers), key=len, reverse=True))
    one, endings = rf"(?:{words})", language.shape(r"{figure_ends}").pattern
    thousands = "|".join(sorted(language.listed("thousands"))) or "(?!)"
    return re.compile(
        rf"(?<![\w.,-])(?:(?:{_DIGITS})(?:-{endings}(?!\w)|\s(?:{thousands}))?|{one}(?:(?:\s+and\s+|[\s-]+|\s+a\s+){one})*)(?![\w])"
    )


def numbers_in(text: Text, sentence: Sentence, language: Language) -> Iterator[tuple[int, int, int]]:
    for found in number_words(language).finditer(text.low, sentence.start, sentence.end):
        words = found.group()
        number = int(re.sub(r"\D", "", words)) if words[0].isdigit() else added_up(words, language)
        number *= 1000 if words[0].isdigit() and words[-1].isalpha() and "-" not in words else 1
        if 1 <= number <= 100_000 and not _is_no_number(text, found, language):
            yield found.start(), found.end(), number


def added_up(words: str, language: Language) -> int:
    if words in language.numbers:
        return language.numbers[words]
    total = part = 0
    for word in re.split(r"[\s-]+", words):
        value = language.numbers.get(word, 0)
        if value == 1000:
            total, part = total + (part or 1) * 1000, 0
        elif (value == 100 and 0 < part < 10) or (value == _DOZEN and 0 < part < _DOZEN):
            part *= value
        else:
            part += value
    return total + part


def _is_no_number(text: Text, found: re.Match[str], language: Language) -> bool:
    """Parts of dates, articles of law, numbers of colonies, sums of money, hours, ages, and numbers put right."""
    if language.pattern("counted.uncounted").fullmatch(found.group()):
        return True  # “both of whom”
    before = text.low[max(0, found.start() - 14) : found.start()]
    after = text.low[found.end() : found.end() + 3]
    unlike = language.pattern("counted.no_number").finditer(before)
    if language.shape(_NO_NUMBER_AFTER).search(before) or any(not before[one.end() :].strip() for one in unlike):
        return True
    if _is_age(text, found, language) or _is_put_right(text, found, language):
        return True
    if _is_day_of_month(text, found, language):
        return True
    if re.match(r"[%:/.-]\d|%|\s?%", after) or re.search(r"\d[.:/-]$", before):
        return True
    return bool(re.fullmatch(r"(?:19|20)\d\d", found.group())) and not language.pattern("counted.people").match(
        text.low, found.end() + 1
    )


_A_NAME_AND_COMMA = re.compile(r"[^\W\d_a-zа-яёіў][\w'’-]+,\s$")
_NOT = r"\b{not}\s(?:\w+\s)?$"
_BUT = r"[^.!?]{0,90}?(?:,|—|–)\s{but}\s"
_BUT_NOT = r"[,—–]\s{but}\s{not}\s$"


def _is_age(text: Text, found: re.Match[str], language: Language) -> bool:
    """“Alaksandr Rahoza, 63, a former minister”; “he turns 40 in prison”."""
    before = text.printed[max(0, found.start() - 30) : found.start()]
    if language.pattern("counted.aged").search(text.low[max(0, found.start() - 16) : found.start()]):
        return True
    return text.low[found.end() : found.end() + 1] in (",", ")") and _A_NAME_AND_COMMA.search(before) is not None


def _is_day_of_month(text: Text, found: re.Match[str], language: Language) -> bool:
    """“On 21 June”, “served until June 29”; “21 may be freed” are people."""
    if not found.group().isdigit() or int(found.group()) > _DAYS:
        return False
    large = language.free_order or text.printed[found.end() + 1 : found.end() + 2].isupper()
    if large and any(month.match(text.low, found.end() + 1) for month, _ in language.months):
        return True
    ahead = re.search(r"(\w+)\.?\s$", text.printed[max(0, found.start() - _DAYS) : found.start()])
    if ahead is None or language.free_order or not ahead[1][0].isupper():
        return False
    named = any(month.fullmatch(ahead[1].lower()) for month, _ in language.months)
    return named and not language.pattern("counted.people").match(text.low, found.end() + 1)


_DAYS = 31


def _is_put_right(text: Text, found: re.Match[str], language: Language) -> bool:
    """“Не одиннадцать, как говорилось, а семеро”: the first number is taken back."""
    before = text.low[max(0, found.start() - 20) : found.start()]
    if language.shape(_BUT_NOT).search(before):
        return True  # “52, а не 50”
    return (
        language.shape(_NOT).search(before) is not None
        and language.shape(_BUT).match(text.low, found.end()) is not None
    )
