"""What a release was, by each speaker: act, manner, place, stage, restrictions, exile, papers; and its undoing.

The fields are told apart, since a release can be a pardon by act, an expulsion by manner and forced exile by the
account of whoever was freed. Nothing is decided here: where speakers differ, all stand beside each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from habeas.domain.claims import (
    Claim,
    Detained,
    ExpulsionAttempted,
    InBatch,
    NationalityLost,
    PapersKept,
    PapersLost,
    Pardoned,
    RefusedToLeave,
    Released,
    RestrictedAfter,
    TurnedBack,
)
from habeas.domain.dates import FOREVER, PartialDate
from habeas.domain.lines import Line
from habeas.domain.words import Act, Exile, Manner, ReleaseField

_NEAR = timedelta(days=3)
"""Reports of one release differ by a night and a border; farther apart they are two."""
_BEFORE = timedelta(days=90)
"""How long before a release a pardon or a refusal may be and still belong to it."""
_ONE_ANSWER = frozenset({ReleaseField.ACT, ReleaseField.MANNER, ReleaseField.PLACE, ReleaseField.EXILE})
"""Fields that can have but one true value; of restrictions and papers there can be several."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one speaker says of one field, as a code or key."""

    field: ReleaseField
    value: str
    speaker: str
    because: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Release:
    """One release of one person, or an attempt at one: everything that speakers say of it.

    `freed` is false where nobody says that the person came free: pardoned only, refused to leave, turned back. `undone`
    are the lines of the arrest that came after it, `undone_on` its date.
    """

    first: date
    last: date
    freed: bool
    told: tuple[Told, ...]
    because: tuple[int, ...]
    undone: tuple[int, ...] = ()
    undone_on: PartialDate | None = None

    def of(self, field: ReleaseField) -> tuple[Told, ...]:
        return tuple(one for one in self.told if one.field is field)

    def differs(self, field: ReleaseField) -> bool:
        return field in _ONE_ANSWER and len({_whole(one.value) for one in self.of(field)}) > 1


def releases(lines: Sequence[Line]) -> tuple[Release, ...]:
    """In the order of their dates; the order of the lines changes nothing."""
    groups = _groups(lines)
    beside = [line for line in lines if isinstance(line.claim, _BESIDE)]
    for line in sorted(beside, key=_number):
        _join(line, groups)
    ordered = sorted(groups, key=lambda group: (group.first, group.last))
    arrests = [line for line in lines if isinstance(line.claim, Detained)]
    stages = [line for line in lines if isinstance(line.claim, InBatch) and line.claim.stage]
    return tuple(
        _release(group, after, arrests, stages if len(ordered) == 1 else ())
        for group, after in zip(ordered, [*ordered[1:], None], strict=False)
    )


_BESIDE = (
    *(RestrictedAfter, PapersLost, PapersKept, NationalityLost),
    *(RefusedToLeave, TurnedBack, ExpulsionAttempted, Pardoned),
)
_BY_THEMSELVES = (RefusedToLeave, TurnedBack, ExpulsionAttempted, Pardoned)
"""Kinds that tell of an attempt where no release is told of."""


@dataclass(slots=True)
class _Group:
    first: date
    last: date
    lines: list[Line]
    freed: bool


def _groups(lines: Sequence[Line]) -> list[_Group]:
    """The exactest reports first: one that gives a year joins the release that it may mean, and makes none of two."""
    groups: list[_Group] = []
    told = [(line, line.claim.when) for line in lines if isinstance(line.claim, Released)]
    for line, when in sorted(told, key=lambda one: (one[1].last - one[1].first, one[1].first, one[0].number)):
        near = [one for one in groups if when.first <= one.last + _NEAR and one.first <= when.last + _NEAR]
        if near:
            near[0].lines.append(line)
        else:
            groups.append(_Group(when.first, when.last, [line], True))
    return groups


def _join(line: Line, groups: list[_Group]) -> None:
    """To the last release that it can belong to; without a date, to the last of all."""
    when = _when(line.claim)
    ahead = _BEFORE if isinstance(line.claim, _BY_THEMSELVES) else _NEAR
    fitting = [
        group
        for group in groups
        if when is None or (group.first - ahead <= when.last and (group.freed is False or _after(line, when, group)))
    ]
    if fitting:
        max(fitting, key=lambda group: group.first).lines.append(line)
    elif when is not None and isinstance(line.claim, _BY_THEMSELVES):
        groups.append(_Group(when.first, when.last, [line], False))


def _after(line: Line, when: PartialDate, group: _Group) -> bool:
    """What comes long after a release belongs to it only if it goes on from it: a restriction, not a new pardon."""
    return not isinstance(line.claim, _BY_THEMSELVES) or when.first <= group.last + _NEAR


def _release(group: _Group, after: _Group | None, arrests: Sequence[Line], stages: Sequence[Line]) -> Release:
    until = after.first if after else FOREVER
    again = [(line, line.claim.when) for line in arrests if isinstance(line.claim, Detained)]
    later = sorted(
        ((line, when) for line, when in again if group.freed and group.last < when.first <= until),
        key=lambda one: (one[1].first, one[0].number),
    )
    undone_on = later[0][1] if later else None
    undone = tuple(line.number for line, when in later if undone_on and when.first <= undone_on.last + _NEAR)
    lines = sorted([*group.lines, *stages], key=_number)
    return Release(
        group.first, group.last, group.freed, _told(lines), tuple(map(_number, sorted(group.lines, key=_number))),
        undone, undone_on,
    )  # fmt: skip


def _told(lines: Iterable[Line]) -> tuple[Told, ...]:
    """Once for each field, value and speaker, with all lines that say so."""
    said: dict[tuple[ReleaseField, str, str], list[int]] = {}
    for line in lines:
        speaker = line.evidence.speaker if line.evidence else ""
        for field, value in _says(line.claim):
            said.setdefault((field, value, speaker), []).append(line.number)
    order = list(ReleaseField)
    told = [Told(field, value, speaker, tuple(because)) for (field, value, speaker), because in said.items()]
    return tuple(sorted(told, key=lambda one: (order.index(one.field), one.value, one.speaker)))


def _says(claim: Claim) -> Iterator[tuple[ReleaseField, str]]:
    match claim:
        case Released():
            yield from _released(claim)
        case Pardoned():
            yield ReleaseField.ACT, str(Act.PARDON)
        case InBatch(stage=stage):
            yield ReleaseField.STAGE, stage
        case RestrictedAfter(restriction=restriction):
            yield ReleaseField.RESTRICTION, restriction
        case PapersLost(paper=paper):
            yield ReleaseField.PAPERS, f"lost:{paper}"
        case PapersKept(paper=paper):
            yield ReleaseField.PAPERS, f"kept:{paper}"
        case NationalityLost(country=country):
            yield ReleaseField.NATIONALITY, country
        case RefusedToLeave():
            yield ReleaseField.ATTEMPT, "refused_to_leave"
        case TurnedBack():
            yield ReleaseField.ATTEMPT, "turned_back"
        case ExpulsionAttempted():
            yield ReleaseField.ATTEMPT, "expulsion_attempted"


def _released(claim: Released) -> Iterator[tuple[ReleaseField, str]]:
    if claim.act is not Act.UNKNOWN:
        yield ReleaseField.ACT, str(claim.act)
    if claim.manner is not Manner.UNKNOWN:
        yield ReleaseField.MANNER, str(claim.manner)
    if claim.country or claim.place:
        yield ReleaseField.PLACE, f"{claim.country}:{claim.place}" if claim.place else claim.country
    if claim.exile is not Exile.UNKNOWN:
        yield ReleaseField.EXILE, str(claim.exile)


def _whole(value: str) -> str:
    """A country said alone and a town of it differ in how exactly they are told, not in what."""
    return value.partition(":")[0] or value


def _when(claim: Claim) -> PartialDate | None:
    when = getattr(claim, "when", None)
    return when if isinstance(when, PartialDate) else None


def _number(line: Line) -> int:
    return line.number
