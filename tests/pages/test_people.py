"""The list of people: filters, turning pages, and the table for spreadsheets."""

from __future__ import annotations

import csv
import io
import re

import pytest
from django.test import Client

from habeas.domain.claims import Named
from habeas.domain.lines import Candidate, Evidence
from habeas.ledger.append import append
from tests.pages.conftest import STATKEVICH, STEFANOVIC
from tests.register.conftest import agree


def test_a_page_holds_fifty_and_the_next_holds_the_rest(reader: Client) -> None:
    first, second = _ids(reader, "/people"), _ids(reader, "/people?page=2")
    assert len(first) == 50
    assert len(second) == 8
    assert not first & second


def test_turning_a_page_keeps_filters_and_days(reader: Client) -> None:
    page = reader.get("/people?status=held&on=2022-01-01&known=2026-03-19").content.decode()
    assert 'name="status" value="held"' in page
    assert '<input type="hidden" name="on" value="2022-01-01">' in page
    assert "/people.csv?status=held&amp;on=2022-01-01&amp;known=2026-03-19" in page


def test_filters_narrow_the_list_together(reader: Client) -> None:
    day = "on=2025-12-14"
    held = _ids(reader, f"/people?status=held&{day}")
    assert STEFANOVIC in held
    free = _ids(reader, f"/people?status=free_abroad&{day}")
    assert free and not held & free
    of_batch = _ids(reader, f"/people?batch=2025-09-11&{day}")
    assert STATKEVICH in of_batch
    assert _ids(reader, f"/people?batch=2025-09-11&status=held&{day}") == of_batch & held


def test_a_number_of_the_front_page_leads_to_the_people_it_counts(reader: Client) -> None:
    front = reader.get("/?on=2025-12-14").content.decode()
    found = re.search(r'<p class="number"><a href="([^"]+)">(\d+)(?:<.*?–.*?</span></span>(\d+))?</a>', front)
    assert found, "the front page shows a number that can be pressed"
    total = re.search(r"<strong>(\d+)</strong>", reader.get(found[1].replace("&amp;", "&")).content.decode()[3000:])
    assert found[1].startswith("/people?definition=held")
    listed = _rows(reader, found[1].replace("&amp;", "&").replace("/people?", "/people.csv?"))
    assert total and len(listed) == int(found[3] or found[2])
    assert sum(int(row["low"]) for row in listed) == int(found[2])


def test_the_csv_is_the_whole_list_with_the_day_and_version_on_each_row(reader: Client) -> None:
    answer = reader.get("/people.csv?on=2025-12-14&known=2025-12-14")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="people-2025-12-14.csv"'
    rows = _rows(reader, "/people.csv?on=2025-12-14&known=2025-12-14")
    (stefanovic,) = (row for row in rows if row["id"] == STEFANOVIC)
    assert stefanovic["status"] == "free_abroad"
    assert stefanovic["on"] == "2025-12-14"
    assert stefanovic["known"].startswith("2025-12-14T23:59:59")
    assert stefanovic["version"].count(".") >= 2


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "＝1"])
def test_a_name_that_begins_like_a_formula_runs_in_no_spreadsheet(own: Client, name: str) -> None:
    append([Candidate("p-aaaaaaaaaa", Named(name, "en"), Evidence("s-zerk-319"))])
    agree()
    (row,) = (row for row in _rows(own, "/people.csv") if row["id"] == "p-aaaaaaaaaa")
    assert row["name"] == f"'{name}"


def _ids(reader: Client, address: str) -> set[str]:
    return set(re.findall(r'<th scope="row"><a href="/people/(p-\w+)', reader.get(address).content.decode()))


def _rows(reader: Client, address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(reader.get(address).content.decode())))
