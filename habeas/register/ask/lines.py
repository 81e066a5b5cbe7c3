"""The standing lines of a person or a release, for whoever weighs something new against them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from habeas.domain.claims import BatchAnnounced, InBatch, Released
from habeas.domain.lines import Line
from habeas.domain.timeline import Timeline
from habeas.ledger import read
from habeas.register.answers import Lens
from habeas.register.people import Person, people
from habeas.register.project import generation, together, voices_of
from habeas.register.standing import Lines
from habeas.register.tables import known


def person_told_of(id: str, lens: Lens) -> Person | None:
    """Somebody with all standing lines; None for an id that nobody of the register has."""
    rows = known("register_member", "component", lens, "subject = %s", id)
    if not rows:
        return None
    subjects = together(generation(), "register_component", "component", [rows[0][0]])
    told = _lines(list(read.lines(subjects=subjects)))
    return people(told, lens.known, lens.audience).with_subject(id)


def timeline_of(one: Person, lens: Lens) -> Timeline:
    return one.timeline(lens.known, voices_of(generation(), one.lines))


def releases_told_of(lens: Lens) -> dict[str, list[Line]]:
    """Every release by its key, with the standing lines that are about it."""
    keys = {line.subject for line in read.lines(kinds=[BatchAnnounced.KIND], upto=lens.known)}
    told = _lines(list(read.lines(subjects=keys, upto=lens.known))) if keys else None
    found: dict[str, list[Line]] = {}
    for line in told.standing(lens.known, lens.audience) if told else ():
        if line.claim.ABOUT == "batch" or line.claim.KIND == "Said":
            found.setdefault(line.subject, []).append(line)
    return found


def releases_of_members(batch: str, lens: Lens) -> Iterator[Line]:
    """What is said of the releases of those counted among a batch."""
    members = {
        line.subject
        for line in read.lines(kinds=[InBatch.KIND], upto=lens.known)
        if isinstance(line.claim, InBatch) and line.claim.batch == batch
    }
    told = _lines(list(read.lines(subjects=members, upto=lens.known))) if members else None
    for line in told.standing(lens.known, lens.audience) if told else ():
        if isinstance(line.claim, Released):
            yield line


def _lines(own: Sequence[Line]) -> Lines:
    return Lines.of([*own, *read.judging([line.number for line in own])])
