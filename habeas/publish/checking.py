"""What an outsider can check of a public copy: every file by the signed list, each release by the one before."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from habeas.problems import BadInput
from habeas.publish.layout import RELEASES
from habeas.publish.manifest import NAME, Manifest, flaws, read_manifest


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found; `key` signed it, and whether that key is the publisher's is for the reader to find out."""

    release: int
    day: str
    key: str
    files: int
    flaws: tuple[str, ...]

    @property
    def sound(self) -> bool:
        return not self.flaws


def check(folder: Path) -> Checked:
    manifest = read_manifest(folder)
    found = (*flaws(folder, manifest), *_chain(folder, manifest))
    return Checked(manifest.release, manifest.day, manifest.key, len(manifest.files), found)


def _chain(folder: Path, last: Manifest) -> Iterator[str]:
    """Each release's manifest names the one before it; all bear one key."""
    before = ""
    for number in range(1, last.release + 1):
        release = folder / RELEASES / str(number)
        try:
            one = read_manifest(release)
        except BadInput as reason:
            yield str(reason)
            return
        if (one.before, one.release, one.key) != (before, number, last.key):
            yield f"{RELEASES}/{number} does not follow the release before it."
        yield from (f"{RELEASES}/{number}: {flaw}" for flaw in flaws(release, one))
        before = hashlib.sha256((release / NAME).read_bytes()).hexdigest()
    if last.before != before:
        yield f"The copy does not follow its last release, {last.release}."
