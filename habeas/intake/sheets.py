"""The first sheet of a spreadsheet (XLSX, XLS, ODS) as a table of text."""

from __future__ import annotations

import io
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

from habeas.delimited import Table
from habeas.intake.visible import as_printed
from habeas.problems import BadInput

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST_BYTES = 200_000_000


def is_sheet(data: bytes) -> bool:
    """By its first bytes: a name's ending says what somebody hoped it to be."""
    return data.startswith((_ZIP, _OLE))


def read_sheet(path: Path, data: bytes, sheet: str = "") -> Table:
    """The sheet of that name, or else the first that has anything in it; its first filled row is the header."""
    if len(data) > _MOST_BYTES:
        raise BadInput(f"{path}: {len(data) // 1_000_000} MB are more than a list has. Save the one sheet by itself.")
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = [one.name for one in book.sheets_metadata if one.typ is SheetTypeEnum.WorkSheet]
        if sheet and sheet not in names:
            raise BadInput(f"{path}: there is no sheet “{sheet}”. The sheets are: {', '.join(names)}.")
        for name in [sheet] if sheet else names:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            if table := _table([tuple(map(as_printed, row)) for row in rows]):
                return table
    except (CalamineError, OSError, ValueError) as reason:
        raise BadInput(
            f"{path}: this can't be read as a spreadsheet ({' '.join(str(reason).split())[:120]})."
            " Open it and save it again as XLSX or as CSV in UTF-8."
        ) from None
    raise BadInput(f"{path}: every sheet is empty. Give a list with one name in each row.")


def _table(rows: list[tuple[str, ...]]) -> Table | None:
    filled = [(at, row) for at, row in enumerate(rows, 1) if any(cell.strip() for cell in row)]
    if not filled:
        return None
    header, *others = filled
    return Table(header[1], tuple(row for _, row in others), tuple(at for at, _ in others))
