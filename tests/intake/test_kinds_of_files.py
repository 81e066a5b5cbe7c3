"""Every kind of file gives the same rows, is known by its content, and says where each row stood."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlwt

from habeas.intake.files.kinds import kind_of
from habeas.intake.files.limits import MOST_BYTES
from habeas.intake.files.reading import read_list, table_of
from habeas.intake.files.rows import Reading
from habeas.problems import BadInput
from tests.intake import files
from tests.intake.files import KINDS, NAMES, TABLE


def read(data: bytes, name: str = "list.txt") -> Reading:
    return read_list(Path(name), data)


def names(data: bytes, name: str = "list.txt") -> list[str]:
    return [row.name for row in read(data, name).rows if not row.nobody]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_file_gives_the_same_names(kind: str) -> None:
    assert names(KINDS[kind](), f"list.{kind}") == list(NAMES)


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"txt"}))
def test_every_table_gives_the_years_and_the_places(kind: str) -> None:
    rows = read(KINDS[kind](), f"list.{kind}").rows
    assert {str(row.birth) for row in rows} == {"1980"}
    assert {(row.freed.place, row.freed.country) for row in rows} == {("lt.vilnius", "lt")}


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"txt"}))
def test_every_table_can_be_imported(kind: str) -> None:
    table = table_of(Path(f"list.{kind}"), KINDS[kind]())
    assert table.header == TABLE[0]
    assert [row[0] for row in table.rows] == list(NAMES)


@pytest.mark.parametrize(
    ("kind", "spot"), [("xlsx", "sheet “List”, line 2"), ("pdf", "page 1, line 2"), ("csv", "line 2")]
)
def test_each_row_says_where_it_stands(kind: str, spot: str) -> None:
    assert str(read(KINDS[kind](), f"list.{kind}").rows[0].spot) == spot


def test_a_false_ending_is_told_and_the_file_is_read_as_what_it_is() -> None:
    reading = read(files.html(), "list.xls")
    assert [row.name for row in reading.rows] == list(NAMES)
    assert "by its content it is a web page" in str(reading.problems[0])


LINES = ("1. Siarhei Rasnahorski, born 1980", "2. Maryia Snehaluhskaya", "3. Yanka Imsharuk (Minsk)")


@pytest.mark.parametrize("data", [files.pdf_text(LINES), files.document_text(LINES), "\n".join(LINES).encode()])
def test_running_text_is_read_line_by_line_from_any_kind(data: bytes) -> None:
    rows = read(data).rows
    assert [row.name for row in rows] == list(NAMES[:3])
    assert str(rows[0].birth) == "1980"


def test_of_a_web_page_the_list_of_names_is_read_and_the_menu_is_not() -> None:
    items = "".join(f"<li>{name}</li>" for name in NAMES)
    page = (
        f"<html><body><ul><li>Home</li><li>About us</li></ul><p>It is known of these:</p><ol>{items}</ol></body></html>"
    )
    assert names(page.encode()) == list(NAMES)


def test_a_sentence_of_a_web_page_that_lists_names_is_read() -> None:
    page = f"<html><body><p>A long day. Nothing was known.</p><p>Free are: {', '.join(NAMES)}.</p></body></html>"
    assert names(page.encode()) == list(NAMES)


def test_a_page_in_windows_1251_that_says_so_is_read() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body><ol><li>Иван Листопол</li><li>Анна Снегалуг</li></ol>'
    assert names(page.encode("windows-1251")) == ["Иван Листопол", "Анна Снегалуг"]


def test_cells_that_span_rows_and_columns_stand_in_each() -> None:
    page = (
        "<table><tr><th>Name</th><th>Where to</th></tr><tr><td>Siarhei Rasnahorski</td><td rowspan=2>Vilnius</td></tr>"
        "<tr><td>Maryia Snehaluhskaya</td></tr><tr><td colspan=2>Handed over in Ukraine</td></tr>"
        "<tr><td>Yanka Imsharuk</td><td></td></tr></table>"
    )
    rows = [row for row in read(page.encode()).rows if not row.nobody]
    assert [row.freed.country for row in rows] == ["lt", "lt", "ua"]


def test_koi8_r_is_told_from_windows_1251_by_its_letters() -> None:
    text = "Иван Листопол\nАнна Снегалуг\n"
    assert names(text.encode("koi8-r")) == names(text.encode("windows-1251")) == names(text.encode())


def test_a_second_sheet_with_names_is_told_of_and_not_taken() -> None:
    book = io.BytesIO()
    import openpyxl

    made = openpyxl.load_workbook(io.BytesIO(files.xlsx()))
    other = made.create_sheet("Still held")
    for row in (("Name",), ("Todar Vetrabrodenka",)):
        other.append(row)
    made.save(book)
    reading = read(book.getvalue(), "list.xlsx")
    assert len(reading.rows) == 4 and "Still held" in str(reading.problems)


def bomb(member: str, size: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(member, b"0" * size)
    return out.getvalue()


@pytest.mark.parametrize("member", ["xl/workbook.xml", "word/document.xml"])
def test_what_would_unpack_to_more_than_a_list_is_not_unpacked(member: str) -> None:
    with pytest.raises(BadInput, match="would unpack"):
        kind_of(Path("list.xlsx"), bomb(member, 60_000_000))


def test_a_file_larger_than_any_list_is_refused() -> None:
    with pytest.raises(BadInput, match="more than a list"):
        kind_of(Path("list.csv"), b"a" * (MOST_BYTES + 1))


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"{\\rtf1 Anna}", b"\x1f\x8b\x08", b"MZ\x90\x00"]
)
def test_what_holds_no_rows_is_called_by_its_name_with_what_to_do(data: bytes) -> None:
    with pytest.raises(BadInput, match="this is a"):
        read(data, "list.txt")


def test_a_pdf_without_text_says_that_it_is_a_picture() -> None:
    with pytest.raises(BadInput, match="no text"):
        read(files.pdf_text([]))


def test_a_slow_reader_is_stopped_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HABEAS_READING_SECONDS", "1")
    rows = [("Name",), *((f"Anna Listapol {at}",) for at in range(4000))]
    with pytest.raises(BadInput, match="longer than 1 seconds and was stopped"):
        read(files.pdf(rows), "list.pdf")


def test_an_entity_of_a_document_reads_no_file_of_ours(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("Zosia Lukamir")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(files.document_text(["x"]))) as good, zipfile.ZipFile(out, "w") as bad:
        for one in good.namelist():
            data = good.read(one)
            if one == "word/document.xml":
                entity = f'<!DOCTYPE w [<!ENTITY s SYSTEM "file://{tmp_path}/secret">]>'.encode()
                data = data.replace(b"?>", b"?>" + entity, 1).replace(b">x<", b">&s;<")
            bad.writestr(one, data)
    with pytest.raises(BadInput):
        read(out.getvalue())


def _below_empty_rows(kind: str) -> bytes:
    """Heads in row 5 and column B, nothing before them; a name in row 7, a hidden one in row 9."""
    cells, out = ((5, "Name"), (7, NAMES[0]), (9, NAMES[1])), io.BytesIO()
    if kind == "xls":
        old = xlwt.Workbook()
        sheet = old.add_sheet("List")
        for row, words in cells:
            sheet.write(row - 1, 1, words)
        sheet.row(8).hidden = True
        old.save(out)
    else:
        book = openpyxl.Workbook()
        for row, words in cells:
            book.active.cell(row, 2, words)
        book.active.row_dimensions[9].hidden = True
        book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["xlsx", "xls"])
def test_rows_below_empty_ones_stand_where_the_sheet_shows_them(kind: str) -> None:
    rows = read(_below_empty_rows(kind), f"list.{kind}").rows
    assert [(row.spot.line, bool(row.nobody)) for row in rows] == [(7, False), (9, True)]


@pytest.mark.parametrize("name", ["list.csv", "report.txt"])
def test_an_empty_file_is_told_as_one_whatever_it_was_to_hold(name: str) -> None:
    with pytest.raises(BadInput, match="the file is empty"):
        read(b" \n", name)
