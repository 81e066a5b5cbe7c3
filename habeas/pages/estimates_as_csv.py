"""The tables of the estimates as CSV: the curve, the lists' overlaps, the models, and windows around a day."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.http import Http404, HttpRequest, HttpResponse

from habeas.pages.counting import again, as_csv, when_cells
from habeas.pages.estimates import TABLES, Compared, Lasting, Missed, compared, lasting, missed
from habeas.pages.looking import Looking, looking
from habeas.pages.page import page
from habeas.problems import BadInput
from habeas.register.ask import around, durations, undercount

Row = tuple[str, ...]
Table = tuple[Row, Iterator[Row]]
_BESIDE = ("definition", "on", "known", "release", "version")


@page
def estimates_as_csv(request: HttpRequest, name: str) -> HttpResponse:
    looked = looking(request)
    if name not in _TABLES:
        raise Http404
    head, rows = _TABLES[name](request, looked)
    beside = (_DEFINITIONS[name], *when_cells(looked.as_of))
    told = [(*row, *beside) for row in rows]
    return as_csv((*head, *_BESIDE), told, f"{name}-{looked.lens.on}", again(request, looked))


def _durations(request: HttpRequest, looked: Looking) -> Table:
    found = lasting(looked)
    _refuse(found)
    return ("days", "what", "share", "low", "high", "watched"), _shares(found)


def _shares(found: Lasting) -> Iterator[Row]:
    for point, watched, ways in found.rows:
        for what, one in (("still held", point), *ways):
            yield f"{one.day:.0f}", what, f"{one.share:.4f}", f"{one.low:.4f}", f"{one.high:.4f}", watched


def _lists(request: HttpRequest, looked: Looking) -> Table:
    return ("on_just_these_lists", "people"), (
        (names or "others", str(number)) for names, number in missed(looked).table
    )


def _models(request: HttpRequest, looked: Looking) -> Table:
    found = missed(looked)
    _refuse(found)
    return ("depend", "people", "low", "high", "profile_low", "profile_high", "aic", "bic", "weight"), _fitted(found)


def _fitted(found: Missed) -> Iterator[Row]:
    for one in found.found.estimates if found.found else ():
        ends = (one.total, one.low, one.high, one.profile_low, one.profile_high, one.aic, one.bic)
        yield "; ".join(one.depends), *("" if end is None else f"{end:.0f}" for end in ends), f"{one.weight:.2f}"


def _around(request: HttpRequest, looked: Looking) -> Table:
    found = compared(request, looked)
    _refuse(found)
    head = ("day", "days", "what", "before", "after", "difference", "others_low", "others_high")
    rows = (
        (
            found.day,
            str(found.length),
            one.name,
            one.before,
            one.after,
            one.difference,
            *_ends(one.band_low, one.band_high),
        )
        for one in found.changes
    )
    return head, rows


def _ends(low: float, high: float) -> Row:
    return f"{low:.0f}", f"{high:.0f}"


def _refuse(found: Lasting | Missed | Compared) -> None:
    if found.refused:
        raise BadInput(found.refused)


_DEFINITIONS = {
    "durations": durations.DEFINITION,
    "lists": undercount.DEFINITION,
    "models": undercount.DEFINITION,
    "around": around.DEFINITION,
}
"""What the numbers are of; it travels with each."""

_TABLES: dict[str, Callable[[HttpRequest, Looking], Table]] = dict(
    zip(TABLES, (_durations, _lists, _models, _around), strict=True)
)
