"""What the API answers beside the register's own answers: pages of lists, counts and balances, and problems."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from habeas.register.answers import AsOf, SourceShown
from habeas.register.answers_agreements import AgreementRow, InstrumentRow
from habeas.register.answers_batches import BatchRow
from habeas.register.answers_counts import DefinitionShown
from habeas.register.answers_people import Choice, Found, PersonRow
from habeas.register.counted import DayCounted, Group

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a question: in which part of it, and what to do next."""

    status: int
    title: str
    what: str
    where: str
    next: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of a list. `total` counts all pages, `next` is the address of the following one."""

    total: int
    page: int
    pages: int
    next: str | None
    as_of: AsOf


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """The values by which a list can be narrowed further, with how many people have each."""

    filter: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class People(Leaf):
    """People, by name."""

    rows: tuple[PersonRow, ...]
    choices: tuple[FilterChoices, ...]


@dataclass(frozen=True, slots=True)
class Releases(Leaf):
    """Releases of several people, by date."""

    rows: tuple[BatchRow, ...]


@dataclass(frozen=True, slots=True)
class Agreements(Leaf):
    """Agreements, by date."""

    rows: tuple[AgreementRow, ...]


@dataclass(frozen=True, slots=True)
class Instruments(Leaf):
    """Legal acts of sanctions, by their beginning."""

    rows: tuple[InstrumentRow, ...]


@dataclass(frozen=True, slots=True)
class Sources(Leaf):
    """Sources, the latest published first."""

    rows: tuple[SourceShown, ...]


@dataclass(frozen=True, slots=True)
class Definitions:
    """What a count can count; the first is used where a question names none."""

    rows: tuple[DefinitionShown, ...]
    version: str


@dataclass(frozen=True, slots=True)
class Findings:
    """People whom a name may mean, the likeliest first."""

    rows: tuple[Found, ...]
    as_of: AsOf


@dataclass(frozen=True, slots=True)
class Count:
    """A count, broken down if asked. Groups of fewer people than `floor` are in `others` together and nowhere else.

    `several`: a person can be in more groups than one, so that they may add up to more than the count. `beyond` says
    in words where claims don't reach the day.
    """

    low: int
    high: int
    definition: DefinitionShown
    by: str
    several: bool
    floor: int
    groups: tuple[Group, ...]
    others: Group | None
    beyond: tuple[str, ...]
    as_of: AsOf


@dataclass(frozen=True, slots=True)
class BalanceTerm:
    """People who came to count (`sign` 1) or ceased to (-1), and by what."""

    term: str
    kind: str
    meaning: str
    sign: int
    number: int


@dataclass(frozen=True, slots=True)
class BalanceEnd:
    """One end of a balance; before, the terms and after add up."""

    before: int
    terms: tuple[BalanceTerm, ...]
    after: int


@dataclass(frozen=True, slots=True)
class Balance:
    """Why the count of one day became that of another: for certain, and possibly.

    `beyond` says in words where claims don't reach one of the days.
    """

    definition: DefinitionShown
    of_from: AsOf
    of_to: AsOf
    certain: BalanceEnd
    possible: BalanceEnd
    beyond: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OverTime:
    """A count of each day, or of every so many, from one to another, all as known at one moment.

    `beyond` says in words where claims don't reach the day through which one looks.
    """

    definition: DefinitionShown
    every: int
    days: tuple[DayCounted, ...]
    beyond: tuple[str, ...]
    as_of: AsOf


@dataclass(frozen=True, slots=True)
class ReleaseKnown:
    """A data release of a public copy: what `known` calls it, and its day; by the day `known` finds the last of it."""

    known: str
    day: date


@dataclass(frozen=True, slots=True)
class Version:
    """What answers. In a public copy `known` can name these data releases alone; elsewhere any day will do."""

    version: str
    replay: bool
    copy: bool
    releases: tuple[ReleaseKnown, ...]
    latest: date


def leaf(
    made: Callable[..., T],
    rows: Sequence[object],
    *,
    page: int,
    per_page: int,
    following: Callable[[int], str],
    as_of: AsOf,
) -> T:
    """The page of a list that is held whole; a page past the last is empty."""
    pages = max(1, -(-len(rows) // per_page))
    return made(
        total=len(rows),
        page=page,
        pages=pages,
        next=following(page + 1) if page < pages else None,
        as_of=as_of,
        rows=tuple(rows[(page - 1) * per_page : page * per_page]),
    )
