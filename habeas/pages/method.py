"""How the register comes to what it shows, in words and with the closed words themselves."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from habeas.domain.words import Certainty, Nearness, Status
from habeas.pages.looking import looking
from habeas.pages.page import page, show
from habeas.pages.texts import chapters
from habeas.pages.wording import TITLES, TOTALS


@page
def method(request: HttpRequest) -> HttpResponse:
    near = sorted(Nearness, key=lambda one: -one.rank)
    words = {
        "chapters": chapters(),
        "statuses": list(Status),
        "near": near,
        "firmly": list(Certainty),
        "totals": [(TITLES[name], meaning) for name, meaning in TOTALS.items()],
    }
    return show(request, "method", looking(request), **words)
