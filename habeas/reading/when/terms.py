"""Lengths of punishment in prose: “eleven years”, “a ten-year sentence”, “два года и шесть месяцев”, “15 суток”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from habeas.domain.dates import Term
from habeas.reading.how_many.counts import added_up
from habeas.reading.words.languages import Language
from habeas.reading.words.text import Sentence, Text


@dataclass(frozen=True, slots=True)
class Length:
    """A length at a place of the text."""

    start: int
    end: int
    term: Term


def find_lengths(text: Text, sentence: Sentence, language: Language) -> list[Length]:
    if language.shape(_UNITS).search(text.low, sentence.start, sentence.end) is None:
        return []  # most sentences have no length, and one look is quicker than six
    found = sorted(
        [
            *_lengths(text, sentence, language),
            *_half_more(text, sentence, language),
            *_pairs(text, sentence, language),
            *_a_year_and(text, sentence, language),
            *_one_year(text, sentence, language),
        ],
        key=lambda one: one.start,
    )
    found = [
        one
        for one in found
        if not language.shape(_RANGE).search(text.low, max(sentence.start, one.start - _ONE_RANGE), one.start)
    ]
    joined: list[Length] = []
    for one in found:
        before = joined[-1] if joined else None
        if before and before.term.years and not one.term.years and one.start - before.end <= 6:
            whole = Term(before.term.years, one.term.months or before.term.months, one.term.days)
            joined[-1] = Length(before.start, one.end, whole)
        else:
            joined.append(one)
    return [one for one in joined if not (one.term.years and one.term.days)]  # so many days are counted, and not given


_ONE_RANGE = 40
_RANGE = r"\b{from_a_term}\s(?:[\w.,½]+\s){1,4}{up_to_a_term}\s$"
"""“From three to five years” is what several got, and the term of nobody."""
_UNITS = r"{units_year}|{units_month}|{units_day}|{one_and_half}|{year_long}|{decade}|{years_old}"


def _half_more(text: Text, sentence: Sentence, language: Language) -> Iterator[Length]:
    """“A year and a half”, полтора года."""
    for found in language.shape(_ONE_AND_HALF).finditer(text.low, sentence.start, sentence.end):
        yield Length(found.start(), found.end(), Term(years=1, months=6))


_ONE_AND_HALF = r"(?<!\w){one_and_half}(?:\s+{units_year})?(?!\w)"
_LENGTH = (
    r"(?<![\w.,№-])(?:(?P<n>\d{1,2}(?:[.,]5|\s?½|\s1/2)?|{numbers}(?:[\s-]{numbers})*)"
    r"(?P<half>[\s-]+{with_half}[\s-]+{half})?[\s\u00a0-]+(?:\w+\s+)?"
    r"(?:(?P<year>{units_year})|(?P<month>{units_month})|(?P<day>{units_day}))(?!\w)"
    r"|(?P<decade>{a}\s+{decade})(?!\w)|(?P<glued>{year_long})"
    r"|(?P<adjective>\d{1,2})[-‑]{years_old}\w+\s+(?={term_stems}))"
)


def _lengths(text: Text, sentence: Sentence, language: Language) -> Iterator[Length]:
    for found in language.shape(_LENGTH).finditer(text.low, sentence.start, sentence.end):
        if found["decade"]:
            yield Length(found.start(), found.end(), Term(years=10))
        elif found["adjective"]:
            yield Length(found.start(), found.end(), Term(years=int(found["adjective"])))
        elif found["glued"]:
            number = _glued(found["glued"], language)
            if number:
                end = re.compile(r"\w*").match(text.low, found.end())
                yield Length(found.start(), end.end() if end else found.end(), Term(years=number))
        elif found["n"]:
            yield from _numbered(found, language)


_MONTHS = 12
_A_YEAR = r"(?:(?<=\s)|^){a_year}(?=\s+{joins}\s+\w+\s+{units_month})"


def _a_year_and(text: Text, sentence: Sentence, language: Language) -> Iterator[Length]:
    """“Год и шесть месяцев”: a year that no number stands before."""
    for found in language.shape(_A_YEAR).finditer(text.low, sentence.start, sentence.end):
        before = text.low[sentence.start : found.start()].split()
        if not before or not (before[-1].isdigit() or before[-1] in language.numbers):
            yield Length(found.start(), found.end(), Term(years=1))


def _one_year(text: Text, sentence: Sentence, language: Language) -> Iterator[Length]:
    """“Ей дали год”, “к году колонии”: one year, where a verb gives it."""
    for found in language.pattern("terms.one_year").finditer(text.low, sentence.start, sentence.end):
        start = found.start() + found.group().rindex(" ") + 1
        before = text.low[sentence.start : start].split()
        counted = before[-1].isdigit() or before[-1] in language.numbers or before[-1] in language.listed("half")
        if not counted and not language.shape(_A_YEAR).match(text.low, start) and not before[-1].endswith(("5", "½")):
            yield Length(start, found.end(), Term(years=1))


def _pairs(text: Text, sentence: Sentence, language: Language) -> Iterator[Length]:
    """“Four and three years”: the number before “and” has the years of the one after it."""
    for found in language.shape(_PAIR).finditer(text.low, sentence.start, sentence.end):
        number = int(found["n"]) if found["n"].isdigit() else language.numbers.get(found["n"], 0)
        if 1 <= number <= 40:
            yield Length(found.start(), found.end("n"), Term(years=number))


_PAIR = r"(?<![\w.,№-])(?P<n>(?:\d{1,2}|{numbers}))\s+{joins}\s+(?:\d{1,2}|{numbers})\s+{units_year}(?!\w)"


def _numbered(found: re.Match[str], language: Language) -> Iterator[Length]:
    words = found["n"]
    half = bool(found["half"]) or words.endswith((".5", ",5", "½", "1/2"))
    number = int(re.split(r"[.,\s½]", words)[0]) if words[0].isdigit() else added_up(words, language)
    if not 1 <= number <= 60:
        return
    if found["year"] and number <= 40:
        yield Length(found.start(), found.end(), Term(years=number, months=6 if half else 0))
    elif found["month"]:
        years, months = divmod(number, _MONTHS)
        yield Length(found.start(), found.end(), Term(years=years, months=months))
    elif found["day"]:
        yield Length(found.start(), found.end(), Term(days=number))


def _glued(word: str, language: Language) -> int:
    """Десятилетний, дзесяцігадовы: the number that the word begins with."""
    best = max((form for form in language.numbers if word.startswith(form)), key=len, default="")
    return language.numbers.get(best, 0)
