"""From claims to what happened: reports of one arrest or release gathered, dated, and set against their denials."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from habeas.domain.claims import (
    Detained,
    Died,
    Incommunicado,
    RefusedToLeave,
    Released,
    SeenFree,
    SeenHeld,
    SentenceChanged,
    Sentenced,
    Transferred,
)
from habeas.domain.dates import PartialDate
from habeas.domain.lines import Line, Origin
from habeas.domain.spells import Readings
from habeas.domain.voices import Side, prefer, side, why
from habeas.domain.words import Act, Change, Manner, Status

SAME_EVENT_DAYS = 31
"""Two reports of an arrest, or of a release, this many days apart at most and with nothing between, tell of one."""

CONFINED = frozenset({Status.HELD, Status.HOUSE_ARREST, Status.OPEN_INSTITUTION, Status.HOME_RESTRICTION})


class Kind(Enum):
    """What a claim says of the course of custody."""

    ENTRY = "entry"
    """Custody begins."""
    EXIT = "exit"
    """Custody ends."""
    DEATH = "death"
    """Nothing follows."""
    MOVE = "move"
    """The kind of restriction changes, or goes on."""
    SEEN = "seen"
    """On a day it stood so."""
    STILL = "still"
    """Until a day it had stood so without a break."""


@dataclass(frozen=True, slots=True)
class Report:
    """One claim's word on custody. `vague` when the source does not say which sort of custody or freedom it was.

    `against` are the lines of an event that this observation denies, once the rule has put the denial first.
    """

    kind: Kind
    first: date
    last: date
    into: Status
    line: Line
    vague: bool = False
    against: tuple[int, ...] = ()

    @property
    def confines(self) -> bool:
        return self.into in CONFINED


@dataclass(frozen=True, slots=True)
class Happening:
    """What the reports of one event add up to; `into` has several members where voices tie."""

    kind: Kind
    first: date
    last: date
    into: tuple[Status, ...]
    because: tuple[int, ...]
    against: tuple[int, ...] = ()
    reports: tuple[Report, ...] = ()
    denied: bool = False
    """A denial weighs as much as the reports: what followed is uncertain."""

    @property
    def confines(self) -> bool:
        return any(status in CONFINED for status in self.into)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Claims that cannot all be true, which of them are shown, and why."""

    about: str
    shown: tuple[int, ...]
    against: tuple[int, ...]
    why: str


def reports(lines: Iterable[Line], readings: Readings) -> list[Report]:
    """What each claim says of custody; claims that say nothing of it are passed over. A pardon says nothing of it."""
    return [report for line in lines if (report := _report(line, readings))]


def happenings(told: Sequence[Report], origins: Mapping[str, Origin]) -> tuple[list[Happening], list[Disagreement]]:
    """The arrests, releases and deaths that the reports tell of, by date, with the disagreements about their dates."""
    found: list[Happening] = []
    odd: list[Disagreement] = []
    for kind in (Kind.ENTRY, Kind.EXIT, Kind.DEATH):
        for group in _groups([report for report in told if report.kind is kind], told):
            found.append(_settle(group, origins, odd))
    return sorted(found, key=lambda happening: (happening.first, happening.last, happening.kind.value)), odd


def _report(line: Line, readings: Readings) -> Report | None:
    match line.claim:
        case Detained(when=when, into=into):
            return _span(Kind.ENTRY, when, into, line)
        case Released() as released:
            return _released(line, released)
        case Died(when=when):
            return _span(Kind.DEATH, when, Status.DEAD, line)
        case Sentenced(when=when, penalty=penalty, absent=False) if penalty in readings.penalties:
            return _span(Kind.MOVE, when, readings.penalties[penalty], line)
        case SentenceChanged(when=when, change=Change.REPLACED, penalty=penalty) if penalty in readings.penalties:
            return _span(Kind.MOVE, when, readings.penalties[penalty], line)
        case Transferred(when=when, facility=facility, into=into):
            return _span(Kind.SEEN, when, into or readings.facilities.get(facility, Status.HELD), line)
        case RefusedToLeave(when=when):
            return _seen(when, Status.HELD, line, still=True, vague=True)
        case Incommunicado(since=since):
            return _span(Kind.SEEN, since, Status.HELD, line)
        case SeenHeld(when=when, still=still):
            return _seen(when, Status.HELD, line, still=still, vague=True)
        case SeenFree(when=when, still=still, into=into):
            return _seen(when, into, line, still=still, vague=into is Status.FREE_IN_COUNTRY)
    return None


def _span(kind: Kind, when: PartialDate, into: Status, line: Line) -> Report:
    return Report(kind, when.first, when.last, into, line)


def _seen(when: PartialDate, into: Status, line: Line, *, still: bool, vague: bool) -> Report:
    return Report(Kind.STILL if still else Kind.SEEN, when.first, when.last, into, line, vague)


def _released(line: Line, claim: Released) -> Report:
    into = claim.into
    if into is Status.FREE_IN_COUNTRY and claim.act is Act.BAIL:
        into = Status.BAIL
    elif into is Status.FREE_IN_COUNTRY and claim.manner in (Manner.HANDED_OVER, Manner.EXPELLED):
        into = Status.FREE_ABROAD
    vague = into is Status.FREE_IN_COUNTRY and claim.manner is Manner.UNKNOWN and not claim.country
    return Report(Kind.EXIT, claim.when.first, claim.when.last, into, line, vague)


def _groups(same: list[Report], told: Sequence[Report]) -> list[list[Report]]:
    """Reports of one kind, put together where they tell of one event; the precise ones set the events."""
    if len(same) < 2:
        return [same] if same else []
    window = timedelta(days=SAME_EVENT_DAYS)
    precise = sorted((r for r in same if r.last - r.first <= window), key=_by_date)
    groups: list[list[Report]] = []
    for report in precise:
        last = groups[-1] if groups else None
        if last and report.first - max(r.last for r in last) <= window and not _parted(last, report, told):
            last.append(report)
        else:
            groups.append([report])
    for report in sorted((r for r in same if r.last - r.first > window), key=_by_date):
        fitting = [group for group in groups if any(r.first <= report.last and report.first <= r.last for r in group)]
        if fitting:
            fitting[0].append(report)
        else:
            groups.append([report])
    return groups


def _by_date(report: Report) -> tuple[date, date, str, str]:
    return report.first, report.last, report.into.value, report.line.subject


def _parted(group: list[Report], report: Report, told: Sequence[Report]) -> bool:
    """Whether something contrary is said of a day between: then the reports tell of two events."""
    after = max(r.last for r in group)
    return any(
        after < other.first and other.last < report.first and other.confines is not report.confines for other in told
    )


def _settle(group: list[Report], origins: Mapping[str, Origin], odd: list[Disagreement]) -> Happening:
    if len(group) == 1:
        (alone,) = group
        because = (alone.line.number,)
        return Happening(alone.kind, alone.first, alone.last, (alone.into,), because, reports=(alone,))
    chosen, aside, tied = _camp(group, _dated_alike(group), origins, f"the date of {_EVENT[group[0].kind]}", odd)
    first, last = max(r.first for r in chosen), min(r.last for r in chosen)
    if tied or last < first:
        first, last = min(r.first for r in chosen), max(r.last for r in chosen)
    clear = [report for report in chosen if not report.vague] or chosen
    said, other, _ = _camp(clear, _led_alike(clear), origins, f"what followed {_EVENT[group[0].kind]}", odd)
    return Happening(
        kind=group[0].kind,
        first=first,
        last=last,
        into=tuple(sorted({report.into for report in said}, key=lambda status: status.value)),
        because=_numbers(report for report in chosen if report not in other),
        against=_numbers((*aside, *other)),
        reports=tuple(group),
    )


_EVENT = {Kind.ENTRY: "the arrest", Kind.EXIT: "the release", Kind.DEATH: "the death"}


def _dated_alike(group: list[Report]) -> list[list[Report]]:
    """Camps of reports whose dates can all be true; a date that contains several camps' dates supports each."""
    cores = [
        report
        for report in group
        if not any(
            report.first <= other.first
            and other.last <= report.last
            and (other.first, other.last) != (report.first, report.last)
            for other in group
        )
    ]
    camps: dict[tuple[date, date], list[Report]] = {}
    for core in cores:
        camps[core.first, core.last] = [r for r in group if r.first <= core.last and core.first <= r.last]
    if any(len(camp) == len(group) for camp in camps.values()):
        return [group]
    return list(camps.values())


def _led_alike(group: list[Report]) -> list[list[Report]]:
    by_status: dict[Status, list[Report]] = {}
    for report in group:
        by_status.setdefault(report.into, []).append(report)
    return list(by_status.values())


def _camp(
    group: list[Report],
    camps: list[list[Report]],
    origins: Mapping[str, Origin],
    about: str,
    odd: list[Disagreement],
) -> tuple[list[Report], list[Report], bool]:
    """The reports of the camp that the rule puts first, those set aside, and whether camps tie (then all stay)."""
    if len(camps) == 1:
        return camps[0], [], False
    sides = [side((report.line for report in camp), origins) for camp in camps]
    best = _best(sides)
    if best is None:
        odd.append(Disagreement(about, _numbers(group), (), "Nothing in the rule puts one side first."))
        return group, [], True
    winner = camps[sides.index(best)]
    aside = [report for report in group if report not in winner]
    loser = next(one for one in sides if one is not best)
    odd.append(Disagreement(about, _numbers(winner), _numbers(aside), why(best, loser)))
    return winner, aside, False


def _best(sides: Sequence[Side]) -> Side | None:
    """The side preferred to each other one, if there is such a side."""
    for one in sides:
        if all(other is one or prefer(one, other) is one for other in sides):
            return one
    return None


def _numbers(told: Iterable[Report]) -> tuple[int, ...]:
    return tuple(sorted({report.line.number for report in told}))
