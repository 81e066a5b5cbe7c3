"""How many people count on a day under a definition, who they are, and the same broken down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from habeas.domain.counting import Rule
from habeas.domain.words import Span, Unit
from habeas.register.answers import Lens
from habeas.register.answers_counts import CountAnswer
from habeas.register.counted import CountedPerson, PeopleBehind
from habeas.register.counting_sql import may, may_be_counted, sure
from habeas.register.definitions import definition, shown
from habeas.register.demands import rule_of
from habeas.register.lenses import as_of
from habeas.register.naming import first_names
from habeas.register.tables import by_days, in_columns, known
from habeas.vocabulary.values import Definition

Ends = tuple[int, int]
OnLists = Mapping[tuple[frozenset[str], frozenset[str]], int]
"""How many people are on which lists: for certain, and possibly."""

PIECE = "first, ending, may_be, sure_by, may_by, since, sure_cases, may_cases, by"
_ENDS = {"0": (0, 1), "1": (1, 1)}
"""What a person adds by whether they count for certain."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Everybody who adds something to a count, what each adds, and what else was asked of their pieces."""

    people: Sequence[str]
    ends: Sequence[Ends]
    beside: Mapping[str, Sequence[str]]


def count(key: str, lens: Lens) -> CountAnswer:
    """What counts in every way the claims allow (`low`), and what counts in one of them at least (`high`)."""
    asked = definition(key)
    low, high = total(asked, lens)
    return CountAnswer(low, high, shown(asked), as_of(lens))


def behind(key: str, lens: Lens) -> PeopleBehind:
    """The people behind both ends of a count, by name within each."""
    asked = definition(key)
    found = contributions(asked, lens)
    names = first_names(lens)
    people = [CountedPerson(one, names.get(one, ""), low, high) for one, (low, high) in found.items()]
    people.sort(key=lambda one: (not one.low, not one.name, one.name, one.id))
    low, high = sum(one.low for one in people), sum(one.high for one in people)
    return PeopleBehind(CountAnswer(low, high, shown(asked), as_of(lens)), tuple(people))


def contributions(asked: Definition, lens: Lens) -> Mapping[str, Ends]:
    """What each person adds to the two ends, of those who add anything."""
    found = counted(asked, lens)
    return dict(zip(found.people, found.ends, strict=True))


def counted(asked: Definition, lens: Lens, beside: Sequence[str] = ()) -> Counted:
    """`beside` names columns of the pieces of the day; who counts so far does by no one piece."""
    if asked.span is not Span.SO_FAR:
        return _of_the_day(rule_of(asked), lens, *_of_unit(asked), beside)
    found = _so_far(asked, lens)
    return Counted([*found], [*found.values()], {})


def alike(column: str, asked: Definition, lens: Lens) -> list[tuple[int, int, int, int]]:
    """Of a count of the day: each value of a column of the pieces, what people add to both ends, how many of them."""
    low, high = _of_unit(asked)
    where, values = _who_may(rule_of(asked), high, lens)
    columns = f"{column}, {sure(rule_of(asked), low)}, {high}, COUNT(*)"
    return by_days("register_stretch", columns, lens, f"{where} GROUP BY 1, 2, 3", *values)


def people_counted(rule: Rule, lens: Lens) -> dict[str, Ends]:
    """Everybody who may count on the day, with 1 for those who count for certain."""
    found = _of_the_day(rule, lens)
    return dict(zip(found.people, found.ends, strict=True))


def people_on_lists(rules: Mapping[str, Rule], lens: Lens) -> OnLists:
    """How many are on the same lists on the day: certainly on some, possibly on more. The rules ask for one status."""
    if not rules:
        return Counter()
    first, *_ = rules.values()
    demand = reduce(or_, (rule.demand for rule in rules.values()))
    where, values = _who_may(Rule(first.counted, demand), "1", lens)
    columns = f"{sure(Rule(first.counted), f'sure_by & {demand}')}, may_by & {demand}, COUNT(*)"
    found: Counter[tuple[frozenset[str], frozenset[str]]] = Counter()
    for certain, possible, number in by_days("register_stretch", columns, lens, f"{where} GROUP BY 1, 2", *values):
        ends = (frozenset(key for key, rule in rules.items() if bits & rule.demand) for bits in (certain, possible))
        found[next(ends), next(ends)] += number
    return found


def total(asked: Definition, lens: Lens) -> Ends:
    """Both ends of the number alone."""
    rule, day = rule_of(asked), lens.on.toordinal()
    if asked.span is Span.SO_FAR:
        columns = f"COALESCE(SUM(CASE WHEN first <= {day} THEN 1 ELSE 0 END), 0), COUNT(*)"
        where = "kind = 'ever' AND key = %s AND possible <= %s"
        ((low, high),) = known("register_fact", columns, lens, where, asked.key, day)
        return int(low), int(high)
    low_of, high_of = _of_unit(asked)
    columns = f"COALESCE(SUM({sure(rule, low_of)}), 0), COALESCE(SUM({may(rule, high_of)}), 0)"
    parts = by_days("register_stretch", columns, lens, "first <= %s AND ending > %s", day, day)
    return sum(int(low) for low, _ in parts), sum(int(high) for _, high in parts)


def _of_unit(asked: Definition) -> tuple[str, str]:
    """What somebody who counts adds to each end."""
    return ("sure_cases", "may_cases") if asked.unit is Unit.PROSECUTIONS else ("1", "1")


def _who_may(rule: Rule, high: str, lens: Lens) -> tuple[str, tuple[int, int]]:
    """The condition for pieces of the day that may add something, and its values."""
    day = lens.on.toordinal()
    where = f"first <= %s AND ending > %s AND {may_be_counted(rule)}" + (f" AND {high} > 0" if high != "1" else "")
    return where, (day, day)


def _of_the_day(rule: Rule, lens: Lens, low: str = "1", high: str = "1", beside: Sequence[str] = ()) -> Counted:
    where, values = _who_may(rule, high, lens)
    asked = ("person", sure(rule, low), *((high,) if high != "1" else ()), *beside)
    people, lows, *more = in_columns("register_stretch", asked, lens, where, *values)
    if high == "1":
        ends = [_ENDS[one] for one in lows]
    else:
        ends = list(zip(map(int, lows), map(int, more.pop(0)), strict=True))
    return Counted(people, ends, dict(zip(beside, more, strict=True)))


def _so_far(asked: Definition, lens: Lens) -> dict[str, Ends]:
    day = lens.on.toordinal()
    found: dict[str, Ends] = {}
    where = "kind = 'ever' AND key = %s AND possible <= %s"
    for person, first in known("register_fact", "person, first", lens, where, asked.key, day):
        low, high = found.get(person, (0, 0))
        found[person] = low + (first <= day), high + 1
    return found
