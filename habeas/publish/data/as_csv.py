"""Tables as CSV; a cell that a spreadsheet would take for a formula begins with an apostrophe."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from habeas.pages.cells import csv_of
from habeas.publish.data.tables import Row, Table, Value


def csv_file(table: Table, rows: Sequence[Row]) -> bytes:
    head = [column.name for column in table.columns]
    return csv_of(head, ([cell(value) for value in row] for row in rows)).encode()


def cell(value: Value) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)
