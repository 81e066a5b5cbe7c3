"""No reader is shown a key of the vocabulary or of a source in place of words, in any of the three languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import pytest
from django.conf import settings
from django.test import Client

from habeas.domain.claims import StageMoved
from habeas.domain.words import Status
from habeas.ledger import read
from habeas.register import queries
from habeas.vocabulary.load import load
from tests.pages.conftest import STATKEVICH, STEFANOVIC

_SHELVES = ("places", "facilities", "articles", "penalties", "regimes", "recognisers", "rulesets", "criteria")
_NO_WORDS = re.compile(r"<(style|script|code)\b.*?</\1>|<[^>]*>", re.DOTALL)
_TOKEN = re.compile(r"[\w.-]*\w")
_WORDS_TOO = ("back", "inside")
"""Keys of stages that a sentence may use as words."""
_PAGES = (
    "/",
    "/people",
    "/releases",
    "/agreements",
    "/counts",
    "/recognisers",
    "/pictures",
    "/definitions",
    "/changes",
)


def keys() -> Iterator[str]:
    """Whatever is no word of a language: what is written with a mark in it."""
    for shelf in _SHELVES:
        yield from (key for key in getattr(load(), shelf) if re.search(r"[._]|^[a-z]+-[a-z]+$", key))
    yield from (status.value for status in Status if "_" in status.value)
    yield from (one.key for one in queries.definitions() if re.search(r"[._-]", one.key))


def stages() -> Iterator[str]:
    """In small letters no text names a place."""
    claims = (line.claim for line in read.lines(kinds=[StageMoved.KIND]))
    yield from (one.stage for one in claims if isinstance(one, StageMoved) and one.stage not in _WORDS_TOO)


def shown(client: Client, address: str) -> list[str]:
    response = client.get(address)
    assert response.status_code == 200, address
    main = response.content.decode().partition("<main")[2]
    return _TOKEN.findall(unescape(_NO_WORDS.sub(" ", main)))


def pages() -> list[str]:
    lens = queries.lens(None, None)
    releases = [f"/releases/{one.id}" for one in queries.batches(lens)]
    sources = [f"/sources/{one.id}" for one in queries.sources(lens)[:3]]
    people = [f"/people/{one}" for one in (STEFANOVIC, STATKEVICH)]
    members = (one.person for each in releases for one in queries.batch(each.rpartition("/")[2], lens).members)  # type: ignore[union-attr]
    return [*_PAGES, *releases, *sources, *people, *sorted(f"/people/{one}" for one in {*members} - {None})[:12]]


@pytest.mark.parametrize("language", [code for code, _ in settings.LANGUAGES])
def test_no_key_stands_for_a_word(reader: Client, language: str) -> None:
    never, lower = frozenset(keys()), frozenset(stages())
    assert len(never) > 100 and "lithuania" in lower
    before = "" if language == settings.LANGUAGE_CODE else f"/{language}"
    found = {
        (address, token) for address in pages() for token in shown(reader, before + address) if token in never | lower
    }
    assert sorted(found) == []
