"""A source, and every claim that rests on it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from habeas.pages.looking import identified, looking
from habeas.pages.notes import Notes
from habeas.pages.page import page, show
from habeas.pages.turning import leaf, number_of_page, turns
from habeas.register import queries

_AT_ONCE = 80


@page
def source(request: HttpRequest, id: str) -> HttpResponse:
    looked = looking(request)
    answer = queries.source(identified(id), looked.lens)
    if answer is None:
        raise Http404
    claims, number, pages = leaf(answer.claims, number_of_page(request), _AT_ONCE)
    notes = Notes(claims, first=(number - 1) * _AT_ONCE + 1)
    turning = turns(looked.link(request.path), number, pages)
    return show(request, "source", looked, answer=answer, notes=notes, turns=turning)
