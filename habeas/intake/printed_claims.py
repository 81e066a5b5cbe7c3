"""What a row of a release list says, as claims: who is printed, in which batch, free since which day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from habeas.domain.aliases import MATCHER
from habeas.domain.claims import Born, Claim, Gendered, InBatch, Named, Released, RowPrinted
from habeas.domain.dates import PartialDate
from habeas.domain.judgements import NotAPerson
from habeas.domain.lines import Candidate, Evidence
from habeas.domain.words import Manner, Nearness, Status
from habeas.intake.files.places_told import is_abroad
from habeas.intake.files.rows import Beside, Freed, Row


@dataclass(frozen=True, slots=True)
class Speaking:
    """Who speaks in a list, and who took it."""

    source: str
    speaker: str
    nearness: Nearness
    editor: str

    def say(self, subject: str, claim: Claim, printed: str = "") -> Candidate:
        language = script_language(printed)
        return Candidate(
            subject, claim, Evidence(self.source, self.speaker, printed, language, self.nearness), self.editor
        )


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: in which list, of which batch, and on which day that batch was released.

    `stages` are the known stages of the batch: key to the place and country that it leads to.
    """

    listing: str
    batch: str
    day: PartialDate
    stages: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def stage_of(self, freed: Freed) -> str:
        """The one known stage that leads to where the row says; else the place as it stands in the vocabulary."""
        if freed.stage in self.stages:
            return freed.stage
        there = [key for key, (place, _) in self.stages.items() if freed.place and place == freed.place]
        led = there or [key for key, (_, land) in self.stages.items() if freed.country and land == freed.country]
        return led[0] if len(led) == 1 else freed.stage


def row_claims(subject: str, row: Row, place: Place, voice: Speaking) -> Iterator[Candidate]:
    """That the row was printed, and what it says of a person; of a row that names nobody, only that."""
    yield voice.say(subject, RowPrinted(place.listing, row.number, row.text), row.text)
    if row.nobody:
        yield Candidate(subject, NotAPerson(row.nobody), None, MATCHER)
        return
    for one in (*said_of(row, place), *said_beside(row)):
        yield voice.say(subject, one.claim, one.printed)


def said_of(row: Row, place: Place) -> Iterator[Beside]:
    """A list of the freed says that somebody of this name is counted among them and came free with them.

    How, where to and by which act it says only where its words do; they stand beside what was read from them.
    """
    freed = row.freed
    yield Beside(Named(row.name, script_language(row.name), patronymic=row.patronymic), row.name)
    yield Beside(InBatch(place.batch, place.stage_of(freed)), freed.printed)
    abroad = freed.manner in (Manner.HANDED_OVER, Manner.EXPELLED) or is_abroad(freed.country)
    released = Released(
        place.day,
        act=freed.act,
        manner=freed.manner,
        country=freed.country,
        place=freed.place if "." in freed.place else "",
        exile=freed.exile,
        into=Status.FREE_ABROAD if abroad else Status.FREE_IN_COUNTRY,
    )
    yield Beside(released, freed.printed)


def said_beside(row: Row) -> Iterator[Beside]:
    if row.birth:
        yield Beside(Born(row.birth), "")
    if row.gender:
        yield Beside(Gendered(row.gender), "")
    yield from row.beside


def script_language(text: str) -> str:
    """The language, where letters that only one of ours has give it away."""
    if re.search(r"[ўЎ]", text):
        return "be"
    if re.search(r"[їЇєЄґҐ]", text):
        return "uk"
    if re.search(r"[ыЫэЭёЁ]", text) and not re.search(r"[іІiI]", text) and re.search(r"[иИщЩъЪ]", text):
        return "ru"
    return ""
