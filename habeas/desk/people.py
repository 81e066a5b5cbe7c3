"""Finding a person at the desk by any spelling; the name is sent by a form and stands in no address."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from habeas.desk.door import DeskRequest, needs
from habeas.desk.looking import desk_lens
from habeas.desk.roles import Right
from habeas.ledger.searches import record_search
from habeas.names import Asked
from habeas.pages.looking import asked
from habeas.register import queries

_MOST = 20


@needs(Right.READ)
def people(request: DeskRequest) -> HttpResponse:
    name, lens = asked(request, "name"), desk_lens(request.editor)
    found = queries.may_be([Asked(name)], lens, _MOST)[0] if name else ()
    briefs = queries.in_brief([one.id for one in found], lens)
    rows = [(one, briefs[one.id]) for one in found if one.id in briefs]
    if name:
        record_search(request.editor.alias, found=bool(rows))
    return render(request, "desk/people.html", {"name": name, "rows": rows, "here": "people"})
