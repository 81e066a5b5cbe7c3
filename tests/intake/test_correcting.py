"""Corrections are lines: they can be taken back, and each says who made it."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.domain.claims import Released
from habeas.domain.dates import PartialDate
from habeas.domain.judgements import NotSamePerson, SamePerson
from habeas.domain.lines import Candidate, Evidence
from habeas.domain.words import Basis, Status
from habeas.intake.correct import clear, join, part, retract, withhold
from habeas.intake.live import live as live_lines
from habeas.ledger.append import append
from habeas.ledger.read import last_number
from habeas.problems import BadInput
from habeas.register import queries
from habeas.register.answers import Audience
from habeas.register.answers_people import PersonAnswer, Redirect
from tests.intake.conftest import MARYIA, SERGEI

pytestmark = pytest.mark.database


def asked(person: str) -> PersonAnswer | Redirect | None:
    return queries.person(person, queries.lens("2025-01-01", None, Audience.DRAFT))


def status(person: str) -> Status:
    answer = asked(person)
    assert isinstance(answer, PersonAnswer)
    return answer.status


def test_a_line_taken_back_gives_way_to_what_stood_before(held: Path) -> None:
    released = Released(PartialDate.parse("2024-12-01"))
    (number,) = append([Candidate(SERGEI, released, Evidence("s-press"))])
    assert status(SERGEI) is Status.FREE_IN_COUNTRY
    (taken,) = retract(number, reason="another man was meant", by="anna")
    assert status(SERGEI) is Status.HELD
    with pytest.raises(BadInput, match="already"):
        retract(number, reason="again", by="anna")
    retract(taken, reason="it was him after all", by="boris")
    assert status(SERGEI) is Status.FREE_IN_COUNTRY


def test_a_person_is_withheld_and_shown_again(held: Path) -> None:
    withhold(SERGEI, basis=Basis.FAMILY, by="anna")
    assert asked(SERGEI) is None
    clear(SERGEI, by="anna")
    assert status(SERGEI) is Status.HELD
    with pytest.raises(BadInput, match="isn't withheld"):
        clear(SERGEI, by="anna")


def test_two_ids_are_joined_and_parted_and_joined_again(held: Path) -> None:
    join(MARYIA, SERGEI, by="anna")
    assert asked(MARYIA) == Redirect(SERGEI)
    part(SERGEI, MARYIA, by="boris")
    assert isinstance(asked(MARYIA), PersonAnswer) and len(live_lines(NotSamePerson)) == 1
    with pytest.raises(BadInput, match="already"):
        part(SERGEI, MARYIA, by="boris")
    join(SERGEI, MARYIA, by="anna")
    assert asked(MARYIA) == Redirect(SERGEI)
    assert len(live_lines(SamePerson)) == 1 and not live_lines(NotSamePerson)
    with pytest.raises(BadInput, match="already"):
        join(MARYIA, SERGEI, by="anna")


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (lambda: retract(99999, reason="why", by="anna"), "no line"),
        (lambda: retract(1, reason="why", by="anna"), "can't be taken back"),
        (lambda: retract(5, reason=" ", by="anna"), "--reason"),
        (lambda: retract(5, reason="why", by=""), "--by"),
        (lambda: withhold("p-nobody", basis=Basis.COURT, by="anna"), "neither"),
        (lambda: withhold("99999999", basis=Basis.COURT, by="anna"), "no line"),
        (lambda: join(SERGEI, SERGEI, by="anna"), "twice"),
        (lambda: part(SERGEI, "p-nobody", by="anna"), "no person"),
    ],
)
def test_what_cannot_be_corrected_is_told_and_nothing_is_written(held: Path, wrong, told: str) -> None:  # type: ignore[no-untyped-def]
    before = last_number()
    with pytest.raises(BadInput, match=told):
        wrong()
    assert last_number() == before
