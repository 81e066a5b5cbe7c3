"""Workbooks, documents and PDFs as they are passed on by hand; all the people are invented.

What should come out was written down before they were first read.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

import docx
import openpyxl
import xlwt
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TextProperties
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.worksheet import Worksheet
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, TableStyle
from reportlab.platypus import Table as PdfTable

from tests.intake.lifelike import NAMES, Lifelike

Row = Sequence[object]


def _saved(save: Callable[[io.BytesIO], object]) -> bytes:
    out = io.BytesIO()
    save(out)
    return out.getvalue()


def _workbook(fill: Callable[[Worksheet], object]) -> bytes:
    book = openpyxl.Workbook()
    fill(book.active)
    return _saved(book.save)


def _rows(*rows: Row) -> Callable[[Worksheet], object]:
    return lambda sheet: [sheet.append(list(row)) for row in rows]


def heads_in_row_four() -> bytes:
    """An empty row, a merged title, a note; heads in row 4 over one empty column; real days."""

    def fill(sheet: Worksheet) -> None:
        sheet["B1"] = "Anexo: personas liberadas / List of persons"
        sheet.merge_cells("B1:F1")
        sheet["B2"] = "as of 13.12.2025"
        for column, head in zip("BCDEF", ("Nr", "Nazwisko", "Imię", "Data urodzenia", "Uwagi"), strict=True):
            sheet[f"{column}4"] = head
        for at, row in enumerate(
            (
                (1, "Zorkowiec", "Jan", date(1985, 3, 12), "zwolniony"),
                (2, "Tumanczuk", "Anna", datetime(1991, 1, 2), "zwolniona"),
                (3, "Niebokraj", "Piotr", "1979", "nadal w więzieniu"),
            ),
            5,
        ):
            for column, cell in zip("BCDEF", row, strict=True):
                sheet[f"{column}{at}"] = cell

    return _workbook(fill)


def hidden_column() -> bytes:
    """A hidden column of relatives stands before the names."""

    def fill(sheet: Worksheet) -> None:
        _rows(
            ("ФИО", "Фамилия, имя, отчество", "Год рождения"),
            ("Зорковец Татьяна", "Зорковец Иван Петрович", 1985),
            ("Туманчук Олег", "Туманчук Анна", 1991),
            ("Небокрай Вера", "Небокрай Пётр", 1979),
        )(sheet)
        sheet.column_dimensions["A"].hidden = True

    return _workbook(fill)


def side_by_side() -> bytes:
    """Two tables beside each other on one sheet."""
    return _workbook(
        _rows(
            ("Мужчины", None, None, None, "Женщины"),
            ("№", "ФИО", "г.р.", None, "№", "ФИО", "г.р."),
            (1, "Зорковец Иван", 1985, None, 1, "Туманчук Анна", 1991),
            (2, "Небокрай Пётр", 1979, None, 2, "Дождевич Ольга", 1988),
            (3, "Стежинко Олег", 1966),
        )
    )


def one_below_the_other() -> bytes:
    """Three tables on a sheet, the columns of each in their own order, the last of those who remain."""
    return _workbook(
        _rows(
            ("Переданы в Вильнюсе",),
            ("№", "ФИО", "Год рождения"),
            (1, "Зорковец Иван", 1985),
            (2, "Туманчук Анна", 1991),
            (),
            ("Переданы в Чернигове",),
            ("№", "Год рождения", "Город", "ФИО"),
            (1, 1979, "Минск", "Небокрай Пётр"),
            (),
            ("Не освобождены",),
            ("№", "ФИО", "Год рождения"),
            (1, "Дождевич Ольга", 1988),
        )
    )


def rows_of_two() -> bytes:
    """The number is merged over two rows: the surname above, given name and patronymic below."""

    def fill(sheet: Worksheet) -> None:
        _rows(
            ("№", "ФИО", "Дата рождения"),
            (1, "ЗОРКОВЕЦ", "12.03.1985"),
            (None, "Иван Петрович", None),
            (2, "ТУМАНЧУК", 1991),
            (None, "Анна Сергеевна", None),
            (3, "НЕБОКРАЙ", None),
            (None, "Пётр Ильич", None),
        )(sheet)
        for at in (2, 4, 6):
            sheet.merge_cells(f"A{at}:A{at + 1}")
            sheet.merge_cells(f"C{at}:C{at + 1}")

    return _workbook(fill)


def sheets_around() -> bytes:
    """Instructions first, then the list, then numbers by region."""
    book = openpyxl.Workbook()
    first = book.active
    first.title = "Инструкция"
    for words in ("Как заполнять таблицу", "Фамилия и имя пишутся полностью", "Вопросы: координатор"):
        first.append((words,))
    _rows(("Прозвішча", "Імя", "Г.н."), ("Зоркавец", "Іван", "1985 г.н."), ("Туманчук", "Ганна", "01.02.1991 г.н."))(
        book.create_sheet("Спіс")
    )
    _rows(("Вобласць", "Колькасць"), ("Гомельская", 1), ("Брэсцкая", 1))(book.create_sheet("Лічбы"))
    return _saved(book.save)


def struck_in_part() -> bytes:
    """Within a cell the name is struck through, and a word stands behind it."""

    def fill(sheet: Worksheet) -> None:
        _rows(("Name", "Born"), ("Ivan Zorkavets", 1985), ("Anna Tumanchuk", 1991))(sheet)
        struck = TextBlock(InlineFont(strike=True), "Piotr Nebakrai")
        sheet["A4"] = CellRichText(struck, " error")
        sheet["A5"] = CellRichText(TextBlock(InlineFont(b=True), "Volha "), "Dazhdzhevich")

    return _workbook(fill)


def filtered() -> bytes:
    def fill(sheet: Worksheet) -> None:
        _rows(("Name", "Country"), ("Ivan Zorkavets", "BY"), ("Anna Tumanchuk", "LT"), ("Piotr Nebakrai", "BY"))(sheet)
        sheet.auto_filter.ref = "A1:B4"
        sheet.row_dimensions[3].hidden = True

    return _workbook(fill)


def town_beside_its_people() -> bytes:
    """The town stands once in a cell that is merged over its rows; a total for each."""

    def fill(sheet: Worksheet) -> None:
        _rows(
            ("Город", "№", "Имя и фамилия", "Возраст"),
            ("Гомель", 1, "Иван Зорковец", 40),
            (None, 2, "Анна Туманчук", 33),
            ("Итого Гомель", None, 2),
            ("Брест", 3, "Пётр Небокрай", 46),
        )(sheet)
        sheet.merge_cells("A2:A3")

    return _workbook(fill)


def all_in_one_cell() -> bytes:
    return _workbook(
        _rows(("Список",), ("1. Иван Зорковец\n2. Анна Туманчук, 1991 г.р.\n3. Пётр Небокрай",), ("Всего: 3",))
    )


def full_and_in_parts() -> bytes:
    """The name in full, in parts, and in Latin letters."""
    return _workbook(
        _rows(
            ("Full name", "Surname", "Given name", "Surname (Latin)", "Name (Latin)", "Year"),
            ("Зорковец Иван Петрович", "Зорковец", "Иван", "Zorkovets", "Ivan", 1985),
            ("Туманчук Анна", "Туманчук", "Анна", "Tumanchuk", "Anna", 1991),
        )
    )


def people_in_a_cell() -> bytes:
    """A family in one cell, and what is merged to the right."""

    def fill(sheet: Worksheet) -> None:
        _rows(
            ("№", "Кто", "Маршрут"),
            (1, "Иван и Анна Зорковец", "Литва"),
            (2, "Туманчук Пётр, Туманчук Ольга (жена)", "Литва"),
            (3, "Небокрай Олег", "Украина"),
        )(sheet)

    return _workbook(fill)


def gaps_and_ranges() -> bytes:
    return _workbook(
        _rows(
            ("#", "Name", "Age", "Note"),
            (1, "Ivan Zorkavets", "(40)", None),
            ("2–4", "names withheld", None, None),
            (5, "Anna Tumanchuk", "33 years", "see No 1"),
            (None, None, None, None),
            (7, "ANNA TUMANCHUK", 33, "duplicate"),
            (None, "Total", 3, None),
            (None, "Prepared by: Jan Kowalski", None, None),
        )
    )


def old_workbook_with_marks() -> bytes:
    """XLS: a struck row, a hidden row, a hidden column, a cell merged downwards."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Список")
    struck = xlwt.easyxf("font: struck_out on")
    rows: Sequence[Row] = (
        ("ФИО", "Фамилия, имя", "Год рождения", "Куда"),
        ("Зорковец Татьяна", "Зорковец Иван", 1985, ""),
        ("", "Туманчук Анна", 1991, ""),
        ("", "Небокрай Пётр", 1979, "Украина"),
        ("", "Дождевич Ольга", 1988, "Украина"),
    )
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            if not (at in (1, 2) and column == 3):
                sheet.write(at, column, cell, struck if at == 3 else xlwt.Style.default_style)
    sheet.write_merge(1, 2, 3, 3, "Литва")
    sheet.row(4).hidden = True
    sheet.col(0).hidden = True
    return _saved(book.save)


def open_sheet_with_marks() -> bytes:
    """ODS: a row struck by its text's style, a hidden row, a route merged downwards."""
    document = OpenDocumentSpreadsheet()
    through = Style(name="through", family="table-cell")
    through.addElement(TextProperties(textlinethroughstyle="solid"))
    document.automaticstyles.addElement(through)
    table = Table(name="Sheet")
    for at, row in enumerate(
        (
            ("Name", "Route"),
            ("Ivan Zorkavets", "Lithuania"),
            ("Anna Tumanchuk", None),
            ("Piotr Nebakrai", "Ukraine"),
            ("Volha Dazhdzhevich", "Ukraine"),
        )
    ):
        line = TableRow(visibility="collapse") if at == 4 else TableRow()
        for column, words in enumerate(row):
            if words is None:
                line.addElement(CoveredTableCell())
                continue
            how = {"stylename": through} if at == 3 else {}
            if at == 1 and column == 1:
                how["numberrowsspanned"] = 2
            cell = TableCell(valuetype="string", **how)
            cell.addElement(P(text=words))
            line.addElement(cell)
        table.addElement(line)
    document.spreadsheet.addElement(table)
    return _saved(document.write)


def page_called_xls() -> bytes:
    """What web programs give out as a workbook."""
    rows = "".join(f"<tr><td>{at}</td><td>{name}</td></tr>" for at, name in enumerate(NAMES[:3], 1))
    return (
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body>'
        f"<table><tr><td>No</td><td>Name</td></tr>{rows}</table></body></html>"
    ).encode()


def tabs_called_xls() -> bytes:
    return ("№\tФИО\tГод рождения\r\n1\tЗорковец Иван\t1985\r\n2\tТуманчук Анна\t1991\r\n").encode("windows-1251")


def auto_numbered() -> bytes:
    """Word counts the items itself; a table without heads stands between two lists; one item is struck."""
    made = docx.Document()
    made.add_heading("Released persons", 1)
    made.add_paragraph("Lithuania:")
    for name in ("Ivan Zorkavets, born 1985", "Anna Tumanchuk"):
        made.add_paragraph(name, style="List Number")
    table = made.add_table(rows=0, cols=2)
    for left, right in (
        ("Piotr Nebakrai", "teacher, Brest"),
        ("Volha Dazhdzhevich", "nurse"),
        ("Aleh Stsiazhynka", ""),
    ):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = left, right
    made.add_paragraph("Ukraine:")
    made.add_paragraph("Maryia Palymianik", style="List Bullet")
    made.add_paragraph("", style="List Bullet").add_run("Siarhei Luhaslauski").font.strike = True
    return _saved(made.save)


def table_for_the_eye() -> bytes:
    """Word: a table without heads that only sets two columns of numbered names side by side."""
    made = docx.Document()
    made.add_paragraph("Спіс вызваленых")
    table = made.add_table(rows=0, cols=2)
    for pair in (
        ("1. Іван Зоркавец", "4. Вольга Дажджэвіч"),
        ("2. Ганна Туманчук", "5. Алег Сцяжынка"),
        ("3. Пётр Небакрай", "6. Марыя Палымянік"),
    ):
        for cell, words in zip(table.add_row().cells, pair, strict=True):
            cell.text = words
    return _saved(made.save)


def tracked_changes() -> bytes:
    """A name that was taken out, and one that was put in, while changes were recorded."""
    made = docx.Document()
    made.add_paragraph("1. Иван Зорковец")
    for tag, text, words in (("w:del", "w:delText", "2. Анна Туманчук"), ("w:ins", "w:t", "2. Пётр Небокрай")):
        change, run, told = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(text)
        told.text = words
        run.append(told)
        change.append(run)
        change.set(qn("w:author"), "x")
        made.add_paragraph()._p.append(change)
    made.add_paragraph("3. Ольга Дождевич")
    return _saved(made.save)


def _cyrillic() -> str:
    pdfmetrics.registerFont(UnicodeCIDFont("HeiseiMin-W3"))
    return "HeiseiMin-W3"


def running_over_pages() -> bytes:
    """A ruled table whose heads are repeated, a row of which is parted by the end of a page."""
    style = ParagraphStyle("words", fontName="Helvetica", fontSize=9)
    rows: list[list[object]] = [["No", "Full name", "Year of birth", "Remark"]]
    for at, name in enumerate(NAMES[:70], 1):
        remark = Paragraph("handed over to relatives in good health " * (at % 5 == 0), style)
        rows.append([str(at), Paragraph(name, style), str(1950 + at % 50), remark])
    rows.append(["", "TOTAL", "70", ""])
    table = PdfTable(rows, colWidths=[40, 180, 90, 180], repeatRows=1)
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0))]))
    return _saved(lambda out: SimpleDocTemplate(out, pagesize=A4).build([table]))


def two_columns_with_ages() -> bytes:
    """Two columns of a page, ages and towns behind the names, a total at the foot."""

    def draw(out: io.BytesIO) -> None:
        canvas = Canvas(out, pagesize=A4)
        canvas.setFont("Helvetica", 11)
        canvas.drawString(60, 810, "List of persons pardoned on 13.12.2025")
        for at in range(40):
            left, line = (60, at) if at < 20 else (320, at - 20)
            canvas.drawString(left, 780 - 18 * line, f"{at + 1}. {NAMES[at]} ({30 + at}), Minsk")
        canvas.drawString(60, 380, "Total: 40 persons")
        canvas.save()

    return _saved(draw)


def ministry_in_cyrillic() -> bytes:
    """Cyrillic letters, a table whose columns are set with blanks alone, each name in capitals."""
    font = _cyrillic()

    def draw(out: io.BytesIO) -> None:
        canvas = Canvas(out, pagesize=A4)
        canvas.setFont(font, 11)
        canvas.drawString(180, 800, "СПИСОК ОСВОБОЖДЕННЫХ ЛИЦ")
        people = (
            ("ЗОРКОВЕЦ", "ИВАН ПЕТРОВИЧ", "1985"), ("ТУМАНЧУК", "АННА СЕРГЕЕВНА", "1991"),
            ("НЕБОКРАЙ", "ПЁТР ИЛЬИЧ", "1979"), ("ДОЖДЕВИЧ", "ОЛЬГА ИВАНОВНА", "1988"),
        )  # fmt: skip
        for at, row in enumerate((("Фамилия", "Имя, отчество", "Г.р."), *people)):
            for left, words in zip((60, 220, 450), row, strict=True):
                canvas.drawString(left, 760 - 20 * at, words)
        canvas.save()

    return _saved(draw)


_TUMAN = ("Ivan Zorkavets", "Anna Tumanchuk")
HANDED_ON: Mapping[str, Lifelike] = {
    "heads in row four, an empty column before them": Lifelike(
        "list.xlsx", heads_in_row_four, ("Zorkowiec Jan", "Tumanczuk Anna"), ("1985", "1991"), ("Niebokraj Piotr",)
    ),
    "a hidden column of relatives": Lifelike(
        "list.xlsx", hidden_column, ("Зорковец Иван Петрович", "Туманчук Анна", "Небокрай Пётр"),
        ("1985", "1991", "1979"),
    ),
    "two tables side by side": Lifelike(
        "list.xlsx", side_by_side,
        ("Зорковец Иван", "Небокрай Пётр", "Стежинко Олег", "Туманчук Анна", "Дождевич Ольга"),
        ("1985", "1979", "1966", "1991", "1988"),
    ),
    "three tables one below the other": Lifelike(
        "list.xlsx", one_below_the_other, ("Зорковец Иван", "Туманчук Анна", "Небокрай Пётр"),
        ("1985", "1991", "1979"), ("Дождевич Ольга",),
    ),
    "each person in two rows under one number": Lifelike(
        "list.xlsx", rows_of_two, ("ЗОРКОВЕЦ Иван Петрович", "ТУМАНЧУК Анна Сергеевна", "НЕБОКРАЙ Пётр Ильич"),
        ("1985", "1991", ""),
    ),
    "instructions and numbers around the list": Lifelike(
        "list.xlsx", sheets_around, ("Зоркавец Іван", "Туманчук Ганна"), ("1985", "1991")
    ),
    "a name that is struck through within its cell": Lifelike(
        "list.xlsx", struck_in_part, (*_TUMAN, "Volha Dazhdzhevich"), (), ("Piotr Nebakrai error",)
    ),
    "rows that a filter hides": Lifelike(
        "list.xlsx", filtered, ("Ivan Zorkavets", "Piotr Nebakrai"), (), ("Anna Tumanchuk",)
    ),
    "a town beside its people": Lifelike(
        "list.xlsx", town_beside_its_people, ("Иван Зорковец", "Анна Туманчук", "Пётр Небокрай"),
        ("1984/1985", "1991/1992", "1978/1979"),
    ),
    "everybody in one cell": Lifelike(
        "list.xlsx", all_in_one_cell, ("Иван Зорковец", "Анна Туманчук", "Пётр Небокрай"), ("", "1991", "")
    ),
    "the name in full and in parts": Lifelike(
        "list.xlsx", full_and_in_parts, ("Зорковец Иван", "Туманчук Анна")
    ),
    "families in a cell": Lifelike(
        "list.xlsx", people_in_a_cell,
        ("Иван Зорковец", "Анна Зорковец", "Туманчук Пётр", "Туманчук Ольга", "Небокрай Олег"),
    ),
    "numbers with gaps and a range": Lifelike(
        "list.xlsx", gaps_and_ranges, ("Ivan Zorkavets", "Anna Tumanchuk", "ANNA TUMANCHUK"),
        ("1984/1985", "1991/1992", "1991/1992"),
    ),
    "an old workbook with struck and hidden rows": Lifelike(
        "list.xls", old_workbook_with_marks, ("Зорковец Иван", "Туманчук Анна"), ("1985", "1991"),
        ("Небокрай Пётр", "Дождевич Ольга"),
    ),
    "an open sheet with struck and hidden rows": Lifelike(
        "list.ods", open_sheet_with_marks, _TUMAN, (), ("Piotr Nebakrai", "Volha Dazhdzhevich")
    ),
    "a page that is called XLS": Lifelike("list.xls", page_called_xls, NAMES[:3]),
    "tabs that are called XLS": Lifelike(
        "list.xls", tabs_called_xls, ("Зорковец Иван", "Туманчук Анна"), ("1985", "1991")
    ),
    "items that Word numbers, a table between them": Lifelike(
        "list.docx", auto_numbered,
        (*_TUMAN, "Piotr Nebakrai", "Volha Dazhdzhevich", "Aleh Stsiazhynka", "Maryia Palymianik"),
        ("1985", "", "", "", "", ""), ("Siarhei Luhaslauski",),
    ),
    "a table of Word that only sets names side by side": Lifelike(
        "list.docx", table_for_the_eye,
        ("Іван Зоркавец", "Ганна Туманчук", "Пётр Небакрай", "Вольга Дажджэвіч", "Алег Сцяжынка", "Марыя Палымянік"),
    ),
    "recorded changes of Word": Lifelike(
        "list.docx", tracked_changes, ("Иван Зорковец", "Пётр Небокрай", "Ольга Дождевич")
    ),
    "a table over pages with its heads again": Lifelike(
        "list.pdf", running_over_pages, NAMES[:70], [str(1950 + at % 50) for at in range(1, 71)]
    ),
    "two columns of a page with ages": Lifelike(
        "list.pdf", two_columns_with_ages, NAMES[:40], [f"{1994 - at}/{1995 - at}" for at in range(40)]
    ),
    "a Cyrillic table set with blanks": Lifelike(
        "list.pdf", ministry_in_cyrillic,
        ("ЗОРКОВЕЦ ИВАН ПЕТРОВИЧ", "ТУМАНЧУК АННА СЕРГЕЕВНА", "НЕБОКРАЙ ПЁТР ИЛЬИЧ", "ДОЖДЕВИЧ ОЛЬГА ИВАНОВНА"),
        ("1985", "1991", "1979", "1988"),
    ),
}  # fmt: skip
