"""Two pairs of eyes: what one editor wrote becomes public when another accepts it, and not before.

What only hides takes effect at once, since it may be urgent; what shows again waits like any other line.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from habeas.domain.aliases import MATCHER, author, same_editor
from habeas.domain.claims import Claim, Opened, Wish
from habeas.domain.judgements import (
    Accepted,
    BeyondReach,
    Cleared,
    DataReleased,
    Erased,
    ErasureAsked,
    ProposalDecided,
    Rejected,
    Restricted,
    Retracted,
    Withheld,
)
from habeas.domain.lines import Line
from habeas.domain.words import Wished
from habeas.problems import BadInput

CLERICAL = (Opened, DataReleased, ErasureAsked, Erased, Accepted, Rejected, Withheld, Restricted, ProposalDecided)
"""Kinds that need no second pair of eyes: they say nothing in public, hide something, or are the second pair."""


class Acceptance:
    """Who agreed to which line, as of any line; made of lines together with all that judge them."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines: dict[int, Line] = {}
        self._verdicts: dict[int, list[Line]] = defaultdict(list)
        self._retractions: dict[int, list[Line]] = defaultdict(list)
        for line in lines:
            self._lines[line.number] = line
            if isinstance(line.claim, (Accepted, Rejected)):
                self._verdicts[line.claim.line].append(line)
            elif isinstance(line.claim, Retracted):
                self._retractions[line.claim.line].append(line)

    def agreed(self, line: Line, known: int) -> bool:
        """Whether the line may be public by line `known`."""
        if line.replayed or self.is_clerical(line):
            return True
        verdict = self.verdict(line, known)
        return verdict is not None and isinstance(verdict.claim, Accepted)

    def ever_agreed(self, line: Line) -> bool:
        """Whether the line can have been public by any line; without a word of anybody, it can't."""
        return line.replayed or line.number in self._verdicts or self.is_clerical(line)

    def agreed_since(self, line: Line) -> int:
        """The line of the ledger from which on it has been agreed without a break; its own if it never waited."""
        points = sorted({line.number, *self._turns(line)}, reverse=True)
        since = points[0]
        for point in points:
            if not self.agreed(line, point):
                break
            since = point
        return since

    def _turns(self, line: Line) -> Iterator[int]:
        """The lines at which it comes to be agreed, or no longer: verdicts, what takes them back, verdicts on that."""
        for one in (*self._verdicts.get(line.number, ()), *self._retractions.get(line.number, ())):
            yield one.number
            yield from self._turns(one)

    def verdict(self, line: Line, known: int) -> Line | None:
        """The last acceptance by another, or rejection, that nobody has taken back."""
        if line.number not in self._verdicts:
            return None
        given = [one for one in self._verdicts[line.number] if one.number <= known and _counts(one, line)]
        return next((one for one in reversed(given) if not self.taken_back(one, known)), None)

    def taken_back(self, line: Line, known: int) -> bool:
        """Whether a retraction that was agreed to, or needs no agreement, took the line back."""
        if line.number not in self._retractions:
            return False
        return any(
            one.number <= known and self.agreed(one, known) and not self.taken_back(one, known)
            for one in self._retractions[line.number]
        )

    def is_clerical(self, line: Line) -> bool:
        claim = line.claim
        if isinstance(claim, Retracted):
            # To take back what shows something hides it again.
            return _shows(self._claim(claim.line))
        return isinstance(claim, CLERICAL) or (isinstance(claim, Wish) and not _shows(claim))

    def _claim(self, number: int) -> Claim | None:
        line = self._lines.get(number)
        return line.claim if line else None


def check_second(line: Line, by: str, *, brought_by: str = "") -> None:
    """BadInput where this editor can't be the second pair of eyes on the line.

    `brought_by` is who brought in the mention that the line is about: what the machine says of it is theirs.
    """
    if not by:
        raise BadInput("An acceptance has an editor. Say who accepts.")
    if by == MATCHER:
        raise BadInput("The machine is no second pair of eyes. An editor has to accept it.")
    if same_editor(author(line.editor, brought_by), by):
        raise BadInput(f"Line {line.number} is {by}'s own. Another editor has to accept it.")


def _shows(claim: Claim | None) -> bool:
    may_be_named = isinstance(claim, Wish) and claim.wished is Wished.MAY_BE_NAMED
    return may_be_named or isinstance(claim, (Accepted, BeyondReach, Cleared))


def _counts(verdict: Line, line: Line) -> bool:
    return isinstance(verdict.claim, Rejected) or (
        bool(verdict.editor) and not same_editor(verdict.editor, line.editor)
    )
