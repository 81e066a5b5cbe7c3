"""What a turn says: why somebody came to count from one piece of their time to the next, or ceased to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from habeas.domain.counting import Piece, Rule
from habeas.domain.custody import AGAIN, TOLD, UNTOLD
from habeas.domain.masks import BITS, FREE, GONE, SHORT_OF_FREEDOM, mask, unmask
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


Reason = tuple[Term, str]
"""A term, and its kind where there are several."""


class Turning(NamedTuple):
    """What a turn's reason hangs on: a piece with which somebody comes to count or ceases to, and the one before.

    `place` is how many pieces of the person stand before it, 2 for more; `was_may_be` is nought for none. `within` is 1
    where the piece before began after the earlier of the days balanced: what ended before that day is no reason.
    """

    may_be: int
    by: str
    place: int
    was_may_be: int
    within: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A rule asked for one end: for what is certain, or for what is possible."""

    rule: Rule
    sure: bool

    def takes(self, piece: Piece) -> bool:
        return self.rule.sure(piece) if self.sure else self.rule.may(piece)

    def held(self, may_be: int) -> bool:
        return not may_be & ~self.rule.counted if self.sure else bool(may_be & self.rule.counted)

    def doubtful(self, may_be: int) -> bool:
        """Whether the statuses that may be count and don't; what is possible knows no doubt."""
        return self.sure and bool(may_be & self.rule.counted) and bool(may_be & ~self.rule.counted)

    def learned(self, may_be: int) -> str:
        """What was lacking of somebody who was this on the day and didn't count."""
        return "recognition" if self.held(may_be) else "custody"

    def came(self, turn: Turning) -> Reason | None:
        """Why the run that begins with this turn counts; None where what was before the piece before has to be seen."""
        if not turn.place:
            return self.from_nothing(turn.may_be, turn.by)
        if self.held(turn.was_may_be):
            return Term.RECOGNISED, ""
        if self.doubtful(turn.was_may_be) and turn.within:
            return None if turn.place > 1 else self.from_nothing(turn.may_be, turn.by)
        if (turn.within or self.rule.so_far) and turn.place > 1 and turn.by != AGAIN:
            return None
        return self.from_base(turn.was_may_be, again=turn.by == AGAIN)

    def went(self, turn: Turning) -> Reason | None:
        """Why the run that ends with this turn does; None where what follows has to be seen."""
        return None if self.doubtful(turn.may_be) else self.to(turn.may_be, turn.by)

    def from_nothing(self, may_be: int, by: str) -> Reason:
        alone = may_be == _ANYTHING
        return (Term.RECOGNISED, "alone") if alone else (Term.DETAINED, TOLD if by == TOLD else "")

    def from_base(self, may_be: int, *, again: bool) -> Reason:
        """From what the person was for certain, or as far as can be told, before the run."""
        if self.doubtful(may_be):
            return Term.DOUBT_ENDED, ""
        if not may_be & ~self.rule.counted:
            return Term.RECOGNISED, ""
        if not may_be & ~SHORT_OF_FREEDOM:
            return Term.RECLASSIFIED_IN, _word(may_be)
        return (Term.RETURNED if again else Term.DETAINED), ""

    def to(self, may_be: int, by: str) -> Reason:
        """To what the person is after the run."""
        if self.held(may_be) or not may_be & ~self.rule.counted:
            return Term.RECLASSIFIED_OUT, "recognition"
        if not may_be & ~GONE:
            return Term.DIED, "in_custody" if not may_be & BITS[Status.DEAD] else ""
        if not may_be & ~SHORT_OF_FREEDOM:
            return Term.RECLASSIFIED_OUT, _word(may_be)
        if not may_be & ~FREE:
            # From bail, which is no custody, no exit is told.
            return Term.FREED, by or UNTOLD
        return Term.LEFT, ""


def _word(may_be: int) -> str:
    return str(unmask(may_be)[0]) if len(unmask(may_be)) == 1 else ""
