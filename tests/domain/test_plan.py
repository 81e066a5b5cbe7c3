"""What becomes of a candidate, given what is known. Anna is invented."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from habeas.domain.claims import Born, Claim, Detained, Named, Sentenced
from habeas.domain.compare import Relation, compare
from habeas.domain.dates import PartialDate, Term
from habeas.domain.lines import Candidate, Evidence, Line
from habeas.domain.plan import Course, plan


def when(text: str) -> PartialDate:
    return PartialDate.parse(text)


def known(number: int, claim: Claim, source: str = "a") -> Line:
    return Line(number, datetime(2026, 1, 1, tzinfo=UTC), "p-anna", claim, Evidence(source))


def candidate(claim: Claim, source: str = "b") -> Candidate:
    return Candidate("p-anna", claim, Evidence(source))


@pytest.mark.parametrize(
    ("new", "old", "relation"),
    [
        (Detained(when("2021-07-14")), Detained(when("2021-07-14")), Relation.SAME),
        (Detained(when("2021-07-14")), Detained(when("2021-07")), Relation.REFINES),
        (Detained(when("2021")), Detained(when("2021-07")), Relation.SUBSUMED),
        (Detained(when("2021-07-14")), Detained(when("2021-07-15")), Relation.DIFFERS),
        (Detained(when("2021-07-14")), Detained(when("2023-07-15")), Relation.UNRELATED),
        (Detained(when("2021-07-14"), place="Minsk"), Detained(when("2021-07-14")), Relation.REFINES),
        (Born(when("1980")), Born(when("1981")), Relation.DIFFERS),
        (
            Sentenced(when("2023-03-03"), "prison", Term(10)),
            Sentenced(when("2023-03-03"), "prison", Term(9)),
            Relation.DIFFERS,
        ),
        (
            Sentenced(when("2023-03-03"), "prison", articles=("by.cc.228", "by.cc.342")),
            Sentenced(when("2023-03-03"), "prison", articles=("by.cc.342",)),
            Relation.REFINES,
        ),
        (Named("Ганна Прыклад"), Named("Anna Prykład"), Relation.UNRELATED),
    ],
)
def test_how_a_claim_stands_to_a_known_one(new: Claim, old: Claim, relation: Relation) -> None:
    assert compare(new, old) is relation


def test_a_new_fact_is_appended() -> None:
    assert plan(candidate(Detained(when("2021-07-14"))), []).course is Course.APPEND


def test_what_another_source_says_too_corroborates() -> None:
    decision = plan(candidate(Detained(when("2021"))), [known(3, Detained(when("2021-07-14")))])
    assert (decision.course, decision.lines) == (Course.CORROBORATE, (3,))


def test_what_the_same_source_said_already_is_not_said_again() -> None:
    decision = plan(candidate(Detained(when("2021-07-14")), "a"), [known(3, Detained(when("2021-07-14")))])
    assert (decision.course, decision.lines) == (Course.KNOWN, (3,))


def test_a_contradiction_is_kept_beside_what_it_contradicts() -> None:
    decision = plan(candidate(Detained(when("2021-07-15"))), [known(3, Detained(when("2021-07-14")))])
    assert (decision.course, decision.lines) == (Course.APPEND, (3,))
    assert "contradicts" in decision.reason


def test_another_date_of_birth_is_held_since_it_may_be_another_person() -> None:
    decision = plan(candidate(Born(when("1981"))), [known(3, Born(when("1980-02")))])
    assert (decision.course, decision.lines) == (Course.HOLD, (3,))


def test_a_name_unlike_all_known_ones_is_held_when_a_likeness_is_given() -> None:
    unlike = lambda one, other: 0.0  # noqa: E731
    assert plan(candidate(Named("Boris Uzor")), [known(3, Named("Anna Prykład"))], alike=unlike).course is Course.HOLD
    assert plan(candidate(Named("Boris Uzor")), [known(3, Named("Anna Prykład"))]).course is Course.APPEND
