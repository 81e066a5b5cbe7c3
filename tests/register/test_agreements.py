"""Agreements and instruments of the worked example, asked through both clocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from habeas.cli.shown import plain
from habeas.domain.agreement_words import Ground, Owed, Step, Verb
from habeas.domain.chains import chain_of, chain_stands
from habeas.domain.claims import AgreementReported, BatchAnnounced, Captured, CommitmentMade
from habeas.domain.dates import PartialDate
from habeas.domain.judgements import Retracted
from habeas.domain.lines import Candidate, Evidence
from habeas.domain.words import Answer
from habeas.ledger.append import append
from habeas.register import queries
from habeas.register.answers import Audience, Standing
from habeas.register.answers_agreements import AgreementAnswer, CommitmentShown, InstrumentAnswer
from habeas.register.answers_people import Filters
from habeas.register.ask.instruments import known_instruments
from tests.pages.conftest import built as built
from tests.pages.conftest import own as own
from tests.pages.conftest import reader as reader
from tests.register.conftest import agree
from tests.register.conftest import example as replayed

DECEMBER = "belarus-us-2025-12"
__all__ = ["built", "own", "reader", "replayed"]


@pytest.fixture
def example(reader: Client) -> None:
    """The example built once, since these tests only ask."""


@pytest.mark.database
def test_the_days_of_potash_and_belavia_are_told_alike_on_either_database(replayed: Path) -> None:
    steps = {
        (DECEMBER, "relief-potash", "2025-12-14"): Step.ANNOUNCED,
        (DECEMBER, "relief-potash", "2025-12-16"): Step.LICENSED,
        ("belarus-us-2025-09", "relief-belavia", "2025-09-12"): Step.LICENSED,
        ("belarus-us-2025-09", "relief-belavia", "2025-11-05"): Step.DELISTED,
        ("belarus-eu-us-2015", "relief-us-2015", "2021-06-04"): Step.ENDED,
    }
    assert {asked: promise(*asked).step for asked in steps} == steps
    assert len(queries.agreements(queries.lens(None, None))) == 7
    assert len(queries.instruments(queries.lens(None, None))) == 22


def agreement(id: str, on: str | None = None, known: str | None = None) -> AgreementAnswer:
    answer = queries.agreement(id, queries.lens(on, known, Audience.DRAFT))
    assert answer is not None
    return answer


def promise(id: str, key: str, on: str | None = None, known: str | None = None) -> CommitmentShown:
    return next(one for one in agreement(id, on, known).commitments if one.key == key)


def instrument(id: str, on: str | None = None, known: str | None = None) -> InstrumentAnswer:
    answer = queries.instrument(id, queries.lens(on, known))
    assert answer is not None
    return answer


@pytest.mark.parametrize("known", [None, "2025-12-14"])
def test_on_14_december_relief_on_potash_is_announced_and_no_instrument_is_in_force(example: None, known: str) -> None:
    assert promise(DECEMBER, "relief-potash", "2025-12-14", known).step is Step.ANNOUNCED


def test_on_16_december_potash_is_licensed_and_still_listed(example: None) -> None:
    told = promise(DECEMBER, "relief-potash", "2025-12-16")
    assert told.step is Step.LICENSED
    assert told.done.answer is not Answer.YES
    for target in instrument("ofac-gl-13", "2025-12-16").targets:
        assert target.listed.answer is Answer.YES, target.name
    assert told.lag is not None and (told.lag.days, told.lag.delisted) == ((2, 2), None)


def test_belavia_is_licensed_in_september_and_off_the_list_in_november(example: None) -> None:
    assert promise("belarus-us-2025-09", "relief-belavia", "2025-09-12").step is Step.LICENSED
    assert promise("belarus-us-2025-09", "relief-belavia", "2025-11-05").step is Step.DELISTED
    sanctioner = [queries.sanctioner("us", queries.lens(day, None)) for day in ("2025-09-12", "2025-11-05")]
    listed = [{one.name: one.listed.answer for one in each.targets} for each in sanctioner if each]
    assert [each["Belavia"] for each in listed] == [Answer.YES, Answer.NO]


def test_general_licence_2_goes_on_until_april_2018_is_then_unknown_and_ends_in_june_2021(example: None) -> None:
    runs: list[tuple[str, str]] = []
    for run in instrument("ofac-gl-2").runs:
        if not runs or runs[-1][1] != str(run.stands.answer):
            runs.append((run.first.isoformat(), str(run.stands.answer)))
    assert runs == [
        ("2015-10-30", "yes"),
        ("2018-05-01", "unknown"),
        ("2021-04-19", "yes"),
        ("2021-06-04", "no"),
    ]
    winding = next(run for run in instrument("ofac-gl-2").runs if run.first == date(2021, 4, 19))
    assert winding.verbs == (Verb.WIND_DOWN,)


def test_on_4_june_2021_nothing_stands_under_general_licence_2_and_the_lifting_by_the_eu_does(example: None) -> None:
    lens = queries.lens("2021-06-04", None)
    all = known_instruments(lens)
    assert chain_stands(chain_of("ofac-gl-2", all), lens.on).answer is Answer.NO
    told = promise("belarus-eu-us-2015", "relief-us-2015", "2021-06-04")
    assert told.step is Step.ENDED and told.reversed is not None and told.reversed.answer is Answer.YES
    assert promise("belarus-eu-us-2015", "relief-eu-2015", "2021-06-04").step is Step.DELISTED


def test_what_march_2026_announced_has_no_instrument_and_so_is_unknown(example: None) -> None:
    for key in ("relief-banks", "relief-potash-rest"):
        told = promise("belarus-us-2026-03", key)
        assert told.step is Step.ANNOUNCED
        assert (told.done.answer, told.lag and told.lag.in_law) == (Answer.UNKNOWN, None)


def test_the_relief_for_cuba_is_reversed_in_six_days_and_the_release_is_called_complete_and_disputed(
    example: None,
) -> None:
    on_the_16th = promise("cuba-us-2025-01", "relief-sst", "2025-01-16")
    assert on_the_16th.step in (Step.ANNOUNCED, Step.UNKNOWN)
    told = promise("cuba-us-2025-01", "relief-sst", "2025-01-23")
    # From the notice to the reversal our sources never show it in force.
    assert told.step is Step.TAKEN_BACK
    assert told.reversed is not None and told.reversed.answer is Answer.YES
    release = promise("cuba-us-2025-01", "release-553")
    assert (release.done.answer, release.done.ground) == (Answer.UNKNOWN, Ground.DISSENT)
    assert release.freed is not None and (release.freed.low, release.freed.high, release.people) == (0, 553, ())
    (cuba,) = instrument("cu-sst-2025", "2025-01-23").targets
    assert cuba.listed.answer is Answer.YES


def test_nothing_is_told_of_what_nicaragua_got(example: None) -> None:
    told = agreement("nicaragua-us-2024-09")
    assert (told.kept.answer, "" in told.decided_by) == (Answer.UNKNOWN, True)
    assert not told.instruments and not told.reports


def test_the_fifty_two_are_not_all_free_until_the_last_is_home(example: None) -> None:
    told = promise("belarus-us-2025-09", "release-52", "2025-09-20")
    assert told.freed is not None and told.freed.high == 51
    assert told.done.answer is Answer.NO
    later = promise("belarus-us-2025-09", "release-52", "2026-03-01")
    assert later.freed is not None and later.freed.high == 52


def test_an_interval_rests_on_people_that_can_be_looked_up(example: None) -> None:
    told = promise(DECEMBER, "release-123", "2025-12-20")
    assert told.freed is not None and told.freed.high is not None
    assert len(told.people) == told.freed.low < 123 <= told.freed.high
    lens = queries.lens("2025-12-20", None)
    assert all(queries.person(id, lens) is not None for id in told.people)


def test_before_a_release_nobody_of_it_is_free(example: None) -> None:
    told = promise(DECEMBER, "release-123", "2025-12-12")
    assert (told.done.answer, told.people) == (Answer.NO, ())


def test_undisclosed_terms_are_named_among_what_decides(example: None) -> None:
    told = agreement(DECEMBER)
    assert told.kept.answer is Answer.NO and told.decided_by == ("relief-potash",)
    assert next(one for one in told.commitments if one.owed is Owed.UNDISCLOSED).done.ground is Ground.UNDISCLOSED
    on_the_14th = agreement(DECEMBER, "2025-12-14", "2025-12-14")
    assert on_the_14th.kept.answer is Answer.UNKNOWN and "" in on_the_14th.decided_by


def test_orders_that_differ_stand_side_by_side(example: None) -> None:
    told = agreement(DECEMBER)
    tellers = [one.teller for one in told.orders]
    assert {"presidency of Belarus", "Human Rights Watch", "lawyers"} <= set(tellers)
    assert ("Relief on potash", "123 people freed") in {(one, other) for one, other, _ in told.order_conflicts}


def test_promise_release_and_instrument_are_tied_from_each_of_the_three(example: None) -> None:
    lens = queries.lens(None, None)
    expected = (DECEMBER, "relief-potash", "2025-12-13", "ofac-gl-13")
    ties = [agreement(DECEMBER).links, instrument("ofac-gl-13").links, queries.ties_of_release("2025-12-13", lens)]
    for found in ties:
        keys = {(one.agreement, one.commitment, one.batch, one.instrument): one.because for one in found}
        assert keys.get(expected)


def test_what_was_not_yet_told_is_not_there(example: None) -> None:
    early = queries.lens(None, "2025-12-14")
    assert queries.instrument("ofac-gl-13", early) is None
    assert queries.agreement("belarus-us-2026-03", early) is None
    assert DECEMBER in {one.id for one in queries.agreements(early)}
    assert queries.agreement("nowhere", early) is None and queries.sanctioner("nobody", early) is None


def test_a_withdrawn_claim_stays_visible_and_counts_no_more(own: Client) -> None:
    before = promise(DECEMBER, "relief-potash")
    lines = [one.number for one in agreement(DECEMBER).claims if one.kind == "Fulfilled"]
    append([Candidate(DECEMBER, Retracted(number, "mistaken"), None, "anna") for number in lines])
    told = agreement(DECEMBER)
    after = next(one for one in told.commitments if one.key == "relief-potash")
    assert before.assessments and not after.assessments
    assert {one.number for one in told.claims if one.standing is Standing.RETRACTED} == set(lines)


def test_every_number_has_a_unit_a_time_and_a_speaker(example: None) -> None:
    lens = queries.lens(None, None)
    amounts = [found for one in queries.agreements(lens) for found in _amounts(plain(agreement(one.id)))]
    assert len(amounts) > 20
    for one in amounts:
        assert one["unit"] and one["when"] and isinstance(one["speaker"], str)
        assert one["because"] or one["high"] is None or one["high"] == 0, one


def _amounts(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if {"low", "high"} <= value.keys() and "unit" in value:
            yield value
        for item in value.values():
            yield from _amounts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _amounts(item)


@pytest.mark.database
@pytest.mark.parametrize("number", [1, 553])
def test_a_release_of_which_only_a_number_is_known_has_no_people(live: Path, number: int) -> None:
    said = Evidence("s-x", "X")
    told = [
        Candidate("s-x", Captured("X")),
        Candidate("only-a-number", BatchAnnounced("Some people", PartialDate.parse("2025-03"), "X", number), said),
        Candidate("deal", AgreementReported("A deal", PartialDate.parse("2025-03"), ("A", "B")), said),
        Candidate(
            "deal",
            CommitmentMade("free", "A", "B", Owed.RELEASE, number=number, unit="people", batch="only-a-number"),
            said,
        ),
    ]
    append(told)
    lens = queries.lens("2025-04-02", None, Audience.DRAFT)
    answer = queries.agreement("deal", lens)
    assert answer is not None
    (one,) = answer.commitments
    assert one.freed is not None and (one.freed.low, one.freed.high, one.people) == (0, number, ())
    assert one.done.answer is Answer.UNKNOWN
    assert queries.people(Filters(), 1, lens).total == 0


@pytest.mark.database
def test_a_due_day_that_is_told_anew_stands_beside_the_first_each_by_whose_word(live: Path) -> None:
    first, later = Evidence("s-x", "X"), Evidence("s-x", "An envoy")
    told = [
        Candidate("s-x", Captured("X")),
        Candidate("deal", AgreementReported("A deal", PartialDate.parse("2025-03"), ("A", "B")), first),
        *(
            Candidate("deal", CommitmentMade("free", "A", "B", Owed.RELEASE, due=PartialDate.parse(due)), said)
            for said, due in ((first, "2025-05-01"), (later, "2025-06-01"), (later, "2025-05-01"))
        ),
    ]
    append(told)
    agree()
    answer = queries.agreement("deal", queries.lens("2025-05-20", None))
    assert answer is not None
    days = [(one.when, one.speakers) for one in answer.commitments[0].due_days]
    assert days == [("2025-05-01", ("X", "An envoy")), ("2025-06-01", ("An envoy",))]
    shown = re.sub(r"\s+", " ", Client().get("/agreements/deal?on=2025-05-20").content.decode())
    assert "by 1 May 2025" in shown and "by 1 June 2025" in shown
    assert "sources tell it differently" in shown and "has not passed" not in shown
