"""What an old workbook (XLS) shows beside its cells: what is hidden, what is struck through, what is merged."""

from __future__ import annotations

import os
from collections.abc import Iterator

import xlrd
from xlrd.book import Book
from xlrd.sheet import Sheet

from habeas.intake.files.readers.sheet_marks import MOST_MERGED, Marks


def marks_of_old(data: bytes) -> dict[str, Marks]:
    """Nothing for a workbook that this library can't read, though the one that reads the cells may."""
    try:
        with open(os.devnull, "w") as nowhere:
            book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=nowhere)
        struck = set(_struck_formats(book))
        return {sheet.name: _of_sheet(sheet, struck) for sheet in book.sheets()}
    # Of a damaged or strange workbook it raises whatever it meets; that its marks are unread is told.
    except Exception:
        return {}


def _struck_formats(book: Book) -> Iterator[int]:
    """The numbers of the cell formats whose font is struck through."""
    for number, how in enumerate(book.xf_list):
        if how.font_index < len(book.font_list) and book.font_list[how.font_index].struck_out:
            yield number


def _of_sheet(sheet: Sheet, struck: set[int]) -> Marks:
    marks = Marks(
        hidden={at + 1 for at, row in sheet.rowinfo_map.items() if row.hidden},
        hidden_columns={at + 1 for at, column in sheet.colinfo_map.items() if column.hidden},
    )
    for at in range(sheet.nrows if struck else 0):
        cells = {column + 1 for column, how in enumerate(sheet._cell_xf_indexes[at]) if how in struck}
        marks.struck.update({at + 1: cells} if cells else {})
    for first, last, left, right in sheet.merged_cells[:MOST_MERGED]:
        if right - left == 1:
            marks.merged.append((left + 1, first + 1, last))
    return marks
