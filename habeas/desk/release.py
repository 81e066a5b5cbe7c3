"""A release at the desk: what is said of it, its figures and stages, and putting a new one on record."""

from __future__ import annotations

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from habeas.desk.claim_form import kinds_about
from habeas.desk.door import DeskRequest, needs
from habeas.desk.looking import desk_lens
from habeas.desk.roles import Right
from habeas.desk.side_by_side import totals_shown
from habeas.desk.source_first import choices, source_and_batch
from habeas.ledger.access import Event, record
from habeas.pages.looking import asked, identified
from habeas.pages.wording import tally
from habeas.problems import BadInput
from habeas.register import queries
from habeas.register.answers import Lens
from habeas.register.answers_releases import DueOutShown
from habeas.register.ask.some import PersonInBrief


@needs(Right.READ)
def release(request: DeskRequest, id: str) -> HttpResponse:
    lens = desk_lens(request.editor, asked(request, "on"), asked(request, "known"))
    told, said = queries.totals(identified(id), lens), queries.said_of_mention(identified(id), lens)
    if told is None:
        raise Http404
    row = next(one for one in queries.batches(lens) if one.id == id)
    values = {
        "row": row,
        "totals": totals_shown(told),
        "sum": tally(member.outcome for member in queries.members_of(id, lens)),
        "due_out": _due_out(id, lens),
        "claims": said,
        "kinds": kinds_about("batch"),
        "may_write": request.editor.may(Right.CONTRIBUTE),
        "here": "releases",
    }
    return render(request, "desk/release.html", values)


def _due_out(id: str, lens: Lens) -> list[tuple[PersonInBrief, DueOutShown]]:
    """Who was due out anyway, by name; those without a name in the register are counted and not listed."""
    answer = queries.batch(id, lens, with_remaining=False)
    days = dict(answer.due_out) if answer else {}
    people = queries.in_brief(days, lens)
    named = [(people[one], due) for one, due in days.items() if one in people]
    return sorted(named, key=lambda each: (each[1].first, each[0].name))


@needs(Right.READ)
def releases(request: DeskRequest) -> HttpResponse:
    rows = sorted(queries.batches(desk_lens(request.editor)), key=lambda row: row.when, reverse=True)
    return render(request, "desk/releases.html", {"rows": rows, "here": "releases"})


@needs(Right.CONTRIBUTE)
def new_release(request: DeskRequest) -> HttpResponse:
    problem = ""
    if request.method == "POST":
        try:
            _, key = source_and_batch(request, request.editor.alias)
            record(Event.DECIDED, request.editor.alias)
            return HttpResponseRedirect(reverse("desk:release", args=[key]))
        except BadInput as reason:
            problem = str(reason)
    values = {
        "choices": choices(desk_lens(request.editor)),
        "typed": request.POST,
        "problem": problem,
        "here": "releases",
    }
    return render(request, "desk/new_release.html", values, status=400 if problem else 200)
