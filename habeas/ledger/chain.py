"""How a line is bound to its sealed payload and to the line before: two SHA-256, written down so that anyone can check.

docs/reference/ledger.md says the same to people who have only the tables.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import orjson

NOTHING_BEFORE = bytes(32)
"""What the first line carries as the hash of the line before."""

SALT_LENGTH = 16

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Link:
    """The clear half of a line as it stands in the table; `moment` counts microseconds from 1970 in UTC."""

    number: int
    kind: str
    version: int
    subject: str
    about: int
    editor: str
    moment: int
    commitment: bytes
    previous: bytes
    hash: bytes


def commit(salt: bytes, payload: bytes) -> bytes:
    """Bind a payload without telling it: with the salt gone, no guess at the payload can be checked."""
    return sha256(salt + payload).digest()


def link_hash(
    number: int,
    kind: str,
    version: int,
    subject: str,
    about: int,
    editor: str,
    moment: int,
    commitment: str,
    previous: str,
) -> bytes:
    """The hash of a line: over a JSON list of its clear columns, the two byte columns in hexadecimal."""
    listed = [number, kind, version, subject, about, editor, moment, commitment, previous]
    return sha256(orjson.dumps(listed)).digest()


def to_microseconds(moment: datetime) -> int:
    return (moment - _EPOCH) // _MICROSECOND


def to_moment(microseconds: int) -> datetime:
    return _EPOCH + timedelta(microseconds=microseconds)
