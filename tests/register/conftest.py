"""A ledger of its own for each test, the worked example to ask, and the register's rows to compare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from habeas.domain.claims import Captured, Detained, Named, Released
from habeas.domain.dates import PartialDate
from habeas.domain.lines import Candidate, Evidence
from habeas.domain.words import Nearness
from habeas.example.build import build
from habeas.intake.accepting import accept
from habeas.ledger.append import append
from habeas.register import project
from tests.ledger.conftest import empty as empty
from tests.ledger.conftest import live as live
from tests.ledger.conftest import template as template

MONITOR = Evidence("s-monitor", "Monitor", nearness=Nearness.MONITOR)
PRESS = Evidence("s-press", "Press", nearness=Nearness.PRESS)


def day(text: str) -> PartialDate:
    return PartialDate.parse(text)


def named(subject: str, name: str, language: str = "en") -> Candidate:
    return Candidate(subject, Named(name, language), MONITOR)


def detained(subject: str, when: str, evidence: Evidence = MONITOR) -> Candidate:
    return Candidate(subject, Detained(day(when)), evidence)


def released(subject: str, when: str, evidence: Evidence = MONITOR) -> Candidate:
    return Candidate(subject, Released(day(when)), evidence)


def say(*candidates: Candidate) -> list[int]:
    """Append, and let the register catch up."""
    numbers = append(list(candidates))
    project.catch_up()
    return numbers


def agree(by: str = "second") -> None:
    """A second editor accepts all that waits, so that the public sees it."""
    accept(["all"], by=by)
    project.catch_up()


def rows() -> dict[str, Counter[tuple[Any, ...]]]:
    """All rows that are read, without the columns that say which making of the tables they belong to."""
    return {table: Counter(_rows(table)) for table in project.ALL_TABLES}


def generations(table: str) -> set[int]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT DISTINCT generation FROM {table}")
        return {one for (one,) in cursor.fetchall()}


def _rows(table: str) -> Iterator[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} WHERE generation = %s", [project.generation()])
        columns = [column[0] for column in cursor.description]
        kept = [place for place, name in enumerate(columns) if name not in ("id", "generation")]
        yield from (tuple(row[place] for place in kept) for row in cursor.fetchall())


@pytest.fixture
def two(live: Path) -> Path:
    """Two people held since May 2024."""
    say(
        Candidate("s-monitor", Captured("Monitor", "Notes", published=day("2024-05-02"))),
        Candidate("s-press", Captured("Press", "News", published=day("2024-05-02"))),
        named("p-anna", "Hanna Vydumanaya"),
        named("p-anna", "Ганна Выдуманая", "be"),
        detained("p-anna", "2024-05-01"),
        named("p-ivan", "Ivan Nebyvaly"),
        detained("p-ivan", "2024-05-01"),
    )
    return live


@pytest.fixture
def example(empty: Path) -> Path:
    """The worked example, replayed."""
    build(None)
    project.rebuild()
    return empty
