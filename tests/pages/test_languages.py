"""Each page is there in every language, at an address that alone says which."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.test import Client

from habeas.domain.words import Bound
from tests.pages.conftest import STEFANOVIC

CODES = [code for code, _ in settings.LANGUAGES]


def at(code: str, address: str) -> str:
    return address if code == "en" else f"/{code}{address}"


@pytest.mark.parametrize("code", CODES)
def test_a_page_says_its_language_and_leads_to_the_others(reader: Client, code: str) -> None:
    answer = reader.get(at(code, "/people"), {"status": "held"})
    assert answer.headers["Content-Language"] == code
    body = answer.content.decode()
    assert f'<html lang="{code}">' in body
    for other in CODES:
        assert f'href="{at(other, "/people")}?status=held"' in body


def test_the_browser_is_not_asked_for_its_language(reader: Client) -> None:
    answer = reader.get("/people", headers={"accept-language": "ru,be;q=0.9"})
    assert answer.headers["Content-Language"] == "en"
    assert "Accept-Language" not in answer.headers.get("Vary", "")


@pytest.mark.parametrize(("code", "day"), [("en", "13 December 2025"), ("be", "13 "), ("ru", "13 ")])
def test_links_stay_in_the_language(reader: Client, code: str, day: str) -> None:
    body = reader.get(at(code, "/"), {"on": "2025-12-13"}).content.decode()
    assert day in body
    assert f'href="{at(code, "/releases")}' in body


def test_the_vocabulary_is_told_in_the_language(reader: Client) -> None:
    told = {code: reader.get(at(code, "/definitions")).content.decode() for code in CODES}
    assert "In custody" in told["en"]
    assert "Пад вартай" in told["be"]
    assert "Под стражей" in told["ru"]


def test_how_exact_a_published_number_is_is_told_in_the_language(reader: Client) -> None:
    meanings = [bound.meaning for bound in Bound if bound is not Bound.EXACTLY]
    told = {code: reader.get(at(code, "/recognisers")).content.decode() for code in CODES}
    assert any(f"{meaning}: " in told["en"] for meaning in meanings)
    for code in ("be", "ru"):
        assert not any(f"{meaning}: " in told[code] for meaning in meanings)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    "address", ["/pictures", "/estimates", f"/people/{STEFANOVIC}", "/agreements/belarus-us-2025-12"]
)
def test_a_drawing_has_its_places_in_no_language(reader: Client, code: str, address: str) -> None:
    """A comma in a number, as Belarusian and Russian write it, moves a word to the top and ends a line."""
    body = reader.get(at(code, address)).content.decode()
    placed = re.findall(r' (?:x|y|dy|width|height|cx|cy|r)="[^"]*"| d="M[^"]*"', body)
    assert placed and not [one for one in placed if "," in one]
