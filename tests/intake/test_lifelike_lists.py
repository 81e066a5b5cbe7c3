"""Lists as they are published: everybody in them is read, nobody else is, and what isn't read is told."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from openpyxl.styles import Font

from habeas.domain.claims import Born, HasNationality
from habeas.domain.dates import PartialDate
from habeas.intake.files.plain import Context
from habeas.intake.files.reading import read_list
from habeas.intake.files.rows import Reading, Row
from tests.intake.as_sent import AS_SENT
from tests.intake.handed_on import HANDED_ON
from tests.intake.lifelike import LISTS, Lifelike, workbook, workbook_with_merged_routes

TEXTS: Mapping[str, Mapping[str, Any]] = {
    one["what"]: one
    for file in ("lists.yml", "as_sent.yml", "handed_on.yml")
    for one in yaml.safe_load((Path(__file__).parent / "cases" / file).read_text("utf-8"))
}
FILES = {**LISTS, **AS_SENT, **HANDED_ON}
DAY = Context(PartialDate.parse("2025-12-13"), "by")


def read(file: str, data: bytes) -> Reading:
    return read_list(Path(file), data, None, DAY)


def born(row: Row) -> str:
    told = [str(one.claim.when) for one in row.beside if isinstance(one.claim, Born)]
    return str(row.birth) if row.birth else "".join(told[:1])


def check(one: Lifelike) -> None:
    rows = read(one.file, one.made()).rows
    free = [row for row in rows if not row.nobody]
    assert [row.name for row in free] == list(one.names)
    if one.births:
        assert [born(row) for row in free] == list(one.births)
    held = {row.name: row.nobody for row in rows if row.nobody}
    assert [name for name in one.held_back if not held.get(name)] == []


@pytest.mark.parametrize("what", TEXTS)
def test_everybody_in_a_text_or_page_is_read_and_nobody_else(what: str) -> None:
    one = TEXTS[what]
    data = one["text"].encode(one.get("encoding", "utf-8"))
    check(Lifelike(one["file"], lambda: data, one["names"], one.get("births", ()), one.get("held back", ())))


@pytest.mark.parametrize("what", FILES)
def test_everybody_in_a_file_is_read_and_nobody_else(what: str) -> None:
    check(FILES[what])


def nations(rows: Sequence[Row]) -> list[str]:
    return [
        "".join(one.claim.country for one in row.beside if isinstance(one.claim, HasNationality))
        for row in rows
        if not row.nobody
    ]


def test_a_heading_that_tells_a_citizenship_tells_it_of_those_under_it() -> None:
    text = TEXTS["groups by citizenship, and those who remain"]["text"]
    assert nations(read("list.txt", text.encode()).rows) == ["lt", "lt", "pl", "pl", "lv"]


def test_a_sheet_says_where_its_people_went_and_a_merged_cell_says_it_of_each_row() -> None:
    routes = LISTS["a workbook of two routes on two sheets"]
    assert [row.freed.country for row in read("list.xlsx", routes.made()).rows if not row.nobody] == ["lt", "lt", "ua"]
    merged = read("list.xlsx", workbook_with_merged_routes()).rows
    assert [row.freed.country for row in merged] == ["lt", "lt", "ua"]


def test_sheets_that_were_not_read_are_told_of() -> None:
    told = " ".join(map(str, read("list.xlsx", workbook()).problems))
    assert "“Застаюцца” has names too" in told and "“старое” is hidden" in told


def test_who_sent_a_message_is_kept_nowhere() -> None:
    rows = read(
        "list.txt", b"[13/12/2025, 18:04:32] Barys K: 1. Anna Listapol\nBarys K, [13.12.2025 18:05]\n2. Ivan"
    ).rows
    assert not any("Barys" in f"{row.text} {row.name} {row.remark}" for row in rows)


@pytest.mark.parametrize("words", ["не освобождён", "остаётся в колонии", "still held in Mahiliou"])
def test_a_row_whose_own_words_say_that_somebody_is_held_takes_nobody_for_free(words: str) -> None:
    rows = read("list.txt", f"1. Анна Листопол\n2. Иван Снегалуг — {words}\n".encode()).rows
    assert [bool(row.nobody) for row in rows] == [False, True]


def test_a_quotation_mark_that_is_never_closed_swallows_no_rows_unseen() -> None:
    from habeas.problems import BadInput

    text = 'name,town\n"Anna Listapol,Minsk\n' + "".join(f"Ivan Snehaluh{at},Minsk\n" for at in range(40))
    with pytest.raises(BadInput, match="line 2: a quotation mark opens"):
        read("list.csv", text.encode())


def test_two_people_who_share_their_surname_in_a_cell_are_two_rows_of_one_place() -> None:
    told = read("list.csv", "Кто;Где\nсупруги Нина и Павел Речкины;Вильнюс\nАлесь Кривадуб;Вильнюс\n".encode()).rows
    assert [row.name for row in told] == ["Нина Речкины", "Павел Речкины", "Алесь Кривадуб"]
    assert [(row.number, row.spot.line) for row in told] == [(1, 2), (2, 2), (3, 3)]


def test_a_row_of_two_people_of_whom_one_would_be_lost_names_nobody() -> None:
    told = read("list.txt", "1. родители Нины и Павел Речкин\n2. Алесь Кривадуб\n".encode()).rows
    assert [row.nobody for row in told] == ["several people in one row; give each a row", ""]


def test_a_prison_over_its_people_and_a_stamp_across_a_page_are_rows_that_name_nobody() -> None:
    prisons = [row.text for row in read("list.xlsx", AS_SENT["a workbook with a prison over its people"].made()).rows]
    assert "ИК-2 (Бобруйск)" in prisons and "Итого: 2" in prisons
    page = read("list.pdf", AS_SENT["a PDF of two columns with a stamp"].made()).rows
    assert [row.nobody for row in page if "CONFIDENTIAL" in row.text] == ["it runs across the lines of the page"]


@pytest.mark.parametrize(
    "words", ["Status;no", "Status;under arrest, still held", "Где;остаётся в СИЗО", "Статус;под стражей"]
)
def test_whatever_column_says_that_somebody_is_held_keeps_them_from_being_taken_for_free(words: str) -> None:
    head, cell = words.split(";")
    rows = read("list.csv", f"Name;{head}\nTsimur Zabalotsich;\nAles Kryvadub;{cell}\n".encode()).rows
    assert [bool(row.nobody) for row in rows] == [False, True]


def test_what_stands_in_hidden_columns_is_told_of() -> None:
    told = " ".join(map(str, read("list.xlsx", HANDED_ON["a hidden column of relatives"].made()).problems))
    assert "hidden columns (A)" in told


def test_a_day_of_release_that_is_missing_is_no_release_where_others_have_one() -> None:
    head = "Name,Date of release\n"
    some = read("list.csv", f"{head}Ivan Zorkavets,13.12.2025\nAnna Tumanchuk,\n".encode()).rows
    assert [row.nobody for row in some] == ["", "its column “Date of release” doesn't say so"]
    none = read("list.csv", f"{head}Ivan Zorkavets,\nAnna Tumanchuk,\n".encode()).rows
    assert not any(row.nobody for row in none)


@pytest.mark.parametrize(
    "heading",
    ["Яшчэ за кратамі:", "За кратамі (2):", "Ещё за решёткой:", "Не выпустили:", "Behind bars:", "Still in prison"],
)
def test_a_heading_of_those_still_held_is_known_by_few_words(heading: str) -> None:
    rows = read("list.txt", f"1. Анна Листопол\n\n{heading}\n2. Иван Снегалуг\n".encode()).rows
    assert [bool(row.nobody) for row in rows if row.name in ("Анна Листопол", "Иван Снегалуг")] == [False, True]


def test_words_of_prison_behind_a_release_head_no_list_of_those_held() -> None:
    rows = read("list.txt", "Вышли после трёх лет за решёткой:\n1. Анна Листопол\n2. Иван Снегалуг\n".encode()).rows
    assert [row.name for row in rows if not row.nobody] == ["Анна Листопол", "Иван Снегалуг"]


@pytest.mark.parametrize("column", [1, 2])
def test_a_struck_name_strikes_its_row_whatever_stands_beside_it(column: int) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    heads = ["Group", "Town", "Colony", "Remark"]
    heads.insert(column - 1, "Name")
    sheet.append(heads)
    for name in ("Tsimur Zabalotsich", "Ales Kryvadub"):
        cells = {"Name": name, "Group": "Media", "Town": "Minsk", "Colony": "Colony 2", "Remark": "by train"}
        sheet.append([cells[head] for head in heads])
    sheet.cell(3, heads.index("Name") + 1).font = Font(strike=True)
    out = io.BytesIO()
    book.save(out)
    rows = read("list.xlsx", out.getvalue()).rows
    assert [row.nobody for row in rows] == ["", "it is struck through"]
