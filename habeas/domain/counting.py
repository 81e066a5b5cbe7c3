"""Who counts on a day: a person's spells and recognitions cut into pieces, and a rule laid over them.

A piece is a half-open run of days on which nothing changes that a rule can ask about. What is certain of it and what is
possible are two answers; a count is therefore two numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby, pairwise, zip_longest
from typing import NamedTuple

from habeas.domain.custody import Turn
from habeas.domain.dates import FOREVER
from habeas.domain.masks import BITS, CONFINED, DIED_HELD, mask
from habeas.domain.recognition import RecognitionSpell
from habeas.domain.spells import Spell
from habeas.domain.words import Answer, Span, Status, Unit

_DEAD = BITS[Status.DEAD]
_NEVER = FOREVER.toordinal()


class Piece(NamedTuple):
    """Days are ordinals. `sure_by` and `may_by` have a bit for each demand that is met for certain, and possibly.

    `since` is the first day of custody unbroken and certain until here; nought where it is neither. `cases` are the
    prosecutions that have begun by then: those certain, and those possible. `by` is the kind of the turn, into custody
    or out of it, with which the piece begins or may begin; empty where it begins with none.
    """

    first: int
    end: int
    may_be: int
    sure_by: int
    may_by: int
    since: int
    sure_cases: int = 0
    may_cases: int = 0
    by: str = ""

    def covers(self, day: int) -> bool:
        return self.first <= day < self.end


@dataclass(frozen=True, slots=True)
class Demand:
    """Whose recognition is asked for: of one of these, or of each of them."""

    recognisers: frozenset[str]
    of_each: bool = False

    def met(self, by: frozenset[str]) -> bool:
        return self.recognisers <= by if self.of_each else bool(self.recognisers & by)


@dataclass(frozen=True, slots=True)
class Demands:
    """Demands in a fixed order: the place of each is its bit."""

    all: tuple[Demand, ...]
    _met: dict[frozenset[str], int] = field(default_factory=dict)

    def bits(self, by: frozenset[str]) -> int:
        """What these bodies meet together; kept, since few of all the sets of bodies there can be ever meet."""
        if by not in self._met:
            self._met[by] = sum(1 << place for place, demand in enumerate(self.all) if demand.met(by))
        return self._met[by]


@dataclass(frozen=True, slots=True)
class Rule:
    """What a definition asks: which statuses count, as bits; the bit of its demand, nought for none; and when.

    `so_far` counts whoever has ever counted until the day; without it, who counts on the day itself.
    """

    counted: int
    demand: int = 0
    so_far: bool = False

    @staticmethod
    def of(statuses: Iterable[Status], *, demand: int = 0, span: Span = Span.ON_THE_DAY, deaths: bool = False) -> Rule:
        counted = mask(statuses)
        keeps = deaths or bool(counted & _DEAD)
        return Rule(counted | (DIED_HELD if keeps else 0), demand, span is Span.SO_FAR)

    def status_sure(self, piece: Piece) -> bool:
        return not piece.may_be & ~self.counted

    def status_may(self, piece: Piece) -> bool:
        return bool(piece.may_be & self.counted)

    def recognised_sure(self, piece: Piece) -> bool:
        return not self.demand or bool(piece.sure_by & self.demand)

    def recognised_may(self, piece: Piece) -> bool:
        return not self.demand or bool(piece.may_by & self.demand)

    def sure(self, piece: Piece) -> bool:
        return self.status_sure(piece) and self.recognised_sure(piece)

    def may(self, piece: Piece) -> bool:
        return self.status_may(piece) and self.recognised_may(piece)


def pieces(
    spells: Sequence[Spell],
    recognitions: Sequence[RecognitionSpell],
    demands: Demands,
    died_held: Answer = Answer.UNKNOWN,
    cases: Sequence[tuple[int, int]] = (),
    turns: Sequence[Turn] = (),
) -> tuple[Piece, ...]:
    """The pieces of one person, in order and without a gap; days that no claim reaches are in none.

    `died_held` is what claims say outright of a death in custody; where they say nothing, the spell before tells.
    `cases` are the first possible and first certain day of each prosecution.
    """
    asked = [spell for spell in recognitions if not spell.former]
    cuts = {day.toordinal() for spell in asked for day in (spell.possible_from, spell.first, spell.end)}
    cuts.update(day for days in cases for day in days)
    made = _cut(spells, asked, demands, sorted(cuts), died_held, _kinds(turns))
    return tuple(_merged(_with_cases(piece, cases) if cases else piece for piece in made))


def standing(told: Sequence[Piece], rule: Rule, day: int) -> tuple[bool, bool]:
    """Whether a person counts on the day: for certain, and possibly."""
    if rule.so_far:
        past = [piece for piece in told if piece.first <= day]
        return any(map(rule.sure, past)), any(map(rule.may, past))
    here = next((piece for piece in told if piece.covers(day)), None)
    return (rule.sure(here), rule.may(here)) if here else (False, False)


def so_far(told: Sequence[Piece], rule: Rule, unit: Unit) -> tuple[tuple[int, int], ...]:
    """For the first, second, ... that a person adds so far: the first day on which that may be, and is certain.

    People add one, episodes one for each time. What never becomes certain is certain on the last day there is.
    """
    if unit is Unit.PEOPLE:
        may = next((piece.first for piece in told if rule.may(piece)), None)
        return ((may, next((piece.first for piece in told if rule.sure(piece)), _NEVER)),) if may is not None else ()
    fewest: list[int] = []
    most: list[int] = []
    for first, low, high in _episodes(told, rule):
        fewest += [first] * (low - len(fewest))
        most += [first] * (high - len(most))
    return tuple(zip_longest(most, fewest, fillvalue=_NEVER))


def _episodes(told: Sequence[Piece], rule: Rule) -> Iterator[tuple[int, int, int]]:
    """How often a person has come to count from each piece on: the fewest and the most times that the claims allow.

    Doubtful pieces are read either way: as going on with what stood before for the fewest, as a break for the most.
    """
    # Fewest and most entries so far, by whether one counts at the end of the piece; None where that can't be.
    within: tuple[int, int] | None = None
    outside: tuple[int, int] | None = (0, 0)
    for _, same in groupby(told, key=lambda one: (one.may_be, rule.recognised_sure(one), rule.recognised_may(one))):
        piece = next(same)
        entered = (outside[0] + 1, outside[1] + 1) if outside else None
        within, outside = (
            _widest(within, entered) if rule.may(piece) else None,
            _widest(within, outside) if not rule.sure(piece) else None,
        )
        found = _widest(within, outside)
        assert found is not None, "one either counts or does not"
        yield piece.first, *found


def _widest(one: tuple[int, int] | None, other: tuple[int, int] | None) -> tuple[int, int] | None:
    if one is None or other is None:
        return one or other
    return min(one[0], other[0]), max(one[1], other[1])


def _kinds(turns: Sequence[Turn]) -> Mapping[int, str]:
    """The day of each turn to its kind: the day on which it is certain, and the first on which it can have been."""
    may = {turn.first: turn.kind for turn in reversed(turns)}
    return may | {turn.last: turn.kind for turn in turns}


def _cut(
    spells: Sequence[Spell],
    asked: Sequence[RecognitionSpell],
    demands: Demands,
    cuts: Sequence[int],
    died_held: Answer,
    kinds: Mapping[int, str],
) -> Iterator[Piece]:
    since, alive = 0, 0
    for spell in spells:
        start, end = spell.first.toordinal(), spell.end.toordinal()
        may_be = mask(spell.may_be)
        since = (since or start) if not may_be & ~CONFINED else 0
        if may_be & _DEAD:
            may_be = _with_deaths(may_be, alive, died_held)
        else:
            alive = may_be
        days = [start, *(day for day in cuts if start < day < end), end]
        for first, last in pairwise(days):
            yield Piece(first, last, may_be, *_met(asked, demands, first), since, by=kinds.get(first, ""))


def _met(asked: Sequence[RecognitionSpell], demands: Demands, day: int) -> tuple[int, int]:
    if not asked:
        return 0, 0
    on = date.fromordinal(day)
    may = frozenset(spell.recogniser for spell in asked if spell.possible_from <= on < spell.end)
    if not may:
        return 0, 0
    sure = frozenset(spell.recogniser for spell in asked if spell.first <= on < spell.end)
    return demands.bits(sure), demands.bits(may)


def _with_deaths(may_be: int, alive: int, died_held: Answer) -> int:
    """Whoever is dead died held, or did not, or it can't be told: then the piece may be either.

    `alive` is what the person may have been when last certainly alive, nought where no claim reaches so far.
    """
    if died_held is Answer.UNKNOWN and alive:
        either = alive & CONFINED and alive & ~CONFINED
        died_held = Answer.UNKNOWN if either else Answer.YES if alive & CONFINED else Answer.NO
    kinds = {Answer.YES: DIED_HELD, Answer.NO: _DEAD, Answer.UNKNOWN: _DEAD | DIED_HELD}
    return may_be & ~_DEAD | kinds[died_held]


def _merged(cut: Iterable[Piece]) -> Iterator[Piece]:
    last: Piece | None = None
    for piece in cut:
        if last and last[2:-1] == piece[2:-1] and not piece.by:
            last = last._replace(end=piece.end)
            continue
        if last:
            yield last
        last = piece
    if last:
        yield last


def _with_cases(piece: Piece, cases: Sequence[tuple[int, int]]) -> Piece:
    sure = sum(first <= piece.first for _, first in cases)
    return piece._replace(sure_cases=sure, may_cases=sum(possible <= piece.first for possible, _ in cases))
