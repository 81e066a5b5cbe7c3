"""A reader's own checkpoint of a public copy: which one they saw last and whose it was, to be kept apart from copies.

Whoever can give a reader an old copy whole, or one of another publisher, can't reach it; nothing in it needs a secret.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from habeas.ledger.kept_apart import read_back, write_once

_FORM = "habeas seen copy 1"


@dataclass(frozen=True, slots=True)
class Seen:
    """`manifest` is the hash of the signed list."""

    key: str
    edition: str
    copy: int
    release: int
    manifest: str


def write_seen(seen: Seen, file: Path) -> None:
    write_once(file, _FORM, seen)


def read_seen(file: Path) -> Seen:
    otherwise = "is no checkpoint of a public copy. Give a file written by: habeas checkpoint FILE --public DIR"
    return read_back(file, _FORM, Seen, otherwise)
