"""Counts over time, all as known at one moment: how many on each day, and the times into custody and out by month."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import reduce
from operator import or_

from habeas.domain.counting import Rule
from habeas.domain.custody import TOLD
from habeas.domain.dates import FOREVER
from habeas.domain.words import Unit
from habeas.problems import BadInput
from habeas.register.answers import Lens
from habeas.register.counted import DayCounted, FlowOfMonth, FlowsAnswer, SeriesAnswer
from habeas.register.counting_sql import differs, may, may_before, sure, sure_before
from habeas.register.definitions import definition, shown
from habeas.register.demands import rule_of
from habeas.register.lenses import as_of
from habeas.register.tables import PARTED, by_days, gathered, known

_NEVER = FOREVER.toordinal()
FLOWS_DEFINITION = (
    "Each time into custody and out of it, of whatever kind and whoever recognises the person, in the month in which"
    " claims say that it fell."
)
_FIRST_POSSIBLE = date(1900, 1, 1).toordinal()
"""A claim without a date is of no day that a picture shows."""


def series(key: str, days: Sequence[date], lens: Lens) -> SeriesAnswer:
    """The count of each of the days, which stand in order, by what is known through the lens."""
    asked = definition(key)
    if asked.unit is Unit.PROSECUTIONS:
        raise BadInput(
            f"“{asked.key}” counts {asked.unit}; over time people or episodes are counted. Choose another definition."
        )
    rule = rule_of(asked)
    steps = _first_ones(asked.key, lens) if rule.so_far else _steps(rule, days[-1], lens)
    return SeriesAnswer(shown(asked), as_of(lens), tuple(_along(steps, days)))


def first_day(lens: Lens) -> date | None:
    """The first day of which a claim about custody tells."""
    parts = by_days("register_stretch", "first", lens, "first > %s ORDER BY first LIMIT 1", _FIRST_POSSIBLE)
    return min((date.fromordinal(first) for (first,) in parts), default=None)


def counted_on(rules: Sequence[Rule], days: Sequence[date], lens: Lens) -> list[tuple[DayCounted, ...]]:
    """What rules of the day count on each of the days, read at once; they differ in whose recognition they ask for."""
    return [tuple(_along(steps, days)) for steps in _steps_of(rules, days[-1], lens)]


def _along(steps: Mapping[int, tuple[int, int]], days: Sequence[date]) -> Iterable[DayCounted]:
    turns = sorted(steps)
    place = low = high = 0
    for day in days:
        while place < len(turns) and turns[place] <= day.toordinal():
            low, high = low + steps[turns[place]][0], high + steps[turns[place]][1]
            place += 1
        yield DayCounted(day, low, high)


def _steps(rule: Rule, last: date, lens: Lens) -> dict[int, tuple[int, int]]:
    """Day, up to the last, to what it adds to both ends: what a piece that begins counts for, less the one before.

    Pieces of a person follow each other without a gap, and the last never ends.
    """
    (steps,) = _steps_of([rule], last, lens)
    return steps


def _steps_of(rules: Sequence[Rule], last: date, lens: Lens) -> list[dict[int, tuple[int, int]]]:
    sums = (
        f"SUM({one} - {before})"
        for rule in rules
        for one, before in ((sure(rule), sure_before(rule)), (may(rule), may_before(rule)))
    )
    of_any = Rule(rules[0].counted, reduce(or_, (rule.demand for rule in rules)))
    where = f"first > 0 AND first <= %s AND {differs(of_any)} GROUP BY first"
    columns = ", ".join(["first", *sums])
    found: list[dict[int, tuple[int, int]]] = [{} for _ in rules]
    for day, *told in by_days("register_stretch", columns, lens, where, last.toordinal()):
        for place, steps in enumerate(found):
            low, high = steps.get(day, (0, 0))
            steps[day] = low + int(told[2 * place]), high + int(told[2 * place + 1])
    return found


def _first_ones(key: str, lens: Lens) -> dict[int, tuple[int, int]]:
    """Of those who have ever counted: the day from which each may have, and certainly has."""
    lows: Counter[int] = Counter()
    highs: Counter[int] = Counter()
    where = "kind = 'ever' AND key = %s GROUP BY possible, first"
    for possible, first, number in known("register_fact", "possible, first, COUNT(*)", lens, where, key):
        highs[possible] += number
        lows[first] += number
    return {day: (lows[day], highs[day]) for day in lows.keys() | highs.keys() if day < _NEVER}


def flows(lens: Lens, first: date, last: date) -> FlowsAnswer:
    """Each time into custody and out of it, by month and kind, as far as the day through which one looks.

    A turn that claims date to a month or less is in that month; one that may lie in several is in none, and is told of.
    """
    months: dict[tuple[int, int], Counter[tuple[bool, str]]] = defaultdict(Counter)
    undated: Counter[tuple[bool, str]] = Counter()
    for entry in (True, False):
        within: dict[tuple[int, int] | None, list[str]] = defaultdict(list)
        for (possible, certain), kinds in _turns(entry, first, last, lens):
            month = _month(possible, certain)
            within[month if month and first <= date(*month, 1) <= last else None] += kinds
        for told_of, kinds in within.items():
            into = months[told_of] if told_of else undated
            into.update({(entry, kind): number for kind, number in Counter(kinds).items()})
    told = [FlowOfMonth(date(*month, 1), _told(turns)) for month, turns in sorted(months.items())]
    return FlowsAnswer(tuple(told), _told(undated), as_of(lens))


def _turns(entry: bool, first: date, last: date, lens: Lens) -> Iterator[tuple[tuple[int, int], list[str]]]:
    """The kinds of the turns that are possible from the same day on and certain on the same day."""
    # Whoever is first told of in custody came into it on a day that no claim tells. No turn ends, and said so, an
    # index has them in the order of their days.
    where = f"kind = %s AND key <> '{TOLD}' AND ending = {_NEVER} AND first >= %s AND possible <= %s"
    columns, values = f"possible, first, {gathered('key')}", (first.toordinal(), last.toordinal())
    kind = "entry" if entry else "exit"
    for *days, kinds in by_days("register_fact", columns, lens, f"{where} GROUP BY possible, first", kind, *values):
        yield (days[0], days[1]), kinds.split(PARTED)


def _month(possible: int, certain: int) -> tuple[int, int] | None:
    start, end = date.fromordinal(max(possible, 1)), date.fromordinal(certain)
    # A turn that is certain on the first of a month, and was possible all the month before, happened in that one.
    end = end - timedelta(days=1) if certain > possible and end.day == 1 else end
    return (end.year, end.month) if (start.year, start.month) == (end.year, end.month) else None


def _told(turns: Counter[tuple[bool, str]]) -> tuple[tuple[bool, str, int], ...]:
    return tuple((entry, key, number) for (entry, key), number in sorted(turns.items(), reverse=True))
