"""The lists of those who recognise, side by side: how many each counts, who is on one and not on the other, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations

from habeas.problems import BadInput
from habeas.register.answers import Lens
from habeas.register.counted import DayCounted, ListOf, ListsAnswer, OneListOnly, OnlyOn, SharedBy
from habeas.register.counts import people_counted
from habeas.register.definitions import definition
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
    held = {one: people_counted(rule_for(one, asked), lens) for one in load().recognisers}
    held = {one: people for one, people in held.items() if people}
    lists = [
        ListOf(
            key=one,
            title=title("recognisers", one),
            designates=load().recognisers[one].designates.meaning,
            rulesets=tuple(title("rulesets", use.ruleset) for use in load().recognisers[one].uses),
            low=sum(low for low, _ in people.values()),
            high=len(people),
        )
        for one, people in held.items()
    ]
    lists.sort(key=lambda one: (-one.high, one.title))
    pairs = [_shared(one.key, other.key, held) for one, other in combinations(lists, 2)]
    return ListsAnswer(tuple(lists), tuple(pairs), asked.key, as_of(lens))


def _shared(one: str, other: str, held: Mapping[str, Mapping[str, tuple[int, int]]]) -> SharedBy:
    both = held[one].keys() & held[other].keys()
    return SharedBy(one, other, len(both), len(held[one].keys() - both), len(held[other].keys() - both))


def list_series(recogniser: str, key: str, days: Sequence[date], lens: Lens) -> tuple[DayCounted, ...]:
    """One list's number on each of the days, for itself."""
    return tuple(counted_on(rule_for(recogniser, definition(key)), days, lens))


def only_on(key: str, one: str, other: str, lens: Lens) -> OnlyOn:
    """Who is on one list and not on the other, each with the reason why the other does not count them."""
    for recogniser in (one, other):
        if recogniser not in load().recognisers:
            there = ", ".join(sorted(load().recognisers))
            raise BadInput(f"There is no recogniser “{recogniser[:80]}”. Known are: {there}.")
    asked = definition(key)
    first, second = (people_counted(rule_for(each, asked), lens) for each in (one, other))
    alone = first.keys() - second.keys()
    names = first_names(lens)
    reasons = _reasons(alone, other, lens)
    people = [OneListOnly(id, names.get(id, ""), *reasons[id]) for id in alone]
    people.sort(key=lambda person: (person.why, not person.name, person.name, person.id))
    return OnlyOn(one, other, tuple(people), as_of(lens))


def _reasons(people: Iterable[str], other: str, lens: Lens) -> dict[str, tuple[str, date | None]]:
    """`later` (the other recognised them after the day), `ended`, `criteria` (declined), or `never` said anything."""
    day = lens.on.toordinal()
    told: dict[str, list[tuple[int, int]]] = defaultdict(list)
    where = "kind = 'recogniser' AND key = %s"
    for person, first, ending in known("register_fact", "person, first, ending", lens, where, other):
        told[person].append((first, ending))
    declined = {one for (one,) in known("register_fact", "person", lens, "kind = 'refused' AND key = %s", other)}
    former = {one for (one,) in known("register_fact", "person", lens, "kind = 'former' AND key = %s", other)}
    found: dict[str, tuple[str, date | None]] = {}
    for one in people:
        later = [first for first, _ in told.get(one, ()) if first > day]
        ended = [ending for _, ending in told.get(one, ()) if ending <= day]
        if later:
            found[one] = "later", date.fromordinal(min(later))
        elif ended:
            found[one] = "ended", date.fromordinal(max(ended))
        elif one in former:
            found[one] = "former", None
        else:
            found[one] = ("declined" if one in declined else "never"), None
    return found
