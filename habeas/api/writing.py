"""Answers as JSON. A tag names what an answer was made of, so that who has it already gets no second copy."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import wraps
from typing import Concatenate, ParamSpec

import orjson
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotModified

from habeas.ledger import read
from habeas.register import queries
from habeas.register.answers import ClaimShown
from habeas.register.project import generation

P = ParamSpec("P")
HIDDEN = {ClaimShown: frozenset({"editor"})}
"""Fields of answers that no page shows either: who wrote a line is the desk's business."""
_HIDDEN_NAMES = {made.__name__: names for made, names in HIDDEN.items()}
JSON = "application/json"
PROBLEM = "application/problem+json"


def told(answer: object, *, status: int = 200, kind: str = JSON) -> HttpResponse:
    return HttpResponse(as_json(answer), status=status, content_type=kind)


def as_json(answer: object) -> bytes:
    return orjson.dumps(answer, default=_plain, option=orjson.OPT_PASSTHROUGH_DATACLASS)


def tagged(view: Callable[Concatenate[HttpRequest, P], HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """With an ETag on what is read, and 304 for those who hold the answer under it."""

    @wraps(view)
    def answered(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if request.method != "GET" or response.status_code != 200:
            return response
        tag = f'"{_made_of(request)}"'
        if tag in _held(request):
            response = HttpResponseNotModified()
        response.headers["ETag"] = tag
        return response

    return answered


def _made_of(request: HttpRequest) -> str:
    """The version alone isn't enough: a copy that was made anew after a withdrawal keeps its number."""
    made_of = f"{queries.version()} {generation()} {read.last_number()} {request.get_full_path()}"
    return hashlib.sha256(made_of.encode()).hexdigest()[:32]


def _held(request: HttpRequest) -> list[str]:
    # Compared weakly, as the standard asks for reading: a proxy that compresses marks a tag as weak.
    return [one.strip().removeprefix("W/") for one in request.headers.get("If-None-Match", "").split(",")]


def hidden(name: str) -> frozenset[str]:
    """What of an answer's fields, by the answer's name, isn't written."""
    return _HIDDEN_NAMES.get(name, frozenset())


def _plain(value: object) -> object:
    if is_dataclass(value):
        left_out = hidden(type(value).__name__)
        return {one.name: getattr(value, one.name) for one in fields(value) if one.name not in left_out}
    if isinstance(value, frozenset):
        return sorted(value)
    raise TypeError(type(value).__name__)
