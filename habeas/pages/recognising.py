"""The lists of those who recognise, side by side; who is on one and not on another, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from habeas.domain.one_list import Why
from habeas.pages.counting import AS_OF_HEAD, again, as_csv, as_of_cells, chosen
from habeas.pages.looking import Looking, asked, looking
from habeas.pages.page import page, show
from habeas.pages.turning import leaf, number_of_page, turns
from habeas.register import queries
from habeas.register.answers_counts import DefinitionShown
from habeas.register.counted import OneListOnly

WHY: dict[Why, Promise] = {
    Why.LATER: _("recognised later"),
    Why.ENDED: _("was on the list, which took it back"),
    Why.DECLINED: _("declined"),
    Why.FORMER: _("recognised only when no longer held"),
    Why.DEFINITION: _("the other list says another thing of people"),
    Why.LAG: _("recognised by the first so lately that the other has usually not decided yet"),
    Why.CRITERIA: _("the other goes by other criteria; whether they leave this person out isn’t told"),
    Why.UNTOLD: _("both go by the same criteria: not known to the other, or not told to us"),
}
_MOST_YEARS = 12
_AT_ONCE = 200
"""People on a page; the table taken as CSV has all."""


@page
def recognisers(request: HttpRequest) -> HttpResponse:
    looked = looking(request)
    key = chosen(request)
    answer = queries.public_lists(key, looked.lens)
    days = _days(looked)
    return show(
        request,
        "recognisers",
        looked,
        answer=answer,
        asked_for=_definition(key),
        years=list(_by_year(key, [one.key for one in answer.lists], days, looked)),
        pairs=[
            (pair, _compare(looked, key, pair.one, pair.other), _compare(looked, key, pair.other, pair.one))
            for pair in answer.pairs
        ],
        published=[one for one in queries.published_numbers(looked.lens) if one.first <= looked.lens.on][::-1],
        csv=looked.link(reverse("recognisers_as_csv"), ("definition", key)),
    )


@page
def recognisers_as_csv(request: HttpRequest) -> HttpResponse:
    looked = looking(request)
    key = chosen(request)
    answer = queries.public_lists(key, looked.lens)
    beside = as_of_cells(_definition(key), answer.as_of)
    rows = [(one.key, one.title, one.designates, str(one.low), str(one.high), *beside) for one in answer.lists]
    head = ("recogniser", "title", "designates", "low", "high", *AS_OF_HEAD)
    return as_csv(head, rows, f"recognisers-{looked.lens.on}", again(request, looked), looked.beyond)


@page
def comparison(request: HttpRequest) -> HttpResponse:
    """Who is on the first list and not on the second."""
    looked = looking(request)
    key = chosen(request)
    answer = queries.only_on(key, asked(request, "one"), asked(request, "other"), looked.lens)
    numbers = Counter(one.why for one in answer.people)
    here = _compare(looked, key, answer.one, answer.other)
    people, number, pages = leaf(answer.people, number_of_page(request), _AT_ONCE)
    return show(
        request,
        "comparison",
        looked,
        answer=answer,
        asked_for=answer.definition,
        whys=[(WHY[why], number) for why, number in numbers.most_common()],
        people=[(one, WHY[one.why], _days_told(one)) for one in people],
        turns=turns(here, number, pages),
        turned=_compare(looked, key, answer.other, answer.one),
        csv=looked.link(
            reverse("comparison_as_csv"), ("definition", key), ("one", answer.one), ("other", answer.other)
        ),
    )


@page
def comparison_as_csv(request: HttpRequest) -> HttpResponse:
    looked = looking(request)
    answer = queries.only_on(chosen(request), asked(request, "one"), asked(request, "other"), looked.lens)
    beside = (answer.one, answer.other, *as_of_cells(answer.definition, answer.as_of))
    rows = [
        (one.id, one.name, str(one.why), one.day.isoformat() if one.day else "", _plain(one.days), *beside)
        for one in answer.people
    ]
    head = ("id", "name", "why", "day", "days", "on_the_list_of", "not_on_the_list_of", *AS_OF_HEAD)
    name = f"{answer.one}-not-{answer.other}-{looked.lens.on}"
    return as_csv(head, rows, name, again(request, looked), looked.beyond)


def _definition(key: str) -> DefinitionShown:
    return next(one for one in queries.definitions() if one.key == key)


def _plain(number: int | None) -> str:
    return "" if number is None else str(number)


def _days_told(one: OneListOnly) -> str:
    """How long the other came after the first, or hasn't come yet."""
    if one.days is None:
        return ""
    if one.why is Why.LATER and one.days < 0:
        return ""
    after = ngettext("%(days)d day after the first", "%(days)d days after the first", one.days)
    so_far = ngettext("%(days)d day ago by the first", "%(days)d days ago by the first", one.days)
    return (after if one.why is Why.LATER else so_far) % {"days": one.days}


def _compare(looked: Looking, key: str, one: str, other: str) -> str:
    return looked.link(reverse("comparison"), ("definition", key), ("one", one), ("other", other))


def _days(looked: Looking) -> list[date]:
    first = looked.first_day
    begins = max(first.year if first else looked.lens.on.year, looked.lens.on.year - _MOST_YEARS)
    return [*(date(year, 1, 1) for year in range(begins + 1, looked.lens.on.year + 1)), looked.lens.on]


def _by_year(key: str, lists: list[str], days: list[date], looked: Looking) -> Iterator[tuple[date, list[object]]]:
    told = queries.public_lists_series(lists, key, days, looked.lens)
    for place, day in enumerate(days):
        yield day, [series[place] for series in told]
