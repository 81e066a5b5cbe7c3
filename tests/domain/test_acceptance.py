"""Two pairs of eyes: whatever is said in whatever order, one editor alone makes nothing public."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.domain.acceptance import Acceptance, check_second
from habeas.domain.claims import Claim, Named, Opened, Wish
from habeas.domain.judgements import Accepted, Cleared, Rejected, Retracted, Withheld
from habeas.domain.lines import Line
from habeas.domain.words import Basis, Kind, Wished
from habeas.problems import BadInput

MOMENT = datetime(2026, 3, 1, tzinfo=UTC)


def line(number: int, claim: Claim, editor: str = "anna", *, replayed: bool = False) -> Line:
    return Line(number, MOMENT, "p-one", claim, None, editor, replayed)


def agreed(*lines: Line, of: int = 1, known: int = 99) -> bool:
    return Acceptance(lines).agreed(lines[of - 1], known)


NAME = line(1, Named("Ядвіга Выдуманая"))
BY_BORIS = line(2, Accepted(1), "boris")


def test_a_line_waits_until_another_editor_accepts_it() -> None:
    assert not agreed(NAME)
    assert agreed(NAME, BY_BORIS)
    assert not agreed(NAME, BY_BORIS, known=1)


@pytest.mark.parametrize(
    "alias", ["anna", "Anna", " ANNA ", "", "аnna", "annа", "ＡＮＮＡ", "an\u200bna", "ánna", "ΑNΝА".replace("Ν", "N")]
)
def test_nobody_accepts_their_own(alias: str) -> None:
    assert not agreed(NAME, line(2, Accepted(1), alias))
    with pytest.raises(BadInput):
        check_second(NAME, alias)


def test_a_rejection_stands_until_an_acceptance_after_it() -> None:
    rejected = line(3, Rejected(1), "clara")
    assert not agreed(NAME, BY_BORIS, rejected)
    assert agreed(NAME, BY_BORIS, rejected, line(4, Accepted(1), "boris"))


def test_an_acceptance_taken_back_ends_at_once_and_is_not_restored_by_one_alone() -> None:
    back = line(3, Retracted(2), "boris")
    assert not agreed(NAME, BY_BORIS, back)
    restored = line(4, Retracted(3), "boris")
    assert not agreed(NAME, BY_BORIS, back, restored)
    assert agreed(NAME, BY_BORIS, back, restored, line(5, Accepted(4), "anna"))


def test_a_rejection_taken_back_by_one_editor_shows_nothing() -> None:
    assert not agreed(NAME, BY_BORIS, line(3, Rejected(1), "clara"), line(4, Retracted(3), "anna"))


def test_to_take_back_a_public_line_takes_two() -> None:
    back = line(3, Retracted(1), "anna")
    lines = [NAME, BY_BORIS, back]
    assert not Acceptance(lines).taken_back(NAME, 99)
    assert Acceptance([*lines, line(4, Accepted(3), "boris")]).taken_back(NAME, 99)


@pytest.mark.parametrize(
    ("claim", "at_once"),
    [
        (Opened(Kind.LIVE), True),
        (Withheld(0, Basis.FAMILY), True),
        (Wish(Wished.NOTHING_PUBLIC, Basis.FAMILY), True),
        (Wish(Wished.MAY_BE_NAMED, Basis.FAMILY), False),
        (Cleared(0), False),
        (Retracted(0), False),
    ],
)
def test_what_hides_takes_effect_at_once_and_what_shows_waits(claim: Claim, at_once: bool) -> None:
    assert agreed(line(1, claim)) is at_once


def test_what_a_replay_says_was_public_already() -> None:
    assert agreed(line(1, Named("Ядвіга Выдуманая"), replayed=True))


@st.composite
def judged(draw: st.DrawFn) -> list[Line]:
    """A line of Anna's, and anything that judges it or its judgements, all by one editor."""
    alias = draw(st.sampled_from(["anna", "ANNA", "Anna", ""]))
    lines = [NAME]
    for number in range(2, draw(st.integers(3, 9))):
        about = draw(st.integers(1, number - 1))
        claim = draw(st.sampled_from([Accepted(about), Rejected(about), Retracted(about), Cleared(about)]))
        lines.append(line(number, claim, alias))
    return lines


@given(judged())
def test_one_editor_alone_makes_nothing_public(lines: list[Line]) -> None:
    acceptance = Acceptance(lines)
    assert not any(acceptance.agreed(NAME, known) for known in range(1, 10))


@given(judged(), st.integers(1, 9))
def test_what_was_not_yet_said_changes_nothing(lines: list[Line], known: int) -> None:
    early = [one for one in lines if one.number <= known] or [NAME]
    assert Acceptance(early).agreed(NAME, known) == Acceptance(lines).agreed(NAME, known)
