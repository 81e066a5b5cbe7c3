"""Whole numbers that nobody told, what is known of them, and the least and the most that each can be.

The attacker of the tests writes down what tables say and asks for the tightest range of each number: two integer
programmes for each, so that no range is wider than it must be.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from habeas.domain.suppress import FLOOR

Range = tuple[int, int]


@dataclass
class Unknowns:
    """Numbers by name, of at least nought and at most `most`, and sums of them that are known within bounds."""

    most: int
    _places: dict[Hashable, int] = field(default_factory=dict)
    _bounds: list[Range] = field(default_factory=list)
    _sums: list[tuple[dict[int, int], float, float]] = field(default_factory=list)

    def number(self, name: Hashable, low: int = 0, high: int | None = None) -> Hashable:
        self._places[name] = len(self._places)
        self._bounds.append((low, self.most if high is None else high))
        return name

    def total(self, parts: Iterable[Hashable], low: float, high: float | None = None) -> None:
        """The parts add up to `low`, or to something between `low` and `high`."""
        self.weighed(dict.fromkeys(parts, 1), low, low if high is None else high)

    def weighed(self, parts: Mapping[Hashable, int], low: float, high: float) -> None:
        self._sums.append(({self._places[name]: weight for name, weight in parts.items()}, low, high))

    def small_unless(self, name: Hashable, large: Hashable, floor: int = FLOOR) -> None:
        """`large` is 1 where the number isn't below the floor, and 0 where it is."""
        self.weighed({name: 1, large: -floor}, 0, np.inf)
        self.weighed({name: 1, large: -self.most}, -np.inf, floor - 1)

    def range_of(self, name: Hashable) -> Range:
        least, most = (self._solve(self._places[name], sign) for sign in (1, -1))
        return least, most

    def recovered(self, names: Iterable[Hashable], floor: int = FLOOR) -> Iterator[tuple[Hashable, int]]:
        """Those of which one number of few people is left."""
        for name in names:
            least, most = self.range_of(name)
            if least == most and 0 < least < floor:
                yield name, least

    def _solve(self, place: int, sign: int) -> int:
        wanted = np.zeros(len(self._places))
        wanted[place] = sign
        found = milp(
            wanted,
            integrality=np.ones(len(wanted)),
            bounds=Bounds(*np.array(self._bounds, dtype=float).T),
            constraints=self._constraints(),
        )
        assert found.success, f"what the tables say can't all be true: {found.message}"
        return round(float(found.x[place]))

    def _constraints(self) -> list[LinearConstraint]:
        if not self._sums:
            return []
        matrix = np.zeros((len(self._sums), len(self._places)))
        for row, (parts, _, _) in enumerate(self._sums):
            for place, weight in parts.items():
                matrix[row, place] = weight
        lows, highs = zip(*((low, high) for _, low, high in self._sums), strict=True)
        return [LinearConstraint(matrix, lows, highs)]
