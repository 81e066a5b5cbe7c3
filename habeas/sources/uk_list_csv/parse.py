"""The UK's lists as tables: a row for each name, alias or address of a party, all under one number."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.sources.entries import Kind, Name, NameKind, Row, Unread, entry
from habeas.sources.manifests import Manifest
from habeas.sources.parcels import Parcel
from habeas.sources.tables import Cells, Columns, under_header
from habeas.sources.wording import births, date_of, name

KINDS = {
    "individual": Kind.PERSON,
    "entity": Kind.ENTITY,
    "ship": Kind.VESSEL,
    "vessel": Kind.VESSEL,
    "aircraft": Kind.AIRCRAFT,
}
PARTS = ("name1", "name2", "name3", "name4", "name5", "name6")


def parse(parcel: Parcel, source: Manifest) -> Iterator[Row]:
    for row in under_header(parcel, source):
        yield row if isinstance(row, Unread) else _party(*row, source)


def _party(row: Cells, at: Columns, source: Manifest) -> Row:
    cells = row.cells
    key = at.one(cells, "key") or at.one(cells, "group")
    names = list(_names(cells, at))
    if not key or not names:
        return Unread(row.line, "has no number" if names else "has no name", row.raw)
    return entry(
        source.key,
        key,
        KINDS.get(at.one(cells, "kind").casefold(), Kind.OTHER),
        names,
        programmes=[at.one(cells, "programme")],
        listed=map(date_of, at.all(cells, "listed")),
        births=births(at.one(cells, "birth")),
        nationalities=at.one(cells, "nationality").split(";"),
        remarks=[at.one(cells, "remarks")],
        details=[*at.details(cells), ("group", at.one(cells, "group"))],
    )


def _names(cells: tuple[str, ...], at: Columns) -> Iterator[Name]:
    kind = name_kind(at.one(cells, "name_kind"), at.one(cells, "strength"))
    if printed := " ".join(filter(None, (at.one(cells, part) for part in PARTS))):
        yield name(printed, kind)
    for printed in at.all(cells, "other_script"):
        yield name(printed, NameKind.ALIAS)


def name_kind(printed: str, strength: str) -> NameKind:
    word, weak = printed.casefold(), strength.casefold()
    if "low" in weak or "weak" in weak:
        return NameKind.WEAK
    if "f.k.a" in word or "formerly" in word:
        return NameKind.FORMER
    return NameKind.NAME if word in ("", "primary name") else NameKind.ALIAS
