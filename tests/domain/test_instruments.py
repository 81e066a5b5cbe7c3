"""Legal acts: what stands when, and what goes on, breaks off or can't be told between them."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from habeas.domain.agreement_words import Ground
from habeas.domain.chains import Chain, chain_of, chain_stands, chains, joints, runs
from habeas.domain.claims import Delisted, InstrumentNamed, Licensed, Listed, Revoked, WoundDown
from habeas.domain.dates import FOREVER, PartialDate
from habeas.domain.instruments import instruments_in as instruments
from habeas.domain.instruments import stands
from habeas.domain.lines import Line
from habeas.domain.listing import listed
from habeas.domain.words import Answer
from tests.domain.agreed import on, said, when
from tests.domain.made import partial_dates

FIRM = ("Vydumany Kalij",)


def licence(first: str, until: str = "", **more: object) -> Licensed:
    return Licensed("us", when(first), FIRM, when(until) if until else None, **more)  # type: ignore[arg-type]


def answer(lines: list[Line], id: str, day: str) -> Answer:
    return stands(instruments(lines)[id], on(day)).answer


def test_a_licence_stands_from_its_day_to_the_last_day_it_is_good_for() -> None:
    lines = said(("gl-1", licence("2015-10-30", "2016-04-30")))
    days = ["2015-10-29", "2015-10-30", "2016-04-30", "2016-05-01"]
    assert [str(answer(lines, "gl-1", day)) for day in days] == ["no", "yes", "yes", "no"]


def test_a_licence_of_which_nobody_says_how_long_it_is_good_is_unknown_after_its_first_day() -> None:
    lines = said(("gl-1", licence("2015-10-30")))
    assert answer(lines, "gl-1", "2015-10-30") is Answer.YES
    assert answer(lines, "gl-1", "2015-10-31") is Answer.UNKNOWN
    assert answer(said(("gl-1", licence("2015-10-30", open_ended=Answer.YES))), "gl-1", "2030-01-01") is Answer.YES


def test_a_month_leaves_its_days_open() -> None:
    lines = said(("gl-1", licence("2016-10", "2017-04")))
    days = ["2016-09-30", "2016-10-15", "2016-10-31", "2017-04-01", "2017-04-15", "2017-05-01"]
    told = [str(answer(lines, "gl-1", day)) for day in days]
    assert told == ["no", "unknown", "yes", "yes", "unknown", "no"]


def test_a_revocation_ends_it_on_its_own_day() -> None:
    lines = said(("gl-1", licence("2015-10-30", open_ended=Answer.YES)), ("gl-1", Revoked("us", when("2021-04-19"))))
    assert answer(lines, "gl-1", "2021-04-18") is Answer.YES
    assert answer(lines, "gl-1", "2021-04-19") is Answer.NO


def test_one_known_only_from_its_end_may_have_stood_before() -> None:
    lines = said(("gl-1", Revoked("us", when("2021-04-19"))))
    assert answer(lines, "gl-1", "2019-01-01") is Answer.UNKNOWN
    assert answer(lines, "gl-1", "2021-04-19") is Answer.NO


def test_sources_that_differ_on_the_end_leave_the_days_between_unknown() -> None:
    lines = said(("gl-1", licence("2015-10-30", "2016-04-30")), ("gl-1", licence("2015-10-30", "2016-10-30")))
    assert answer(lines, "gl-1", "2016-07-01") is Answer.UNKNOWN
    assert answer(lines, "gl-1", "2016-04-30") is Answer.YES
    assert answer(lines, "gl-1", "2016-10-31") is Answer.NO


def test_a_source_silent_on_the_end_contradicts_nobody() -> None:
    lines = said(("gl-1", licence("2025-12-15", open_ended=Answer.YES)), ("gl-1", licence("2025-12-15")))
    assert answer(lines, "gl-1", "2026-02-01") is Answer.YES


def snap_back() -> list[Line]:
    return said(
        ("gl-2", licence("2015-10-30", "2016-04-30")),
        ("gl-2a", licence("2016-04", "2016-10", renews="gl-2")),
        ("gl-2b", licence("2016-10", "2017-04", renews="gl-2a")),
        ("gl-2c", licence("2017-04-28", "2017-10", renews="gl-2b")),
        ("gl-2d", licence("2017-10-24", "2018-04-30", renews="gl-2c")),
        ("gl-2d", InstrumentNamed("2D", "us", series="gl-2")),
        ("gl-2g", InstrumentNamed("2G", "us", series="gl-2")),
        ("gl-2g", Revoked("us", when("2021-04-19"), "gl-2h")),
        ("gl-2h", WoundDown("us", when("2021-04-19"), FIRM, when("2021-06-03"), replaces="gl-2g")),
        ("gl-2h", WoundDown("us", when("2021-04"), FIRM, when("2021-06-03"), replaces="gl-2g")),
    )


def test_a_chain_is_continuous_as_far_as_told_then_unknown_and_then_over() -> None:
    told = [
        (run.first.isoformat(), str(run.verdict.answer)) for run in merged(chain_of("gl-2", instruments(snap_back())))
    ]
    assert told == [
        ("2015-10-30", "yes"),
        ("2018-05-01", "unknown"),
        ("2021-04-19", "yes"),
        ("2021-06-04", "no"),
    ]


def merged(chain: Chain) -> list:  # type: ignore[type-arg]
    """The runs by their answer alone."""
    found = []
    for run in runs(chain):
        if not found or found[-1].verdict.answer is not run.verdict.answer:
            found.append(run)
    return found


def test_a_renewal_goes_on_where_the_dates_allow_it_and_says_so() -> None:
    chain = chain_of("gl-2", instruments(snap_back()))
    assert chain_stands(chain, on("2017-04-20")).ground is Ground.RENEWED
    by_pair = {(one.before, one.after): one for one in joints(chain)}
    assert by_pair["gl-2a", "gl-2b"].continuous.ground is Ground.RENEWED
    assert by_pair["gl-2d", "gl-2g"].continuous.answer is Answer.UNKNOWN


def test_a_renewal_that_comes_too_late_leaves_a_gap_and_one_too_early_an_overlap() -> None:
    late = said(("a", licence("2016-01-01", "2016-06-30")), ("b", licence("2016-07-11", "2016-12-31", renews="a")))
    (gap,) = joints(chain_of("a", instruments(late)))
    assert (gap.continuous.answer, gap.gap.low, gap.gap.high, gap.overlap.high) == (Answer.NO, 10, 10, 0)
    assert chain_stands(chain_of("a", instruments(late)), on("2016-07-05")).answer is Answer.NO
    early = said(("a", licence("2016-01-01", "2016-06-30")), ("b", licence("2016-06-21", "2016-12-31", renews="a")))
    (overlap,) = joints(chain_of("a", instruments(early)))
    assert (overlap.continuous.answer, overlap.overlap.low, overlap.gap.high) == (Answer.YES, 10, 0)


@given(partial_dates(), partial_dates())
def test_a_renewal_neither_overlaps_nor_gaps_unseen(until: PartialDate, begins: PartialDate) -> None:
    first, last = PartialDate.parse("2018-01-01"), PartialDate.parse("2027-01-01")
    told = said(("a", Licensed("us", first, FIRM, until)), ("b", Licensed("us", begins, FIRM, last, renews="a")))
    (joint,) = joints(chain_of("a", instruments(told)))
    # By days alone: the fewest and the most that can lie between, over every day that each date may be.
    ends = {until.first, until.last}
    starts = {begins.first, begins.last}
    between = [(start - end).days - 1 for end in ends for start in starts]
    assert (joint.gap.low, joint.gap.high) == (max(0, min(between)), max(0, max(between)))
    assert (joint.overlap.low, joint.overlap.high) == (max(0, -max(between)), max(0, -min(between)))
    assert (joint.continuous.answer is Answer.NO) == (min(between) > 0)


@given(st.lists(st.tuples(st.integers(0, 900), st.integers(0, 400)), min_size=1, max_size=5))
def test_runs_cover_all_days_once_and_say_what_the_chain_says(spans: list[tuple[int, int]]) -> None:
    start = date(2018, 1, 1)
    told = [
        (f"gl-{place}", licence(str(start + timedelta(first)), str(start + timedelta(first + length))))
        for place, (first, length) in enumerate(spans)
    ]
    named = [(id, InstrumentNamed(id, "us", series="one")) for id, _ in told]
    (chain,) = chains(instruments(said(*told, *named)))
    found = runs(chain)
    assert found[-1].end == FOREVER
    assert all(before.end == after.first for before, after in pairwise(found))
    for run in found:
        inside = run.first + (min(run.end, date(2024, 1, 1)) - run.first) / 2 if run.end > run.first else run.first
        assert chain_stands(chain, inside).answer is run.verdict.answer


def test_a_party_is_listed_until_it_is_taken_off() -> None:
    told = said(
        ("on", Listed("us", when("2023-08-09"), FIRM)),
        ("gl-11", licence("2025-09-11", open_ended=Answer.YES)),
        ("off", Delisted("us", when("2025-11-04"), FIRM, replaces="gl-11")),
    )
    all = instruments(told)
    days = ["2023-08-08", "2023-08-09", "2025-09-12", "2025-11-03", "2025-11-04"]
    assert [str(listed(FIRM[0], "us", all.values(), on(day)).answer) for day in days] == [
        *("unknown", "yes", "yes", "yes", "no")
    ]
    assert stands(all["gl-11"], on("2025-11-05")).answer is Answer.NO


def test_a_delisting_that_is_revoked_puts_the_party_back() -> None:
    told = said(
        ("on", Listed("us", when("2021-01-12"), FIRM)),
        ("off", Delisted("us", when("2025-01-14"), FIRM)),
        ("off", Revoked("us", when("2025-01-20"))),
    )
    all = instruments(told)
    assert listed(FIRM[0], "us", all.values(), on("2025-01-15")).answer is Answer.NO
    assert listed(FIRM[0], "us", all.values(), on("2025-01-20")).answer is Answer.YES
    assert listed(FIRM[0], "eu", all.values(), on("2025-01-20")).answer is Answer.UNKNOWN


@given(st.lists(st.tuples(partial_dates(), st.sampled_from(list(Answer)), st.sampled_from(list(Answer))), max_size=4))
def test_a_licence_never_delists(licences: list[tuple[PartialDate, Answer, Answer]]) -> None:
    before = [("on", Listed("us", when("2018-01-01"), FIRM))]
    told = [
        (f"gl-{n}", Licensed("us", day, FIRM, open_ended=open_ended, stays_listed=stays))
        for n, (day, open_ended, stays) in enumerate(licences)
    ]
    all = instruments(said(*before, *told))
    for day in ("2018-01-01", "2020-06-01", "2030-01-01"):
        assert listed(FIRM[0], "us", all.values(), on(day)).answer is not Answer.NO
