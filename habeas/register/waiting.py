"""What waits for a second pair of eyes: lines that stand at the desk and that the public doesn't see yet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from habeas.domain.acceptance import CLERICAL, Acceptance
from habeas.domain.aliases import MATCHER, author
from habeas.domain.judgements import Accepted, Retracted
from habeas.domain.lines import Line
from habeas.domain.retraction import retracted
from habeas.ledger import read

_NOW = 2_147_483_647


def waiting_lines() -> tuple[Line, ...]:
    """All of them, in order. What was rejected doesn't wait, nor what was taken back before anybody accepted it."""
    found = read.not_accepted([kind.KIND for kind in CLERICAL])
    return _waiting(found, [*found, *_beside(found)])


def waiting_among(numbers: Iterable[int], *, rejected: bool = False) -> tuple[Line, ...]:
    """Those of certain lines that wait; if asked for also those that were rejected, since one may think better."""
    found = list(read.lines(numbers=set(numbers)))
    return _waiting(found, [*found, *_beside(found)], rejected=rejected)


def authors(told: Iterable[Line]) -> dict[int, str]:
    """Line to its author: its editor, or for the machine's whoever brought the mention in."""
    told = tuple(told)
    brought = read.brought_by({line.subject for line in told if line.editor == MATCHER})
    return {line.number: author(line.editor, brought.get(line.subject, "")) for line in told}


def _beside(found: Sequence[Line]) -> list[Line]:
    """What judges these lines, and for retractions also what they take back."""
    targets = list(read.lines(numbers={line.claim.line for line in found if isinstance(line.claim, Retracted)}))
    return [*targets, *read.judging([line.number for line in (*found, *targets)])]


def _waiting(found: Sequence[Line], whole: Sequence[Line], *, rejected: bool = False) -> tuple[Line, ...]:
    acceptance, by_number = Acceptance(whole), {line.number: line for line in whole}
    gone = retracted(whole)

    def waits(line: Line) -> bool:
        judged = acceptance.verdict(line, _NOW) is not None and not rejected
        if line.number in gone or judged or acceptance.agreed(line, _NOW):
            return False
        taken = by_number.get(line.claim.line) if isinstance(line.claim, Retracted) else None
        return taken is None or acceptance.agreed(taken, _NOW) or isinstance(taken.claim, Accepted)

    return tuple(line for line in found if waits(line))
