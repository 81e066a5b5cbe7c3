"""A number of people held with its definition, and the front page that shows such numbers."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.domain.words import Span, Status, Unit
from habeas.register.answers import AsOf
from habeas.register.answers_batches import BatchRow


@dataclass(frozen=True, slots=True)
class DefinitionShown:
    """A counting definition to stand beside its number; `recognisers` is empty where recognition doesn't matter."""

    key: str
    version: str
    owner: str
    title: str
    text: str
    statuses: tuple[Status, ...]
    recognisers: tuple[str, ...]
    of_each: bool
    unit: Unit
    span: Span
    keeps_deaths: bool


@dataclass(frozen=True, slots=True)
class CountAnswer:
    """People held for certain (`low`) and possibly (`high`) under a definition."""

    low: int
    high: int
    definition: DefinitionShown
    as_of: AsOf


@dataclass(frozen=True, slots=True)
class HomeAnswer:
    """The front page: the default counts, the latest batches, and how far the register reaches."""

    counts: tuple[CountAnswer, ...]
    batches: tuple[BatchRow, ...]
    people: int
    claims: int
    sources: int
    first_line: str
    as_of: AsOf
