"""The columns of a list at the desk: suggested, mended, remembered for the source; and a refused file is kept."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from habeas.intake.files.column_maps import remembered
from habeas.intake.listings import listing_of
from habeas.ledger.read import last_number
from tests.desk.ground import four_people, words
from tests.intake.lifelike import workbook_of_two_routes

pytestmark = pytest.mark.database

TABLE = "Кто;Дата;Где\nРосногорский Сергей;1980;Вильнюс\nMaryia Snehaluhskaya;1985;Вильнюс\nYanka Imsharuk;1990;Киев\n"
ABOUT = {"source": "s-list", "batch": "2026-02-01", "complete": "yes"}


@pytest.fixture(autouse=True)
def people(desk: Path) -> None:
    four_people()


def sent(client: Client, **said: object) -> tuple[int, str]:
    answer = client.post("/desk/lists/new", {**ABOUT, **said}, follow=True)
    return answer.status_code, answer.content.decode()


def file(data: bytes | str = TABLE, name: str = "a.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data.encode() if isinstance(data, str) else data)


def chosen(page: str) -> dict[str, str]:
    """What the form for the columns has, as a browser would send it."""
    found = {"receipt": html.unescape(re.search(r'name="receipt" value="([^"]+)"', page)[1])}  # type: ignore[index]
    found["head"] = re.search(r'name="head" value="(\d+)"', page)[1]  # type: ignore[index]
    for name, select in re.findall(r'<select name="(column-\d+)"(.*?)</select>', page, re.DOTALL):
        found[name] = re.search(r'value="([^"]*)" selected', select)[1]  # type: ignore[index]
    return found


def test_the_suggested_columns_are_shown_with_what_stands_in_them(boris: Client) -> None:
    before = last_number()
    status, page = sent(boris, file=file(), look="1")
    assert status == 200 and last_number() == before
    assert chosen(page) | {"receipt": ""} == {
        "receipt": "",
        "head": "1",
        "column-1": "name",
        "column-2": "",
        "column-3": "",
    }
    assert "Росногорский Сергей" in page and "Вильнюс" in page and "As the headings and cells suggest." in page


def test_mended_columns_are_taken_and_remembered_for_the_source(boris: Client) -> None:
    form = chosen(sent(boris, file=file(), look="1")[1])
    status, _ = sent(boris, **{**form, "column-2": "born", "column-3": "stage", "take": "1"})
    by = remembered("s-list")
    assert status == 200 and by and (by.name, by.born, by.stage) == (("Кто",), "Дата", "Где")
    listing = listing_of("s-list", "2026-02-01")
    assert listing and str(listing.latest.taken.claimed_complete) == "yes"
    page = sent(boris, file=file("Кто;Дата;Где\nТодар Ветрабродэнка;1970;Киев\n"), look="1")[1]
    assert "As it is remembered for this source." in page
    assert chosen(page)["column-3"] == "stage"


def test_a_table_in_which_nothing_is_recognised_shows_its_columns_at_once(boris: Client) -> None:
    status, page = sent(boris, file=file("А;Б\nЛукомір;Зосевіч\n"))
    assert status == 400 and "no column is called" in page
    form = chosen(page)
    assert sent(boris, **{**form, "column-1": "name", "column-2": "name", "take": "1"})[0] == 200
    listing = listing_of("s-list", "2026-02-01")
    assert listing and [one.text for one in listing.printed(listing.latest)] == ["Лукомір Зосевіч"]


@pytest.mark.parametrize(
    ("said", "told"),
    [({"column-1": ""}, "No column is the name"), ({"column-2": "born", "column-3": "born"}, "Several columns are"),
     ({"head": "first"}, "is a number")],
)  # fmt: skip
def test_a_choice_that_can_not_be_is_told_and_nothing_is_taken(boris: Client, said: dict[str, str], told: str) -> None:
    form, before = chosen(sent(boris, file=file(), look="1")[1]), last_number()
    status, page = sent(boris, **{**form, **said, "take": "1"})
    assert status == 400 and told in html.unescape(page) and last_number() == before


def test_the_sheets_of_a_workbook_are_chosen(boris: Client) -> None:
    page = sent(boris, file=file(workbook_of_two_routes(), "a.xlsx"), look="1")[1]
    assert 'value="To Lithuania" checked' in page and 'value="To Ukraine"' in page
    status, _ = sent(boris, **chosen(page), sheet=["To Lithuania", "To Ukraine"], take="1")
    listing = listing_of("s-list", "2026-02-01")
    assert status == 200 and listing and len(listing.printed(listing.latest)) == 3


def test_a_receipt_is_good_for_the_editor_who_sent_the_file_alone(anna: Client, boris: Client) -> None:
    form = chosen(sent(boris, file=file(), look="1")[1])
    status, page = sent(anna, **form, take="1")
    assert status == 400 and "no longer at hand" in page
    assert sent(boris, **{**form, "receipt": form["receipt"][:-2] + "xx"}, take="1")[0] == 400


def test_a_refused_file_is_kept_and_the_page_says_so(boris: Client, desk: Path) -> None:
    status, page = sent(boris, file=file(b"\x89PNG\r\n\x1a\n" + b"0" * 90, "photo.png"))
    assert status == 400 and "this is a picture" in page and "is in the archive as" in page
    assert [path for path in (desk / "archive").rglob("*") if path.is_file()]
    assert words(boris.get("/desk/lists")).count("No list was taken yet") == 1


def test_a_wrong_file_is_refused_or_asked_about_before_it_becomes_a_version(boris: Client) -> None:
    assert sent(boris, file=file())[0] == 200
    before = last_number()
    status, page = sent(boris, pasted="Сёння ніхто не быў вызвалены.", source="new", publisher="Nobody")
    assert status == 400 and "nobody is named in it" in page and last_number() == before
    status, page = sent(boris, file=file("Кто\nТодар Ветрабродэнка\n"))
    assert status == 400 and "of the 3 people in version 1 of this list, 3 are not in it" in html.unescape(page)
    assert last_number() == before
    held = html.unescape(re.search(r'name="receipt" value="([^"]+)"', page)[1])  # type: ignore[index]
    assert sent(boris, receipt=held, dropped="stand")[0] == 200
    assert listing_of("s-list", "2026-02-01").latest.taken.version == 2  # type: ignore[union-attr]
