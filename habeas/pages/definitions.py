"""What each number counts, and the number of the day beside it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from habeas.pages.looking import looking
from habeas.pages.page import page, show
from habeas.register import queries


@page
def definitions(request: HttpRequest) -> HttpResponse:
    looked = looking(request)
    counts = [queries.count(one.key, looked.lens) for one in queries.definitions()]
    return show(request, "definitions", looked, counts=counts)
