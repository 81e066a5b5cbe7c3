"""What is told of people: one of them whole, the rows of a list, and what a search finds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from habeas.domain.words import Status
from habeas.register.answers import AsOf, ClaimShown, Conflict
from habeas.register.answers_releases import ReleaseShown


@dataclass(frozen=True, slots=True)
class NameShown:
    """A name as printed; several equal ones are one with several lines behind it."""

    text: str
    language: str
    form: str
    because: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SpellShown:
    """A spell for drawing: half-open days, status, what it may be, reasons."""

    first: date
    end: date
    status: Status
    may_be: tuple[Status, ...]
    because: tuple[int, ...]
    against: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AnswerOnceGiven:
    """What the register said of a day from a moment of our past on, until the next of these."""

    since: datetime
    status: Status


@dataclass(frozen=True, slots=True)
class RecognitionShown:
    """A recognition as it stands on the day asked for; `kind` is recognised, refused, withdrawn or assessed."""

    recogniser: str
    kind: str
    since: str
    ruleset: str
    criteria: tuple[str, ...]
    because: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Membership:
    """That a person is counted among a batch, and what came of it: free, held, uncertain or unknown just after."""

    batch: str
    title: str
    when: str
    stage: str
    status_after: Status
    because: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PersonAnswer:
    """Everything about one person through one lens. `low` and `high` are 0 or 1: held for certain, possibly held."""

    id: str
    name: str
    names: tuple[NameShown, ...]
    status: Status
    low: int
    high: int
    since: date | None
    last_heard: date | None
    because: tuple[int, ...]
    spells: tuple[SpellShown, ...]
    once_given: tuple[AnswerOnceGiven, ...]
    recognitions: tuple[RecognitionShown, ...]
    memberships: tuple[Membership, ...]
    claims: tuple[ClaimShown, ...]
    conflicts: tuple[Conflict, ...]
    warnings: tuple[str, ...]
    as_of: AsOf
    releases: tuple[ReleaseShown, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person in a list."""

    id: str
    name: str
    other_names: tuple[str, ...]
    status: Status
    since: date | None
    facility: str
    articles: tuple[str, ...]
    recognisers: tuple[str, ...]
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list of people is narrowed by; empty fields narrow nothing."""

    status: str = ""
    facility: str = ""
    article: str = ""
    recogniser: str = ""
    definition: str = ""
    batch: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a filter offers, with how many people of the list have it."""

    key: str
    title: str
    number: int


@dataclass(frozen=True)
class Listed:
    """Everybody who fits, by name; what each adds to the number of a definition; what the list can be narrowed to."""

    people: Sequence[str]
    adds: Mapping[str, tuple[int, int]] | None
    choices: tuple[tuple[str, tuple[Choice, ...]], ...]

    @cached_property
    def narrowing(self) -> str:
        """The choices with their numbers, in short; how they are called follows from their keys."""
        return repr([(name, [(one.key, one.number) for one in choices]) for name, choices in self.choices])


@dataclass(frozen=True, slots=True)
class PeopleAnswer:
    """One page of a list of people; `total` counts all pages; `choices` maps a filter's name to its values."""

    rows: tuple[PersonRow, ...]
    total: int
    page: int
    pages: int
    filters: Filters
    choices: tuple[tuple[str, tuple[Choice, ...]], ...]
    as_of: AsOf


@dataclass(frozen=True, slots=True)
class Found:
    """A search result; `reasons` say why, in words."""

    id: str
    name: str
    names: tuple[str, ...]
    probability: float
    status: Status
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Redirect:
    """The id asked for is one of several mentions of a person; `to` is the one under which the person is shown."""

    to: str
