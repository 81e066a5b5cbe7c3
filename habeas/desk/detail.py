"""One row of a list beside the people of the register whom it may mean, with what an editor needs to decide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from habeas.intake.outcome import RowOutcome
from habeas.intake.standing import Fate, Meant
from habeas.names import Asked
from habeas.names.people import Candidate
from habeas.register import queries
from habeas.register.answers import ClaimShown, Lens
from habeas.register.ask.some import PersonInBrief

MOST = 6


@dataclass(frozen=True, slots=True)
class Offer:
    """A person of the register whom the row may mean. `said` is what an editor or the matcher said of the pair."""

    person: PersonInBrief
    probability: float | None
    reasons: tuple[str, ...]
    said: str


@dataclass(frozen=True, slots=True)
class Detail:
    """The row in focus. `printed` is how the source has it, `claims` all that it says of the person."""

    row: RowOutcome
    printed: ClaimShown | None
    claims: tuple[ClaimShown, ...]
    offers: tuple[Offer, ...]
    asked: str


def detail(row: RowOutcome, lens: Lens, asked: str = "") -> Detail:
    """`asked` is another name to look for, where the printed one finds nobody."""
    claims = queries.said_of_mention(row.subject, lens)
    found = queries.may_be([_asked(row, claims, asked)], lens, MOST)[0] if asked or row.fate is not Fate.NOBODY else ()
    offers = tuple(_offers(row, found, lens))
    printed = next((claim for claim in claims if claim.kind == "RowPrinted"), None)
    return Detail(row, printed, claims, offers, asked)


def _asked(row: RowOutcome, claims: tuple[ClaimShown, ...], asked: str) -> Asked:
    if asked:
        return Asked(asked)
    told = {(claim.kind, name): value for claim in claims for name, value in claim.fields}
    name = told.get(("Named", "text"), row.text)
    return Asked(
        name,
        told.get(("Born", "when"), ""),
        told.get(("Gendered", "gender"), ""),
        told.get(("Named", "patronymic"), ""),
    )


def _offers(row: RowOutcome, found: tuple[Candidate, ...], lens: Lens) -> Iterator[Offer]:
    """Whom somebody has tied to the row comes first, then who is likely; each person once."""
    tied = {one.id: one for one in row.meant}
    ids = [*tied, *(one.id for one in found), *row.not_meant]
    people = queries.in_brief(ids, lens)
    likely = {one.id: one for one in found}
    seen: set[str] = set()
    for id in ids:
        person = people.get(id)
        if person is not None and person.id not in seen and person.id != row.subject:
            seen.add(person.id)
            yield _offer(row, person, (tied.get(id), likely.get(id) or likely.get(person.id)))


def _offer(row: RowOutcome, person: PersonInBrief, by: tuple[Meant | None, Candidate | None]) -> Offer:
    """The matcher's words of the time stand before today's, since the verdict rests on them."""
    tied, likely = by
    probability = tied.probability if tied and tied.probability is not None else likely.probability if likely else None
    reasons = (tied.reasons if tied and tied.reasons else ()) or (likely.reasons if likely else ())
    return Offer(person, probability, reasons, _said(row, person.id, tied))


def _said(row: RowOutcome, id: str, tied: Meant | None) -> str:
    if id in row.not_meant:
        return "different"
    return "same" if tied and row.fate is Fate.MATCHED else "unsure" if tied else ""
