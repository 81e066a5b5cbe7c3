"""What waits for a second pair of eyes: seen in groups, accepted one by one or together, rejected with a reason."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from habeas.desk.door import DeskRequest, needs
from habeas.desk.roles import Right
from habeas.intake import accepting
from habeas.ledger.access import Event, record
from habeas.ledger.read import last_number
from habeas.pages.looking import identified
from habeas.problems import BadInput
from habeas.register import queries


@needs(Right.READ)
def waiting(request: DeskRequest) -> HttpResponse:
    alias = request.editor.alias
    rows = [(group, len(group.others(alias))) for group in queries.waiting_groups()]
    total = sum(len(group.lines) for group, _ in rows)
    return render(request, "desk/waiting.html", {"here": "waiting", "rows": rows, "total": total})


@needs(Right.READ)
def waiting_group(request: DeskRequest, key: str) -> HttpResponse:
    group = queries.waiting_group(identified(key))
    if group is None:
        raise Http404
    mine = len(group.lines) - len(group.others(request.editor.alias))
    values = {"here": "waiting", "group": group, "mine": mine, "upto": last_number(), "reviews": _reviews(request)}
    return render(request, "desk/waiting_group.html", values)


@needs(Right.REVIEW)
def agree(request: DeskRequest, key: str) -> HttpResponse:
    """One line, or all of the group after a confirmation that says how many; what came in since is left out."""
    group = queries.waiting_group(identified(key))
    if request.method != "POST" or group is None:
        return redirect("desk:waiting")
    if line := request.POST.get("line", ""):
        _written(accepting.accept([str(_number(line))], by=request.editor.alias), request)
        return _back(key)
    upto = _number(request.POST.get("upto", ""))
    wanted = [one.number for one in group.others(request.editor.alias) if one.number <= upto]
    if request.POST.get("sure", "") != str(len(wanted)):
        return render(request, "desk/agree.html", {"group": group, "number": len(wanted), "upto": upto})
    _written(accepting.accept_numbers(wanted, by=request.editor.alias), request)
    return _back(key)


@needs(Right.REVIEW)
def disagree(request: DeskRequest, key: str) -> HttpResponse:
    if request.method == "POST":
        line = _number(request.POST.get("line", ""))
        accepting.reject(line, reason=request.POST.get("reason", ""), by=request.editor.alias)
        record(Event.DECIDED, request.editor.alias)
    return _back(key)


def _back(key: str) -> HttpResponse:
    return redirect("desk:waiting_group", key) if queries.waiting_group(key) else redirect("desk:waiting")


def _written(done: accepting.Agreed, request: DeskRequest) -> None:
    if done.lines:
        record(Event.DECIDED, request.editor.alias)


def _number(text: str) -> int:
    if not text.isdecimal() or len(text) > 12:
        raise BadInput("This form names no line. Open the page anew.")
    return int(text)


def _reviews(request: DeskRequest) -> bool:
    return request.editor.may(Right.REVIEW)
