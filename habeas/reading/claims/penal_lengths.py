"""Terms that no verb of sentencing was tied to: a length is read as a penalty by what stands around it.

“Ten years in jail for X”, “X's sentence, six years in a colony, was upheld”, “a court hands X 2 years 6 months”. The
length is found first and then asked whose it is, so that any manner of telling will do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from habeas.reading.claims.proposals import Proposal
from habeas.reading.claims.report import Report
from habeas.reading.what_happened.bystanders import did_it
from habeas.reading.what_happened.happenings import Happening
from habeas.reading.what_happened.together import together
from habeas.reading.when.terms import Length, find_lengths
from habeas.reading.who.cast import Named
from habeas.reading.words.hedges import Told
from habeas.reading.words.text import Sentence

Made = Callable[[Report, Happening, int, Length], Proposal]
Span = tuple[int, int]

_GIVEN_WITHIN, _NOUN_WITHIN, _HEDGED_WITHIN = 90, 70, 90
_AFTER, _OWNER_AFTER, _OPENING = 60, 75, 110
_MARKS = " \n\u00a0'’”»,"


def penal_lengths(
    report: Report, used: set[Span], made: Made, *, spent: Callable[[Report, Length], bool]
) -> Iterator[Proposal]:
    """What `made` makes of each such length; `spent` tells those that were only lived through."""
    for sentence in report.cast.text.sentences:
        lengths = find_lengths(report.cast.text, sentence, report.cast.language)
        taken = list(used)
        for length in lengths:
            if any(start < length.end and length.start < end for start, end in taken):
                continue
            listed = _goes_on(report, sentence, length, used)
            if not (listed or _is_penalty(report, sentence, length)) or spent(report, length):
                continue
            people = [one for one in _whose(report, sentence, length, lengths) if not report.officer(one)]
            if people:
                used.add((length.start, length.end))
            place = (length.start, length.end)
            one = Happening("sentenced", *place, tuple(people), Told.OUTRIGHT, sentence, "undergone")
            yield from (made(report, one, person, length) for person in people)


def _is_penalty(report: Report, sentence: Sentence, length: Length) -> bool:
    low, language = report.cast.text.low, report.cast.language
    ahead = low[max(sentence.start, length.start - _GIVEN_WITHIN) : length.start]
    if language.pattern("penal.unless").search(ahead[-_HEDGED_WITHIN:]):
        return False
    behind = low[length.end : min(sentence.end, length.end + _AFTER)].lstrip(_MARKS)
    if language.pattern("penal.no_term").match(behind):
        return False
    if language.pattern("penal.served_in").match(behind) or language.pattern("penal.term").match(behind):
        return True
    given = list(language.pattern("penal.given").finditer(ahead))
    if given and not re.search(r"[.;]", ahead[given[-1].end() :]):
        return True
    nouns = list(language.pattern("penal.term").finditer(ahead[-_NOUN_WITHIN:]))
    return (
        bool(nouns)
        and language.pattern("penal.is").fullmatch(ahead[-_NOUN_WITHIN:][nouns[-1].end() :].strip()) is not None
    )


def _goes_on(report: Report, sentence: Sentence, length: Length, used: set[Span]) -> bool:
    """“X, 16 years; Y, 14 years”: a term was told of in the sentence, and since then only a name."""
    last = max((end for start, end in used if sentence.start <= start and end <= length.start), default=0)
    between = [one for one in report.cast.by_name(sentence) if last < one.start < length.start]
    if not last or not between:
        return False
    gap = report.cast.text.printed[between[-1].end : length.start]
    return report.cast.language.shape(_BARE_GAP).fullmatch(gap) is not None


_BARE_GAP = r"[ ,:—–-]+(?:(?:{to_a_term}|{for_what}) |\w+, )?"


def _whose(report: Report, sentence: Sentence, length: Length, lengths: Sequence[Length]) -> list[int]:
    """Whom the words after give it to, or the nearest before, or whoever the sentence goes on to name."""
    there = report.cast.named_in(sentence)
    named = [one for one in there if not report.officer(one.person) and not did_it(one, report.cast)]
    after = [one for one in named if one.start >= length.end]
    if after and _given_to(report, length, after[0]):
        return _people(together(after[:1], after, report.cast))
    upto = max((one.end for one in lengths if one.end <= length.start), default=sentence.start)
    before = [one for one in named if one.end <= length.start]
    fresh = [one for one in before if one.start >= upto] or before
    if fresh:
        return _people([fresh[-1]] if fresh[-1].possessive else together(fresh[-1:], fresh, report.cast))
    if after and after[0].start - length.end <= _OPENING and not after[0].pronoun:
        opens = length.start - sentence.start <= _AFTER and "," in report.cast.text.printed[length.end : after[0].start]
        return _people(together(after[:1], after, report.cast)) if opens else []
    topic = report.cast.topic(sentence)
    return [] if topic is None else [topic]


def _given_to(report: Report, length: Length, one: Named) -> bool:
    """“Ten years in jail for X”, “eleven years was what the judge gave X”: to whom, a calling or two between."""
    gap = report.cast.text.low[length.end : one.start]
    if len(gap) > _OWNER_AFTER or re.search(r"[.;:—,]", gap.strip(_MARKS)):
        return False
    return report.cast.language.pattern("penal.to").search(gap) is not None


def _people(found: Sequence[Named]) -> list[int]:
    return list(dict.fromkeys(one.person for one in found))
