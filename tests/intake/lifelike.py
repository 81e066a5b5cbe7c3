"""Workbooks, documents and PDFs in the manner of those that people send; all the people are invented."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import docx
import openpyxl
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from openpyxl.styles import Font
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, TableStyle
from reportlab.platypus import Table as PdfTable

GIVEN = ("Anna", "Ivan", "Siarhei", "Volha", "Aleh", "Maryia", "Piotr", "Alena", "Viktar", "Tatsiana")
SURNAMES = (
    "Listapol", "Snehaluh", "Rasnahor", "Imsharuk", "Dubrounik", "Lukamir", "Yasnabor", "Rechamir", "Zorkal",
    "Palynets", "Verasen", "Kalinduk",
)  # fmt: skip
NAMES = tuple(f"{surname} {given}" for given in GIVEN for surname in SURNAMES)


@dataclass(frozen=True, slots=True)
class Lifelike:
    """A file, the names that it says are free, their years of birth if it has any, and whom it names besides."""

    file: str
    made: Callable[[], bytes]
    names: Sequence[str]
    births: Sequence[str] = ()
    held_back: Sequence[str] = ()


def _saved(save: Callable[[io.BytesIO], object]) -> bytes:
    out = io.BytesIO()
    save(out)
    return out.getvalue()


def workbook() -> bytes:
    """Title rows, heads in two rows, days of every type, a hidden and a struck row, a total, further sheets."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Вызваленыя"
    sheet["A1"], sheet["A2"] = "Спіс вызваленых 13 снежня 2025", "Абноўлена 14.12.2025"
    sheet.merge_cells("A1:F1")
    for place, head in zip(("A4", "B4", "E4", "F4"), ("№", "ФИО", "Дата нараджэння", "Заўвагі"), strict=True):
        sheet[place] = head
    sheet.merge_cells("B4:D4")
    for place, head in zip(("B5", "C5", "D5"), ("Прозвішча", "Імя", "Імя па бацьку"), strict=True):
        sheet[place] = head
    for row in (
        (1, "Лістапол", "Ганна", "Сяргееўна", datetime(1985, 3, 12), "Мінск"),
        (2, "Снягалуг", "Ян", "Пятровіч", 1979, None),
        (3, "Раснагорскі", "Сяргей", None, "05.06.1990", "перададзены ў Вільні\nз маці"),
        (4, "Імшарук", "Янка", None, None, None),
        (5, "Яснабор", "Вольга", None, None, "памылкова"),
        (None, "Усяго", 5),
    ):
        sheet.append(row)
    sheet.row_dimensions[9].hidden = True
    for cell in sheet[10]:
        cell.font = Font(strike=True)
    remain, old = book.create_sheet("Застаюцца"), book.create_sheet("старое")
    remain.append(("Прозвішча", "Імя"))
    remain.append(("Лукомір", "Зося"))
    old.append(("ФИО",))
    old.append(("Дубровник Олег",))
    old.sheet_state = "hidden"
    return _saved(book.save)


def workbook_of_one_column() -> bytes:
    book = openpyxl.Workbook()
    for cell in ("Released 13.12.2025", "To Lithuania:", NAMES[0], NAMES[1], "To Ukraine:", NAMES[2], "total 3"):
        book.active.append((cell,))
    return _saved(book.save)


def workbook_of_two_routes() -> bytes:
    book = openpyxl.Workbook()
    book.active.title = "README"
    book.active.append(("This workbook lists people released.",))
    for title, rows in (
        ("To Lithuania", ((1, "Listapol", "Anna", 40), (2, "Snehaluh", "Ivan", 46))),
        ("To Ukraine", ((1, "Rasnahor", "Siarhei", 35),)),
    ):
        sheet = book.create_sheet(title)
        for row in (("#", "Last name", "First name", "Age"), *rows):
            sheet.append(row)
    return _saved(book.save)


def workbook_with_merged_routes() -> bytes:
    book = openpyxl.Workbook()
    for row in (("ФИО", "Куда"), ("Листопол Анна", "Литва"), ("Снегалуг Иван", None), ("Росногор Сергей", "Украина")):
        book.active.append(row)
    book.active.merge_cells("B2:B3")
    return _saved(book.save)


def old_workbook() -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Лист1")
    sheet.write_merge(0, 0, 0, 3, "Сведения об освобождённых")
    for at, row in enumerate(
        (
            ("№ п/п", "Фамилия, имя, отчество", "Год рожд.", "Статья УК"),
            (1, "Листопол Анна Сергеевна", 1985, "ст. 342"),
            (2, "Снегалуг Иван Петрович", 1979, "361-4, 342"),
            (3, "Росногорский С.И.", 1990, ""),
        ),
        2,
    ):
        for column, cell in enumerate(row):
            sheet.write(at, column, cell)
    return _saved(book.save)


def open_sheet() -> bytes:
    """Names over several lines of a cell, and two people in one cell."""
    document, table = OpenDocumentSpreadsheet(), Table(name="Аркуш1")
    for row in (
        ("№", "ПІБ", "Дата народження"),
        ("1", "Листопол\nГанна\nСергіївна", "12.03.1985"),
        ("2", "Сніголуг Іван Петрович\nСніголуг Ольга Іванівна", "1979\n1981"),
        ("3", "Росногорський\nСергій", "05.06.1990 р.н."),
    ):
        line = TableRow()
        for cell in row:
            one = TableCell(valuetype="string")
            for part in cell.split("\n"):
                one.addElement(P(text=part))
            line.addElement(one)
        table.addElement(line)
    document.spreadsheet.addElement(table)
    return _saved(document.write)


def document_with_a_table() -> bytes:
    """Rows that head groups, a name over two lines, a struck name, a list behind the table."""
    made = docx.Document()
    made.add_heading("Список освобождённых граждан", 1)
    made.add_paragraph("По состоянию на 13 декабря 2025 года")
    table = made.add_table(rows=0, cols=4)
    for row in (
        ("№", "Ф.И.О.", "Год рождения", "Куда передан"),
        ("Граждане Республики Беларусь",),
        ("1", "Листопол\nАнна Сергеевна", "1985", "Украина"),
        ("2", "Снегалуг Иван Петрович", "1979", "Украина"),
        ("3", "~Имшарук Янка", "", ""),
        ("Граждане Литвы",),
        ("4", "Росногорский Сергей", "1990", "Литва"),
    ):
        cells = table.add_row().cells
        if len(row) == 1:
            cells[0].merge(cells[3])
        for cell, words in zip(cells, row, strict=False):
            run = cell.paragraphs[0].add_run(words.lstrip("~"))
            run.font.strike = words.startswith("~")
    made.add_paragraph("Также на свободе:")
    for name in ("Олег Дубровник", "Ольга Яснобор"):
        made.add_paragraph(name, style="List Bullet")
    return _saved(made.save)


def columns_of_names(columns: int, each: int, numbered: bool, pages: int = 1) -> bytes:
    """Names in columns of a page, with a head and a foot on each."""

    def draw(out: io.BytesIO) -> None:
        canvas, at = Canvas(out, pagesize=A4), 0
        for page in range(pages):
            canvas.setFont("Helvetica", 10)
            canvas.drawString(60, 815, "Coordination Headquarters")
            canvas.drawString(200, 800, "List of released persons")
            for column in range(columns):
                for line in range(each):
                    before = f"{at + 1}. " if numbered else ""
                    canvas.drawString(60 + column * 480 / columns, 770 - 20 * line, before + NAMES[at])
                    at += 1
            canvas.drawString(250, 40, f"Page {page + 1} of {pages}")
            canvas.showPage()
        canvas.save()

    return _saved(draw)


_WORDS = ParagraphStyle("words", fontName="Helvetica", fontSize=9)
_LONG = " Aliaksandravich-Staradubski"


def pdf_table(ruled: bool) -> bytes:
    """A table over pages, its heads again on each, cells of several lines, with or without lines around them."""
    heads = [Paragraph(head, _WORDS) for head in ("No", "Surname, given name", "Date of birth", "Citizenship", "Note")]
    note = "charged under Article 358, handed over in the Chernihiv region"
    rows: list[list[object]] = [heads]
    for at, name in enumerate(NAMES[:60], 1):
        who = Paragraph(name + (_LONG if at % 7 == 0 else ""), _WORDS)
        rows.append(
            [str(at), who, f"{at % 28 + 1:02}.03.{1950 + at % 50}", "Ukraine", Paragraph(note * (at % 4 == 0), _WORDS)]
        )
    table = PdfTable(rows, colWidths=[35, 140, 80, 80, 150], repeatRows=1)
    grid = [("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0))] if ruled else []
    table.setStyle(TableStyle([("FONTSIZE", (0, 0), (-1, -1), 9), ("VALIGN", (0, 0), (-1, -1), "TOP"), *grid]))

    def around(canvas: Canvas, document: SimpleDocTemplate) -> None:
        canvas.drawString(60, 820, "Ministry of Foreign Affairs")
        canvas.drawString(250, 20, f"Page {document.page}")

    title = Paragraph("LIST of persons returned on 13.12.2025", _WORDS)
    return _saved(
        lambda out: SimpleDocTemplate(out, pagesize=A4).build([title, table], onFirstPage=around, onLaterPages=around)
    )


def sentences_in_a_pdf() -> bytes:
    """A numbered list of sentences that the page breaks into lines."""
    told = [Paragraph("List of released political prisoners", _WORDS)]
    for at, name in enumerate(NAMES[:40], 1):
        words = (
            f"born {at % 28 + 1:02}.05.{1950 + at % 50}, convicted under Article 342 of the Criminal Code of Belarus"
        )
        told.append(
            Paragraph(f"{at}. {name}, {words} and held in the penal colony of Mahiliou until that day.", _WORDS)
        )
    return _saved(lambda out: SimpleDocTemplate(out, pagesize=A4).build(told))


_IN_TABLE = [name + (_LONG if at % 7 == 0 else "") for at, name in enumerate(NAMES[:60], 1)]
_BORN = [str(1950 + at % 50) for at in range(1, 61)]
_WORKBOOK = ("Лістапол Ганна", "Снягалуг Ян", "Раснагорскі Сяргей")
LISTS: Mapping[str, Lifelike] = {
    "a workbook with titles, two rows of heads, hidden and struck rows": Lifelike(
        "list.xlsx", workbook, _WORKBOOK, ("1985", "1979", "1990"), ("Імшарук Янка", "Яснабор Вольга")
    ),
    "a workbook of one column with headings": Lifelike("list.xlsx", workbook_of_one_column, NAMES[:3]),
    "a workbook of two routes on two sheets": Lifelike(
        "list.xlsx", workbook_of_two_routes, ("Listapol Anna", "Snehaluh Ivan", "Rasnahor Siarhei"),
        ("1984/1985", "1978/1979", "1989/1990"),
    ),
    "an old workbook": Lifelike(
        "list.xls", old_workbook, ("Листопол Анна Сергеевна", "Снегалуг Иван Петрович", "Росногорский С.И."),
        ("1985", "1979", "1990"),
    ),
    "an open sheet with several lines in a cell": Lifelike(
        "list.ods", open_sheet,
        ("Листопол Ганна Сергіївна", "Сніголуг Іван Петрович", "Сніголуг Ольга Іванівна", "Росногорський Сергій"),
        ("1985", "1979", "1981", "1990"),
    ),
    "a document with a table of groups and a list behind it": Lifelike(
        "list.docx", document_with_a_table,
        ("Листопол Анна Сергеевна", "Снегалуг Иван Петрович", "Росногорский Сергей", "Олег Дубровник", "Ольга Яснобор"),
        ("1985", "1979", "1990", "", ""), ("Имшарук Янка",),
    ),
    "a PDF with two columns of names": Lifelike("list.pdf", lambda: columns_of_names(2, 30, True), NAMES[:60]),
    "a PDF with three columns of names and no numbers": Lifelike(
        "list.pdf", lambda: columns_of_names(3, 20, False), NAMES[:60]
    ),
    "a PDF of two pages with heads and feet": Lifelike(
        "list.pdf", lambda: columns_of_names(1, 30, True, 2), NAMES[:60]
    ),
    "a PDF with a ruled table over pages": Lifelike("list.pdf", lambda: pdf_table(True), _IN_TABLE, _BORN),
    "a PDF with a table without lines": Lifelike("list.pdf", lambda: pdf_table(False), _IN_TABLE, _BORN),
    "a PDF of sentences over lines": Lifelike("list.pdf", sentences_in_a_pdf, NAMES[:40], _BORN[:40]),
}  # fmt: skip
