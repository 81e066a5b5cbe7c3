"""What happened between two days, as known at one moment: who came to count or ceased to, and the row at which."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from operator import itemgetter
from typing import Any

from habeas.domain.balance import Change
from habeas.domain.counting import Rule
from habeas.domain.turning import Reading, Reason, Term, Turning
from habeas.register.answers import Lens
from habeas.register.counting_sql import ends_and_before
from habeas.register.tables import by_days, known
from habeas.vocabulary.values import Definition

Row = tuple[Any, ...]
_FIRST, _WAS_FIRST, _END = 1, 7, 8
"""Places in a row: the turn's day, that of the piece before, and what the turn adds to each of the two ends."""


class Turned:
    """All turns between two days as known at the later look, asked of the database once for both ends."""

    def __init__(self, asked: Definition, rule: Rule, earlier: Lens, later: Lens) -> None:
        self._key, self._rule, self._later = asked.key, rule, later
        self._back = later.on < earlier.on
        self.first, self.last = sorted((earlier.on.toordinal(), later.on.toordinal()))
        sure, sure_before, may, may_before = ends_and_before(rule)
        more_than_one = "CASE WHEN place > 1 THEN 2 ELSE place END"
        within = f"CASE WHEN was_first > {self.first} THEN 1 ELSE 0 END"
        columns = f"person, first, may_be, by, {more_than_one}, was_may_be, {within}, was_first"
        columns = f"{columns}, {sure} - {sure_before}, {may} - {may_before}"
        where = f"first > %s AND first <= %s AND ({sure} <> {sure_before} OR {may} <> {may_before})"
        rows = by_days("register_stretch", columns, later, where, self.first, self.last)
        self._rows = sorted(rows, key=itemgetter(_FIRST))

    def who(self, place: int) -> dict[str, Row]:
        """Those who differ between the days, each with the turn that tells why: the last; so far, the first.

        The turns of a person go one way and the other by turns, so that the first tells what they were before it and
        the last what they are after: the two days differ where both go the same way.
        """
        at = _END + place
        firsts = {row[0]: row for row in reversed(self._rows) if row[at]}
        if self._rule.so_far:
            return {person: firsts[person] for person in self._first_time(place)}
        lasts = {row[0]: row for row in self._rows if row[at]}
        return {person: row for person, row in lasts.items() if row[at] == firsts[person][at]}

    def changes(self, place: int, who: Mapping[str, Row]) -> Iterator[Change | str]:
        """How each of these differs; of those whose whole story has to be read, the id alone."""
        reading = Reading(self._rule, sure=not place)
        # A few dozen kinds of turns there are, and many people who turned alike.
        came, went = (cache(_of_row(tell)) for tell in (reading.came, reading.went))
        after, forth, at = self._after_doubt(reading, place), -1 if self._back else 1, _END + place
        for person, row in who.items():
            why = came(row[2:7]) if row[at] > 0 else went(row[2:7]) or after.get((person, row[_FIRST]))
            yield Change(person, why[0], why[1], row[at] * forth, row[_FIRST]) if why else person

    def _first_time(self, place: int) -> Iterator[str]:
        day = "possible" if place else "first"
        where = f"kind = 'ever' AND key = %s AND {day} > %s AND {day} <= %s"
        rows = known("register_fact", "person", self._later, where, self._key, self.first, self.last)
        return (person for (person,) in rows)

    def _after_doubt(self, reading: Reading, place: int) -> Mapping[tuple[str, int], Reason]:
        """Of those who ceased to count for certain and came into doubt: what followed it.

        Where nobody's recognition is asked for, doubt with no turn after it lasts until the last day.
        """
        at = _END + place
        doubts = {(row[0], row[_FIRST]) for row in self._rows if row[at] < 0 and reading.doubtful(row[2])}
        if not doubts:
            return {}
        found: dict[tuple[str, int], Reason] = {}
        if not self._rule.demand:
            latest = {row[0]: row[_FIRST] for row in self._rows}
            found = {(person, day): (Term.IN_DOUBT, "") for person, day in doubts if latest[person] == day}
        for row in self._rows:
            if (row[0], row[_WAS_FIRST]) in doubts and (why := reading.went(Turning._make(row[2:7]))):
                found[row[0], row[_WAS_FIRST]] = why
        return found


def _of_row(tell: Callable[[Turning], Reason | None]) -> Callable[[Row], Reason | None]:
    return lambda told: tell(Turning._make(told))
