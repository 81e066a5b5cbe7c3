"""A log with a line for every row: its place in the file, its words, what became of it and why; as CSV or JSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

import orjson

from habeas.intake.outcome import Outcome
from habeas.problems import BadInput

Entry = Mapping[str, str | int]


def entries_of(outcome: Outcome) -> list[Entry]:
    """The remark is what the row prints beside the name: it stands in this log and the archived file alone."""
    read = {row.number: row for row in outcome.read}
    return [
        {
            "row": one.row,
            "sheet": read[one.row].spot.sheet if one.row in read else "",
            "page": read[one.row].spot.page if one.row in read else 0,
            "line": read[one.row].spot.line if one.row in read else 0,
            "text": one.text,
            "remark": read[one.row].remark if one.row in read else "",
            "stage": read[one.row].freed.stage if one.row in read else "",
            "outcome": str(one.fate),
            "id": one.meant[0].id if one.meant and str(one.fate) == "matched" else "",
            "why": one.reason or "; ".join(reason for meant in one.meant[:1] for reason in meant.reasons),
        }
        for one in outcome.rows
    ]


def write_log(entries: Sequence[Entry], file: Path) -> None:
    """JSON by a name that ends so, else CSV; what was done stands even if it can't be written."""
    text = _json(entries) if file.suffix.lower() == ".json" else _csv(entries)
    try:
        file.write_text(text, encoding="utf-8", newline="")
    except OSError as reason:
        raise BadInput(f"All is taken, but its log can't be written to {file}: {reason.strerror}.") from None


def _json(entries: Sequence[Entry]) -> str:
    return orjson.dumps(list(entries), option=orjson.OPT_INDENT_2).decode() + "\n"


def _csv(entries: Sequence[Entry]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(entries[0] if entries else ())
    writer.writerows([_harmless(value) for value in one.values()] for one in entries)
    return out.getvalue()


def _harmless(value: str | int) -> str | int:
    """A spreadsheet would run a cell that begins as a formula."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t") else value
