"""An attacker with every public table of ten dated releases and every public row gets at no cell below the floor."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

import pytest

from habeas.domain.suppress import FLOOR, Band, Cell, kept_back, put_together, shown, shown_of_several, widened
from tests.attacker.of_releases import Release, Told
from tests.attacker.of_releases import recovered as attack

RELEASES = 10
PLACES = ("untold", "east", "north", "west")


def cells(numbers: Sequence[int]) -> list[Cell]:
    return [Cell(str(place), number, number) for place, number in enumerate(numbers)]


@pytest.mark.parametrize(("width", "most", "floor"), [(2, 16, 5), (3, 11, 5), (3, 9, 3), (4, 7, 3)])
def test_nobody_who_knows_the_rule_and_the_total_can_tell_a_small_cell(width: int, most: int, floor: int) -> None:
    """Every table there can be is tried: those published alike leave each small cell at least two values."""
    alike: dict[object, list[tuple[int, ...]]] = defaultdict(list)
    for numbers in product(range(most + 1), repeat=width):
        table = shown(cells(numbers), floor)
        alike[sum(numbers), table.cells, table.together, table.others].append(numbers)
    for tables in alike.values():
        values = [{numbers[place] for numbers in tables} for place in range(width)]
        # Of a table with the highest number tried, one of the others published alike was not tried.
        for numbers in (one for one in tables if max(one) < most):
            assert all(len(values[place]) > 1 for place, number in enumerate(numbers) if 0 < number < floor), numbers


def test_small_cells_are_put_together_with_the_first_that_is_not_small() -> None:
    table = shown([Cell("a", 2, 3), Cell("b", 40, 41), Cell("c", 0, 0), Cell("d", 9, 9)])
    assert [cell.key for cell in table.cells] == ["d"]
    assert table.together == ("a", "b", "c") and table.others == Cell("", 42, 44)
    assert put_together([5, 6, 7]) == frozenset()


def test_where_all_but_one_are_small_only_the_total_is_left() -> None:
    table = shown([Cell("a", 30, 30), Cell("b", 1, 1)])
    assert not table.cells and table.others is None and table.together == ("a", "b")


def test_of_several_traits_each_stands_alone_and_rare_ones_are_not_named() -> None:
    told = [Cell("journalist", 12, 13), Cell("astronomer", 1, 1), Cell("worker", 38, 38)]
    assert [cell.key for cell in shown_of_several(told, Cell("", 40, 40)).cells] == ["journalist"]


@pytest.mark.parametrize(("number", "band"), [(0, Band(0, 9)), (9, Band(0, 9)), (10, Band(10, 19)), (27, Band(20, 29))])
def test_those_kept_back_are_told_to_a_step_of_two_floors(number: int, band: Band) -> None:
    assert kept_back(number) == band


@dataclass(frozen=True)
class Held:
    """Somebody at a release: held at a place, and kept from the public or not."""

    place: str
    hidden: bool


People = Mapping[int, Held]


@dataclass(frozen=True)
class Published:
    """All that a reader has of one release: the rows, a table of them, and the one number of those kept back."""

    rows: Mapping[int, str]
    table: Mapping[str, int]
    together: int | None
    total: int
    back: Band


def releases(luck: random.Random) -> list[People]:
    """People come, go, are moved, withheld and cleared; in some registers few are ever withheld."""
    share = luck.choice([0.05, 0.3, 0.7])
    people = {one: Held(luck.choice(PLACES), luck.random() < share) for one in range(luck.randrange(3, 30))}
    made = [dict(people)]
    for release in range(1, RELEASES):
        for one in list(people):
            chance = luck.random()
            if chance < 0.08:
                del people[one]
            elif chance < 0.15:
                people[one] = replace(people[one], hidden=not people[one].hidden)
            elif chance < 0.2:
                people[one] = replace(people[one], place=luck.choice(PLACES))
        for one in range(luck.randrange(6)):
            people[release * 100 + one] = Held(luck.choice(PLACES), luck.random() < share)
        made.append(dict(people))
    return made


def published(people: People) -> Published:
    rows = {one: held.place for one, held in people.items() if not held.hidden}
    table = shown([Cell(place, number, number) for place, number in _by_place(rows.values()).items()])
    together = table.others.low if table.others else len(rows) if table.together else None
    back = kept_back(sum(held.hidden for held in people.values()))
    return Published(rows, {cell.key: cell.low for cell in table.cells}, together, len(rows), back)


def careless(people: People) -> Published:
    """What lists do: withheld people are left out of the rows and counted in the tables, and the total is exact."""
    rows = {one: held.place for one, held in people.items() if not held.hidden}
    everybody = _by_place(held.place for held in people.values())
    hidden = len(people) - len(rows)
    return Published(rows, everybody, None, len(people), Band(hidden, hidden))


def half_careful(people: People) -> Published:
    """Withheld people are counted, small cells left out, and what is kept back told to a step."""
    one = careless(people)
    large = {place: number for place, number in one.table.items() if number >= FLOOR}
    return replace(one, table=large, back=kept_back(one.back.low))


def _by_place(places: object) -> dict[str, int]:
    found = Counter(places)  # type: ignore[call-overload]
    return {place: found[place] for place in PLACES}


def recovered(told: Sequence[Published]) -> list[tuple[str, str, int]]:
    """What the attacker finds of people in no row, with every release and every row."""
    return list(attack([as_read(str(place), one) for place, one in enumerate(told)]))


def as_read(name: str, one: Published) -> Release:
    table = Told("place", _by_place(one.rows.values()), one.table, one.together)
    return Release(name, len(one.rows), one.total, one.back, [table])


def nothing_is_recovered(seed: int) -> None:
    made = releases(random.Random(seed))
    told = [published(people) for people in made]
    assert not recovered(told)
    for people, one in zip(made, told, strict=True):
        visible = Counter(one.rows.values())
        assert all(number == visible[place] for place, number in one.table.items()), "a table says what the rows say"
        assert all(number >= FLOOR for number in one.table.values())
        assert one.back.low <= sum(held.hidden for held in people.values()) <= one.back.high


@pytest.mark.parametrize("seed", range(6))
def test_ten_dated_releases_give_no_small_cell_away(seed: int) -> None:
    nothing_is_recovered(seed)


@pytest.mark.proof
@pytest.mark.parametrize("seed", range(1000, 1500))
def test_ten_dated_releases_of_many_registers_give_no_small_cell_away(seed: int) -> None:
    nothing_is_recovered(seed)


@pytest.mark.parametrize("publish", [careless, half_careful])
def test_the_same_attacker_gets_at_cells_of_careless_tables(publish: Callable[[People], Published]) -> None:
    """Each thing that is found is so: the attacker doesn't guess."""
    for seed in range(3):
        made = releases(random.Random(seed))
        found = [one for one in recovered([publish(people) for people in made]) if one[1] != "kept back"]
        assert found
        for release, cell, number in found:
            place = cell.removeprefix("place ")
            hidden = [one for one in made[int(release)].values() if one.hidden and one.place == place]
            assert len(hidden) == number


@pytest.mark.parametrize("floor", [2, 5])
def test_whatever_is_published_of_those_kept_back_another_past_would_have_been_published_alike(floor: int) -> None:
    """Of every two numbers: some other two read the same, and differ by another number."""
    most = 6 * floor
    alike: dict[object, set[int]] = defaultdict(set)
    for first, last in product(range(most), repeat=2):
        alike[kept_back(first, floor), kept_back(last, floor)].add(last - first)
    assert all(len(differences) > 1 for differences in alike.values())


@pytest.mark.parametrize(
    ("told", "public"),
    [((0, 0), (0, 0)), ((2, 4), (0, 4)), ((0, 1), (0, 4)), ((3, 9), (0, 9)), ((0, 7), (0, 7)), ((5, 9), (5, 9))],
)
def test_ends_of_few_are_widened_and_stay_true(told: tuple[int, int], public: tuple[int, int]) -> None:
    assert widened(*told) == public
    assert public[0] <= told[0] and told[1] <= public[1]
