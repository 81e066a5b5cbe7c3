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
    say(Candidate(PEOPLE[20], Wish(Wished.NOT_THESE, Basis.FAMILY, fields=("Detained",))))
    return live


def retract(subject: str, kind: str) -> None:
    line = next(iter(read.lines(subjects=[subject], kinds=[kind])))
    say(Candidate(subject, Retracted(line.number, "it was a mistake")))


CHANGES: dict[str, Callable[[], object]] = {
    "a name that comes first in the list": lambda: say(named(PEOPLE[40], "Abramovich Aleh")),
    "somebody new": lambda: say(named("p-new", "Нова Выдуманая", "be"), detained("p-new", "2024-06-01")),
    "somebody withdrawn": lambda: say(Candidate(PEOPLE[30], Withheld(0, Basis.FAMILY))),
    "one of a release freed": lambda: say(released(PEOPLE[6], "2024-08-02")),
    "a claim taken back": lambda: retract(PEOPLE[31], "Detained"),
    "a join": lambda: say(Candidate(PEOPLE[33], SamePerson(PEOPLE[32]))),
    "its parting": lambda: say(Candidate(PEOPLE[33], NotSamePerson(PEOPLE[32]))),
    "a source of everybody": lambda: say(Candidate("s-monitor", Captured("Monitor", "Notes", origin="one voice"))),
    "somebody withheld told of again": lambda: say(Candidate(PEOPLE[8], Born(day("1980-05-05")), MONITOR)),
    "somebody into a release": lambda: say(Candidate(PEOPLE[34], InBatch("b-1"), MONITOR)),
}


def kept_up(out: Path, changes: Sequence[str]) -> None:
    made(out)
    for place, change in enumerate(changes):
        CHANGES[change]()
        made(out)
        fresh = out.with_name(f"fresh-{place}")
        made(fresh)
        after, wanted = everything(out), everything(fresh)
        assert sorted(after) == sorted(wanted), change
        assert not [name for name in wanted if after[name] != wanted[name]], change


def test_a_copy_kept_up_is_a_copy_made_afresh(register: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By several processes, as a large one is made."""
    monkeypatch.setattr(publishing, "_ALONE", 0)
    kept_up(out, ["a name that comes first in the list", "somebody withdrawn"])


@pytest.mark.proof
@pytest.mark.parametrize("alone", [0, 1_000_000], ids=["several processes", "one process"])
def test_whatever_changes_a_copy_kept_up_is_one_made_afresh(
    register: Path, out: Path, monkeypatch: pytest.MonkeyPatch, alone: int
) -> None:
    monkeypatch.setattr(publishing, "_ALONE", alone)
    kept_up(out, list(CHANGES))
