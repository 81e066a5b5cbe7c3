"""The lists of those who recognise, side by side: how many each counts, who is on one and not on the other, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations

from habeas.domain.one_list import Days, Lists, Why, reasons, usual_lag
from habeas.problems import BadInput
from habeas.register.answers import Lens
from habeas.register.beyond import beyond
from habeas.register.counted import DayCounted, ListOf, ListsAnswer, OneListOnly, OnlyOn, SharedBy
from habeas.register.counts import OnLists, people_counted, people_on_lists
from habeas.register.definitions import definition, shown
from habeas.register.demands import rule_for
from habeas.register.lenses import as_of
from habeas.register.naming import first_names
from habeas.register.sentence_parts import title
from habeas.register.series import counted_on
from habeas.register.tables import known
from habeas.vocabulary.load import load


def recogniser_lists(key: str, lens: Lens) -> ListsAnswer:
    """Everybody's list of those who are held by the definition's statuses on the day, and how far they overlap."""
    asked = definition(key)
    held = people_on_lists({one: rule_for(one, asked) for one in load().recognisers}, lens)
    ends = {one: (_on(held, one, sure=True), _on(held, one)) for one in load().recognisers}
    lists = [
        ListOf(
            key=one,
            title=title("recognisers", one),
            designates=load().recognisers[one].designates.meaning,
            rulesets=tuple(title("rulesets", use.ruleset) for use in load().recognisers[one].uses),
            low=low,
            high=high,
        )
        for one, (low, high) in ends.items()
        if high
    ]
    lists.sort(key=lambda one: (-one.high, one.title))
    pairs = [_shared(one.key, other.key, held) for one, other in combinations(lists, 2)]
    return ListsAnswer(tuple(lists), tuple(pairs), asked.key, beyond([lens]), as_of(lens))


def _on(held: OnLists, *lists: str, sure: bool = False) -> int:
    """How many are, or may be, on all of these lists."""
    return sum(number for (certain, possible), number in held.items() if (certain if sure else possible) >= {*lists})


def _shared(one: str, other: str, held: OnLists) -> SharedBy:
    both = _on(held, one, other)
    return SharedBy(one, other, both, _on(held, one) - both, _on(held, other) - both)


def lists_series(
    recognisers: Sequence[str], key: str, days: Sequence[date], lens: Lens
) -> list[tuple[DayCounted, ...]]:
    """Each list's number on each of the days, for itself."""
    asked = definition(key)
    return counted_on([rule_for(one, asked) for one in recognisers], days, lens) if recognisers else []


def only_on(key: str, one: str, other: str, lens: Lens) -> OnlyOn:
    """Who is on one list and not on the other, each with the reason why the other does not count them."""
    for recogniser in (one, other):
        if recogniser not in load().recognisers:
            there = ", ".join(sorted(load().recognisers))
            raise BadInput(f"There is no recogniser “{recogniser[:80]}”. Known are: {there}.")
    asked = definition(key)
    first, second = (people_counted(rule_for(each, asked), lens) for each in (one, other))
    lists = _lists(one, other, lens)
    why = reasons(first.keys() - second.keys(), lists, lens.on)
    names = first_names(lens)
    people = [OneListOnly(id, names.get(id, ""), told.why, told.day, told.days) for id, told in why.items()]
    people.sort(key=lambda person: (_ORDER[person.why], not person.name, person.name, person.id))
    lag = usual_lag(lists)
    return OnlyOn(
        one=one,
        other=other,
        designates=(_designates(one), _designates(other)),
        rulesets=(_titles(rules_on(one, lens.on)), _titles(rules_on(other, lens.on))),
        usual_lag=None if lag is None else round(lag),
        people=tuple(people),
        definition=shown(asked),
        beyond=beyond([lens]),
        as_of=as_of(lens),
    )


_ORDER = {why: place for place, why in enumerate(Why)}


def rules_on(recogniser: str, on: date) -> frozenset[str]:
    """The rule-sets that a recogniser uses on a day; none where it published none that was seen."""
    uses = load().recognisers[recogniser].uses
    return frozenset(
        one.ruleset
        for one in uses
        if (one.begins is None or one.begins.first <= on) and (one.ends is None or on <= one.ends.last)
    )


def _lists(one: str, other: str, lens: Lens) -> Lists:
    told = {kind: _facts(kind, other, lens) for kind in ("recogniser", "refused", "former")}
    rules, others = rules_on(one, lens.on), rules_on(other, lens.on)
    return Lists(
        one=_facts("recogniser", one, lens),
        other=told["recogniser"],
        declined=told["refused"].keys(),
        former=told["former"].keys(),
        alike=load().recognisers[one].designates is load().recognisers[other].designates,
        same_rules=bool(rules) and rules == others,
    )


def _facts(kind: str, recogniser: str, lens: Lens) -> dict[str, list[Days]]:
    found: dict[str, list[Days]] = defaultdict(list)
    rows = known("register_fact", "person, first, ending", lens, "kind = %s AND key = %s", kind, recogniser)
    for person, first, ending in rows:
        found[person].append(Days(first, ending))
    return found


def _designates(recogniser: str) -> str:
    return load().recognisers[recogniser].designates.meaning


def _titles(rulesets: Iterable[str]) -> tuple[str, ...]:
    return tuple(title("rulesets", one) for one in sorted(rulesets))
