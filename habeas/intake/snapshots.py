"""Watched sanctions lists: a snapshot is archived as a source and compared with the one before. It claims nothing."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from habeas.archive.store import fetch
from habeas.delimited import read_bytes
from habeas.domain.claims import Captured, SnapshotTaken
from habeas.domain.dates import PartialDate
from habeas.domain.lines import Candidate
from habeas.intake.captures.capturing import capture_bytes
from habeas.intake.correct import checked_editor
from habeas.intake.live import live
from habeas.intake.sources import NewSource, captured
from habeas.ledger.append import append
from habeas.problems import BadInput
from habeas.sources.compare import Diff, check_not_cut, compare
from habeas.sources.parcels import parcel
from habeas.sources.read import ListRead, read_list


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A whole list on a day, which is archived under a source."""

    source: str
    listing: str
    published: PartialDate
    sha256: str
    entries: int
    unread: int
    line: int


@dataclass(frozen=True, slots=True)
class Watching:
    """What an editor says of a file: whose list, of which day, and what of its size they have looked at."""

    file: Path
    published: str
    listing: str = ""
    publisher: str = ""
    key: str = ""
    at_least: int | None = None
    shrunk: bool = False


@dataclass(frozen=True, slots=True)
class TakenSnapshot:
    """The snapshot, the one before it if there is one, and whether it was here already."""

    snapshot: Snapshot
    before: Snapshot | None
    again: bool


def take_snapshot(watching: Watching, *, by: str) -> TakenSnapshot:
    """Archive a list and put it on record; what looks cut off is refused, and leaves nothing behind."""
    editor, day = checked_editor(by), _day(watching.published)
    data = read_bytes(watching.file)
    read = read_list(parcel(str(watching.file), io.BytesIO(data)), watching.listing)
    _check_floor(read, watching.at_least)
    before = latest(read.source.key, until=day)
    if before and fetch(before.sha256) == data:
        return TakenSnapshot(before, previous(before), again=True)
    if before and not watching.shrunk:
        check_not_cut(compare(_read(before.sha256, before.listing), read))
    source = capture_bytes(_source(watching, read), data, editor=editor, kind=read.source.key)
    claim = SnapshotTaken(read.source.key, len(read.entries), len(read.unread))
    append([Candidate(source, claim, editor=editor)])
    return TakenSnapshot(known_snapshot(source), before, again=False)


def snapshots() -> tuple[Snapshot, ...]:
    """All, by list and day."""
    known = captured()
    found = [
        _snapshot(line.subject, line.claim, known[line.subject], line.number)
        for line in live(SnapshotTaken)
        if isinstance(line.claim, SnapshotTaken) and line.subject in known
    ]
    return tuple(sorted(found, key=lambda one: (one.listing, one.published.first, one.line)))


def known_snapshot(source: str) -> Snapshot:
    all = {one.source: one for one in snapshots()}
    for id in (source, f"s-{source}"):
        if id in all:
            return all[id]
    known = ", ".join(all) or "none yet"
    raise BadInput(f"There is no snapshot “{source[:80]}”. Known are: {known}. Take one with: habeas lists take FILE")


def latest(listing: str, *, until: PartialDate) -> Snapshot | None:
    """The last one of that list up to a day."""
    found = [one for one in snapshots() if one.listing == listing and one.published.first <= until.first]
    return found[-1] if found else None


def previous(snapshot: Snapshot) -> Snapshot | None:
    """The one of the same list before it."""
    of_list = [one for one in snapshots() if one.listing == snapshot.listing]
    at = of_list.index(snapshot)
    return of_list[at - 1] if at else None


def difference(snapshot: Snapshot) -> Diff | None:
    """From the snapshot before; None for the first, of which nothing is news."""
    before = previous(snapshot)
    return _difference(before.sha256, snapshot.sha256, snapshot.listing) if before else None


@lru_cache(maxsize=4)
def _difference(old: str, new: str, listing: str) -> Diff:
    """Kept, since the bytes under a hash never change."""
    return compare(_read(old, listing), _read(new, listing))


def _read(sha256: str, listing: str) -> ListRead:
    return read_list(parcel(f"copy {sha256[:12]}", io.BytesIO(fetch(sha256))), listing)


def _snapshot(source: str, claim: SnapshotTaken, kept: Captured, line: int) -> Snapshot:
    assert kept.published is not None, "a snapshot is put on record with its day"
    return Snapshot(source, claim.listing, kept.published, kept.sha256, claim.entries, claim.unread, line)


def _source(watching: Watching, read: ListRead) -> NewSource:
    publisher = watching.publisher or read.source.publisher
    return NewSource(publisher, read.source.title, read.source.address, watching.published, "", watching.key)


def _day(text: str) -> PartialDate:
    day = PartialDate.parse(text)
    if not day.is_day:
        raise BadInput(f"--published is one day, and “{text[:40]}” is several. Write it as in 2025-12-14.")
    return day


def _check_floor(read: ListRead, at_least: int | None) -> None:
    floor = read.source.floor if at_least is None else at_least
    if len(read.entries) < floor:
        raise BadInput(
            f"{read.name}: {len(read.entries)} entries, and a whole list of {read.source.title} has {floor} at least."
            " It is a part, or cut off, and nothing was taken. If it is whole, say how many are enough with --at-least."
        )
