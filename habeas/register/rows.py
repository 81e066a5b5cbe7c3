"""The rows of the register as values; what stood at each line is put together to what stood from line to line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from habeas.domain.masks import BITS, mask, unmask
from habeas.domain.words import Status

__all__ = ["BITS", "EVER", "PLACES", "STATUSES", "TABLES", "coalesced", "mask", "unmask"]

EVER = 2_147_483_647
"""The number of no line: a row known until then is still so."""

PLACES = {status: place for place, status in enumerate(Status)}
STATUSES = tuple(Status)


class MemberRow(NamedTuple):
    subject: str
    person: str
    is_person: int


class NameRow(NamedTuple):
    person: str
    place: int
    text: str
    gender: str
    birth: str
    languages: str


class SpellRow(NamedTuple):
    person: str
    status: int
    may_be: int
    first: int
    ending: int


class StretchRow(NamedTuple):
    person: str
    first: int
    ending: int
    may_be: int
    sure_by: int
    may_by: int
    since: int
    sure_cases: int
    may_cases: int
    by: str
    place: int
    was_first: int
    was_may_be: int
    was_sure_by: int
    was_may_by: int


class FactRow(NamedTuple):
    person: str
    kind: str
    key: str
    possible: int
    first: int
    ending: int


class InBatchRow(NamedTuple):
    batch: str
    subject: str
    person: str
    stage: str
    outcome: str
    number: int


class ListedRow(NamedTuple):
    listing: str
    row: int
    subject: str
    number: int


Row = MemberRow | NameRow | SpellRow | StretchRow | FactRow | InBatchRow | ListedRow

TABLES: dict[type[Row], str] = {
    MemberRow: "register_member",
    NameRow: "register_name",
    SpellRow: "register_spell",
    StretchRow: "register_stretch",
    FactRow: "register_fact",
    InBatchRow: "register_in_batch",
    ListedRow: "register_listed",
}


class Known(NamedTuple):
    """A row with the lines between which it was known: from that line on, and until that line."""

    row: Row
    known_from: int
    known_to: int


Stood = dict[object, frozenset[Row]]
"""All rows at a line by parts, each under what it rests on; no row is in two parts."""


def coalesced(stood: Iterable[tuple[int, Stood]]) -> Iterator[Known]:
    """From all rows at each line, in order, to each row with its span; a row that stays is one row.

    Only parts that came or went are looked into.
    """
    since: dict[Row, int] = {}
    before: Stood = {}
    for number, parts in stood:
        came = {row for part in parts.keys() - before.keys() for row in parts[part]}
        gone = {row for part in before.keys() - parts.keys() for row in before[part]}
        for row in gone - came:
            yield Known(row, since.pop(row), number)
        for row in came - gone:
            since[row] = number
        before = parts
    for row, number in since.items():
        yield Known(row, number, EVER)
