"""The undercount from overlapping lists: a published table, populations of known size, and lists that can't tell."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from habeas.problems import BadInput
from habeas.statistics.histories import Histories, histories, of_members
from habeas.statistics.models import Model, fit, models_of, profile
from habeas.statistics.undercount import estimate

# Killed in Kosovo between 20 March and 22 June 1999 by four lists: Ball and others 2002, docslib.org/download/5184155.
KOSOVO = Path(__file__).parent / "kosovo_1999.csv"
SINGLES = ((0,), (1,), (2,))


def kosovo() -> Histories:
    with KOSOVO.open(encoding="utf-8", newline="") as opened:
        head, *rows = csv.reader(opened)
    counts = {tuple(map(int, row[:-1])): int(row[-1]) for row in rows}
    return Histories(tuple(head[:-1]), counts)


def test_every_hierarchical_model_of_three_and_four_lists_is_tried_and_the_two_way_ones_of_five() -> None:
    assert [len(set(models_of(lists))) for lists in (3, 4, 5)] == [8, 113, 1024]


def test_the_table_of_kosovo_gives_what_is_known_of_it() -> None:
    answer = estimate(kosovo())
    assert answer.seen.people == 4400
    best, second = answer.estimates[:2]
    assert [round(one) for one in (best.total, best.low, best.high)] == [10357, 9005, 12105]
    assert [round(one) for one in (second.total, second.low, second.high)] == [12741, 10130, 16542]
    assert (round(best.bic, 2), round(second.bic, 2)) == (101.61, 101.69)
    assert (best.freedom, round(best.deviance, 2)) == (4, 9.32)
    assert min(answer.estimates, key=lambda one: one.aic) == second
    assert set(best.depends) == {"EXH*HRW", "OSCE*HRW", "EXH*ABA*OSCE"}
    assert any("fit about equally well" in one for one in answer.warnings)


def test_models_named_in_the_literature_are_among_those_shown() -> None:
    by_name = {frozenset(one.depends): one for one in estimate(kosovo()).estimates}
    independent = by_name[frozenset()]
    assert [round(one) for one in (independent.total, independent.low, independent.high)] == [7395, 7173, 7634]
    saturated = max(by_name.values(), key=lambda one: len(one.depends) * 10 - one.freedom)
    assert round(min(one.deviance for one in by_name.values()), 3) == 0
    assert saturated.total > 0
    without_rest = next(one for one in by_name.values() if one.freedom == 0)
    assert without_rest.total == pytest.approx(16941.9, abs=0.1)


def test_the_average_of_models_is_no_surer_than_the_models_agree() -> None:
    averaged = estimate(kosovo()).averaged
    assert averaged.low < 10357 < 12741 < averaged.high
    assert averaged.least < 9005 and averaged.most > 16542


@pytest.mark.parametrize(
    ("draws", "within"), [(80, 0.07), pytest.param(1000, 0.02, marks=pytest.mark.proof)], ids=["cut", "whole"]
)
@pytest.mark.parametrize("pair", [(), ((0, 1),)], ids=["independent", "two lists depend"])
def test_profile_intervals_hold_the_truth_as_often_as_they_say(
    draws: int, within: float, pair: tuple[tuple[int, int]]
) -> None:
    chance = np.random.default_rng(20251213)
    model, truth = Model((*SINGLES, *pair)), 2000
    by_profile = 0
    for _ in range(draws):
        seen = drawn(truth, bool(pair), chance)
        fitted = fit(model, seen)
        assert fitted is not None
        low, high = profile(fitted, seen)
        by_profile += low <= truth and (high is None or truth <= high)
    assert abs(by_profile / draws - 0.95) <= within


def drawn(people: int, dependent: bool, chance: np.random.Generator) -> Histories:
    """A population of known size on three lists; with a dependence, the first list makes the second likelier."""
    first = chance.random(people) < 0.4
    second = chance.random(people) < np.where(first & dependent, 0.5, 0.3)
    third = chance.random(people) < 0.35
    places = np.arange(people)
    return of_members({name: set(places[on]) for name, on in (("one", first), ("two", second), ("three", third))})


def test_a_dependence_that_is_not_let_in_misleads() -> None:
    """The reason for showing more than one model: the wrong one is sure of a wrong number."""
    chance = np.random.default_rng(1)
    wrong = [fit(Model(SINGLES), drawn(2000, True, chance)) for _ in range(20)]
    assert sum(one is not None and one.high < 2000 for one in wrong) > 10


def test_two_lists_are_estimated_by_chapman_with_a_warning() -> None:
    answer = estimate(Histories(("one", "two"), {(1, 1): 40, (1, 0): 60, (0, 1): 80}))
    assert answer.averaged.total == pytest.approx(101 * 121 / 41 - 1)
    assert answer.averaged.low < answer.averaged.total < answer.averaged.high
    assert "From two lists nobody can tell" in answer.warnings[0]


@pytest.mark.parametrize(
    ("members", "told"),
    [
        ({"a": range(50), "b": range(45, 90)}, "share fewer than 7 people"),
        ({"a": range(100), "b": range(50)}, "taken from the other"),
        ({"a": range(100), "b": range(99, 200), "c": range(199, 300)}, "hardly overlap"),
        ({"a": range(100), "b": range(50, 150), "c": ()}, "holds nobody"),
        ({"a": range(100)}, "2 to 5 lists"),
        ({str(one): range(one, 90) for one in range(6)}, "2 to 5 lists"),
    ],
)
def test_lists_that_can_not_tell_are_refused_with_the_reason(members: dict[str, range], told: str) -> None:
    with pytest.raises(BadInput, match=told):
        estimate(of_members(members))


def test_five_lists_are_estimated_by_their_two_way_models() -> None:
    chance = np.random.default_rng(5)
    on = chance.random((3000, 5)) < [0.3, 0.25, 0.35, 0.2, 0.3]
    answer = estimate(of_members({str(at): set(np.flatnonzero(on[:, at])) for at in range(5)}))
    assert answer.tried == 1024
    assert answer.averaged.low < 3000 < answer.averaged.high


def test_histories_tell_who_is_on_just_these_lists() -> None:
    seen = of_members({"a": {1, 2, 3}, "b": {3, 4}})
    assert dict(seen.counts) == {(1, 1): 1, (1, 0): 2, (0, 1): 1}
    assert histories(2) == [(1, 1), (1, 0), (0, 1)]
    with pytest.raises(BadInput, match="Every history"):
        Histories(("a", "b"), {(1, 1): 3})
