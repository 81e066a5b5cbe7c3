"""What is said in speech, of sources, and of the ledger itself."""

from __future__ import annotations

from habeas.domain.claims.claim import Claim, about
from habeas.domain.dates import PartialDate
from habeas.domain.words import Kind, Looked, Part


@about("any")
class Said(Claim):
    """What somebody said, in our summary; the printed words stand in the evidence."""

    speaker: str
    gist: str
    when: PartialDate | None = None
    to: str = ""


@about("source")
class Captured(Claim):
    """A source as we have it: its address, publisher and day, the bytes if archived, and its origin group.

    Sources of one origin group are one voice. An empty group means that the source is an origin of its own.
    """

    publisher: str
    title: str = ""
    address: str = ""
    published: PartialDate | None = None
    sha256: str = ""
    origin: str = ""


@about("source")
class Kept(Claim):
    """A further copy that belongs to a captured one: `of` is the SHA-256 of that, `sha256` its own."""

    of: str
    part: Part
    sha256: str


@about("source")
class TimeProved(Claim):
    """A third party's proof that the bytes `of` existed; `sha256` is the proof's own copy.

    `moment` is UTC in the ISO form; empty while a calendar only promises.
    """

    of: str
    by: str
    sha256: str
    moment: str = ""


@about("source")
class TimeProofMissing(Claim):
    """A proof that was asked for and couldn't be had, and why; it is asked for again."""

    of: str
    by: str
    why: str


@about("source")
class LookedAgain(Claim):
    """What stood at the source's address when it was looked at again; the moment is the line's own."""

    found: Looked
    why: str = ""


@about("source")
class SameOrigin(Claim):
    """Two sources rest on one origin: a wire and its rewrite, a quote and its retelling."""

    other: str


@about("ledger")
class Opened(Claim):
    """The first line says whether what follows is live or a replay; a second one marks where a replay became live."""

    kind: Kind
