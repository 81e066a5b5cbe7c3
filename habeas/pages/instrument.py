"""A legal act of sanctions with its chain, and all that one sanctioner did."""

from __future__ import annotations

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse

from habeas.pages.axis import Axis, draw
from habeas.pages.looking import Looking, identified, looking
from habeas.pages.notes import Notes
from habeas.pages.page import page, show
from habeas.register import queries
from habeas.register.answers_agreements import InstrumentAnswer, RunShown

_WIDE, _NARROW = 760, 340


@page
def instrument(request: HttpRequest, id: str) -> HttpResponse:
    looked = looking(request)
    answer = queries.instrument(identified(id), looked.lens)
    if answer is None:
        raise Http404
    titles = {one.id: one.title for one in answer.chain}
    return show(
        request,
        "instrument",
        looked,
        answer=answer,
        notes=Notes(answer.claims),
        joints=[(one, titles[one.before], titles[one.after]) for one in answer.joints],
        ended_by=[(when, by, titles.get(by, ""), line) for when, by, line in answer.ended_by],
        runs=_runs(answer),
        wide=_drawn(answer, looked, _WIDE),
        narrow=_drawn(answer, looked, _NARROW),
    )


@page
def sanctioner(request: HttpRequest, key: str) -> HttpResponse:
    looked = looking(request)
    answer = queries.sanctioner(identified(key), looked.lens)
    if answer is None:
        raise Http404
    return show(request, "sanctioner", looked, answer=answer)


def _runs(answer: InstrumentAnswer) -> list[RunShown]:
    """Days on end with one answer, whichever act it was that stood."""
    found: list[RunShown] = []
    for run in answer.runs:
        if found and found[-1].stands.answer is run.stands.answer:
            found[-1] = replace(found[-1], end=run.end)
        else:
            found.append(run)
    return found


def _drawn(answer: InstrumentAnswer, looked: Looking, width: int) -> Axis | None:
    return draw(answer.chain, [], looked.lens.on, width=width)
