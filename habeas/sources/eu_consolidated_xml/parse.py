"""The Commission's consolidated list: an element sanctionEntity for each party.

A regulation's publication is the day of whichever act was last to touch the entry, and so no day of listing; only
designationDate is, where it is filled.
"""

from __future__ import annotations

from collections.abc import Iterator

from habeas.domain.dates import PartialDate
from habeas.sources.elements import Element, attribute, children, elements, leaves, raw, text
from habeas.sources.entries import Birth, Detail, Kind, Name, NameKind, Row, Unread, entry
from habeas.sources.manifests import Manifest
from habeas.sources.parcels import Parcel
from habeas.sources.wording import birth, date_of, name

KINDS = {
    "person": Kind.PERSON,
    "p": Kind.PERSON,
    "enterprise": Kind.ENTITY,
    "e": Kind.ENTITY,
    "vessel": Kind.VESSEL,
    "aircraft": Kind.AIRCRAFT,
}
_WANTED = frozenset({"sanctionEntity"})
# Numbers inside the publisher's database change with each export and say nothing.
_READ = frozenset(
    [
        "remark",
        "subjectType",
        "logicalId",
        "birthdate.birthdate",
        "birthdate.dayOfMonth",
        "birthdate.monthOfYear",
        "birthdate.year",
        "birthdate.circa",
        "birthdate.yearRangeFrom",
        "birthdate.yearRangeTo",
        "regulation.programme",
        "nameAlias.wholeName",
        "nameAlias.strong",
        "nameAlias.firstName",
        "nameAlias.middleName",
        "nameAlias.lastName",
        "citizenship.countryIso2Code",
        "citizenship.countryDescription",
    ]
)
_OWN = ("euReferenceNumber", "unitedNationId", "designationDetails")


def parse(parcel: Parcel, source: Manifest) -> Iterator[Row]:
    for element in elements(parcel, _WANTED):
        yield _party(element, source)


def _party(element: Element, source: Manifest) -> Row:
    key = attribute(element, "euReferenceNumber") or attribute(element, "logicalId")
    names = [found for found in map(_name, children(element, "nameAlias")) if found.text]
    if not key or not names:
        return Unread(element.sourceline or 0, "an entry without its number" if names else "has no name", raw(element))
    return entry(
        source.key,
        key,
        _kind(element),
        _first_is_the_name(names),
        programmes=[attribute(one, "programme") for one in children(element, "regulation")],
        listed=[_day(attribute(element, "designationDate"))],
        births=map(_birth, children(element, "birthdate")),
        nationalities=map(_country, children(element, "citizenship")),
        remarks=[text(one) for one in children(element, "remark")],
        details=_details(element),
    )


def _name(element: Element) -> Name:
    parts = (attribute(element, part) for part in ("firstName", "middleName", "lastName"))
    printed = attribute(element, "wholeName") or " ".join(filter(None, parts))
    weak = attribute(element, "strong").casefold() == "false"
    return name(printed, NameKind.WEAK if weak else NameKind.ALIAS)


def _first_is_the_name(names: list[Name]) -> list[Name]:
    """The list marks none of an entry's names; we take the first strong one in Latin letters by the alphabet, whatever
    the order in which they stand."""
    strong = [one for one in names if one.kind is NameKind.ALIAS] or names
    chosen = min(strong, key=lambda one: (one.script != "latin", one.text))
    return [name(chosen.text), *(one for one in names if one.text != chosen.text)]


def _kind(element: Element) -> Kind:
    for one in children(element, "subjectType"):
        for word in (attribute(one, "code"), attribute(one, "classificationCode")):
            if word.casefold() in KINDS:
                return KINDS[word.casefold()]
    return Kind.OTHER


def _birth(element: Element) -> Birth:
    year, month, day = (attribute(element, part) for part in ("year", "monthOfYear", "dayOfMonth"))
    first, last = attribute(element, "yearRangeFrom"), attribute(element, "yearRangeTo")
    printed = attribute(element, "birthdate") or joined(year, month, day) or (f"{first} to {last}" if first else "")
    if attribute(element, "circa").casefold() == "true":
        printed = f"circa {printed}"
    return birth(printed)


def joined(year: str, month: str, day: str) -> str:
    if not year.isdigit():
        return ""
    if not month.isdigit():
        return year
    return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day.isdigit() else "")


def _day(printed: str) -> PartialDate | None:
    return date_of(printed) if printed else None


def _country(element: Element) -> str:
    described = attribute(element, "countryDescription")
    return described if described.casefold() != "unknown" else attribute(element, "countryIso2Code")


def _details(element: Element) -> Iterator[Detail]:
    for own in _OWN:
        yield own, attribute(element, own)
    yield from leaves(element, without=_READ)
