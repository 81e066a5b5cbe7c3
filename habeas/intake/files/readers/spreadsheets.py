"""Every sheet of a spreadsheet (XLSX, XLS, ODS) as a table of text."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from python_calamine import CalamineSheet, CalamineWorkbook, SheetMetadata, SheetTypeEnum, SheetVisibleEnum

from habeas.intake.files.contents import Block, PrintedRow, Spot
from habeas.intake.files.readers.sheet_marks import Marks, marks_of
from habeas.intake.files.visible import as_printed

Cells = tuple[str, ...]

_NUMBER = re.compile(r"\s*№?\s*\d{1,5}\s*[.)]?\s*")
_MOST_JOINED = 4
"""So many rows one person has at most; a larger merged cell numbers a group."""
HIDDEN = "its row is hidden in the sheet"
STRUCK = "it is struck through"
_NAME = re.compile(r"(?:[^\W\d_a-zа-яё][\w'’ʼ.-]*\s*){2,4}")
"""Two to four words that begin large: whoever strikes a name alone strikes the row."""


def read(data: bytes) -> Iterator[Block]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    marks = marks_of(data)
    for one in book.sheets_metadata:
        if one.typ is SheetTypeEnum.WorkSheet:
            read = _block(one, book.get_sheet_by_name(one.name), marks.get(one.name, Marks()))
            yield read if marks else replace(read, unread=(_why_unmarked(),))


def _block(one: SheetMetadata, sheet: CalamineSheet, marks: Marks) -> Block:
    # Without the empty rows and columns before the first cell, places are still those on the sheet. (What iter_rows
    # gives begins at the first row and the first filled column, so that neither can be told from it.)
    above, left = sheet.start or (0, 0)
    printed = [tuple(map(as_printed, row)) for row in sheet.to_python(skip_empty_area=True)]
    hidden = {column for column in marks.hidden_columns if any(_cell(row, column, left).strip() for row in printed)}
    told = [tuple("" if at in hidden else cell for at, cell in enumerate(row, left + 1)) for row in printed]
    rows = tuple(_rows(one.name, told, (above, left), marks))
    unread = (_why_columns(", ".join(map(_letters, sorted(hidden)))),) if hidden else ()
    return Block(True, rows, one.name, one.visible is not SheetVisibleEnum.Visible, unread)


def _why_unmarked() -> str:
    return "which of its rows are hidden or struck through"


def _why_columns(letters: str) -> str:
    return f"what stands in its hidden columns ({letters})"


def _rows(name: str, told: Sequence[Cells], start: tuple[int, int], marks: Marks) -> Iterator[PrintedRow]:
    above, left = start
    down = _carried(told, marks, start)
    joined = _under_one_number(told, marks, start)
    for at, row in enumerate(told, above + 1):
        if at in joined or not any(cell.strip() for cell in row):
            continue
        below = [told[one - above - 1] for one, first in joined.items() if first == at and one - above <= len(told)]
        whole = tuple("\n".join(filter(None, cells)) for cells in zip(row, *below, strict=True))
        cells = tuple(cell or down.get((at, column), "") for column, cell in enumerate(whole, left + 1))
        yield replace(PrintedRow(cells, Spot(name, 0, at)), aside=_why_aside(at, row, left, marks))


def _under_one_number(told: Sequence[Cells], marks: Marks, start: tuple[int, int]) -> dict[int, int]:
    """Rows that only go on from the one above: a number in the list is merged over both. By row, its first row."""
    above, left = start
    found: dict[int, int] = {}
    for column, first, last in marks.merged:
        at = first - above - 1
        if 0 <= at < len(told) and last - first < _MOST_JOINED and _NUMBER.fullmatch(_cell(told[at], column, left)):
            found.update(dict.fromkeys(range(first + 1, last + 1), first))
    return found


def _cell(row: Cells, column: int, left: int) -> str:
    return row[column - left - 1] if 0 <= column - left - 1 < len(row) else ""


def _letters(column: int) -> str:
    """As spreadsheets call it: A, B, … AA."""
    before, last = divmod(column - 1, 26)
    return (_letters(before) if before else "") + chr(ord("A") + last)


def _carried(told: Sequence[Cells], marks: Marks, start: tuple[int, int]) -> dict[tuple[int, int], str]:
    """What a cell that is merged downwards says of each row that it spans."""
    above, left = start
    found: dict[tuple[int, int], str] = {}
    for column, first, last in marks.merged:
        at, spot = first - above - 1, column - left - 1
        if 0 <= at < len(told) and 0 <= spot < len(told[at]) and told[at][spot]:
            found.update({(row, column): told[at][spot] for row in range(first + 1, min(last, above + len(told)) + 1)})
    return found


def _why_aside(at: int, row: tuple[str, ...], left: int, marks: Marks) -> str:
    if at in marks.hidden:
        return HIDDEN
    struck = marks.struck.get(at, set())
    worded = {column for column, cell in enumerate(row, left + 1) if any(map(str.isalpha, cell))}
    first = bool(worded) and min(worded) in struck
    names = any(_NAME.fullmatch(_cell(row, column, left)) for column in struck & worded)
    return STRUCK if worded and (first or names or len(struck & worded) * 2 >= len(worded)) else ""
