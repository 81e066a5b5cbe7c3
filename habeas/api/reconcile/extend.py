"""What the register tells of people, property by property, for the rows that a client has matched."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from habeas.api.asked import lens as looked_through
from habeas.api.failing import Refused
from habeas.api.reconcile.about import PROPERTIES, TYPE, Json
from habeas.api.reconcile.asked import Extension, Wanted
from habeas.register import queries
from habeas.register.answers_people import PersonRow

Values = list[Json]
_TOLD = {one.id: one for one in PROPERTIES if one.told}


def proposed(kind: str, limit: str) -> Json:
    """The properties that can be asked of people; of another type there are none."""
    told = [one.shown for one in _TOLD.values()] if kind in ("", TYPE["id"]) else []
    most = int(limit) if limit.isascii() and limit.isdecimal() and len(limit) < 6 else len(told)
    return {"type": kind or TYPE["id"], "properties": told[:most]}


def extended(asked: Extension) -> tuple[list[Json], dict[str, dict[str, Values]]]:
    """Names of properties, and values by id and property. Who isn't public has none, like an id that never was."""
    meta: list[Json] = [{"id": one.id, "name": _named(one)} for one in asked.wanted]
    rows: dict[str, dict[str, Values]] = {id: {} for id in asked.ids}
    for wanted in asked.wanted:
        people = _people(asked.ids, wanted)
        for id in asked.ids:
            rows[id][wanted.id] = _VALUES[wanted.id](people[id]) if id in people else []
    return meta, rows


def _named(wanted: Wanted) -> str:
    if wanted.id not in _TOLD:
        there = ", ".join(_TOLD)
        raise Refused("properties", "A property that was asked for is none of those told.", f"They are: {there}.")
    return _TOLD[wanted.id].name


def _people(ids: tuple[str, ...], wanted: Wanted) -> Mapping[str, PersonRow]:
    """By the id that was asked for, which may be one that was joined to another since."""
    lens = looked_through(wanted.on, wanted.known)
    now = queries.persons_of(ids, lens)
    rows = queries.rows_of(now.values(), lens)
    return {id: rows[one] for id, one in now.items() if one in rows}


def _texts(*texts: str) -> Values:
    return [{"str": text} for text in texts if text]


_VALUES: Mapping[str, Callable[[PersonRow], Values]] = {
    "name": lambda one: _texts(one.name),
    "other_names": lambda one: _texts(*one.other_names),
    "status": lambda one: _texts(str(one.status)),
    "since": lambda one: [{"date": f"{one.since.isoformat()}T00:00:00Z"}] if one.since else [],
    "facility": lambda one: _texts(one.facility),
    "articles": lambda one: _texts(*one.articles),
    "recognisers": lambda one: _texts(*one.recognisers),
    "held_for_certain": lambda one: [{"int": one.low}],
    "possibly_held": lambda one: [{"int": one.high}],
}
