"""What holds on every page: days, version, banner, neutral titles, nothing from elsewhere."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests.pages.conftest import STATKEVICH, STEFANOVIC

WITH_DAYS = [
    "/",
    "/people",
    f"/people/{STEFANOVIC}",
    "/search",
    "/releases",
    "/releases/2025-12-13",
    "/agreements",
    "/agreements/belarus-us-2025-12",
    "/instruments/ofac-gl-11",
    "/sanctioners/us",
    "/sources",
    "/sources/s-fidh-2021-07-14",
    "/definitions",
    "/counts",
    "/recognisers",
    "/pictures",
]
ALL = [*WITH_DAYS, "/method"]


@pytest.mark.parametrize("address", WITH_DAYS)
def test_a_page_that_shows_a_status_asks_for_both_days_and_says_which_are_shown(reader: Client, address: str) -> None:
    page = _text(reader, f"{address}?on=2025-12-14&known=2025-12-15")
    assert 'name="on" value="2025-12-14"' in page
    assert 'name="known" value="2025-12-15"' in page
    assert "Shown: <strong>14 December 2025</strong>, as known at the end of 15 December 2025 (UTC), replayed" in page
    assert re.search(r'version <span class="version">\d+\.[0-9a-f]+\.', page)


@pytest.mark.parametrize("address", [*ALL, "/people/p-nobody", "/nowhere/at/all", "/?on=2025-02-30"])
def test_every_page_of_the_example_says_that_it_is_one_and_where_it_ends(reader: Client, address: str) -> None:
    page = _text(reader, address)
    assert "A worked example." in page
    assert "replays what was published" in page
    assert "ends on 19 March 2026" in page


@pytest.mark.parametrize("address", ALL)
def test_days_are_kept_on_every_link_of_the_site(reader: Client, address: str) -> None:
    page = _text(reader, f"{address}?on=2025-12-14&known=2025-12-14")
    links = [link for link in re.findall(r'href="(/[^"#]*)"', page) if not link.startswith("/static/")]
    latest = f'<a href="{address}">Back to the latest day</a>'
    assert len(links) > 6
    assert {link for link in links if "on=2025-12-14" not in link} <= {address}
    assert latest in page or address == "/method"


@pytest.mark.parametrize("address", ALL)
def test_nothing_is_loaded_from_elsewhere_and_no_page_needs_scripts_or_inline_styles(
    reader: Client, address: str
) -> None:
    answer = reader.get(address)
    page = answer.content.decode()
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert not answer.cookies
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=|<iframe|<img", page)
    loaded = re.findall(r'<link rel="(?:stylesheet|icon)" href="([^"]+)"', page)
    assert len(loaded) == 2 and all(one.startswith("/static/pages/") for one in loaded)


@pytest.mark.parametrize("id", [STEFANOVIC, STATKEVICH])
def test_the_title_of_a_persons_page_names_nobody(reader: Client, id: str) -> None:
    assert _title(_text(reader, f"/people/{id}")) == "A person · Habeas"


@pytest.mark.parametrize(
    ("address", "what_to_write"),
    [
        ("/?on=2025-02-30", "a day that is not in the calendar"),
        ("/people?known=yesterday", "2025-12-13"),
        ("/people?page=minus", "number from 1"),
        ("/people?page=٣", "number from 1"),
        ("/people?page=99999999", "number from 1"),
        ("/people?status=sleeping", "free_abroad"),
        ("/people?definition=none", "custody"),
        ("/releases?on=%00", "Choose it on a page"),
        (f"/people?facility={'x' * 10_000}", "Choose it on a page"),
    ],
)
def test_what_cannot_be_read_is_told_with_what_to_write(reader: Client, address: str, what_to_write: str) -> None:
    answer = reader.get(address)
    assert answer.status_code == 400
    assert what_to_write in answer.content.decode()


@pytest.mark.parametrize("id", ["%00", "p-%0A", "x" * 5_000, "%FF", "'--", "p-nobody/"])
@pytest.mark.parametrize("kind", ["people", "releases", "agreements", "instruments", "sanctioners", "sources"])
def test_what_no_id_can_hold_is_absent_like_any_other(reader: Client, kind: str, id: str) -> None:
    answer = reader.get(f"/{kind}/{id}")
    assert answer.status_code == 404
    assert answer.content == reader.get("/people/p-nobody").content


def test_what_a_reader_writes_comes_back_as_text_alone(reader: Client) -> None:
    page = reader.post("/search", {"name": '"><script>alert(1)</script>'}).content.decode()
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    refused = _text(reader, "/people?status=<script>")
    assert "<script" not in refused


def _text(reader: Client, address: str) -> str:
    return reader.get(address).content.decode()


def _title(page: str) -> str:
    (title,) = re.findall("<title>(.*?)</title>", page)
    return str(title)
