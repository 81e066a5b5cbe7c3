"""What stands behind a name or in the cells beside it, as claims where clear: born, age, articles, citizenship."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.domain.claims import Born, Charged, HasNationality
from habeas.domain.dates import PartialDate
from habeas.intake.places_told import citizenship_in
from habeas.intake.rows import Beside
from habeas.vocabulary.load import load

_AGE = re.compile(
    r"(?<![\d.,-])(\d{2})\s*(?:-?\s*(?:years? old|y\.?o\.?|лет(?:ний|няя)?|год(?:а|оў|ы)?|гадоў|гады"
    r"|рок(?:ів|и)|р\.(?!\s*н)|lat(?:a)?|metų|метаў))(?![\w])|\b(?:aged?|возраст|узрост|вік|wiek)\s*:?\s*(\d{2})\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"\b(?:prison|sentence|jail|колони|лишени|заключен|пазбаўлен|калон|зняволен|срок|тэрмін|строк|режим|приговор|прысуд"
    r"|wyrok|więzien|years in|за решёткой|химии|хіміі)\w*",
    re.IGNORECASE,
)
_BORN_MARK = re.compile(
    r"\b(born|b\.|р\.|род\.|рожд|г\.\s?р\.|г/р|гр\b|нар\.|народж|ур\.|год рожд|року народж)", re.IGNORECASE
)
_ONLY_A_DAY = re.compile(r"[\s,;()\[\]–—-]*[\d./]*\d{4}\W*")
_YEAR = re.compile(r"(?<!\d)(?:\d{1,2}[./]\d{1,2}[./])?(19[2-9]\d|200\d|201[0-5])(?!\d)")
_ARTICLE = re.compile(
    r"\b(?:art(?:icles?|\.)|ст(?:\.|ать[яеи]\w*|атт\w+)|арт(?:\.|ыкул\w*)|straipsn\w*)\s*"
    r"((?:\d{2,3}(?:[-–.]\d{1,2})?(?:\s*,\s*)?)+)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{2,3}(?:[-–.]\d{1,2})?")


def birth_in(details: str) -> PartialDate | None:
    """A year of birth, if the details say that it is one or hold nothing else that could be meant."""
    found = _YEAR.findall(details)
    if len(found) != 1 or not (_BORN_MARK.search(details) or _ONLY_A_DAY.fullmatch(details)):
        return None
    return PartialDate.parse(found[0])


def age_in(details: str, day: PartialDate | None, *, told: bool = False) -> Beside | None:
    """The two years in which somebody of that age on the day of the release can be born; a term is no age."""
    found = _AGE.search(details)
    printed = details.strip() if told and re.fullmatch(r"\s*\d{2}\s*", details) else found.group() if found else ""
    if day is None or not printed or (not told and _SENTENCE.search(details)):
        return None
    age = int(re.search(r"\d{2}", printed).group())  # type: ignore[union-attr]
    if not 14 <= age <= 99 or day.first.year != day.last.year:
        return None
    return Beside(Born(PartialDate.parse(f"{day.first.year - age - 1}/{day.first.year - age}")), printed.strip())


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
