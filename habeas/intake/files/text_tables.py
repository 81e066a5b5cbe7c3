"""A table that is written as text: which sign parts its cells, and under which of its rows the people stand."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from habeas.intake.files.contents import Block, PrintedRow, Spot
from habeas.intake.files.heads import DEEPEST, HEADS, head_row, plain_head
from habeas.intake.files.limits import LONGEST_CELL
from habeas.intake.files.set_with_blanks import set_with_blanks
from habeas.problems import BadInput


class Rows(Protocol):
    """What the csv module's reader is: rows, and the line it has come to."""

    @property
    def line_num(self) -> int: ...

    def __iter__(self) -> Iterator[list[str]]: ...


_SEPARATORS = ",;\t|"
_LONGEST = 50_000_000
_MOST_LINES = 20
"""Of one cell; beyond that a quote was opened and never closed."""
_SAMPLE = 40
_AS_TEXT = re.compile(r'\s*="([^"=]*)"\s*')


def table_of_text(path: Path, text: str) -> Block | None:
    """None for a plain text, which may have commas too: there only heads of several columns make it a table."""
    is_csv = path.suffix.lower() in (".csv", ".tsv")
    told = {mark: _heads(text, mark) for mark in _SEPARATORS}
    mark = max(_SEPARATORS, key=lambda each: told[each][1])
    at, columns = told[mark]
    if columns >= 2 or (columns == 1 and (is_csv or _is_heading(text, at))):
        return _block(path, text, mark, at)
    if not is_csv:
        return set_with_blanks(text)
    mark = max(_SEPARATORS, key=lambda each: _even(text, each))
    return _block(path, text, mark, 0) if _even(text, mark) else None


def _is_heading(text: str, at: int) -> bool:
    """Whether a text of one column has a word over it that we know for one, and not only one that begins so."""
    rows = _first_rows(text, "\x1f", at)
    return len(rows) == at and plain_head(rows[at - 1][0]) in (*HEADS["name"], *HEADS["surname"])


def _heads(text: str, mark: str) -> tuple[int, int]:
    """The row of heads, and how many of its columns we know."""
    rows = _first_rows(text, mark, DEEPEST + 1)
    found = head_row(rows)
    if found is None:
        return 0, 0
    return found[0], sum(map(bool, found[1]))


def _even(text: str, mark: str) -> int:
    """How many cells most of the lines have, parted by that mark; 0 if it parts no two lines alike."""
    widths = Counter(len(row) for row in _first_rows(text, mark, _SAMPLE))
    width, often = max(widths.items(), key=lambda item: item[1], default=(1, 0))
    return width if width > 1 and often > 1 else 0


def _first_rows(text: str, mark: str, most: int) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for row in _reader(text, mark):
            if any(cell.strip() for cell in row):
                rows.append(row)
            if len(rows) >= most:
                break
    except csv.Error:
        pass
    return rows


def _block(path: Path, text: str, mark: str, head: int) -> Block:
    reader, began, rows = _reader(text, mark), 1, list[PrintedRow]()
    width = 0
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                _check(path, began, row, width)
                rows.append(PrintedRow(tuple(_said(cell[:LONGEST_CELL]) for cell in row), Spot(line=began)))
                width = len(row) if len(rows) == head else width
            began = reader.line_num + 1
    except csv.Error as error:
        raise BadInput(
            f"{path}, line {reader.line_num}: {error}. Save the file again as CSV from the program it comes from."
        ) from None
    return Block(True, tuple(_filled(rows)))


def _said(cell: str) -> str:
    """="00012" is how a spreadsheet is told that a cell is text."""
    found = _AS_TEXT.fullmatch(cell)
    return found[1] if found else cell


def _check(path: Path, line: int, row: Sequence[str], width: int) -> None:
    if width and any(cell.strip() for cell in row[width:]):
        raise BadInput(
            f"{path}, line {line}: {len(row)} cells where the header has {width}."
            " A cell with the separator in it has to stand in quotes."
        )
    if any(cell.count("\n") > _MOST_LINES for cell in row):
        raise BadInput(
            f"{path}, line {line}: a quotation mark opens a cell there and isn't closed, so that the lines after it"
            " can't be told apart. Close it or take it out."
        )


def _filled(rows: Sequence[PrintedRow]) -> Iterator[PrintedRow]:
    """All as wide as the widest."""
    width = max((len(row.cells) for row in rows), default=0)
    for row in rows:
        yield PrintedRow((*row.cells, *("",) * (width - len(row.cells))), row.spot)


def _reader(text: str, mark: str) -> Rows:
    csv.field_size_limit(_LONGEST)
    return csv.reader(io.StringIO(text, newline=""), delimiter=mark)
