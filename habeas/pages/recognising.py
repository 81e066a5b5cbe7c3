"""The lists of those who recognise, side by side; who is on one and not on another, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from habeas.pages.counting import AS_OF_HEAD, as_csv, as_of_cells, chosen
from habeas.pages.looking import Looking, asked, looking
from habeas.pages.page import page, show
from habeas.register import queries

WHY: dict[str, Promise] = {
    "later": _("recognised later"),
    "ended": _("was on the list, which took it back"),
    "former": _("recognised only when no longer held"),
    "declined": _("declined"),
    "never": _("no claim that we hold: another rule-set, not known to them, or not told to us"),
}
_MOST_YEARS = 12


@page
def recognisers(request: HttpRequest) -> HttpResponse:
    looked = looking(request)
    key = chosen(request)
    answer = queries.recogniser_lists(key, looked.lens)
    days = _days(looked)
    return show(
        request,
        "recognisers",
        looked,
        answer=answer,
        asked_for=queries.count(key, looked.lens).definition,
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
    answer = queries.recogniser_lists(key, looked.lens)
    beside = as_of_cells(queries.count(key, looked.lens).definition, answer.as_of)
    rows = [(one.key, one.title, one.designates, str(one.low), str(one.high), *beside) for one in answer.lists]
    head = ("recogniser", "title", "designates", "low", "high", *AS_OF_HEAD)
    return as_csv(head, rows, f"recognisers-{looked.lens.on}")


@page
def comparison(request: HttpRequest) -> HttpResponse:
    """Who is on the first list and not on the second."""
    looked = looking(request)
    key = chosen(request)
    answer = queries.only_on(key, asked(request, "one"), asked(request, "other"), looked.lens)
    numbers = Counter(one.why for one in answer.people)
    return show(
        request,
        "comparison",
        looked,
        answer=answer,
        asked_for=queries.count(key, looked.lens).definition,
        whys=[(WHY[why], number) for why, number in numbers.most_common()],
        people=[(one, WHY[one.why]) for one in answer.people],
        turned=_compare(looked, key, answer.other, answer.one),
    )


def _compare(looked: Looking, key: str, one: str, other: str) -> str:
    return looked.link(reverse("comparison"), ("definition", key), ("one", one), ("other", other))


def _days(looked: Looking) -> list[date]:
    first = queries.first_day(looked.lens)
    begins = max(first.year if first else looked.lens.on.year, looked.lens.on.year - _MOST_YEARS)
    return [*(date(year, 1, 1) for year in range(begins + 1, looked.lens.on.year + 1)), looked.lens.on]


def _by_year(key: str, lists: list[str], days: list[date], looked: Looking) -> Iterator[tuple[date, list[object]]]:
    told = [queries.list_series(one, key, days, looked.lens) for one in lists]
    for place, day in enumerate(days):
        yield day, [series[place] for series in told]
