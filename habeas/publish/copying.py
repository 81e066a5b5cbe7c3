"""The public copy as one SQLite file: lines that were let out, and the register's tables made from these alone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from django.apps import apps
from django.db import connection, transaction

from habeas.domain.claims import Opened
from habeas.domain.dates import day_of
from habeas.domain.judgements import DataReleased
from habeas.domain.lines import Candidate, Line
from habeas.domain.words import Kind
from habeas.ledger import read
from habeas.ledger.append import LEDGER, append
from habeas.ledger.chain import to_microseconds
from habeas.ledger.codec import encode
from habeas.ledger.rows import put_rows
from habeas.publish.clearing import Out, cleared, numbered
from habeas.publish.readable import TABLES, layout
from habeas.register.asking import asking
from habeas.register.project import projected, switch
from habeas.register.releases import DataRelease

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
"""When a ledger was opened is no reader's business."""


@dataclass(frozen=True, slots=True)
class Release:
    """A data release as the ledger says it: `upto` is a line of the ledger and never goes out."""

    number: int
    upto: int
    day: date


@dataclass(frozen=True, slots=True)
class Copied:
    """What the copy holds: its data releases, and its lines under the numbers that they have in it."""

    releases: tuple[DataRelease, ...]
    lines: tuple[Line, ...]
    upto: int = 0
    """The last line of the ledger that was looked at: what another process appends meanwhile is the next copy's."""


def make_copy(file: Path, edition: str, editor: str) -> Copied:
    """Write the copy; put a new data release on record first where the public can see what it couldn't before."""
    upto = read.last_number()
    out = cleared(edition, upto)
    said = _said()
    releases = _with_a_new_one(said, out, editor, upto)
    lines, told = _lines(out, releases)
    copied = Copied(told, tuple(lines), upto + len(releases) - len(said))
    write_copy(file, copied)
    return copied


def copy_as_of(file: Path, copied: Copied, release: DataRelease) -> None:
    """The copy as that release had it: made of its lines alone, so that nothing that came later shows in it."""
    before = tuple(one for one in copied.releases if one.number <= release.number)
    write_copy(file, Copied(before, copied.lines[: release.upto]))


def write_copy(file: Path, copied: Copied) -> None:
    with asking(file, writable=True):
        _put(copied.lines, copied.releases)
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA user_version = {layout()}")


def compact(rough: Path, file: Path) -> None:
    """The same, page by page in a fixed order and without a free page."""
    with asking(rough, writable=True), connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(file)])


def _said() -> list[Release]:
    claims = (line.claim for line in read.lines(kinds=[DataReleased.KIND]))
    return [Release(one.number, one.upto, one.day.first) for one in claims if isinstance(one, DataReleased)]


def _with_a_new_one(said: list[Release], out: Sequence[Out], editor: str, upto: int) -> list[Release]:
    latest = max((one.since for one in out), default=0)
    if said and latest <= said[-1].upto:
        return said
    moment = read.moment_of(latest) if latest else read.last_moment()
    day = max(moment.date(), *(one.day for one in said[-1:]), date.min)
    new = Release(said[-1].number + 1 if said else 1, upto, day)
    claim = DataReleased(new.number, new.upto, day_of(day))
    # A replay goes on bearing the days that it replays; publishing it makes it no live ledger.
    replayed = read.last_moment() if read.kind_now() is Kind.REPLAY else None
    append([Candidate(LEDGER, claim, None, editor)], moment=replayed)
    return [*said, new]


def _lines(out: Sequence[Out], releases: Sequence[Release]) -> tuple[list[Line], tuple[DataRelease, ...]]:
    """In the order of the releases; within one as the ledger has them."""
    places = [(_place(one.since, releases), one.line.number, one.line.subject, one) for one in out]
    places.sort(key=lambda place: place[:3])
    first = Line(1, _LONG_AGO, LEDGER, Opened(read.kind()), replayed=True)
    lines = [first, *numbered((one for *_, one in places), 2)]
    told = []
    for place, release in enumerate(releases):
        upto = 1 + sum(at <= place for at, *_ in places)
        told.append(DataRelease(release.number, release.day, upto))
    return lines, tuple(told)


def _place(since: int, releases: Sequence[Release]) -> int:
    return next(place for place, release in enumerate(releases) if since <= release.upto)


def _put(lines: Sequence[Line], told: Sequence[DataRelease]) -> None:
    sealed = [(line.number, encode(line.claim, line.evidence)) for line in lines]
    with connection.schema_editor() as editor:
        for model in apps.get_app_config("register").get_models():
            editor.create_model(model)
        for table in TABLES:
            editor.execute(table)
    with transaction.atomic():
        put_rows("ledger_line", ("number", "kind", "version", "subject", "about", "editor", "moment"), _clear(lines))
        put_rows("ledger_sealed", ("number", "payload"), sealed)
        releases = [(one.number, one.day.toordinal(), one.upto) for one in told]
        put_rows("public_release", ("number", "day", "upto"), releases)
        generation = _generation(lines, sealed, releases)
        for table, (columns, rows) in projected(lines, generation, [one.upto for one in told]).items():
            put_rows(table, columns, rows)
        switch(generation)


def _clear(lines: Iterable[Line]) -> list[tuple[int, str, int, str, int, str, int]]:
    return [
        (
            line.number,
            line.claim.KIND,
            line.claim.VERSION,
            line.subject,
            getattr(line.claim, "line", 0),
            "",
            to_microseconds(line.moment),
        )
        for line in lines
    ]


def _generation(
    lines: Iterable[Line], sealed: Iterable[tuple[int, bytes]], releases: Sequence[tuple[int, int, int]]
) -> int:
    """Made of what the copy holds: answers kept in memory for one copy must not be given for another."""
    told = hashlib.sha256(repr((releases, [line.subject for line in lines])).encode())
    for _, payload in sealed:
        told.update(payload)
    return int.from_bytes(told.digest()[:4], "big") & 0x7FFFFFFF
