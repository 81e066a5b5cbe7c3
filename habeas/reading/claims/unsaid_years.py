"""Terms whose years go unsaid: “the court gave her seven”, “three years of nine”, “ей — восемь”."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from habeas.domain.dates import Term
from habeas.reading.claims.leftover_terms import fits_pronouns
from habeas.reading.claims.proposals import Proposal
from habeas.reading.claims.report import Report
from habeas.reading.what_happened.happenings import Happening
from habeas.reading.when.terms import Length
from habeas.reading.words.hedges import Told
from habeas.reading.words.languages import Language
from habeas.reading.words.text import Sentence

_FEWEST, _MOST = 2, 25
_AROUND = 220

Made = Callable[[Report, Happening, int, Length], Proposal]


def without_years(report: Report, used: set[tuple[int, int]], made: Made) -> Iterator[Proposal]:
    """What `made` makes of each such number, for the person named last before it; what was used is left out."""
    for sentence in report.cast.text.sentences:
        for found in report.cast.language.shape(_UNSAID).finditer(report.cast.text.low, sentence.start, sentence.end):
            number = _number(found["n"], report.cast.language)
            place, person = found.span("n"), _whose(report, sentence, found.start("n"))
            if place in used or person is None or not _FEWEST <= number <= _MOST or not _fits(report, sentence, found):
                continue
            used.add(place)
            term = Term(years=number, months=6 if found["half"].strip() else 0)
            one = Happening("sentenced", *place, (person,), Told.OUTRIGHT, sentence, "undergone")
            yield made(report, one, person, Length(*place, term))


_UNSAID = (
    r"(?:{unsaid.gave}\s+(?:{unsaid.to_whom}\s+)?|{unsaid.to_whom}\s*[—–-]\s*"
    r"|{unsaid.served}\s+(?:\w+\s+){1,4}?{unsaid.out_of}\s+)"
    r"(?P<n>\d{1,2}|{numbers})(?P<half>(?:\s+{with_half}\s+{half})?)(?=\s*(?:[.,;:!?)—–]|$|\n))"
)


def _number(words: str, language: Language) -> int:
    return int(words) if words.isdigit() else language.numbers.get(words, 0)


def _whose(report: Report, sentence: Sentence, place: int) -> int | None:
    before = [one for one in report.cast.named_in(sentence) if one.start < place and not one.possessive]
    person = before[-1].person if before else report.cast.topic(sentence)
    if person is not None and not before and not fits_pronouns(report, sentence, person, sentence.end):
        return None
    return None if person is None or report.officer(person) else person


def _fits(report: Report, sentence: Sentence, found: re.Match[str]) -> bool:
    """A court or a term stands near, no days are told of, and no prosecutor asks."""
    low = report.cast.text.low
    around = low[max(0, found.start() - _AROUND) : found.end() + _AROUND // 2]
    if report.cast.language.listed("units_day") & {word.low for word in sentence.words}:
        return False
    asked = report.cast.language.pattern("sentenced.asked").search(low, sentence.start, found.start())
    return asked is None and report.cast.language.pattern("unsaid.court").search(around) is not None
