"""A text with all that was found in it, and how a proposal is made of a happening: its words, its day, its speaker."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from habeas.domain.words import Certainty, Nearness
from habeas.domain.written import Plain
from habeas.reading.claims.proposals import Proposal, pinned
from habeas.reading.what_happened.happenings import Happening
from habeas.reading.when.appositions import describes_somebody
from habeas.reading.when.dates import Dated
from habeas.reading.when.terms import Length
from habeas.reading.who.cast import Cast
from habeas.reading.who_said.speech import Saying, nearness_of
from habeas.reading.words.hedges import Told
from habeas.reading.words.text import Sentence

_LONGEST_QUOTE = 500
_WORD_BEFORE, _NOUN_WITHIN = 12, 40
_LEAD = 2
"""The day of a release may be told in the opening sentences after its first mention, and not further down."""
_TIMED = ("release", "detained", "sentenced", "died", "pardon", "charged")


@dataclass(frozen=True)
class Report:
    """A text with all that was found in it before claims are made of it."""

    cast: Cast
    dates: Sequence[Dated]
    sayings: Sequence[Saying]
    happenings: Mapping[str, Sequence[Happening]]
    published: date | None

    def in_sentence(self, sentence: Sentence) -> list[Dated]:
        return [one for one in self.dates if sentence.start <= one.start < sentence.end]

    def low(self, sentence: Sentence) -> str:
        return self.cast.text.low[sentence.start : sentence.end]

    def officer(self, person: int) -> bool:
        return self.cast.people[person].officer


def proposal(
    report: Report, one: Happening, person: int, kind: str, fields: Mapping[str, Plain], length: Length | None = None
) -> Proposal:
    dated = _dated(report, one)
    span = _span(report, one, person, dated, length)
    start, end, quoted = pinned(report.cast, *(_with_the_place(report, one, span) if kind in _PLACED else span))
    speaker, nearness = speaker_at(report, one.start, one.end, person)
    certainty = Certainty.REPORTED if one.told is Told.REPORTED else Certainty.STATED
    return Proposal(
        kind=kind,
        fields={name: value for name, value in fields.items() if value is not None},
        start=start,
        end=end,
        quote=quoted,
        language=report.cast.language.key,
        who=report.cast.people[person].name,
        person=person,
        speaker=speaker,
        certainty=certainty,
        nearness=nearness,
        told=one.told,
        printed_when=report.cast.text.printed[dated.start : dated.end] if dated else "",
        weekday=dated.weekday if dated else None,
    )


def proposal_at(report: Report, span: tuple[int, int], person: int, kind: str, fields: Mapping[str, Plain]) -> Proposal:
    if span[1] - span[0] > 120:
        span = (report.cast.people[person].first.start, report.cast.people[person].first.end)
    start, end, quoted = pinned(report.cast, *span)
    who = report.cast.people[person].name
    return Proposal(kind, fields, start, end, quoted, report.cast.language.key, who, person)


def whole(report: Report, sentence: Sentence) -> tuple[int, int]:
    start, end, _ = pinned(report.cast, sentence.start, min(sentence.end, sentence.start + _LONGEST_QUOTE))
    return start, end


def speaker_at(report: Report, start: int, end: int, person: int | None = None) -> tuple[str, Nearness]:
    """Who says what stands at a place; the text itself, unnamed, where nobody is said to."""
    for saying in report.sayings:
        if saying.start <= start and end <= saying.end + 1:
            nearness = nearness_of(saying, report.cast)
            if (
                nearness is Nearness.SUBJECT
                and saying.person is not None
                and person is not None
                and saying.person != person
            ):
                nearness = Nearness.UNSTATED
            return saying.speaker, nearness
    return "", Nearness.UNSTATED


def day(report: Report, one: Happening, *, since: bool = True) -> str | None:
    """The day it is told of; without `since`, none that only begins what goes on (“held since 2022”)."""
    dated = _dated(report, one)
    if dated is not None and not since and _begins(report, dated):
        return None
    return dated.when.text if dated is not None and dated.when else None


def _begins(report: Report, dated: Dated) -> bool:
    words = report.cast.text.low[max(0, dated.start - _WORD_BEFORE) : dated.end].split()
    number = len(report.cast.text.low[dated.start : dated.end].split())
    return any(word in report.cast.language.listed("since") for word in words[-number - 1 : -number + 1 or None])


def _span(report: Report, one: Happening, person: int, dated: Dated | None, length: Length | None) -> tuple[int, int]:
    """From the first to the last of name, verb, day and term, within the sentence."""
    places = [(one.start, one.end)]
    places += [(each.start, each.end) for each in report.cast.named_in(one.sentence) if each.person == person][:1]
    places += [
        (each.start, each.end)
        for each in (dated, length)
        if each is not None and one.sentence.start <= each.start < one.sentence.end
    ]
    start, end = min(place[0] for place in places), max(place[1] for place in places)
    return (start, end) if end - start <= _LONGEST_QUOTE else (one.start, one.end)


_PLACED = ("SeenHeld", "Transferred")
_PART_ENDS = re.compile(r"[,;:()]|\s[—–-]\s|[.!?…]+[»”\"]?(?=\s*$)")


def _with_the_place(report: Report, one: Happening, span: tuple[int, int]) -> tuple[int, int]:
    """Where somebody is held is told after the verb: the quote goes on to the end of that part of the sentence."""
    printed = report.cast.text.printed[: one.sentence.end]
    ends = _PART_ENDS.search(printed, span[1])
    end = ends.start() if ends else one.sentence.end
    return (span[0], end) if end - span[0] <= _LONGEST_QUOTE else span


def _dated(report: Report, one: Happening) -> Dated | None:
    """Its own expression of time; a release without one is of the day of which the text tells."""
    own = _own_date(report, one)
    if own is None and one.kind in ("release", "pardon", "refused") and one.way != "noun":
        return _day_of_the_release(report, one.start)
    return own


def _own_date(report: Report, one: Happening) -> Dated | None:
    """The expression of time that stands by this verb and by no other of its sentence."""
    place = (one.start, one.end)
    dates = [
        date
        for date in report.in_sentence(one.sentence)
        if not _only_describes(report, date) and not describes_somebody(date, place, one.sentence, report.cast)
    ]
    if one.way == "noun":
        dates = [date for date in dates if 0 <= date.start - one.end <= _NOUN_WITHIN]  # “the arrest of X on 5 May”
    if not dates:
        return None
    verbs = [
        (each.start, each.end)
        for kind in _TIMED
        for each in report.happenings[kind]
        if each.sentence.number == one.sentence.number
    ]
    own = [date for date in dates if _nearest_verb(report, date, verbs) == (one.start, one.end) or len(set(verbs)) <= 1]
    return min(own, key=lambda date: _gap(date, one.start, one.end), default=None)


def _only_describes(report: Report, dated: Dated) -> bool:
    """“The protests of 2020”, “протестов 2020 года”: a year without “in” is not when something happened."""
    if dated.when is None or len(dated.when.text) != len("2020"):
        return False
    low = report.cast.text.low
    words = low[max(0, dated.start - 12) : dated.end].split()
    number = next((at for at, word in enumerate(words) if dated.when.text in word), 0)
    ahead = words[number - 1] if number else ""
    if dated.when.text not in low[dated.start : dated.end]:
        return False
    return ahead.strip("(") not in report.cast.language.listed("before_year")


def _nearest_verb(report: Report, dated: Dated, verbs: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    low = report.cast.text.low

    def apart(verb: tuple[int, int]) -> float:
        between = low[min(verb[1], dated.end) : max(verb[0], dated.start)]
        return _gap(dated, *verb) + 20 * len(
            re.findall(report.cast.language.shape(r"[,;—–(]|\b{clause_joins}\b"), between)
        )

    return min(verbs, key=apart, default=None)


def _gap(dated: Dated, start: int, end: int) -> float:
    return dated.start - end if dated.start >= end else max(start - dated.end, 0) + 6


def _day_of_the_release(report: Report, place: int) -> Dated | None:
    """The day of which the text tells first that people were freed: what follows tells of the same."""
    for one in report.happenings["release"]:
        if one.sentence.start > place and one.sentence.number > _LEAD:
            return None
        if one.told in (Told.OUTRIGHT, Told.REPORTED):
            dated = _own_date(report, one)
            if dated and (dated.weekday is not None or (dated.when and dated.when.is_day)):
                return dated
    return None
