"""What is for editors of a group alone is there for these, and in no answer for anybody else."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pytest

from habeas.domain.claims import InBatch, Released
from habeas.domain.judgements import Restricted, Retracted, SamePerson
from habeas.domain.lines import Candidate
from habeas.domain.words import Status
from habeas.intake.accepting import accept
from habeas.intake.correct import restrict
from habeas.ledger import read
from habeas.ledger.sight import seeing_everything
from habeas.names import Asked
from habeas.register import project, queries
from habeas.register.answers import Audience, ClaimShown, Lens
from habeas.register.answers_people import Filters, PersonAnswer
from habeas.register.restrictions import looking_as
from tests.register.conftest import MONITOR, agree, day, named, rows, say

pytestmark = pytest.mark.database
ON = "2024-09-01"


@pytest.fixture
def restricted(two: Path) -> Path:
    agree()
    say(Candidate("p-anna", InBatch("2024-08"), MONITOR))
    restrict("p-anna", group="minors", by="boris")
    project.catch_up()
    return two


def seen(groups: Collection[str], audience: Audience = Audience.DESK) -> set[str]:
    """Everything that tells of p-anna, by name of the question."""
    with looking_as(groups):
        lens = queries.lens(ON, None, audience)
        found = {
            "person": queries.person("p-anna", lens) is not None,
            "list": "p-anna" in {row.id for row in queries.people(Filters(), 1, lens).rows},
            "search": "p-anna" in {one.id for one in queries.find("Hanna Vydumanaya", lens)},
            "candidates": "p-anna" in {one.id for one in queries.may_be([Asked("Hanna Vydumanaya")], lens)[0]},
            "count": queries.count("held", lens).high == 2,
            "source": "p-anna" in {claim.subject for claim in _claims(lens)},
            "history": bool(queries.changes("p-anna", lens)),
            "names": "p-anna" in {one[0] for one in queries.names_of_people()},
            "waiting": "p-anna" in {line.subject for line in queries.waiting()},
            "lines": "p-anna" in {line.subject for line in read.lines()},
            "judging": any(isinstance(line.claim, Restricted) for line in read.lines()),
            "there": read.has("p-anna"),
        }
    return {name for name, told in found.items() if told}


def _claims(lens: Lens) -> Collection[ClaimShown]:
    answer = queries.source("s-monitor", lens)
    return answer.claims if answer else ()


def test_who_is_not_of_the_group_sees_nothing_of_a_restricted_person(restricted: Path) -> None:
    assert seen([]) == seen(["women"]) == set()
    whole = {"person", "list", "search", "candidates", "count", "source", "history", "names", "waiting", "lines"}
    assert seen(["minors"]) == whole | {"judging", "there"}


@pytest.mark.parametrize("audience", [Audience.DRAFT, Audience.PUBLIC])
def test_what_is_restricted_is_never_public_whoever_asks(restricted: Path, audience: Audience) -> None:
    answers = {"person", "list", "search", "candidates", "count", "source", "history"}
    assert not seen(["minors"], audience) & answers
    assert not seen([], audience) & answers


def test_the_order_in_which_groups_ask_changes_nothing(restricted: Path) -> None:
    first = [seen([]), seen(["minors"]), seen([])]
    assert first[0] == first[2] == set() and first[1]


def test_a_single_claim_is_restricted_alone(two: Path) -> None:
    agree()
    (number,) = say(Candidate("p-anna", Released(day("2024-08-01")), MONITOR, "anna"))
    restrict(str(number), group="lawyers", by="anna")
    statuses = {}
    for group in ("lawyers", "minors"):
        with looking_as([group]):
            answer = queries.person("p-anna", queries.lens(ON, None, Audience.DESK))
            assert isinstance(answer, PersonAnswer)
            statuses[group] = answer.status
            assert (number in {claim.number for claim in answer.claims}) is (group == "lawyers")
    assert statuses == {"lawyers": Status.FREE_IN_COUNTRY, "minors": Status.HELD}


def test_who_is_joined_to_a_restricted_person_is_restricted_too(restricted: Path) -> None:
    say(named("p-row", "Hanna V."), Candidate("p-row", SamePerson("p-anna"), None, "boris"))
    with looking_as([]):
        assert queries.person("p-row", queries.lens(ON, None, Audience.DESK)) is None
        assert "p-row" not in {line.subject for line in read.lines()}


def test_one_editor_restricts_and_two_lift_it(restricted: Path) -> None:
    with seeing_everything():
        (number,) = [line.number for line in read.lines(kinds=[Restricted.KIND])]
        (back,) = say(Candidate("p-anna", Retracted(number, "grown up"), None, "boris"))
        assert seen([]) == set()
        accept([str(back)], by="second")
    assert "person" in seen([])


def test_who_is_of_one_of_two_groups_sees_neither_s(restricted: Path) -> None:
    with seeing_everything():
        say(Candidate("p-anna", Restricted(0, "lawyers"), None, "boris"))
    assert "person" not in seen(["minors"]) | seen(["lawyers"])
    assert "person" in seen(["minors", "lawyers"])


def test_the_tables_are_the_same_whoever_makes_them(restricted: Path) -> None:
    with looking_as([]):
        project.rebuild()
    before = rows()
    with looking_as(["minors"]):
        project.rebuild()
    assert rows() == before and before["register_restricted"]
