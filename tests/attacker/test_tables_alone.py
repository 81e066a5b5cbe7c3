"""Tables that travel without their rows: an attacker with all of one release solves for their small cells.

Regions and the facilities in them are one table in two depths, which is where a small cell of the one can be reckoned
out with the other.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Hashable, Sequence

import pytest

from habeas.domain.suppress import FLOOR, Cell, Table, shown, shown_within
from tests.attacker.of_tables import Alone, read_all_cells, read_cells_there
from tests.attacker.solve import Unknowns

Numbers = dict[str, dict[str, int]]
"""By region, by facility, with those that are empty: the vocabulary tells which there are."""


def a_register(luck: random.Random) -> Numbers:
    most = luck.choice((6, 9, 30))
    regions = [f"region {one}" for one in range(luck.randrange(2, 5))]
    told = {
        one: {f"{one} jail {place}": luck.randrange(most) for place in range(luck.randrange(1, 4))} for one in regions
    }
    return told


def regions_of(numbers: Numbers) -> Table:
    return shown([Cell(one, sum(jails.values()), sum(jails.values())) for one, jails in numbers.items()])


def ours(numbers: Numbers) -> tuple[Table, Table]:
    regions = regions_of(numbers)
    alone = {cell.key for cell in regions.cells}
    by_region = {one: cells_of(jails) for one, jails in numbers.items()}
    rest = [cell for one in numbers if one not in alone for cell in by_region[one]]
    return regions, shown_within([*(by_region[one] for one in numbers if one in alone), rest])


def each_for_itself(numbers: Numbers) -> tuple[Table, Table]:
    """Safe as either table is, and not both together."""
    return regions_of(numbers), shown_within([[cell for jails in numbers.values() for cell in cells_of(jails)]])


def small_ones_alone(numbers: Numbers) -> tuple[Table, Table]:
    """What careless tables do: the small cells are left out, and nothing more."""
    jails = [cell for one in numbers.values() for cell in cells_of(one)]
    large = tuple(cell for cell in jails if cell.low >= FLOOR)
    return regions_of(numbers), Table(large, tuple(cell.key for cell in jails if cell.low < FLOOR))


def cells_of(jails: dict[str, int]) -> list[Cell]:
    return [Cell(name, number, number) for name, number in jails.items() if number]


def attacked(numbers: Numbers, tables: tuple[Table, Table], read: Callable[..., None]) -> list[tuple[Hashable, int]]:
    """The small cells that are left one number, if all that the tables say is written down."""
    regions, jails = tables
    whole = sum(sum(one.values()) for one in numbers.values())
    told = Unknowns(max(whole, FLOOR))
    read_all_cells(told, list(numbers), alone_in(regions))
    told.total(numbers, whole)
    for pool in pools_of(numbers, regions):
        alone = {name: number for name, number in alone_in(jails).items() if name in pool}
        in_all = sum(true_number(numbers, name) for name in pool)
        read(told, pool, alone, in_all - sum(alone.values()))
    for region, names in numbers.items():
        told.weighed({**dict.fromkeys(names, 1), region: -1}, 0, 0)
    cells = [name for names in numbers.values() for name in names]
    found = list(told.recovered([one for one in cells if one not in alone_in(jails)]))
    assert all(number == value for name, value in found for number in [true_number(numbers, name)])
    return found


def pools_of(numbers: Numbers, regions: Table) -> list[list[str]]:
    """Facilities of each region that is told alone, and those of all others: how many are in each follows."""
    alone = alone_in(regions)
    rest = [name for one in numbers if one not in alone for name in numbers[one]]
    return [*(list(numbers[one]) for one in numbers if one in alone), *([rest] if rest else [])]


def alone_in(table: Table) -> Alone:
    return {cell.key: cell.low for cell in table.cells}


def true_number(numbers: Numbers, name: Hashable) -> int:
    return next(jails[str(name)] for jails in numbers.values() if name in jails)


def small_left_out(told: Unknowns, cells: Sequence[Hashable], alone: Alone, rest: int) -> None:
    """What is left out is small."""
    for cell in cells:
        told.number(cell, *((alone[cell],) * 2 if cell in alone else (0, FLOOR - 1)))


def bare(told: Unknowns, cells: Sequence[Hashable], alone: Alone, rest: int) -> None:
    """Without a thought of the rule."""
    for cell in cells:
        told.number(cell, *((alone[cell],) * 2 if cell in alone else (0,)))


def found_in(seeds: range, publish: Callable[[Numbers], tuple[Table, Table]], read: Callable[..., None]) -> list[int]:
    registers = {seed: a_register(random.Random(seed)) for seed in seeds}
    return [seed for seed, numbers in registers.items() if attacked(numbers, publish(numbers), read)]


def test_no_small_cell_of_facilities_is_recovered_with_the_table_of_regions() -> None:
    assert found_in(range(60), ours, read_cells_there) == []


@pytest.mark.proof
def test_no_small_cell_of_facilities_is_recovered_in_many_registers() -> None:
    assert found_in(range(1000, 4000), ours, read_cells_there) == []


def test_two_tables_each_safe_for_itself_are_taken_apart() -> None:
    assert len(found_in(range(60), each_for_itself, bare)) > 2


def test_small_cells_left_out_and_nothing_more_are_recovered() -> None:
    assert len(found_in(range(60), small_ones_alone, small_left_out)) > 20
