"""How many people count on a day under a definition, who they are, and the same broken down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from habeas.domain.counting import Piece, Rule, episodes
from habeas.domain.words import Span, Unit
from habeas.register.answers import CountAnswer, Lens
from habeas.register.counted import CountedPerson, PeopleBehind
from habeas.register.counting_sql import may, may_be_counted, sure
from habeas.register.definitions import definition, shown
from habeas.register.demands import rule_of
from habeas.register.lenses import as_of
from habeas.register.tables import known
from habeas.vocabulary.values import Definition

Ends = tuple[int, int]
PIECE = "first, ending, may_be, sure_by, may_by, since"


def count(key: str, lens: Lens) -> CountAnswer:
    """What counts in every way the claims allow (`low`), and what counts in one of them at least (`high`)."""
    asked = definition(key)
    low, high = _total(asked, lens)
    return CountAnswer(low, high, shown(asked), as_of(lens))


def behind(key: str, lens: Lens) -> PeopleBehind:
    """The people behind both ends of a count, by name within each."""
    asked = definition(key)
    found = contributions(asked, lens)
    names = dict(known("register_name", "person, text", lens, "place = 0"))
    people = [CountedPerson(one, names.get(one, ""), low, high) for one, (low, high) in found.items()]
    people.sort(key=lambda one: (not one.low, not one.name, one.name, one.id))
    low, high = sum(one.low for one in people), sum(one.high for one in people)
    return PeopleBehind(CountAnswer(low, high, shown(asked), as_of(lens)), tuple(people))


def contributions(asked: Definition, lens: Lens) -> Mapping[str, Ends]:
    """What each person adds to the two ends, of those who add anything."""
    rule = rule_of(asked)
    if asked.unit is Unit.EPISODES and rule.so_far:
        return _episodes(rule, lens)
    counted = people_counted(rule, lens)
    return _prosecutions(counted, lens) if asked.unit is Unit.PROSECUTIONS else counted


def people_counted(rule: Rule, lens: Lens) -> dict[str, Ends]:
    """Everybody who may count, with 1 for those who count for certain."""
    day = lens.on.toordinal()
    if not rule.so_far:
        where = f"first <= %s AND ending > %s AND {may_be_counted(rule)}"
        return {one: (low, 1) for one, low in known("register_stretch", f"person, {sure(rule)}", lens, where, day, day)}
    where = f"first <= %s AND {may_be_counted(rule)} GROUP BY person"
    return {one: (low, 1) for one, low in known("register_stretch", f"person, MAX({sure(rule)})", lens, where, day)}


def pieces_of(lens: Lens, where: str = "", *values: str | int) -> dict[str, list[Piece]]:
    """The pieces of everybody, in order; `where` narrows whose."""
    found: dict[str, list[Piece]] = defaultdict(list)
    for person, *days in known("register_stretch", f"person, {PIECE}", lens, where, *values):
        found[person].append(Piece(*days))
    for told in found.values():
        told.sort(key=lambda piece: piece.first)
    return found


def _total(asked: Definition, lens: Lens) -> Ends:
    rule, day = rule_of(asked), lens.on.toordinal()
    plain = asked.unit is Unit.PEOPLE or asked.unit is Unit.EPISODES
    if plain and asked.span is Span.ON_THE_DAY:
        columns = f"COALESCE(SUM({sure(rule)}), 0), COALESCE(SUM({may(rule)}), 0)"
        ((low, high),) = known("register_stretch", columns, lens, "first <= %s AND ending > %s", day, day)
        return int(low), int(high)
    found = contributions(asked, lens).values()
    return sum(low for low, _ in found), sum(high for _, high in found)


def _prosecutions(counted: Mapping[str, Ends], lens: Lens) -> dict[str, Ends]:
    day = lens.on.toordinal()
    found: dict[str, list[int]] = {}
    for person, first in known("register_fact", "person, first", lens, "kind = 'prosecution' AND possible <= %s", day):
        if person in counted:
            ends = found.setdefault(person, [0, 0])
            ends[0] += counted[person][0] and first <= day
            ends[1] += 1
    return {one: (int(low), high) for one, (low, high) in found.items()}


def _episodes(rule: Rule, lens: Lens) -> dict[str, Ends]:
    day = lens.on.toordinal()
    told = pieces_of(lens, "first <= %s", day)
    found = {one: episodes(pieces, rule, day) for one, pieces in told.items()}
    return {one: ends for one, ends in found.items() if ends[1]}
