"""The page of exports: asking for a table, letting another's out, fetching one's own."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from habeas.desk import exports
from habeas.desk.door import DeskRequest, needs
from habeas.desk.export_tables import KINDS, Of
from habeas.desk.looking import desk_lens
from habeas.desk.roles import Right
from habeas.intake.listings import listings
from habeas.ledger.access import Event, record
from habeas.pages.looking import asked
from habeas.problems import BadInput
from habeas.register import queries


@needs(Right.CONTRIBUTE)
def exports_page(request: DeskRequest) -> HttpResponse:
    """All that is asked for, and the form that asks."""
    if request.method != "POST":
        return _shown(request)
    what = asked(request, "what")
    about = asked(request, _FIELDS[KINDS[what].of]) if what in KINDS and KINDS[what].of in _FIELDS else ""
    try:
        exports.ask(what, about, asked(request, "reason"), by=request.editor)
    except BadInput as problem:
        return _shown(request, str(problem))
    record(Event.EXPORT_ASKED, request.editor.alias)
    return redirect("desk:exports")


@needs(Right.EXPORT)
@require_POST
def decide_export(request: DeskRequest, key: str) -> HttpResponse:
    lets = asked(request, "verdict") == "let"
    try:
        exports.decide(key, by=request.editor.alias, lets=lets)
    except BadInput as problem:
        record(Event.REFUSED, request.editor.alias)
        return _shown(request, str(problem))
    record(Event.EXPORT_LET if lets else Event.EXPORT_REFUSED, request.editor.alias)
    return redirect("desk:exports")


@needs(Right.CONTRIBUTE)
def export_file(request: DeskRequest, key: str) -> HttpResponse:
    try:
        name, content = exports.fetched(key, by=request.editor.alias)
    except BadInput as problem:
        record(Event.REFUSED, request.editor.alias)
        return _shown(request, str(problem))
    record(Event.EXPORTED, request.editor.alias)
    response = HttpResponse(content, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


_FIELDS = {Of.RELEASE: "about", Of.LIST: "list", Of.PERSON: "person"}


def _shown(request: DeskRequest, problem: str = "") -> HttpResponse:
    now, releases = timezone.now(), queries.batches(desk_lens(request.editor))
    titles = {row.id: f"{row.when}: {row.title}" for row in releases}
    rows = [(one, KINDS[one.what].title, titles.get(one.about, one.about), exports.is_over(one, now))
            for one in exports.recent()]  # fmt: skip
    values = {
        "rows": rows,
        "kinds": [(key, kind.title) for key, kind in KINDS.items() if request.editor.may(kind.right)],
        "lists": [(id, f"{one.source}, {one.event}") for id, one in listings().items()],
        "releases": titles.items(),
        "what": asked(request, "what"),
        **{name: asked(request, name) for name in _FIELDS.values()},
        "reason": asked(request, "reason"),
        "may_let": request.editor.may(Right.EXPORT),
        "problem": problem,
        "here": "exports",
    }
    return render(request, "desk/exports.html", values, status=400 if problem else 200)
