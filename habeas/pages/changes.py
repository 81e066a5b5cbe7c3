"""What changed from one data release to the next: who came in, what was taken back. Of withdrawals nothing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from habeas.pages.looking import looking
from habeas.pages.page import page, show
from habeas.pages.turning import leaf, number_of_page, turns
from habeas.register import queries
from habeas.register.released import What

_AT_ONCE = 100


@page
def changes(request: HttpRequest) -> HttpResponse:
    looked = looking(request)
    releases = sorted(queries.data_releases(), key=lambda one: -one.number)
    came = {one.number: queries.people_new_in(one) for one in releases}
    # All that the first one says is new, and would be thousands of sentences.
    told = ((one, change) for one in releases if one.number > 1 for change in queries.release_changes(one))
    events = [(one, change) for one, change in told if change.what is not What.NEW_PERSON]
    found, number, pages = leaf(events, number_of_page(request), _AT_ONCE)
    listed = [(one, came[one.number]) for one in releases]
    turning = turns(looked.link(request.path), number, pages)
    return show(request, "changes", looked, releases=listed, events=found, turns=turning)
