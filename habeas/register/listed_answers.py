"""What the register answers when it is asked for the lists of one release beside each other."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.domain.words import Answer, Nearness, Status
from habeas.register.answers import AsOf, SourceShown
from habeas.register.answers_batches import Bounds, Figure
from habeas.register.freedom import Freedom


@dataclass(frozen=True, slots=True)
class Dropped:
    """A row that an earlier version of a list had and the latest has not."""

    row: int
    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class ListShown:
    """One list, or what one source says of members without a list; `rows` are those that name somebody."""

    id: str
    is_list: bool
    source: SourceShown
    speaker: str
    nearness: Nearness
    version: int
    rows: int
    claimed_complete: Answer
    dropped: tuple[Dropped, ...]
    because: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Mentioned:
    """Where a list has somebody: the row (nought without a list), how it prints the name, and the line that says so."""

    list: str
    row: int
    text: str
    dropped: bool
    number: int


@dataclass(frozen=True, slots=True)
class OnLists:
    """A person, or a row that is nobody yet, with a place for each list in order; `alone` is on one of several."""

    person: str | None
    subject: str
    name: str
    outcome: str
    citizenships: tuple[str, ...]
    mentions: tuple[Mentioned | None, ...]
    freedom: Freedom
    says_free: tuple[str, ...]
    denies: tuple[str, ...]
    status_after: Status
    status: Status
    alone: bool
    because: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """The six totals of a release, each by its speakers, or ours with its doubt."""

    announced: tuple[Figure, ...]
    named: tuple[Figure, ...]
    matched: Bounds
    verified: tuple[Figure, ...]
    recognised: tuple[Figure, ...]
    ours: Bounds


@dataclass(frozen=True, slots=True)
class ListsAnswer:
    """The lists of one release side by side; `nameless` are members whom nobody names."""

    batch: str
    title: str
    when: str
    totals: Totals
    lists: tuple[ListShown, ...]
    people: tuple[OnLists, ...]
    nameless: int
    as_of: AsOf
