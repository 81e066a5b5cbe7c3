"""What the rules read of the annotated texts; the floors are the goals, and nobody may be proposed as freed wrongly."""

from __future__ import annotations

from functools import cache

import pytest

from tests.reading.gold.gold import half
from tests.reading.gold.score import Score, score

FLOORS = {
    "people": (0.95, 0.90),
    "counts": (0.95, 0.90),
    "releases": (0.90, 0.80),
    "sentences": (0.90, 0.80),
    "said": (0.90, 0.80),
}


@cache
def _dev() -> Score:
    return score(half("dev", ("en", "ru", "be")))


@pytest.mark.parametrize("kind", sorted(FLOORS))
def test_precision_and_recall_reach_the_goals(kind: str) -> None:
    precision, recall = FLOORS[kind]
    found = _dev().kinds[kind]
    assert found.precision >= precision and found.recall >= recall, "\n".join(found.told)


def test_nobody_who_was_not_freed_is_proposed_as_freed() -> None:
    assert _dev().wrongly_freed == []


def test_days_are_read_as_the_text_gives_them() -> None:
    days, dates = _dev().days, _dev().dates
    assert days.recall >= 0.9 and not dates.told, days.told + dates.told
