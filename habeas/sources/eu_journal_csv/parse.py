"""Listings of the Official Journal as people transcribe them: a row for each name, or one with all names of a party."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace

from habeas.problems import BadInput
from habeas.sources.entries import Kind, Name, NameKind, Row, Unread, entry
from habeas.sources.manifests import Manifest
from habeas.sources.parcels import Parcel
from habeas.sources.tables import Cells, Columns, columns, is_header, rows, separator_of
from habeas.sources.wording import births, clean, date_of, name

_KINDS = {
    "person": Kind.PERSON,
    "individual": Kind.PERSON,
    "vessel": Kind.VESSEL,
    "airplane": Kind.AIRCRAFT,
    "aircraft": Kind.AIRCRAFT,
    "legalentity": Kind.ENTITY,
    "organization": Kind.ENTITY,
    "company": Kind.ENTITY,
    "entity": Kind.ENTITY,
}
_NAME_KINDS = {
    "name": NameKind.NAME,
    "alias": NameKind.ALIAS,
    "weakalias": NameKind.WEAK,
    "previousname": NameKind.FORMER,
}


def parse(parcel: Parcel, source: Manifest) -> Iterator[Row]:
    at: Columns | None = None
    for row in rows(parcel.main, separator_of(parcel.head())):
        if isinstance(row, Unread):
            yield row
        elif at is None:
            at = _columns(row, source, parcel.name)
        elif (
            row.cells and at.one(_filled(row, at), "name_kind") == "kind" and at.one(_filled(row, at), "name") == "name"
        ):
            continue  # a header once more, where files were put after one another
        else:
            yield _party(row, at, source)


def _columns(row: Cells, source: Manifest, where: str) -> Columns:
    at = columns(row.cells, source, where)
    if not is_header(row.cells, source) or not (at.fields["key"] or at.fields["record"]):
        raise BadInput(
            f"{where}: no column is known as key or record. Found: {', '.join(row.cells)[:400]}. If one of these was"
            f" renamed, add its new name to columns in habeas/sources/{source.key}/manifest.yml."
        )
    return at


def _party(row: Cells, at: Columns, source: Manifest) -> Row:
    if len(row.cells) != at.width:
        return Unread(row.line, f"{len(row.cells)} cells where the header has {at.width}", row.raw)
    names = list(_names(row.cells, at))
    if not names:
        return Unread(row.line, "has no name", row.raw)
    kind = _KINDS.get(at.one(row.cells, "kind").casefold(), Kind.OTHER if at.fields["kind"] else Kind.PERSON)
    return entry(
        source.key,
        _key(row.cells, at, kind),
        kind,
        names,
        programmes=[at.one(row.cells, "programme")],
        listed=map(date_of, at.all(row.cells, "listed")),
        births=births(at.one(row.cells, "birth")),
        nationalities=_several(at.one(row.cells, "nationality")),
        remarks=_several(at.one(row.cells, "remarks")),
        details=at.details(row.cells),
    )


def _names(cells: tuple[str, ...], at: Columns) -> Iterator[Name]:
    kind = _NAME_KINDS.get(at.one(cells, "name_kind").casefold(), NameKind.NAME)
    if printed := at.one(cells, "name"):
        found = name(printed, kind)
        script = at.one(cells, "script").casefold()
        yield replace(found, script=script) if script else found
    for field, of in (("alias", NameKind.ALIAS), ("weak", NameKind.WEAK), ("former", NameKind.FORMER)):
        for printed in _several(at.one(cells, field)):
            yield name(printed, of)


def _key(cells: tuple[str, ...], at: Columns, kind: Kind) -> str:
    """The list's own; or the number that the annex prints, which is unique within act, annex and sort of party."""
    own = at.one(cells, "key")
    record = at.one(cells, "record")
    if own or not record:
        return own
    return "#".join((at.one(cells, "act"), at.one(cells, "annex"), record, kind.value))


def _several(cell: str) -> list[str]:
    """“Foo; "Bar; Baz"” is two."""
    if not cell:
        return []
    parts = next(csv.reader(io.StringIO(cell), delimiter=";", skipinitialspace=True), [])
    return [said for part in parts if (said := clean(part))]


def _filled(row: Cells, at: Columns) -> tuple[str, ...]:
    return row.cells + ("",) * (at.width - len(row.cells))
