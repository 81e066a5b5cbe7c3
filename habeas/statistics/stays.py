"""Stays in custody as they are known: each day between two, the person under observation from some day on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from habeas.problems import BadInput

Days = npt.NDArray[np.float64]
Between = tuple[float, float]
STILL_HELD = ""
"""The way out of somebody who had not come out when last heard of."""
_SHORTEST = 0.5
"""Days: nobody is held for no time at all."""


@dataclass(frozen=True, slots=True)
class Stay:
    """Days of the calendar as numbers, each between two (equal where the day is known).

    `watched` is when the person came under observation: when a list first named them, not when they were arrested.
    """

    arrested: Between
    watched: Between
    left: Between
    way: str = STILL_HELD

    def __post_init__(self) -> None:
        if any(first > last for first, last in (self.arrested, self.watched, self.left)):
            raise BadInput("Of the two days between which something happened, the earlier stands first.")
        if self.left[1] <= max(self.arrested[0], self.watched[0]):
            raise BadInput("A stay that ended before anybody watched it can't be counted. Leave it out.")

    @property
    def exact(self) -> bool:
        return all(first == last for first, last in (self.arrested, self.watched, self.left))


@dataclass(frozen=True, slots=True)
class Drawn:
    """Stays with every day drawn from where it may lie: from which length on watched, and how long, in days."""

    watched: Days
    lasted: Days
    way: npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Jumps:
    """Lengths at which people came out, and how large a share at each: from what a day of release is drawn."""

    lengths: Days
    shares: Days


def draw(stays: Sequence[Stay], ways: Sequence[str], chance: np.random.Generator, jumps: Jumps | None) -> Drawn:
    """Draw every day within its bounds: evenly, but a release in proportion to `jumps` where some lie within."""
    arrested = _evenly([one.arrested for one in stays], chance)
    watched = np.maximum(_evenly([one.watched for one in stays], chance), arrested)
    left = _evenly([one.left for one in stays], chance)
    if jumps is not None:
        rough = np.array([one.way != STILL_HELD and one.left[0] < one.left[1] for one in stays], dtype=bool)
        bounds = np.array([one.left for one in stays], dtype=float) - arrested[:, None]
        lengths = _among(jumps, bounds, chance)
        left = np.where(rough & np.isfinite(lengths), arrested + lengths, left)
    way = np.array([ways.index(one.way) + 1 if one.way != STILL_HELD else 0 for one in stays])
    # Whoever is told of came out after they were first watched; a draw against that moves the entry, never the release.
    left = np.maximum(left, arrested + _SHORTEST)
    return Drawn(np.minimum(watched, left - _SHORTEST) - arrested, left - arrested, way)


def _evenly(between: Sequence[Between], chance: np.random.Generator) -> Days:
    bounds = np.array(between, dtype=float)
    drawn: Days = bounds[:, 0] + chance.random(len(bounds)) * (bounds[:, 1] - bounds[:, 0])
    return drawn


def _among(jumps: Jumps, bounds: Days, chance: np.random.Generator) -> Days:
    """For each pair of bounds a length at which others came out between them; not a number where nobody did."""
    risen = np.concatenate(([0.0], np.cumsum(jumps.shares)))
    start, end = (np.searchsorted(jumps.lengths, bounds[:, at], side="right") for at in (0, 1))
    drawn = risen[start] + chance.random(len(bounds)) * (risen[end] - risen[start])
    place = np.clip(np.searchsorted(risen, drawn, side="right") - 1, start, np.maximum(end - 1, start))
    found: Days = np.full(len(bounds), np.nan)
    some = risen[end] > risen[start]
    found[some] = jumps.lengths[place[some]]
    return found
