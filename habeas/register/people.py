"""From the lines of mentions to people as of a line of the ledger: who is whom, what they are called, where they were.

Rows of the register and the page of a person both come from here, so that a list and a page can't disagree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TypeVar

from habeas.domain.claims import (
    Charged,
    Claim,
    Detained,
    Died,
    InBatch,
    Named,
    Recognised,
    RecognitionWithdrawn,
    RowPrinted,
    SeenHeld,
    Sentenced,
    Transferred,
    WorkedAs,
)
from habeas.domain.counting import Piece, pieces
from habeas.domain.custody import Turn, turns
from habeas.domain.dates import FOREVER, PartialDate
from habeas.domain.identity import Clusters, clusters
from habeas.domain.judgements import NewPerson, NotAPerson, NotSamePerson, SamePerson, Unsure
from habeas.domain.lines import Line
from habeas.domain.prosecutions import prosecutions
from habeas.domain.recognition import RecognitionSpell, recognition_spells
from habeas.domain.spells import Readings
from habeas.domain.timeline import READ, SAY_SO, Timeline, fold
from habeas.domain.words import Answer, NameForm, Status
from habeas.register.answers import Audience
from habeas.register.demands import demands
from habeas.register.standing import Lines
from habeas.register.tongue import readers_first
from habeas.register.voices import Voices
from habeas.vocabulary.load import load
from habeas.vocabulary.words import FacilityKind

JUDGES_WHO = (SamePerson, NotSamePerson, Unsure, NewPerson, NotAPerson)
"""Judgements about who is whom; they make nobody a person by themselves."""

_JOINS_OR_ENDS = frozenset({SamePerson, NotSamePerson, NotAPerson})

_OF_PEOPLE = ("person", "any")

_SHOWN_FIRST = ("en", "be-Latn", "pl", "lt", "uk", "be", "ru")
"""Pages are in English: of a person's names the one in that language stands first."""

_HELD_IN = {FacilityKind.OPEN_INSTITUTION: Status.OPEN_INSTITUTION}
"""All other facilities are places where one is held."""

_NEVER = FOREVER.toordinal()

C = TypeVar("C", bound=Claim)
Folded = dict[tuple[object, ...], Timeline]


@dataclass(frozen=True)
class Person:
    """Mentions joined by judgements, with their standing lines; `id` is the mention whose first line is the oldest."""

    id: str
    subjects: frozenset[str]
    lines: tuple[Line, ...]
    audience: Audience

    def said(self, kind: type[C]) -> Iterator[tuple[Line, C]]:
        """The claims of one kind with their lines."""
        return ((line, line.claim) for line in self._by_kind.get(kind, ()) if isinstance(line.claim, kind))

    @cached_property
    def numbers(self) -> Mapping[type[Claim], tuple[int, ...]]:
        """The lines of the claims of each kind."""
        return {kind: tuple([line.number for line in lines]) for kind, lines in self._by_kind.items()}

    @cached_property
    def _by_kind(self) -> Mapping[type[Claim], Sequence[Line]]:
        found: dict[type[Claim], list[Line]] = defaultdict(list)
        for line in self.lines:
            found[type(line.claim)].append(line)
        return found

    @cached_property
    def in_register(self) -> bool:
        """Whether this is somebody of the register, and not a row that nobody decided on, nor a nameless one."""
        if NewPerson in self._by_kind:
            return True
        rows = {line.subject for line in self._by_kind.get(RowPrinted, ())}
        nameless = any(claim.nameless for _, claim in self.said(InBatch))
        return bool(self.subjects - rows) and not (nameless and Named not in self._by_kind)

    @cached_property
    def names(self) -> tuple[Named, ...]:
        """Each name as printed once, the one shown first in English in front."""
        first: dict[str, tuple[Line, Named]] = {}
        for line, claim in self.said(Named):
            first.setdefault(claim.text, (line, claim))
        return tuple(claim for _, claim in sorted(first.values(), key=_by_showing))

    @property
    def name(self) -> str:
        """The one that the reader sees first."""
        return next(iter(self.texts_of_names), "")

    @property
    def texts_of_names(self) -> tuple[str, ...]:
        """As the reader sees them. Never kept: it hangs on the language of the moment."""
        return readers_first((one.text, self.full_in(one.text)) for one in self.names)

    def full_in(self, text: str) -> str:
        """The languages in which this is a full name of the person, parted by spaces."""
        full = {claim.language for _, claim in self.said(Named) if claim.text == text and claim.form is NameForm.FULL}
        return " ".join(sorted(full - {""}))

    def timeline(self, known: int, voices: Voices, folded: Folded | None = None) -> Timeline:
        telling = [line for line in self.lines if type(line.claim) in READ]
        if not any(type(line.claim) in SAY_SO for line in telling):
            telling = [line for line in self.lines if type(line.claim) in READ or isinstance(line.claim, Recognised)]
        sources = {line.evidence.source for line in telling if line.evidence}
        origins = voices.at(known, sources, self.audience)
        key = (*(line.number for line in telling), *sorted(origins.items())) if folded is not None else ()
        if folded is not None and key in folded:
            return folded[key]
        timeline = fold(telling, origins, readings())
        if folded is not None:
            folded[key] = timeline
        return timeline

    def recognitions(self) -> tuple[RecognitionSpell, ...]:
        return self._recognitions

    @cached_property
    def _recognitions(self) -> tuple[RecognitionSpell, ...]:
        return recognition_spells(self._of_kinds(Recognised, RecognitionWithdrawn))

    def sentences(self) -> list[tuple[int, int, int]]:
        """Months, first possible and first certain day of each term that a court passed, in the order of the days."""
        told = [
            (claim.term.years * 12 + claim.term.months, *_days(claim.when))
            for _, claim in self.said(Sentenced)
            if claim.term and not claim.absent
        ]
        return sorted(told, key=lambda one: (one[2], one[1], one[0]))

    def pieces(self, timeline: Timeline, turns: Sequence[Turn]) -> tuple[Piece, ...]:
        """What counts ask about, from the spells, the turns and the recognitions."""
        said = {claim.in_custody for _, claim in self.said(Died)} - {Answer.UNKNOWN}
        outright = said.pop() if len(said) == 1 else Answer.UNKNOWN
        return pieces(timeline.spells, self.recognitions(), demands(), outright, self._prosecutions(), turns)

    def _prosecutions(self) -> tuple[tuple[int, int], ...]:
        return prosecutions(self._of_kinds(Charged, Sentenced))

    def _of_kinds(self, *kinds: type[Claim]) -> list[Line]:
        return [line for kind in kinds for line in self._by_kind.get(kind, ())]

    def turns(self, timeline: Timeline) -> tuple[Turn, ...]:
        return turns(timeline.spells, self.lines)

    def professions(self) -> dict[str, tuple[int, int]]:
        """Each role as it was said, in small letters, to its first possible and first certain day."""
        days: dict[str, tuple[int, int]] = {}
        for _, claim in self.said(WorkedAs):
            role = " ".join(claim.role.casefold().split())
            if role:
                days[role] = min(days.get(role, (_NEVER, _NEVER)), _days(claim.since))
        return days

    def stays(self) -> list[tuple[str, int, int]]:
        """Facility, first possible day and first certain day of each time that a claim puts the person somewhere."""
        told = [line.claim for line in self.lines if isinstance(line.claim, (Detained, Transferred, SeenHeld))]
        stays = [(claim.facility, *_days(claim.when)) for claim in told if claim.facility]
        return sorted(stays, key=lambda stay: (stay[2], stay[1], stay[0]))

    def articles(self) -> dict[str, tuple[int, int]]:
        """Article to the first possible and first certain day of a charge or sentence under it."""
        days: dict[str, tuple[int, int]] = {}
        for claim in (line.claim for line in self.lines):
            if isinstance(claim, (Charged, Sentenced)):
                first, last = _days(claim.when)
                for article in claim.articles:
                    before = days.get(article, (first, last))
                    days[article] = (min(first, before[0]), min(last, before[1]))
        return days


@dataclass(frozen=True)
class People:
    """Everybody told of by the lines of one component, as of a line, for an audience."""

    persons: tuple[Person, ...]
    clusters: Clusters

    def with_subject(self, subject: str) -> Person | None:
        return next((person for person in self.persons if subject in person.subjects), None)


def people(lines: Lines, known: int, audience: Audience) -> People:
    return people_of(lines.standing(known, audience), lines, known, audience)


def people_of(standing: Sequence[Line], lines: Lines, known: int, audience: Audience) -> People:
    """As `people`, for who has at hand what stands."""
    if alone := _alone(standing, audience):
        return alone
    nobody = {line.subject for line in standing if isinstance(line.claim, NotAPerson)}
    told = [line for line in standing if line.claim.ABOUT in _OF_PEOPLE and line.subject not in nobody]
    alive = {line.subject for line in told if not isinstance(line.claim, JUDGES_WHO)}
    judged = [line for line in told if isinstance(line.claim, (SamePerson, NotSamePerson))]
    found = clusters(sorted(alive), judged)
    groups = [group & alive for group in found.groups]
    # Who is the oldest is asked only where several are one.
    several = any(len(subjects) > 1 for subjects in groups)
    first = _first_lines(lines.seen_by(audience, known)) if several else {}
    by_subject: dict[str, list[Line]] = defaultdict(list)
    for line in told:
        by_subject[line.subject].append(line)
    persons = [_person(subjects, by_subject, first, audience) for subjects in groups if subjects]
    return People(tuple(persons), found)


def _alone(standing: Sequence[Line], audience: Audience) -> People | None:
    """Of one mention about whose identity nobody judged, as most are: nothing has to be joined or left out."""
    subjects = {line.subject for line in standing}
    if len(subjects) != 1 or any(type(line.claim) in _JOINS_OR_ENDS for line in standing):
        return None
    told = tuple([line for line in standing if line.claim.ABOUT in _OF_PEOPLE])
    if all(isinstance(line.claim, JUDGES_WHO) for line in told):
        return None
    (subject,) = subjects
    alone = frozenset(subjects)
    return People((Person(subject, alone, told, audience),), Clusters((alone,), (), {}))


def _person(
    subjects: frozenset[str], by_subject: Mapping[str, list[Line]], first: Mapping[str, int], audience: Audience
) -> Person:
    if len(subjects) == 1:
        (alone,) = subjects
        return Person(alone, subjects, tuple(by_subject[alone]), audience)
    lines = sorted((line for one in subjects for line in by_subject[one]), key=lambda line: line.number)
    return Person(min(subjects, key=first.__getitem__), subjects, tuple(lines), audience)


def _first_lines(lines: Iterable[Line]) -> dict[str, int]:
    first: dict[str, int] = {}
    for line in lines:
        first.setdefault(line.subject, line.number)
    return first


@cache
def readings() -> Readings:
    """What penalties and facilities mean for liberty, by the vocabulary."""
    words = load()
    penalties = {key: one.status for key, one in words.penalties.items() if one.status}
    facilities = {key: _HELD_IN.get(one.kind, Status.HELD) for key, one in words.facilities.items()}
    return Readings(penalties, facilities)


def _by_showing(told: tuple[Line, Named]) -> tuple[bool, int, int]:
    line, claim = told
    rank = _SHOWN_FIRST.index(claim.language) if claim.language in _SHOWN_FIRST else len(_SHOWN_FIRST)
    return claim.form is not NameForm.FULL, rank, line.number


def _days(when: PartialDate | None) -> tuple[int, int]:
    """The first and last day as ordinals; what has no date isn't left out of any day."""
    return (when.first.toordinal(), when.last.toordinal()) if when else (1, 1)
