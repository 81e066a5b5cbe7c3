"""Counts that others printed, checked: needs neither a register nor a database."""

from __future__ import annotations

from pathlib import Path

from click.exceptions import Exit

from habeas.cli.shown import say, show_json, show_table
from habeas.delimited import Table, read_table
from habeas.domain.published import Checked, Printed, Verdict, check, summary
from habeas.problems import BadInput

_PLURALS = {
    Verdict.HOLDS: "hold",
    Verdict.MISMATCH: "mismatch",
    Verdict.CONFLICT: "conflict",
    Verdict.RESIDUAL: "leave a residual",
}


def check_file(file: Path, *, strict: bool, as_json: bool) -> None:
    checked = check(_rows(file))
    _show(checked, as_json)
    if strict and any(one.verdict is not Verdict.HOLDS for one in checked):
        raise Exit(1)


def _show(checked: tuple[Checked, ...], as_json: bool) -> None:
    told = summary(checked)
    if as_json:
        show_json(
            {"checks": len(checked), **{str(verdict): told[verdict] for verdict in Verdict}, "rows": _plain(checked)}
        )
        return
    rows = [
        (one.printed.key, one.printed.organisation, one.printed.parts, one.printed.total, one.verdict, one.why)
        for one in checked
    ]
    show_table(("id", "who", "parts", "printed", "verdict", "why"), rows)
    say(f"{len(checked)} = " + " + ".join(f"{told[verdict]} {words}" for verdict, words in _PLURALS.items()))


def _rows(file: Path) -> list[Printed]:
    table = read_table(file, ("expression", "published"))
    told = zip(table.rows, table.lines, strict=True)
    rows = [_printed(table, cells, f"{file}, line {line}") for cells, line in told if any(map(str.strip, cells))]
    if not rows:
        raise BadInput(f"{file}: no sum stands below the header. Write a row for each, such as: 182-12+34,204.")
    return rows


def _printed(table: Table, cells: tuple[str, ...], where: str) -> Printed:
    def cell(name: str) -> str:
        at = table.column(name)
        return cells[at].strip() if at is not None else ""

    key = cell("id") or where.rpartition(", ")[2]
    return Printed(key, cell("org"), cell("what"), cell("expression"), cell("published"), cell("source"), where)


def _plain(checked: tuple[Checked, ...]) -> list[dict[str, object]]:
    return [
        {
            "id": one.printed.key,
            "org": one.printed.organisation,
            "what": one.printed.what,
            "expression": one.printed.parts,
            "published": one.printed.total,
            "low": one.low,
            "high": one.high,
            "number": one.total,
            "difference": one.difference,
            "verdict": one.verdict,
            "why": one.why,
            "source": one.printed.source,
        }
        for one in checked
    ]
