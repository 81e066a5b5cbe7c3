"""What a list prints beside each name (town, term, health, work), and what of its file was passed over or in doubt.

Both are read anew from the archived file when they are shown.

It becomes no line: a term without its verdict, or a town that may be of birth, home or court, is no claim, and what is
said of somebody's health must not come to be kept where it can't be erased with its file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from habeas.archive.store import fetch, holds
from habeas.intake.batches import known_batch
from habeas.intake.files.column_maps import fits, remembered
from habeas.intake.files.columns import ColumnMap
from habeas.intake.files.contents import FileKind
from habeas.intake.files.plain import Context
from habeas.intake.files.reading import contents_of, reading_of
from habeas.intake.listings import Listing
from habeas.ledger.sight import sight
from habeas.problems import BadInput, Problem

_CALLED = "list.csv"


@dataclass(frozen=True, slots=True)
class _Told:
    """Of a file: remarks by row and its text as printed, and what the reader said of it."""

    remarks: Mapping[tuple[int, str], str]
    problems: tuple[Problem, ...] = ()


def words_beside(listing: Listing) -> Mapping[tuple[int, str], str]:
    """By row and its text as printed; nothing of a file that is erased, or that a later map reads otherwise."""
    told, words = _told(listing).remarks, sight().words
    return told if words is None else {row: words.without(remark) for row, remark in told.items()}


def said_of_file(listing: Listing) -> tuple[str, ...]:
    """What was passed over in the file of the latest version, or read in doubt; without the name of a file."""
    said = (f"{one.what} {one.advice}".strip() for one in _told(listing).problems)
    return tuple(sight().text(one.replace(_CALLED, "FILE")) for one in said)


def _told(listing: Listing) -> _Told:
    version = listing.latest.taken
    if not holds(version.sha256):
        return _Told({})
    return _read(version.sha256, remembered(listing.source), Context(known_batch(listing.event).when))


@lru_cache(maxsize=20)
def _read(sha256: str, by: ColumnMap | None, known: Context) -> _Told:
    """The name of the file isn't kept, and of a text it may decide whether it is a table: both are tried."""
    data, found, problems = fetch(sha256), dict[tuple[int, str], str](), tuple[Problem, ...]()
    for path in (Path(_CALLED), Path("list")):
        try:
            contents = contents_of(path, data)
            fitting = by if by and fits(by, contents.blocks) else None
            read = reading_of(path, contents, fitting, known)
        except BadInput:
            continue
        found |= {(row.number, row.text): row.remark for row in read.rows if row.remark}
        problems = problems or tuple(one for one in read.problems if not one.what.startswith("by its name"))
        if contents.kind is not FileKind.TEXT:
            break
    return _Told(found, problems)
