"""Every kind of claim, every field and every table is decided on: let out or kept back, by name."""

from __future__ import annotations

import dataclasses
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from habeas.domain import judgements as judgements
from habeas.domain.claims import KINDS
from habeas.domain.lines import Evidence
from habeas.publish.allowed import ALLOWED, EDITIONS, EVIDENCE, KEPT_BACK, TABLES, WORDS_KEPT_BACK
from habeas.publish.layout import DATA
from tests.publish.conftest import made


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_each_kind_is_decided_on_and_each_field_of_it(kind: str) -> None:
    assert (kind in ALLOWED) != (kind in KEPT_BACK), f"Say in allowed.py whether {kind} may go out."
    if kind in ALLOWED:
        fields = {field.name for field in dataclasses.fields(KINDS[kind])}  # type: ignore[arg-type]
        assert ALLOWED[kind].decided == fields, f"Say in allowed.py which of {kind}'s fields may go out."


def test_nothing_is_decided_on_that_is_not_there() -> None:
    assert set(ALLOWED) | set(KEPT_BACK) == set(KINDS)
    assert EVIDENCE.decided == {field.name for field in dataclasses.fields(Evidence)}
    assert set(WORDS_KEPT_BACK) <= set(ALLOWED)
    for kinds in EDITIONS.values():
        for kind, names in kinds.items():
            assert names <= ALLOWED[kind].goes


@pytest.mark.database
def test_a_copy_has_the_tables_that_are_allowed(small: Path, out: Path) -> None:
    made(out)
    with closing(sqlite3.connect(out / DATA)) as database:
        found = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert found - {"sqlite_sequence"} == TABLES
