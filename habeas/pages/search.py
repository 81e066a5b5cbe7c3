"""Search by name in any script. The form is posted, so that a name stands in no address, history or log."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from habeas.pages.looking import looking
from habeas.pages.page import page_with_a_form, show
from habeas.register import queries

_LIKELY = 0.5
_NEAR = 0.05
"""A name less likely than this isn't told of: a list of strangers reads as an answer and is none."""
_MOST = 20


@page_with_a_form
def search(request: HttpRequest) -> HttpResponse:
    looked = looking(request)
    text = request.POST.get("name", "").strip()
    found = queries.find(text, looked.lens, _MOST) if text else ()
    likely = [one for one in found if one.probability >= _LIKELY]
    # One word is little to go by, however exactly it fits: of those who bear it none is likely.
    least = _NEAR if len(text.split()) > 1 else 0
    near = [one for one in found if least <= one.probability < _LIKELY]
    return show(request, "search", looked, text=text, likely=likely, near=near)
