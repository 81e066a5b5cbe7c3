"""What is said of a release of several people."""

from __future__ import annotations

from habeas.domain.claims.claim import Claim, about
from habeas.domain.dates import PartialDate
from habeas.domain.words import (
    Counted,
)


@about("batch")
class BatchAnnounced(Claim):
    """A release of several people under one title; its number is null where none was given."""

    title: str
    when: PartialDate
    announcer: str = ""
    number: int | None = None
    agreement: str = ""


@about("batch")
class BatchCounted(Claim):
    """A figure for a batch: what it counts, whose figure, how many; `note` says of whom in our words."""

    counted: Counted
    number: int
    speaker: str
    note: str = ""


@about("batch")
class StageMoved(Claim):
    """One stage of a release; `order` puts stages in sequence where no times are known."""

    stage: str
    order: int
    title: str
    when: PartialDate | None = None
    country: str = ""
    place: str = ""
    number: int | None = None


@about("person")
class InBatch(Claim):
    """Counted among a batch; being counted says nothing of being free. A nameless member has no name on purpose."""

    batch: str
    stage: str = ""
    nameless: bool = False
