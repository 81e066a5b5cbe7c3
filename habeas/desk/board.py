"""The workbench of one list as values: its rows with what became of them, the sum, and who decided what of late."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from habeas.intake.listings import Listing, known_listing
from habeas.intake.outcome import Outcome, RowOutcome, outcome_of
from habeas.intake.printed_claims import MATCHER
from habeas.intake.standing import Fate, Touched
from habeas.ledger.read import last_number

FATES: dict[Fate, tuple[str, str | Promise]] = {
    Fate.MATCHED: ("matched", _("in the register")),
    Fate.NEW: ("new", _("new person")),
    Fate.UNCLEAR: ("unclear", _("unclear")),
    Fate.ABSENT: ("absent", _("not in the register")),
    Fate.NOBODY: ("nobody", _("not a person")),
}
"""Each fate with its key in addresses and styles, and its word."""

OPEN = (Fate.UNCLEAR, Fate.ABSENT)
"""What still asks for an editor."""


_OF_LATE = timedelta(hours=1)
_MOST_NEWS = 5


@dataclass(frozen=True, slots=True)
class Tally:
    """One summand: how many rows have this fate."""

    key: str
    word: str | Promise
    number: int


@dataclass(frozen=True, slots=True)
class News:
    """What another editor decided of a row since a moment of this page's past."""

    row: int
    by: str
    moment: datetime
    fate: str | Promise

    @property
    def ago(self) -> str:
        return ago(self.moment)


@dataclass(frozen=True, slots=True)
class Board:
    """A list as it stands at line `upto`."""

    listing: Listing
    outcome: Outcome
    upto: int

    @property
    def rows(self) -> tuple[RowOutcome, ...]:
        return self.outcome.rows

    def row(self, number: int) -> RowOutcome | None:
        return next((row for row in self.rows if row.row == number), None)

    @property
    def sum(self) -> tuple[Tally, ...]:
        counts = self.outcome.counts
        return tuple(Tally(key, word, counts.get(fate, 0)) for fate, (key, word) in FATES.items() if counts.get(fate))

    @property
    def open(self) -> int:
        return sum(row.fate in OPEN for row in self.rows)

    def shown(self, only: str) -> tuple[RowOutcome, ...]:
        """The rows of one fate, of all that are open, or all."""
        if only == "open":
            return tuple(row for row in self.rows if row.fate in OPEN)
        wanted = next((fate for fate, (key, _) in FATES.items() if key == only), None)
        return self.rows if wanted is None else tuple(row for row in self.rows if row.fate is wanted)

    def after(self, number: int) -> int:
        """The next row that asks for an editor, from the start again at the end; the row itself if there is none."""
        waiting = [row.row for row in self.rows if row.fate in OPEN]
        return next((row for row in waiting if row > number), waiting[0] if waiting else number)

    def changed(self, since: int) -> tuple[RowOutcome, ...]:
        return tuple(row for row in self.rows if row.touched and row.touched.line > since)

    def news(self, alias: str) -> tuple[News, ...]:
        """What others decided of late, the latest first."""
        since = datetime.now(UTC) - _OF_LATE
        told = [one for one in _news(self.rows, alias) if one.moment > since]
        return tuple(sorted(told, key=lambda one: one.moment, reverse=True)[:_MOST_NEWS])


def board(listing: str) -> Board:
    upto = last_number()
    taken = known_listing(listing)
    return Board(taken, outcome_of(taken, taken.latest), upto)


def by_hand(touched: Touched | None) -> bool:
    """Whether an editor has looked at it, and not the matcher alone."""
    return touched is not None and touched.by not in ("", MATCHER)


def ago(moment: datetime) -> str:
    """In whole minutes or hours, as one says it."""
    minutes = max(0, int((datetime.now(moment.tzinfo) - moment).total_seconds() // 60))
    if minutes < 1:
        return str(_("just now"))
    if minutes < 60:
        return ngettext("%(n)s minute ago", "%(n)s minutes ago", minutes) % {"n": minutes}
    if minutes < 60 * 24:
        hours = minutes // 60
        return ngettext("%(n)s hour ago", "%(n)s hours ago", hours) % {"n": hours}
    days = minutes // (60 * 24)
    return ngettext("%(n)s day ago", "%(n)s days ago", days) % {"n": days}


def _news(rows: Sequence[RowOutcome], alias: str) -> Iterator[News]:
    for row in rows:
        if row.touched and by_hand(row.touched) and row.touched.by != alias:
            yield News(row.row, row.touched.by, row.touched.moment, FATES[row.fate][1])
