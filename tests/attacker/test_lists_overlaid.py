"""Lists laid over each other: small overlaps can be reckoned out with the lists' own lengths, where both are told."""

from __future__ import annotations

import random
from collections.abc import Hashable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import lru_cache
from itertools import count, islice

from habeas.api.estimates import Missed, OnList, missed_told
from habeas.problems import BadInput
from habeas.register.answers import AsOf
from habeas.register.ask.undercount import Overlap, OverlapAnswer
from habeas.statistics.histories import Histories, histories
from habeas.statistics.undercount import refuse
from tests.attacker.of_tables import read_all_cells
from tests.attacker.solve import Unknowns

NAMES = ("A", "B", "C")
ON = AsOf(date(2025, 1, 1), datetime(2025, 1, 1, tzinfo=UTC), "1", replay=False)


def overlaid(seed: int) -> OverlapAnswer:
    luck = random.Random(seed)
    counts = {one: luck.choice((luck.randrange(1, 8), luck.randrange(12, 60))) for one in histories(len(NAMES))}
    seen = Histories(NAMES, counts)
    overlaps = tuple(Overlap(tuple(n for n, on in zip(NAMES, one, strict=True) if on), counts[one]) for one in counts)
    return OverlapAnswer(tuple((name, seen.on(at)) for at, name in enumerate(NAMES)), overlaps, seen, ON)


def recovered(told: Missed, answer: OverlapAnswer) -> list[tuple[object, int]]:
    """Which overlaps of few are left one number; each must be so."""
    cells = [one.lists for one in answer.overlaps]
    alone: dict[Hashable, int] = {one.lists: one.people for one in told.overlaps if one.lists}
    rest = sum(one.people for one in told.overlaps if not one.lists)
    unknowns = Unknowns(sum(alone.values()) + rest)
    read_all_cells(unknowns, cells, alone)
    unknowns.total([one for one in cells if one not in alone], rest)
    for one in told.lists:
        if one.people is not None:
            unknowns.total([cell for cell in cells if one.recogniser in cell], one.people)
    found = list(unknowns.recovered([one for one in cells if one not in alone]))
    truth = {one.lists: one.people for one in answer.overlaps}
    assert all(truth[lists] == number for lists, number in found)  # type: ignore[index]
    return found


@lru_cache
def some() -> tuple[tuple[OverlapAnswer, Missed], ...]:
    """Of random lists those from which something can be estimated, with what the API tells."""
    answers = (overlaid(seed) for seed in count())
    return tuple((one, missed_told(one)) for one in islice(filter(_can_tell, answers), 8))


def _can_tell(answer: OverlapAnswer) -> bool:
    try:
        refuse(answer.seen)
    except BadInput:
        return False
    return True


def test_no_overlap_of_few_is_recovered_from_what_the_api_tells() -> None:
    assert not [recovered(told, answer) for answer, told in some() if recovered(told, answer)]


def test_with_the_lengths_of_the_lists_overlaps_of_few_are_recovered() -> None:
    longer = [(one, replace(told, lists=tuple(OnList(*pair) for pair in one.lists))) for one, told in some()]
    assert sum(bool(recovered(told, answer)) for answer, told in longer) > 1


def test_lengths_are_told_where_nothing_is_put_together() -> None:
    seen = Histories(NAMES, dict.fromkeys(histories(len(NAMES)), 20))
    overlaps = tuple(Overlap(tuple(n for n, on in zip(NAMES, one, strict=True) if on), 20) for one in seen.counts)
    answer = OverlapAnswer(tuple((name, seen.on(at)) for at, name in enumerate(NAMES)), overlaps, seen, ON)
    assert [one.people for one in missed_told(answer).lists] == [80, 80, 80]
