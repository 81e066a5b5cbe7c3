"""Estimates over HTTP: as the register reckons them, refused in words, and with no number of few people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.test import Client

from habeas.api.estimates import around_told, missed_told
from habeas.domain.suppress import FLOOR
from habeas.problems import BadInput
from habeas.register import queries
from habeas.register.ask.around import AroundAnswer
from habeas.register.ask.undercount import Overlap, OverlapAnswer
from habeas.register.lenses import as_of
from habeas.statistics.around import Around, Change, Window
from habeas.statistics.histories import Histories, histories
from tests.api.test_questions import got


def numbers(told: Any, name: str = "") -> Iterator[tuple[str, int]]:
    if isinstance(told, dict):
        for key, value in told.items():
            yield from numbers(value, key)
    elif isinstance(told, list):
        for value in told:
            yield from numbers(value, name)
    elif isinstance(told, int) and not isinstance(told, bool):
        yield name, told


def test_how_long_custody_lasts_is_told_as_the_register_reckons_it(reader: Client) -> None:
    told = got(reader, "estimates/durations?on=2026-01-01")
    found = queries.how_long((), queries.lens("2026-01-01", None)).found
    assert told["median"]["day"] == found.median.day and told["stays"] == found.stays
    at = {one.day: one.share for one in found.held}
    assert told["lengths"] and all(one["share"] == at[one["days"]] for one in told["lengths"])
    assert all({"way", "share", "low", "high"} == set(way) for one in told["lengths"] for way in one["ways"])


@pytest.mark.parametrize("address", ["durations", "around?around=2025-09-11", "around?around=2024-07-01&days=30"])
def test_no_number_of_few_people_is_told(reader: Client, address: str) -> None:
    told = got(reader, f"estimates/{address}")
    counted = ("stays", "releases", "watched", "unrecognised", "recognised_late", "before", "after", "number", "people")
    few = [(name, number) for name, number in numbers(told) if name in counted and 0 < number < FLOOR]
    assert not few and told["floor"] == FLOOR


def test_what_cannot_be_estimated_is_refused_in_words(reader: Client) -> None:
    assert "would be a guess" in got(reader, "estimates/undercount", 409)["what"]
    early = got(reader, "estimates/durations?on=2000-01-01", 409)
    assert early["where"] == "register" and early["what"] and early["next"]
    missed = got(reader, "estimates/undercount", 409)
    assert "lists" in missed["next"] and missed["next"] != early["next"]
    assert got(reader, "estimates/around", 400)["where"] == "around"
    assert "calendar" in got(reader, "estimates/around?around=2025-02-30", 400)["what"]
    assert got(reader, "estimates/around?around=2025-09-11&days=0", 400)["where"] == "days"


def test_lists_that_overlap_are_estimated_and_their_few_are_put_together(reader: Client) -> None:
    now = as_of(queries.lens("", None))
    seen = Histories(("a", "b"), {(1, 0): 40, (0, 1): 30, (1, 1): 60})
    overlaps = (Overlap(("a",), 40), Overlap(("b",), 30), Overlap(("a", "b"), 60))
    told = missed_told(OverlapAnswer((("a", 100), ("b", 90)), overlaps, seen, now))
    assert [(one.lists, one.people) for one in told.overlaps] == [(("a",), 40), (("b",), 30), (("a", "b"), 60)]
    assert told.averaged.total > 130 and told.lists[0].people == 100
    few = (replace(overlaps[0], people=3), *overlaps[1:])
    seen = Histories(("a", "b"), {(1, 0): 3, (0, 1): 30, (1, 1): 40})
    with pytest.raises(BadInput, match="would tell how many"):
        missed_told(OverlapAnswer((("a", 63), ("b", 90)), few, seen, now))


def test_of_three_lists_with_few_the_estimates_are_told_to_a_step(reader: Client) -> None:
    counts = dict(zip(histories(3), (3, 40, 35, 60, 45, 52, 38), strict=True))
    names = {one: tuple(name for name, there in zip("abc", one, strict=True) if there) for one in counts}
    overlaps = tuple(Overlap(names[one], number) for one, number in counts.items())
    seen = Histories(("a", "b", "c"), counts)
    told = missed_told(OverlapAnswer((("a", 1), ("b", 1), ("c", 1)), overlaps, seen, as_of(queries.lens("", None))))
    assert all(one.people is None for one in told.lists)
    ends = [end for one in told.estimates for end in (one.total, one.low, one.high)]
    assert all(end % (2 * FLOOR) == 0 for end in (*ends, told.averaged.total, told.averaged.low))
    assert all(one.aic == round(one.aic) and one.bic == round(one.bic) for one in told.estimates)


def test_a_net_number_is_told_where_both_its_parts_are(reader: Client) -> None:
    freed, detained = Change(20, 30, 10, -5.0, 5.0, 0.1), Change(3, 12, 9, -5.0, 5.0, 0.1)
    net = Change(17, 18, 1, -9.0, 9.0, 0.5)
    window = Window(date(2025, 9, 11), 90)
    found = Around(window, (("freed", freed), ("detained", detained)), net, date(2020, 1, 1), date(2026, 1, 1), 2000)
    told = {one.what: one for one in around_told(AroundAnswer(found, (), as_of(queries.lens("", None)))).series}
    assert (told["freed"].before, told["freed"].difference) == (20, 10)
    assert (told["detained"].before, told["detained"].after, told["detained"].difference) == (None, 12, None)
    assert (told["net"].before, told["net"].after, told["net"].difference) == (None, 18, None)
