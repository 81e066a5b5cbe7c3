"""A reader sees a person by the name in their own language or script, where a source gives one."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.utils.translation import override

from habeas.domain.claims import Named
from habeas.domain.lines import Candidate
from habeas.domain.words import NameForm
from habeas.register import queries
from habeas.register.answers import Audience, Lens
from habeas.register.answers_people import Filters, PersonAnswer
from tests.register.conftest import MONITOR, detained, named, say

pytestmark = pytest.mark.database

ENGLISH, BELARUSIAN, RUSSIAN = "Hanna Vydumanaya", "Ганна Выдуманая", "Анна Выдуманная"


def now() -> Lens:
    return queries.lens("2024-09-01", None, Audience.DRAFT)


def seen_as(language: str) -> set[str]:
    """How a page, a list, a search, a count, and a name in brief call the one person, asked in that language."""
    with override(language):
        page = queries.person("p-anna", now())
        assert isinstance(page, PersonAnswer)
        assert page.names[0].text == page.name
        (row,) = queries.people(Filters(), 1, now()).rows
        found = queries.find(ENGLISH, now())[0]
        (counted,) = queries.behind("held", now()).people
        (brief,) = queries.in_brief(["p-anna"], now()).values()
    assert set(row.other_names) == {ENGLISH, BELARUSIAN, RUSSIAN, "Ганна"} - {row.name}
    return {page.name, row.name, found.name, found.names[0], counted.name, brief.name}


@pytest.fixture
def anna(live: Path) -> None:
    short = Candidate("p-anna", Named("Ганна", "be", NameForm.PEN), MONITOR)
    texts = ((RUSSIAN, "ru"), (ENGLISH, "en"), (BELARUSIAN, "be"))
    say(short, *(named("p-anna", text, language) for text, language in texts), detained("p-anna", "2024-05-01"))


def test_each_reader_sees_the_name_of_their_language_first_whoever_asked_before(anna: None) -> None:
    for _ in range(2):
        assert seen_as("en") == {ENGLISH}
        assert seen_as("be") == {BELARUSIAN}
        assert seen_as("ru") == {RUSSIAN}


def test_where_no_source_gives_it_the_other_name_in_the_same_letters_stands_first(live: Path) -> None:
    say(named("p-anna", ENGLISH), named("p-anna", RUSSIAN, "ru"), detained("p-anna", "2024-05-01"))
    with override("be"):
        assert queries.people(Filters(), 1, now()).rows[0].name == RUSSIAN
