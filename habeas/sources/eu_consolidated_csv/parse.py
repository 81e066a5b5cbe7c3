"""The Commission's consolidated list as a table: a row for each name, address, date of birth or paper of a party."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.sources.entries import Birth, Entry, Kind, Name, NameKind, Row, Unread, entry
from habeas.sources.eu_consolidated_xml.parse import KINDS, joined
from habeas.sources.manifests import Manifest
from habeas.sources.parcels import Parcel
from habeas.sources.tables import Cells, Columns, under_header
from habeas.sources.wording import birth, date_of, name


def parse(parcel: Parcel, source: Manifest) -> Iterator[Row]:
    """Rows without a name come last: they say more of a party that another row names."""
    named: set[str] = set()
    nameless: list[tuple[Cells, Entry]] = []
    for row in under_header(parcel, source):
        read = row if isinstance(row, Unread) else _party(*row, source)
        if isinstance(read, Entry) and not read.names and not isinstance(row, Unread):
            nameless.append((row[0], read))
            continue
        if isinstance(read, Entry):
            named.add(read.key)
        yield read
    for cells, told in nameless:
        yield told if told.key in named else Unread(cells.line, "has no name", cells.raw)


def _party(row: Cells, at: Columns, source: Manifest) -> Entry | Unread:
    cells = row.cells
    key = at.one(cells, "key") or at.one(cells, "number")
    if not key:
        return Unread(row.line, "an entry without its number", row.raw)
    listed = at.one(cells, "listed")
    return entry(
        source.key,
        key,
        _kind(at.all(cells, "kind")),
        _names(cells, at),
        programmes=[at.one(cells, "programme")],
        listed=[date_of(listed)] if listed else (),
        births=[_birth(cells, at)],
        nationalities=[_country(cells, at)],
        remarks=[at.one(cells, "remarks")],
        details=at.details(cells),
    )


def _names(cells: tuple[str, ...], at: Columns) -> Iterator[Name]:
    """The list marks none of a party's names as the name; the first in Latin letters by the alphabet is shown."""
    parts = (at.one(cells, part) for part in ("first", "middle", "last"))
    if printed := at.one(cells, "name") or " ".join(filter(None, parts)):
        yield name(printed, NameKind.ALIAS)


def _kind(words: list[str]) -> Kind:
    return next((KINDS[word.casefold()] for word in words if word.casefold() in KINDS), Kind.OTHER)


def _birth(cells: tuple[str, ...], at: Columns) -> Birth:
    parts = (at.one(cells, part) for part in ("birth_year", "birth_month", "birth_day"))
    printed = at.one(cells, "birth") or joined(*parts)
    return birth(f"circa {printed}" if printed and at.one(cells, "circa").casefold() == "true" else printed)


def _country(cells: tuple[str, ...], at: Columns) -> str:
    described = at.one(cells, "country")
    return described if described.casefold() != "unknown" else at.one(cells, "country_code")
