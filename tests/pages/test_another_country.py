"""A register about another country: every page of numbers works, and none speaks of the country of the example."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client

from habeas.domain.claims import Born, Captured, Detained, Gendered, Recognised, Released
from habeas.domain.lines import Candidate
from habeas.domain.words import Gender
from tests.ledger.conftest import empty as empty
from tests.ledger.conftest import live as live
from tests.ledger.conftest import template as template
from tests.register.conftest import MONITOR, agree, day, named, say

pytestmark = pytest.mark.only_on("sqlite")
PAGES = [
    "/",
    "/counts?by=region",
    "/counts?by=facility",
    "/counts?by=sex",
    "/counts?by=age",
    "/counts?by=recogniser",
    "/counts.csv?by=region",
    "/balance?from=2024-05-01&to=2024-08-01",
    "/recognisers",
    "/recognisers/comparison?one=amnesty&other=wgad",
    "/pictures",
    "/pictures/where.csv",
    "/estimates",
    "/definitions",
]


@pytest.fixture
def cuba(live: Path) -> Iterator[Client]:
    """Nine people held in a prison that the vocabulary doesn't know; all invented."""
    say(Candidate("s-monitor", Captured("Monitor", "Notes", published=day("2024-05-02"))))
    for place in range(9):
        one = f"p-{place:010x}"
        claims = [
            Detained(day("2024-05-01"), facility="cu.combinado" if place < 7 else ""),
            Gendered(Gender.FEMALE if place % 3 else Gender.MALE),
            Born(day(str(1960 + 5 * place))),
            Recognised("amnesty" if place % 2 else "wgad", day("2024-06-01")),
            *([Released(day("2024-07-01"))] if place == 8 else []),
        ]
        say(named(one, f"Persona {place} Inventada"), *(Candidate(one, claim, MONITOR) for claim in claims))
    agree()
    yield Client(headers={"host": "localhost"})


def test_pages_of_numbers_say_nothing_of_a_country_in_which_nobody_is_held(cuba: Client) -> None:
    for address in PAGES:
        answer = cuba.get(address)
        assert answer.status_code == 200, address
        body = answer.content.decode().partition("<main")[2] or answer.content.decode()
        assert "Minsk" not in body and "Brest" not in body, address
    assert 'class="chart tiles' not in cuba.get("/pictures").content.decode()
