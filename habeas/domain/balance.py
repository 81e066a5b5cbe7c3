"""Why a count of one day, as known at one moment, became that of another: each person in one term at most.

Between two looks a person changes for one of two reasons: we learned something else about the first day, or something
happened between the days. The look at the first day with the later knowledge tells the two apart: since a person either
counts or does not, exactly one of the two steps makes a difference that stays. What happened is then read from the
turn after which it stayed so. No term is what is left over; the terms of each end add up because each person's do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from habeas.domain.counting import Piece, Rule
from habeas.domain.custody import AGAIN, TOLD, UNTOLD
from habeas.domain.masks import BITS, CONFINED, FREE, GONE, SHORT_OF_FREEDOM, mask, unmask
from habeas.domain.timeline import ANY_LIBERTY
from habeas.domain.words import Status, Word

_ANYTHING = mask(ANY_LIBERTY)
"""What somebody may be of whom nothing but a recognition is known."""


class Term(Word):
    """Why somebody came to count, or ceased to."""

    DETAINED = "detained", "newly detained"
    RETURNED = "returned", "detained again after having been free"
    RECOGNISED = "recognised", "newly recognised while in custody"
    LEARNED_LATE = "learned_late", "counted on the first day already, as was learned since"
    DOUBT_ENDED = "doubt_ended", "whether they count was in doubt, and is no longer"
    RECLASSIFIED_IN = "reclassified_in", "moved from a restriction that does not count to one that does"
    FREED = "freed", "freed"
    DIED = "died", "died"
    RECLASSIFIED_OUT = "reclassified_out", "no longer counted without being free"
    CORRECTED = "corrected", "not counted on the first day, as was learned since"
    IN_DOUBT = "in_doubt", "whether they count is now in doubt"
    LEFT = "left", "no longer counted; claims differ on whether freed or how"


@dataclass(frozen=True, slots=True)
class Look:
    """A day, and everybody's pieces by what is known at a moment: those that reach into the days balanced, at least."""

    day: int
    told: Mapping[str, Sequence[Piece]]


@dataclass(frozen=True, slots=True)
class Change:
    """Who changed, why, and in which direction. `day` is the turn itself, nought where it was learned."""

    person: str
    term: Term
    kind: str
    sign: int
    day: int = 0


@dataclass(frozen=True, slots=True)
class End:
    """One end of the balance: the number before, who changed and why, the number after."""

    before: int
    changes: tuple[Change, ...]
    after: int

    def by_term(self) -> dict[tuple[Term, str, int], list[Change]]:
        """In the order of the terms; those who came before those who left."""
        found: dict[tuple[Term, str, int], list[Change]] = defaultdict(list)
        order = {term: place for place, term in enumerate(Term)}
        for change in sorted(self.changes, key=lambda one: (-one.sign, order[one.term], one.kind, one.person)):
            found[change.term, change.kind, change.sign].append(change)
        return found


@dataclass(frozen=True, slots=True)
class Balance:
    """What is certain and what is possible, each with its own terms."""

    certain: End
    possible: End


def balance(rule: Rule, earlier: Look, later: Look, among: Iterable[str]) -> Balance:
    """`among` names everybody who may count at either look."""
    people = sorted(set(among))
    ends = [_Walk(rule, earlier, later, sure) for sure in (True, False)]
    for person in people:
        for end in ends:
            end.take(person)
    return Balance(ends[0].end(), ends[1].end())


@dataclass(slots=True)
class _Walk:
    """One end as it is added up person by person."""

    rule: Rule
    earlier: Look
    later: Look
    sure: bool
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
        return End(self.before, tuple(self.changes), self.after)

    def _counts(self, told: Sequence[Piece], day: int) -> bool:
        """As `standing` tells, of one end alone, since everybody who differs passes here several times."""
        if self.rule.so_far:
            return any(piece.first <= day and self._takes(piece) for piece in told)
        for piece in told:
            if piece.end > day:
                return piece.first <= day and self._takes(piece)
        return False

    def _learned(self, person: str, then: Sequence[Piece], now: Sequence[Piece], sign: int) -> Change:
        """What was not known, or known otherwise, at the earlier moment: the person, custody, or a recognition."""
        lacking = then if sign > 0 else now
        day = self.earlier.day
        here = next((piece for piece in lacking if piece.covers(day)), None)
        kind = "custody" if not lacking or here is None or not self._held(here) else "recognition"
        return Change(
            person, Term.LEARNED_LATE if sign > 0 else Term.CORRECTED, "person" if not lacking else kind, sign
        )

    def _happened(self, person: str, now: Sequence[Piece], sign: int) -> Change:
        """Read along the days; if the later look is of an earlier day, the same turns are taken back."""
        back = self.later.day < self.earlier.day
        first, last = sorted((self.earlier.day, self.later.day))
        comes = (sign > 0) is not back
        term, kind, day = self._came(now, first, last) if comes else self._went(now, last)
        return Change(person, term, kind, sign, day)

    def _came(self, told: Sequence[Piece], first: int, last: int) -> tuple[Term, str, int]:
        """The turn from which on the person counts on the last day, and where they came from."""
        place = self._first_of_run(told, last)
        turn = told[place].first
        if place and self._held(told[place - 1]):
            return Term.RECOGNISED, "", turn
        start = self._came_from(told, place - 1, first)
        if start < 0:
            alone = told[place].may_be == _ANYTHING
            kind = TOLD if told[place].by == TOLD else ""
            return (Term.RECOGNISED, "alone", turn) if alone else (Term.DETAINED, kind, turn)
        base = told[start]
        if self._doubtful(base):
            return Term.DOUBT_ENDED, "", turn
        if self.rule.status_sure(base):
            return Term.RECOGNISED, "", turn
        if not base.may_be & ~SHORT_OF_FREEDOM:
            return Term.RECLASSIFIED_IN, _word(base.may_be), turn
        again = told[place].by == AGAIN or any(not piece.may_be & ~CONFINED for piece in told[:start])
        return (Term.RETURNED if again else Term.DETAINED), "", turn

    def _came_from(self, told: Sequence[Piece], start: int, first: int) -> int:
        """Back over doubt, and over custody within the days balanced, to what the person certainly was before."""
        while start >= 0 and told[start].first > first and (self._doubtful(told[start]) or self._held(told[start])):
            start -= 1
        return start

    def _went(self, told: Sequence[Piece], last: int) -> tuple[Term, str, int]:
        """The last turn up to the last day at which the person ceased to count."""
        assert not self.rule.so_far, "who has ever counted does so on every later day"
        place = max(at for at, piece in enumerate(told) if piece.first <= last and self._takes(piece))
        turn = told[place].end
        after = place + 1
        if self._held(told[after]):
            return Term.RECLASSIFIED_OUT, "recognition", turn
        while self._doubtful(told[after]) and not told[after].covers(last):
            after += 1
        if self._doubtful(told[after]):
            return Term.IN_DOUBT, "", turn
        left = told[after].may_be
        if self.rule.status_sure(told[after]):
            return Term.RECLASSIFIED_OUT, "recognition", turn
        if not left & ~GONE:
            return Term.DIED, "in_custody" if not left & BITS[Status.DEAD] else "", turn
        if not left & ~SHORT_OF_FREEDOM:
            return Term.RECLASSIFIED_OUT, _word(left), turn
        if left & FREE and not left & ~FREE:
            # From bail, which is no custody, no exit is told.
            return Term.FREED, told[after].by or UNTOLD, turn
        return Term.LEFT, "", turn

    def _first_of_run(self, told: Sequence[Piece], last: int) -> int:
        if self.rule.so_far:
            return next(at for at, piece in enumerate(told) if self._takes(piece))
        place = next(at for at, piece in enumerate(told) if piece.covers(last))
        while place and self._takes(told[place - 1]):
            place -= 1
        return place

    def _takes(self, piece: Piece) -> bool:
        return self.rule.sure(piece) if self.sure else self.rule.may(piece)

    def _held(self, piece: Piece) -> bool:
        return self.rule.status_sure(piece) if self.sure else self.rule.status_may(piece)

    def _doubtful(self, piece: Piece) -> bool:
        """Whether the statuses that may be count and don't; what is possible knows no doubt."""
        return self.sure and self.rule.status_may(piece) and not self.rule.status_sure(piece)


def _word(may_be: int) -> str:
    return str(unmask(may_be)[0]) if len(unmask(may_be)) == 1 else ""
