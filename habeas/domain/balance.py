"""Why a count of one day, as known at one moment, became that of another: each person in one term at most.

Between two looks a person changes for one of two reasons: we learned something else about the first day, or something
happened between the days. The look at the first day with the later knowledge tells the two apart: since a person either
counts or does not, exactly one of the two steps makes a difference that stays. What happened is then read from the
turn after which it stayed so. No term is what is left over; the terms of each end add up because each person's do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from habeas.domain.counting import Piece, Rule
from habeas.domain.custody import AGAIN
from habeas.domain.masks import CONFINED
from habeas.domain.turning import Reading, Reason, Term


@dataclass(frozen=True, slots=True)
class Look:
    """A day, and everybody's pieces by what is known at a moment: those that reach into the days balanced, at least."""

    day: int
    told: Mapping[str, Sequence[Piece]]


class Change(NamedTuple):
    """Who changed, why, and in which direction. `day` is the turn itself, nought where it was learned."""

    person: str
    term: Term
    kind: str
    sign: int
    day: int = 0


Key = tuple[Term, str, int]
"""A term, its kind, and the direction."""

People = list[tuple[str, int]]
"""Ids, each with the day of the turn."""

Terms = Mapping[Key, People]


@dataclass(frozen=True, slots=True)
class End:
    """One end of the balance: the number before, who changed and why, the number after.

    Together by terms, since at either end there may be hundreds of thousands.
    """

    before: int
    terms: Terms
    after: int

    @property
    def changes(self) -> Iterator[Change]:
        for (term, kind, sign), people in self.terms.items():
            yield from (Change(person, term, kind, sign, day) for person, day in people)

    def by_term(self) -> dict[Key, People]:
        """In the order of the terms; those who came before those who left."""
        order = {term: place for place, term in enumerate(Term)}
        keys = sorted(self.terms, key=lambda one: (-one[2], order[one[0]], one[1]))
        return {key: self.terms[key] for key in keys if self.terms[key]}


def by_terms(changes: Iterable[Change]) -> dict[Key, People]:
    found: dict[Key, People] = defaultdict(list)
    for person, term, kind, sign, day in changes:
        found[term, kind, sign].append((person, day))
    return found


def put_together(told: Iterable[Terms]) -> dict[Key, People]:
    """Terms of different people as one."""
    found: dict[Key, People] = defaultdict(list)
    for terms in told:
        for key, people in terms.items():
            found[key] += people
    return found


@dataclass(frozen=True, slots=True)
class Balance:
    """What is certain and what is possible, each with its own terms."""

    certain: End
    possible: End


def balance(rule: Rule, earlier: Look, later: Look, among: Iterable[str]) -> Balance:
    """`among` names everybody who may count at either look."""
    people = sorted(set(among))
    return Balance(*(walked(Reading(rule, sure), earlier, later, people) for sure in (True, False)))


def walked(reading: Reading, earlier: Look, later: Look, people: Iterable[str]) -> End:
    """One end, of these people alone."""
    walk = _Walk(reading, earlier, later)
    for person in people:
        walk.take(person)
    return walk.end()


@dataclass(slots=True)
class _Walk:
    """One end as it is added up person by person."""

    reading: Reading
    earlier: Look
    later: Look
    before: int = 0
    after: int = 0
    changes: list[Change] = field(default_factory=list)

    def take(self, person: str) -> None:
        then, now = self.earlier.told.get(person, ()), self.later.told.get(person, ())
        was, comes = self._counts(then, self.earlier.day), self._counts(now, self.later.day)
        self.before += was
        self.after += comes
        if was is comes:
            return
        sign = 1 if comes else -1
        if self._counts(now, self.earlier.day) is comes:
            self.changes.append(self._learned(person, then, now, sign))
        else:
            self.changes.append(self._happened(person, now, sign))

    def end(self) -> End:
        return End(self.before, by_terms(self.changes), self.after)

    def _counts(self, told: Sequence[Piece], day: int) -> bool:
        """As `standing` tells, of one end alone, since everybody who differs passes here several times."""
        if self.reading.rule.so_far:
            return any(piece.first <= day and self.reading.takes(piece) for piece in told)
        for piece in told:
            if piece.end > day:
                return piece.first <= day and self.reading.takes(piece)
        return False

    def _learned(self, person: str, then: Sequence[Piece], now: Sequence[Piece], sign: int) -> Change:
        """What was not known, or known otherwise, at the earlier moment: the person, custody, or a recognition."""
        lacking = then if sign > 0 else now
        here = next((piece for piece in lacking if piece.covers(self.earlier.day)), None)
        kind = "person" if not lacking else self.reading.learned(here.may_be) if here else "custody"
        return Change(person, Term.LEARNED_LATE if sign > 0 else Term.CORRECTED, kind, sign)

    def _happened(self, person: str, now: Sequence[Piece], sign: int) -> Change:
        """Read along the days; if the later look is of an earlier day, the same turns are taken back."""
        back = self.later.day < self.earlier.day
        first, last = sorted((self.earlier.day, self.later.day))
        comes = (sign > 0) is not back
        (term, kind), day = self._came(now, first, last) if comes else self._went(now, last)
        return Change(person, term, kind, sign, day)

    def _came(self, told: Sequence[Piece], first: int, last: int) -> tuple[Reason, int]:
        """The turn from which on the person counts on the last day, and where they came from."""
        place = self._first_of_run(told, last)
        run = told[place]
        if place and self.reading.held(told[place - 1].may_be):
            return (Term.RECOGNISED, ""), run.first
        start = self._came_from(told, place - 1, first)
        if start < 0:
            return self.reading.from_nothing(run.may_be, run.by), run.first
        again = run.by == AGAIN or any(not piece.may_be & ~CONFINED for piece in told[:start])
        return self.reading.from_base(told[start].may_be, again=again), run.first

    def _came_from(self, told: Sequence[Piece], start: int, first: int) -> int:
        """Back over doubt, and over custody within the days balanced, to what the person certainly was before."""
        while start >= 0 and told[start].first > first and self._passed_over(told[start].may_be):
            start -= 1
        return start

    def _passed_over(self, may_be: int) -> bool:
        return self.reading.doubtful(may_be) or self.reading.held(may_be)

    def _went(self, told: Sequence[Piece], last: int) -> tuple[Reason, int]:
        """The last turn up to the last day at which the person ceased to count."""
        reading = self.reading
        assert not reading.rule.so_far, "who has ever counted does so on every later day"
        place = max(at for at, piece in enumerate(told) if piece.first <= last and reading.takes(piece))
        after = place + 1
        while reading.doubtful(told[after].may_be) and not told[after].covers(last):
            after += 1
        if reading.doubtful(told[after].may_be):
            return (Term.IN_DOUBT, ""), told[place].end
        return reading.to(told[after].may_be, told[after].by), told[place].end

    def _first_of_run(self, told: Sequence[Piece], last: int) -> int:
        if self.reading.rule.so_far:
            return next(at for at, piece in enumerate(told) if self.reading.takes(piece))
        place = next(at for at, piece in enumerate(told) if piece.covers(last))
        while place and self.reading.takes(told[place - 1]):
            place -= 1
        return place
