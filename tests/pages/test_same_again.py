"""A page with numbers says of when they are, under which definition, and how to be shown the same again."""

from __future__ import annotations

import csv
import html
import io
import re

import pytest
from django.test import Client

from habeas.pages.picturing import NAMES

BALANCE = "/balance?from=2025-11-22&to=2025-12-15"
COMPARED = "/recognisers/comparison?one=viasna&other=dissidentby&on=2025-06-01"
WITH_A_DEFINITION = ["/", "/counts", "/counts?by=sex&definition=viasna", BALANCE, "/pictures", "/recognisers", COMPARED]
NUMBERED = [
    *WITH_A_DEFINITION,
    "/estimates",
    "/estimates?around=2025-09-11&days=60",
    "/people",
    "/people?status=held",
    "/releases",
    "/releases/2025-12-13",
    "/agreements",
    "/agreements/belarus-us-2025-12",
    "/instruments/ofac-gl-11",
    "/sanctioners/us",
    "/sources",
    "/definitions",
    "/balance/term?from=2025-11-22&to=2025-12-15&term=freed&kind=pardon&sign=-1&end=certain",
]
TABLES = [
    "/people.csv",
    "/counts.csv",
    "/counts.csv?by=sex&definition=viasna",
    "/balance.csv?from=2025-11-22&to=2025-12-15",
    "/recognisers.csv",
    COMPARED.replace("comparison", "comparison.csv"),
    *(f"/pictures/{name}.csv" for name in NAMES),
    "/estimates/durations.csv",
    "/estimates/lists.csv",
    "/estimates/around.csv?around=2025-09-11&days=60",
]
ASKED = [
    "/people",
    "/counts",
    "/counts?by=age",
    "/balance",
    "/counts/over-time?from=2024-01-01&every=30",
    "/recognisers",
    "/recognisers/comparison?one=viasna&other=amnesty",
    "/releases",
    "/releases/2025-12-13",
    "/agreements",
    "/instruments",
    "/sources",
]
AS_OF = re.compile(r'<p class="as-of">.*?</p>', re.DOTALL)
SAME = re.compile(r'<a href="([^"]+)">A link that gives the same again</a>')


@pytest.mark.parametrize("address", NUMBERED)
def test_a_page_with_numbers_says_both_days_and_the_data_version(reader: Client, address: str) -> None:
    told = _as_of(_text(reader, address))
    assert re.search(r"<strong>\d+ \w+ \d{4}</strong>, as known at \S", told)
    assert re.search(r"version \d+\.[0-9a-f]+\.", re.sub(r"<[^>]+>", "", told))


@pytest.mark.parametrize("address", NUMBERED)
def test_the_link_of_a_page_with_numbers_gives_the_same_numbers_again(reader: Client, address: str) -> None:
    first = _text(reader, address)
    link = SAME.search(_as_of(first))
    assert link, "No link that gives the same again."
    kept = html.unescape(link[1])
    assert re.search(r"[?&](on|to)=", kept)
    assert re.search(r"[?&]known(_to)?=", kept)
    assert _said(_text(reader, kept)) == _said(first)


@pytest.mark.parametrize("address", WITH_A_DEFINITION)
def test_a_page_that_counts_names_the_definition_it_counts_under(reader: Client, address: str) -> None:
    assert re.search(r"Definition “\w+”, version \d+, \w", _main(_text(reader, address)))


@pytest.mark.parametrize("address", TABLES)
def test_each_row_of_a_table_bears_its_days_and_version_and_an_address_that_gives_it_again(
    reader: Client, address: str
) -> None:
    rows = _rows(reader, address)
    assert rows and all(row["on"] and row["known"] and row["version"] for row in rows)
    (again,) = {row["again"] for row in rows}
    assert "known=" in again or "known_to=" in again
    assert again.startswith("/"), "a table that travels would tell where the desk stands"
    assert _rows(reader, again) == rows


@pytest.mark.parametrize("address", ASKED)
def test_each_answer_of_the_api_says_its_days_and_version_and_is_given_again(reader: Client, address: str) -> None:
    told = reader.get(f"/api/v1{address}").json()
    as_of = told["of_to"] if "of_to" in told else told["as_of"]
    assert as_of["on"] and as_of["known"] and as_of["version"]
    clocks = {"on": as_of["on"], "known": as_of["known"]}
    if "of_to" in told:
        clocks = {"from": told["of_from"]["on"], "to": as_of["on"], "known_to": as_of["known"]}
        clocks["known_from"] = told["of_from"]["known"]
    path, _, asked = address.partition("?")
    said = dict(one.split("=") for one in asked.split("&")) if asked else {}
    again = reader.get(f"/api/v1{path}", {**said, **clocks}).json()
    # The address of the next page bears the clocks of the question.
    assert {**again, "next": ""} == {**told, "next": ""}


def _rows(reader: Client, address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(_text(reader, address))))


def _text(reader: Client, address: str) -> str:
    response = reader.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def _main(page: str) -> str:
    return page.partition("<main")[2].partition("</main>")[0]


def _as_of(page: str) -> str:
    found = AS_OF.search(page)
    assert found, "It isn't said of when the numbers are."
    return found[0]


def _said(page: str) -> list[str]:
    """The words and numbers of a page without its links and the line that says when."""
    return re.sub(r"<[^>]+>", " ", AS_OF.sub("", _main(page))).split()
