"""Who may see it: withholding from the public, showing again, keeping to a group; and saying who is beyond reach."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from habeas.desk.door import DeskRequest, needs
from habeas.desk.looking import desk_lens
from habeas.desk.roles import Right
from habeas.domain.words import Basis
from habeas.intake.beyond import beyond
from habeas.intake.correct import clear, restrict, withhold
from habeas.ledger.access import Event, record
from habeas.ledger.read import lines
from habeas.pages.looking import asked, identified
from habeas.problems import BadInput
from habeas.register import queries
from habeas.register.answers_batches import BatchAnswer
from habeas.register.tongue import meaning

_BASES = {str(one): one for one in Basis}


@needs(Right.CONTRIBUTE)
def keep_back(request: DeskRequest, id: str) -> HttpResponse:
    """Of a person, or of one line that is about them; an editor outside the group loses sight of it at once."""
    id = identified(id)
    briefs = queries.in_brief([id], desk_lens(request.editor))
    if id not in briefs:
        raise Http404
    problem = ""
    if request.method == "POST":
        try:
            return _kept_back(request, id)
        except BadInput as said:
            problem = str(said)
    values = {
        "id": id,
        "name": briefs[id].name,
        "line": asked(request, "line"),
        "group": asked(request, "group"),
        "basis": asked(request, "basis"),
        "bases": [(one, meaning(one)) for one in Basis],
        "groups": sorted(request.editor.groups),
        "may_show": request.editor.may(Right.REVIEW),
        "problem": problem,
        "here": "people",
    }
    return render(request, "desk/keep_back.html", values, status=400 if problem else 200)


@needs(Right.REVIEW)
@require_POST
def show_again(request: DeskRequest, id: str) -> HttpResponse:
    """Public only when another has accepted that as well."""
    clear(_what(request, identified(id)), by=request.editor.alias)
    record(Event.DECIDED, request.editor.alias)
    return redirect("desk:person", id)


@needs(Right.REVIEW)
def beyond_reach(request: DeskRequest, id: str) -> HttpResponse:
    """The same form for both editors: the first says it, the second agrees."""
    told = queries.batch(identified(id), desk_lens(request.editor))
    if told is None:
        raise Http404
    done = None
    if request.method == "POST":
        done = beyond(id, by=request.editor.alias, stage=asked(request, "stage"))
        record(Event.DECIDED, request.editor.alias)
    values = {"id": id, "answer": told, "stages": _stages(told), "done": done, "here": "releases"}
    return render(request, "desk/beyond.html", values)


def _kept_back(request: DeskRequest, id: str) -> HttpResponse:
    what, group = _what(request, id), asked(request, "group")
    if asked(request, "deed") == "restrict":
        restrict(what, group=group, by=request.editor.alias)
    else:
        basis = _BASES.get(asked(request, "basis"))
        if basis is None:
            raise BadInput(_("Choose on what ground it is withheld."))
        withhold(what, basis=basis, by=request.editor.alias)
    record(Event.DECIDED, request.editor.alias)
    lost = asked(request, "deed") == "restrict" and what == id and group not in request.editor.groups
    return redirect("desk:people") if lost else redirect("desk:person", id)


def _what(request: DeskRequest, id: str) -> str:
    """The person, or a line of theirs: a number of another's line does nothing here."""
    line = asked(request, "line")
    if not line:
        return id
    found = next(iter(lines(numbers=[int(line)])), None) if line.isdecimal() and len(line) < 10 else None
    now = queries.persons_of([id, found.subject], desk_lens(request.editor)) if found else {}
    if found is None or now.get(found.subject, "") != now.get(id):
        raise BadInput(_("This person has no line of that number. Their page shows the numbers."))
    return line


def _stages(told: BatchAnswer) -> list[str]:
    return list(dict.fromkeys(one.stage for one in told.stages))
