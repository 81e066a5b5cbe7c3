"""All releases of several people, the latest first."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from habeas.pages.looking import looking
from habeas.pages.page import page, show
from habeas.register import queries


@page
def releases(request: HttpRequest) -> HttpResponse:
    looked = looking(request)
    rows = sorted(queries.batches(looked.lens), key=lambda row: (row.when, row.id), reverse=True)
    return show(request, "releases", looked, rows=rows)
