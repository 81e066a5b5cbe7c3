"""What every answer is made of: through what one looks, as of when, and the claims and sources behind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from habeas.domain.words import Certainty, Nearness


class Audience(Enum):
    """Who asks: the fold takes only the lines that this audience may see."""

    DESK = "desk"
    """Editors: every line."""
    DRAFT = "draft"
    """What readers would see were everything accepted: no line that is withheld, whatever `known` says."""
    PUBLIC = "public"
    """Readers: of the draft what a second editor has accepted by then."""


@dataclass(frozen=True, slots=True)
class Lens:
    """Through what one looks: a day in the world, a moment in our own past (as the last line counted), an audience."""

    on: date
    known: int
    known_at: datetime
    audience: Audience = Audience.PUBLIC
    groups: frozenset[str] = frozenset()
    """At the desk, those whose restricted records are seen."""


@dataclass(frozen=True, slots=True)
class AsOf:
    """What stands beside every number: the two clocks and the version (line number, vocabulary, code).

    `release` is the data release of a public copy by which it was known, of which a day can have several.
    """

    on: date
    known: datetime
    version: str
    replay: bool
    release: int | None = None


@dataclass(frozen=True, slots=True)
class SourceShown:
    """A source as a page names it. `sha256` is empty where we hold an address and no bytes."""

    id: str
    publisher: str
    title: str
    address: str
    published: str
    sha256: str
    origin: str

    @property
    def link(self) -> str:
        """The address where it leads to a page; one that would run a script, or is no address, is text."""
        return self.address if self.address.lower().startswith(("http://", "https://")) else ""


class Standing(Enum):
    """How a claim stands to what is shown."""

    SHOWN = "shown"
    """It is among the reasons for a status that is shown, or nothing contradicts it."""
    SET_ASIDE = "set_aside"
    """Another claim contradicts it and the rule puts that one first."""
    RETRACTED = "retracted"
    """It was taken back; kept to be seen."""


@dataclass(frozen=True, slots=True)
class ClaimShown:
    """A claim with who said it. `sentence` is the claim in plain English, `fields` its written form for machines."""

    number: int
    kind: str
    subject: str
    sentence: str
    fields: tuple[tuple[str, str], ...]
    when: str
    speaker: str
    printed: str
    language: str
    nearness: Nearness
    certainty: Certainty
    source: SourceShown | None
    recorded: datetime
    editor: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims that cannot all be true: those shown, those set aside, and why in one sentence."""

    about: str
    shown: tuple[int, ...]
    against: tuple[int, ...]
    why: str


@dataclass(frozen=True, slots=True)
class SourceAnswer:
    """A source with the claims that rest on it."""

    source: SourceShown
    claims: tuple[ClaimShown, ...]
    as_of: AsOf
