"""A page with numbers says of when they are, under which definition, and how to be shown the same again."""

from __future__ import annotations

import html
import re

import pytest
from django.test import Client

BALANCE = "/balance?from=2025-11-22&to=2025-12-15"
WITH_A_DEFINITION = ["/", "/counts", BALANCE, "/pictures"]
NUMBERED = [*WITH_A_DEFINITION, "/estimates", "/releases/2025-12-13", "/agreements/belarus-us-2025-12", "/recognisers"]
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
