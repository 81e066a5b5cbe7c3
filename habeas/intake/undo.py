"""Taking back one's last decision on a list: by lines, so that the ledger keeps the decision and its undoing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from habeas.domain.judgements import Retracted
from habeas.domain.lines import Candidate, Line
from habeas.domain.retraction import retracted
from habeas.domain.words import TakenBack
from habeas.intake.decide import DecidedMeanwhile, checked_editor
from habeas.intake.listings import known_listing
from habeas.intake.live import append_made
from habeas.intake.standing import JUDGEMENTS, standings
from habeas.ledger.read import judging, lines
from habeas.problems import BadInput

_UNDONE = "undone by its editor"


@dataclass(frozen=True, slots=True)
class Undone:
    """The rows that stand again as they stood before one's last decision, which may have been on many."""

    listing: str
    rows: tuple[int, ...]
    lines: tuple[int, ...]


def undo(listing: str, *, by: str) -> Undone:
    """Take back this editor's last decision that isn't taken back yet; the one before comes next."""
    editor, undone = checked_editor(by), set[int]()

    def make() -> list[Candidate]:
        taken = known_listing(listing)
        rows = {one.subject: one.row for one in taken.printed(taken.latest)}
        decision = _last_decision(rows, editor)
        _check_nobody_followed(decision, rows, editor)
        undone.clear()
        undone.update(rows[line.subject] for line in decision)
        return [_undone(line, editor) for line in reversed(decision)]

    numbers = append_made(make)
    return Undone(listing, tuple(sorted(undone)), tuple(numbers))


def _undone(line: Line, editor: str) -> Candidate:
    return Candidate(line.subject, Retracted(line.number, _UNDONE, TakenBack.UNDONE), None, editor)


def _last_decision(rows: Mapping[str, int], editor: str) -> list[Line]:
    """Its lines that stand. All lines of a decision were written at one moment, and by one editor."""
    kinds = [Retracted.KIND, *(kind.KIND for kind in JUDGEMENTS)]
    own = [line for line in lines(subjects=rows, kinds=kinds) if line.editor == editor and not _undoes(line)]
    gone = retracted(judging([line.number for line in own]))
    for decision in _by_moment(own):
        if standing := [line for line in decision if line.number not in gone]:
            return standing
    raise BadInput("There is no decision of yours on this list to take back.")


def _by_moment(told: Sequence[Line]) -> Iterator[list[Line]]:
    """The latest first."""
    moments: dict[datetime, list[Line]] = {}
    for line in told:
        moments.setdefault(line.moment, []).append(line)
    return (moments[moment] for moment in sorted(moments, reverse=True))


def _check_nobody_followed(decision: Sequence[Line], rows: Mapping[str, int], editor: str) -> None:
    last = max(line.number for line in decision)
    for subject, one in standings({line.subject for line in decision}).items():
        if one.touched and one.touched.line > last and one.touched.by != editor:
            raise DecidedMeanwhile(
                f"{one.touched.by} decided row {rows[subject]} after you did; nothing was written. Decide the row anew"
                " if you see it otherwise."
            )


def _undoes(line: Line) -> bool:
    return isinstance(line.claim, Retracted) and line.claim.of is TakenBack.UNDONE
