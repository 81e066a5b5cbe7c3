"""The front page: the numbers of a day, the latest releases, and how far the register reaches."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from habeas.pages.looking import looking
from habeas.pages.page import page, show
from habeas.register import queries


@page
def front(request: HttpRequest) -> HttpResponse:
    looked = looking(request)
    return show(request, "front", looked, answer=queries.home(looked.lens))
