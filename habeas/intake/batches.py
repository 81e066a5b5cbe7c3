"""Releases of several people: putting one on record, and finding one by its key."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from habeas.domain.claims import BatchAnnounced
from habeas.domain.dates import PartialDate
from habeas.domain.lines import Candidate, Evidence
from habeas.domain.words import Nearness
from habeas.intake.live import live
from habeas.intake.sources import Added, known_source, usual_nearness
from habeas.ledger.append import append
from habeas.problems import BadInput, known_are

_KEY = re.compile(r"[a-z0-9][a-z0-9.-]{0,60}\Z")


@dataclass(frozen=True, slots=True)
class NewBatch:
    """A release as its announcer tells of it, resting on a source."""

    key: str
    title: str
    day: str
    source: str
    announcer: str = ""
    number: int | None = None
    agreement: str = ""
    nearness: Nearness | None = None


def add_batch(new: NewBatch, *, editor: str) -> Added:
    if not _KEY.match(new.key) or new.key.startswith(("p-", "s-", "l-")):
        raise BadInput(
            f"“{new.key[:80]}” can't be the key of a batch. Use its day, such as 2025-12-13, or a short word."
        )
    if not new.title.strip():
        raise BadInput("A batch has a title. Give it with --title.")
    if new.number is not None and new.number < 1:
        raise BadInput(f"{new.number} people can't be announced. Leave --announced out if no number was given.")
    id, source = known_source(new.source)
    when = PartialDate.parse(new.day)
    claim = BatchAnnounced(new.title.strip(), when, new.announcer or source.publisher, new.number, new.agreement)
    held = [line.claim for line in live(BatchAnnounced, subjects=[new.key]) if isinstance(line.claim, BatchAnnounced)]
    if claim in held:
        return Added(new.key, changed=False)
    evidence = Evidence(id, source.publisher, nearness=new.nearness or usual_nearness(id))
    append([Candidate(new.key, claim, evidence, editor)])
    return Added(new.key, changed=True, note=_kept(claim, held))


def _kept(claim: BatchAnnounced, held: Sequence[BatchAnnounced]) -> str:
    """A release goes on being called and dated as it was first told of; a later word adds its announcer and number."""
    if not held or (claim.title, claim.when) == (held[0].title, held[0].when):
        return ""
    return (
        f"It goes on being shown as “{held[0].title[:80]}”, {held[0].when}, as it was first told of. To change that,"
        " take the first line back: habeas retract. Of another release, give another --key."
    )


def known_batch(key: str) -> BatchAnnounced:
    """The batch as it was first told of; BadInput lists the known ones."""
    told: dict[str, BatchAnnounced] = {}
    for line in live(BatchAnnounced):
        if isinstance(line.claim, BatchAnnounced):
            told.setdefault(line.subject, line.claim)
    if key not in told:
        raise BadInput(
            f"There is no batch “{key[:80]}”. {known_are('batch', key, sorted(told))}"
            " Add it with: habeas batch add --key KEY --title … --day … --source …"
        )
    return told[key]
