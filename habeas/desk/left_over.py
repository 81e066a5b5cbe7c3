"""Who remains after a release, who is missing and who is new: one page to print, and the cells of a table of them."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import Http404, HttpResponse
from django.shortcuts import render

from habeas.desk.door import DeskRequest, needs
from habeas.desk.looking import desk_lens
from habeas.desk.roles import Right
from habeas.pages.looking import asked, identified
from habeas.register import queries
from habeas.register.left_over import LeftOver
from habeas.register.listed_answers import OnLists

HEAD = ("part", "id", "name", "status", "since", "possibly", "freedom", "outcome", "on", "known", "version")


@needs(Right.READ)
def left_over(request: DeskRequest, id: str) -> HttpResponse:
    return render(request, "desk/left_over.html", {"answer": _answer(request, id), "here": "lists"})


def cells(answer: LeftOver) -> Iterator[tuple[str, ...]]:
    when = (answer.as_of.on.isoformat(), answer.as_of.known.isoformat(), answer.as_of.version)
    for row in answer.remaining:
        since = row.since.isoformat() if row.since else ""
        yield ("remaining", row.id, row.name, row.status.value, since, "" if row.low else "possibly", "", "", *when)
    for part in ("missing", "new", "unclear"):
        for one in getattr(answer, part):
            yield (*_cells(part, one), *when)


def _cells(part: str, one: OnLists) -> tuple[str, ...]:
    return part, one.person or "", one.name, one.status.value, "", "", one.freedom.value, one.outcome


def _answer(request: DeskRequest, id: str) -> LeftOver:
    answer = queries.left_over(identified(id), desk_lens(request.editor, asked(request, "on"), asked(request, "known")))
    if answer is None:
        raise Http404
    return answer
