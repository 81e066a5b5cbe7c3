"""Whether a length is a term that a court gave, where no verb of sentencing is tied to it: by what stands around it.

In “ten years in jail for X” or “the term of six years was upheld” words right beside the length tell; in “Четыре года.”
after a trial and in “десять лет строгого режима” the sentence, or those before it, speak of courts and prisons. Tables
of languages name words for the one, the other or both.
"""

from __future__ import annotations

import re

from habeas.reading.claims.lived_through import is_age, only_lived_through, sat_so_long
from habeas.reading.claims.report import Report
from habeas.reading.when.terms import Length
from habeas.reading.words.text import Sentence

_GIVEN_WITHIN, _NOUN_WITHIN, _AFTER = 90, 70, 60
_MARKS = " \n\u00a0'’”»,"
_LONGEST = 25
_SHORT = 9
_ONE_BEFORE = 40
_LATELY = 2


def is_term(report: Report, sentence: Sentence, length: Length) -> bool:
    if _goes_on_as_time(report, sentence, length):
        return False
    return _by_words_beside(report, sentence, length) or _by_a_court_near(report, sentence, length)


def _goes_on_as_time(report: Report, sentence: Sentence, length: Length) -> bool:
    behind = report.cast.text.low[length.end : sentence.end].lstrip(_MARKS)
    return report.cast.language.pattern("terms.no_term").match(behind) is not None


def _by_words_beside(report: Report, sentence: Sentence, length: Length) -> bool:
    """“X was handed ten years”, “six years in a colony”, “the sentence: nine years”."""
    low, language = report.cast.text.low, report.cast.language
    ahead = low[max(sentence.start, length.start - _GIVEN_WITHIN) : length.start]
    if only_lived_through(report, length) or language.pattern("terms.unless").search(ahead):
        return False
    behind = low[length.end : min(sentence.end, length.end + _AFTER)].lstrip(_MARKS)
    if language.pattern("terms.served_in").match(behind) or language.pattern("terms.noun").match(behind):
        return True
    given = list(language.pattern("terms.given").finditer(ahead))
    if given and not re.search(r"[.;]", ahead[given[-1].end() :]):
        return True
    nouns = list(language.pattern("terms.noun").finditer(ahead[-_NOUN_WITHIN:]))
    between = ahead[-_NOUN_WITHIN:][nouns[-1].end() :].strip() if nouns else ""
    return bool(nouns) and language.pattern("terms.is").fullmatch(between) is not None


def _by_a_court_near(report: Report, sentence: Sentence, length: Length) -> bool:
    """A length beside words of courts and prisons, or short and after them; not of a wait, an age or a demand."""
    language, term = report.cast.language, length.term
    if term.years > _LONGEST or (term.days and not term.years and not _of_days(report, length)):
        return False
    if _right_after(report, "terms.spent", sentence, length) or sat_so_long(report, sentence, length):
        return False
    if _only_asked(report, sentence, length) or is_age(report, sentence, length):
        return False
    low, court = report.cast.text.low, language.pattern("terms.court")
    if court.search(low, sentence.start, length.start) or court.search(low, length.end, sentence.end):
        return True
    if len(sentence.words) > _SHORT and length.start - sentence.start > 2:
        return False
    first = report.cast.text.sentences[max(0, sentence.number - _LATELY)].start
    return court.search(low, first, sentence.start) is not None


def _of_days(report: Report, length: Length) -> bool:
    low = report.cast.text.low[length.start : length.end]
    return report.cast.language.pattern("terms.of_days").search(low) is not None


def _right_after(report: Report, heading: str, sentence: Sentence, length: Length) -> bool:
    low, first = report.cast.text.low, max(sentence.start, length.start - _ONE_BEFORE)
    found = report.cast.language.pattern(heading).finditer(low, first, length.start)
    return any(not low[one.end() : length.start].strip() for one in found)


def _only_asked(report: Report, sentence: Sentence, length: Length) -> bool:
    low, language = report.cast.text.low, report.cast.language
    if _right_after(report, "terms.up_to", sentence, length):
        return language.pattern("terms.changed").search(low, sentence.start, length.start) is None
    words = sentence.words_of(sentence.clause_at(length.start))
    asked = language.pattern("terms.asked").search(low, words[0].start, max(words[-1].end, length.end))
    return asked is not None
