"""What all rows of the vocabulary share: key, names, sources and dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypedDict

from habeas.domain.dates import PartialDate
from habeas.vocabulary.rows import Row, RowError, nearest
from habeas.vocabulary.values import (
    Named,
    Source,
)
from habeas.vocabulary.words import (
    Checked,
)

COMMON = "common"
"""The folder whose rows belong to no country."""

_WORLDWIDE = frozenset({"recognisers.yml", "criteria.yml", "definitions.yml"})
"""Files whose keys are the proper names of bodies and need no country; all others begin with the folder's name."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folder and file a row lies in, and the sources it may name."""

    folder: str
    file: str
    sources: Mapping[str, Source]

    @property
    def prefixed(self) -> bool:
        return self.folder != COMMON and self.file not in _WORLDWIDE


class Common(TypedDict):
    key: str
    names: tuple[Named, ...]
    sources: tuple[Source, ...]
    row: str
    country: str
    certainty: Checked
    note: str


class Dates(TypedDict):
    begins: PartialDate | None
    ends: PartialDate | None


def read_common(row: Row, shelf: Shelf) -> Common:
    key = row.key()
    if shelf.prefixed and key != shelf.folder and not key.startswith(f"{shelf.folder}."):
        raise RowError(f"the key `{key}` lacks its country.", f"Keys of this folder begin with `{shelf.folder}.`.")
    return Common(
        key=key,
        names=row.names(),
        sources=_sources(row, shelf),
        row=row.where,
        country="" if shelf.folder == COMMON else shelf.folder,
        certainty=row.word("certainty", Checked, Checked.SOURCED),
        note=row.text("note", ""),
    )


def _sources(row: Row, shelf: Shelf) -> tuple[Source, ...]:
    keys = row.texts("source")
    if not keys:
        raise RowError("the row has no source.", "Add `source: KEY`, a key of sources.yml.")
    for key in keys:
        if key not in shelf.sources:
            raise RowError(f"the source `{key}` is in no sources.yml.", nearest(key, shelf.sources))
    return tuple(shelf.sources[key] for key in keys)


def read_dates(row: Row) -> Dates:
    begins, ends = row.date("from"), row.date("to")
    if begins and ends and ends.last <= begins.first:
        raise RowError(f"it ends ({ends}) before it begins ({begins}).", "`to` is the first day it no longer held.")
    return Dates(begins=begins, ends=ends)


def read_source(row: Row) -> Source:
    address = row.text("address")
    if not address.startswith(("https://", "http://")):
        raise RowError(f"`{address}` is no web address.", "Begin it with https:// or http://.")
    source = Source(row.key(), address, row.text("publisher"), row.text("note", ""))
    row.done()
    return source
