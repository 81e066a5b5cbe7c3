"""Promises and what became of them: computed, assessed, disputed, and unknown where something was not disclosed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from habeas.domain.agreement_words import About, Disclosure, Eased, Ground, HowKnown, Level, Order, Owed, Step, Verb
from habeas.domain.chains import chains, joints, runs
from habeas.domain.claims import (
    AgreementReported,
    Claim,
    CommitmentMade,
    ConditionSet,
    Disputed,
    Fulfilled,
    Licensed,
    OrderTold,
    ReliefReported,
)
from habeas.domain.fulfilment import Freed, Ledgers, State, met, state
from habeas.domain.instruments import instruments_in as instruments
from habeas.domain.instruments import stands
from habeas.domain.lines import Line
from habeas.domain.orders import disagreements, tellings
from habeas.domain.promises import agreement
from habeas.domain.relief import lag
from habeas.domain.words import Answer
from tests.domain.agreed import on, said, when
from tests.domain.made import claims as any_claim

DEAL = AgreementReported("A deal", when("2025-12-13"), ("Here", "There"), disclosure=Disclosure.FULL)
FREE = CommitmentMade("release", "Here", "123 people", Owed.RELEASE, 123, "people", batch="b")
EASE = CommitmentMade("relief", "There", "a firm", Owed.RELIEF, instrument="gl-13")
EMBASSY = CommitmentMade("embassy", "There", "Here", Owed.EMBASSY)
SECRET = CommitmentMade("more", "There", "Here", Owed.UNDISCLOSED)


def judged(*told: Claim, day: str = "2026-01-01", beside: list[Line] | None = None, **freed: Freed) -> State:
    lines = said(*(("deal", claim) for claim in told))
    at = Ledgers(instruments(beside or []), freed, on(day))
    return state(agreement("deal", lines), at)


def freed(low: int, high: int | None) -> Freed:
    return Freed(low, high, tuple(f"p-{n}" for n in range(low)), (90,))


def grade(key: str, level: Level, by: str = "Anna", day: str = "2025-12-20") -> Fulfilled:
    return Fulfilled(key, by, when(day), level)


def test_a_promised_number_is_met_if_as_many_came_free_for_certain() -> None:
    assert judged(DEAL, FREE, b=freed(123, 123)).kept.answer is Answer.YES


def test_a_promised_number_is_not_met_if_fewer_can_have_come_free() -> None:
    told = judged(DEAL, FREE, b=freed(20, 122))
    assert (told.kept.answer, told.decided_by) == (Answer.NO, ("release",))


def test_within_the_doubt_the_answer_is_unknown_and_rests_on_the_people_counted() -> None:
    told = judged(DEAL, FREE, b=freed(20, 123))
    assert told.kept.answer is Answer.UNKNOWN and told.decided_by == ("release",)
    assert told.progress[0].freed is not None and len(told.progress[0].freed.people) == 20
    assert 90 in told.progress[0].done.because


def test_at_least_is_met_by_more_and_at_most_never_fails_by_fewer() -> None:
    at_least = replace(FREE, number=None, floor=100)
    at_most = replace(FREE, number=None, ceiling=500)
    assert judged(DEAL, at_least, b=freed(130, 130)).kept.answer is Answer.YES
    assert judged(DEAL, at_most, b=freed(130, 130)).kept.answer is Answer.UNKNOWN


def test_tellings_of_different_numbers_agree_only_where_both_are_met() -> None:
    other = replace(FREE, number=109)
    assert judged(DEAL, FREE, other, b=freed(110, 110)).kept.answer is Answer.UNKNOWN
    assert judged(DEAL, FREE, other, b=freed(123, 123)).kept.answer is Answer.YES


def test_an_undisclosed_commitment_keeps_the_state_unknown_and_is_named_as_deciding() -> None:
    told = judged(DEAL, FREE, SECRET, b=freed(123, 123))
    assert (told.kept.answer, told.decided_by) == (Answer.UNKNOWN, ("more",))
    assert judged(DEAL, SECRET, grade("more", Level.FULL)).kept.answer is Answer.UNKNOWN


def test_terms_kept_back_keep_the_state_unknown() -> None:
    told = judged(replace(DEAL, disclosure=Disclosure.PARTIAL), FREE, b=freed(123, 123))
    assert (told.kept.answer, told.kept.ground, told.decided_by) == (Answer.UNKNOWN, Ground.UNDISCLOSED, ("",))


def test_one_who_says_that_terms_are_kept_back_is_heard_beside_one_who_says_that_all_are_known() -> None:
    told = judged(DEAL, replace(DEAL, disclosure=Disclosure.PARTIAL), FREE, b=freed(123, 123))
    assert told.kept.answer is Answer.UNKNOWN


def test_what_is_surely_not_done_decides_before_what_is_unknown() -> None:
    assert judged(DEAL, FREE, SECRET, b=freed(0, 5)).kept.answer is Answer.NO


def test_assessors_who_differ_leave_it_unknown() -> None:
    assert judged(DEAL, EMBASSY, grade("embassy", Level.FULL)).kept.answer is Answer.YES
    told = judged(DEAL, EMBASSY, grade("embassy", Level.FULL), grade("embassy", Level.MINIMAL, "Boris"))
    assert (told.kept.answer, told.kept.ground) == (Answer.UNKNOWN, Ground.DISSENT)


def test_the_last_grade_of_an_assessor_counts_and_none_before_its_day() -> None:
    grades = grade("embassy", Level.MINIMAL), grade("embassy", Level.FULL, day="2026-02-01")
    assert judged(DEAL, EMBASSY, *grades, day="2026-01-01").kept.answer is Answer.NO
    assert judged(DEAL, EMBASSY, *grades, day="2026-02-02").kept.answer is Answer.YES
    assert judged(DEAL, EMBASSY, *grades, day="2025-12-01").kept.answer is Answer.UNKNOWN


def test_a_dispute_of_the_fulfilment_is_a_voice_and_one_of_the_order_is_none() -> None:
    done = grade("embassy", Level.FULL)
    order = Disputed("embassy", "Clara", when("2025-12-21"), of=About.ORDER)
    assert judged(DEAL, EMBASSY, done, order).kept.answer is Answer.YES
    assert judged(DEAL, EMBASSY, done, replace(order, of=About.FULFILMENT)).kept.answer is Answer.UNKNOWN


def licensed(day: str = "2025-12-15") -> list[Line]:
    return said(("gl-13", Licensed("us", when(day), ("a firm",), open_ended=Answer.YES, stays_listed=Answer.YES)))


LIFTED = ReliefReported("An envoy", when("2025-12-13"), ("a firm",), eased=Eased.LIFTED)


def step(told: State) -> Step:
    (one,) = (each for each in told.progress if each.relief)
    assert one.relief is not None
    return one.relief.step


def test_an_announcement_is_not_an_instrument_and_a_licence_is_no_lifting() -> None:
    days = {"2025-12-12": Step.NONE, "2025-12-14": Step.ANNOUNCED, "2025-12-16": Step.LICENSED}
    for day, expected in days.items():
        assert step(judged(DEAL, EASE, LIFTED, day=day, beside=licensed())) is expected
    told = judged(DEAL, EASE, LIFTED, day="2025-12-16", beside=licensed())
    assert (told.kept.answer, told.kept.ground) == (Answer.UNKNOWN, Ground.LESS_THAN_SAID)


@given(st.lists(any_claim(), max_size=12))
def test_an_announcement_never_makes_an_instrument(told: list[Claim]) -> None:
    about_deals = [claim for claim in told if claim.ABOUT == "agreement"]
    lines = said(*(("deal", claim) for claim in (*about_deals, LIFTED, replace(LIFTED, instrument="gl-13"))))
    assert instruments(lines) == {}
    found = state(
        agreement("deal", said(("deal", DEAL), ("deal", EASE), ("deal", LIFTED))), Ledgers({}, {}, on("2026-01-01"))
    )
    assert step(found) is Step.ANNOUNCED and found.kept.answer is Answer.UNKNOWN


def test_the_days_between_the_announcement_and_the_law_are_counted() -> None:
    promise = agreement("deal", said(("deal", DEAL), ("deal", EASE), ("deal", LIFTED))).commitments[0]
    assert lag(promise, instruments(licensed())).days == (2, 2)
    assert lag(promise, {}).in_law is None
    assert lag(promise, instruments(licensed("2025-12"))).days == (-12, 18)


def first(**more: object) -> ConditionSet:
    return ConditionSet("relief", "released first", order=Order.PRECEDENT, **more)  # type: ignore[arg-type]


def test_a_condition_of_people_freed_is_computed() -> None:
    wanted = first(batch="b", number=123, unit="people")
    for low, high, expected in ((123, 123, Answer.YES), (20, 123, Answer.UNKNOWN), (20, 51, Answer.NO)):
        at = Ledgers({}, {"b": freed(low, high)}, on("2026-01-01"))
        lines = said(("deal", DEAL), ("deal", EASE), ("deal", wanted))
        assert met("released first", agreement("deal", lines), at).answer is expected


def test_a_condition_not_disclosed_is_unknown_and_so_is_one_that_hangs_on_itself() -> None:
    at = Ledgers({}, {"b": freed(123, 123)}, on("2026-01-01"))
    hidden = first(batch="b", number=123, known=HowKnown.UNDISCLOSED)
    assert met("released first", agreement("deal", said(("deal", hidden))), at).answer is Answer.UNKNOWN
    round_about = first(on="released first")
    assert met("released first", agreement("deal", said(("deal", round_about))), at).answer is Answer.UNKNOWN


def test_what_is_due_upon_an_event_is_overdue_once_the_event_came() -> None:
    hangs = first(on="release")
    told = judged(DEAL, FREE, EASE, hangs, day="2025-12-14", beside=licensed(), b=freed(123, 123))
    overdue = {one.key: one.overdue for one in told.progress}
    assert (overdue["relief"].answer, overdue["relief"].ground) == (Answer.YES, Ground.EVENT_CAME)
    told = judged(DEAL, FREE, EASE, hangs, day="2025-12-16", beside=licensed(), b=freed(123, 123))
    assert {one.key: one.overdue.answer for one in told.progress}["relief"] is Answer.NO


def test_between_two_days_that_are_told_for_it_it_may_be_overdue_and_the_ground_says_why() -> None:
    first, later = replace(FREE, due=when("2025-12-31")), replace(FREE, due=when("2026-03-01"))
    told = judged(DEAL, first, later, day="2026-01-15", b=freed(0, 5)).progress[0].overdue
    assert (told.answer, told.ground) == (Answer.UNKNOWN, Ground.TOLD_DIFFERENTLY)
    before = judged(DEAL, first, later, day="2025-12-15", b=freed(0, 5)).progress[0].overdue
    assert (before.answer, before.ground) == (Answer.NO, Ground.DAY_NOT_PASSED)


def test_what_is_due_by_a_day_is_overdue_after_it() -> None:
    due = replace(FREE, due=when("2025-12"))
    assert judged(DEAL, due, day="2026-01-01", b=freed(0, 5)).progress[0].overdue.answer is Answer.YES
    assert judged(DEAL, due, day="2025-12-01", b=freed(0, 5)).progress[0].overdue.answer is Answer.NO
    assert judged(DEAL, FREE, day="2026-01-01", b=freed(0, 5)).progress[0].overdue.ground is Ground.NO_DAY_TOLD


def test_orders_stand_side_by_side_and_what_differs_is_named() -> None:
    told = tellings(
        said(
            ("deal", OrderTold("Here", ("relief", "release"))),
            ("deal", OrderTold("There", ("release", "relief"))),
            ("deal", OrderTold("Clara", ("release + relief",))),
            ("deal", replace(DEAL, order="First the one and then the other.")),
        )
    )
    assert [one.teller for one in told] == ["Here", "There", "Clara", "Anna"]
    found = disagreements(told)
    assert [(one.one, one.other, one.tellings) for one in found] == [
        ("relief", "release", (1, 2)),
        ("relief", "release", (1, 3)),
        ("release", "relief", (2, 3)),
    ]


@given(st.integers(0, 300), st.none() | st.integers(0, 300), st.integers(1, 300))
def test_a_number_is_met_exactly_if_every_number_in_the_doubt_meets_it(low: int, more: int | None, wanted: int) -> None:
    high = None if more is None else low + more
    answer = judged(DEAL, replace(FREE, number=wanted), b=freed(low, high)).kept.answer
    possible = [number >= wanted for number in (low, low + 301 if high is None else high)]
    assert answer is (Answer.YES if all(possible) else Answer.UNKNOWN if any(possible) else Answer.NO)


IDS = st.sampled_from(["gl-1", "gl-2", "gl-3"])
KEYS = st.sampled_from(["release", "relief", "embassy", "when free"])


@st.composite
def soups(draw: st.DrawFn) -> list[Line]:
    """Claims of every kind about one agreement and three instruments; references may lead round in circles."""
    told: list[tuple[str, Claim]] = []
    for claim in draw(st.lists(any_claim(), max_size=40)):
        if claim.ABOUT not in ("agreement", "instrument"):
            continue
        names = {"batch": "b", "instrument": draw(IDS), "replaces": draw(IDS), "renews": draw(IDS), "on": draw(KEYS)}
        names |= {"replaced_by": draw(IDS), "commitment": draw(KEYS), "condition": draw(KEYS), "series": "s"}
        mended = {field: value for field, value in names.items() if field in claim.__slots__}
        told.append(("deal" if claim.ABOUT == "agreement" else draw(IDS), replace(claim, **mended)))  # type: ignore[arg-type]
    return said(("deal", DEAL), ("deal", EASE), *told)


@given(soups(), st.dates(on("2018-01-01"), on("2027-01-01")), st.randoms())
def test_whatever_is_said_there_is_an_answer_and_the_order_of_saying_it_changes_no_act(
    lines: list[Line], day: date, draw: Random
) -> None:
    all = instruments(lines)
    found = state(agreement("deal", lines), Ledgers(all, {"b": freed(3, 9)}, day))
    assert (found.kept.answer is Answer.YES) == (not found.decided_by)
    known = {line.number for line in lines} | {90}
    for one in found.progress:
        assert set(one.done.because) <= known and set(one.overdue.because) <= known
        if one.relief:
            assert one.relief.step is not Step.DELISTED or any(act.verb is Verb.DELISTED for act in all.values())
    for chain in chains(all):
        joints(chain)
        for run in runs(chain):
            assert run.first < run.end and set(run.standing) <= set(chain.ids)
    mixed = list(lines)
    draw.shuffle(mixed)
    other = instruments(mixed)
    assert {id: stands(one, day).answer for id, one in all.items()} == {
        id: stands(one, day).answer for id, one in other.items()
    }
