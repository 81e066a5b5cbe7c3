"""A list of names read from a file of any common sort: a spreadsheet, a table with separators, or plain text."""

from __future__ import annotations

from pathlib import Path

from habeas.delimited import Table, read_text, table_in
from habeas.intake.columns import rows_of_table, says_names
from habeas.intake.garbled import garbled
from habeas.intake.plain import rows_of_text
from habeas.intake.rows import Reading
from habeas.intake.sheets import is_sheet, read_sheet
from habeas.problems import BadInput

MOST_ROWS = 200_000


def read_list(path: Path, data: bytes) -> Reading:
    """The rows of the file whose bytes these are; BadInput says where it can't be read and what to do."""
    reading = _read(path, data)
    if not reading.rows:
        raise BadInput(f"{path}: there is no row with a name in it. Give a list with one name in each row.")
    if len(reading.rows) > MOST_ROWS:
        raise BadInput(f"{path}: {len(reading.rows)} rows are more than a list has. Use import for whole registers.")
    return reading


def readable_text(path: Path, data: bytes) -> str:
    read = read_text(path, data)
    if why := garbled(read.text, read.encoding):
        raise BadInput(f"{path}: the text can't be read: {why}. Save it in UTF-8 from the program it comes from.")
    return read.text


def _read(path: Path, data: bytes) -> Reading:
    if is_sheet(data):
        return rows_of_table(path, read_sheet(path, data))
    text = readable_text(path, data)
    table = _table(path, text)
    return rows_of_text(text) if table is None else rows_of_table(path, table)


def _table(path: Path, text: str) -> Table | None:
    """None for a plain text, which may have commas too: there only a heading that says so makes it a table."""
    if path.suffix.lower() in (".csv", ".tsv"):
        table = table_in(path, text)
        return table if len(table.header) > 1 or says_names(table) else None
    try:
        table = table_in(path, text)
    except BadInput:
        return None
    return table if says_names(table) else None
