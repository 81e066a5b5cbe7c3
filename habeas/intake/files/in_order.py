"""A page or document in its order: headings, lists and tables, each read as what it is, under the heading above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from habeas.intake.files.columns import ColumnMap, by_cells, by_heads
from habeas.intake.files.contents import Block, Contents, FileKind, PrintedRow
from habeas.intake.files.headings import Heading, is_heading
from habeas.intake.files.laid_out import as_lists, whole_rows, without_furniture
from habeas.intake.files.likeness import is_name, shaped_as_name, share_of_names
from habeas.intake.files.name_parts import bare_of, is_marked, name_in
from habeas.intake.files.plain import rows_of_lines
from habeas.intake.files.rows import Row
from habeas.intake.files.several import several_names
from habeas.intake.files.table_rows import About, rows_of_table
from habeas.intake.files.visible import visible
from habeas.problems import Problem

_LONGEST_HEADING = 120
_FEW_WORDS = 12
_MOSTLY = 0.5
_GAP = 3
"""So many lines between two names may be names that we don't know."""


@dataclass(slots=True)
class _Passed:
    """What was left out, to be told."""

    lines: int = 0
    tables: int = 0


def rows_in_order(path: Path, contents: Contents, about: About) -> Iterator[Row]:
    blocks = [part for block in without_furniture(contents.blocks, path, about.problems) for part in as_lists(block)]
    told = list(_with_maps(blocks))
    every_line = contents.kind is not FileKind.HTML and not any(by for _, by in told)
    passed = _Passed()
    for block, by in told:
        for row in _rows(path, block, by, (about, passed, every_line)):
            about = replace(about, number=row.number)
            yield row
        about = replace(about, heading=_after(block, about.heading))
    _tell(path, passed, about.problems)


def _rows(path: Path, block: Block, by: ColumnMap | None, how: tuple[About, _Passed, bool]) -> Iterator[Row]:
    about, passed, every_line = how
    if by is not None:
        yield from rows_of_table(path, block, by, about)
    elif block.table:
        passed.tables += 1
    else:
        kept = block.rows if every_line else tuple(_listing(block))
        passed.lines += len(block.rows) - len(kept)
        yield from rows_of_lines(kept, about.known, about.heading, about.number)


def _with_maps(blocks: Sequence[Block]) -> Iterator[tuple[Block, ColumnMap | None]]:
    """Each table with its map; one of the same width without heads goes on from the table before it."""
    before: tuple[Block, ColumnMap] | None = None
    for block in blocks:
        if not block.table:
            yield block, None
            continue
        if by := by_heads(block):
            block = whole_rows(block, by)
            before = block, by
        elif before and _width(block) == _width(before[0]):
            first, by = before
            head = first.rows[by.head - 1 : by.head] if by.head else ()
            by = replace(by, head=len(head))
            block = whole_rows(replace(block, rows=(*head, *block.rows)), by)
        elif by := by_cells(block):
            block = whole_rows(block, by)
            before = block, by
        yield block, by


def _listing(block: Block) -> Iterator[PrintedRow]:
    """Of lines among which few may be of a list: the names, what heads them, and sentences that list some."""
    names = [_looks_like_name(row, block) for row in block.rows]
    if share_of_names([_named(row) for row in block.rows]) >= _MOSTLY:
        yield from block.rows
        return
    for at, row in enumerate(block.rows):
        words = visible(row.cells[0])
        if (
            ((names[at] or (_amid(names, at) and shaped_as_name(_named(row)))) and not several_names(words))
            or several_names(bare_of(words))
            or (len(words) < _LONGEST_HEADING and is_heading(words))
        ):
            yield row


def _looks_like_name(row: PrintedRow, block: Block) -> bool:
    words = visible(row.cells[0])
    marked = is_marked(words) or block.title == "list"
    return is_name(_named(row)) and (marked or len(words.split()) <= _FEW_WORDS)


def _amid(names: Sequence[bool], at: int) -> bool:
    """Between two names that stand near: it may be one that we don't know."""
    return any(names[max(0, at - _GAP) : at]) and any(names[at + 1 : at + 1 + _GAP])


def _named(row: PrintedRow) -> str:
    return name_in(row.cells[0])


def _after(block: Block, heading: Heading) -> Heading:
    """What holds for what comes next: the last line of the block that heads something."""
    for row in block.rows if not block.table else ():
        words = visible(row.cells[0])
        if len(words) < _LONGEST_HEADING and is_heading(words):
            heading = heading.then(words)
    return heading


def _tell(path: Path, passed: _Passed, problems: list[Problem]) -> None:
    if passed.lines:
        problems.append(
            Problem(
                path.name,
                f"{passed.lines} lines of the page list no names and were passed over.",
                "Look whether that is so.",
            )
        )
    if passed.tables:
        problems.append(
            Problem(
                path.name,
                f"{passed.tables} tables without a column of names were passed over.",
                "Look whether that is so.",
            )
        )


def _width(block: Block) -> int:
    return max((len(row.cells) for row in block.rows), default=0)
