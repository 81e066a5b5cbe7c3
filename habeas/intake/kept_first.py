"""The bytes of what comes in are archived before anything is read from them: what is refused is kept as well."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from habeas.archive.store import keep
from habeas.intake.files.limits import MOST_BYTES
from habeas.problems import BadInput


class Refused(BadInput):
    """What can't be read of a file, which is archived all the same."""


@contextmanager
def kept_first(path: Path, data: bytes) -> Iterator[str]:
    """The SHA-256 under which they lie; a refusal says so too. What is larger than any list is not kept."""
    if len(data) > MOST_BYTES:
        raise BadInput(f"{path}: {len(data) // 1_000_000} MB are more than a list has. Save the list by itself.")
    sha256 = keep(data)
    try:
        yield sha256
    except BadInput as reason:
        raise Refused(refusal(reason, sha256)) from None


def refusal(reason: BadInput, sha256: str) -> str:
    return f"{reason} Nothing was taken. The file itself is in the archive as {sha256[:12]}…."
