"""Before and after a deal or relief: how many were freed, detained and recognised in windows around it.

Numbers side by side, and a band of what windows around other days show. Nothing here says that one caused the other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from habeas.problems import BadInput

Days = npt.NDArray[np.int64]
DRAWS = 2000


@dataclass(frozen=True, slots=True)
class Window:
    """Before is the `length` days up to the day itself, which begins the after: half-open both."""

    day: date
    length: int

    @property
    def before(self) -> tuple[date, date]:
        return self.day - timedelta(days=self.length), self.day

    @property
    def after(self) -> tuple[date, date]:
        return self.day, self.day + timedelta(days=self.length)


@dataclass(frozen=True, slots=True)
class Change:
    """Events before and after, their difference, and between which differences 95 in 100 windows elsewhere lie.

    `as_far` is the share of windows elsewhere whose difference lies at least as far from their middle.
    """

    before: int
    after: int
    difference: int
    band_low: float
    band_high: float
    as_far: float


@dataclass(frozen=True, slots=True)
class Around:
    """What came around one day: each series by itself, and net: those freed less those newly detained."""

    window: Window
    series: tuple[tuple[str, Change], ...]
    net: Change | None
    compared_from: date
    compared_until: date
    draws: int


def around(
    day: date,
    events: Mapping[str, Sequence[date]],
    *,
    length: int,
    observed: tuple[date, date],
    net: tuple[str, str] | None = None,
    seed: int = 0,
) -> Around:
    """Count each series in the windows, and compare with windows around days drawn from the time observed.

    The days drawn leave room for both windows and keep a window's length from the day itself. `net` names the series
    to be taken less another. BadInput where the time observed is too short to compare with.
    """
    window = Window(day, length)
    first, last = observed[0] + timedelta(days=length), observed[1] - timedelta(days=length)
    if window.before[0] < observed[0] or window.after[1] > observed[1]:
        raise BadInput(
            f"{length} days around {day} reach beyond what is observed, {observed[0]} to {observed[1]}. Take fewer."
        )
    elsewhere = _elsewhere(window, first, last, np.random.default_rng(seed))
    ordinals = {name: np.sort([one.toordinal() for one in found]) for name, found in events.items()}
    told = {name: _differences(found, elsewhere, window) for name, found in ordinals.items()}
    series = tuple((name, _change(*_counted(found, window), told[name])) for name, found in ordinals.items())
    return Around(window, series, _net(net, ordinals, told, window), first, last, len(elsewhere))


def _elsewhere(window: Window, first: date, last: date, chance: np.random.Generator) -> Days:
    days = np.arange(first.toordinal(), last.toordinal() + 1)
    days = days[np.abs(days - window.day.toordinal()) >= window.length]
    if len(days) < window.length:
        raise BadInput(
            f"The time observed leaves fewer than {window.length} other days to compare with. Take a shorter window."
        )
    return chance.choice(days, size=DRAWS)


def _counted(found: Days, window: Window) -> tuple[int, int]:
    day = window.day.toordinal()
    edges = np.searchsorted(found, [day - window.length, day, day + window.length])
    return int(edges[1] - edges[0]), int(edges[2] - edges[1])


def _differences(found: Days, days: Days, window: Window) -> Days:
    before = np.searchsorted(found, days) - np.searchsorted(found, days - window.length)
    after = np.searchsorted(found, days + window.length) - np.searchsorted(found, days)
    return after - before


def _net(
    net: tuple[str, str] | None, found: Mapping[str, Days], told: Mapping[str, Days], window: Window
) -> Change | None:
    if net is None:
        return None
    (out, in_), ends = net, {name: _counted(found[name], window) for name in net}
    before, after = (ends[out][at] - ends[in_][at] for at in (0, 1))
    return _change(before, after, told[out] - told[in_])


def _change(before: int, after: int, elsewhere: Days) -> Change:
    low, middle, high = np.quantile(elsewhere, [0.025, 0.5, 0.975])
    far = np.abs(elsewhere - middle) >= abs(after - before - middle)
    return Change(before, after, after - before, float(low), float(high), float(far.mean()))
