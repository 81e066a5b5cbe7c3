"""Workbooks, documents and PDFs in the manner of those that newcomers send; all the people are invented."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence

import docx
import openpyxl
from lxml import etree
from openpyxl.worksheet.worksheet import Worksheet
from reportlab.pdfgen.canvas import Canvas

from tests.intake.lifelike import Lifelike

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_BOX = (
    f'<w:r xmlns:w="{_WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>'
    "<w:txbxContent>{0}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
    "<w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
_COLUMNS = ("Tsimur Zabalotsich", "Ales Kryvadub", "Hanna Paddubitskaya", "Maryna Liasnushka",
            "Yauhen Dubavets", "Zmitser Haravy", "Nina Sasnouskaya", "Pavel Rechkin")  # fmt: skip


def _saved(save: Callable[[io.BytesIO], object]) -> bytes:
    out = io.BytesIO()
    save(out)
    return out.getvalue()


def _workbook(fill: Callable[[Worksheet], object]) -> bytes:
    book = openpyxl.Workbook()
    fill(book.active)
    return _saved(book.save)


def by_prison() -> bytes:
    """Heads in two merged rows, the prison over its people in a merged row, a total for each."""

    def fill(sheet: Worksheet) -> None:
        sheet.append(["Вышли на свободу 13.12.2025"])
        sheet.append(["№", "Осуждённый", "", "Год рожд.", "Приговор"])
        sheet.append(["", "Фамилия, имя", "Отчество"])
        for place in ("A1:E1", "A2:A3", "B2:C2", "D2:D3", "E2:E3"):
            sheet.merge_cells(place)
        sheet.append(["ИК-2 (Бобруйск)"])
        sheet.merge_cells("A4:E4")
        sheet.append([1, "Заболотич Тимур", "Андреевич", 1984, "5 лет"])
        sheet.append([2, "Криводуб Алесь", "Петрович", 1971, "7 л. 6 мес."])
        sheet.append(["Итого:", 2])
        sheet.append(["ИК-4, Гомель"])
        sheet.merge_cells("A8:E8")
        sheet.append([1, "Леснушко Марина", "Игоревна", 1990, "3 года"])
        sheet.append(["", "ВСЕГО", "", 3])

    return _workbook(fill)


def with_totals() -> bytes:
    rows: Sequence[Sequence[object]] = (
        ("№ п/п", "Ф.И.О. (полностью)", "г.р.", "примечание"),
        (1, "ЗАБОЛОТИЧ ТИМУР АНДРЕЕВИЧ", 1984, "передан"),
        (2, "КРИВОДУБ АЛЕСЬ ПЕТРОВИЧ", "1971г.", "прибыл"),
        (None, "из них женщин", 0),
        (None, "Итого 2 чел."),
        (None, "Список составил: И.И. Петров"),
    )
    return _workbook(lambda sheet: [sheet.append(list(row)) for row in rows])


def with_serial_days() -> bytes:
    """Days of birth whose cells lost their format."""
    rows: Sequence[Sequence[object]] = (
        ("Surname", "First name", "Patronymic", "DOB"),
        ("Zabalotsich", "Tsimur", "Andreevich", 30747),
        ("Kryvadub", "Ales", "", 26000),
        ("Kowalczyk", "Jan", "", "n/a"),
    )
    return _workbook(lambda sheet: [sheet.append(list(row)) for row in rows])


def contents_first() -> bytes:
    """Contents; heads in two merged rows, the name over three columns; remarks between, totals at the end."""
    book = openpyxl.Workbook()
    sheet: Worksheet = book.active
    sheet.title = "Содержание"
    for line in (("Содержание",), ("1", "Освобождённые", "Лист 2"), ("2", "Умершие", "Лист 3"), ("", "Отдел учёта")):
        sheet.append(line)
    sheet = book.create_sheet("Освобождённые")
    rows: Sequence[Sequence[object]] = (
        ("Список лиц, освобождённых 13 декабря 2025 г.",),
        ("№", "Лицо", "", "", "Нар.", "Осуждение", "", "Примечание"),
        ("", "Фамилия", "Имя", "Отчество", "", "Статья", "Срок", ""),
        (1, "Заболотич", "Тимур", "Андреевич", 30747, "361-4", "5 лет"),
        ("Примечание: следующие лица вывезены отдельно",),
        (2, "Криводуб", "Алесь", "Петрович", 26000, "342", "2 года", "повторно"),
        (2, "Криводуб", "Алесь", "Петрович", 26000, "342", "2 года"),
        ("Женщин:", 0),
        ("Итого:", 3),
    )
    for row in rows:
        sheet.append(list(row))
    for place in ("A1:H1", "B2:D2", "F2:G2", "A2:A3", "E2:E3", "H2:H3"):
        sheet.merge_cells(place)
    book.create_sheet("Умершие").append(["Фамилия", "Имя"])
    book["Умершие"].append(["Гаравы", "Змицер"])
    return _saved(book.save)


def table_in_a_table() -> bytes:
    document = docx.Document()
    outer = document.add_table(rows=1, cols=2)
    outer.cell(0, 0).text = "Минск:"
    inner = outer.cell(0, 1).add_table(rows=3, cols=2)
    for at, row in enumerate((("Имя", "Год рождения"), ("Заболотич Тимур", "1984"), ("Криводуб Алесь", "1971"))):
        for column, cell in enumerate(row):
            inner.cell(at, column).text = cell
    return _saved(document.save)


def text_box() -> bytes:
    """A box is written twice in the file, once for older programs."""
    document = docx.Document()
    words = "".join(f"<w:p><w:r><w:t>{name}</w:t></w:r></w:p>" for name in ("1. Цімур Забалоціч", "2. Алесь Крывадуб"))
    document.add_paragraph("Вызваленыя:")._p.append(etree.fromstring(_BOX.format(words)))
    document.add_paragraph("3. Ганна Паддубіцкая")
    return _saved(document.save)


def stamped() -> bytes:
    """Two columns of names, a stamp across them, a note up the margin."""

    def draw(out: io.BytesIO) -> None:
        canvas = Canvas(out)
        canvas.drawString(60, 800, "RELEASED PRISONERS")
        for at, name in enumerate(_COLUMNS):
            canvas.drawString(60 if at < 4 else 320, 760 - at % 4 * 18, f"{at + 1}. {name}")
        canvas.saveState()
        canvas.translate(300, 700)
        canvas.rotate(45)
        canvas.setFont("Helvetica", 60)
        canvas.drawString(-150, 0, "CONFIDENTIAL DRAFT")
        canvas.restoreState()
        canvas.translate(30, 500)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Printed by the Office of Lists 13.12.2025")
        canvas.save()

    return _saved(draw)


AS_SENT: Mapping[str, Lifelike] = {
    "a workbook with a prison over its people": Lifelike(
        "list.xlsx", by_prison, ("Заболотич Тимур", "Криводуб Алесь", "Леснушко Марина"), ("1984", "1971", "1990")
    ),
    "a workbook with totals and who made it": Lifelike(
        "list.xlsx", with_totals, ("ЗАБОЛОТИЧ ТИМУР АНДРЕЕВИЧ", "КРИВОДУБ АЛЕСЬ ПЕТРОВИЧ"), ("1984", "1971")
    ),
    "a workbook with days as numbers": Lifelike(
        "list.xlsx", with_serial_days, ("Zabalotsich Tsimur", "Kryvadub Ales", "Kowalczyk Jan"), ("1984", "1971", "")
    ),
    "a workbook that begins with its contents": Lifelike(
        "list.xlsx",
        contents_first,
        ("Заболотич Тимур", "Криводуб Алесь", "Криводуб Алесь"),
        ("1984", "1971", "1971"),
    ),
    "a document with a table within a table": Lifelike(
        "list.docx", table_in_a_table, ("Заболотич Тимур", "Криводуб Алесь"), ("1984", "1971")
    ),
    "a document with a text box": Lifelike(
        "list.docx", text_box, ("Цімур Забалоціч", "Алесь Крывадуб", "Ганна Паддубіцкая")
    ),
    "a PDF of two columns with a stamp": Lifelike("list.pdf", stamped, _COLUMNS),
}
