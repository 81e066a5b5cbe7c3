"""Counts, balances and public tables drawn as tables: many people's claims, or cells, one row each.

In a table of claims the column `who` says whose; `by A recognised` and `by A taken back` are acts of a recogniser A.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, date, datetime, time

from habeas.domain.balance import Look, balance
from habeas.domain.claims import Claim, Recognised, RecognitionWithdrawn
from habeas.domain.counting import Demand, Demands, Piece, Rule, pieces, so_far, standing
from habeas.domain.custody import turns
from habeas.domain.dates import PartialDate
from habeas.domain.judgements import Retracted
from habeas.domain.lines import Evidence, Line
from habeas.domain.prosecutions import prosecutions
from habeas.domain.recognition import recognition_spells
from habeas.domain.spells import Spell
from habeas.domain.suppress import Cell, kept_back, shown
from habeas.domain.timeline import fold
from habeas.domain.words import Status, Unit
from tests.spec.drawn import READINGS, Row, claim, rows

DEMANDS = Demands((Demand(frozenset("A")), Demand(frozenset("AB")), Demand(frozenset("AB"), of_each=True)))
BEHIND = (Status.HELD, Status.HOUSE_ARREST, Status.OPEN_INSTITUTION)
RULES: Mapping[str, Rule] = {
    "held": Rule.of(BEHIND),
    "not free": Rule.of((*BEHIND, Status.HOME_RESTRICTION, Status.BAIL)),
    "recognised by A": Rule.of(BEHIND, demand=1),
    "recognised by A or B": Rule.of(BEHIND, demand=2),
    "recognised by A and B": Rule.of(BEHIND, demand=4),
    "died in custody": Rule.of((), deaths=True),
}
WHOLE = datetime.max.replace(tzinfo=UTC)


def counted(table: str, asked: list[str]) -> dict[str, str]:
    """`2024-06-15 held`, perhaps with `as known 2024-06-20`; `so far held`, `times held` and `prosecutions` as well."""
    return {question: _bounds(*_count(table, question)) for question in asked}


def balanced(table: str, asked: list[str]) -> dict[str, str]:
    """The first of the asked names the two looks and the rule; every other one is a term, `before` or `after`."""
    looks = re.fullmatch(r"(\S+) to (\S+), (.*?)(?:, known (\S+) and (\S+))?", asked[0])
    assert looks, "the first line says from when to when, and what is counted"
    first, last, rule, then, now = looks.groups()
    earlier, later = _people(table, then or ""), _people(table, now or "")
    told = balance(
        RULES[rule],
        Look(_day(first), {who: found[0] for who, found in earlier.items()}),
        Look(_day(last), {who: found[0] for who, found in later.items()}),
        [*earlier, *later],
    )
    found: dict[str, str] = {asked[0]: f"{told.certain.before} to {told.certain.after}"}
    for (term, kind, sign), changes in told.certain.by_term().items():
        name = f"{term} ({kind})" if kind else str(term)
        found[name] = f"{'+' if sign > 0 else '-'}{len(changes)}: {', '.join(sorted(one for one, _ in changes))}"
    return found


def public(table: str, asked: list[str]) -> dict[str, str]:
    """Cells in the table's order, and what of them is shown; or how many are said to be kept back."""
    cells = [Cell(row.cell("cell"), int(row.cell("people")), int(row.cell("people"))) for row in rows(table)]
    told = shown(cells)
    found = {cell.key: str(cell.low) for cell in told.cells}
    if told.others:
        found[" and ".join(told.together)] = f"{told.others.low} together"
    found["all"] = str(sum(cell.low for cell in cells))
    found |= {f"kept back, of {number}": "{0.low} to {0.high}".format(kept_back(number)) for number in (3, 9, 10, 14)}
    return {question: found.get(question, "not shown") for question in asked}


def _count(table: str, question: str) -> tuple[int, int]:
    day, _, rest = question.partition(" ")
    rule, _, known = rest.partition(" as known ")
    at = _day(day)
    told = [made for made, _, _ in _people(table, known).values()]
    if rule == "prosecutions":
        held = [piece for made in told for piece in made if piece.covers(at)]
        low = sum(piece.sure_cases for piece in held if RULES["held"].sure(piece))
        return low, sum(piece.may_cases for piece in held if RULES["held"].may(piece))
    if found := re.fullmatch(r"(so far|times) (.*)", rule):
        unit = Unit.PEOPLE if found[1] == "so far" else Unit.EPISODES
        days = [one for made in told for one in so_far(made, RULES[found[2]], unit)]
        return sum(first <= at for _, first in days), sum(possible <= at for possible, _ in days)
    ends = [standing(made, RULES[rule], at) for made in told]
    return sum(sure for sure, _ in ends), sum(may for _, may in ends)


def _people(table: str, known: str) -> dict[str, tuple[tuple[Piece, ...], tuple[Spell, ...], list[Line]]]:
    upto = datetime.combine(date.fromisoformat(known), time.max, tzinfo=UTC) if known else WHOLE
    lines: dict[str, list[Line]] = defaultdict(list)
    told = [(row, _line(row)) for row in rows(table)]
    gone = {line.claim.line for _, line in told if isinstance(line.claim, Retracted) and line.moment <= upto}
    for row, line in told:
        if line.moment <= upto and line.number not in gone:
            lines[row.cell("who", "Anna")].append(line)
    found = {}
    for who, own in lines.items():
        spells = fold(own, {}, READINGS).spells
        made = pieces(spells, recognition_spells(own), DEMANDS, cases=prosecutions(own), turns=turns(spells, own))
        found[who] = (made, spells, own)
    return found


def _line(row: Row) -> Line:
    moment = datetime.combine(date.fromisoformat(row.cell("learned", "2000-01-01")), time(12), tzinfo=UTC)
    return Line(row.number, moment, row.cell("who", "Anna"), _claim(row), Evidence(f"source {row.number}"))


def _claim(row: Row) -> Claim:
    what = row.cell("what")
    if found := re.fullmatch(r"by ([AB]) (recognised|taken back)", what):
        day = PartialDate.parse(row.cell("date"))
        return Recognised(found[1], day) if found[2] == "recognised" else RecognitionWithdrawn(found[1], day)
    return claim(what, row.cell("date"))


def _day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def _bounds(low: int, high: int) -> str:
    return str(low) if low == high else f"{low} to {high}"
