"""A list of names read from a file of any common kind, and the table of a register that is to be imported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from habeas.delimited import Table, read_text, table_in
from habeas.intake.apart import read_apart
from habeas.intake.columns import ColumnMap, by_cells, by_heads, suggest
from habeas.intake.contents import Block, Contents, FileKind, PrintedRow, Spot
from habeas.intake.garbled import garbled
from habeas.intake.kinds import kind_of, said_kind
from habeas.intake.likeness import share_of_names
from habeas.intake.limits import LONGEST_CELL, MOST_ROWS
from habeas.intake.headings import is_heading
from habeas.intake.name_parts import bare_of, name_and_details
from habeas.intake.plain import Context, rows_of_lines
from habeas.intake.several import several_names
from habeas.intake.rows import Reading, Row
from habeas.intake.table_rows import rows_of_table
from habeas.intake.visible import shortened, visible
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
        table = _table(path, text)
        return Contents(kind, (_as_block(table) if table else _as_lines(text),))
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
        filled = [_sheet(path, filled, sheet)]
    first = filled[0]
    more = [] if kind is FileKind.SPREADSHEET else _going_on(first, filled[1:])
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
    if by is not None:
        chosen = [_sheet(path, tables, by.sheet)] if by.sheet else tables[:1]
        if not chosen:
            raise BadInput(f"{path}: the map is for a table, and there is none in the file. Take it without the map.")
        more = [] if contents.kind is FileKind.SPREADSHEET else _going_on(chosen[0], tables[1:])
        yield from _of_tables(path, chosen[0], more, by, (known, problems))
    elif found := _with_names(tables):
        yield from _of_found(path, contents.kind, found, tables, (known, problems))
    elif contents.kind is FileKind.SPREADSHEET or (contents.kind is FileKind.TEXT and tables):
        raise BadInput(_no_names(path, tables))
    else:
        yield from rows_of_lines(_lines(path, contents, problems), known)


def _with_names(tables: Sequence[Block]) -> list[tuple[Block, ColumnMap]]:
    """Tables with a heading for names; if none has one, those whose cells are names."""
    headed = [(block, by) for block in tables if (by := by_heads(block))]
    return headed or [(block, by) for block in tables if (by := by_cells(block))]


def _of_found(
    path: Path,
    kind: FileKind,
    found: list[tuple[Block, ColumnMap]],
    tables: list[Block],
    known: tuple[Context, list[Problem]],
) -> Iterator[Row]:
    """Of a spreadsheet the first sheet with names; of a page or document every table with names, in its order."""
    if kind is FileKind.SPREADSHEET:
        for block, _ in found[1:]:
            advice = f"To take it, write “sheet: {block.title}” into a map: habeas columns {path.name}"
            known[1].append(Problem(path.name, f"the sheet “{block.title}” has names too and was not read.", advice))
        yield from _of_tables(path, found[0][0], [], found[0][1], known)
        return
    starts = [tables.index(block) for block, _ in found]
    number = 0
    for (block, by), start, end in zip(found, starts, [*starts[1:], len(tables)], strict=True):
        for row in _of_tables(path, block, _going_on(block, tables[start + 1 : end]), by, known, number):
            number = row.number
            yield row


def _of_tables(
    path: Path,
    first: Block,
    more: Sequence[Block],
    by: ColumnMap,
    known: tuple[Context, list[Problem]],
    number: int = 0,
) -> Iterator[Row]:
    rows = [*first.rows, *(row for block in more for row in block.rows)]
    yield from rows_of_table(path, Block(True, tuple(rows), first.title), by, known[0], known[1], number)


def _going_on(first: Block, others: Sequence[Block]) -> list[Block]:
    """Tables of the same width go on from the page before, until one is of another."""
    width, more = len(first.rows[0].cells), []
    for block in others:
        if len(block.rows[0].cells) != width:
            break
        more.append(block)
    return more


def _sheet(path: Path, tables: Sequence[Block], sheet: str) -> Block:
    for block in tables:
        if block.title == sheet:
            return block
    known = ", ".join(block.title for block in tables)
    raise BadInput(f"{path}: there is no sheet “{sheet}”. The sheets are: {known or 'all empty'}.")


def _no_names(path: Path, tables: Sequence[Block]) -> str:
    if not tables:
        return f"{path}: every sheet is empty. Give a list with one name in each row."
    if not any(len(block.rows) > 1 for block in tables) and suggest(tables[0]):
        return f"{path}: there is no row with a name in it. Give a list with one name in each row."
    found = ", ".join(shortened(visible(head), 40) for head in tables[0].rows[0].cells[:30])
    return (
        f"{path}: no column is called “name”, and none is full of names. The columns found are: {found}."
        " Name the right one “name” in the first row, or write a map: habeas columns FILE shows how."
    )


def _lines(path: Path, contents: Contents, problems: list[Problem]) -> Iterator[PrintedRow]:
    """Of a text every line; of a web page the lists that are of names, and the sentences that list some."""
    if contents.kind is not FileKind.HTML:
        yield from (row for block in contents.blocks if not block.table for row in block.rows)
        return
    passed = 0
    for block in contents.blocks:
        told = [name_and_details(bare_of(visible(row.cells[0])))[0] for row in block.rows]
        if not block.table and share_of_names(told) >= 0.5:
            yield from block.rows
        elif not block.table:
            kept = [row for row in block.rows if several_names(visible(row.cells[0])) or _heads(row, block)]
            passed += len(block.rows) - len(kept)
            yield from kept
    if passed:
        problems.append(
            Problem(
                path.name, f"{passed} lines of the page list no names and were passed over.", "Look whether that is so."
            )
        )


def _heads(row: PrintedRow, block: Block) -> bool:
    return block.title == "text" and len(row.cells[0]) < 120 and is_heading(visible(row.cells[0]))


def _readable_text(path: Path, data: bytes) -> str:
    read = read_text(path, data)
    if why := garbled(read.text, read.encoding):
        raise BadInput(f"{path}: the text can't be read: {why}. Save it in UTF-8 from the program it comes from.")
    return read.text


def _table(path: Path, text: str) -> Table | None:
    """None for a plain text, which may have commas too: there only a heading that says so makes it a table."""
    if path.suffix.lower() in (".csv", ".tsv"):
        table = table_in(path, text)
        return table if len(table.header) > 1 or by_heads(_as_block(table)) else None
    try:
        table = table_in(path, text)
    except BadInput:
        return None
    return table if by_heads(_as_block(table)) else None


def _as_block(table: Table) -> Block:
    rows = [PrintedRow(cells, Spot(line=line)) for cells, line in zip(table.rows, table.lines, strict=True)]
    first = min(table.lines, default=2) - 1
    return Block(True, (PrintedRow(_cut(table.header), Spot(line=max(first, 1))), *rows))


def _as_lines(text: str) -> Block:
    lines = [PrintedRow(_cut((line,)), Spot(line=at)) for at, line in enumerate(text.splitlines(), 1) if line.strip()]
    return Block(False, tuple(lines))


def _cut(cells: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(cell[:LONGEST_CELL] if len(cell) > LONGEST_CELL else cell for cell in cells)
