"""The UK's lists as XML: Designation for each party, or FinancialSanctionsTarget for each name of one."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.sources.elements import Element, below, elements, leaves, local, raw, text, texts
from habeas.sources.entries import Kind, Name, NameKind, Row, Unread, entry
from habeas.sources.manifests import Manifest
from habeas.sources.parcels import Parcel
from habeas.sources.uk_list_csv.parse import KINDS, PARTS, name_kind
from habeas.sources.wording import births, date_of, name

_WANTED = frozenset({"Designation", "FinancialSanctionsTarget"})
_READ = frozenset(
    [
        "UniqueID",
        "Names",
        "NonLatinNames",
        "RegimeName",
        "IndividualEntityShip",
        "OtherInformation",
        "DateDesignated",
        "IndividualDetails.Individual.DOBs",
        "IndividualDetails.Individual.Nationalities",
    ]
)
_READ_OF_TARGET = frozenset(
    [
        "GroupID",
        "RegimeName",
        "Regime",
        "GroupTypeDescription",
        "GroupType",
        "AliasType",
        "AliasTypeName",
        "AliasQuality",
        "NameNonLatinScript",
        "OtherInformation",
        "FullName",
        "DateListed",
        "ListedOn",
        "DateDesignated",
        "DOB",
        "DateOfBirth",
        "Nationality",
        "Name1",
        "Name2",
        "Name3",
        "Name4",
        "Name5",
        "Name6",
        "name1",
        "name2",
        "name3",
        "name4",
        "name5",
        "name6",
    ]
)


def parse(parcel: Parcel, source: Manifest) -> Iterator[Row]:
    for element in elements(parcel, _WANTED):
        yield _designation(element, source) if local(element) == "Designation" else _target(element, source)


def _designation(element: Element, source: Manifest) -> Row:
    key = text(element, "UniqueID")
    names = [found for found in map(_name, below(element, "Names", "Name")) if found.text]
    if not key or not names:
        return _unread(element, names)
    person = ("IndividualDetails", "Individual")
    return entry(
        source.key,
        key,
        KINDS.get(text(element, "IndividualEntityShip").casefold(), Kind.OTHER),
        [*names, *(name(said, NameKind.ALIAS) for said in _other_script(element))],
        programmes=texts(element, "RegimeName"),
        listed=map(date_of, texts(element, "DateDesignated")),
        births=[one for said in texts(element, *person, "DOBs", "DOB") for one in births(said)],
        nationalities=texts(element, *person, "Nationalities", "Nationality"),
        remarks=texts(element, "OtherInformation"),
        details=leaves(element, without=_READ),
    )


def _name(element: Element) -> Name:
    printed = " ".join(filter(None, (text(element, part.capitalize()) for part in PARTS)))
    return name(printed, name_kind(text(element, "NameType"), text(element, "AliasStrength")))


def _other_script(element: Element) -> list[str]:
    return texts(element, "NonLatinNames", "NonLatinName", "NameNonLatinScript")


def _target(element: Element, source: Manifest) -> Row:
    key = text(element, "GroupID")
    parts = (text(element, part) or text(element, part.capitalize()) for part in PARTS)
    printed = " ".join(filter(None, parts)) or text(element, "FullName")
    if not key or not printed:
        return _unread(element, [name(printed)] if printed else [])
    kind = name_kind(text(element, "AliasType") or text(element, "AliasTypeName"), text(element, "AliasQuality"))
    listed = text(element, "DateListed") or text(element, "ListedOn") or text(element, "DateDesignated")
    return entry(
        source.key,
        key,
        KINDS.get((text(element, "GroupTypeDescription") or text(element, "GroupType")).casefold(), Kind.OTHER),
        [name(printed, kind), *(name(said, NameKind.ALIAS) for said in texts(element, "NameNonLatinScript"))],
        programmes=[*texts(element, "RegimeName"), *texts(element, "Regime", "RegimeName"), *texts(element, "Regime")],
        listed=[date_of(listed)],
        births=births(text(element, "DOB") or text(element, "DateOfBirth")),
        nationalities=texts(element, "Nationality"),
        remarks=texts(element, "OtherInformation"),
        details=leaves(element, without=_READ_OF_TARGET),
    )


def _unread(element: Element, names: list[Name]) -> Unread:
    return Unread(element.sourceline or 0, "has no number" if names else "has no name", raw(element))
