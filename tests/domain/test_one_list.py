"""Why somebody is on one list and not on the other: what was said of them first, then what the lists' rules tell."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from habeas.domain.one_list import Days, Lists, Reason, Why, reasons, usual_lag

ON = date(2025, 6, 1)
NEVER = date.max.toordinal()


def days(ago: int, until: int = NEVER) -> list[Days]:
    return [Days(ON.toordinal() - ago, until)]


def why(
    *,
    other: list[Days] | None = None,
    declined: tuple[str, ...] = (),
    former: tuple[str, ...] = (),
    alike: bool = True,
    same: bool = True,
    since: int = 100,
    lag: int | None = None,
) -> Reason:
    both = [] if lag is None else [f"p-{place}" for place in range(5)]
    one = {"p-anna": days(since), **{each: days(500) for each in both}}
    others = {**({"p-anna": other} if other else {}), **{each: days(500 - (lag or 0)) for each in both}}
    return reasons(["p-anna"], Lists(one, others, declined, former, alike, same), ON)["p-anna"]


def test_recognised_later_is_told_with_the_day_and_the_days_between() -> None:
    assert why(other=days(-20), since=22) == Reason(Why.LATER, ON + timedelta(days=20), 42)


def test_taken_back_is_told_with_its_day() -> None:
    assert why(other=days(90, ON.toordinal() - 5)) == Reason(Why.ENDED, ON - timedelta(days=5))


def test_what_was_said_of_the_person_goes_before_what_rules_tell() -> None:
    assert why(declined=("p-anna",), alike=False).why is Why.DECLINED
    assert why(former=("p-anna",), same=False).why is Why.FORMER


def test_a_list_that_says_another_thing_of_people_is_another_definition() -> None:
    assert why(alike=False, lag=400).why is Why.DEFINITION


@pytest.mark.parametrize(("since", "told"), [(29, Why.LAG), (30, Why.UNTOLD)])
def test_who_was_recognised_less_long_ago_than_the_other_usually_takes_waits(since: int, told: Why) -> None:
    assert why(since=since, lag=30).why is told


def test_of_few_people_on_both_no_usual_lag_is_told() -> None:
    four = {f"p-{place}": days(500) for place in range(4)}
    assert usual_lag(Lists(four, four, (), (), True, True)) is None


def test_other_criteria_are_told_apart_from_nothing_told() -> None:
    assert (why(same=False).why, why().why) == (Why.CRITERIA, Why.UNTOLD)
