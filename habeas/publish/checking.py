"""What an outsider can check of a public copy: every file by the signed list, each release by the one before.

A copy alone can't say whose it is, nor that it is the newest. For these a reader gives what they have from elsewhere:
the publisher's key, and a checkpoint of the copy that they saw last.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from habeas.problems import BadInput, Unsound
from habeas.publish.last_seen import Seen
from habeas.publish.layout import RELEASES
from habeas.publish.manifest import NAME, Manifest, flaws, read_manifest

_KEY = re.compile(r"[0-9a-f]{64}")
_NOTHING_SEEN = Seen("", "", 0, 0, "")
_BETWEEN = re.compile(r"[\s:-]")


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found, what it proves, and what it doesn't."""

    seen: Seen
    day: str
    files: int
    flaws: tuple[str, ...]
    proved: tuple[str, ...]
    unproved: tuple[str, ...]

    @property
    def sound(self) -> bool:
        return not self.flaws


def check(folder: Path, key: str = "", last: Seen | None = None) -> Checked:
    """`key` is the publisher's, and `last` the copy that the reader saw before."""
    wanted = read_key(key) if key else ""
    unproved = tuple(_unproved(wanted, last))
    try:
        manifest = read_manifest(folder)
    except Unsound as reason:
        return Checked(_NOTHING_SEEN, "", 0, (str(reason),), (), unproved)
    seen = Seen(
        manifest.key,
        manifest.edition,
        manifest.copy,
        manifest.release,
        hashlib.sha256((folder / NAME).read_bytes()).hexdigest(),
    )
    found = (*_strangers(seen, wanted, last), *flaws(folder, manifest), *_chain(folder, manifest))
    proved = () if found else tuple(_proved(manifest, wanted, last))
    return Checked(seen, manifest.day, len(manifest.files), found, proved, unproved)


def read_key(typed: str) -> str:
    """A public key as people print it, in groups or in capitals."""
    bare = _BETWEEN.sub("", typed).lower()
    if not _KEY.fullmatch(bare):
        raise BadInput(
            f"“{typed}” is no public key: it has 64 digits from 0 to 9 and a to f. Take it whole from its publisher."
        )
    return bare


def _strangers(seen: Seen, key: str, last: Seen | None) -> Iterator[str]:
    """What shows that the copy as a whole is another one than the reader should have been given."""
    if key and seen.key != key:
        yield f"It was signed by {seen.key}, which is not the key that you gave. Somebody else made it."
    if last is None:
        return
    if seen.key != last.key:
        yield f"It was signed by {seen.key}, and the copy of your checkpoint by {last.key}."
    elif seen.edition != last.edition:
        yield f"It is the edition “{seen.edition}”; that of your checkpoint is “{last.edition}”."
    elif (seen.copy, seen.release) < (last.copy, last.release) or seen.release < last.release:
        yield (
            f"It is copy {seen.copy} with data release {seen.release}, older than copy {last.copy} with data release"
            f" {last.release}, which you saw before."
        )
    elif seen.copy == last.copy and seen.manifest != last.manifest:
        yield f"It bears the number of the copy that you saw, {seen.copy}, and is another one."


def _proved(manifest: Manifest, key: str, last: Seen | None) -> Iterator[str]:
    yield (
        f"All {len(manifest.files)} files are as they were signed; none is missing and none was added:"
        f" copy {manifest.copy}, data release {manifest.release} of {manifest.day}."
    )
    yield f"Each of its {manifest.release} data releases is whole and follows the one before, under one key."
    if key:
        yield "It was signed with the key that you gave."
    elif last:
        yield f"It was signed with the key of your checkpoint, {last.key}."
    if last:
        yield (
            f"It is the copy of your checkpoint, {last.copy}."
            if manifest.copy == last.copy
            else f"It is newer than the copy of your checkpoint, {last.copy}."
        )


def _unproved(key: str, last: Seen | None) -> Iterator[str]:
    if not key and not last:
        yield "Whose it is: anyone can sign. Give the publisher's key, as it is told in another place: --key KEY"
    if last:
        yield "That nothing newer was published. Ask for the number of the newest copy by another way."
    else:
        yield (
            "That it is not an old one: an older copy, given whole, looks the same. Keep a checkpoint of this one with"
            " habeas checkpoint FILE --public DIR, and give it next time: --checkpoint FILE"
        )
    yield "That what it says is true: it shows who said it, and that is for you to weigh."


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
