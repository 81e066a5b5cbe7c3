"""Publish: from the ledger to a folder that can lie on any host. One way; nothing in it leads back.

The ledger is read once, into the copy's database. All that is written afterwards is made from the copy, so that no page
and no export can hold what the copy doesn't.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from habeas.problems import BadInput
from habeas.project.home import home, make_home
from habeas.publish import feeds, numbered_releases, schemas, search_data, site
from habeas.publish.allowed import EDITIONS
from habeas.publish.copying import compact, make_copy
from habeas.publish.data.write import write as write_data
from habeas.publish.layout import DATA
from habeas.publish.making import Making, Progress, Writer
from habeas.publish.manifest import NAME, Manifest, sign
from habeas.publish.places import remember
from habeas.publish.written import Folder, ready
from habeas.register.asking import asking

WRITERS: tuple[Writer, ...] = (
    numbered_releases.write,
    search_data.write,
    schemas.write,
    write_data,
    feeds.write,
    site.write,
)
"""Everything that is written beside the database itself, in this order. A new kind of export is one more here."""


@dataclass(frozen=True, slots=True)
class Published:
    """What a publication came to."""

    folder: Path
    release: int
    day: str
    files: int


def publish(folder: Path, *, editor: str, edition: str = "plain", progress: Progress | None = None) -> Published:
    """Make the public copy in the folder what it should be today; without changes not a byte of it changes."""
    if edition not in EDITIONS:
        raise BadInput(f"There is no edition “{edition}”. There are: {', '.join(EDITIONS)}.")
    root = ready(folder)
    with _workshop() as workshop:
        releases = make_copy(workshop / "rough.sqlite", edition, editor)
        copy = workshop / DATA
        compact(workshop / "rough.sqlite", copy)
        into = Folder(root)
        making = Making(copy, into, workshop, _kept(), edition, releases, progress)
        with asking(copy):
            for write in WRITERS:
                write(making)
        into.take(DATA, copy)
        into.forget_the_rest()
    latest = releases[-1]
    before = numbered_releases.digest_before(into, releases)
    made = Manifest(latest.number, latest.day.isoformat(), edition, before, dict(into.files))
    into.write(NAME, sign(made))
    remember(root, edition)
    return Published(root, latest.number, latest.day.isoformat(), len(made.files))


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
