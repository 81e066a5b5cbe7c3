"""A person at the desk: every claim to corroborate or take back, joining and parting, and what each line changed."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from habeas.desk.claim_form import kinds_about
from habeas.desk.door import DeskRequest, needs
from habeas.desk.looking import desk_lens
from habeas.desk.roles import Right
from habeas.desk.source_first import written
from habeas.intake.correct import join, part, retract
from habeas.ledger.access import Event, record
from habeas.pages.looking import asked, identified
from habeas.problems import BadInput
from habeas.register import queries
from habeas.register.answers_people import PersonAnswer, Redirect


@needs(Right.READ)
def person(request: DeskRequest, id: str) -> HttpResponse:
    return _shown(request, id)


@needs(Right.CONTRIBUTE)
@require_POST
def join_people(request: DeskRequest, id: str) -> HttpResponse:
    """The other may be given by id, or chosen among those whom a name may mean."""
    return _corrected(request, id, lambda other: join(identified(id), other, by=request.editor.alias))


@needs(Right.CONTRIBUTE)
@require_POST
def part_people(request: DeskRequest, id: str) -> HttpResponse:
    return _corrected(request, id, lambda other: part(identified(id), other, by=request.editor.alias))


@needs(Right.CONTRIBUTE)
@require_POST
def retract_line(request: DeskRequest, number: int) -> HttpResponse:
    subject = identified(asked(request, "subject"))
    if not subject:
        raise Http404
    retract(number, reason=written(request, "reason"), by=request.editor.alias)
    record(Event.DECIDED, request.editor.alias)
    page = "desk:person" if subject.startswith("p-") else "desk:release"
    return HttpResponseRedirect(reverse(page, args=[subject]))


def _corrected(request: DeskRequest, id: str, correct: Callable[[str], object]) -> HttpResponse:
    try:
        correct(asked(request, "other"))
    except BadInput as problem:
        return _shown(request, id, problem=str(problem))
    record(Event.DECIDED, request.editor.alias)
    return HttpResponseRedirect(reverse("desk:person", args=[id]))


def _shown(request: DeskRequest, id: str, problem: str = "") -> HttpResponse:
    lens = desk_lens(request.editor, asked(request, "on"), asked(request, "known"))
    found = queries.person(identified(id), lens)
    if isinstance(found, Redirect):
        return HttpResponseRedirect(reverse("desk:person", args=[found.to]))
    if found is None:
        raise Http404
    values = {
        "answer": found,
        "mentions": _mentions(found),
        "changes": queries.changes(found.id, lens),
        "kinds": kinds_about("person"),
        "may_write": request.editor.may(Right.CONTRIBUTE),
        "problem": problem,
        "here": "people",
    }
    return render(request, "desk/person.html", values, status=400 if problem else 200)


def _mentions(found: PersonAnswer) -> list[tuple[str, str]]:
    """The other ids that are this person, each with a name that its own lines give."""
    told = {claim.subject: "" for claim in found.claims}
    for claim in found.claims:
        if claim.kind == "Named" and not told[claim.subject]:
            told[claim.subject] = dict(claim.fields).get("text", "")
    return [(id, name) for id, name in told.items() if id != found.id]
