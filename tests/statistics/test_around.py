"""Before and after: counts in half-open windows, and a band that holds what other days show."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from habeas.problems import BadInput
from habeas.statistics.around import around

FIRST, LAST = date(2022, 1, 1), date(2026, 1, 1)
DEAL = date(2024, 7, 3)


def evenly(chance: np.random.Generator, number: int) -> list[date]:
    return [FIRST + timedelta(days=int(day)) for day in chance.integers(0, (LAST - FIRST).days, number)]


def test_windows_are_half_open() -> None:
    days = [DEAL - timedelta(days=31), DEAL - timedelta(days=30), DEAL - timedelta(days=1), DEAL]
    days += [DEAL + timedelta(days=29), DEAL + timedelta(days=30)]
    ((_, change),) = around(DEAL, {"freed": days}, length=30, observed=(FIRST, LAST)).series
    assert (change.before, change.after, change.difference) == (2, 2, 0)


def test_a_day_like_any_other_lies_in_the_band_and_a_mass_release_does_not() -> None:
    chance = np.random.default_rng(3)
    usual = evenly(chance, 900)
    mass = [*usual, *[DEAL + timedelta(days=2)] * 120]
    answer = around(DEAL, {"usual": usual, "mass": mass}, length=60, observed=(FIRST, LAST))
    told = dict(answer.series)
    assert told["usual"].band_low <= told["usual"].difference <= told["usual"].band_high
    assert told["mass"].difference > told["mass"].band_high
    assert told["mass"].as_far < 0.05 < told["usual"].as_far


def test_bands_hold_ordinary_days_as_often_as_they_say() -> None:
    chance = np.random.default_rng(4)
    days = [FIRST + timedelta(days=int(day)) for day in chance.integers(100, (LAST - FIRST).days - 100, 60)]
    inside = []
    for number, day in enumerate(days):
        ((_, change),) = around(day, {"x": evenly(chance, 1500)}, length=45, observed=(FIRST, LAST), seed=number).series
        inside.append(change.band_low <= change.difference <= change.band_high)
    assert np.mean(inside) > 0.85


def test_net_is_those_freed_less_those_newly_detained() -> None:
    freed, detained = [DEAL] * 30, [DEAL + timedelta(days=5)] * 31
    answer = around(
        DEAL, {"freed": freed, "detained": detained}, length=30, observed=(FIRST, LAST), net=("freed", "detained")
    )
    assert answer.net is not None
    assert (answer.net.before, answer.net.after) == (0, -1)


def test_a_window_beyond_what_is_observed_is_refused() -> None:
    with pytest.raises(BadInput, match="reach beyond what is observed"):
        around(date(2022, 1, 10), {"freed": []}, length=30, observed=(FIRST, LAST))
    with pytest.raises(BadInput, match="other days to compare"):
        around(DEAL, {"freed": []}, length=300, observed=(date(2023, 6, 1), date(2025, 6, 1)))
