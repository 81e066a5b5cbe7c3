"""A list of names read from a file of any common kind, and the table of a register that is to be imported."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from habeas.delimited import Table, read_text, table_in
from habeas.intake.files.apart import read_apart
from habeas.intake.files.columns import ColumnMap, suggest
from habeas.intake.files.contents import Block, Contents, FileKind, PrintedRow, Spot
from habeas.intake.files.garbled import garbled
from habeas.intake.files.in_order import rows_in_order
from habeas.intake.files.kinds import kind_of, said_kind
from habeas.intake.files.limits import LONGEST_CELL, MOST_ROWS
from habeas.intake.files.plain import Context, rows_of_lines
from habeas.intake.files.rows import Reading, Row
from habeas.intake.files.sheets import going_on, no_names, rows_by_map, rows_of_sheets, rows_of_tables, sheet_called
from habeas.intake.files.table_rows import About
from habeas.intake.files.text_tables import table_of_text
from habeas.problems import BadInput, Problem

_NOBODY_KNOWN = Context()


def read_list(path: Path, data: bytes, by: ColumnMap | None = None, known: Context = _NOBODY_KNOWN) -> Reading:
    """The rows of the file whose bytes these are; BadInput says where it can't be read and what to do."""
    return reading_of(path, contents_of(path, data), by, known)


def reading_of(path: Path, contents: Contents, by: ColumnMap | None, known: Context = _NOBODY_KNOWN) -> Reading:
    problems = list(_misnamed(path, contents.kind))
    rows = tuple(_rows(path, contents, by, known, problems))
    if not rows:
        raise BadInput(f"{path}: there is no row with a name in it. Give a list with one name in each row.")
    if len(rows) > MOST_ROWS:
        raise BadInput(f"{path}: {len(rows)} rows are more than a list has. Use import for whole registers.")
    return Reading(rows, tuple(problems))


def contents_of(path: Path, data: bytes) -> Contents:
    """Everything that the file holds; what libraries read is read in a process of its own."""
    kind = kind_of(path, data)
    if kind is FileKind.TEXT:
        text = _readable_text(path, data)
        return Contents(kind, (table_of_text(path, text) or _as_lines(text),))
    return read_apart(path, kind, data)


def table_of(path: Path, data: bytes, sheet: str = "") -> Table:
    """The sheet of that name, or else the first table that has anything in it; its first row is the header."""
    kind = kind_of(path, data)
    if kind is FileKind.TEXT:
        return table_in(path, _readable_text(path, data))
    filled = [block for block in read_apart(path, kind, data).blocks if block.table and block.rows]
    if not filled:
        raise BadInput(f"{path}: there is no table in it. Give the sheet or page that holds the people.")
    if sheet and kind is FileKind.SPREADSHEET:
        filled = [sheet_called(path, filled, sheet)]
    first = filled[0]
    more = [] if kind is FileKind.SPREADSHEET else going_on(first, filled[1:])
    rows = [*first.rows[1:], *(row for block in more for row in block.rows if row.cells != first.rows[0].cells)]
    width = len(first.rows[0].cells)
    return Table(
        first.rows[0].cells,
        tuple((*row.cells, *[""] * width)[: max(width, len(row.cells))] for row in rows),
        tuple(row.spot.line for row in rows),
    )


def _misnamed(path: Path, kind: FileKind) -> Iterator[Problem]:
    said = said_kind(path)
    if said is not None and said is not kind:
        yield Problem(
            path.name,
            f"by its name this is {said.meaning}; by its content it is {kind.meaning}.",
            "It was read as that.",
        )


def _rows(
    path: Path, contents: Contents, by: ColumnMap | None, known: Context, problems: list[Problem]
) -> Iterator[Row]:
    tables = [block for block in contents.blocks if block.table and block.rows]
    about = About(known, problems)
    if by is not None:
        yield from rows_by_map(path, contents, tables, by, about)
    elif contents.kind is FileKind.SPREADSHEET:
        yield from rows_of_sheets(path, tables, about)
    elif contents.kind is FileKind.TEXT:
        yield from _of_text(path, contents.blocks[0], about)
    else:
        yield from rows_in_order(path, contents, about)


def _of_text(path: Path, block: Block, about: About) -> Iterator[Row]:
    if not block.table:
        yield from rows_of_lines(block.rows, about.known)
    elif suggest(block):
        yield from rows_of_tables(path, block, None, about)
    else:
        raise BadInput(no_names(path, [block]))


def _readable_text(path: Path, data: bytes) -> str:
    read = read_text(path, data)
    if why := garbled(read.text, read.encoding):
        raise BadInput(f"{path}: the text can't be read: {why}. Save it in UTF-8 from the program it comes from.")
    return read.text


def _as_lines(text: str) -> Block:
    lines = [PrintedRow(_cut((line,)), Spot(line=at)) for at, line in enumerate(text.splitlines(), 1) if line.strip()]
    return Block(False, tuple(lines))


def _cut(cells: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(cell[:LONGEST_CELL] if len(cell) > LONGEST_CELL else cell for cell in cells)
