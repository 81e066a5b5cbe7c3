"""What is withheld is not there for the public, at any moment of our past; and not to be told from what never was."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.domain.claims import Born, HealthReported, InBatch, Wish
from habeas.domain.judgements import Cleared, SamePerson, Withheld
from habeas.domain.lines import Candidate
from habeas.domain.words import Basis, Health, Status, Wished
from habeas.register import queries
from habeas.register.answers import Audience
from habeas.register.answers_people import Filters, PersonAnswer
from tests.register import conftest
from tests.register.conftest import MONITOR, agree, day, named, released

pytestmark = pytest.mark.database

ON = "2024-09-01"


@pytest.fixture(autouse=True)
def agreed(two: Path) -> None:
    agree()


def say(*candidates: Candidate) -> list[int]:
    """What two editors say."""
    numbers = conftest.say(*candidates)
    agree()
    return numbers


def public(id: str, known: str | None = None) -> object:
    return queries.person(id, queries.lens(ON, known))


def desk(id: str) -> PersonAnswer:
    answer = queries.person(id, queries.lens(ON, None, Audience.DESK))
    assert isinstance(answer, PersonAnswer)
    return answer


def test_a_person_withheld_is_absent_in_every_answer(two: Path) -> None:
    say(Candidate("p-anna", InBatch("2024-08"), MONITOR), Candidate("p-anna", Withheld(0, Basis.FAMILY)))
    lens = queries.lens(ON, None)
    assert public("p-anna") is None is public("p-never-was")
    assert "p-anna" not in {row.id for row in queries.people(Filters(), 1, lens).rows}
    assert "p-anna" not in {one.id for one in queries.find("Hanna Vydumanaya", lens)}
    assert queries.count("held", lens).high == 1
    source = queries.source("s-monitor", lens)
    assert source is not None and {claim.subject for claim in source.claims} == {"p-ivan"}
    assert desk("p-anna").status is Status.HELD


def test_withholding_holds_for_every_moment_of_our_past(two: Path) -> None:
    known = queries.lens(None, None).known_at.isoformat()
    assert isinstance(public("p-anna", known), PersonAnswer)
    say(Candidate("p-anna", Withheld(0, Basis.PERSON)))
    assert public("p-anna", known) is None


def test_who_is_joined_to_a_withheld_person_is_withheld_too(two: Path) -> None:
    say(Candidate("p-anna", Withheld(0, Basis.SECURITY)))
    say(named("p-row", "Hanna Vydumanaya"), released("p-row", "2024-08-01"), Candidate("p-row", SamePerson("p-anna")))
    assert public("p-row") is None and public("p-anna") is None
    assert desk("p-anna").status is Status.FREE_IN_COUNTRY


def test_a_withheld_line_changes_the_public_status_alone(two: Path) -> None:
    (number,) = say(released("p-anna", "2024-08-01"))
    say(Candidate("p-anna", Withheld(number, Basis.SECURITY)))
    answer = public("p-anna")
    assert isinstance(answer, PersonAnswer) and answer.status is Status.HELD
    assert number not in {claim.number for claim in answer.claims}
    assert desk("p-anna").status is Status.FREE_IN_COUNTRY
    say(Candidate("p-anna", Cleared(number)))
    answer = public("p-anna")
    assert isinstance(answer, PersonAnswer) and answer.status is Status.FREE_IN_COUNTRY


@pytest.mark.parametrize("wished", [Wished.NOTHING_PUBLIC, Wished.NO_NAME_IN_RELEASE])
def test_a_wish_withholds_and_a_later_one_shows_again(two: Path, wished: Wished) -> None:
    say(Candidate("p-anna", Wish(wished, Basis.PERSON), MONITOR))
    assert public("p-anna") is None
    say(Candidate("p-anna", Wish(Wished.MAY_BE_NAMED, Basis.PERSON), MONITOR))
    assert isinstance(public("p-anna"), PersonAnswer)


def test_health_is_never_public_and_a_birthday_is_its_year(two: Path) -> None:
    say(
        Candidate("p-anna", HealthReported(Health.SERIOUS, day("2024-06-01")), MONITOR),
        Candidate("p-anna", Born(day("1990-05-04")), MONITOR),
    )
    answer = public("p-anna")
    assert isinstance(answer, PersonAnswer)
    told = {claim.kind: claim for claim in answer.claims}
    assert "HealthReported" not in told and told["Born"].sentence == "Born in 1990."
    assert "05-04" not in repr(told["Born"])
    assert {claim.kind for claim in desk("p-anna").claims} >= {"HealthReported", "Born"}


def test_editors_are_not_named_in_public(two: Path) -> None:
    say(Candidate("p-anna", released("p-anna", "2024-08-01").claim, MONITOR, "editor-one"))
    answer = public("p-anna")
    assert "editor-one" not in repr(answer)
    assert "editor-one" in {claim.editor for claim in desk("p-anna").claims}
