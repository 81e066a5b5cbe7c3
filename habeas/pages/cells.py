"""CSV that a spreadsheet shows and never runs: a cell that would begin a formula begins with an apostrophe."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

# The wide forms too: some spreadsheets read them as the plain signs.
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe_cell(text: str) -> str:
    return f"'{text}" if text.startswith(_BEGINS_A_FORMULA) else text


def csv_of(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return out.getvalue()
