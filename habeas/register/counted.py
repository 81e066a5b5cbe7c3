"""The answers of counts: numbers with their doubt, broken down, balanced, and set beside what others printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from habeas.register.answers import AsOf, CountAnswer, DefinitionShown, SourceShown


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
    bound: str
    when: str
    first: date
    last: date
    counter: str
    what: str
    recogniser: str
    so_far: bool
    because: int
    source: SourceShown | None
