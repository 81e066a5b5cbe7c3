"""How long custody lasts: against the library where it can do the same, and against a world whose truth is known."""

from __future__ import annotations

import numpy as np
import pytest
from statsmodels.duration.survfunc import CumIncidenceRight, SurvfuncRight

from habeas.problems import BadInput
from habeas.statistics.curves import curves
from habeas.statistics.durations import durations
from habeas.statistics.stays import Drawn, Stay

DAYS = (200.0, 400.0, 600.0, 800.0)
SHAPE, SCALE, END, PARDONED = 1.4, 700.0, 2000.0, 0.4


def still_held(days: float) -> float:
    """The truth of the invented world: the share held longer than that."""
    return float(np.exp(-((days / SCALE) ** SHAPE)))


def world(chance: np.random.Generator, people: int) -> list[Stay]:
    """Arrested over four years, recognised months later if still held; releases told by day, month or half-year."""
    stays: list[Stay] = []
    while len(stays) < people:
        arrested = chance.uniform(0, 1500)
        recognised = arrested + chance.exponential(150)
        left = arrested + SCALE * chance.weibull(SHAPE)
        if recognised >= min(left, END):
            continue
        way = "pardon" if chance.random() < PARDONED else "term"
        stays.append(Stay((arrested, arrested), (recognised, recognised), *told(left, recognised, way, chance)))
    return stays


def told(left: float, recognised: float, way: str, chance: np.random.Generator) -> tuple[tuple[float, float], str]:
    if left > END:
        return (END, END), ""
    width = chance.choice([0, 30, 90, 180])
    first = np.floor(left / width) * width if width else left
    return (max(first, recognised), first + width), way


def plain_curve(stays: list[Stay]) -> SurvfuncRight:
    """What one does who forgets that people come under observation late: the release dated to its middle day."""
    lasted = [sum(one.left) / 2 - one.arrested[0] for one in stays]
    return SurvfuncRight(lasted, [int(one.way != "") for one in stays])


@pytest.mark.parametrize(
    ("worlds", "people", "within"),
    [(24, 250, 0.16), pytest.param(1000, 400, 0.02, marks=pytest.mark.proof)],
    ids=["cut", "whole"],
)
def test_curves_are_unbiased_and_bands_hold_the_truth_where_a_plain_curve_fails(
    worlds: int, people: int, within: float
) -> None:
    chance = np.random.default_rng(7)
    errors, held, plain = [], [], []
    way_errors, way_held = [], []
    for number in range(worlds):
        stays = world(chance, people)
        answer = durations(stays, DAYS, draws=10, seed=number)
        truth = [still_held(day) / still_held(answer.since) for day in DAYS]
        errors.append([point.share - true for point, true in zip(answer.held, truth, strict=True)])
        held.append([point.low <= true <= point.high for point, true in zip(answer.held, truth, strict=True)])
        pardoned = dict(answer.ways)["pardon"]
        out = [PARDONED * (1 - true) for true in truth]
        way_errors.append([point.share - true for point, true in zip(pardoned, out, strict=True)])
        way_held.append([point.low <= true <= point.high for point, true in zip(pardoned, out, strict=True)])
        naive = plain_curve(stays)
        plain.append([naive.surv_prob[naive.surv_times <= day][-1] - still_held(day) for day in DAYS])
    bias = np.abs(np.mean(errors, axis=0))
    assert bias.max() < 0.02
    assert np.abs(np.mean(held) - 0.95) <= within
    assert np.abs(np.mean(way_errors, axis=0)).max() < 0.02
    assert np.abs(np.mean(way_held) - 0.95) <= within
    assert np.mean(plain, axis=0)[0] > 0.05
    assert np.abs(np.mean(plain, axis=0)).max() > 3 * bias.max()


def test_the_share_out_by_each_way_is_unbiased() -> None:
    chance = np.random.default_rng(8)
    errors = []
    for number in range(12):
        answer = durations(world(chance, 300), DAYS, draws=6, seed=number)
        pardoned = dict(answer.ways)["pardon"]
        base = still_held(answer.since)
        errors.append([one.share - PARDONED * (1 - still_held(one.day) / base) for one in pardoned])
    assert np.abs(np.mean(errors, axis=0)).max() < 0.03


def test_without_delayed_entry_the_curves_are_the_library_s_own_to_the_last_digit() -> None:
    chance = np.random.default_rng(1)
    out, last = chance.exponential(400, 300), chance.exponential(800, 300)
    lasted, way = np.minimum(out, last), np.where(out <= last, chance.integers(1, 3, 300), 0)
    ours = curves(Drawn(np.zeros(300), lasted, way), 2, since=0.0)
    with np.errstate(all="ignore"):
        theirs = CumIncidenceRight(lasted, way)
    places = np.searchsorted(theirs.times, ours.held.days)[:-3]
    for at in (0, 1):
        np.testing.assert_allclose(ours.ways[at].values[:-3], theirs.cinc[at][places], atol=1e-12)
        np.testing.assert_allclose(ours.ways[at].errors[:-3], theirs.cinc_se[at][places], atol=1e-9)
    everything_out = ours.ways[0].values + ours.ways[1].values
    np.testing.assert_allclose(everything_out, 1 - ours.held.values, atol=1e-12)


def test_a_month_is_not_its_first_day() -> None:
    """The band is wider where days are known roughly, and no release lies outside its bounds."""
    exact = [Stay((0, 0), (1, 1), (day, day), "term") for day in range(100, 400, 10)]
    rough = [Stay((0, 0), (1, 1), (day - 50, day + 50), "term") for day in range(100, 400, 10)]
    sharp, blurred = (durations(stays, (250.0,), seed=3).held[0] for stays in (exact, rough))
    assert blurred.high - blurred.low > sharp.high - sharp.low
    assert durations(rough, (49.0,), seed=3).held[0].share == 1.0


def test_the_same_seed_gives_the_same_answer() -> None:
    stays = world(np.random.default_rng(2), 60)
    assert durations(stays, DAYS, draws=4, seed=5) == durations(stays, DAYS, draws=4, seed=5)


def test_a_median_that_was_not_reached_is_none() -> None:
    stays = [Stay((0, 0), (1, 1), (500, 500), "term" if at < 3 else "") for at in range(20)]
    assert durations(stays, (600.0,)).median.day is None


def test_one_early_release_known_roughly_does_not_make_the_median_early() -> None:
    late = [Stay((0, 0), (1, 1), (day, day), "term") for day in range(1500, 1900, 16)]
    middle = durations([Stay((0, 0), (1, 1), (400, 600), "pardon"), *late], (500.0,), seed=1).median
    assert middle.low is not None and middle.day is not None and middle.high is not None
    assert 1500 <= middle.low < middle.day < middle.high


@pytest.mark.parametrize(
    ("build", "words"),
    [
        (lambda: durations([Stay((0, 0), (1, 1), (9, 9), "term")], DAYS), "1 stays are known"),
        (lambda: Stay((5, 4), (6, 6), (9, 9)), "the earlier stands first"),
        (lambda: Stay((0, 0), (9, 9), (9, 9)), "ended before anybody watched"),
    ],
)
def test_stays_that_tell_nothing_are_refused(build: object, words: str) -> None:
    assert callable(build)
    with pytest.raises(BadInput, match=words):
        build()


def test_those_watched_on_a_day_are_those_recognised_before_and_not_yet_out() -> None:
    stays = [Stay((0.0, 0.0), (entry, entry), (out, out), "pardon") for entry, out in ((5, 50), (10, 50), (60, 90))]
    stays += [Stay((0.0, 0.0), (1.0, 1.0), (200.0, 200.0), "") for _ in range(5)]
    assert durations(stays, [8.0, 20.0, 70.0, 199.0]).watched == (6, 7, 6, 5)


def test_where_few_are_still_watched_the_curve_says_nothing() -> None:
    held = [Stay((0.0, 0.0), (1.0, 1.0), (200.0 + place, 200.0 + place), "") for place in range(6)]
    assert durations(held, [100.0, 200.5, 203.5, 300.0]).reached == (0, 1)
    freed = [Stay(one.arrested, one.watched, one.left, "pardon") for one in held]
    assert durations(freed, [100.0, 200.5, 203.5, 300.0]).reached == (0, 1)
