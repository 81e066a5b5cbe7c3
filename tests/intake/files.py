"""Lists of one and the same people as files of every kind, made when they are asked for."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence

import docx
import openpyxl
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import SimpleDocTemplate, TableStyle
from reportlab.platypus import Table as PdfTable

Rows = Sequence[Sequence[str]]

NAMES = ("Siarhei Rasnahorski", "Maryia Snehaluhskaya", "Yanka Imsharuk", "Zosia Lukamir")
TABLE: Rows = (("Name", "Born", "Handed over in"), *((name, "1980", "Vilnius") for name in NAMES))


def xlsx(rows: Rows = TABLE, title: str = "List") -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active.title = title
    for row in rows:
        book.active.append(list(row))
    book.save(out)
    return out.getvalue()


def xls(rows: Rows = TABLE) -> bytes:
    book, out = xlwt.Workbook(), io.BytesIO()
    sheet = book.add_sheet("List")
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            sheet.write(at, column, cell)
    book.save(out)
    return out.getvalue()


def ods(rows: Rows = TABLE) -> bytes:
    document, out = OpenDocumentSpreadsheet(), io.BytesIO()
    table = Table(name="List")
    for row in rows:
        line = TableRow()
        for cell in row:
            one = TableCell(valuetype="string")
            one.addElement(P(text=cell))
            line.addElement(one)
        table.addElement(line)
    document.spreadsheet.addElement(table)
    document.write(out)
    return out.getvalue()


def html(rows: Rows = TABLE) -> bytes:
    lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    around = "<nav><ul><li>Main Page</li><li>Our Team</li></ul></nav>"
    return f"<!doctype html><html><body>{around}<p>Some words.</p><table>{lines}</table></body></html>".encode()


def pdf(rows: Rows = TABLE) -> bytes:
    out = io.BytesIO()
    table = PdfTable([list(row) for row in rows], repeatRows=1)
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 1, (0, 0, 0))]))
    SimpleDocTemplate(out, pagesize=A4).build([table])
    return out.getvalue()


def pdf_text(lines: Sequence[str]) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont("HeiseiMin-W3"))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for at, line in enumerate(lines):
        canvas.drawString(60, 780 - 18 * at, line)
    canvas.save()
    return out.getvalue()


def document(rows: Rows = TABLE) -> bytes:
    made, out = docx.Document(), io.BytesIO()
    made.add_paragraph("Released today")
    table = made.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    made.save(out)
    return out.getvalue()


def document_text(lines: Sequence[str]) -> bytes:
    made, out = docx.Document(), io.BytesIO()
    for line in lines:
        made.add_paragraph(line)
    made.save(out)
    return out.getvalue()


def csv(rows: Rows = TABLE) -> bytes:
    return "\n".join(",".join(row) for row in rows).encode()


def text(rows: Rows = TABLE) -> bytes:
    return "\n".join(row[0] for row in rows[1:]).encode()


KINDS: Mapping[str, Callable[[], bytes]] = {
    "csv": csv, "txt": text, "xlsx": xlsx, "xls": xls, "ods": ods, "html": html, "pdf": pdf, "docx": document,
}  # fmt: skip
"""A good list of each kind, by the ending that such a file has."""
