"""The page of estimates: each with its table, its doubt, and the reason where there is none."""

from __future__ import annotations

from django.test import Client


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


def test_a_day_that_is_none_is_refused_on_the_page(reader: Client) -> None:
    answer = reader.get("/estimates", {"around": "2025-02-30"})
    assert answer.status_code == 200
    assert "is no day" in answer.content.decode()


def test_the_page_is_found_on_the_day_that_is_asked_for(reader: Client) -> None:
    body = reader.get("/estimates", {"on": "2016-01-01"}).content.decode()
    assert "fewer than 5 tell nothing" in body
