"""What stands behind a name or in the cells beside it, as claims where clear: born, age, articles, citizenship."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.domain.claims import Born, Charged, HasNationality
from habeas.domain.dates import PartialDate
from habeas.intake.files.places_told import citizenship_in
from habeas.intake.files.rows import Beside
from habeas.vocabulary.load import load

_AGE = re.compile(
    r"(?<![\d.,-])(\d{2})\s*(?:-?\s*(?:years?[ -]old|y\.?o\.?|л\.|лет(?:ний|няя)?|год(?:а|оў|ы)?|гадоў|гады"
    r"|рок(?:ів|и)|р\.(?!\s*н)|lat(?:a)?|metų|метаў|m\.(?=\W*$)))(?![\w])|\b(?:aged?|возраст|узрост|вік|wiek)\s*:?\s*(\d{2})\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"\b(?:prison|sentence|jail|колони|лишени|заключен|пазбаўлен|калон|зняволен|срок|тэрмін|строк|режим|приговор|прысуд"
    r"|wyrok|więzien|years in|за решёткой|химии|хіміі)\w*",
    re.IGNORECASE,
)
_BORN_MARK = re.compile(
    r"\b(born|b\.|р\.|род\.|рожд|г\.\s?р\.|г/р|гр\b|нар\.|народж|ур\.|ur\.|urodz|gim\.|gimę|g\.(?=\s?\d{4})"
    r"|год рожд|року народж)",
    re.IGNORECASE,
)
_ONLY_A_DAY = re.compile(r"[\s,;()\[\]–—-]*[\d./]*\d{4}\W*")
# The year that the mark of a birth hangs on, where a row has other years too.
_MARKED = re.compile(
    r"\b(?:born|b\.|dob|род(?:ил[аи]?с[ья]|\.)|р\.|нар(?:адз\w+|од\w+|\.)|ур\.|ur\.|urodzon[aey]|gim\.|gimęs|gimusi|g\.(?=\s?\d{4})|d\.?o\.?b\.?)\W{0,3}(?:[^\W\d_]{1,3}\s)?"
    r"(?:\d{1,2}[\s./-])?(?:(?:\d{1,2}|[^\W\d_]{3,12})[\s./-])?(19[2-9]\d|200\d|201[0-5])(?!\d)"
    r"|(?<!\d)(19[2-9]\d|200\d|201[0-5])\s*(?:г\.?\s?р|г/р|р\.?\s?н|р\.?\s?нар|год\w*\s+(?:рожд|нарадж)"
    r"|рок\w*\s+народж|г\.\s+рожд)",
    re.IGNORECASE,
)
_FIRST = re.compile(r"\W*(?:\d{1,2}[./-]\d{1,2}[./-])?(19[2-9]\d|200\d)(?=\s*(?:$|[,;)]|г\b|года?\b))")
_WORDS_ASIDE = re.compile(r"[(\[][^()\[\]\d]*[)\]]")
_YOUNGEST = 16
_YEAR = re.compile(r"(?<!\d)(?:\d{1,2}[./]\d{1,2}[./])?(19[2-9]\d|200\d|201[0-5])(?!\d)")
_ARTICLE = re.compile(
    r"\b(?:art(?:icles?|\.)|ст(?:\.|ать[яеи]\w*|атт\w+)|арт(?:\.|ыкул\w*)|straipsn\w*)\s*"
    r"((?:\d{2,3}(?:[-–.]\d{1,2})?(?:\s*,\s*)?)+)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{2,3}(?:[-–.]\d{1,2})?")


def birth_in(details: str, day: PartialDate | None = None) -> PartialDate | None:
    """A year of birth, if the details say that it is one, hold nothing else that could be meant, or begin with a day
    on which somebody freed on `day` can only have been born."""
    first = _FIRST.match(_WORDS_ASIDE.sub("", details))
    if first and day and int(first[1]) <= day.first.year - _YOUNGEST:
        return PartialDate.parse(first[1])
    marked = _MARKED.search(details)
    found = [marked[1] or marked[2]] if marked else _YEAR.findall(details)
    if len(found) != 1 or not (marked or _BORN_MARK.search(details) or _ONLY_A_DAY.fullmatch(details)):
        return None
    return PartialDate.parse(found[0])


def age_in(details: str, day: PartialDate | None, *, told: bool = False) -> Beside | None:
    """The two years in which somebody of that age on the day of the release can be born; a term is no age."""
    printed = _age_printed(details, told)
    if day is None or not printed:
        return None
    age = int(re.search(r"\d{2}", printed).group())  # type: ignore[union-attr]
    if not 14 <= age <= 99 or day.first.year != day.last.year:
        return None
    return Beside(Born(PartialDate.parse(f"{day.first.year - age - 1}/{day.first.year - age}")), printed.strip())


def _age_printed(details: str, told: bool) -> str:
    """A number alone right behind a name is an age; elsewhere it has to say so, in words that speak of no sentence."""
    pieces = [piece.strip() for piece in re.split(r"[;,()]", details) if piece.strip()]
    if pieces and re.fullmatch(r"\d{2}", pieces[0]):
        return pieces[0]
    if told and (bare := re.search(r"(?<!\d)\d{2}(?!\d)", details)):
        return bare.group()
    for piece in pieces:
        found = _AGE.search(piece)
        if found and (told or not _SENTENCE.search(piece)):
            return found.group()
    return ""


def told_in(details: str, country: str = "") -> Iterator[Beside]:
    """Articles that the vocabulary knows under one code of law, and a citizenship that is called one."""
    if (found := _ARTICLE.search(details)) and (articles := articles_in(found[1], country)):
        yield Beside(Charged(articles), found.group().strip(" ,"))
    for piece in re.split(r"[;,()]", details):
        if nation := citizenship_in(piece):
            yield Beside(HasNationality(nation), piece.strip())
            return


def articles_in(printed: str, country: str = "") -> tuple[str, ...]:
    """Keys of all the articles named, or nothing: a part of a charge would be another charge."""
    numbers = [one.replace("–", "-") for one in _NUMBER.findall(printed)]
    keys = [_article(number, country) for number in numbers]
    return tuple(dict.fromkeys(keys)) if keys and all(keys) else ()


def _article(number: str, country: str) -> str:
    spelled = {number, number.replace(".", "-")}
    found = {
        key
        for key, article in load().articles.items()
        if article.number in spelled and not article.part and (not country or article.country == country)
    }
    return found.pop() if len(found) == 1 else ""
