"""A person: what is said of them and by whom. The page's title doesn't name them, for the safety of those who read."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse

from habeas.pages.facts import contradictions, in_order, in_parts
from habeas.pages.looking import Looking, identified, looking
from habeas.pages.notes import Notes
from habeas.pages.page import page, show
from habeas.pages.timeline import Drawing, draw
from habeas.pages.wording import STATUS, of_freedom
from habeas.register import queries
from habeas.register.answers_people import PersonAnswer, Redirect

_WIDE, _NARROW = 760, 340


@page
def person(request: HttpRequest, id: str) -> HttpResponse:
    looked = looking(request)
    answer = queries.person(identified(id), looked.lens)
    if answer is None:
        raise Http404
    if isinstance(answer, Redirect):
        return HttpResponsePermanentRedirect(looked.link(reverse("person", args=[answer.to])))
    notes = Notes(in_order(answer.claims), contradictions(answer))
    return show(
        request,
        "person",
        looked,
        answer=answer,
        notes=notes,
        parts=in_parts(notes),
        of_freedom=of_freedom(answer),
        wide=_drawn(answer, looked, _WIDE),
        narrow=_drawn(answer, looked, _NARROW),
    )


def _drawn(answer: PersonAnswer, looked: Looking, width: int) -> Drawing | None:
    return draw(
        answer.spells,
        looked.lens.on,
        until=looked.ends,
        width=width,
        words={status: str(word) for status, word in STATUS.items()},
    )
