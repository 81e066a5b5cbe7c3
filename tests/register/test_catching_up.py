"""Whatever happens to a ledger, catching up gives the rows that a rebuild gives."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from habeas.domain.claims import (
    Captured,
    Charged,
    Claim,
    Detained,
    InBatch,
    Named,
    Recognised,
    RecognitionWithdrawn,
    Released,
    RowPrinted,
    SameOrigin,
    SeenFree,
    SeenHeld,
    Wish,
)
from habeas.domain.judgements import (
    Accepted,
    Cleared,
    NewPerson,
    NotAPerson,
    NotSamePerson,
    Rejected,
    Retracted,
    SamePerson,
    Unsure,
    Withheld,
)
from habeas.domain.lines import Candidate, Evidence
from habeas.domain.words import Basis, Nearness, Wished
from habeas.ledger import read
from habeas.ledger.append import append
from habeas.ledger.erase import ask_erasure, confirm_erasure
from habeas.register import project, queries
from habeas.register.answers import Audience
from tests.register.conftest import day, detained, generations, named, rows, say

pytestmark = pytest.mark.database

PEOPLE = [f"p-{letter}" for letter in "abcdefghij"]
SOURCES = [f"s-{letter}" for letter in "klmno"]
SEEDS = 8
"""How many random histories."""


def anything(luck: random.Random, last: int) -> Candidate:
    """Any claim or judgement that can be said, about few people, so that everything meets everything."""
    one, other, source = luck.choice(PEOPLE), luck.choice(PEOPLE), luck.choice(SOURCES)
    when = day(luck.choice(["2024-05", "2024-06-01", "2024-07-01/2024-07-09", "2024-09-30", "2025"]))
    about: list[Claim] = [
        Named(f"Name {luck.randrange(4)}", luck.choice(["en", "be"])),
        Detained(when),
        Released(when),
        SeenHeld(when, still=luck.random() < 0.5, facility="by.pk-15"),
        SeenFree(when),
        Charged(("by.cc.342",), when),
        Recognised("viasna", when),
        RecognitionWithdrawn("viasna", when),
        RowPrinted("l-list", luck.randrange(9), "printed"),
        InBatch("2024-release", "first"),
        Wish(luck.choice(list(Wished)), Basis.FAMILY),
        SamePerson(other),
        SamePerson(other),
        NotSamePerson(other),
        Unsure(other),
        NewPerson(),
        NotAPerson(),
        Withheld(0, Basis.FAMILY),
        Cleared(0),
    ]
    if luck.random() < 0.15:
        published = day(luck.choice(["2024-05-03", "2024-08-01"]))
        said = luck.choice(
            [Captured("Paper", "T", published=published, origin=luck.choice(["", "wire"])), SameOrigin("s-k")]
        )
        return Candidate(source, said)
    if luck.random() < 0.25:
        line = luck.randrange(2, last + 1)
        judged = luck.choice([Retracted(line), Retracted(line), Withheld(line, Basis.SECURITY), Cleared(line)])
        return Candidate(one, judged)
    if luck.random() < 0.4:
        line = luck.randrange(2, last + 1)
        return Candidate(
            one, luck.choice([Accepted(line), Accepted(line), Accepted(line), Rejected(line)]), None, f"eve-{last}"
        )
    evidence = Evidence(source, luck.choice(["A", "B"]), nearness=luck.choice(list(Nearness)))
    return Candidate(one, luck.choice(about), evidence)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_catching_up_gives_the_rows_of_a_rebuild(live: Path, seed: int) -> None:
    luck = random.Random(seed)
    append([named(person, f"Name {person}") for person in PEOPLE])
    project.catch_up()
    for _ in range(12):
        last = read.last_number()
        say(*(anything(luck, last) for _ in range(luck.randrange(1, 9))))
        caught_up = rows()
        project.rebuild()
        assert rows() == caught_up
        assert all(caught_up[table] for table in ("register_member", "register_name"))


def test_what_was_erased_leaves_the_rows_as_a_rebuild_does(two: Path) -> None:
    (number,) = say(named("p-anna", "Hanna Other"))
    asked = ask_erasure(number, editor="anna", reason="the family asked")
    confirm_erasure(number, editor="boris")
    project.catch_up()
    caught_up = rows()
    project.rebuild()
    assert asked and rows() == caught_up
    assert "Hanna Other" not in {row[5] for row in caught_up["register_name"]}


def test_a_register_that_lags_behind_catches_up_when_it_is_asked(two: Path) -> None:
    append([named("p-late", "Late Comer"), detained("p-late", "2024-06-01")])
    assert queries.count("held", queries.lens("2024-07-01", None, Audience.DRAFT)).low == 3


def test_a_rebuild_leaves_one_making_of_the_tables_behind(two: Path) -> None:
    before = rows()
    project.rebuild()
    project.rebuild()
    assert rows() == before


def test_nothing_new_writes_nothing(two: Path) -> None:
    before = rows()
    project.catch_up()
    assert rows() == before


def test_two_who_make_the_tables_at_once_leave_one_making(two: Path) -> None:
    before = rows()
    began = []

    def meanwhile(done: int, total: int) -> None:
        if not began:
            began.append(done)
            project.rebuild()

    assert project.rebuild(meanwhile) == read.last_number()
    assert began and rows() == before
    assert all(len(generations(table)) <= 1 for table in project.ALL_TABLES)


def test_new_words_or_a_new_program_make_the_tables_anew(two: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, generation = rows(), project.generation()
    monkeypatch.setattr(project, "CODE", "9.9.9")
    assert not project.is_current()
    project.catch_up()
    assert project.is_current() and project.generation() != generation and rows() == before
