"""Which sheets of a workbook hold the list, and the rows of the table that a map is for."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from habeas.intake.files.columns import ColumnMap, suggest
from habeas.intake.files.contents import Block, Contents, FileKind
from habeas.intake.files.headings import Heading, is_heading
from habeas.intake.files.heads import plain_head
from habeas.intake.files.likeness import is_name
from habeas.intake.files.name_parts import name_in
from habeas.intake.files.plain import rows_of_lines
from habeas.intake.files.release_words import not_freed
from habeas.intake.files.rows import Row
from habeas.intake.files.table_rows import About, rows_of_table
from habeas.intake.files.tables_apart import tables_apart
from habeas.intake.files.visible import shortened, visible
from habeas.problems import BadInput, Problem


def rows_by_map(path: Path, contents: Contents, tables: Sequence[Block], by: ColumnMap, about: About) -> Iterator[Row]:
    chosen = [sheet_called(path, tables, sheet) for sheet in by.sheets] or list(tables[:1])
    if not chosen:
        raise BadInput(f"{path}: the map is for a table, and there is none in the file. Take it without the map.")
    if contents.kind is not FileKind.SPREADSHEET:
        chosen = [_with(chosen[0], going_on(chosen[0], tables[tables.index(chosen[0]) + 1 :]))]
    yield from _of_sheets(path, [(block, by) for block in chosen], about)


def rows_of_sheets(path: Path, tables: Sequence[Block], about: About) -> Iterator[Row]:
    """The first sheet with names, and those after it that have the same heads and say in their name where people went.

    Whether a further sheet lists the freed or somebody else can't be guessed: it is told of.
    """
    open_ones = [block for block in tables if not block.aside]
    found = sheets_of_names(tables)
    if not found:
        if narrow := [block for block in open_ones if all(_is_line(row.cells) for row in block.rows)]:
            yield from _as_lines(narrow[0], about)
            return
        raise BadInput(no_names(path, tables))
    taken = [found[0], *(one for one in found[1:] if _goes_with(one, found[0]))]
    # What stands before the list and names nobody is its contents or its instructions.
    told_of = [*found, *filter(suggest, tables[tables.index(found[0]) :])]
    for block in tables:
        if block not in taken and (block.aside or block in told_of):
            about.problems.append(_not_read(path, block))
    about.problems.extend(_unread(path, block.title, what) for block in taken for what in block.unread)
    yield from _of_sheets(path, [(block, None) for block in taken], about)


def sheets_of_names(tables: Sequence[Block]) -> list[Block]:
    """Those in sight with a column of names; a table of contents is none of them where another names somebody."""
    suggested = [block for block in tables if not block.aside and suggest(block)]
    return [block for block in suggested if has_people(block)] or suggested


def has_people(block: Block) -> bool:
    """Whether any cell of it is a name with a given name that we know; instructions speak of names and have none."""
    return any(is_name(name_in(words)) for row in block.rows for words in _names_of(row.cells))


def _names_of(cells: Sequence[str]) -> Iterator[str]:
    """Each cell, and each with the one behind it, since surnames stand apart from given names."""
    yield from cells
    yield from (f"{one} {other}" for one, other in pairwise(cells))


def sheet_called(path: Path, tables: Sequence[Block], sheet: str) -> Block:
    for block in tables:
        if block.title == sheet:
            return block
    known = ", ".join(block.title for block in tables)
    raise BadInput(f"{path}: there is no sheet “{sheet}”. The sheets are: {known or 'all empty'}.")


def going_on(first: Block, others: Sequence[Block]) -> list[Block]:
    """Tables of the same width go on from the page before, until one is of another."""
    width, more = len(first.rows[0].cells), []
    for block in others:
        if len(block.rows[0].cells) != width:
            break
        more.append(block)
    return more


def no_names(path: Path, tables: Sequence[Block]) -> str:
    if not tables:
        return f"{path}: every sheet is empty. Give a list with one name in each row."
    if not any(len(block.rows) > 1 for block in tables) and suggest(tables[0]):
        return f"{path}: there is no row with a name in it. Give a list with one name in each row."
    found = ", ".join(shortened(visible(head), 40) for head in tables[0].rows[0].cells[:30])
    return (
        f"{path}: no column is called “name”, and none is full of names. The columns found are: {found}."
        " Name the right one “name” in the first row, or write a map: habeas columns FILE shows how."
    )


def _of_sheets(path: Path, chosen: Sequence[tuple[Block, ColumnMap | None]], about: About) -> Iterator[Row]:
    for block, by in chosen:
        heading = Heading().then(block.title) if block.title and is_heading(block.title) else Heading()
        about = yield from rows_of_tables(path, block, by, replace(about, heading=heading))


def rows_of_tables(path: Path, block: Block, by: ColumnMap | None, about: About) -> Generator[Row, None, About]:
    """By the map, or else each table of the block by its own heads."""
    for part in (block,) if by else tables_apart(block):
        if found := by or suggest(part):
            about = yield from rows_of_table(path, part, found, about)
        else:
            about.problems.append(_passed(path, part))
    return about


def _passed(path: Path, part: Block) -> Problem:
    spot = part.rows[0].spot if part.rows else ""
    return Problem(
        f"{path.name}, {spot}", "a table without a column of names was passed over.", "Look whether that is so."
    )


def _unread(path: Path, sheet: str, what: str) -> Problem:
    return Problem(
        path.name,
        f"of the sheet “{sheet}” this was not read: {what}.",
        "If it matters, show it in the program that the file comes from and save the file again as XLSX.",
    )


def _goes_with(block: Block, first: Block) -> bool:
    heads = [[plain_head(cell) for cell in one.rows[0].cells if cell.strip()] for one in (block, first)]
    return heads[0] == heads[1] and len(heads[0]) > 0 and is_heading(block.title) and not not_freed(block.title)


def _not_read(path: Path, block: Block) -> Problem:
    if block.aside:
        return Problem(
            path.name,
            f"the sheet “{block.title}” is hidden and was not read.",
            f"To take it, write “sheet: {block.title}” into a map: habeas columns {path.name}",
        )
    return Problem(
        path.name,
        f"the sheet “{block.title}” has names too and was not read.",
        f"To take it, write “sheet: {block.title}” into a map: habeas columns {path.name}",
    )


def _is_line(cells: Sequence[str]) -> bool:
    return sum(bool(cell.strip()) for cell in cells) == 1


def _as_lines(block: Block, about: About) -> Iterator[Row]:
    """A sheet of one column is a text."""
    lines = (replace(row, cells=(" ".join(row.cells).strip(),)) for row in block.rows)
    yield from rows_of_lines(lines, about.known)


def _with(first: Block, more: Sequence[Block]) -> Block:
    return replace(first, rows=(*first.rows, *(row for block in more for row in block.rows)))
