"""Every sheet of a spreadsheet (XLSX, XLS, ODS) as a table of text."""

from __future__ import annotations

import io
from collections.abc import Iterator

from python_calamine import CalamineWorkbook, SheetTypeEnum

from habeas.intake.contents import Block, PrintedRow, Spot
from habeas.intake.visible import as_printed


def read(data: bytes) -> Iterator[Block]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    for one in book.sheets_metadata:
        if one.typ is SheetTypeEnum.WorkSheet:
            sheet = book.get_sheet_by_name(one.name)
            above = sheet.start[0] if sheet.start else 0
            rows = (tuple(map(as_printed, row)) for row in sheet.iter_rows())
            yield Block(True, tuple(_filled(one.name, above, rows)), one.name)


def _filled(name: str, above: int, rows: Iterator[tuple[str, ...]]) -> Iterator[PrintedRow]:
    # Where calamine leaves the empty rows above out, the line is still the one that its reader sees.
    for at, row in enumerate(rows, 1):
        if any(cell.strip() for cell in row):
            yield PrintedRow(row, Spot(name, 0, at + above))
