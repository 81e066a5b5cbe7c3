"""The Treasury's list as XML: an element sdnEntry for each party."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.sources.elements import Element, below, elements, leaves, local, raw, text, texts
from habeas.sources.entries import Kind, Name, NameKind, Row, Told, Unread, entry
from habeas.sources.manifests import Manifest
from habeas.sources.parcels import Parcel
from habeas.sources.wording import birth, name

_KINDS = {"individual": Kind.PERSON, "entity": Kind.ENTITY, "vessel": Kind.VESSEL, "aircraft": Kind.AIRCRAFT}
_WANTED = frozenset({"sdnEntry", "publshInformation", "publishInformation"})
_READ = frozenset(
    [
        "uid",
        "firstName",
        "lastName",
        "sdnType",
        "remarks",
        "programList",
        "akaList",
        "dateOfBirthList",
        "nationalityList",
        "citizenshipList",
    ]
)


def parse(parcel: Parcel, source: Manifest) -> Iterator[Row]:
    for element in elements(parcel, _WANTED):
        if local(element) != "sdnEntry":
            count = text(element, "Record_Count")
            if count.isdigit():
                yield Told(int(count))
        else:
            yield _party(element, source)


def _party(element: Element, source: Manifest) -> Row:
    key, printed = text(element, "uid"), _printed(element)
    if not key or not printed:
        return Unread(
            element.sourceline or 0, "an entry without its number" if printed else "has no name", raw(element)
        )
    return entry(
        source.key,
        key,
        _KINDS.get(text(element, "sdnType").casefold(), Kind.OTHER),
        [name(printed), *map(_alias, below(element, "akaList", "aka"))],
        programmes=texts(element, "programList", "program"),
        births=map(birth, texts(element, "dateOfBirthList", "dateOfBirthItem", "dateOfBirth")),
        nationalities=[
            *texts(element, "nationalityList", "nationality", "country"),
            *texts(element, "citizenshipList", "citizenship", "country"),
        ],
        remarks=texts(element, "remarks"),
        details=leaves(element, without=_READ),
    )


def _printed(element: Element) -> str:
    """“LAST, First”, as the list prints it elsewhere."""
    return ", ".join(filter(None, (text(element, "lastName"), text(element, "firstName"))))


def _alias(element: Element) -> Name:
    if text(element, "category").casefold() == "weak":
        return name(_printed(element), NameKind.WEAK)
    former = text(element, "type").casefold().startswith("f.k.a")
    return name(_printed(element), NameKind.FORMER if former else NameKind.ALIAS)
