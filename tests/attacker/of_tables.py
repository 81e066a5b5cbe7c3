"""What a table with small cells says to who knows the rule by which they were put together."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from itertools import combinations

import numpy as np

from habeas.domain.suppress import FLOOR
from tests.attacker.solve import Unknowns

Alone = Mapping[Hashable, int]


def read_all_cells(told: Unknowns, cells: Sequence[Hashable], alone: Alone, floor: int = FLOOR) -> None:
    """A table of all cells there can be, in the order of the rule: those not told are small but one.

    That one is the first that isn't small, so that none of those told stands before it. Where nothing is told alone
    there may be none that isn't small.
    """
    hidden, large = _hidden(told, cells, alone, floor=floor)
    if hidden:
        told.total(large, 1 if alone else 0, 1)


def read_cells_there(told: Unknowns, cells: Sequence[Hashable], alone: Alone, rest: int, floor: int = FLOOR) -> None:
    """A table of cells that somebody is in, of which those put together aren't named: `rest` people are in them.

    Of all cells that there could be, in their order, somebody is in those that are told and in some of the others.
    Large ones were taken in order until no small one was left fixed.
    """
    hidden, large = _hidden(told, cells, alone, floor=floor)
    there = [told.number(("there", cell), 0, 1) for cell in hidden]
    for cell, one, is_large in zip(hidden, there, large, strict=True):
        told.weighed({cell: 1, one: -1}, 0, np.inf)
        told.weighed({cell: 1, one: -told.most}, -np.inf, 0)
        told.weighed({one: 1, is_large: -1}, 0, np.inf)
    told.total(hidden, rest)
    if not rest:
        return
    told.weighed({**dict.fromkeys(there, 1), **dict.fromkeys(large, -1)}, 1, np.inf)
    if alone:
        told.total(large, 1, len(hidden))
        told.weighed({**dict.fromkeys(there, -1), **dict.fromkeys(large, 1 - floor)}, 1 - rest, np.inf)
    for first, last in combinations(range(len(hidden)), 2):
        # A second large one was taken only if no small one holds more than 1, the fewest there can be.
        both = {large[first]: told.most, large[last]: told.most}
        told.weighed({hidden[first]: 1, **both}, -np.inf, floor + 2 * told.most)
        for place, cell in enumerate(hidden):
            if place not in (first, last):
                told.weighed({cell: 1, **both, large[place]: -told.most}, -np.inf, 1 + 2 * told.most)


def _hidden(
    told: Unknowns, cells: Sequence[Hashable], alone: Alone, *, floor: int
) -> tuple[list[Hashable], list[Hashable]]:
    """Names of those that aren't told, and beside each whether it isn't small; those told become known numbers."""
    for cell in cells:
        told.number(cell, *((alone[cell],) * 2 if cell in alone else (0,)))
    hidden = [cell for cell in cells if cell not in alone]
    first = next((place for place, cell in enumerate(cells) if cell in alone), len(cells))
    large = [told.number(("large", cell), 0, int(cells.index(cell) < first)) for cell in hidden]
    for cell, one in zip(hidden, large, strict=True):
        told.small_unless(cell, one, floor)
    return hidden, large
