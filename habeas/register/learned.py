"""What was learned between two moments of one day: who counts on it by what is known later, and not by what was before.

Only rows that stand at one of the two moments alone are read; whoever has none counts at both or at neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from habeas.domain.balance import Key, People, Terms
from habeas.domain.counting import Rule
from habeas.domain.turning import Reading, Term
from habeas.register.answers import Lens
from habeas.register.counting_sql import may, sure
from habeas.register.tables import apart, known_of
from habeas.vocabulary.values import Definition


@dataclass(frozen=True, slots=True)
class _Known:
    """Rows that stand at this lens alone: the person, and whether they count for certain, and possibly."""

    lens: Lens
    rows: list[tuple[Any, ...]]

    def of_end(self, place: int) -> frozenset[str]:
        return frozenset(row[0] for row in self.rows if row[1 + place])

    def were(self, people: Collection[str], days: tuple[int, int]) -> Mapping[str, int]:
        """Of whom claims tell anything within the days: what they may have been on the day, nought for nothing."""
        day = self.lens.on.toordinal()
        may_be = f"CASE WHEN first <= {day} AND ending > {day} THEN may_be ELSE 0 END"
        found: dict[str, int] = {}
        for person, told in known_of("register_stretch", may_be, self.lens, people, days):
            found[person] = told or found.get(person, 0)
        return found


class Learned:
    """The first of two days balanced, as known at each of the two moments."""

    def __init__(self, asked: Definition, rule: Rule, earlier: Lens, later: Lens) -> None:
        self._rule = rule
        self._days = sorted((earlier.on.toordinal(), later.on.toordinal()))
        looks = earlier, replace(later, on=earlier.on)
        same = earlier.known == later.known
        self._then, self._since = (
            _Known(one, [] if same else _rows(asked, rule, one, other)) for one, other in (looks, looks[::-1])
        )

    def who(self, place: int) -> tuple[frozenset[str], frozenset[str]]:
        """Who counts by what is known later alone, and by what was known earlier alone."""
        then, since = self._then.of_end(place), self._since.of_end(place)
        return since - then, then - since

    def changes(self, place: int, late: Collection[str], corrected: Collection[str]) -> Terms:
        """Of some of these, what had not been known, or was known wrongly."""
        terms: dict[Key, People] = defaultdict(list)
        first, last = self._days
        day = self._then.lens.on.toordinal()
        there = self._then.were(late, (day, day))
        for person in late:
            terms[Term.LEARNED_LATE, self._lacking(place, there.get(person)), 1].append((person, 0))
        # Between the days, or ever before the last where that is asked.
        there = self._since.were(corrected, (0 if self._rule.so_far else first, last))
        for person in corrected:
            terms[Term.CORRECTED, self._lacking(place, there.get(person)), -1].append((person, 0))
        return terms

    def _lacking(self, place: int, may_be: int | None) -> str:
        if may_be is None:
            return "person"
        return Reading(self._rule, sure=not place).learned(may_be) if may_be else "custody"


def _rows(asked: Definition, rule: Rule, lens: Lens, other: Lens) -> list[tuple[Any, ...]]:
    day = lens.on.toordinal()
    if rule.so_far:
        certain = f"CASE WHEN first <= {day} THEN 1 ELSE 0 END"
        where = "kind = 'ever' AND key = %s AND possible <= %s"
        return apart("register_fact", f"person, {certain}, 1", lens, other, where, asked.key, day)
    where = "first <= %s AND ending > %s"
    return apart("register_stretch", f"person, {sure(rule)}, {may(rule)}", lens, other, where, day, day)
