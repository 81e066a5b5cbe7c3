"""One verdict for many rows of a list: all whose likeliest person is likely enough are taken to be that person."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from habeas.domain.lines import Candidate
from habeas.intake.decide import Ruling, candidates_for, case_of, checked_editor
from habeas.intake.listings import Listing, known_listing
from habeas.intake.live import append_made
from habeas.intake.outcome import RowOutcome, outcome_of
from habeas.intake.standing import Fate, Meant
from habeas.problems import BadInput


@dataclass(frozen=True, slots=True)
class Likely:
    """An unclear row with the one person whom it most likely means."""

    row: int
    subject: str
    text: str
    meant: Meant


def likely_rows(rows: tuple[RowOutcome, ...], least: float) -> tuple[Likely, ...]:
    """Unclear rows whose likeliest person has this probability or more.

    Where two rows of the list mean one person most likely, or one of them is that person already, neither is among
    them: they are two people of whom one isn't in the register, or one printed twice, and that wants a look at both.
    """
    best = {row.row: _likeliest(row) for row in rows if row.fate is Fate.UNCLEAR and row.meant}
    wanted = Counter(one.id for one in best.values())
    taken = {one.id for row in rows if row.fate is Fate.MATCHED for one in row.meant}
    return tuple(
        Likely(row.row, row.subject, row.text, one)
        for row in rows
        if (one := best.get(row.row))
        and (one.probability or 0) >= least
        and wanted[one.id] == 1
        and one.id not in taken
    )


def same_all(listing: str, least: float, *, by: str, expected: int) -> tuple[Likely, ...]:
    """Join them all in one append. The editor agreed to `expected` rows; any other number writes nothing."""
    editor = checked_editor(by)
    if not 0.5 <= least <= 1:
        raise BadInput(f"A threshold of {least} is none. Give a probability from 0.5 to 1.")
    found: tuple[Likely, ...] = ()

    def make() -> list[Candidate]:
        nonlocal found
        taken = known_listing(listing)
        found = likely_rows(outcome_of(taken, taken.latest).rows, least)
        if len(found) != expected:
            raise BadInput(
                f"You agreed to {expected} rows, and there are {len(found)} now; nothing was written. Look again."
            )
        return [one for each in found for one in _same(taken, each, editor)]

    append_made(make)
    return found


def _same(listing: Listing, one: Likely, editor: str) -> list[Candidate]:
    return list(candidates_for(case_of(listing, one.row, Ruling.SAME, (one.meant.id, editor))))


def _likeliest(row: RowOutcome) -> Meant:
    return max(row.meant, key=lambda one: one.probability or 0)
