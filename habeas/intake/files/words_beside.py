"""What a list prints beside each name (town, term, health, work): read anew from the archived file when it is shown.

It becomes no line: a term without its verdict, or a town that may be of birth, home or court, is no claim, and what is
said of somebody's health must not come to be kept where it can't be erased with its file.
"""

from __future__ import annotations

from collections.abc import Mapping
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
from habeas.problems import BadInput


def words_beside(listing: Listing) -> Mapping[tuple[int, str], str]:
    """By row and its text as printed; nothing of a file that is erased, or that a later map reads otherwise."""
    version = listing.latest.taken
    if not holds(version.sha256):
        return {}
    told = _read(version.sha256, remembered(listing.source), Context(known_batch(listing.event).when))
    words = sight().words
    return told if words is None else {row: words.without(remark) for row, remark in told.items()}


@lru_cache(maxsize=20)
def _read(sha256: str, by: ColumnMap | None, known: Context) -> Mapping[tuple[int, str], str]:
    """The name of the file isn't kept, and of a text it may decide whether it is a table: both are tried."""
    data, found = fetch(sha256), dict[tuple[int, str], str]()
    for path in (Path("list.csv"), Path("list")):
        try:
            contents = contents_of(path, data)
            fitting = by if by and fits(by, contents.blocks) else None
            rows = reading_of(path, contents, fitting, known).rows
        except BadInput:
            continue
        found |= {(row.number, row.text): row.remark for row in rows if row.remark}
        if contents.kind is not FileKind.TEXT:
            break
    return found
