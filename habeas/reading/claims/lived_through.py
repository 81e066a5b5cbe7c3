"""Lengths that no court gave: ages, what has passed since, and time that somebody waited, sat or served."""

from __future__ import annotations

import re

from habeas.reading.claims.report import Report
from habeas.reading.when.terms import Length
from habeas.reading.words.text import Sentence

_SPENT = r"\b{lived_through}\s+$"
_SERVED = r"\b{served_so_long}\s+(?:{about}\s+)*$"
_A_TERM = r"[\s-]*(?:\w+\s+){0,2}{term_itself}"
_SERVED_OF = r"\s+{out_of_it} "
_AGE = r"\s*-?{age_or_ago}"
_PARTS = re.compile(r"[,;:()—–«»]")
_AFTER_A_NAME = re.compile(r"\s*[,(]\s*$")
_BEFORE = 30
_FEW_WORDS = 5
_AN_AGE = 16


def only_lived_through(report: Report, length: Length) -> bool:
    """An age, or time spent."""
    age = report.cast.language.shape(_AGE).match(report.cast.text.low, length.end)
    return age is not None or _time_spent(report, length)


def _time_spent(report: Report, each: Length) -> bool:
    """“After four years behind bars”, “four years of a term of seven” tell how long, and not what a court gave."""
    low, shape = report.cast.text.low, report.cast.language.shape
    before = low[max(0, each.start - _BEFORE) : each.start]
    if shape(_SERVED).search(before) and not shape(_A_TERM).match(low, each.end):
        return True
    return bool(shape(_SPENT).search(before) or shape(_SERVED_OF).match(low, each.end))


def sat_so_long(report: Report, sentence: Sentence, length: Length) -> bool:
    """“Провела в колонии четыре года”: a verb of sitting a few words before or after, with no comma between."""
    if _left_or_cut(report, sentence, length):
        return True
    low, sat = report.cast.text.low, report.cast.language.pattern("terms.sat")
    ahead = _PARTS.split(low[sentence.start : length.start])[-1]
    after = _PARTS.split(low[length.end : sentence.end])[0]
    found = [*sat.finditer(ahead)][-1:]
    if found and len(ahead[found[0].end() :].split()) <= _FEW_WORDS:
        return True
    following = sat.search(after)
    return following is not None and len(after[: following.start()].split()) <= 1


def _left_or_cut(report: Report, sentence: Sentence, length: Length) -> bool:
    """“Оставалось сидеть: 9 лет, 5 лет”, “срок снижен на три месяца”, “в СИЗО на два месяца”: no whole term."""
    low, language = report.cast.text.low, report.cast.language
    if language.pattern("terms.left").search(low, sentence.start, length.start):
        return True
    headings = ["terms.changed_by"] if length.term.years or length.term.days else ["terms.changed_by", "terms.remand"]
    first = max(sentence.start, length.start - _CUT_BY)
    cut = [one for heading in headings for one in language.pattern(heading).finditer(low, first, length.start)]
    return any(not low[one.end() : length.start].strip() for one in cut)


_CUT_BY = 60


def is_age(report: Report, sentence: Sentence, length: Length) -> bool:
    """“X, 52 лет, …”: a number fit for an age, right after a name and a comma."""
    if length.term.months or length.term.years < _AN_AGE:
        return False
    before = [one for one in report.cast.by_name(sentence) if one.end <= length.start]
    return bool(before) and _AFTER_A_NAME.fullmatch(report.cast.text.low, before[-1].end, length.start) is not None
