"""Rows on who recognises people, by which criteria, and what a number counts."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from habeas.domain.words import Span, Status, Unit
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
    recognition = _whose(row, by)
    deaths = _deaths(row)
    unit, span = row.word("unit", Unit), row.word("span", Span, Span.ON_THE_DAY)
    if unit is Unit.PROSECUTIONS and span is Span.SO_FAR:
        raise RowError("prosecutions can't be counted so far.", "Write `span: on_the_day`, or count episodes.")
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
            statuses=_statuses(row, deaths),
            recognition=recognition,
            recognised_by=by if recognition in (Recognition.LISTED, Recognition.EACH) else (),
            recognised_as=designations,
            unit=unit,
            span=span,
            keeps_deaths=deaths,
        )
    ]


def _whose(row: Row, by: tuple[str, ...]) -> Recognition:
    recognition = _WHOSE.get(",".join(by), Recognition.LISTED)
    if row.text("agreed", "no") == "no":
        return recognition
    if row.text("agreed") != "yes" or recognition is not Recognition.LISTED or len(by) < 2:
        raise RowError(
            "`agreed` does not fit `recognised_by`.",
            "Write `agreed: yes` beside a list of two recognisers or more, each of whom must recognise the person.",
        )
    return Recognition.EACH


def _deaths(row: Row) -> bool:
    text = row.text("deaths_in_custody", "leave")
    if text not in ("leave", "stay"):
        raise RowError(f"`deaths_in_custody: {text}` is not known.", "Write `leave` or `stay`.")
    return text == "stay"


def _statuses(row: Row, deaths: bool) -> frozenset[Status]:
    statuses = frozenset(as_word(code, Status, "statuses") for code in row.texts("statuses"))
    doubts = statuses & {Status.UNCERTAIN, Status.UNKNOWN}
    if not (statuses or deaths) or doubts:
        raise RowError(
            f"`statuses` holds {', '.join(sorted(map(str, doubts))) or 'nothing'}.",
            "Name only statuses that can be said of a person; doubt widens the count by itself.",
        )
    return statuses
