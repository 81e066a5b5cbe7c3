"""A balance read from turns: who counts at each look, and of those who differ the row at which they turned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from habeas.domain.balance import Change
from habeas.domain.counting import Rule
from habeas.domain.turning import Reading, Reason, Term, Turning
from habeas.register.answers import Lens
from habeas.register.counting_sql import ends_and_before
from habeas.register.counts import contributions
from habeas.register.tables import along, on_the_day
from habeas.vocabulary.values import Definition

Ends = Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Looked:
    """Who counts at the first look, at the first day as known later, and at the later look."""

    then: Ends
    since: Ends
    now: Ends

    def of_end(self, place: int) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        then, since, now = (
            frozenset(one for one, ends in each.items() if ends[place]) for each in (self.then, self.since, self.now)
        )
        return then, since, now


def looked(asked: Definition, earlier: Lens, later: Lens) -> Looked:
    then, now = contributions(asked, earlier), contributions(asked, later)
    same = earlier.known == later.known
    return Looked(then, then if same else contributions(asked, replace(later, on=earlier.on)), now)


@dataclass(slots=True)
class _Turns:
    """Of one end: the turn at which each person came to count or ceased to."""

    came: dict[str, Turning] = field(default_factory=dict)
    went: dict[str, Turning] = field(default_factory=dict)


class Turned:
    """All turns between two days as known at the later look, asked of the database once for both ends."""

    def __init__(self, rule: Rule, earlier: Lens, later: Lens) -> None:
        self._rule = rule
        self._earlier, self._later = earlier, later
        self.first, self.last = sorted((earlier.on.toordinal(), later.on.toordinal()))
        self._ends = (_Turns(), _Turns())
        self._after: dict[tuple[str, int], Turning] = {}
        self._latest: dict[str, int] = {}
        columns = "person, first, may_be, by, place, was_first, was_may_be"
        flags = ends_and_before(rule)
        where = f"first > %s AND first <= %s AND ({flags[0]} <> {flags[1]} OR {flags[2]} <> {flags[3]})"
        for person, *told, counts, did, may, might in along(
            "register_stretch", f"{columns}, {', '.join(flags)}", later, where, self.first, self.last
        ):
            turn = Turning(*told)
            self._take(self._ends[0], person, turn, counts, did)
            self._take(self._ends[1], person, turn, may, might)
            self._after[person, turn.was_first] = turn
            self._latest[person] = max(turn.first, self._latest.get(person, 0))

    def _take(self, end: _Turns, person: str, turn: Turning, now: int, before: int) -> None:
        if now == before:
            return
        kept = end.came if now else end.went
        other = kept.get(person)
        # So far the first time counts, on a day the last.
        if other is None or (turn.first < other.first) is self._rule.so_far:
            kept[person] = turn

    def changes(self, place: int, who: Looked) -> Iterator[Change | str]:
        """Each change of the end; of those whose whole story has to be read, the id alone."""
        then, since, now = who.of_end(place)
        reading = Reading(self._rule, sure=not place)
        back = self._later.on < self._earlier.on
        yield from self._learned(reading, (now & since) - then, then - since - now)
        for people, sign in ((now - since - then, 1), ((then & since) - now, -1)):
            tell = self._came if (sign > 0) is not back else self._went
            for person in people:
                found = tell(reading, self._ends[place], person)
                yield Change(person, *found[0], sign, found[1]) if found else person

    def _learned(self, reading: Reading, late: frozenset[str], corrected: frozenset[str]) -> Iterator[Change]:
        there = _what_they_were(self._earlier) if late else {}
        for person in late:
            kind = reading.learned(there[person]) if person in there else "person"
            yield Change(person, Term.LEARNED_LATE, kind, 1)
        there = _what_they_were(replace(self._later, on=self._earlier.on)) if corrected else {}
        others = self._told_of() if corrected - there.keys() else frozenset()
        for person in corrected:
            kind = "custody" if person in others else "person"
            yield Change(person, Term.CORRECTED, reading.learned(there[person]) if person in there else kind, -1)

    def _told_of(self) -> frozenset[str]:
        """Everybody of whom claims tell anything between the days, or ever before the last where that is asked."""
        since = 0 if self._rule.so_far else self.first
        rows = on_the_day("register_stretch", "person", self._later, "first <= %s AND ending > %s", self.last, since)
        return frozenset(person for (person,) in rows)

    def _came(self, reading: Reading, end: _Turns, person: str) -> tuple[Reason, int] | None:
        turn = end.came.get(person)
        why = reading.came(turn, self.first) if turn else None
        return (why, turn.first) if turn and why else None

    def _went(self, reading: Reading, end: _Turns, person: str) -> tuple[Reason, int] | None:
        turn = end.went.get(person)
        if turn is None:
            return None
        why = reading.went(turn) or self._after_doubt(reading, person, turn)
        return (why, turn.first) if why else None

    def _after_doubt(self, reading: Reading, person: str, turn: Turning) -> Reason | None:
        """Where nobody's recognition is asked for, doubt with no turn after it lasts until the last day."""
        after = self._after.get((person, turn.first))
        if after:
            return reading.went(after)
        return (Term.IN_DOUBT, "") if not self._rule.demand and self._latest[person] == turn.first else None


def _what_they_were(lens: Lens) -> dict[str, int]:
    """Everybody of whom claims tell anything on the day, and what they may have been."""
    day = lens.on.toordinal()
    return dict(on_the_day("register_stretch", "person, may_be", lens, "first <= %s AND ending > %s", day, day))
