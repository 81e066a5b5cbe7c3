"""The outcome of a list: a fate for each row, the sum over all of them, and what changed since the version before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from habeas.domain.words import Answer
from habeas.intake.files.rows import Row
from habeas.intake.listings import Listing, Printed, Version
from habeas.intake.standing import Fate, Meant, Standing, Touched, standings
from habeas.problems import Problem

_SEVERAL = 5
_KNOWN = (Fate.MATCHED, Fate.UNCLEAR, Fate.NEW)


@dataclass(frozen=True, slots=True)
class RowOutcome:
    """A row and what became of it."""

    row: int
    subject: str
    text: str
    fate: Fate
    meant: tuple[Meant, ...]
    reason: str
    not_meant: frozenset[str] = frozenset()
    touched: Touched | None = None
    left_open: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """All rows of one version of a list. `again` if these very bytes had been taken before; `anew` is how many
    of their rows the register of today tells something else of."""

    listing: str
    source: str
    event: str
    version: int
    rows: tuple[RowOutcome, ...]
    new: tuple[Printed, ...] = ()
    vanished: tuple[Printed, ...] = ()
    again: bool = False
    anew: int = 0
    problems: tuple[Problem, ...] = ()
    claimed_complete: Answer = Answer.UNKNOWN
    read: tuple[Row, ...] = ()

    @property
    def unchanged(self) -> bool:
        return self.again and not self.anew

    @property
    def counts(self) -> Mapping[Fate, int]:
        """How many rows of each fate; those an editor made new people only if there are any."""
        seen = Counter(row.fate for row in self.rows)
        return {fate: seen[fate] for fate in Fate if seen[fate] or fate is not Fate.NEW}

    @property
    def meets_nobody(self) -> bool:
        """A list of so many people of whom the register knows none may be of another release, or another country."""
        told = self.counts
        return told.get(Fate.ABSENT, 0) >= _SEVERAL and not any(told.get(fate) for fate in _KNOWN)

    @property
    def sum(self) -> str:
        told = " + ".join(f"{number} {fate}" for fate, number in self.counts.items())
        return f"{len(self.rows)} = {told}"


def outcome_of(
    listing: Listing,
    version: Version,
    *,
    again: bool = False,
    anew: int = 0,
    problems: tuple[Problem, ...] = (),
    read: tuple[Row, ...] = (),
) -> Outcome:
    """The outcome as it stands now, after every decision so far; `read` are the rows as the file has them."""
    printed = listing.printed(version)
    standing = standings([one.subject for one in printed])
    rows = tuple(_row(one.row, one.subject, one.text, standing[one.subject]) for one in printed)
    before = listing.before(version)
    former = listing.printed(before) if before else ()
    return Outcome(
        listing=listing.id,
        source=listing.source,
        event=listing.event,
        version=version.taken.version,
        rows=rows,
        new=_not_among(printed, former) if before else (),
        vanished=_not_among(former, printed),
        again=again,
        anew=anew,
        problems=problems,
        claimed_complete=version.taken.claimed_complete,
        read=read,
    )


def row_outcome(row: RowOutcome, now: Standing) -> RowOutcome:
    """The same row as it stands now."""
    return _row(row.row, row.subject, row.text, now)


def _row(row: int, subject: str, text: str, now: Standing) -> RowOutcome:
    return RowOutcome(row, subject, text, now.fate, now.meant, now.reason, now.not_meant, now.touched, now.left_open)


def _not_among(rows: tuple[Printed, ...], others: tuple[Printed, ...]) -> tuple[Printed, ...]:
    there = {one.subject for one in others}
    return tuple(one for one in rows if one.subject not in there)
