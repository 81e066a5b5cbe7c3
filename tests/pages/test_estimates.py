"""The page of estimates: each with its table, its doubt, and the reason where there is none."""

from __future__ import annotations

import csv
import html
import re

import pytest
from django.test import Client

from habeas.domain.suppress import FLOOR


def test_the_curve_stands_with_its_table_and_what_it_leaves_out(reader: Client) -> None:
    body = reader.get("/estimates").content.decode()
    assert 'class="curve spacious"' in body and "<title" in body
    assert "half were held so long or longer" in body
    assert "Left out: recognised by nobody asked for" in body


def test_lists_that_can_not_tell_are_refused_with_the_reason_and_their_overlaps(reader: Client) -> None:
    body = reader.get("/estimates").content.decode()
    assert "would be a guess" in body
    assert "On just these lists" in body


def test_a_day_is_compared_with_others_and_no_cause_is_claimed(reader: Client) -> None:
    body = reader.get("/estimates", {"around": "2025-09-11", "days": "90"}).content.decode()
    assert "Freed less newly detained" in body
    assert "they say nothing of why" in body


def test_the_windows_lead_to_the_balances_behind_them(reader: Client) -> None:
    body = reader.get("/estimates", {"around": "2025-09-11", "days": "90"}).content.decode()
    links = [html.unescape(one) for one in re.findall(r'href="([^"]*/balance[^"]*)"', body)]
    assert links == ["/balance?from=2025-06-13&to=2025-09-11", "/balance?from=2025-09-11&to=2025-12-10"]
    assert all(reader.get(one).status_code == 200 for one in links)


def test_each_row_of_a_table_bears_what_it_counts(reader: Client) -> None:
    for name in ("durations", "lists", "around"):
        body = reader.get(f"/estimates/{name}.csv", {"around": "2025-09-11"}).content.decode("utf-8-sig")
        rows = list(csv.DictReader(body.splitlines()))
        assert rows and all(row["definition"] and row["on"] and row["version"] and row["again"] for row in rows), name


def test_a_day_that_is_none_is_refused_on_the_page(reader: Client) -> None:
    answer = reader.get("/estimates", {"around": "2025-02-30"})
    assert answer.status_code == 200
    assert "is no day" in answer.content.decode()


def test_the_page_is_found_on_the_day_that_is_asked_for(reader: Client) -> None:
    body = reader.get("/estimates", {"on": "2016-01-01"}).content.decode()
    assert "fewer than 5 tell nothing" in body


@pytest.mark.parametrize("around", ["2025-09-11", "2025-12-13", "2024-07-01"])
def test_no_table_tells_of_few_people(reader: Client, around: str) -> None:
    body = reader.get("/estimates", {"around": around, "days": "30"}).content.decode()
    cells = _ends(body)
    assert cells and all(not cell.isdigit() or not 0 < int(cell) < FLOOR for cell in cells)
    assert "fewer than 5" in body


def _ends(body: str) -> list[str]:
    """Of each line but the net, which is a difference, the people in the windows; and those on just these lists."""
    rows = re.findall(r"<tr><th scope=\"row\">(.*?)</th>(.*?)</tr>", body, re.DOTALL)
    counted = [cells for name, cells in rows if not name.startswith("Freed less")]
    return [
        cell for cells in counted for cell in re.findall(r'data-label="(?:People|Before|After)"[^>]*>(.*?)<', cells)
    ]


def test_what_is_refused_and_warned_of_is_said_in_the_language_of_the_page(reader: Client) -> None:
    for prefix, guess in (("", "would be a guess"), ("/be", "здагадкай"), ("/ru", "догадкой")):
        assert guess in reader.get(f"{prefix}/estimates").content.decode()
