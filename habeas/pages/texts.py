"""Pages of words: reading safely, what is protected and what isn't, and the tested method rule by rule."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import orjson
from django.http import Http404, HttpRequest, HttpResponse

from habeas.pages.looking import looking
from habeas.pages.page import page, show


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as it is tested: its sentence, the claims, and what is shown on which day."""

    sentence: str
    claims: str
    shown: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """Rules about one thing."""

    key: str
    title: str
    text: str
    rules: tuple[Rule, ...]


@page
def reading_safely(request: HttpRequest) -> HttpResponse:
    return show(request, "reading_safely", looking(request))


@page
def trust(request: HttpRequest) -> HttpResponse:
    return show(request, "trust", looking(request))


@page
def rules(request: HttpRequest, key: str) -> HttpResponse:
    found = next((one for one in chapters() if one.key == key), None)
    if found is None:
        raise Http404
    return show(request, "rules", looking(request), chapter=found)


@cache
def chapters() -> tuple[Chapter, ...]:
    """What scripts/render_method.py made of the drawn tests."""
    told = orjson.loads(files("habeas.pages").joinpath("method.json").read_bytes())
    return tuple(
        Chapter(
            one["key"],
            one["title"],
            one["text"],
            tuple(Rule(rule["sentence"], rule["claims"], tuple(map(tuple, rule["shown"]))) for rule in one["rules"]),
        )
        for one in told
    )
