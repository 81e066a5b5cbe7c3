"""The list of people, narrowed by what one chooses, in pages and as a table for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from habeas.pages.counting import again, as_csv, when_cells
from habeas.pages.edition import as_file
from habeas.pages.looking import Looking, asked, looking
from habeas.pages.page import page, show
from habeas.pages.turning import number_of_page, turns
from habeas.register import queries
from habeas.register.answers_people import Choice, Filters, PeopleAnswer
from habeas.register.tongue import meaning_of

_ABOUT: dict[str, Promise] = {
    "status": _("Status"),
    "definition": _("Counted as"),
    "facility": _("Place"),
    "article": _("Article"),
    "recogniser": _("Recognised by"),
    "batch": _("Release"),
}
_AT_ONCE, _NAMES_AT_ONCE = 50, 250
HEAD = (
    *("id", "name", "other_names", "status", "since", "facility", "articles", "recognisers", "low", "high"),
    *("on", "known", "release", "version"),
)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A filter as the form shows it: its values with the one that was chosen."""

    name: str
    title: str
    chosen: str
    choices: tuple[Choice, ...]


@page
def people(request: HttpRequest) -> HttpResponse:
    looked = looking(request)
    filters = _filters(request)
    answer = queries.people(filters, number_of_page(request), looked.lens, per_page=people_at_once(filters))
    kept = tuple((name, value) for name, value in asdict(filters).items() if value)
    return show(
        request,
        "people",
        looked,
        answer=answer,
        narrowings=list(_narrowings(answer, looked)),
        narrowed=kept,
        counted_as=next((one for one in queries.definitions() if one.key == filters.definition), None),
        turns=turns(looked.link(request.path, *kept), answer.page, answer.pages),
        csv=looked.link(reverse("people_as_csv"), *kept),
    )


def people_at_once(filters: Filters) -> int:
    """Of a list that is a file, and narrowed, the names alone are shown: the list of everybody tells the rest."""
    return _NAMES_AT_ONCE if as_file() and filters != Filters() else _AT_ONCE


@page
def people_as_csv(request: HttpRequest) -> HttpResponse:
    looked = looking(request)
    answer = queries.people(_filters(request), 1, looked.lens, per_page=None)
    return as_csv(HEAD, cells(answer), f"people-{answer.as_of.on}", again(request, looked))


def _filters(request: HttpRequest) -> Filters:
    return Filters(**{name: asked(request, name) for name in _ABOUT})


def _narrowings(answer: PeopleAnswer, looked: Looking) -> Iterator[Narrowing]:
    choices = dict(answer.choices)
    choices["status"] = tuple(replace(one, title=meaning_of(one.title)) for one in choices["status"])
    choices["definition"] = tuple(Choice(one.key, one.title, -1) for one in queries.definitions())
    latest = sorted(queries.batches(looked.lens), key=lambda row: row.when, reverse=True)
    choices["batch"] = tuple(Choice(row.id, f"{row.when}: {row.title}", -1) for row in latest)
    for name, title in _ABOUT.items():
        yield Narrowing(name, str(title), getattr(answer.filters, name), choices.get(name, ()))


def cells(answer: PeopleAnswer) -> Iterator[tuple[str, ...]]:
    as_of = answer.as_of
    for row in answer.rows:
        yield (
            row.id,
            row.name,
            "; ".join(row.other_names),
            row.status.value,
            row.since.isoformat() if row.since else "",
            row.facility,
            "; ".join(row.articles),
            "; ".join(row.recognisers),
            str(row.low),
            str(row.high),
            *when_cells(as_of),
        )
