"""A line of the ledger, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from habeas.domain.claims import LONGEST_TEXT, Claim
from habeas.domain.words import Certainty, Nearness
from habeas.problems import BadInput


@dataclass(frozen=True, slots=True)
class Quote:
    """A place in a text by its words: the W3C TextQuoteSelector (exact, prefix, suffix)."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a claim rests on. `source` is the id of a captured source; `printed` its own wording, never mended."""

    source: str
    speaker: str = ""
    printed: str = ""
    language: str = ""
    nearness: Nearness = Nearness.UNSTATED
    certainty: Certainty = Certainty.STATED
    locator: Quote | None = None

    def __post_init__(self) -> None:
        if not self.source:
            raise BadInput("The evidence names no source. Add the source first, then say the claim.")
        if len(self.printed) > LONGEST_TEXT:
            raise BadInput(f"The printed words run to {len(self.printed)} characters. Quote the sentence that says it.")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim on its way to the ledger: not yet numbered, not yet a line."""

    subject: str
    claim: Claim
    evidence: Evidence | None = None
    editor: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A claim or judgement as the ledger holds it. `moment` is our clock, aware and in UTC.

    `replayed` says that it belongs to a replay of past publications: what it says was public already.
    """

    number: int
    moment: datetime
    subject: str
    claim: Claim
    evidence: Evidence | None = None
    editor: str = ""
    replayed: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """The origin group of a source, and the first and last day on which the group can have begun to speak."""

    group: str
    first_spoken: date | None = None
    latest_spoken: date | None = None
