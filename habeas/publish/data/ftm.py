"""FollowTheMoney: people, custody, recognitions and releases for those who investigate, as entities and as statements.

The stock schema knows sanctions, crimes and companies, and no detention. We tell what it has an honest word for: a
person with names, nationality, gender and year of birth; a time in custody and a release as an event; a recognition as
a link of its own kind from the body to the person. No topic is set: every topic that it has for people in custody
calls them criminals or wanted.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import orjson

from habeas.domain.claims import Born, Gendered, HasNationality
from habeas.domain.words import Status
from habeas.publish.data.rows import answers_on_releases
from habeas.register import queries
from habeas.register.answers import Lens
from habeas.register.answers_people import Filters
from habeas.register.sentence_parts import title

DATASET = "habeas"
_GENDERS = {"f": "female", "m": "male", "female": "female", "male": "male"}
_COUNTRY = re.compile(r"[a-z]{2}")
_PARTIAL = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_COLUMNS = (
    *("canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin", "lang"),
    *("original_value", "external", "first_seen", "last_seen", "id"),
)
_TYPES = {
    "name": "name",
    "alias": "name",
    "birthDate": "date",
    "gender": "gender",
    "nationality": "country",
    "date": "date",
    "involved": "entity",
    "startDate": "date",
    "endDate": "date",
    "subject": "entity",
    "object": "entity",
    "role": "string",
}
_HELD = {
    Status.HELD: "In custody, as told by the claims",
    Status.HOUSE_ARREST: "Under house arrest, as told by the claims",
    Status.OPEN_INSTITUTION: "In an open institution, as told by the claims",
}
"""Times of which the schema has an event; where claims leave it open whether somebody was held, nothing is told."""
_RECOGNISES = "recognises as a political prisoner"


@dataclass(frozen=True, slots=True)
class Entity:
    id: str
    schema: str
    properties: tuple[tuple[str, tuple[str, ...]], ...]


def entities(lens: Lens) -> list[Entity]:
    people = list(_people(lens))
    named = {one.id for one in people}
    return [*people, *_releases(lens, named), *_custody(lens, named), *_recognitions(lens, named)]


def entity_lines(told: list[Entity]) -> bytes:
    return b"".join(
        orjson.dumps(
            {
                "id": one.id,
                "schema": one.schema,
                "properties": dict(one.properties),
                "datasets": [DATASET],
                "referents": [],
            }
        )
        + b"\n"
        for one in told
    )


def statements(told: list[Entity], day: date) -> bytes:
    """One line for each value, with the key by which such statements are known elsewhere."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for one in told:
        ids = []
        for prop, values in one.properties:
            for value in values:
                id = _key(one.id, prop, value)
                ids.append(id)
                writer.writerow(_statement(one, prop, _TYPES[prop], value, day, id))
        checksum = hashlib.sha1("".join(sorted(ids)).encode(), usedforsecurity=False).hexdigest()
        writer.writerow(_statement(one, "id", "id", checksum, day, _key(one.id, "id", checksum)))
    return out.getvalue().encode()


def _people(lens: Lens) -> Iterator[Entity]:
    names: dict[str, list[str]] = defaultdict(list)
    for one in queries.names_told(lens):
        names[one.person].append(one.text)
    more = _more(lens)
    for id, spelt in names.items():
        beside = more.get(id, {})
        told = {"name": spelt[:1], "alias": spelt[1:], **{prop: sorted(values) for prop, values in beside.items()}}
        yield Entity(
            id, "Person", tuple((prop, tuple(dict.fromkeys(values))) for prop, values in told.items() if values)
        )


def _more(lens: Lens) -> dict[str, dict[str, set[str]]]:
    """Of a birth the year alone, whatever the register holds."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    kinds = {Born.KIND: "birthDate", Gendered.KIND: "gender", HasNationality.KIND: "nationality"}
    for claim in queries.claims_told(lens):
        if claim.kind not in kinds or not claim.person:
            continue
        value = _value(claim.kind, orjson.loads(claim.fields))
        if value:
            found[claim.person][kinds[claim.kind]].add(value)
    return found


def _value(kind: str, fields: dict[str, str]) -> str:
    if kind == Born.KIND:
        return fields["when"][:4] if _PARTIAL.match(fields["when"]) else ""
    if kind == Gendered.KIND:
        return _GENDERS.get(fields["gender"], "")
    country = fields["country"].lower()
    return country if _COUNTRY.fullmatch(country) else ""


def _releases(lens: Lens, named: set[str]) -> Iterator[Entity]:
    for answer in answers_on_releases(lens):
        members = dict.fromkeys(one.person for one in answer.members if one.person in named)
        told = {
            "name": (answer.title,),
            "date": (answer.when,) if _PARTIAL.fullmatch(answer.when) else (),
            "involved": tuple(one for one in members if one),
        }
        yield Entity(f"r-{answer.id}", "Event", tuple((prop, values) for prop, values in told.items() if values))


def _custody(lens: Lens, named: set[str]) -> Iterator[Entity]:
    """Every run of days for which no claim allows anything else."""
    for one in queries.spells_told(lens):
        if one.person in named and one.status in _HELD and len(one.may_be) == 1:
            last = (one.end - timedelta(days=1)).isoformat() if one.end else ""
            told = {"name": _HELD[one.status], "startDate": one.first.isoformat(), "endDate": last}
            values = tuple((prop, (value,)) for prop, value in told.items() if value)
            yield Entity(f"c-{one.person}-{one.first}", "Event", (*values, ("involved", (one.person,))))


def _recognitions(lens: Lens, named: set[str]) -> Iterator[Entity]:
    """Who recognises whom on the day; the bodies first."""
    rows = [row for row in queries.people(Filters(), 1, lens, per_page=None).rows if row.id in named]
    for key in sorted({key for row in rows for key in row.recognisers}):
        yield Entity(_body(key), "Organization", (("name", (title("recognisers", key),)),))
    for row in rows:
        for key in row.recognisers:
            told = (("subject", (_body(key),)), ("object", (row.id,)), ("role", (_RECOGNISES,)))
            yield Entity(f"g-{_body(key)}-{row.id}", "UnknownLink", told)


def _body(recogniser: str) -> str:
    """An id of an entity takes no underscore."""
    return f"o-{recogniser.replace('_', '-')}"


def _key(entity: str, prop: str, value: str) -> str:
    return hashlib.sha1(f"{DATASET}.{entity}.{prop}.{value}".encode(), usedforsecurity=False).hexdigest()


def _statement(one: Entity, prop: str, kind: str, value: str, day: date, id: str) -> tuple[str, ...]:
    seen = day.isoformat()
    return (one.id, one.id, prop, kind, one.schema, value, DATASET, "", "", "", "f", seen, seen, id)
