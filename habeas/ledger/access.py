"""The log of access: who did what kind of thing in which hour, in a file of its own, each entry chained to the last.

It never says what was searched or who was looked at: such a log would itself be a list of people.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

import orjson

from habeas.domain.aliases import is_alias
from habeas.domain.words import Word
from habeas.ledger.append import now
from habeas.problems import BadInput
from habeas.project.home import access_log_path

_START = bytes(32).hex()


class Event(Word):
    """What was done."""

    SIGNED_IN = "signed_in", "somebody signed in"
    SIGN_IN_REFUSED = "sign_in_refused", "somebody could not sign in"
    REFUSED = "refused", "somebody signed in asked for what their role doesn't reach"
    LOOKED = "looked", "restricted lines were looked at"
    TOOK = "took", "a list or a register was taken in"
    DECIDED = "decided", "an editor decided about a mention"
    ASKED_MODEL = "asked_model", "a text was given to a language model"
    EXPORTED = "exported", "a table was fetched from the desk, or a command printed the desk's data for programs"
    EXPORT_ASKED = "export_asked", "somebody asked to take a table out of the desk"
    EXPORT_LET = "export_let", "another editor let it out"
    EXPORT_REFUSED = "export_refused", "another editor didn't let it out"
    PUBLISHED = "published", "a public copy was made"
    ERASED = "erased", "an erasure was asked for or confirmed"
    BACKED_UP = "backed_up", "a backup was written"
    RESTORED = "restored", "a backup was restored"
    ADMITTED = "admitted", "an account was invited, changed or closed, or sessions were ended"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; `hour` is UTC, as 2026-03-01T14."""

    number: int
    event: str
    alias: str
    hour: str


def record(event: Event, alias: str) -> None:
    """Add an entry, on the disk when this returns."""
    if not is_alias(alias):
        raise BadInput("An alias in the log of access is 1 to 60 letters, digits and . _ @ -. Choose another.")
    file = access_log_path()
    with os.fdopen(os.open(file, os.O_RDWR | os.O_CREAT, 0o600), "r+b") as opened:
        fcntl.flock(opened, fcntl.LOCK_EX)
        number, before = _last(opened)
        entry = [number + 1, str(event), alias, now().strftime("%Y-%m-%dT%H"), before]
        opened.write(orjson.dumps([*entry, _hash(entry)]) + b"\n")
        opened.flush()
        os.fsync(opened.fileno())


def entries() -> Iterator[Entry]:
    """All entries, oldest first."""
    file = access_log_path()
    for line in file.read_bytes().splitlines() if file.exists() else []:
        number, event, alias, hour, _, _ = orjson.loads(line)
        yield Entry(number, event, alias, hour)


def verify_access(file: Path | None = None) -> str:
    """What is wrong with the first entry that does not fit, or nothing."""
    file = file or access_log_path()
    before = _START
    for number, line in enumerate(file.read_bytes().splitlines() if file.exists() else [], 1):
        try:
            *entry, made = orjson.loads(line)
            fits = len(entry) == 5 and entry[0] == number and entry[4] == before and made == _hash(entry)
            fits = fits and line == orjson.dumps([*entry, made])
        except (ValueError, TypeError):
            fits = False
        if not fits:
            return f"entry {number} of the log of access was changed, or one before it is gone"
        before = made
    return ""


def _last(opened: BinaryIO) -> tuple[int, str]:
    """Number and hash of the last entry; half an entry, left by a failing machine, is taken off."""
    written = opened.read()
    whole = written.rfind(b"\n") + 1
    opened.seek(whole)
    opened.truncate()
    if not whole:
        return 0, _START
    try:
        last = orjson.loads(written[:whole].splitlines()[-1])
        return int(last[0]), str(last[5])
    except (ValueError, TypeError, IndexError, KeyError):
        raise BadInput("The last entry of the log of access can't be read. Restore access.log from a backup.") from None


def _hash(entry: list[object]) -> str:
    return sha256(orjson.dumps(entry)).hexdigest()
