"""The numbered data releases: each a folder with its data as they stood, what changed, and a signed manifest.

Every one is made anew from today's copy. What was withdrawn since is in none of them, and none says that it was.
"""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

import orjson

from habeas.ledger.codec import encode
from habeas.publish.copying import compact, copy_as_of
from habeas.publish.layout import DATA, RELEASES
from habeas.publish.making import Making
from habeas.publish.manifest import NAME, Manifest, sign
from habeas.publish.program import program
from habeas.publish.written import Folder
from habeas.register.released import release_changes
from habeas.register.releases import DataRelease

_COMPRESSED = f"{DATA}.gz"
_LEVEL = 1
"""A seventh larger than with the usual one, in a third of the time; each publication compresses a copy anew."""


def write(making: Making) -> None:
    before = ""
    keys = _keys(making)
    kept = _Kept(making.kept / f"releases-{making.folder.mark}.json")
    for release in making.releases:
        within = f"{RELEASES}/{release.number}"
        data = kept.digest(keys[release.number])
        if not (data and making.folder.keep(f"{within}/{_COMPRESSED}", data)):
            data = making.folder.write(f"{within}/{_COMPRESSED}", _data(making, release))
        kept.keep(keys[release.number], data)
        changes = making.folder.write(f"{within}/changes.json", _changes(release))
        told = {_COMPRESSED: data, "changes.json": changes}
        manifest = sign(Manifest(release.number, release.day.isoformat(), making.edition, before, told))
        before = making.folder.write(f"{within}/{NAME}", manifest)
    kept.put()


def digest_before(folder: Folder, releases: tuple[DataRelease, ...]) -> str:
    """The hash that ties the copy to the chain of its releases: that of the last one's manifest."""
    return folder.files[f"{RELEASES}/{releases[-1].number}/{NAME}"]


def _changes(release: DataRelease) -> bytes:
    told = [
        {"what": str(one.what), "kind": one.kind, "id": one.id, "said": one.sentence, "recorded": one.day.isoformat()}
        for one in release_changes(release)
    ]
    said = {"release": release.number, "day": release.day.isoformat(), "changes": told}
    return orjson.dumps(said, option=orjson.OPT_INDENT_2) + b"\n"


def _data(making: Making, release: DataRelease) -> bytes:
    """The copy as of a release, compressed without a time or a name in its head."""
    if release == making.latest:
        return gzip.compress(making.copy.read_bytes(), _LEVEL, mtime=0)
    rough, file = making.workshop / "release.sqlite", making.workshop / "compact.sqlite"
    rough.unlink(missing_ok=True)
    file.unlink(missing_ok=True)
    copy_as_of(rough, making.copied, release)
    compact(rough, file)
    return gzip.compress(file.read_bytes(), _LEVEL, mtime=0)


def _keys(making: Making) -> dict[int, str]:
    """What each release is made of, as a hash: its lines and those before, and what makes files of them."""
    keys, running = {}, hashlib.sha256(f"{program()} {making.edition}".encode())
    taken = 0
    for release in making.releases:
        for line in making.copied.lines[taken : release.upto]:
            running.update(repr((line.subject, line.moment, encode(line.claim, line.evidence))).encode())
        taken = release.upto
        running.update(f"{release.number} {release.day}".encode())
        keys[release.number] = running.hexdigest()
    return keys


class _Kept:
    """Which bytes came of which key the last time, so that nothing is compressed again for nothing."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._before: dict[str, str] = orjson.loads(file.read_bytes()) if file.exists() else {}
        self._now: dict[str, str] = {}

    def digest(self, key: str) -> str:
        return self._before.get(key, "")

    def keep(self, key: str, digest: str) -> None:
        self._now[key] = digest

    def put(self) -> None:
        self._file.write_bytes(orjson.dumps(self._now))
