"""Names to leaf through: by the sounds with which a surname begins, in every script at once, without writing a name."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from habeas.pages.looking import identified, looking
from habeas.pages.page import page, show
from habeas.pages.turning import leaf, number_of_page, turns
from habeas.register import queries

_AT_ONCE = 250


@page
def names(request: HttpRequest) -> HttpResponse:
    looked = looking(request)
    return show(request, "names", looked, sounds=queries.names_by_sound(looked.lens).values())


@page
def names_under(request: HttpRequest, key: str) -> HttpResponse:
    looked = looking(request)
    sound = queries.names_by_sound(looked.lens).get(identified(key))
    if sound is None:
        raise Http404
    found, number, pages = leaf(sound.names, number_of_page(request), _AT_ONCE)
    turning = turns(looked.link(request.path), number, pages)
    return show(request, "names_under", looked, sound=sound, found=found, turns=turning)
