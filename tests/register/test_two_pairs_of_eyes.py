"""What one editor wrote is at the desk at once and in public when another accepted it: in every answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import DatabaseError

from habeas.domain.claims import Captured, Released
from habeas.domain.judgements import Accepted, Cleared, Retracted, SamePerson, Withheld
from habeas.domain.lines import Candidate
from habeas.domain.words import Basis, Status
from habeas.intake.accepting import accept, reject
from habeas.ledger.append import append
from habeas.ledger.read import last_number
from habeas.problems import BadInput
from habeas.register import project, queries
from habeas.register.answers import Audience, ClaimShown, Lens
from habeas.register.answers_people import Filters, PersonAnswer, Redirect
from tests.register.conftest import MONITOR, agree, day, named, say

pytestmark = pytest.mark.database
ON = "2024-09-01"


def public(known: str | None = None) -> Lens:
    return queries.lens(ON, known)


def status(id: str, audience: Audience, known: str | None = None) -> Status | None:
    answer = queries.person(id, queries.lens(ON, known, audience))
    assert not isinstance(answer, Redirect)
    return answer.status if answer else None


def wrote(editor: str, *candidates: Candidate) -> list[int]:
    return say(*(Candidate(one.subject, one.claim, one.evidence, editor) for one in candidates))


def freed(person: str = "p-anna") -> Candidate:
    return Candidate(person, Released(day("2024-08-01")), MONITOR)


def test_nothing_that_one_editor_wrote_is_in_any_public_answer(two: Path) -> None:
    lens = public()
    assert queries.person("p-anna", lens) is None
    assert queries.people(Filters(), 1, lens).total == 0
    assert queries.find("Hanna Vydumanaya", lens) == ()
    assert queries.count("held", lens).high == 0
    assert queries.sources(lens) == () and queries.source("s-monitor", lens) is None
    home = queries.home(lens)
    assert (home.people, home.sources, home.claims) == (0, 0, 0)
    assert status("p-anna", Audience.DRAFT) is status("p-anna", Audience.DESK) is Status.HELD


def test_what_two_agreed_on_is_public_with_its_source(two: Path) -> None:
    agree()
    answer = queries.person("p-anna", public())
    assert isinstance(answer, PersonAnswer) and answer.status is Status.HELD
    assert {claim.source.publisher for claim in answer.claims if claim.source} == {"Monitor"}
    assert queries.count("held", public()).high == 2
    assert queries.home(public()).claims == last_number() // 2


def test_the_public_sees_the_status_before_until_the_new_one_is_accepted(two: Path) -> None:
    agree()
    (number,) = wrote("anna", freed())
    assert status("p-anna", Audience.PUBLIC) is Status.HELD
    assert status("p-anna", Audience.DRAFT) is Status.FREE_IN_COUNTRY
    assert number not in {claim.number for claim in told("p-anna")}
    accept([str(number)], by="boris")
    assert status("p-anna", Audience.PUBLIC) is Status.FREE_IN_COUNTRY


def told(id: str) -> tuple[ClaimShown, ...]:
    answer = queries.person(id, public())
    assert isinstance(answer, PersonAnswer)
    return answer.claims


def test_asked_about_the_past_the_public_answer_is_what_was_public_then(two: Path) -> None:
    agree()
    (number,) = wrote("anna", freed())
    between = queries.lens(None, None).known_at.isoformat()
    accept([str(number)], by="boris")
    project.catch_up()
    assert status("p-anna", Audience.PUBLIC, between) is Status.HELD
    assert status("p-anna", Audience.DRAFT, between) is Status.FREE_IN_COUNTRY
    assert status("p-anna", Audience.PUBLIC) is Status.FREE_IN_COUNTRY


def test_the_domain_refuses_that_one_accepts_their_own(two: Path) -> None:
    (number,) = wrote("anna", freed())
    for alias in ("anna", "Anna"):
        with pytest.raises(BadInput, match="own"):
            accept([str(number)], by=alias)
    assert accept(["p-anna"], by="anna").own == 1


@pytest.mark.parametrize("alias", ["anna", "ANNA", ""])
def test_the_database_refuses_it_too(two: Path, alias: str) -> None:
    (number,) = wrote("anna", freed())
    with pytest.raises(DatabaseError, match="nobody accepts a line of their own"):
        append([Candidate("p-anna", Accepted(number), None, alias)])


def test_a_join_by_one_editor_joins_nobody_in_public(two: Path) -> None:
    wrote("anna", named("p-row", "Hanna V."), Candidate("p-row", SamePerson("p-anna")))
    accept(["p-anna"], by="boris")
    rejected = wrote("anna", Candidate("p-ivan", SamePerson("p-anna")))
    accept(["p-ivan"], by="second")
    assert queries.person("p-ivan", public()) == Redirect("p-anna")
    reject(rejected[0], reason="a namesake", by="clara")
    assert status("p-ivan", Audience.PUBLIC) is Status.HELD
    assert queries.person("p-ivan", queries.lens(ON, None, Audience.DRAFT)) == Redirect("p-anna")


def test_one_editor_alone_hides_and_does_not_show_again(two: Path) -> None:
    agree()
    (number,) = wrote("anna", Candidate("p-anna", Withheld(0, Basis.FAMILY)))
    assert status("p-anna", Audience.PUBLIC) is None
    (cleared,) = wrote("anna", Candidate("p-anna", Cleared(0)))
    assert status("p-anna", Audience.PUBLIC) is None
    assert status("p-anna", Audience.DRAFT) is Status.HELD
    accept([str(cleared)], by="boris")
    assert status("p-anna", Audience.PUBLIC) is Status.HELD
    wrote("anna", Candidate("p-ivan", Withheld(0, Basis.FAMILY)))
    wrote("anna", Candidate("p-ivan", Retracted(last_number())))
    assert status("p-ivan", Audience.PUBLIC) is None
    assert number


def test_what_waits_is_told_in_groups_with_what_would_change(two: Path) -> None:
    agree()
    assert queries.waiting_groups() == ()
    wrote("anna", freed())
    group = queries.waiting_group("p-anna")
    assert group is not None and group.title == "Hanna Vydumanaya"
    assert [(one.now, one.then) for one in group.changes] == [(Status.HELD, Status.FREE_IN_COUNTRY)]
    assert group.others("anna") == () and len(group.others("boris")) == 1


def test_what_was_taken_back_before_anybody_saw_it_waits_for_nobody(two: Path) -> None:
    agree()
    (number,) = wrote("anna", freed())
    wrote("anna", Candidate("p-anna", Retracted(number)))
    assert queries.waiting() == ()
    (seen,) = wrote("anna", freed())
    accept([str(seen)], by="boris")
    wrote("anna", Candidate("p-anna", Retracted(seen)))
    assert [line.kind for line in queries.waiting()] == ["Retracted"]


def test_a_rejected_line_waits_no_more_and_can_be_accepted_after_all(two: Path) -> None:
    agree()
    (number,) = wrote("anna", freed())
    reject(number, reason="the source says otherwise", by="boris")
    assert queries.waiting() == ()
    accept([str(number)], by="clara")
    assert status("p-anna", Audience.PUBLIC) is Status.FREE_IN_COUNTRY
    with pytest.raises(BadInput, match="waits for nobody"):
        accept([str(number)], by="clara")


def test_a_source_comes_along_with_what_rests_on_it(two: Path) -> None:
    wrote("anna", Candidate("s-new", Captured("Embassy")), freed())
    (number,) = say(Candidate("p-ivan", Released(day("2024-08-01")), type(MONITOR)("s-new", "Embassy"), "anna"))
    assert len(accept([str(number)], by="boris").sources) == 1
    assert [one.publisher for one in queries.sources(public())] == ["Embassy"]
