"""The answers of counts: numbers with their doubt, broken down, balanced, and set beside what others printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from habeas.domain.one_list import Why
from habeas.domain.words import Bound
from habeas.register.answers import AsOf, SourceShown
from habeas.register.answers_counts import CountAnswer, DefinitionShown


@dataclass(frozen=True, slots=True)
class Group:
    """A cell of a breakdown; `key` is empty for people of whom no claim tells."""

    key: str
    title: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class GroupedAnswer:
    """A count by what people are; the cells of kinds of which a person can have several may add up to more.

    `hidden` groups are of fewer people than are shown in public, together with one more; `others` is their sum.
    """

    by: str
    several: bool
    total: CountAnswer
    groups: tuple[Group, ...]
    hidden: int = 0
    others: Group | None = None
    floor: int = 0


@dataclass(frozen=True, slots=True)
class CountedPerson:
    """Somebody behind a count: `low` and `high` are what they add to each end."""

    id: str
    name: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class PeopleBehind:
    """The people behind a count, those who count for certain first."""

    total: CountAnswer
    people: tuple[CountedPerson, ...]


@dataclass(frozen=True, slots=True)
class TermShown:
    """A term of a balance at one of its ends: people who came to count (`sign` 1) or ceased to (-1), and why."""

    term: str
    kind: str
    meaning: str
    sign: int
    number: int
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TermPerson:
    """Somebody in a term: the day of the turn, None for what was learned, and the lines behind it."""

    id: str
    name: str
    day: date | None
    because: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class EndShown:
    """One end of a balance: before, the terms, after. They add up, and none of them is what is left over."""

    before: int
    terms: tuple[TermShown, ...]
    after: int


@dataclass(frozen=True, slots=True)
class BalanceAnswer:
    """From one day and moment to another: certain, and possible. `of_to` is as of the later look."""

    definition: DefinitionShown
    of_from: AsOf
    of_to: AsOf
    certain: EndShown
    possible: EndShown


@dataclass(frozen=True, slots=True)
class Published:
    """A number that somebody published: how many of what on which day, as they gave it, and where it stands."""

    number: int
    bound: Bound
    when: str
    first: date
    last: date
    counter: str
    what: str
    recogniser: str
    so_far: bool
    because: int
    source: SourceShown | None


@dataclass(frozen=True, slots=True)
class DayCounted:
    """A day of a series with both ends."""

    day: date
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class SeriesAnswer:
    """A count of many days, all as known through one lens."""

    definition: DefinitionShown
    as_of: AsOf
    days: tuple[DayCounted, ...]


@dataclass(frozen=True, slots=True)
class FlowOfMonth:
    """Times into custody (True) and out of it in a month: the kind and how many."""

    month: date
    turns: tuple[tuple[bool, str, int], ...]

    @property
    def into(self) -> int:
        return sum(number for entry, _, number in self.turns if entry)

    @property
    def out(self) -> int:
        return sum(number for entry, _, number in self.turns if not entry)


@dataclass(frozen=True, slots=True)
class FlowsAnswer:
    """By month, and those that claims leave to more months than one."""

    months: tuple[FlowOfMonth, ...]
    undated: tuple[tuple[bool, str, int], ...]
    as_of: AsOf


@dataclass(frozen=True, slots=True)
class ListOf:
    """A recogniser's list of those held on the day: what its recognition says, its rule-sets, and how many."""

    key: str
    title: str
    designates: str
    rulesets: tuple[str, ...]
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class SharedBy:
    """Two lists laid over each other: people who may be on both, and on one alone; None in public where one is few."""

    one: str
    other: str
    both: int | None
    only_one: int | None
    only_other: int | None


@dataclass(frozen=True, slots=True)
class ListsAnswer:
    """All lists side by side, each by its own definition; none corrects another.

    `beyond` says in words where claims don't reach the day.
    """

    lists: tuple[ListOf, ...]
    pairs: tuple[SharedBy, ...]
    definition: str
    beyond: tuple[str, ...]
    as_of: AsOf


@dataclass(frozen=True, slots=True)
class OneListOnly:
    """Somebody on one list and not on the other, and why.

    `day` is when the other recognised them or took it back, `days` how long after the first, or so far without.
    """

    id: str
    name: str
    why: Why
    day: date | None
    days: int | None


@dataclass(frozen=True, slots=True)
class OnlyOn:
    """Who is on one list and not on the other.

    What each recognition says of people, and by which rule-sets on the day, stands beside it. `usual_lag` is after how
    many days the other follows for half of those on both, where enough are.
    """

    one: str
    other: str
    designates: tuple[str, str]
    rulesets: tuple[tuple[str, ...], tuple[str, ...]]
    usual_lag: int | None
    people: tuple[OneListOnly, ...]
    definition: DefinitionShown
    beyond: tuple[str, ...]
    as_of: AsOf
