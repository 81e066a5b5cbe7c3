"""Whom a name may mean, asked of the index that stands while the register grows: as of one that is made anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.linkage.one_list import link
from habeas.names.people import Asked, Verdict
from habeas.register import queries
from habeas.register.answers import Audience
from tests.register.conftest import named, say

pytestmark = pytest.mark.database
NAMES = ("Hanna Vydumanaya", "Volha Vydumanaya", "Ганна Выдуманая", "Hanna Snehaluh", "Nobody Atall")


@pytest.mark.parametrize("without", [set(), {"p-anna"}, {"p-anna", "p-new"}])
def test_without_some_it_is_as_if_the_register_had_never_held_them(two: Path, without: set[str]) -> None:
    say(named("p-new", "Hanna Vydumanaja"))
    lens = queries.lens(None, None, Audience.DESK)
    queries.make_names_ready(lens)
    say(named("p-third", "Volha Vydumanaya"))
    lens = queries.lens(None, None, Audience.DESK)
    others = [one for one in queries.names_of_people() if one[0] not in without]
    for name in NAMES:
        (wanted,) = link([Asked(name)], others)
        told = queries.meant_by(Asked(name), lens, without)
        # Beside the index that stands a surname is as rare as among the newcomers alone: whether to look is the same.
        assert (told.verdict is Verdict.ABSENT) is (wanted.verdict is Verdict.ABSENT), name
        assert {one.id for one in told.candidates}.isdisjoint(without)
