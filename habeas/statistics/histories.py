"""Lists of the same people laid over each other: how many stand on just these lists and on no other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product

from habeas.problems import BadInput

MOST_LISTS = 5
"""With six there are 32,768 models of two-way dependence, and no reader to look at them."""


@dataclass(frozen=True, slots=True)
class Histories:
    """How many people have each history: a tuple of 0 and 1, one for each list, in the order of `lists`.

    Every history but the empty one stands in `counts`, if only with nought: nobody knows the number of the empty one.
    """

    lists: tuple[str, ...]
    counts: Mapping[tuple[int, ...], int]

    def __post_init__(self) -> None:
        if not 2 <= len(self.lists) <= MOST_LISTS:
            raise BadInput(f"An undercount is estimated from 2 to {MOST_LISTS} lists, and there are {len(self.lists)}.")
        if set(self.counts) != set(histories(len(self.lists))):
            raise BadInput("Every history but the empty one has a count, if only 0.")
        if any(number < 0 for number in self.counts.values()):
            raise BadInput("A number of people is 0 or more.")

    @property
    def people(self) -> int:
        """People on one list at least."""
        return sum(self.counts.values())

    def on(self, *places: int) -> int:
        """People on all of these lists, by their places."""
        return sum(number for one, number in self.counts.items() if all(one[place] for place in places))

    def pairs(self) -> Iterator[tuple[int, int]]:
        return combinations(range(len(self.lists)), 2)

    def overlap(self, one: int, other: int) -> float:
        """The share of the shorter list that stands on the other as well."""
        shorter = min(self.on(one), self.on(other))
        return self.on(one, other) / shorter if shorter else 0.0


def histories(lists: int) -> list[tuple[int, ...]]:
    """All but the empty one, the fullest first."""
    return [one for one in product((1, 0), repeat=lists) if any(one)]


def of_members(members: Mapping[str, Collection[Hashable]]) -> Histories:
    """From who stands on which list; people are told apart by whatever names them."""
    sets = {name: frozenset(on) for name, on in members.items()}
    counted = Counter(tuple(int(person in on) for on in sets.values()) for person in frozenset().union(*sets.values()))
    return Histories(tuple(sets), {one: counted[one] for one in histories(len(sets))})
