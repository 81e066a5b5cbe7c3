"""A count with all that it rests on: its definition, both clocks, who is behind it, and the same broken down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from habeas.domain.suppress import Band
from habeas.pages.cells import csv_of
from habeas.pages.looking import Looking, asked, looking
from habeas.pages.page import page, show
from habeas.register import queries
from habeas.register.answers import AsOf
from habeas.register.answers_counts import CountAnswer, DefinitionShown
from habeas.register.breakdowns import KINDS
from habeas.register.counted import GroupedAnswer, Published

BY = {
    "status": _("Status"),
    "sex": _("Sex"),
    "age": _("Age"),
    "facility": _("Place of detention"),
    "region": _("Region"),
    "article": _("Article"),
    "recogniser": _("Recogniser"),
    "profession": _("Profession"),
    "length": _("How long held"),
    "sentence": _("Length of the sentence"),
}
AS_OF_HEAD = ("definition", "definition_version", "on", "known", "version")
_HEAD = ("key", "title", "low", "high", *AS_OF_HEAD)


@page
def counts(request: HttpRequest) -> HttpResponse:
    looked = looking(request)
    key, by = chosen(request), asked(request, "by")
    answer = queries.count(key, looked.lens)
    grouped = queries.public_breakdown(key, by, looked.lens) if by else None
    kept = (("definition", key), ("by", by))
    return show(
        request,
        "counts",
        looked,
        answer=answer,
        kept_back=_kept_back(looked, answer),
        grouped=grouped,
        by=by,
        by_title=BY.get(by, ""),
        kinds=[(kind, BY[kind]) for kind in KINDS],
        definitions=queries.definitions(),
        published=_published_last(looked),
        csv=looked.link(reverse("counts_as_csv"), *kept),
    )


@page
def counts_as_csv(request: HttpRequest) -> HttpResponse:
    looked = looking(request)
    key, by = chosen(request), asked(request, "by")
    if not by:
        answer = queries.count(key, looked.lens)
        rows = [("", "", str(answer.low), str(answer.high), *as_of_cells(answer.definition, answer.as_of))]
        return as_csv(_HEAD, rows, f"count-{key}-{looked.lens.on}", again(request, looked), looked.beyond)
    grouped = queries.public_breakdown(key, by, looked.lens)
    return as_csv(_HEAD, _cells(grouped), f"count-{key}-{by}-{looked.lens.on}", again(request, looked), looked.beyond)


def _published_last(looked: Looking) -> list[Published]:
    """The last number of each body up to the day: a register counts those it was told of, and they are fewer."""
    told = queries.published_numbers(looked.lens)
    last = {one.counter: one for one in told if one.first <= looked.lens.on and not one.so_far}
    return sorted(last.values(), key=lambda one: one.first, reverse=True)


def _kept_back(looked: Looking, answer: CountAnswer) -> tuple[Band, Band] | None:
    """How many people more are withheld, and the number with them; of the latest day and the one definition alone."""
    if looked.kept or answer.definition.key != queries.definitions()[0].key:
        return None
    band = queries.people_kept_back(looked.lens)
    return (band, Band(answer.low + band.low, answer.high + band.high)) if band and band.low else None


def chosen(request: HttpRequest) -> str:
    """The definition that the address names, else the one that is used where nobody names another."""
    return asked(request, "definition") or queries.definitions()[0].key


def as_csv(
    head: tuple[str, ...], rows: Iterable[tuple[str, ...]], name: str, again: str, beyond: Iterable[str] | None = None
) -> HttpResponse:
    """`again` is the address that gives the same numbers again; it travels with each of them, and names no host: where
    the desk stands is nobody's business.

    So does, in tables that count by days, what has to be said of days that claims don't reach: `beyond`.
    """
    beside = {"again": again} | ({} if beyond is None else {"beyond": " ".join(beyond)})
    told = csv_of((*head, *beside), ((*row, *beside.values()) for row in rows))
    response = HttpResponse(told, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def again(request: HttpRequest, looked: Looking) -> str:
    """The address asked, with both clocks set to where they stand."""
    said = [(name, str(text)) for name, text in request.GET.items() if name not in ("on", "known") and text]
    return looked.pinned(request.path, *said)


def as_of_cells(definition: DefinitionShown, as_of: AsOf) -> tuple[str, ...]:
    """What stands beside every number, for a table that travels."""
    return definition.key, definition.version, as_of.on.isoformat(), as_of.known.isoformat(), as_of.version


def _cells(grouped: GroupedAnswer) -> Iterator[tuple[str, ...]]:
    beside = as_of_cells(grouped.total.definition, grouped.total.as_of)
    for one in grouped.groups:
        yield (one.key, one.title, str(one.low), str(one.high), *beside)
    if grouped.others:
        one = grouped.others
        yield ("together", one.title, str(one.low), str(one.high), *beside)
    yield ("total", "", str(grouped.total.low), str(grouped.total.high), *beside)
