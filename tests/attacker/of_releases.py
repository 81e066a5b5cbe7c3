"""What dated releases say of people in no row: each release with its rows and tables, and each beside the others.

The attacker counts the rows anew. Where a table counts more people than there are rows, the rest are people who were to
stay out of sight, in the cells that are told and, by the totals, in those that are not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from habeas.domain.suppress import FLOOR, Band
from tests.attacker.solve import Range, Unknowns

Found = tuple[str, str, int]
"""When, what, how many."""


@dataclass(frozen=True)
class Told:
    """One table of one release: the cells there can be, what rows hold of each, what the table tells of each.

    `together` is what it tells of all the others; None where it leaves them out. `several`: rows can be in more cells
    than one, so that these don't add up to the total. `of_others`: it counts others than those who count on the day,
    such as those who came out before it, or one person twice.
    """

    kind: str
    rows: Mapping[str, int]
    cells: Mapping[str, int]
    together: int | None
    several: bool = False
    of_others: bool = False

    @property
    def keys(self) -> list[str]:
        return sorted(self.rows.keys() | self.cells.keys())


@dataclass(frozen=True)
class Release:
    """All tables of one number, the number itself, how many rows count in it, and what is told of those kept back."""

    name: str
    rows: int
    total: int
    back: Band
    tables: Sequence[Told]

    @property
    def counts_others(self) -> bool:
        """Whether any number is another than the rows': then the tables count people who are in no row."""
        told = ((one.cells[key], one.rows.get(key, 0)) for one in self.tables for key in one.cells)
        return self.total != self.rows or any(number != rows for number, rows in told)


def recovered(releases: Sequence[Release], floor: int = FLOOR) -> Iterator[Found]:
    """Cells, numbers and differences of few people in no row of which one value is left."""
    ranges: list[Range] = []
    for one in releases:
        told = _written_down(one, floor)
        ranges.append(told.range_of("all"))
        cells = {(table.kind, key): f"{table.kind} {key}" for table in one.tables for key in table.keys}
        for name, number in told.recovered(cells, floor):
            yield one.name, cells[name], number  # type: ignore[index]
        for _, number in told.recovered(["all"], floor):
            yield one.name, "kept back", number
    yield from _between(releases, ranges, floor)


def _between(releases: Sequence[Release], ranges: Sequence[Range], floor: int) -> Iterator[Found]:
    """Of two releases the difference, which a row that is gone or new says nothing certain of."""
    for (first, before), (last, after) in combinations(zip(releases, ranges, strict=True), 2):
        least, most = after[0] - before[1], after[1] - before[0]
        if least == most and 0 < abs(least) < floor:
            yield f"{first.name} to {last.name}", "kept back", least


def _written_down(one: Release, floor: int) -> Unknowns:
    """People in no row: in all, and in each cell of each table. Where tables hold rows alone they say no more."""
    told = Unknowns(max(one.back.high, one.total - one.rows, floor))
    told.number("all", one.back.low, one.back.high)
    others = one.counts_others
    if others:
        told.total(["all"], one.total - one.rows)
    for table in one.tables:
        if table.of_others:
            _write_apart(told, table, others)
            continue
        names = [told.number((table.kind, key)) for key in table.keys]
        if not table.several:
            told.weighed({**dict.fromkeys(names, 1), "all": -1}, 0, 0)
        for key, name in zip(table.keys, names, strict=True):
            told.weighed({name: 1, "all": -1}, -told.most, 0)
            if others:
                _write_cell(told, table, key, floor)
        hidden = [key for key in table.keys if key not in table.cells]
        if others and hidden and table.together is not None:
            rest = table.together - sum(table.rows.get(key, 0) for key in hidden)
            told.total([(table.kind, key) for key in hidden], rest)
    return told


def _write_apart(told: Unknowns, table: Told, others: bool) -> None:
    """Nothing ties these to the number of the day or to each other: a cell alone says how many are in no row."""
    for key in table.keys:
        number = table.cells.get(key)
        more = None if number is None else max(number - table.rows.get(key, 0), 0)
        told.number((table.kind, key), 0 if more is None or not others else more, more)


def _write_cell(told: Unknowns, table: Told, key: str, floor: int) -> None:
    """What is told is known; what is left out by itself is small, and what is put together may be the large one."""
    rows, name = table.rows.get(key, 0), (table.kind, key)
    if key in table.cells:
        told.total([name], table.cells[key] - rows)
    elif table.together is None and not table.several:
        told.total([name], 0, max(floor - 1 - rows, 0))
