"""What a public table may say: no cell of fewer people than the floor, nor what is needed to reckon one out.

Three rules, none of which hangs on what was published before, so that no release can be played off against another. A
public breakdown counts public rows by what those rows show, and nobody else. Within it, cells below the floor, empty
ones too, are put together with the first that isn't in a fixed order: whatever a small cell holds, one fewer would have
been published alike. People who are kept back enter one number, of one definition, given to a step of two floors.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

FLOOR = 5
"""Fewer people than this are not told apart in public."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A part of a breakdown with its two ends; one number alone has them equal."""

    key: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Table:
    """What may be shown. `together` are the keys of the cells that are one, `others` their sum; None where none are.

    Where nothing but the total may be told, there are no cells and no others.
    """

    cells: tuple[Cell, ...]
    together: tuple[str, ...] = ()
    others: Cell | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """At least so many, and at most so many."""

    low: int
    high: int


def shown(cells: Sequence[Cell], floor: int = FLOOR) -> Table:
    """Of cells that a person can be in one of alone, all there can be, in an order that doesn't hang on the numbers."""
    together = put_together([cell.low for cell in cells], floor)
    hidden = [cell for place, cell in enumerate(cells) if place in together]
    keys = tuple(cell.key for cell in hidden)
    if len(hidden) == len(cells):
        return Table((), keys)
    alone = tuple(cell for place, cell in enumerate(cells) if place not in together)
    if not hidden:
        return Table(alone)
    return Table(alone, keys, Cell("", sum(cell.low for cell in hidden), sum(cell.high for cell in hidden)))


def shown_within(pools: Iterable[Sequence[Cell]], floor: int = FLOOR) -> Table:
    """Of cells that stand in a table because somebody is in each. Those put together must not be named.

    A pool are the parts of one whole that another table tells, or of the wholes that it puts together. Small parts are
    put together with others of the same pool: were it of another, the number of the whole would take them apart again.
    """
    alone: list[Cell] = []
    hidden: list[Cell] = []
    for cells in pools:
        together = few_together([max(cell.low, 1) for cell in cells], floor)
        for place, cell in enumerate(cells):
            (hidden if place in together else alone).append(cell)
    keys = tuple(cell.key for cell in hidden)
    if not hidden or not alone:
        return Table(tuple(alone), keys)
    return Table(tuple(alone), keys, Cell("", sum(cell.low for cell in hidden), sum(cell.high for cell in hidden)))


def put_together(numbers: Sequence[int], floor: int = FLOOR) -> frozenset[int]:
    """The places of those below the floor, and of the first that isn't; none if none is below.

    An empty cell is below it: were it shown as such, the others' sum could tell a cell of one.
    """
    small = {place for place, number in enumerate(numbers) if number < floor}
    if not small:
        return frozenset()
    enough = next((place for place in range(len(numbers)) if place not in small), None)
    return frozenset(small if enough is None else small | {enough})


def few_together(numbers: Sequence[int], floor: int = FLOOR) -> frozenset[int]:
    """As `put_together`, where empty cells aren't shown: the places of cells of few, and of others that hide them.

    Others are taken in order until their sum leaves every one of few open; no reader sees which cells are empty and
    which are among these.
    """
    few = {place for place, number in enumerate(numbers) if 0 < number < floor}
    spare = sum(numbers[place] - 1 for place in few)
    alone = True
    for place, number in enumerate(numbers):
        if few and number >= floor and (alone or not spare):
            few.add(place)
            spare += number - floor
            alone = False
    return frozenset(few)


def shown_of_several(cells: Iterable[Cell], total: Cell, floor: int = FLOOR) -> Table:
    """Of cells of which a person can be in several: each by itself, where those in it and those not in it are enough.

    Which cells are left out isn't told: what somebody does for a living can name them.
    """
    return Table(tuple(cell for cell in cells if cell.low >= floor and _enough(total.high - cell.high, floor)))


def widened(low: int, high: int, floor: int = FLOOR) -> tuple[int, int]:
    """Ends between which a number lies, wide enough that neither tells of few: still true, and less exact."""
    if 0 < high < floor:
        return 0, floor - 1
    return (0, high) if 0 < low < floor else (low, high)


def kept_back(number: int, floor: int = FLOOR) -> Band:
    """How many people are withheld, to a step of two floors: from nought, from ten, from twenty.

    Any number within the step reads alike, and so does any difference between two releases smaller than the floor.
    """
    step = 2 * floor
    low = number // step * step
    return Band(low, low + step - 1)


def _enough(number: int, floor: int) -> bool:
    return number <= 0 or number >= floor
