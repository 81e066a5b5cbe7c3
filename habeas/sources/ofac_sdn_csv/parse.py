"""The Treasury's list as tables: sdn.csv, and beside it alt.csv with other names and add.csv with addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from habeas.problems import BadInput
from habeas.sources.entries import Birth, Detail, Kind, Name, NameKind, Row, Unread, entry
from habeas.sources.manifests import Manifest
from habeas.sources.parcels import Parcel
from habeas.sources.tables import Cells, Columns, columns, is_header, rows, separator_of
from habeas.sources.wording import birth, clean, name

KINDS = {
    "": Kind.ENTITY,
    "entity": Kind.ENTITY,
    "individual": Kind.PERSON,
    "vessel": Kind.VESSEL,
    "aircraft": Kind.AIRCRAFT,
}
_PRINTED = ("title", "call_sign", "vessel_type", "tonnage", "gross_tonnage", "flag", "owner")
_ALIAS_CELLS, _ADDRESS_CELLS = 5, 6
_DIGITS = re.compile(r"\d{1,9}\Z")
_WEAK = re.compile(r"(?:^|;)\s*(?:alt\. )?a\.k\.a\. '([^;]+?)'(?=[.;]|$)")
_BIRTH = re.compile(r"(?:^|;)\s*(?:alt\. )?DOB ([^;]+?)\.?\s*(?=;|$)")
_NATION = re.compile(r"(?:^|;)\s*(?:alt\. )?(?:nationality|citizen) ([^;]+?)\.?\s*(?=;|$)")


def parse(parcel: Parcel, source: Manifest) -> Iterator[Row]:
    """A row is a party; what stands beside it comes from the other files by its number."""
    names, addresses, unread = _beside(parcel)
    yield from unread
    at: Columns | None = None
    for row in rows(parcel.main, separator_of(parcel.head())):
        if isinstance(row, Unread):
            yield row
        elif at is None and is_header(row.cells, source):
            at = columns(row.cells, source, parcel.name)
        else:
            at = at or _in_their_order(row, source, parcel.name)
            yield _party(row, at, source, names, addresses)


def _in_their_order(row: Cells, source: Manifest, where: str) -> Columns:
    fields = list(source.columns)
    if len(row.cells) > len(fields) or not _DIGITS.match(row.cells[0].strip()):
        raise BadInput(
            f"{where}, line {row.line}: neither a header that is known nor a row of the {len(fields)} columns of this"
            f" list. Found: {', '.join(cell.strip() for cell in row.cells)[:400]}."
        )
    return Columns({field: (at,) for at, field in enumerate(fields)}, (), len(fields))


def _party(
    row: Cells, at: Columns, source: Manifest, names: dict[str, list[Name]], addresses: dict[str, list[Detail]]
) -> Row:
    if len(row.cells) != at.width:
        return Unread(row.line, f"{len(row.cells)} cells where there are {at.width}", row.raw)
    key, printed, kind = at.one(row.cells, "key"), at.one(row.cells, "name"), at.one(row.cells, "kind")
    if not _DIGITS.match(key):
        return Unread(row.line, f"“{key[:40]}” is no number of an entry", row.raw)
    if not printed:
        return Unread(row.line, "has no name", row.raw)
    remarks = at.one(row.cells, "remarks")
    return entry(
        source.key,
        key,
        KINDS.get(kind.casefold(), Kind.OTHER),
        [name(printed), *_weak(remarks), *names.get(key, ())],
        programmes=programmes(at.one(row.cells, "programme")),
        births=_births(remarks),
        nationalities=_NATION.findall(remarks),
        remarks=[remarks],
        details=[
            *((field, at.one(row.cells, field)) for field in _PRINTED),
            *at.details(row.cells),
            *addresses.get(key, ()),
        ],
    )


def programmes(printed: str) -> list[str]:
    """“SDGT] [IRGC” is two."""
    return [clean(part.strip(" []")) for part in printed.split("] [")]


def _weak(remarks: str) -> Iterator[Name]:
    if "a.k.a. '" in remarks:
        for found in _WEAK.findall(remarks):
            yield name(found, NameKind.WEAK)


def _births(remarks: str) -> list[Birth]:
    return [birth(found) for found in _BIRTH.findall(remarks)] if "DOB " in remarks else []


def _beside(parcel: Parcel) -> tuple[dict[str, list[Name]], dict[str, list[Detail]], list[Unread]]:
    names: dict[str, list[Name]] = {}
    addresses: dict[str, list[Detail]] = {}
    unread: list[Unread] = []
    for row in _of(parcel.beside.get("alt"), _ALIAS_CELLS, "alt", unread):
        key, _, kind, printed, remarks = map(clean, row)
        names.setdefault(key, []).append(name(printed, _name_kind(kind)))
        addresses.setdefault(key, []).append(("alt.remarks", remarks))
    for row in _of(parcel.beside.get("add"), _ADDRESS_CELLS, "add", unread):
        key, _, *parts = map(clean, row)
        addresses.setdefault(key, []).append(("address", ", ".join(filter(None, parts))))
    return names, addresses, unread


def _of(stream: BinaryIO | None, width: int, called: str, unread: list[Unread]) -> Iterator[tuple[str, ...]]:
    """The rows of a file beside the list; a header is no row."""
    for row in rows(stream) if stream else ():
        if isinstance(row, Unread):
            unread.append(Unread(row.line, f"in {called}: {row.what}", row.raw))
        elif len(row.cells) != width:
            unread.append(Unread(row.line, f"in {called}: {len(row.cells)} cells where there are {width}", row.raw))
        elif _DIGITS.match(row.cells[0].strip()):
            yield row.cells


def _name_kind(printed: str) -> NameKind:
    return NameKind.FORMER if printed.startswith("fka") or printed.startswith("f.k.a") else NameKind.ALIAS
