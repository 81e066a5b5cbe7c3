"""The workbench of one list as values: its rows with what became of them, the sum, and who decided what of late."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from habeas.domain.aliases import MATCHER
from habeas.domain.claims import RowPrinted
from habeas.domain.judgements import Erased, Retracted
from habeas.domain.lines import Line
from habeas.intake.listings import Listing, known_listing
from habeas.intake.outcome import Outcome, RowOutcome, outcome_of, row_outcome
from habeas.intake.standing import Fate, Touched, standings
from habeas.ledger.read import last_number, ledger_id, lines
from habeas.ledger.sight import Sight, sight

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
    ledger: str

    @property
    def rows(self) -> tuple[RowOutcome, ...]:
        return self.outcome.rows

    def row(self, number: int) -> RowOutcome | None:
        return next((row for row in self.rows if row.row == number), None)

    @property
    def sum(self) -> tuple[Tally, ...]:
        return sum_of(self.outcome)

    @property
    def meets_nobody(self) -> bool:
        return self.outcome.meets_nobody

    @property
    def open(self) -> int:
        return sum(map(asks, self.rows))

    def shown(self, only: str) -> tuple[RowOutcome, ...]:
        """The rows of one fate, of all that are open, or all."""
        if only == "open":
            return tuple(row for row in self.rows if asks(row))
        wanted = next((fate for fate, (key, _) in FATES.items() if key == only), None)
        return self.rows if wanted is None else tuple(row for row in self.rows if row.fate is wanted)

    def after(self, number: int) -> int:
        """The next row that asks for an editor, from the start again at the end; the row itself if there is none."""
        waiting = [row.row for row in self.rows if asks(row)]
        return next((row for row in waiting if row > number), waiting[0] if waiting else number)

    def changed(self, since: int) -> tuple[RowOutcome, ...]:
        return tuple(row for row in self.rows if row.touched and row.touched.line > since)

    def news(self, alias: str) -> tuple[News, ...]:
        """What others decided of late, the latest first."""
        since = datetime.now(UTC) - _OF_LATE
        told = [one for one in _news(self.rows, alias) if one.moment > since]
        return tuple(sorted(told, key=lambda one: one.moment, reverse=True)[:_MOST_NEWS])


_kept: dict[tuple[str, Sight], Board] = {}
"""The boards of late, of this process and for what an editor sees: an action changes a row or two of all."""
_MOST_KEPT, _MOST_NEW = 20, 400


def board(listing: str) -> Board:
    key = (listing, sight())
    upto, kept = last_number(), _kept.get(key)
    if kept is None or kept.ledger != ledger_id() or not 0 <= upto - kept.upto <= _MOST_NEW:
        made = _anew(listing, upto)
    else:
        made = kept if kept.upto == upto else _caught_up(kept, upto)
    if len(_kept) >= _MOST_KEPT and key not in _kept:
        _kept.pop(next(iter(_kept)), None)
    _kept[key] = made
    return made


def sum_of(outcome: Outcome) -> tuple[Tally, ...]:
    """Every row once, by its fate; a fate that no row has is no summand."""
    counts = outcome.counts
    return tuple(Tally(key, word, counts[fate]) for fate, (key, word) in FATES.items() if counts.get(fate))


def _anew(listing: str, upto: int) -> Board:
    taken = known_listing(listing)
    return Board(taken, outcome_of(taken, taken.latest), upto, ledger_id())


def _caught_up(kept: Board, upto: int) -> Board:
    """With the rows anew of which new lines speak; with all of them where lines could change what others say."""
    new = list(lines(after=kept.upto, upto=upto))
    rows = {row.subject: row for row in kept.rows}
    if any(_changes_more(line, kept.listing.id, rows) for line in new):
        return _anew(kept.listing.id, upto)
    spoken_of = {id for line in new for id in (line.subject, getattr(line.claim, "other", ""))} & rows.keys()
    now = standings(spoken_of)
    changed = tuple(row_outcome(row, now[row.subject]) if row.subject in now else row for row in kept.rows)
    return replace(kept, outcome=replace(kept.outcome, rows=changed), upto=upto)


def _changes_more(line: Line, listing: str, rows: Mapping[str, RowOutcome]) -> bool:
    """A new version of the list; and lines that are erased or taken back elsewhere may have given a name."""
    claim = line.claim
    if isinstance(claim, Erased) or (isinstance(claim, Retracted) and line.subject not in rows):
        return True
    return line.subject == listing or (isinstance(claim, RowPrinted) and claim.listing == listing)


def asks(row: RowOutcome) -> bool:
    """Whether the row still asks for an editor: one who looked and can't tell has answered."""
    return row.fate in OPEN and not row.left_open


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
