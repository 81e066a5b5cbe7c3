"""A source, and every claim that rests on it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from habeas.pages.looking import identified, looking
from habeas.pages.notes import Notes
from habeas.pages.page import page, show
from habeas.register import queries


@page
def source(request: HttpRequest, id: str) -> HttpResponse:
    looked = looking(request)
    answer = queries.source(identified(id), looked.lens)
    if answer is None:
        raise Http404
    return show(request, "source", looked, answer=answer, notes=Notes(answer.claims))
