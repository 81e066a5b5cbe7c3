"""Tables as one workbook (XLSX), a sheet each, written by hand: the same rows give the same bytes, without a date.

Text is written as text, which no spreadsheet runs; it bears the apostrophe of CSV all the same, since workbooks are
saved as CSV by those who receive them.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from habeas.pages.cells import safe_cell
from habeas.publish.data.as_csv import cell
from habeas.publish.data.tables import Row, Table, Value

Sheets = Sequence[tuple[Table, Sequence[Row]]]
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LONGEST = 32_767
"""No spreadsheet takes a longer cell, in characters."""


def workbook(sheets: Sheets) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in _parts(sheets):
            file.writestr(zipfile.ZipInfo(name, _NO_TIME), _HEAD + content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _parts(sheets: Sheets) -> Iterator[tuple[str, str]]:
    numbered = list(enumerate(sheets, 1))
    kinds = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{_KIND}.worksheet+xml"/>'
        for number, _ in numbered
    )
    yield (
        "[Content_Types].xml",
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>{kinds}</Types>',
    )
    yield "_rels/.rels", _relations([("rId1", "officeDocument", "xl/workbook.xml")])
    listed = "".join(
        f'<sheet name="{escape(table.title[:31])}" sheetId="{number}" r:id="rId{number}"/>'
        for number, (table, _) in numbered
    )
    yield "xl/workbook.xml", f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATED}"><sheets>{listed}</sheets></workbook>'
    targets = [(f"rId{number}", "worksheet", f"worksheets/sheet{number}.xml") for number, _ in numbered]
    yield "xl/_rels/workbook.xml.rels", _relations(targets)
    for number, (table, rows) in numbered:
        yield f"xl/worksheets/sheet{number}.xml", _sheet(table, rows)


def _relations(told: Sequence[tuple[str, str, str]]) -> str:
    each = "".join(f'<Relationship Id="{id}" Type="{_RELATED}/{kind}" Target="{to}"/>' for id, kind, to in told)
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'


def _sheet(table: Table, rows: Sequence[Row]) -> str:
    head = _row([column.name for column in table.columns])
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{head}{"".join(map(_row, rows))}</sheetData></worksheet>'


def _row(values: Sequence[Value]) -> str:
    return f"<row>{''.join(map(_cell, values))}</row>"


def _cell(value: Value) -> str:
    if value is None or value == "":
        return "<c/>"
    if isinstance(value, int) and not isinstance(value, bool):
        return f"<c><v>{value}</v></c>"
    text = escape(_NO_XML.sub("", safe_cell(cell(value)))[:_LONGEST])
    return f'<c t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
