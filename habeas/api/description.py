"""The OpenAPI document, from the operations and the answers themselves; its components are the JSON Schemas."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from habeas.api.v1 import api
from habeas.api.writing import JSON, PROBLEM, hidden

Document = dict[str, Any]
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NOT_MODIFIED = {"description": "You hold this answer under the ETag that If-None-Match named."}
_MOVED = {"description": "The id was joined to another; Location is its address."}
_TAG = {"ETag": {"description": "Changes when the answer may.", "schema": {"type": "string"}, "required": True}}


def openapi(request: HttpRequest) -> HttpResponse:
    return HttpResponse(written(), content_type=JSON)


@lru_cache(maxsize=1)
def written() -> bytes:
    return orjson.dumps(document(), option=orjson.OPT_INDENT_2) + b"\n"


def document() -> Document:
    """Without what the generator adds and nobody reads: titles that repeat names, and defaults that are empty."""
    made: Document = orjson.loads(
        orjson.dumps(api.get_openapi_schema(path_prefix=_prefix()), option=orjson.OPT_NON_STR_KEYS)
    )
    made.pop("servers", None)
    for path, operations in made["paths"].items():
        for method, operation in operations.items():
            _answers(operation, reads=method == "get", moves=path.endswith("/people/{id}"))
    for name, schema in made["components"]["schemas"].items():
        _without(schema, hidden(name))
    _tidy(made)
    return made


def schemas() -> Iterator[tuple[str, bytes]]:
    """Each answer's JSON Schema, whole in itself, by the answer's name."""
    all = document()["components"]["schemas"]
    for name in sorted(all):
        needed = {other: all[other] for other in sorted(_needed(name, all) - {name})}
        whole = {"$schema": _DIALECT, **all[name], **({"$defs": needed} if needed else {})}
        text = orjson.dumps(whole, option=orjson.OPT_INDENT_2).decode()
        yield name, text.replace("#/components/schemas/", "#/$defs/").encode() + b"\n"


def _prefix() -> str:
    return reverse("api:version").removesuffix("version")


def _answers(operation: Document, *, reads: bool, moves: bool) -> None:
    for status, response in operation["responses"].items():
        if not status.startswith("2"):
            response["content"] = {PROBLEM: response["content"][JSON]}
    if reads:
        operation["responses"]["200"]["headers"] = _TAG
        operation["responses"]["304"] = _NOT_MODIFIED
    else:
        operation["responses"]["413"] = {**operation["responses"]["400"], "description": "Too much at once"}
    if moves:
        operation["responses"]["308"] = _MOVED
    for parameter in operation["parameters"]:
        parameter["schema"].pop("description", None)


def _without(schema: Document, names: frozenset[str]) -> None:
    for name in names:
        schema["properties"].pop(name)
        schema["required"].remove(name)


def _tidy(node: object) -> None:
    if isinstance(node, dict):
        if isinstance(node.get("title"), str) and ("type" in node or "anyOf" in node or "$ref" in node):
            del node["title"]
        if node.get("default") == "":
            del node["default"]
        if node.get("type") == "object" and "properties" in node:
            node["additionalProperties"] = False
        for value in node.values():
            _tidy(value)
    elif isinstance(node, list):
        for value in node:
            _tidy(value)


def _needed(name: str, all: Document) -> set[str]:
    found, waiting = set(), [name]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += _referred(all[one])
    return found


def _referred(node: object) -> list[str]:
    if isinstance(node, dict):
        own = [node["$ref"].rpartition("/")[2]] if isinstance(node.get("$ref"), str) else []
        return own + [name for value in node.values() for name in _referred(value)]
    return [name for value in node for name in _referred(value)] if isinstance(node, list) else []
