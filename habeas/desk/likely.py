"""Accepting all likely rows of a list at once: first how many and which, then one confirmation of that number."""

from __future__ import annotations

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from habeas.desk.board import board
from habeas.desk.door import DeskRequest, needs
from habeas.desk.looking import desk_lens
from habeas.desk.roles import Right
from habeas.intake.decide_many import likely_rows, same_all
from habeas.ledger.access import Event, record
from habeas.pages.looking import asked, identified
from habeas.problems import BadInput
from habeas.register import queries

THRESHOLDS = (99, 98, 95, 90, 80, 70, 60, 50)
"""In percent, as they are shown."""
_USUAL = 90


@needs(Right.CONTRIBUTE)
def likely(request: DeskRequest, id: str) -> HttpResponse:
    percent = _percent(request)
    problem = ""
    if request.method == "POST":
        try:
            same_all(identified(id), percent / 100, by=request.editor.alias, expected=_expected(request))
            record(Event.DECIDED, request.editor.alias)
            return HttpResponseRedirect(reverse("desk:bench", args=[id]))
        except BadInput as reason:
            problem = str(reason)
    try:
        now = board(identified(id))
    except BadInput:
        raise Http404 from None
    found = likely_rows(now.rows, percent / 100)
    values = {
        "board": now,
        "found": found,
        "people": queries.in_brief([one.meant.id for one in found], desk_lens(request.editor)),
        "percent": percent,
        "thresholds": [(each, len(likely_rows(now.rows, each / 100))) for each in THRESHOLDS],
        "problem": problem,
        "here": "lists",
    }
    return render(request, "desk/likely.html", values, status=409 if problem else 200)


def _percent(request: DeskRequest) -> int:
    text = asked(request, "from") or str(_USUAL)
    if text not in {str(each) for each in THRESHOLDS}:
        raise BadInput(f"Choose one of the thresholds: {', '.join(map(str, THRESHOLDS))}.")
    return int(text)


def _expected(request: DeskRequest) -> int:
    text = asked(request, "expected")
    return int(text) if text.isdecimal() and len(text) < 7 else -1
