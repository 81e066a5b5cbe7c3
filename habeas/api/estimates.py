"""What the API answers about estimates: how long custody lasts, how many no list holds, what came around a day.

A number of one to four people is null, and so is what would give it away: `floor` says below how many.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from habeas.domain.suppress import FLOOR, Cell, shown
from habeas.register.answers import AsOf
from habeas.register.ask import around, durations, undercount
from habeas.register.ask.around import NET, AroundAnswer
from habeas.register.ask.durations import DAYS, DurationsAnswer
from habeas.register.ask.undercount import OverlapAnswer
from habeas.statistics.around import Change
from habeas.statistics.coarse import told_coarsely
from habeas.statistics.durations import Middle, Point
from habeas.statistics.undercount import Averaged, Estimate, estimate


@dataclass(frozen=True, slots=True)
class WayOut:
    """The share out by one way after so many days, with its 95 % band."""

    way: str
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Length:
    """The share still held after so many days, with its 95 % band, of how many watched; and the share out by way."""

    days: int
    share: float
    low: float
    high: float
    watched: int | None
    ways: tuple[WayOut, ...]


@dataclass(frozen=True, slots=True)
class Durations:
    """How long people are held, of those held `since` days at least; `median` is the length that half outlast.

    `unrecognised` stays are of people on no list asked, `recognised_late` of people recognised only when free.
    """

    stays: int | None
    releases: int | None
    since: float
    lengths: tuple[Length, ...]
    median: Middle
    recognisers: tuple[str, ...]
    unrecognised: int | None
    recognised_late: int | None
    definition: str
    floor: int
    as_of: AsOf


@dataclass(frozen=True, slots=True)
class OnList:
    """How many a recogniser's list certainly holds; null where overlaps of few could be reckoned out with it."""

    recogniser: str
    people: int | None


@dataclass(frozen=True, slots=True)
class OnJust:
    """How many stand on just these lists; small and empty overlaps are one row, without lists."""

    lists: tuple[str, ...]
    people: int


@dataclass(frozen=True, slots=True)
class Missed:
    """How many there may be in all, by how the lists overlap: by each model, the likeliest first, and all weighed."""

    lists: tuple[OnList, ...]
    overlaps: tuple[OnJust, ...]
    estimates: tuple[Estimate, ...]
    averaged: Averaged
    tried: int
    warnings: tuple[str, ...]
    definition: str
    floor: int
    as_of: AsOf


@dataclass(frozen=True, slots=True)
class Windows:
    """Events before and from the day on, and between which differences 95 of 100 windows elsewhere lie."""

    what: str
    before: int | None
    after: int | None
    difference: int | None
    band_low: float
    band_high: float


@dataclass(frozen=True, slots=True)
class Undated:
    """Events on no single day, which stand in no window."""

    what: str
    number: int | None


@dataclass(frozen=True, slots=True)
class CameAround:
    """What came `days` before a day and from it on. Numbers beside each other; they say nothing of why."""

    around: date
    days: int
    series: tuple[Windows, ...]
    undated: tuple[Undated, ...]
    compared_from: date
    compared_until: date
    definition: str
    floor: int
    as_of: AsOf


def durations_told(answer: DurationsAnswer) -> Durations:
    found = answer.found
    return Durations(
        stays=not_few(found.stays),
        releases=not_few(found.releases),
        since=found.since,
        lengths=tuple(_length(answer, at) for at in found.reached if found.held[at].day in DAYS),
        median=found.median,
        recognisers=answer.recognisers,
        unrecognised=not_few(answer.unrecognised),
        recognised_late=not_few(answer.recognised_late),
        definition=durations.DEFINITION,
        floor=FLOOR,
        as_of=answer.as_of,
    )


def _length(answer: DurationsAnswer, at: int) -> Length:
    found = answer.found
    held: Point = found.held[at]
    ways = tuple(WayOut(way, points[at].share, points[at].low, points[at].high) for way, points in found.ways)
    return Length(int(held.day), held.share, held.low, held.high, not_few(found.watched[at]), ways)


def missed_told(answer: OverlapAnswer) -> Missed:
    """BadInput says why the lists can't tell."""
    found = told_coarsely(estimate(answer.seen))
    overlaps = tuple(_overlaps(answer))
    whole = len(overlaps) == len(answer.overlaps) and all(one.lists for one in overlaps)
    return Missed(
        lists=tuple(OnList(name, people if whole else None) for name, people in answer.lists),
        overlaps=overlaps,
        estimates=found.estimates,
        averaged=found.averaged,
        tried=found.tried,
        warnings=found.warnings,
        definition=undercount.DEFINITION,
        floor=FLOOR,
        as_of=answer.as_of,
    )


def _overlaps(answer: OverlapAnswer) -> Iterator[OnJust]:
    told = shown([Cell(str(at), one.people, one.people) for at, one in enumerate(answer.overlaps)])
    for cell in told.cells:
        yield OnJust(answer.overlaps[int(cell.key)].lists, cell.low)
    if told.others:
        yield OnJust((), told.others.low)


def around_told(answer: AroundAnswer) -> CameAround:
    found = answer.found
    series = dict(found.series)
    told = [_windows(name, one, (one,)) for name, one in found.series]
    if found.net:
        told.append(_windows("net", found.net, tuple(series[name] for name in NET if name in series)))
    return CameAround(
        around=found.window.day,
        days=found.window.length,
        series=tuple(told),
        undated=tuple(Undated(name, not_few(number)) for name, number in answer.undated),
        compared_from=found.compared_from,
        compared_until=found.compared_until,
        definition=around.DEFINITION,
        floor=FLOOR,
        as_of=answer.as_of,
    )


def _windows(what: str, one: Change, rests_on: tuple[Change, ...]) -> Windows:
    """An end is told where none of those that it is reckoned from is of few."""
    before = None if any(not_few(part.before) is None for part in rests_on) else one.before
    after = None if any(not_few(part.after) is None for part in rests_on) else one.after
    difference = None if before is None or after is None else one.difference
    return Windows(what, before, after, difference, one.band_low, one.band_high)


def not_few(number: int) -> int | None:
    return None if 0 < number < FLOOR else number
