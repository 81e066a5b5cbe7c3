"""Promises, grades and legal acts drawn as a table: one row each, read into lines of a ledger.

Columns of relief: `#`, `date`, `what`, `act` (its short name), `until` (a day, a month or open), `renews`, `replaces`.
Columns of promises: `#`, `what`, `by`.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from habeas.domain.agreement_words import About, Disclosure, Eased, Level, Owed
from habeas.domain.claims import (
    AgreementReported,
    Claim,
    CommitmentMade,
    Delisted,
    Disputed,
    Fulfilled,
    Licensed,
    Listed,
    ReliefReported,
    Revoked,
    Suspended,
    WoundDown,
)
from habeas.domain.dates import PartialDate
from habeas.domain.fulfilment import Freed, Ledgers
from habeas.domain.fulfilment import state as state_of
from habeas.domain.instruments import RELIEF, instruments_in
from habeas.domain.lines import Evidence, Line
from habeas.domain.listing import listed
from habeas.domain.promises import agreement
from habeas.domain.relief import relief
from habeas.domain.words import Answer
from tests.spec.drawn import Row, rows

DEAL, FIRM, BATCH = "deal", "the firm", "batch"
OWED = {"an embassy": Owed.EMBASSY, "visits": Owed.ACCESS, "an end of arrests": Owed.HALT_ARRESTS}
GRADES = {"done in full": Level.FULL, "done in part": Level.INTERMEDIATE, "not started": Level.NOT_STARTED}
_SOME_DAY = date(2026, 1, 1)


def steps(table: str, days: list[str]) -> dict[str, str]:
    """How far relief is on each day; after "list", whether the firm is on the list."""
    drawn = rows(table)
    lines = [_line(row.number, *_act(row)) for row in drawn]
    acts = instruments_in(lines)
    tied = [id for id, act in acts.items() if act.verb in RELIEF] or [""]
    made = [CommitmentMade("relief", "B", "A", Owed.RELIEF, instrument=id) for id in tied]
    told = agreement(DEAL, [*(_line(-place, DEAL, claim) for place, claim in enumerate(made, 1)), *lines])
    found: dict[str, str] = {}
    for asked in days:
        day = date.fromisoformat(asked.removesuffix(", the list"))
        on_list = listed(FIRM, "B", acts.values(), day).answer
        found[asked] = str(on_list) if asked.endswith("list") else str(relief(told.commitments[0], acts, day).step)
    return found


def _act(row: Row) -> tuple[str, Claim]:
    what, id, when = row.cell("what"), row.cell("act"), PartialDate.parse(row.cell("date"))
    until = row.cell("until")
    end = None if until in ("", "open") else PartialDate.parse(until)
    renews, replaces = row.cell("renews"), row.cell("replaces")
    if found := re.fullmatch(r"said to be (lifted|eased)", what):
        return DEAL, ReliefReported("B", when, (FIRM,), commitment="relief", eased=Eased(found[1]))
    claims: dict[str, Claim] = {
        "listed": Listed("B", when, (FIRM,)),
        "taken off the list": Delisted("B", when, (FIRM,), replaces=replaces),
        "licensed": Licensed(
            "B",
            when,
            (FIRM,),
            end,
            open_ended=Answer.YES if until == "open" else Answer.UNKNOWN,
            renews=renews,
            replaces=replaces,
        ),
        "suspended": Suspended("B", when, (FIRM,), end),
        "winding down": WoundDown("B", when, (FIRM,), end, replaces=replaces),
        "withdrawn": Revoked("B", when),
    }
    return id, claims[what]


def state(table: str, asked: list[str]) -> dict[str, str]:
    """Each promise by its name, "everything", and "what decides"."""
    claims: list[tuple[int, Claim]] = []
    freed: dict[str, Freed] = {}
    for row in rows(table):
        if found := re.fullmatch(r"(\d+) to (\d+) came free", row.cell("what")):
            freed[BATCH] = Freed(int(found[1]), int(found[2]), (), (row.number,))
        else:
            claims.append((row.number, _told(row)))
    told = agreement(DEAL, [_line(number, DEAL, claim) for number, claim in claims])
    found = state_of(told, Ledgers({}, freed, _SOME_DAY))
    answers = {one.key: str(one.done.answer) for one in found.progress}
    answers["everything"] = str(found.kept.answer)
    answers["what decides"] = ", ".join(key or "terms kept back" for key in found.decided_by)
    return {one: answers[one] for one in asked}


def _told(row: Row) -> Claim:
    what, by = row.cell("what"), row.cell("by")
    when = PartialDate.parse("2025-12-13")
    if what in ("all terms are published", "terms are kept back"):
        return _reported(Disclosure.FULL if what.startswith("all") else Disclosure.PARTIAL)
    if found := re.fullmatch(r"promises (at least )?(\d+) people freed", what):
        number = int(found[2])
        exact, floor = (None, number) if found[1] else (number, None)
        return CommitmentMade("people freed", by, "B", Owed.RELEASE, exact, "people", batch=BATCH, floor=floor)
    if what == "promises something undisclosed":
        return CommitmentMade("something undisclosed", by, "A", Owed.UNDISCLOSED)
    if found := re.fullmatch(r"promises (.+)", what):
        return CommitmentMade(found[1], by, "A", OWED[found[1]])
    if found := re.fullmatch(r"disputes (.+)", what):
        return Disputed(found[1], by, when, of=About.FULFILMENT)
    found = re.fullmatch(r"(.+): (.+)", what)
    assert found, f"no reading for “{what}”"
    return Fulfilled(found[1], by, when, GRADES[found[2]])


def _reported(disclosure: Disclosure) -> AgreementReported:
    return AgreementReported("A deal", PartialDate.parse("2025-12-13"), ("A", "B"), disclosure=disclosure)


def _line(number: int, subject: str, claim: Claim) -> Line:
    return Line(number, datetime(2026, 1, 1, tzinfo=UTC), subject, claim, Evidence("s-a", "A"))
