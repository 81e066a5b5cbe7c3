"""Institutions to which letters can be sent, as they are publicly known. No letter is ever taken here.

Homes and open institutions aren't among them: whoever lives there can be visited by anybody who knows the address.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from habeas.pages.looking import looking
from habeas.pages.page import page, show
from habeas.vocabulary.load import load
from habeas.vocabulary.words import FacilityKind

_TAKES_LETTERS = frozenset({FacilityKind.COLONY, FacilityKind.PRISON, FacilityKind.PRETRIAL, FacilityKind.KGB_PRETRIAL})


@page
def letters(request: HttpRequest) -> HttpResponse:
    looked = looking(request)
    day = looked.lens.on
    open_today = [one for one in load().facilities.values() if one.kind in _TAKES_LETTERS and one.may_hold_on(day)]
    places = sorted({one.site or one.key: one for one in open_today}.values(), key=lambda one: (one.place, one.key))
    return show(request, "letters", looked, places=places)
