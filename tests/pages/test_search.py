"""Search: every script, by post alone, and what it means that nobody is found."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.pages.conftest import STEFANOVIC


@pytest.mark.parametrize(
    "name",
    ["Валянцін Стэфановіч", "Валентин Стефанович", "Valiantsin Stefanovic", "Valancin Stefanovič", "Стефановіч В."],
)
def test_a_name_is_found_in_any_script(reader: Client, name: str) -> None:
    page = reader.post("/search", {"name": name}).content.decode()
    assert f'href="/people/{STEFANOVIC}"' in page


@pytest.mark.parametrize(
    "name",
    ["Стефанович Валентин, 60 лет, Минск", "СТЕФАНОВИЧ\u00a0ВАЛЕНТИН", "Стефано́вич Валенти́н", "«Валентин Стефанович»"],
)
def test_a_name_is_found_whatever_is_pasted_with_it(reader: Client, name: str) -> None:
    assert f'href="/people/{STEFANOVIC}"' in reader.post("/search", {"name": name}).content.decode()


@pytest.mark.parametrize("name", ["გიორგი მელაძე", "محمد علي حسن", "王小明", "\U0001f642", "(((((", "1."])
def test_a_name_of_another_script_or_none_finds_nobody_in_words(reader: Client, name: str) -> None:
    answer = reader.post("/search", {"name": name})
    assert answer.status_code in (200, 400) and '<th scope="row">' not in answer.content.decode()


def test_a_search_that_finds_nobody_says_what_that_does_not_mean(reader: Client) -> None:
    page = reader.post("/search", {"name": "Wilhelmina Oyelaran-Fitzgerald"}).content.decode()
    assert "Nobody of this name stands in the register." in page
    assert "Lists are incomplete; this does not mean that they are still held" in page
    assert '<th scope="row">' not in page


@pytest.mark.parametrize("surname", ["Тихановский", "Cichanouski", "Tikhanovskaya"])
def test_a_bare_surname_is_no_certain_answer_and_nobody_is_denied(reader: Client, surname: str) -> None:
    page = reader.post("/search", {"name": surname}).content.decode()
    assert "Nobody of this name stands in the register." not in page
    assert "Tsikhanouski" in page


def test_the_name_stands_in_no_address_of_the_page(reader: Client) -> None:
    page = reader.post("/search?on=2025-12-14", {"name": "Valiantsin Stefanovic"}).content.decode()
    addresses = page.split('href="')[1:] + page.split('action="')[1:]
    assert not any("Stefanovic" in address.partition('"')[0] for address in addresses)
    assert f"/people/{STEFANOVIC}?on=2025-12-14" in page


def test_an_address_with_a_name_in_it_searches_for_nobody(reader: Client) -> None:
    page = reader.get("/search?name=Stefanovic").content.decode()
    assert "Who may be meant" not in page and "Nobody of this name" not in page


def test_the_day_can_be_changed_without_losing_the_name(reader: Client) -> None:
    asked = {"name": "Valiantsin Stefanovic", "on": "2025-12-14", "known": "2025-12-14"}
    page = reader.post("/search", asked).content.decode()
    assert '<input type="hidden" name="name" value="Valiantsin Stefanovic">' in page
    assert f'href="/people/{STEFANOVIC}?on=2025-12-14&amp;known=2025-12-14"' in page
    assert "free abroad" in page


@pytest.mark.parametrize("name", ["x" * 10_000, "a\x00b"])
def test_what_is_no_name_is_refused_in_words_or_finds_nobody(reader: Client, name: str) -> None:
    answer = reader.post("/search", {"name": name})
    assert answer.status_code in (200, 400)
    assert "Write at most" in answer.content.decode() or "Nobody of this name" in answer.content.decode()
