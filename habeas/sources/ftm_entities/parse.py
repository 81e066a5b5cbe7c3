"""Entities in FollowTheMoney, a JSON object a line: parties, with sanctions inside them or on lines of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

import orjson

from habeas.sources.entries import Detail, Entry, Kind, NameKind, Row, Unread, entry
from habeas.sources.manifests import Manifest
from habeas.sources.parcels import Parcel
from habeas.sources.wording import birth, clean, date_of, name

_KINDS = {
    "Person": Kind.PERSON,
    "Vessel": Kind.VESSEL,
    "Airplane": Kind.AIRCRAFT,
    "LegalEntity": Kind.ENTITY,
    "Organization": Kind.ENTITY,
    "Company": Kind.ENTITY,
    "PublicBody": Kind.ENTITY,
    "Asset": Kind.OTHER,
    "CryptoWallet": Kind.OTHER,
    "Security": Kind.OTHER,
}
_NAMES = {
    "name": NameKind.NAME,
    "alias": NameKind.ALIAS,
    "weakAlias": NameKind.WEAK,
    "previousName": NameKind.FORMER,
}
_READ = (*_NAMES, "programId", "program", "birthDate", "nationality", "citizenship", "notes", "summary", "sanctions")
_OF_SANCTION = ("authority", "reason", "status", "provisions", "duration", "recordId", "endDate", "unscId")
_Properties = Mapping[str, list[object]]


def parse(parcel: Parcel, source: Manifest) -> Iterator[Row]:
    """A sanction on a line of its own is a further row of its party, wherever in the file either stands."""
    parcel.main.seek(0)
    parties: set[str] = set()
    apart: list[tuple[int, str, _Properties, str]] = []
    for number, line in enumerate(parcel.main, 1):
        line = line.removeprefix(b"\xef\xbb\xbf").strip(b" \t\r\n\x1a")
        if not line:
            continue
        told = _told(line)
        if isinstance(told, str):
            yield Unread(number, told, line.decode("utf-8", errors="surrogateescape"))
        elif told["schema"] == "Sanction":
            properties = cast(_Properties, told["properties"])
            apart += [(number, party, properties, line.decode()) for party in _texts(properties, "entity")]
        elif told["schema"] in _KINDS:
            row = _party(number, told, source, line.decode())
            if isinstance(row, Entry):
                parties.add(row.key)
            yield row
    for number, party, properties, said in apart:
        yield (
            _sanction(party, properties, source)
            if party in parties
            else Unread(number, f"a sanction of “{party[:60]}”, who isn't in the file", said)
        )


def _told(line: bytes) -> dict[str, object] | str:
    """What a line says, or what is wrong with it."""
    try:
        told = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        return f"isn't JSON ({error})"
    if not isinstance(told, dict) or not isinstance(told.get("properties"), dict) or not told.get("schema"):
        return "has no schema and properties"
    if not all(isinstance(values, list) for values in told["properties"].values()):
        return "has a property that isn't a list"
    return cast(dict[str, object], told)


def _party(number: int, told: dict[str, object], source: Manifest, raw: str) -> Row:
    properties = cast(_Properties, told["properties"])
    names = [name(said, kind) for field, kind in _NAMES.items() for said in _texts(properties, field)]
    key = clean(str(told.get("id") or ""))
    if not names:
        return Unread(number, "has no name", raw)
    inside = [
        cast(_Properties, one["properties"])
        for one in properties.get("sanctions", [])
        if isinstance(one, dict) and isinstance(one.get("properties"), dict)
    ]
    return entry(
        source.key,
        key,
        _KINDS[str(told["schema"])],
        names,
        programmes=[said for one in (properties, *inside) for said in _programmes(one)],
        listed=[date_of(said) for one in inside for said in _listed(one)],
        births=map(birth, _texts(properties, "birthDate")),
        nationalities=[*_texts(properties, "nationality"), *_texts(properties, "citizenship")],
        remarks=[*_texts(properties, "notes"), *_texts(properties, "summary")],
        details=[
            *((field, said) for field in properties if field not in _READ for said in _texts(properties, field)),
            *(detail for one in inside for detail in _details(one)),
        ],
    )


def _sanction(party: str, properties: _Properties, source: Manifest) -> Entry:
    """What a sanction adds to its party: no name, so that it can only be put to one that is there."""
    return Entry(
        source.key,
        party,
        Kind.OTHER,
        (),
        tuple(sorted(set(_programmes(properties)))),
        tuple(sorted({day for said in _listed(properties) if (day := date_of(said))}, key=lambda day: day.first)),
        details=tuple(sorted(set(_details(properties)))),
    )


def _programmes(properties: _Properties) -> list[str]:
    return _texts(properties, "programId") or _texts(properties, "program")


def _listed(properties: _Properties) -> list[str]:
    return _texts(properties, "listingDate") or _texts(properties, "startDate")


def _details(properties: _Properties) -> Iterator[Detail]:
    for field in _OF_SANCTION:
        for said in _texts(properties, field):
            yield f"sanction.{field}", said


def _texts(properties: _Properties, field: str) -> list[str]:
    return [cleaned for said in properties.get(field, []) if isinstance(said, str) and (cleaned := clean(said))]
