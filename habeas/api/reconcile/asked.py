"""A batch as it comes, read into queries: what isn't as the protocol says is refused, and no name is repeated."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import orjson
from django.http import HttpRequest

from habeas.api.failing import Refused
from habeas.api.reconcile.about import MOST_IDS, MOST_QUERIES, TYPE

LARGEST_BODY = 262_144
_LONGEST = 300
_MOST, _USUAL = 20, 5
_YEAR = re.compile(r"(1[89]|20)\d\d", re.ASCII)
_FOLLOWING = "The protocol is described at https://reconciliation-api.github.io/specs/."


@dataclass(frozen=True, slots=True)
class Query:
    """One name with what stands beside it; `ids` where people are asked for by id instead."""

    text: str
    birth_year: str = ""
    gender: str = ""
    ids: tuple[str, ...] = ()
    limit: int = _USUAL
    of_people: bool = True


@dataclass(frozen=True, slots=True)
class Wanted:
    """A property to tell of people, on a day, as known then."""

    id: str
    on: str
    known: str


@dataclass(frozen=True, slots=True)
class Extension:
    ids: tuple[str, ...]
    wanted: tuple[Wanted, ...]


def body_of(request: HttpRequest, *forms: str) -> dict[str, object]:
    """What was posted: JSON, or a form whose fields hold JSON."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST_BODY:
        raise Refused("body", f"The body is larger than {LARGEST_BODY} bytes.", "Send fewer at once.", 413)
    if request.content_type == "application/x-www-form-urlencoded" or request.content_type == "multipart/form-data":
        return {name: _json(request.POST[name], name) for name in forms if name in request.POST}
    return _object(_json(request.body, "body"), "body")


def batch_2(batch: object) -> dict[str, Query]:
    """A batch of 0.2: queries by keys of the client's own."""
    told = _object(batch, "queries")
    _few(told, MOST_QUERIES, "queries")
    return {key: _query_2(_object(one, "queries")) for key, one in told.items()}


def batch_10(batch: object) -> tuple[Query, ...]:
    """A batch of 1.0: a list of queries, each of conditions."""
    told = _list(batch, "queries")
    _few(told, MOST_QUERIES, "queries")
    return tuple(_query_10(_object(one, "queries")) for one in told)


def extension(asked: object) -> Extension:
    told = _object(asked, "extend")
    ids = tuple(_text(one, "ids") for one in _list(told.get("ids"), "ids"))
    wanted = [_wanted(_object(one, "properties")) for one in _list(told.get("properties"), "properties")]
    _few(ids, MOST_IDS, "ids")
    _few(wanted, MOST_QUERIES, "properties")
    return Extension(ids, tuple(wanted))


def _query_2(told: Mapping[str, object]) -> Query:
    if not told.keys() & {"query", "properties"}:
        raise Refused("queries", "A query holds neither “query” nor “properties”.", _FOLLOWING)
    beside = {}
    for one in _list(told.get("properties", []), "properties"):
        pair = _object(one, "properties")
        beside[_text(pair.get("pid"), "pid")] = _first(pair.get("v"))
    types = told.get("type", "")
    asked = [_text(one, "type") for one in types] if isinstance(types, list) else [_text(types, "type")]
    return _query(_text(told.get("query", ""), "query"), beside, told.get("limit"), asked)


def _query_10(told: Mapping[str, object]) -> Query:
    text, beside, ids = "", {}, []
    for one in _list(told.get("conditions"), "conditions"):
        condition = _object(one, "conditions")
        kind, value = condition.get("matchType"), condition.get("propertyValue")
        if kind == "name":
            text = _first(value)
        elif kind == "id":
            ids += [_first(each) for each in (value if isinstance(value, list) else [value])]
        elif kind == "property":
            beside[_text(condition.get("propertyId"), "propertyId")] = _first(value)
        else:
            raise Refused("matchType", "“matchType” is name, id or property.", _FOLLOWING)
    return _query(text, beside, told.get("limit"), [_text(told.get("type", ""), "type")], tuple(ids[:_MOST]))


def _query(
    text: str, beside: Mapping[str, str], limit: object, types: Sequence[str], ids: tuple[str, ...] = ()
) -> Query:
    year = _YEAR.search(beside.get("birth_year", ""))
    return Query(
        text=text.strip()[:_LONGEST],
        # Of a birth the year alone is compared: a whole day would let anybody guess one until it fits.
        birth_year=year[0] if year else "",
        gender=beside.get("gender", "")[:20],
        ids=ids,
        limit=min(max(int(limit), 1), _MOST) if isinstance(limit, int | float) and abs(limit) < _LONGEST else _USUAL,
        of_people=TYPE["id"] in types or not any(types),
    )


def _wanted(told: Mapping[str, object]) -> Wanted:
    settings = _object(told.get("settings") or {}, "settings")
    on, known = (_text(settings.get(name) or "", name).strip() for name in ("on", "known"))
    return Wanted(_text(told.get("id"), "properties"), on, known)


def _first(value: object) -> str:
    """A value, the first of several, or the name of an entity that stands for one."""
    if isinstance(value, list):
        return _first(value[0]) if value else ""
    if isinstance(value, dict):
        return _text(value.get("id", ""), "value")
    return _text(str(value) if isinstance(value, int | float) else value, "value")


def _json(text: str | bytes, where: str) -> object:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        raise Refused(where, f"What is given as “{where}” is no JSON.", _FOLLOWING) from None


def _object(value: object, where: str) -> dict[str, object]:
    if not isinstance(value, dict):
        raise Refused(where, f"“{where}” holds no JSON object where one is expected.", _FOLLOWING)
    return value


def _list(value: object, where: str) -> list[object]:
    if not isinstance(value, list):
        raise Refused(where, f"“{where}” is no list.", _FOLLOWING)
    return value


def _text(value: object, where: str) -> str:
    if not isinstance(value, str) or "\x00" in value:
        raise Refused(where, f"“{where}” is no text.", _FOLLOWING)
    return value


def _few(told: Sequence[object] | Mapping[str, object], most: int, where: str) -> None:
    if len(told) > most:
        raise Refused(where, f"More than {most} were sent at once as “{where}”.", "Send them in several batches.", 413)
