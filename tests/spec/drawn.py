"""Claims drawn as a table: one row each, read into lines of a ledger for one person.

Columns: `#` the line's number; `date` the world's; `what`; and where they matter `source`, `near` (how close
the speaker
stood), `spoken` (the day the source was published), `origin` (its origin group) and `learned` (the day we recorded it).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from habeas.domain.claims import (
    Captured,
    Claim,
    Detained,
    Died,
    Pardoned,
    Recognised,
    RefusedToLeave,
    Released,
    SeenFree,
    SeenHeld,
    SentenceChanged,
    Sentenced,
    Transferred,
)
from habeas.domain.dates import PartialDate, Term
from habeas.domain.judgements import Retracted
from habeas.domain.lines import Evidence, Line
from habeas.domain.origins import origins
from habeas.domain.spells import Readings
from habeas.domain.timeline import Timeline, fold
from habeas.domain.words import Act, Change, Manner, Nearness, Status

PERSON = "p-anna"
READINGS = Readings(
    penalties={
        "prison": Status.HELD,
        "khimiya": Status.OPEN_INSTITUTION,
        "home khimiya": Status.HOME_RESTRICTION,
    }
)


@dataclass(frozen=True)
class Row:
    number: int
    cells: dict[str, str]

    def cell(self, name: str, default: str = "") -> str:
        return self.cells.get(name) or default


def rows(table: str) -> list[Row]:
    """The rows of a drawn table; the rule under the header is passed over."""
    lines = [line for line in table.strip().splitlines() if line.strip() and not re.fullmatch(r"[\s+-]+", line)]
    header, *body = ([cell.strip() for cell in line.split("|")] for line in lines)
    return [Row(int(cells[0]), dict(zip(header[1:], cells[1:], strict=True))) for cells in body]


def claim(what: str, when: str) -> Claim:
    """The claim that a word of the tables stands for."""
    if found := re.fullmatch(r"retracts (\d+)", what):
        return Retracted(int(found[1]))
    day = PartialDate.parse(when)
    if found := re.fullmatch(r"sentenced to (prison|khimiya|home khimiya)(?: for (\w+))?", what):
        return Sentenced(day, found[1], term=Term.parse(found[2]) if found[2] else None)
    if found := re.fullmatch(r"term added (\w+)", what):
        return SentenceChanged(day, Change.ADDED, term=Term.parse(found[1]))
    if found := re.fullmatch(r"replaced by (khimiya|home khimiya)", what):
        return SentenceChanged(day, Change.REPLACED, penalty=found[1])
    return {
        "detained": Detained(day),
        "put under house arrest": Detained(day, into=Status.HOUSE_ARREST),
        "released": Released(day),
        "handed over abroad": Released(day, manner=Manner.HANDED_OVER),
        "walked out": Released(day, manner=Manner.WALKED_OUT),
        "released on bail": Released(day, act=Act.BAIL),
        "pardoned": Pardoned(day),
        "refused to leave": RefusedToLeave(day),
        "seen held": SeenHeld(day),
        "still held": SeenHeld(day, still=True),
        "seen free": SeenFree(day),
        "free all along": SeenFree(day, still=True),
        "moved to a colony": Transferred(day),
        "died": Died(day),
        "recognised": Recognised("monitor", day),
    }[what]


def ledger(table: str) -> list[Line]:
    """Captured lines for the sources of the table, then its rows as lines."""
    drawn = rows(table)
    sources = {row.cell("source", f"source {row.number}"): row for row in reversed(drawn)}
    captured = [
        Line(-place, _moment("1970-01-01"), source, _captured(source, row))
        for place, (source, row) in enumerate(sources.items(), start=1)
    ]
    return captured + [_line(row) for row in drawn]


def _captured(source: str, row: Row) -> Captured:
    spoken = row.cell("spoken") or row.cell("learned")
    return Captured(source, published=PartialDate.parse(spoken) if spoken else None, origin=row.cell("origin"))


def _line(row: Row) -> Line:
    return Line(
        row.number,
        _moment(row.cell("learned", "2000-01-01")),
        PERSON,
        claim(row.cell("what"), row.cell("date")),
        Evidence(row.cell("source", f"source {row.number}"), nearness=Nearness(row.cell("near", "monitor"))),
    )


def _moment(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(12), tzinfo=UTC)


def folded(table: str, known: str = "") -> Timeline:
    """The timeline from the lines learned by the end of the day `known`, or from all of them."""
    upto = (
        datetime.combine(date.fromisoformat(known), time.max, tzinfo=UTC) if known else datetime.max.replace(tzinfo=UTC)
    )
    lines = [line for line in ledger(table) if line.moment <= upto]
    gone = {line.claim.line for line in lines if isinstance(line.claim, Retracted)}
    return fold([line for line in lines if line.number not in gone], origins(ledger(table)), READINGS)


def status(table: str, day: str, known: str = "") -> str:
    spell = folded(table, known).on(date.fromisoformat(day))
    return str(spell.status) if spell else "unknown"
