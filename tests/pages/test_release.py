"""A release's page: six totals with their speakers, stages in order, members named and nameless."""

from __future__ import annotations

import re

from django.test import Client

from tests.pages.conftest import STATKEVICH


def test_the_six_totals_stand_with_their_speakers(reader: Client) -> None:
    totals = _totals(_page(reader, "/releases/2025-09-11"))
    assert list(totals) == ["Announced", "Named", "Matched", "Verified", "Recognised", "Ours"]
    assert "president of Belarus" in totals["Announced"] and ">52<" in totals["Announced"]
    assert "Viasna" in totals["Recognised"] and ">40<" in totals["Recognised"]
    assert "this register" in totals["Matched"] and "this register" in totals["Ours"]
    assert "No source that we hold says." in totals["Verified"]


def test_one_member_of_the_52_was_held_just_after(reader: Client) -> None:
    page = _page(reader, "/releases/2025-09-11?on=2025-09-12")
    (row,) = (row for row in re.findall("<tr>.*?</tr>", page, re.DOTALL) if f"/people/{STATKEVICH}" in row)
    assert "held" in row and "free" not in row


def test_stages_stand_in_order_and_two_at_once_bear_one_number(reader: Client) -> None:
    stages = re.findall(r'<li id="stage-([^"]+)" value="(\d+)"', _page(reader, "/releases/2025-12-13"))
    assert [int(order) for _, order in stages] == [1, 1, 2, 3, 3]
    assert {stage for stage, order in stages if order == "1"} == {"chernihiv", "vilnius"}


def test_nameless_members_are_counted_and_have_no_page(reader: Client) -> None:
    page = _page(reader, "/releases/2024-07-03")
    assert "<strong>17</strong> more are counted as members whom nobody names in public" in page


def test_who_remains_are_the_people_of_the_list(reader: Client) -> None:
    page = _page(reader, "/releases/2025-12-13?on=2026-03-19")
    (number,) = re.findall(r"<strong>(\d+)</strong> people</a> of this register held", page)
    listed = _page(reader, "/people?definition=held&on=2026-03-19")
    assert f"<strong>{number}</strong> people" in listed


def test_a_release_of_whose_members_nobody_is_known_says_nothing_of_who_remains(reader: Client) -> None:
    """The people of this register are held in another country."""
    page = _page(reader, "/releases/nicaragua-2023-02-09?on=2026-03-19")
    assert "No member is known to us by name." in page
    assert "Who remains" not in page and "Why the number changed" not in page


def test_a_release_nobody_spoke_of_is_not_here(reader: Client) -> None:
    assert reader.get("/releases/2031-01-01").status_code == 404
    assert reader.get("/releases/2025-12-13?known=2025-12-01").status_code == 404


def _page(reader: Client, address: str) -> str:
    answer = reader.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def _totals(page: str) -> dict[str, str]:
    return dict(re.findall(r"<div><dt>(\w+)</dt>(.*?)</div>", page, re.DOTALL))
