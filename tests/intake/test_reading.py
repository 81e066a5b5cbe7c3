"""Lists as people send them: every common file is read to the same rows, and what names nobody is said to."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.domain.words import Gender
from habeas.intake.files.reading import read_list
from habeas.intake.files.rows import Row
from habeas.problems import BadInput

NAMES = ("Янка Імшар", "Марыя Раснагор", "Kastuś Lavonaŭ", "Иван Листопол")


def rows(data: bytes | str, name: str = "list.txt") -> tuple[Row, ...]:
    return read_list(Path(name), data.encode() if isinstance(data, str) else data).rows


def names(data: bytes | str, name: str = "list.txt") -> list[str]:
    return [row.name for row in rows(data, name) if not row.nobody]


def sheet(*lines: tuple[object, ...]) -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    for line in lines:
        book.active.append(line)
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_any_encoding_and_separator_gives_the_same_rows(encoding: str, separator: str) -> None:
    text = f"name{separator}born\n" + "".join(f"{one}{separator}1980\n" for one in NAMES)
    assert names(text.encode(encoding), "list.csv") == list(NAMES)


def test_windows_1251_is_read_where_the_letters_allow_it() -> None:
    text = "ФИО;Пол\nИван Листопол;м\nАнна Снегалуг;ж\n"
    read = rows(text.encode("windows-1251"), "list.csv")
    assert [(row.name, row.gender) for row in read] == [
        ("Иван Листопол", Gender.MALE),
        ("Анна Снегалуг", Gender.FEMALE),
    ]


def test_a_spreadsheet_and_a_csv_of_the_same_rows_are_the_same_list() -> None:
    made = sheet(("name", "birth_date"), (NAMES[0], date(1980, 5, 1)), (None, None), (NAMES[1], 1985))
    text = f"name,birth_date\n{NAMES[0]},1980-05-01\n,\n{NAMES[1]},1985\n"
    assert rows(made, "list.xlsx") == rows(text, "list.csv")


def test_a_spreadsheet_is_known_by_its_bytes_and_not_by_the_name_of_the_file() -> None:
    assert names(sheet(("name",), (NAMES[0],)), "list.csv") == [NAMES[0]]


def test_surname_and_given_name_may_stand_in_columns_of_their_own() -> None:
    assert names("Фамилия;Имя;Отчество\nЛистопол;Иван;Петрович\n", "list.csv") == ["Листопол Иван"]
    assert rows("Фамилия;Имя;Отчество\nЛистопол;Иван;Петрович\n", "list.csv")[0].patronymic == "Петрович"


def test_a_csv_with_one_column_and_no_header_loses_no_row() -> None:
    assert names("\n".join(NAMES), "list.csv") == list(NAMES)


@pytest.mark.parametrize(
    "line",
    ["Янка Імшар", "1. Янка Імшар", "12) Янка Імшар", "- Янка Імшар", "• Янка Імшар", "№ 3 Янка Імшар",
     "  7\tЯнка Імшар",
     "Янка Імшар, 1980", "Янка Імшар (Мінск)", "Янка Імшар — журналіст", "5. Янка Імшар; 12.05.1980 г.р."],
)  # fmt: skip
def test_number_bullet_and_details_are_no_part_of_the_name(line: str) -> None:
    assert names(line) == ["Янка Імшар"]


def test_what_stands_after_the_name_stays_in_the_archived_file() -> None:
    (row,) = rows("Янка Імшар, 12.05.1980, лечится")
    assert row.text == "Янка Імшар"


def test_a_comma_between_surname_and_given_name_parts_nothing() -> None:
    assert names("Imšar, Janka") == ["Imšar, Janka"]


@pytest.mark.parametrize(
    ("line", "year"),
    [("Янка Імшар, 1980", "1980"), ("Янка Імшар, 12.05.1980 г.р.", "1980"), ("Янка Імшар (born 1980)", "1980"),
     ("Янка Імшар, арестован в 2010", ""), ("Янка Імшар, 342 ч.1, 2005", "")],
)  # fmt: skip
def test_a_year_of_birth_is_read_only_where_it_can_be_nothing_else(line: str, year: str) -> None:
    assert str(rows(line)[0].birth or "") == year


def test_of_a_birth_only_the_year_is_kept() -> None:
    (row,) = rows("name,birth_date\nЯнка Імшар,12.05.1980\n", "list.csv")
    assert str(row.birth) == "1980"


@pytest.mark.parametrize(
    "line",
    ["Список освобождённых:", "Всего: 123", "Total 12", "и ещё 12 человек", "and 12 others", "і яшчэ трое",
     "=SUM(A1:A9)", "@cmd", "---", "12345", "???", "N/A", "неизвестный мужчина", "Name withheld", "https://example.org/list",
     "Сегодня стало известно о том, что на свободу вышли ещё несколько человек."],
)  # fmt: skip
def test_rows_that_name_nobody_are_rows_with_a_reason(line: str) -> None:
    (row,) = rows(line)
    assert row.nobody


@pytest.mark.parametrize(
    "name", [*NAMES, "Abdul Karim oglu Invented", "Lavon", "Imshar J.", "Anna-Maria Śniehałuh-Imšar"]
)
def test_names_of_every_sort_are_people(name: str) -> None:
    assert names(name) == [name]


def test_rows_are_numbered_without_the_blank_ones() -> None:
    assert [(row.number, row.name) for row in rows("Янка Імшар\n\n\n \nМарыя Раснагор")] == [
        (1, "Янка Імшар"),
        (2, "Марыя Раснагор"),
    ]


def test_a_name_of_ten_thousand_characters_is_a_row_and_nobody() -> None:
    (row, after) = rows("Я" * 10_000 + "\nЯнка Імшар")
    assert "longer than any name" in row.nobody and len(row.text) <= 200
    assert after.name == "Янка Імшар"


def test_marks_that_turn_the_reading_round_are_taken_off_the_name() -> None:
    assert names("\u202eЯнка\u202c\u200b Імшар\u200f") == ["Янка Імшар"]


def test_a_formula_in_a_cell_is_never_a_name() -> None:
    read = rows('name\n"=HYPERLINK(""http://x"",""Янка"")"\nЯнка Імшар\n', "list.csv")
    assert [bool(row.nobody) for row in read] == [True, False]


def test_a_date_that_does_not_exist_is_told_with_its_line_and_the_row_stays() -> None:
    reading = read_list(Path("list.csv"), "name,birth_date\nЯнка Імшар,31.02.1980\n".encode())
    assert [row.name for row in reading.rows] == ["Янка Імшар"]
    assert "line 2" in str(reading.problems[0]) and "31.02.1980" in str(reading.problems[0])


def test_a_row_with_other_cells_and_no_name_is_nobody_and_repeats_none_of_them() -> None:
    (row,) = rows("name,note\n,лечится\n", "list.csv")
    assert row.nobody and row.text == ""


BAD = {
    "empty": b"",
    "blank": b" \n\n",
    "binary": bytes(range(256)) * 8,
    "with NUL": "Янка\x00 Імшар\n".encode(),
    "half a spreadsheet": sheet(("name",), ("Янка Імшар",))[:800],
    "an empty spreadsheet": sheet(),
    "a zip of something else": b"PK\x03\x04" + b"x" * 50,
    "DOS Cyrillic": "Иван Листопол\nАнна Снегалуг\n".encode("cp866"),
    "Baltic": "Jānis Invenčs\nŽanna Čaromša\nŠarūnas Lietus\n".encode("cp1257"),
    "UTF-8 read wrongly once before": "Анна Листопол\n".encode().decode("windows-1251").encode(),
}


@pytest.mark.parametrize("what", BAD)
@pytest.mark.parametrize("suffix", ["csv", "txt", "xlsx"])
def test_bad_files_are_told_by_name_and_with_what_to_do(what: str, suffix: str) -> None:
    with pytest.raises(BadInput) as told:
        read_list(Path(f"list.{suffix}"), BAD[what])
    assert f"list.{suffix}" in str(told.value)
    assert str(told.value).count(". ") >= 1, "it says what is wrong and what to do"


def test_a_table_with_a_header_alone_is_no_list() -> None:
    with pytest.raises(BadInput, match="no row"):
        rows("name,born\n", "list.csv")


def test_a_table_without_a_column_of_names_says_which_columns_it_has() -> None:
    with pytest.raises(BadInput, match="a, b"):
        rows("a,b\n1,2\n", "list.csv")


@given(st.binary(max_size=300))
def test_any_bytes_are_a_list_or_a_told_mistake(data: bytes) -> None:
    for suffix in ("csv", "txt", "xlsx"):
        try:
            found = rows(data, f"list.{suffix}")
        except BadInput as told:
            assert str(told)
        else:
            assert [row.number for row in found] == list(range(1, len(found) + 1))


@given(st.lists(st.text(max_size=40), max_size=20))
def test_any_text_gives_one_row_for_each_line_that_can_be_seen(lines: list[str]) -> None:
    try:
        found = rows("\n".join(lines))
    except BadInput:
        return
    for row in found:
        assert row.nobody or row.name
        assert all(letter.isprintable() for letter in row.text + row.name)


@pytest.mark.parametrize(
    ("line", "several"),
    [
        ("Валерий Ким и Валерия Ким", ["Валерий Ким", "Валерия Ким"]),
        ("Сергей Петров и Сергей Петров", ["Сергей Петров", "Сергей Петров"]),
        ("Иван Петров / Ivan Petrov / Анна Сидорова", ["Иван Петров", "Ivan Petrov", "Анна Сидорова"]),
    ],
)
def test_several_people_in_one_line_are_not_taken_for_one(line: str, several: list[str]) -> None:
    assert names(f"Вышли на свободу:\n{line}\nОлег Рудько") == [*several, "Олег Рудько"]
