"""All sources on which anything rests, the latest first."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from habeas.pages.looking import looking
from habeas.pages.page import page, show
from habeas.pages.turning import leaf, number_of_page, turns
from habeas.register import queries

_AT_ONCE = 100


@page
def sources(request: HttpRequest) -> HttpResponse:
    looked = looking(request)
    found = queries.sources(looked.lens)
    rows, number, pages = leaf(found, number_of_page(request), _AT_ONCE)
    turning = turns(looked.link(request.path), number, pages)
    return show(request, "sources", looked, rows=rows, total=len(found), turns=turning)
