"""The service's addresses: what both versions share, and what each has of its own."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from habeas.api.failing import Refused
from habeas.api.reconcile import suggest
from habeas.api.reconcile.about import Json, manifest_2, manifest_10
from habeas.api.reconcile.access import service
from habeas.api.reconcile.asked import batch_2, batch_10, body_of, extension
from habeas.api.reconcile.extend import extended, proposed
from habeas.api.reconcile.match import matches
from habeas.api.writing import told
from habeas.pages.wording import STATUS
from habeas.register import queries
from habeas.register.answers import Lens

_LONGEST = 200
_MAY_BE_FRAMED = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"


@service("GET", "POST")
def root_2(request: HttpRequest) -> HttpResponse:
    """Version 0.2 has one address: the manifest, a batch of queries, or properties of people."""
    if request.method == "GET":
        if request.GET.keys() & {"queries", "extend"}:
            raise Refused("queries", "Names stand in no address here.", "Send the same by POST, as a form or as JSON.")
        return told(manifest_2(request))
    body = body_of(request, "queries", "extend")
    if "extend" in body:
        meta, rows = extended(extension(body["extend"]))
        return told({"meta": meta, "rows": rows})
    if not body:
        raise Refused("queries", "Neither “queries” nor “extend” was sent.", "Send one of them by POST.")
    lens = _now()
    batch = batch_2(body.get("queries", body))
    return told({key: {"result": [one.shown for one in matches(query, lens)]} for key, query in batch.items()})


@service("GET")
def root_10(request: HttpRequest) -> HttpResponse:
    return told(manifest_10(request))


@service("POST")
def match_10(request: HttpRequest) -> HttpResponse:
    lens = _now()
    batch = batch_10(body_of(request, "queries").get("queries"))
    return told({"results": [{"candidates": [one.shown for one in matches(query, lens)]} for query in batch]})


@service("POST")
def extend_10(request: HttpRequest) -> HttpResponse:
    meta, rows = extended(extension(body_of(request)))
    shown = [
        {"id": id, "properties": [{"id": name, "values": values} for name, values in row.items()]}
        for id, row in rows.items()
    ]
    return told({"meta": meta, "rows": shown})


@service("GET")
def propose(request: HttpRequest) -> HttpResponse:
    return told(proposed(_given(request, "type"), _given(request, "limit")))


@service("GET", "POST")
def suggested(request: HttpRequest, kind: str) -> HttpResponse:
    """By POST too, for who would rather have no name in an address; the protocol itself knows GET alone."""
    prefix, skipped = _given(request, "prefix"), _given(request, "cursor")
    if skipped and not (skipped.isascii() and skipped.isdecimal() and len(skipped) < 7):
        raise Refused("cursor", "“cursor” is no number of results to skip.", "Leave it out to begin at the first.")
    skip = int(skipped or 0)
    found: list[Json]
    if kind == "entity":
        found = suggest.people(prefix, skip, _now())
    else:
        found = suggest.properties(prefix, skip) if kind == "property" else suggest.types(prefix, skip)
    return told({"result": found})


@service("GET")
def preview(request: HttpRequest) -> HttpResponse:
    """A few lines on a person, to be framed by the client; it has no script, and its style comes from here."""
    id = _given(request, "id")
    one = queries.in_brief([id], _now()).get(id)
    words = STATUS[one.status] if one else ""
    response = render(request, "pages/preview.html", {"one": one, "words": words}, status=200 if one else 404)
    response.headers["Content-Security-Policy"] = _MAY_BE_FRAMED
    return response


def _now() -> Lens:
    return queries.lens(None, None)


def _given(request: HttpRequest, name: str) -> str:
    text = request.POST.get(name, request.GET.get(name, ""))
    if "\x00" in text or len(text) > _LONGEST:
        raise Refused(name, f"What is given as “{name}” is no value of it.", "Write less.")
    return text
