"""What a row of a release list says, as claims: who is printed, in which batch, free since which day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from habeas.domain.claims import Born, Claim, Gendered, InBatch, Named, Released, RowPrinted
from habeas.domain.dates import PartialDate
from habeas.domain.judgements import NotAPerson
from habeas.domain.lines import Candidate, Evidence
from habeas.domain.words import Nearness
from habeas.intake.rows import Row

MATCHER = "matcher"
"""Who judges where no editor has looked."""


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
    """Where a row stands: in which list, of which batch, and on which day that batch was released."""

    listing: str
    batch: str
    day: PartialDate


def row_claims(subject: str, row: Row, place: Place, voice: Speaking) -> Iterator[Candidate]:
    """That the row was printed, and what it says of a person; of a row that names nobody, only that."""
    yield voice.say(subject, RowPrinted(place.listing, row.number, row.text), row.text)
    if row.nobody:
        yield Candidate(subject, NotAPerson(row.nobody), None, MATCHER)
        return
    for claim in said_of(row.name, row.patronymic, place):
        yield voice.say(subject, claim, row.name if isinstance(claim, Named) else "")
    for claim in said_beside(row):
        yield voice.say(subject, claim)


def said_of(name: str, patronymic: str, place: Place) -> Iterator[Claim]:
    """A list of the freed says that somebody of this name is counted among them and came free with them; no more."""
    yield Named(name, script_language(name), patronymic=patronymic)
    yield InBatch(place.batch)
    yield Released(place.day)


def said_beside(row: Row) -> Iterator[Claim]:
    if row.birth:
        yield Born(row.birth)
    if row.gender:
        yield Gendered(row.gender)


def script_language(text: str) -> str:
    """The language, where letters that only one of ours has give it away."""
    if re.search(r"[ўЎ]", text):
        return "be"
    if re.search(r"[їЇєЄґҐ]", text):
        return "uk"
    if re.search(r"[ыЫэЭёЁ]", text) and not re.search(r"[іІiI]", text) and re.search(r"[иИщЩъЪ]", text):
        return "ru"
    return ""
