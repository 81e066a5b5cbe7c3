"""The walk along the chain: each line against the one before and against its sealed payload. Talks to no database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

import orjson

from habeas.ledger.chain import NOTHING_BEFORE

Row = Sequence[Any]
"""The ten columns of a line, then number, salt and payload of the sealed half, as the database gives them."""

_NEVER_ERASED = frozenset({"Opened", "ErasureAsked", "Erased"})


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something that is not as it was written. `line` is None where it belongs to no line."""

    line: int | None
    what: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.what}" if self.line else self.what


@dataclass(frozen=True, slots=True)
class Gap:
    """A line whose payload was blanked."""

    number: int
    erasable: bool


@dataclass(slots=True)
class Walk:
    """A walk under way. After a flaw it goes on from what the table says, so as to find the others too."""

    number: int = 0
    moment: int = 0
    hash: bytes = NOTHING_BEFORE
    taken: int = 0
    flaws: list[Flaw] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    copies: dict[str, int] = field(default_factory=dict)

    def take(self, rows: Sequence[Row]) -> None:
        """Written flat, since every line of the ledger passes here at each verification."""
        number, moment, before = self.number, self.moment, self.hash
        dumps = orjson.dumps
        for row in rows:
            clear, (commitment, previous, made) = row[:7], row[7:10]
            sealed, salt, payload = row[10:]
            number += 1
            try:
                listed = [*clear, commitment.hex(), previous.hex()]
                fits = sha256(dumps(listed)).digest() == made and previous == before and clear[6] >= moment
                if payload is None:
                    opens = salt is None and sealed is not None
                else:
                    opens = sha256(salt + payload).digest() == commitment
            # A value of another sort than the column's: SQLite takes it, a hash doesn't.
            except (AttributeError, TypeError):
                fits = opens = False
            if not fits or not opens or clear[0] != number or number == 1:
                self._explain(row, number, moment, before)
            if payload is None:
                self.gaps.append(Gap(clear[0], clear[1] not in _NEVER_ERASED))
            elif clear[1] in ("Captured", "Kept", "ListTaken", "TimeProved"):
                self._name_copy(clear[0], payload)
            number, before = clear[0], made
            moment = clear[6] if isinstance(clear[6], int) else moment
        self.number, self.moment, self.hash = number, moment, before
        self.taken += len(rows)

    def _name_copy(self, number: int, payload: bytes) -> None:
        try:
            name = orjson.loads(payload)["claim"].get("sha256")
        except (ValueError, TypeError, KeyError, AttributeError):
            return
        if isinstance(name, str) and name:
            self.copies.setdefault(name, number)

    def _explain(self, row: Row, number: int, moment: int, before: bytes) -> None:
        what = _what_is_wrong(row, number, moment, before)
        if what:
            self.flaws.append(Flaw(row[0], what))


def _what_is_wrong(row: Row, number: int, moment: int, before: bytes) -> str:
    clear, (commitment, previous, made) = list(row[:7]), row[7:10]
    sealed, salt, payload = row[10:]
    if clear[0] != number:
        return f"line {number} is missing before it"
    if not all(isinstance(value, bytes) for value in row[7:10]) or not isinstance(row[6], int):
        return "a column has a value of the wrong sort"
    if previous != before:
        return "it doesn't carry the hash of the line before; one of the two was changed, or a line put in between"
    try:
        written = orjson.dumps([*clear, commitment.hex(), previous.hex()])
    except TypeError:
        return "a column has a value of the wrong sort"
    if sha256(written).digest() != made:
        return "its clear columns don't give its hash; one of them was changed"
    if clear[6] < moment:
        return "its moment is before that of the line before"
    if number == 1 and clear[1] != "Opened":
        return "the first line doesn't open the ledger"
    return _what_is_wrong_inside(sealed, salt, payload, commitment)


def _what_is_wrong_inside(sealed: object, salt: object, payload: object, commitment: bytes) -> str:
    if sealed is None:
        return "its sealed payload is missing"
    if payload is None and salt is None:
        return ""
    if not isinstance(salt, bytes) or not isinstance(payload, bytes):
        return "its sealed payload was changed"
    return "" if sha256(salt + payload).digest() == commitment else "its sealed payload was changed"
