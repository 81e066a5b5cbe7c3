"""Every sheet of a spreadsheet (XLSX, XLS, ODS) as a table of text."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from habeas.intake.files.contents import Block, PrintedRow, Spot
from habeas.intake.files.readers.sheet_marks import Marks, marks_of
from habeas.intake.files.visible import as_printed

HIDDEN = "its row is hidden in the sheet"
STRUCK = "it is struck through"


def read(data: bytes) -> Iterator[Block]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    marks = marks_of(data)
    for one in book.sheets_metadata:
        if one.typ is SheetTypeEnum.WorkSheet:
            rows = tuple(_rows(one.name, book.get_sheet_by_name(one.name), marks.get(one.name, Marks())))
            yield Block(True, rows, one.name, one.visible is not SheetVisibleEnum.Visible)


def _rows(name: str, sheet: CalamineSheet, marks: Marks) -> Iterator[PrintedRow]:
    # Where calamine leaves the empty rows and columns before the first cell out, places are still those on the sheet.
    above, left = sheet.start or (0, 0)
    told = [tuple(map(as_printed, row)) for row in sheet.iter_rows()]
    down = _carried(told, marks, (above, left))
    for at, row in enumerate(told, above + 1):
        cells = tuple(cell or down.get((at, column), "") for column, cell in enumerate(row, left + 1))
        if any(cell.strip() for cell in row):
            yield replace(PrintedRow(cells, Spot(name, 0, at)), aside=_why_aside(at, row, left, marks))


def _carried(told: list[tuple[str, ...]], marks: Marks, start: tuple[int, int]) -> dict[tuple[int, int], str]:
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
    return STRUCK if worded and len(struck & worded) * 2 >= len(worded) else ""
