"""What is told of the release of one person, field by field, and of how many others it is said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ReleaseToldShown:
    """What one speaker says of one field of a release: the code, its words, and the lines behind it."""

    value: str
    title: str
    speaker: str
    because: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ReleaseFieldShown:
    """A field of a release with everything said of it; `differs` where it can have one answer and has several."""

    field: str
    meaning: str
    told: tuple[ReleaseToldShown, ...]
    differs: bool


@dataclass(frozen=True, slots=True)
class DueOutShown:
    """When the term would have ended anyway; computed, and never public. `verified`: by rules seen in the law."""

    first: date
    last: date
    because: tuple[int, ...]
    credits: tuple[str, ...]
    verified: bool


@dataclass(frozen=True, slots=True)
class ReleaseShown:
    """A release, or an attempt at one (`freed` is false), field by field; `undone` are the lines of the re-arrest.

    `set_aside` if the timeline rests on nobody who tells of it, since a nearer voice says otherwise.
    """

    when: str
    freed: bool
    set_aside: bool
    fields: tuple[ReleaseFieldShown, ...]
    because: tuple[int, ...]
    undone: tuple[int, ...]
    undone_on: str
    due_out: DueOutShown | None


@dataclass(frozen=True, slots=True)
class Share:
    """Of how many members of a release a value is said; of `disputed` of them another speaker says another."""

    field: str
    meaning: str
    value: str
    title: str
    number: int
    disputed: int
    because: tuple[int, ...]
