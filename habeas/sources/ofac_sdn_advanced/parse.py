"""The Treasury's advanced XML: parties, then the entries that list them, joined by the number of the profile.

Only here does the Treasury say when a party was listed: the date of the entry's event “Created”.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from habeas.domain.dates import PartialDate
from habeas.sources.elements import Element, attribute, below, children, elements, leaves, local, raw, text, texts
from habeas.sources.entries import Birth, Detail, Entry, Kind, Name, NameKind, Row, Unread, entry
from habeas.sources.manifests import Manifest
from habeas.sources.parcels import Parcel
from habeas.sources.wording import clean, date_of, name

_VALUES = frozenset(
    [
        "AliasType",
        "AreaCode",
        "Country",
        "DetailReference",
        "FeatureType",
        "NamePartType",
        "PartySubType",
        "PartyType",
        "SanctionsType",
        "Script",
        "EntryEventType",
        "SanctionsProgram",
        "IDRegDocType",
    ]
)
_WANTED = _VALUES | {"Location", "IDRegDocument", "DistinctParty", "SanctionsEntry"}
_KINDS = {"individual": Kind.PERSON, "entity": Kind.ENTITY, "vessel": Kind.VESSEL, "aircraft": Kind.AIRCRAFT}
_NATIONS = ("nationality country", "citizenship country")
_LAST = ("last name", "entity name", "vessel name", "aircraft name")


@dataclass
class _Known:
    """What was read so far of values, places and papers, by their numbers."""

    values: dict[str, dict[str, str]] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    papers: dict[str, list[str]] = field(default_factory=dict)

    def word(self, sort: str, number: str) -> str:
        return self.values.get(sort, {}).get(number, "")


def parse(parcel: Parcel, source: Manifest) -> Iterator[Row]:
    """Parties come before the entries that list them; a party that none lists is a name in somebody else's papers."""
    known = _Known()
    parties: dict[str, Entry] = {}
    for element in elements(parcel, _WANTED):
        sort = local(element)
        if sort == "DistinctParty":
            yield from _keep(element, known, source, parties)
        elif sort == "SanctionsEntry":
            yield _listed(element, known, parties)
        else:
            _learn(sort, element, known)


def _learn(sort: str, element: Element, known: _Known) -> None:
    number = attribute(element, "ID")
    if sort == "Location":
        parts = [*texts(element, "LocationPart", "LocationPartValue", "Value"), *_countries(element, known)]
        known.places[number] = ", ".join(parts)
    elif sort == "IDRegDocument":
        kind = known.word("IDRegDocType", attribute(element, "IDRegDocTypeID"))
        said = f"{kind} {text(element, 'IDRegistrationNo')}".strip()
        known.papers.setdefault(attribute(element, "IdentityID"), []).append(said)
    else:
        known.values.setdefault(sort, {})[number] = clean(element.text or "") or text(element, "Value")
        if sort == "PartySubType":
            known.kinds[number] = attribute(element, "PartyTypeID")


def _countries(element: Element, known: _Known) -> list[str]:
    areas = (known.word("AreaCode", attribute(one, "AreaCodeID")) for one in children(element, "LocationAreaCode"))
    lands = (known.word("Country", attribute(one, "CountryID")) for one in children(element, "LocationCountry"))
    return [said for said in dict.fromkeys((*areas, *lands)) if said]


def _keep(element: Element, known: _Known, source: Manifest, parties: dict[str, Entry]) -> Iterator[Unread]:
    key = attribute(element, "FixedRef")
    for profile in children(element, "Profile"):
        names = list(_names(profile, known))
        if not names or not (key or attribute(profile, "ID")):
            yield Unread(element.sourceline or 0, "a party without a name or number", raw(element))
            continue
        parties[attribute(profile, "ID")] = entry(
            source.key,
            key or attribute(profile, "ID"),
            _kind(profile, known),
            names,
            births=_births(profile, known),
            nationalities=[said for sort, said in _features(profile, known) if sort.casefold() in _NATIONS],
            remarks=texts(element, "Comment"),
            details=[*_other_features(profile, known), *_papers(profile, known)],
        )


def _kind(profile: Element, known: _Known) -> Kind:
    number = attribute(profile, "PartySubTypeID")
    words = (known.word("PartySubType", number), known.word("PartyType", known.kinds.get(number, "")))
    return next((_KINDS[word.casefold()] for word in words if word.casefold() in _KINDS), Kind.OTHER)


def _names(profile: Element, known: _Known) -> Iterator[Name]:
    for identity in children(profile, "Identity"):
        parts = {
            attribute(group, "ID"): known.word("NamePartType", attribute(group, "NamePartTypeID")).casefold()
            for group in below(identity, "NamePartGroups", "MasterNamePartGroup", "NamePartGroup")
        }
        for alias in children(identity, "Alias"):
            kind = _name_kind(alias, known)
            for documented in children(alias, "DocumentedName"):
                yield _written(documented, parts, kind)


def _name_kind(alias: Element, known: _Known) -> NameKind:
    if attribute(alias, "LowQuality").casefold() == "true":
        return NameKind.WEAK
    if attribute(alias, "Primary").casefold() == "true":
        return NameKind.NAME
    former = known.word("AliasType", attribute(alias, "AliasTypeID")).casefold().startswith("f.k.a")
    return NameKind.FORMER if former else NameKind.ALIAS


def _written(documented: Element, parts: dict[str, str], kind: NameKind) -> Name:
    """“LAST, First Middle”, as the list prints it elsewhere."""
    last: list[str] = []
    others: list[str] = []
    for part in below(documented, "DocumentedNamePart", "NamePartValue"):
        of_kind = parts.get(attribute(part, "NamePartGroupID"), "")
        (last if of_kind in _LAST else others).append(clean(part.text or ""))
    return name(", ".join(filter(None, (" ".join(last), " ".join(others)))), kind)


def _births(profile: Element, known: _Known) -> Iterator[Birth]:
    for feature in children(profile, "Feature"):
        if known.word("FeatureType", attribute(feature, "FeatureTypeID")).casefold() != "birthdate":
            continue
        for period in below(feature, "FeatureVersion", "DatePeriod"):
            yield _birth(period)


def _birth(period: Element) -> Birth:
    """From the first day on which it may begin to the last on which it may end."""
    about = any(attribute(one, "Approximate").casefold() == "true" for one in children(period))
    first, last = _day(period, "Start", "From"), _day(period, "End", "To")
    printed = first if first == last or not last else f"{first} to {last}"
    if about:
        return Birth(f"circa {printed}")
    if not last or first == last:
        return Birth(printed, date_of(printed))
    return Birth(printed, _whole(date_of(f"{first} to {last}")))


def _whole(range: PartialDate | None) -> PartialDate | None:
    """From the first of January to the end of December of one year is that year."""
    if range and (range.first.month, range.first.day, range.last.month, range.last.day) == (1, 1, 12, 31):
        one = range.first.year == range.last.year
        return date_of(str(range.first.year) if one else f"{range.first.year} to {range.last.year}")
    return range


def _day(period: Element, *path: str) -> str:
    year, month, day = (text(period, *path, part) for part in ("Year", "Month", "Day"))
    if not year.isdigit():
        return ""
    if not month.isdigit() or not int(month):
        return year
    return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day.isdigit() and int(day) else "")


def _features(profile: Element, known: _Known) -> Iterator[tuple[str, str]]:
    for feature in children(profile, "Feature"):
        sort = known.word("FeatureType", attribute(feature, "FeatureTypeID"))
        for version in children(feature, "FeatureVersion"):
            for place in children(version, "VersionLocation"):
                yield sort, known.places.get(attribute(place, "LocationID"), "")
            for detail in children(version, "VersionDetail"):
                yield (
                    sort,
                    clean(detail.text or "") or known.word("DetailReference", attribute(detail, "DetailReferenceID")),
                )
            for comment in children(version, "Comment"):
                yield sort, clean(comment.text or "")


def _other_features(profile: Element, known: _Known) -> Iterator[Detail]:
    for sort, said in _features(profile, known):
        if said and sort.casefold() not in _NATIONS:
            yield sort or "feature", said


def _papers(profile: Element, known: _Known) -> Iterator[Detail]:
    for identity in children(profile, "Identity"):
        for said in known.papers.get(attribute(identity, "ID"), ()):
            yield "paper", said


def _listed(element: Element, known: _Known, parties: dict[str, Entry]) -> Row:
    party = parties.get(attribute(element, "ProfileID"))
    if party is None:
        return Unread(element.sourceline or 0, "lists a party that isn't in the file", raw(element))
    days = [_created(event, known) for event in children(element, "EntryEvent")]
    programmes = set(_programmes(element, known))
    return replace(
        party,
        programmes=tuple(sorted(programmes)),
        listed=tuple(sorted({day for day in days if day}, key=lambda day: (day.first, day.last))),
        details=tuple(sorted({*party.details, *leaves(element, without=frozenset({"EntryEvent"}) | _NUMBERS)})),
    )


_NUMBERS = frozenset(
    [
        "SanctionsMeasure.ID",
        "SanctionsMeasure.SanctionsTypeID",
        "SanctionsMeasure.Comment",
        "SanctionsMeasure.DatePeriod",
    ]
)


def _created(event: Element, known: _Known) -> PartialDate | None:
    kind = known.word("EntryEventType", attribute(event, "EntryEventTypeID")).casefold()
    if kind and kind != "created":
        return None
    return date_of(_day(event, "Date"))


def _programmes(element: Element, known: _Known) -> Iterator[str]:
    for measure in children(element, "SanctionsMeasure"):
        kind = known.word("SanctionsType", attribute(measure, "SanctionsTypeID")).casefold()
        if kind in ("program", "") and (said := text(measure, "Comment")):
            yield said
