"""What can be said of a day that hasn't come: what is set, promised or due; never what somebody saw."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from habeas.domain.ahead import MAY_LIE_AHEAD, check_not_ahead, day_fields, days_ahead
from habeas.domain.claims import KINDS, BatchAnnounced, Born, Captured, Claim, Detained, Licensed, Released, Tried
from habeas.domain.dates import PartialDate, day_of
from habeas.problems import BadInput

TODAY = date(2026, 3, 10)


def on(days: int) -> PartialDate:
    return day_of(TODAY + timedelta(days=days))


@pytest.mark.parametrize("days", [-400, -1, 0, 1])
def test_a_day_that_has_come_somewhere_on_earth_can_be_told_of(days: int) -> None:
    check_not_ahead(Released(on(days)), TODAY)


@pytest.mark.parametrize(
    "claim",
    [Released(on(2)), Detained(on(30)), Captured("P", published=on(2)), BatchAnnounced("T", on(300)), Born(on(999))],
)
def test_what_nobody_can_have_seen_is_refused_in_words(claim: Claim) -> None:
    with pytest.raises(BadInput) as told:
        check_not_ahead(claim, TODAY)
    assert "hasn't come" in str(told.value) and "2026-03-10" in str(told.value)


@pytest.mark.parametrize("text", ["2026", "2026-03", "2026-03-11/2026-03-20", "2025/2028"])
def test_a_range_that_has_begun_has_come(text: str) -> None:
    assert not list(days_ahead(Released(PartialDate.parse(text)), TODAY))


@pytest.mark.parametrize("text", ["2027", "2026-04", "2026-03-12/2026-03-20"])
def test_a_range_that_has_not_begun_has_not_come(text: str) -> None:
    assert [name for name, _ in days_ahead(Released(PartialDate.parse(text)), TODAY)] == ["when"]


def test_a_day_in_court_and_the_end_of_a_licence_may_lie_ahead() -> None:
    check_not_ahead(Tried(on(40)), TODAY)
    check_not_ahead(Licensed("us", on(5), ("A firm",), until=on(400)), TODAY)


def test_what_may_lie_ahead_is_a_day_of_a_kind_that_is_there() -> None:
    """A new kind's day may not, until somebody decides so here."""
    assert all(name in day_fields(kind) and KINDS[kind.KIND] is kind for kind, name in MAY_LIE_AHEAD)
    bound = [kind for kind in KINDS.values() for name in day_fields(kind) if (kind, name) not in MAY_LIE_AHEAD]
    assert len(bound) > 30
