"""All agreements, the latest first, and the legal acts of sanctions that are on record."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from habeas.names.alphabet import alphabetical
from habeas.pages.looking import looking
from habeas.pages.page import page, show
from habeas.register import queries
from habeas.register.ask.instruments import sanctioner_title


@page
def agreements(request: HttpRequest) -> HttpResponse:
    looked = looking(request)
    rows = sorted(queries.agreements(looked.lens), key=lambda row: (row.when, row.id), reverse=True)
    acts = queries.instruments(looked.lens)
    keys = dict.fromkeys(one.sanctioner for one in acts if one.sanctioner)
    sanctioners = sorted(((sanctioner_title(key), key) for key in keys), key=lambda one: alphabetical(one[0]))
    return show(request, "agreements", looked, rows=rows, acts=acts, sanctioners=sanctioners)
