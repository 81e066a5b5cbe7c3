"""What is told of a release of several people: its totals, stages and members."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.domain.words import Counted, Status
from habeas.register.answers import AsOf, ClaimShown, Conflict, SourceShown
from habeas.register.answers_people import PersonRow
from habeas.register.answers_releases import DueOutShown, Share


@dataclass(frozen=True, slots=True)
class Figure:
    """A speaker's figure: who says how many of what, and the lines behind it."""

    speaker: str
    counted: Counted
    what: str
    number: int
    because: tuple[int, ...]
    source: SourceShown | None = None


@dataclass(frozen=True, slots=True)
class Bounds:
    """A number of ours with its doubt: certain and possible."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class StageShown:
    """A stage of a release, in order, with what each speaker says of it."""

    stage: str
    order: int
    title: str
    when: str
    country: str
    place: str
    number: int | None
    members: int
    because: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ListedAt:
    """A list that names a member, who speaks in it, and how it prints the name.

    `row` is nought for the public: the number of a row tells of rows that don't go out.
    """

    listing: str
    speaker: str
    text: str
    row: int = 0


@dataclass(frozen=True, slots=True)
class MemberShown:
    """A member of a batch. Without a name: `person` is None. `outcome`: matched, unclear, new, absent or nameless.

    `rows` are those of the lists that name the member; `speakers` may name somebody without a list.
    """

    person: str | None
    name: str
    stage: str
    outcome: str
    status_after: Status
    status: Status
    speakers: tuple[str, ...]
    because: tuple[int, ...]
    rows: tuple[ListedAt, ...] = ()


@dataclass(frozen=True, slots=True)
class BatchAnswer:
    """A release of several people: six totals with their speakers, stages, members and what conflicts."""

    id: str
    title: str
    when: str
    announcer: str
    announced: tuple[Figure, ...]
    named: tuple[Figure, ...]
    matched: Bounds
    verified: tuple[Figure, ...]
    recognised: tuple[Figure, ...]
    ours: Bounds
    other_figures: tuple[Figure, ...]
    stages: tuple[StageShown, ...]
    members: tuple[MemberShown, ...]
    remaining: tuple[PersonRow, ...]
    conflicts: tuple[Conflict, ...]
    claims: tuple[ClaimShown, ...]
    as_of: AsOf
    breakdown: tuple[Share, ...] = ()
    due_out: tuple[tuple[str, DueOutShown], ...] = ()


@dataclass(frozen=True, slots=True)
class BatchRow:
    """A batch in the list of batches."""

    id: str
    title: str
    when: str
    announced: int | None
    matched: Bounds
    ours: Bounds
