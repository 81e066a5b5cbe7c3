"""Terms told of a number of people, whose names stand in another sentence: “four were sentenced to five years”."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from habeas.reading.claims.report import Report
from habeas.reading.what_happened.happenings import Happening
from habeas.reading.when.terms import Length, find_lengths
from habeas.reading.words.hedges import Told
from habeas.reading.words.text import Sentence

_LOOKS_BACK = 5
_TOLD = (Told.OUTRIGHT, Told.REPORTED)


def terms_of_all(report: Report, used: set[tuple[int, int]]) -> Iterator[tuple[Happening, Length]]:
    """Each sentencing without a term, of as many people as an earlier one that has a term and no names."""
    for one in report.happenings["sentenced"]:
        if len(one.people) < 2 or one.told not in _TOLD or _lengths(report, one.sentence):
            continue
        if any(report.officer(person) for person in one.people):
            continue
        length = _told_of(report, one, len(one.people))
        if length is not None and (length.start, length.end) not in used:
            yield one, length


def _told_of(report: Report, one: Happening, number: int) -> Length | None:
    for sentence in reversed(
        report.cast.text.sentences[max(0, one.sentence.number - _LOOKS_BACK) : one.sentence.number]
    ):
        here = [each for each in report.happenings["sentenced"] if each.sentence is sentence and each.told in _TOLD]
        lengths = _lengths(report, sentence)
        nameless = bool(here) and not any(each.people for each in here)
        if nameless and len(lengths) == 1 and _counts(report, sentence, lengths[0]) == number:
            return lengths[0]
    return None


def _lengths(report: Report, sentence: Sentence) -> list[Length]:
    return find_lengths(report.cast.text, sentence, report.cast.language)


def _counts(report: Report, sentence: Sentence, length: Length) -> int:
    """The number of people before the term: “приговорил четырёх журналистов к 5 годам”."""
    language = report.cast.language
    words = [word for word in sentence.words if word.end <= length.start]
    for word, following in pairwise(words):
        number = int(word.low) if word.low.isdigit() and len(word.low) < 4 else language.numbers.get(word.low, 0)
        if number > 1 and language.pattern("counted.people").fullmatch(following.low):
            return number
    return 0
