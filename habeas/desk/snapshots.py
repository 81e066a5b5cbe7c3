"""Watched sanctions lists at the desk: their snapshots, and what each proposes, accepted or set aside one by one."""

from __future__ import annotations

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from habeas.desk.door import DeskRequest, needs
from habeas.desk.looking import desk_lens
from habeas.desk.one_by_one import what_holds
from habeas.desk.roles import Right
from habeas.desk.source_first import written
from habeas.intake.list_changes import ListChanges, accept_change, changes_of, reject_change
from habeas.intake.say import Told
from habeas.intake.snapshots import known_snapshot, snapshots
from habeas.ledger.access import Event, record
from habeas.pages.looking import asked, identified
from habeas.problems import BadInput

_A_PAGE = 200


@needs(Right.READ)
def snapshot_list(request: DeskRequest) -> HttpResponse:
    return render(request, "desk/snapshots.html", {"rows": snapshots()[::-1], "here": "snapshots"})


@needs(Right.READ)
def snapshot(request: DeskRequest, id: str) -> HttpResponse:
    return _page(request, _opened(request, id))


@needs(Right.CONTRIBUTE)
def decide_change(request: DeskRequest, id: str) -> HttpResponse:
    """Accept or set aside one change."""
    if request.method != "POST":
        return HttpResponseRedirect(reverse("desk:snapshot", args=[identified(id)]))
    read = _opened(request, id)
    if problem := what_holds(lambda: _decided(request, read)):
        return _page(request, read, problem)
    record(Event.DECIDED, request.editor.alias)
    return HttpResponseRedirect(reverse("desk:snapshot", args=[read.snapshot.source]) + f"#c-{asked(request, 'key')}")


def _opened(request: DeskRequest, id: str) -> ListChanges:
    try:
        known_snapshot(identified(id))
    except BadInput:
        raise Http404 from None
    return changes_of(id, desk_lens(request.editor))


def _decided(request: DeskRequest, read: ListChanges) -> Told | None:
    """What became of the claim; None where none was to be said."""
    key, by = asked(request, "key"), request.editor.alias
    if asked(request, "verdict") == "reject":
        reject_change(read, key, reason=written(request, "reason"), by=by)
        return None
    insists = asked(request, "insists") == "yes"
    return accept_change(read, key, by=by, subject=asked(request, "subject"), insists=insists)


def _page(request: DeskRequest, read: ListChanges, problem: str = "") -> HttpResponse:
    values = {
        "read": read,
        "changes": sorted(read.changes, key=lambda one: one.decided is not None)[:_A_PAGE],
        "may_decide": request.editor.may(Right.CONTRIBUTE),
        "problem": problem,
        "here": "snapshots",
    }
    return render(request, "desk/snapshot.html", values, status=400 if problem else 200)
