"""Whether the ledger and the archive still are what was written, and if not, where the first flaw stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from django.db import DatabaseError, OperationalError, connection
from django.db.backends.utils import CursorWrapper

from habeas.archive.check import check
from habeas.ledger.access import verify_access
from habeas.ledger.checkpoint import Checkpoint, home_key, read_checkpoint
from habeas.ledger.guards import missing_guards
from habeas.ledger.rows import LINE_COLUMNS
from habeas.ledger.unfinished import unfinished
from habeas.ledger.walk import Flaw, Gap, Row, Walk
from habeas.problems import Unsound
from habeas.project.home import access_log_path, archive_path, home

Progress = Callable[[int, int], None]
"""Told how many lines of how many are done."""

_PAGE = 2000
_MOST_FLAWS = 100
_AGREED = """
    SELECT erased.about FROM ledger_line erased JOIN ledger_line asked ON asked.about = erased.about
    WHERE erased.about > 0 AND asked.about > 0 AND erased.kind = 'Erased' AND asked.kind = 'ErasureAsked'
    AND asked.number < erased.number AND asked.editor <> erased.editor AND asked.editor <> '' AND erased.editor <> ''
"""


@dataclass(frozen=True, slots=True)
class Report:
    """What a verification found; `flaws` in the order of lines, those that belong to no line last."""

    lines: int
    copies: int
    erased: int
    flaws: tuple[Flaw, ...]

    @property
    def sound(self) -> bool:
        return not self.flaws

    @property
    def first(self) -> Flaw | None:
        return self.flaws[0] if self.flaws else None


def verify(checkpoint: Path | None = None, progress: Progress | None = None, *, folder: Path | None = None) -> Report:
    """Walk every line, every sealed payload, every archived copy and the log of access; compare with a checkpoint.

    `folder` is looked into for copies and the log of access in place of the home folder.
    """
    walk = Walk()
    flaws: list[Flaw] = []
    pinned = None
    try:
        pinned = read_checkpoint(checkpoint) if checkpoint else None
    except Unsound as reason:
        flaws.append(Flaw(None, str(reason).rstrip(".")))
    try:
        flaws += _tables(walk, progress)
        if pinned:
            flaws += _against(pinned)
    except DatabaseError as reason:
        flaws.append(Flaw(walk.number + 1, f"the database can't be read from here on: {reason}"))
    flaws += walk.flaws
    flaws += _files(walk.copies, folder or home())
    if unfinished():
        flaws.append(Flaw(None, "an erasure was interrupted and bytes may be left; confirm it again to finish it"))
    ordered = sorted(flaws, key=lambda flaw: (flaw.line is None, flaw.line or 0))
    return Report(walk.taken, len(walk.copies), len(walk.gaps), tuple(ordered[:_MOST_FLAWS]))


def _tables(walk: Walk, progress: Progress | None) -> list[Flaw]:
    last = _count("SELECT max(number) FROM ledger_line")
    for rows in _pages(last):
        walk.take(rows)
        if progress:
            progress(min(walk.number, last), last)
    flaws = [*_loose_ends(last), *_judge_gaps(walk.gaps)]
    if last == 0:
        flaws.append(Flaw(None, "there is no line; the ledger was never begun, or was emptied"))
    return flaws + [Flaw(None, f"the guard {name} is gone from the database") for name in missing_guards()]


def _files(copies: Mapping[str, int], folder: Path) -> Iterator[Flaw]:
    for damage in check(copies, folder=folder / archive_path().name):
        yield Flaw(damage.line, damage.what)
    amiss = verify_access(folder / access_log_path().name)
    if amiss:
        yield Flaw(None, amiss)


def _pages(last: int) -> Iterator[list[Row]]:
    columns = ", ".join(f"line.{column}" for column in LINE_COLUMNS)
    sql = f"""
        SELECT {columns}, sealed.number, sealed.salt, sealed.payload
        FROM ledger_line line LEFT JOIN ledger_sealed sealed ON sealed.number = line.number
        WHERE line.number > %s AND line.number <= %s ORDER BY line.number
    """
    # Ranges of numbers and not LIMIT: PostgreSQL, while it has no statistics, sorts the whole rest for each page.
    after = _count("SELECT min(number) FROM ledger_line") - 1
    with connection.cursor() as cursor:
        while after < last:
            rows = _page(cursor, sql, [after, after + _PAGE])
            if rows:
                yield rows
            after = after + _PAGE if rows else _count(f"SELECT min(number) - 1 FROM ledger_line WHERE number > {after}")


def _page(cursor: CursorWrapper, sql: str, values: list[int]) -> list[Row]:
    try:
        return _fetch(cursor, sql, values)
    except OperationalError:
        if connection.vendor != "sqlite":
            raise
    # Bytes that are no UTF-8 in a text column stop SQLite's reader; read them as what they are, to name the line.
    plain = connection.connection.text_factory
    connection.connection.text_factory = lambda value: value.decode(errors="surrogateescape")
    try:
        return _fetch(cursor, sql, values)
    finally:
        connection.connection.text_factory = plain


def _fetch(cursor: CursorWrapper, sql: str, values: list[int]) -> list[Row]:
    cursor.execute(sql, values)
    rows: list[Row] = cursor.fetchall()
    return rows


def _loose_ends(last: int) -> Iterator[Flaw]:
    """Payloads without a line."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT number FROM ledger_sealed WHERE number <= %s"
            " AND number NOT IN (SELECT number FROM ledger_line) ORDER BY number LIMIT 1",
            [last],
        )
        for (number,) in cursor.fetchall():
            yield Flaw(number, f"a sealed payload has the number {number}, and no line has")
        # Past the last line the snapshot of a single statement decides: others may be appending right now.
        cursor.execute("SELECT max(number) - (SELECT coalesce(max(number), 0) FROM ledger_line) FROM ledger_sealed")
        if (cursor.fetchone()[0] or 0) > 0:
            yield Flaw(None, "the last lines are gone while their payloads are still there")


def _judge_gaps(gaps: list[Gap]) -> Iterator[Flaw]:
    """A gap is in order if one editor asked for it and another agreed; and what they agreed on must be a gap."""
    with connection.cursor() as cursor:
        cursor.execute(_AGREED)
        agreed = {about for (about,) in cursor.fetchall()}
        cursor.execute(f"SELECT number FROM ledger_sealed WHERE payload IS NOT NULL AND number IN ({_AGREED})")
        left = [number for (number,) in cursor.fetchall()]
    for gap in gaps:
        if gap.number not in agreed or not gap.erasable:
            yield Flaw(gap.number, "its payload is gone without two people's agreement")
    for number in left:
        yield Flaw(number, "two people agreed to erase its payload, and it is still there")


def _against(pinned: Checkpoint) -> Iterator[Flaw]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT number, hash FROM ledger_line WHERE number IN (1, %s)", [pinned.number])
        hashes = {number: bytes(value).hex() for number, value in cursor.fetchall()}
    if pinned.number not in hashes:
        last = _count("SELECT max(number) FROM ledger_line")
        yield Flaw(last + 1, f"the checkpoint knows line {pinned.number}, and the ledger ends at line {last}")
    elif hashes[pinned.number] != pinned.hash:
        yield Flaw(pinned.number, "the line or one before it was rewritten after the checkpoint was signed")
    if hashes.get(1) not in (None, pinned.ledger):
        yield Flaw(1, "this is not the ledger that the checkpoint was made of")
    key = home_key()
    if key is not None and key != pinned.key:
        yield Flaw(None, "the key of this home folder is not the one that signed the checkpoint")


def _count(sql: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return int(cursor.fetchone()[0] or 0)
