"""Recognisers' lists as a public table may tell them: ends of few people are widened, and overlaps of few not told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from habeas.domain.suppress import widened
from habeas.register.answers import Lens
from habeas.register.counted import DayCounted, ListsAnswer, SharedBy
from habeas.register.recogniser_lists import lists_series, recogniser_lists


def public_lists(key: str, lens: Lens) -> ListsAnswer:
    """As `recogniser_lists`; of two lists nothing is told where any part of them is few, since the parts add up."""
    told = recogniser_lists(key, lens)
    lists = tuple(replace(one, low=low, high=high) for one in told.lists for low, high in [widened(one.low, one.high)])
    return replace(told, lists=lists, pairs=tuple(_told(one) for one in told.pairs))


def public_lists_series(
    recognisers: Sequence[str], key: str, days: Sequence[date], lens: Lens
) -> list[tuple[DayCounted, ...]]:
    return [tuple(_widened(one)) for one in lists_series(recognisers, key, days, lens)]


def _told(pair: SharedBy) -> SharedBy:
    parts = (pair.both, pair.only_one, pair.only_other)
    few = any(part is None or widened(part, part) != (part, part) or not part for part in parts)
    return replace(pair, both=None, only_one=None, only_other=None) if few else pair


def _widened(days: Iterable[DayCounted]) -> Iterable[DayCounted]:
    return (replace(one, low=low, high=high) for one in days for low, high in [widened(one.low, one.high)])
