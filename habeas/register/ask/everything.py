"""Whole tables for those who take the data with them: names, spells and claims of everybody, through one lens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import orjson

from habeas.domain.words import Status
from habeas.domain.written import write_claim
from habeas.ledger import read
from habeas.register.answers import Lens
from habeas.register.project import generation
from habeas.register.rows import STATUSES, unmask
from habeas.register.showing import said_of_the_world
from habeas.register.standing import Lines
from habeas.register.tables import known


@dataclass(frozen=True, slots=True)
class NameTold:
    """A name of a person; `place` 0 is the one shown first."""

    person: str
    place: int
    text: str


@dataclass(frozen=True, slots=True)
class SpellTold:
    """A run of days with one status; `end`, which is no day of it, is None where it lies after the lens's day."""

    person: str
    first: date
    end: date | None
    status: Status
    may_be: tuple[Status, ...]


@dataclass(frozen=True, slots=True)
class ClaimTold:
    """A claim that stands, as it is written; `person` is empty where it is about no person."""

    number: int
    kind: str
    subject: str
    person: str
    fields: str
    speaker: str
    printed: str
    language: str
    nearness: str
    certainty: str
    source: str
    recorded: date


def names_told(lens: Lens) -> list[NameTold]:
    rows = known("register_name", "person, place, text", lens, "text <> '' ORDER BY person, place")
    return [NameTold(*row) for row in rows]


def spells_told(lens: Lens) -> list[SpellTold]:
    """Up to the lens's day: an end that was only computed from a term is nobody's business."""
    columns = "person, first, ending, status, may_be"
    day = lens.on.toordinal()
    return [
        SpellTold(
            person,
            date.fromordinal(first),
            date.fromordinal(end) if end <= day else None,
            STATUSES[status],
            tuple(one for one in Status if one in unmask(bits)),
        )
        for person, first, end, status, bits in known(
            "register_spell", columns, lens, "first <= %s ORDER BY person, first", day
        )
    ]


def claims_told(lens: Lens) -> list[ClaimTold]:
    """What is said of the world; what editors said of each other's lines is left out."""
    return _claims_told(lens, generation(), read.last_number())


@lru_cache(maxsize=1)
def _claims_told(lens: Lens, generation: int, upto: int) -> list[ClaimTold]:
    """Kept for the next kind of file that tells the same."""
    people = dict(known("register_member", "subject, person", lens, "is_person = 1"))
    standing = Lines.of(read.lines(upto=lens.known)).standing(lens.known, lens.audience)
    told = []
    for line in standing:
        if not said_of_the_world(line.claim):
            continue
        rests = line.evidence
        told.append(
            ClaimTold(
                number=line.number,
                kind=line.claim.KIND,
                subject=line.subject,
                person=people.get(line.subject, ""),
                fields=orjson.dumps(write_claim(line.claim)).decode(),
                speaker=rests.speaker if rests else "",
                printed=rests.printed if rests else "",
                language=rests.language if rests else "",
                nearness=str(rests.nearness) if rests else "",
                certainty=str(rests.certainty) if rests else "",
                source=rests.source if rests else "",
                recorded=line.moment.date(),
            )
        )
    return told
