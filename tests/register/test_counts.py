"""Counts against a slow, plain recount: every definition, broken down or not, on random registers."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from habeas.domain.judgements import Withheld
from habeas.domain.lines import Candidate
from habeas.domain.suppress import Band
from habeas.domain.words import Basis, Unit
from habeas.problems import BadInput
from habeas.register import queries
from habeas.register.answers import Audience
from habeas.register.breakdowns import KINDS, grouped_by
from habeas.register.counts import people_counted
from habeas.register.demands import rule_for
from habeas.vocabulary.load import load
from tests.register.chance import a_day, a_lens, a_register
from tests.register.conftest import detained, named, say
from tests.register.plain import recount

pytestmark = pytest.mark.database

FEW, MANY = 6, 1000
LOOKS = 4
"""From how many days and moments each register is looked at."""


def compare(luck: random.Random) -> None:
    a_register(luck, people=luck.randrange(4, 12), lines=luck.randrange(20, 90))
    for _ in range(LOOKS):
        lens = a_lens(luck)
        for key, asked in load().definitions.items():
            plain = recount(asked, lens)
            counted = queries.count(key, lens)
            ends = sum(low for low, _ in plain.values()), sum(high for _, high in plain.values())
            assert (counted.low, counted.high) == ends, (key, lens)
            behind = queries.behind(key, lens)
            assert {one.id: (one.low, one.high) for one in behind.people} == plain, (key, lens)


@pytest.mark.parametrize("seed", range(FEW))
def test_every_count_is_that_of_a_plain_recount(live: Path, seed: int) -> None:
    compare(random.Random(seed))


@pytest.mark.proof
@pytest.mark.parametrize("seed", range(FEW, MANY))
def test_every_count_is_that_of_a_plain_recount_on_many_registers(live: Path, seed: int) -> None:
    compare(random.Random(seed))


@pytest.mark.parametrize("seed", range(FEW))
def test_a_series_is_the_count_of_each_of_its_days(live: Path, seed: int) -> None:
    luck = random.Random(seed)
    a_register(luck, people=8, lines=80)
    for key in (one.key for one in queries.definitions() if one.unit is not Unit.PROSECUTIONS):
        lens = a_lens(luck)
        days = sorted({a_day(luck) for _ in range(8)})
        told = [(one.day, one.low, one.high) for one in queries.series(key, days, lens).days]
        alone = [(day, queries.count(key, replace(lens, on=day))) for day in days]
        assert told == [(day, one.low, one.high) for day, one in alone], (key, lens)


@pytest.mark.parametrize("seed", range(FEW))
def test_lists_side_by_side_are_those_of_the_people_on_each(live: Path, seed: int) -> None:
    luck = random.Random(seed)
    a_register(luck, people=12, lines=120)
    for _ in range(LOOKS):
        lens, asked = a_lens(luck), load().definitions["held"]
        on = {one: people_counted(rule_for(one, asked), lens) for one in load().recognisers}
        told = queries.recogniser_lists("held", lens)
        ends = {one: (sum(low for low, _ in people.values()), len(people)) for one, people in on.items() if people}
        assert {one.key: (one.low, one.high) for one in told.lists} == ends
        for pair in told.pairs:
            one, other = on[pair.one].keys(), on[pair.other].keys()
            parts = len(one & other), len(one - other), len(other - one)
            assert (pair.both, pair.only_one, pair.only_other) == parts
        days = sorted({a_day(luck) for _ in range(5)})
        for one, series in zip(on, queries.lists_series([*on], "held", days, lens), strict=True):
            people = [people_counted(rule_for(one, asked), replace(lens, on=day)).values() for day in days]
            assert [(each.low, each.high) for each in series] == [
                (sum(low for low, _ in each), len(each)) for each in people
            ]


@pytest.mark.parametrize("seed", range(3))
def test_breakdowns_asked_for_together_are_those_asked_for_alone(live: Path, seed: int) -> None:
    luck = random.Random(seed)
    a_register(luck)
    for key in ("held", "viasna", "so_far", "prosecutions"):
        lens = a_lens(luck)
        assert grouped_by(key, KINDS, lens) == tuple(queries.grouped(key, by, lens) for by in KINDS)


@pytest.mark.parametrize("seed", range(3))
def test_the_cells_of_a_breakdown_hold_the_total(live: Path, seed: int) -> None:
    """Of what a person can have one of alone, the cells' certain people are in the total and the possible reach it."""
    luck = random.Random(seed)
    a_register(luck)
    for by in KINDS:
        for key in ("held", "viasna", "so_far", "prosecutions"):
            told = queries.grouped(key, by, a_lens(luck))
            total = told.total
            assert all(0 <= one.low <= one.high for one in told.groups)
            if not told.several:
                assert sum(one.low for one in told.groups) <= total.low
            assert sum(one.high for one in told.groups) >= total.high
            assert all(one.high <= total.high for one in told.groups)


def test_a_kind_of_breakdown_that_is_none_is_told_with_those_there_are(two: Path) -> None:
    with pytest.raises(BadInput, match="facility"):
        queries.grouped("held", "shoe size", queries.lens(None, None))


def test_people_who_are_withheld_enter_one_number_to_a_step_of_ten(live: Path) -> None:
    ids = [f"p-{place:010x}" for place in range(14)]
    say(*(line for one in ids for line in (named(one, f"Person {one}"), detained(one, "2024-05-01"))))
    lens = queries.lens("2024-06-01", None, Audience.DRAFT)
    assert queries.people_kept_back(lens) == Band(0, 9)
    say(*(Candidate(one, Withheld(0, Basis.FAMILY)) for one in ids[:11]))
    lens = queries.lens("2024-06-01", None, Audience.DRAFT)
    assert queries.count("held", lens).high == 3
    assert queries.people_kept_back(lens) == Band(10, 19)
