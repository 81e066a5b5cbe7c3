"""How long custody lasts: the share still held and the share out by each way, with bands, from stays known roughly.

Three things that a plain average of those freed gets wrong: people enter a list when they are recognised, not when they
are arrested, so that those freed sooner are missing; many dates are a month and no day; one way out shuts the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from habeas.problems import BadInput
from habeas.statistics.curves import Curves, Steps, curves
from habeas.statistics.stays import STILL_HELD, Between, Days, Jumps, Stay, draw

_NORMAL_95 = 1.959963984540054
_ROUNDS = 5
"""After so many rounds of drawing days and estimating anew, a further one changes nothing that can be seen."""
FEWEST_WATCHED = 5
"""The curve is told where so many are watched: of fewer, one person would be more than a fifth."""


@dataclass(frozen=True, slots=True)
class Point:
    """A share at so many days after the arrest, and its 95 % band."""

    day: float
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Middle:
    """The length that half outlast, with its 95 % band; None where the curve doesn't come down so far."""

    day: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Durations:
    """Of those held at least `since` days: `held` is the share still held, `ways` the share out by each way.

    `watched` are those under observation on each of the days, by the middle of what is known of theirs.
    """

    stays: int
    releases: int
    since: float
    held: tuple[Point, ...]
    watched: tuple[int, ...]
    ways: tuple[tuple[str, tuple[Point, ...]], ...]
    median: Middle
    draws: int

    @property
    def reached(self) -> tuple[int, ...]:
        """Places of the days on which enough were watched, the first among them anyhow.

        Beyond them one person is a share that can be seen, and the curve says little.
        """
        return tuple(at for at, watched in enumerate(self.watched) if not at or watched >= FEWEST_WATCHED)


def durations(stays: Sequence[Stay], days: Sequence[float], *, draws: int = 20, seed: int = 0) -> Durations:
    """The shares on each of these days after the arrest, by Kaplan-Meier and Aalen-Johansen with delayed entry.

    Where any day is known between two only, all are drawn `draws` times, a release in proportion to the curve itself,
    and the curves put together by Rubin's rules. The same `seed` draws the same days. BadInput where too few were
    watched.
    """
    ways = sorted({one.way for one in stays} - {STILL_HELD})
    since = _since(stays)
    found = _curves(stays, ways, since=since, draws=1 if all(one.exact for one in stays) else draws, seed=seed)
    asked = np.array(sorted(days), dtype=float)
    fine = np.unique(np.concatenate([one.held.days for one in found]))
    held = _pooled([one.held for one in found], fine)
    return Durations(
        stays=len(stays),
        releases=sum(one.way != STILL_HELD for one in stays),
        since=since,
        held=_pooled([one.held for one in found], asked),
        watched=tuple(_watched(stays, day) for day in sorted(days)),
        ways=tuple((way, _pooled([one.ways[at] for one in found], asked)) for at, way in enumerate(ways)),
        median=_middle(held),
        draws=len(found),
    )


def _since(stays: Sequence[Stay]) -> float:
    """The shortest length at which enough are watched, by the middle of what is known of each day."""
    entries = sorted(max(sum(one.watched) / 2 - sum(one.arrested) / 2, 0.0) for one in stays)
    if len(entries) < FEWEST_WATCHED:
        raise BadInput(
            f"{len(entries)} stays are known well enough to be counted, and fewer than {FEWEST_WATCHED} tell nothing."
            " Arrests, recognitions and releases need dates."
        )
    return entries[FEWEST_WATCHED - 1]


def _watched(stays: Sequence[Stay], day: float) -> int:
    return sum(_length(one.watched, one) <= day < _length(one.left, one) for one in stays)


def _length(days: Between, stay: Stay) -> float:
    """From the arrest, by the middle of each."""
    return (sum(days) - sum(stay.arrested)) / 2


def _curves(stays: Sequence[Stay], ways: list[str], *, since: float, draws: int, seed: int) -> list[Curves]:
    chance = np.random.default_rng(seed)
    found = [curves(draw(stays, ways, chance, None), len(ways), since=since) for _ in range(draws)]
    for _ in range(_ROUNDS if draws > 1 else 0):
        jumps = _together([one.jumps for one in found])
        found = [curves(draw(stays, ways, chance, jumps), len(ways), since=since) for _ in range(draws)]
    return found


def _together(jumps: Sequence[Jumps]) -> Jumps:
    lengths = np.concatenate([one.lengths for one in jumps])
    order = np.argsort(lengths, kind="stable")
    return Jumps(lengths[order], np.concatenate([one.shares for one in jumps])[order])


def _pooled(drawn: Sequence[Steps], days: Days) -> tuple[Point, ...]:
    """Rubin's rules: the spread within the draws and that between them; on the log-log scale a band stays in 0 to 1."""
    values, errors = (np.array(both) for both in zip(*(one.at(days) for one in drawn), strict=True))
    share = values.mean(axis=0)
    between = values.var(axis=0, ddof=1) if len(drawn) > 1 else np.zeros_like(share)
    spread = np.sqrt((errors**2).mean(axis=0) + (1 + 1 / len(drawn)) * between)
    inner = np.clip(share, 1e-9, 1 - 1e-9)
    width = np.exp(_NORMAL_95 * spread / np.abs(inner * np.log(inner)))
    low = np.where(spread > 0, inner**width, share)
    high = np.where(spread > 0, inner ** (1 / width), share)
    rows = zip(days, share, low, high, strict=True)
    return tuple(Point(*(float(one) for one in row)) for row in rows)


def _middle(held: Sequence[Point]) -> Middle:
    """Where the curve and its band come down to a half.

    Who is held on a day was held before it, so that no day's band may reach below that of a later one: just after the
    first release the scale that keeps the band within 0 to 1 says nearly nothing.
    """
    days = [point.day for point in held]
    low = np.maximum.accumulate([point.low for point in held][::-1])[::-1]
    high = np.minimum.accumulate([point.high for point in held])
    return Middle(*(_first_below(days, curve) for curve in ([point.share for point in held], low, high)))


def _first_below(days: Sequence[float], curve: Iterable[float]) -> float | None:
    return next((day for day, share in zip(days, curve, strict=True) if share <= 0.5), None)
