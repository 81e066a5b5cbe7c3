"""The share still held and the share out by each way, from stays whose days are all known or drawn.

Kaplan-Meier with delayed entry by the library; the share out by one of several ways is Aalen and Johansen's (1978), on
the library's own risk sets, since the library's curve of that kind knows no delayed entry.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass

import numpy as np

from habeas.statistics.stays import Days, Drawn, Jumps


@dataclass(frozen=True, slots=True)
class Steps:
    """A curve of steps: its value from each day on, with its standard error; before the first, `start` without any."""

    days: Days
    values: Days
    errors: Days
    start: float

    def at(self, days: Days) -> tuple[Days, Days]:
        place = np.searchsorted(self.days, days, side="right")
        return np.concatenate(([self.start], self.values))[place], np.concatenate(([0.0], self.errors))[place]


@dataclass(frozen=True, slots=True)
class Curves:
    """The share held and the shares out by way; `watched` are those under observation when anybody came out."""

    held: Steps
    ways: tuple[Steps, ...]
    watched: Days
    jumps: Jumps


def curves(drawn: Drawn, ways: int, *, since: float) -> Curves:
    """From `since` days after the arrest on: of those who were held so long, since before too few were watched."""
    from statsmodels.duration.survfunc import SurvfuncRight  # Loaded by whoever estimates alone: it takes its time.

    kept = drawn.lasted > since
    entry, lasted, way = np.maximum(drawn.watched[kept], since), drawn.lasted[kept], drawn.way[kept]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        found = SurvfuncRight(lasted, (way > 0).astype(int), entry=entry)
    days, watched = np.asarray(found.surv_times, dtype=float), np.asarray(found.n_risk, dtype=float)
    share, error = np.asarray(found.surv_prob, dtype=float), np.nan_to_num(np.asarray(found.surv_prob_se, dtype=float))
    before = np.concatenate(([1.0], share[:-1]))
    by_way = [_on_each(days, lasted[way == one]) for one in range(1, ways + 1)]
    everybody = np.sum(by_way, axis=0) if by_way else np.zeros_like(days)
    out = tuple(_out(days, one, everybody, watched, before) for one in by_way)
    return Curves(Steps(days, share, error, 1.0), out, watched, Jumps(days, before - share))


def _on_each(days: Days, lasted: Days) -> Days:
    """How many stays ended on each of the days."""
    return np.bincount(np.searchsorted(days, lasted), minlength=len(days)).astype(float)


def _out(days: Days, events: Days, everybody: Days, watched: Days, before: Days) -> Steps:
    """The share out by one way, and its error by the delta method (Marubini and Valsecchi 1995)."""
    share = np.cumsum(before * events / watched)
    left = np.maximum(watched - everybody, 0.5)
    any_way = everybody / (watched * left)
    this_way = before**2 * (watched - events) * events / watched**3
    crossed = before * events / watched**2
    # The square of (share now - share then) opened, so that sums over earlier days are running sums.
    first = share**2 * np.cumsum(any_way) - 2 * share * np.cumsum(share * any_way) + np.cumsum(share**2 * any_way)
    third = share * np.cumsum(crossed) - np.cumsum(share * crossed)
    return Steps(days, share, np.sqrt(np.maximum(first + np.cumsum(this_way) - 2 * third, 0.0)), 0.0)
