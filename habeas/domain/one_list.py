"""Why somebody is on one list and not on another: one reason of a closed list, the surest first."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import NamedTuple

from habeas.domain.words import Word

FEWEST_LAGS = 5
"""Of fewer people on both lists nothing is told of how long one usually comes after the other."""


class Why(Word):
    """What keeps somebody off the other list, as far as claims and the lists' own rules tell."""

    LATER = "later", "recognised later"
    ENDED = "ended", "was on the list, which took it back"
    DECLINED = "declined", "declined"
    FORMER = "former", "recognised only when no longer held"
    DEFINITION = "definition", "the other list says another thing of people"
    LAG = "lag", "recognised by the first so lately that the other has usually not decided yet"
    CRITERIA = "criteria", "the other goes by other criteria; whether they leave this person out isn't told"
    UNTOLD = "untold", "both go by the same criteria: not known to the other, or not told to us"


class Days(NamedTuple):
    """Of a recognition: from which day on it is certain, and the day before which it ended; as ordinals."""

    first: int
    ending: int


@dataclass(frozen=True, slots=True)
class Reason:
    """`day` is when the other recognised or took it back; `days` how long after the first, or so far without."""

    why: Why
    day: date | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Lists:
    """What is said of people by both: their recognitions, and by the other what it refused or said of those once free.

    `alike` says whether both recognitions mean the same, `same_rules` whether both go by the same published criteria.
    """

    one: Mapping[str, Sequence[Days]]
    other: Mapping[str, Sequence[Days]]
    declined: Collection[str]
    former: Collection[str]
    alike: bool
    same_rules: bool


def usual_lag(lists: Lists) -> float | None:
    """After how many days the other follows the first: half of those whom both recognise came as soon or sooner."""
    both = lists.one.keys() & lists.other.keys()
    lags = [_first(lists.other[one]) - _first(lists.one[one]) for one in both]
    return median(max(0, lag) for lag in lags) if len(lags) >= FEWEST_LAGS else None


def reasons(people: Collection[str], lists: Lists, on: date) -> dict[str, Reason]:
    """Of people who are on the first list on the day and not on the other."""
    lag = usual_lag(lists)
    return {one: _by_the_other(one, lists, on) or _by_rules(one, lists, on, lag) for one in people}


def _by_the_other(person: str, lists: Lists, on: date) -> Reason | None:
    """What the other said of the person itself."""
    told, day = lists.other.get(person, ()), on.toordinal()
    if later := [one.first for one in told if one.first > day]:
        began = _first(lists.one[person]) if lists.one.get(person) else None
        return Reason(Why.LATER, date.fromordinal(min(later)), min(later) - began if began else None)
    if ended := [one.ending for one in told if one.ending <= day]:
        return Reason(Why.ENDED, date.fromordinal(max(ended)))
    if person in lists.declined:
        return Reason(Why.DECLINED)
    return Reason(Why.FORMER) if person in lists.former else None


def _by_rules(person: str, lists: Lists, on: date, lag: float | None) -> Reason:
    if not lists.alike:
        return Reason(Why.DEFINITION)
    since = on.toordinal() - _first(lists.one[person]) if lists.one.get(person) else None
    if lag is not None and since is not None and since < lag:
        return Reason(Why.LAG, days=since)
    return Reason(Why.UNTOLD if lists.same_rules else Why.CRITERIA)


def _first(told: Sequence[Days]) -> int:
    return min(one.first for one in told)
