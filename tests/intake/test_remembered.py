"""What an editor decided of a row is used when a later version of its list is matched: nothing is asked twice, and a
difference once seen is never joined away."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.domain.judgements import SamePerson
from habeas.intake.decide import Ruling, decide
from habeas.intake.live import live as standing
from habeas.intake.outcome import Outcome
from habeas.intake.take import take
from tests.intake.conftest import SERGEI, TODAR, Write, catch_up

pytestmark = pytest.mark.database


def taken(path: Path) -> Outcome:
    catch_up()
    outcome = take(path, source="s-list", event="2026-02-01", editor="anna")
    catch_up()
    return outcome


def test_a_row_found_to_be_another_person_is_not_joined_again_by_a_later_version(held: Path, write: Write) -> None:
    first = taken(write("Росногорский Сергей\n"))
    assert [str(row.fate) for row in first.rows] == ["matched"]
    decide(first.listing, 1, Ruling.DIFFERENT, by="anna", other=SERGEI)
    later = taken(write("Росногорский Сергей\nMaryia Snehaluhskaya\n"))
    assert [str(row.fate) for row in later.rows] == ["not in the register", "matched"]
    assert SERGEI not in {line.claim.other for line in standing(SamePerson)}


def test_a_person_freed_by_a_difference_may_be_another_row_of_the_later_version(held: Path, write: Write) -> None:
    first = taken(write("Росногорский Сергей\n"))
    decide(first.listing, 1, Ruling.DIFFERENT, by="anna", other=SERGEI)
    later = taken(write("Росногорский Сергей\nСяргей Раснагорскі\n"))
    assert str(later.rows[0].fate) == "not in the register"
    assert [one.id for one in later.rows[1].meant] == [SERGEI]


def test_a_row_joined_by_an_editor_stays_joined_however_little_its_name_fits(held: Path, write: Write) -> None:
    first = taken(write("Дзядзька Ветразь\n"))
    assert [str(row.fate) for row in first.rows] == ["not in the register"]
    catch_up()
    decide(first.listing, 1, Ruling.SAME, by="anna", other=TODAR)
    later = taken(write("Дзядзька Ветразь\nMaryia Snehaluhskaya\n"))
    assert [str(row.fate) for row in later.rows] == ["matched", "matched"]
    assert [one.id for one in later.rows[0].meant] == [TODAR]


def test_somebody_joined_by_an_editor_is_not_given_to_a_second_row_unseen(held: Path, write: Write) -> None:
    first = taken(write("Дзядзька Ветразь\n"))
    decide(first.listing, 1, Ruling.SAME, by="anna", other=TODAR)
    later = taken(write("Дзядзька Ветразь\nТодар Ветрабродэнка\n"))
    assert [str(row.fate) for row in later.rows] == ["matched", "unclear"]
