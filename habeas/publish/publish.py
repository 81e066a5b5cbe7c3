"""Publish: from the ledger to a folder that can lie on any host. One way; nothing in it leads back.

The ledger is read once, into the copy's database. All that is written afterwards is made from the copy, so that no page
and no export can hold what the copy doesn't.
"""

from __future__ import annotations

import gc
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from habeas.ledger import read
from habeas.problems import BadInput
from habeas.project.home import home, make_home
from habeas.publish import counting_kept_back, feeds, lying, numbered_releases, schemas, search_data, site, workers
from habeas.publish.allowed import EDITIONS
from habeas.publish.copy_numbers import number_of
from habeas.publish.copying import compact, make_copy
from habeas.publish.data.write import write as write_data
from habeas.publish.kept_rows import KeptRows
from habeas.publish.layout import DATA
from habeas.publish.making import Making, Progress, Writer
from habeas.publish.manifest import NAME, Manifest, sign
from habeas.publish.places import remember
from habeas.publish.unchanged import Before
from habeas.publish.workers import Crew
from habeas.publish.written import Folder, at_one_time, mark_of, ready
from habeas.register.asking import asking

HERE: tuple[Writer, ...] = (search_data.write, numbered_releases.write, feeds.write, schemas.write)
BESIDE: tuple[Writer, ...] = (write_data,)
"""All that is written beside the database itself and the site; a new kind of export is one more.

What needs nothing but the copy is `BESIDE`: where there is much to make, other processes write it.
"""
_ALONE = 5_000
"""So many lines of the ledger are published by this process alone before it is worth starting others."""


@dataclass(frozen=True, slots=True)
class Published:
    """What a publication came to."""

    folder: Path
    release: int
    day: str
    files: int
    copy: int


def publish(folder: Path, *, editor: str, edition: str = "plain", progress: Progress | None = None) -> Published:
    """Make the public copy in the folder what it should be today; without changes not a byte of it changes."""
    if edition not in EDITIONS:
        raise BadInput(f"There is no edition “{edition}”. There are: {', '.join(EDITIONS)}.")
    root = ready(folder)
    manifest = _made(root, editor, edition, progress)
    remember(root, edition)
    return Published(root, manifest.release, manifest.day, len(manifest.files), manifest.copy)


def _made(root: Path, editor: str, edition: str, progress: Progress | None) -> Manifest:
    before = Before(_kept() / f"whole-{mark_of(root)}.json", edition)
    with _no_garbage_sought(), _workshop() as workshop, _crew(workshop / DATA) as crew:
        look = lying.look(root, crew)
        if before.may_stand() and (stands := before.stands(root, look())):
            return stands
        rows = KeptRows(root / DATA, _kept() / f"rows-{mark_of(root)}.json")
        copied = make_copy(workshop / "rough.sqlite", edition, editor, rows)
        copy = workshop / DATA
        compact(workshop / "rough.sqlite", copy)
        into = Folder(root, look())
        counting_kept_back.write(copied, into, workshop)
        making = Making(copy, into, workshop, _kept(), edition, copied, progress, crew)
        with asking(copy):
            _write(making)
        into.take(DATA, copy)
        rows.keep(into.files[DATA])
    into.forget_the_rest()
    manifest = _listed(making)
    before.keep(into.write(NAME, sign(manifest)), copied.upto)
    at_one_time(root, _time_of(manifest))
    return manifest


def _time_of(manifest: Manifest) -> int:
    """The day of the data release, and a second more for each copy, so that a mirror sees that it has to fetch."""
    day = datetime.combine(date.fromisoformat(manifest.day), time(), UTC)
    return max(int(day.timestamp()), 0) + manifest.copy


def _listed(making: Making) -> Manifest:
    into, latest, edition = making.folder, making.latest, making.edition
    before = numbered_releases.digest_before(into, making.releases)
    number = number_of(into.files, edition, into.root, making.kept / "copies.json")
    return Manifest(latest.number, latest.day.isoformat(), edition, before, dict(into.files), number)


def _write(making: Making) -> None:
    if making.crew is None:
        for write in (*BESIDE, *HERE, site.write):
            write(making)
        return
    beside = [making.crew.write(write, making) for write in BESIDE]
    pages = site.begun(making)
    for write in HERE:
        write(making)
    site.finish(making, pages)
    for told in beside:
        making.folder.files |= told.result()


def _crew(copy: Path) -> AbstractContextManager[Crew | None]:
    return workers.crew(copy) if read.last_number() > _ALONE else nullcontext()


@contextmanager
def _no_garbage_sought() -> Iterator[None]:
    """All lines of the ledger are in memory and stay there: to look through them for garbage again and again takes

    nearly half of the time, and finds none.
    """
    sought = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if sought:
            gc.enable()


@contextmanager
def _workshop() -> Iterator[Path]:
    """Within the home folder: what is made there lies nowhere else if the work breaks off."""
    made = Path(tempfile.mkdtemp(prefix="publishing-", dir=make_home()))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _kept() -> Path:
    folder = home() / "published"
    folder.mkdir(exist_ok=True, mode=0o700)
    return folder
