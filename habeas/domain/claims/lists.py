"""What lists and registers print."""

from __future__ import annotations

from habeas.domain.claims.claim import Claim, about
from habeas.domain.words import (
    Answer,
)


@about("person")
class RowPrinted(Claim):
    """A row of a list that somebody published; a mention, and no person of ours until an editor or a match says so."""

    listing: str
    row: int
    text: str


@about("person")
class Registered(Claim):
    """A register that somebody keeps has this person under this key."""

    register: str
    key: str


@about("source")
class SnapshotTaken(Claim):
    """A sanctioner's whole list as it stood on the source's day: which one, and how much of it could be read."""

    listing: str
    entries: int
    unread: int = 0


@about("list")
class ListTaken(Claim):
    """A list taken in: whose, of which event, from which bytes, the how-manieth version, with how many rows."""

    source: str
    event: str
    sha256: str
    version: int
    rows: int
    claimed_complete: Answer = Answer.UNKNOWN
