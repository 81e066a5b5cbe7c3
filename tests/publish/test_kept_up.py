"""A copy that is kept up is a copy made afresh, whatever changed between: what was taken over leaves no trace."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from habeas.domain.claims import BatchAnnounced, Born, Captured, InBatch, Wish
from habeas.domain.judgements import NotSamePerson, Retracted, SamePerson, Withheld
from habeas.domain.lines import Candidate
from habeas.domain.words import Basis, Wished
from habeas.ledger import read
from habeas.publish import publish as publishing
from habeas.register.project import catch_up, rebuild
from tests.publish.conftest import everything, made
from tests.register.conftest import MONITOR, day, detained, named, released, say

PEOPLE = [f"p-{number:02}" for number in range(56)]
"""More than stand on one page of a list."""


@pytest.fixture
def register(live: Path) -> Path:
    """People of whom some were withheld before anything was published, and some are told of in part."""
    say(Candidate("s-monitor", Captured("Monitor", "Notes", "https://monitor.example/1", day("2024-05-02"))))
    for number, one in enumerate(PEOPLE):
        say(named(one, f"Vydumany Yanka {number}"), detained(one, f"2024-0{1 + number % 4}-11"))
    say(Candidate("b-1", BatchAnnounced("A release", day("2024-08-01"), "Monitor", 9), MONITOR))
    say(*(Candidate(one, InBatch("b-1"), MONITOR) for one in PEOPLE[:8]))
    say(*(released(one, "2024-08-01") for one in PEOPLE[:6]))
    say(*(Candidate(one, Withheld(0, Basis.FAMILY)) for one in PEOPLE[5:12:3]))
    say(Candidate(PEOPLE[20], Wish(Wished.NOT_NAMED, Basis.FAMILY)) if hasattr(Wished, "NOT_NAMED") else named("p-x"))
    return live
