"""Rows on who recognises people, by which criteria, and what a number counts."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from habeas.domain.words import Status
from habeas.vocabulary.read_common import Common, Shelf, read_common, read_dates
from habeas.vocabulary.rows import Row, RowError, as_word
from habeas.vocabulary.values import (
    Criterion,
    Definition,
    Entry,
    Recogniser,
    RuleSet,
    RuleUse,
)
from habeas.vocabulary.words import (
    Checked,
    Designation,
    RecogniserKind,
    Recognition,
    Role,
)

_WHOSE: Mapping[str, Recognition] = MappingProxyType({"none": Recognition.NONE, "any": Recognition.ANY})


def read_recogniser(row: Row, shelf: Shelf) -> list[Entry]:
    return [
        Recogniser(
            **read_common(row, shelf),
            kind=row.word("kind", RecogniserKind),
            designates=row.word("designates", Designation),
            uses=tuple(_use(part) for part in row.rows("rulesets")),
        )
    ]


def _use(row: Row) -> RuleUse:
    use = RuleUse(row.text("ruleset"), **read_dates(row))
    row.done()
    return use


def read_ruleset(row: Row, shelf: Shelf) -> list[Entry]:
    common = read_common(row, shelf)
    criteria = tuple(_criterion(part, common) for part in row.rows("criteria"))
    if not criteria:
        raise RowError("the rule-set has no criteria.", "List its clauses under `criteria`.")
    ruleset = RuleSet(
        **common,
        **read_dates(row),
        owner=row.text("owner"),
        version=row.text("version"),
        designates=row.word("designates", Designation),
        criteria=criteria,
    )
    return [ruleset, *criteria]


def _criterion(row: Row, common: Common) -> Criterion:
    criterion = Criterion(
        key=row.key(),
        names=row.names(),
        sources=common["sources"],
        row=common["row"],
        country=common["country"],
        certainty=row.word("certainty", Checked, common["certainty"]),
        note=row.text("note", ""),
        ruleset=common["key"],
        role=row.word("role", Role),
        group=row.text("group", ""),
    )
    row.done()
    return criterion


def read_definition(row: Row, shelf: Shelf) -> list[Entry]:
    by = row.texts("recognised_by")
    recognition = _WHOSE.get(",".join(by), Recognition.LISTED)
    designations = tuple(as_word(code, Designation, "recognised_as") for code in row.texts("recognised_as"))
    if not by or (recognition is Recognition.NONE) != (not designations):
        raise RowError(
            "`recognised_by` and `recognised_as` do not fit together.",
            "Write `recognised_by: none` alone, or `any` or a list of recognisers with `recognised_as` beside it.",
        )
    return [
        Definition(
            **read_common(row, shelf),
            version=row.text("version"),
            owner=row.text("owner"),
            texts=row.names("text"),
            statuses=_statuses(row),
            recognition=recognition,
            recognised_by=by if recognition is Recognition.LISTED else (),
            recognised_as=designations,
            unit=_unit(row),
        )
    ]


def _statuses(row: Row) -> frozenset[Status]:
    statuses = frozenset(as_word(code, Status, "statuses") for code in row.texts("statuses"))
    doubts = statuses & {Status.UNCERTAIN, Status.UNKNOWN}
    if not statuses or doubts:
        raise RowError(
            f"`statuses` holds {', '.join(sorted(map(str, doubts))) or 'nothing'}.",
            "Name only statuses that can be said of a person; doubt widens the count by itself.",
        )
    return statuses


def _unit(row: Row) -> str:
    if row.text("unit") != "people":
        raise RowError(f"`unit: {row.text('unit')}` cannot be counted here.", "Write `unit: people`.")
    return "people"
