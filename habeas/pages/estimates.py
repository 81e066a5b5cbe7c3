"""Estimates: how long custody lasts, how many no list holds, and what came before and after a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from habeas.domain.suppress import FLOOR, Cell, shown
from habeas.domain.words import Act
from habeas.pages.around import balances
from habeas.pages.curve import Curve, draw_curve
from habeas.pages.looking import Looking, asked, looking
from habeas.pages.page import page, show
from habeas.problems import BadInput
from habeas.register import queries
from habeas.register.ask.around import NET, AroundAnswer
from habeas.register.ask.durations import DAYS, DurationsAnswer
from habeas.register.ask.undercount import OverlapAnswer
from habeas.statistics.around import Around, Change
from habeas.statistics.coarse import told_coarsely
from habeas.statistics.durations import Point
from habeas.statistics.undercount import Undercount, estimate

_WIDE, _NARROW = 760, 340
TABLES = ("durations", "lists", "models", "around")
_LENGTHS = (30, 60, 90, 180)
_USUAL = 90
_SERIES: dict[str, Promise] = {
    "freed": _("freed"),
    "detained": _("newly detained"),
    "recognised": _("newly recognised"),
    "net": _("freed less newly detained"),
}
_WAYS: dict[str, Promise | str] = {
    **{str(act): act.meaning for act in Act},
    "died": _("died in custody"),
    "untold": _("out, and claims don’t say by which act"),
}


@dataclass(frozen=True, slots=True)
class Lasting:
    """The curve and its table; where there is none, why."""

    answer: DurationsAnswer | None = None
    wide: Curve | None = None
    narrow: Curve | None = None
    ways: tuple[str, ...] = ()
    rows: tuple[tuple[Point, str, tuple[tuple[str, Point], ...]], ...] = ()
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Missed:
    """Lists laid over each other, and the models; where they can't tell, why."""

    overlap: OverlapAnswer | None = None
    found: Undercount | None = None
    refused: str = ""

    @property
    def table(self) -> tuple[tuple[str, int], ...]:
        """How many stand on just these lists; the small ones, and empty ones, put together with one that isn't."""
        if self.overlap is None:
            return ()
        told = shown([Cell(", ".join(one.lists), one.people, one.people) for one in self.overlap.overlaps])
        rows = tuple((cell.key, cell.low) for cell in told.cells)
        return (*rows, ("", told.others.low)) if told.others else rows


@dataclass(frozen=True, slots=True)
class Compared:
    """Windows around a day; where they can't be drawn, why."""

    day: str
    length: int
    answer: AroundAnswer | None = None
    changes: tuple[Row, ...] = ()
    undated: tuple[tuple[str, str], ...] = ()
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the windows' table; numbers of few people are told as such, and so is what would give them away."""

    name: str
    before: str
    after: str
    difference: str
    band_low: float
    band_high: float


@page
def estimates(request: HttpRequest) -> HttpResponse:
    looked = looking(request)
    windows = compared(request, looked)
    return show(
        request,
        "estimates",
        looked,
        lasting=(lasted := lasting(looked)),
        left_out=[
            told_or_few(number)
            for number in ((lasted.answer.unrecognised, lasted.answer.recognised_late) if lasted.answer else ())
        ],
        missed=missed(looked),
        compared=windows,
        csv={name: looked.link(reverse("estimates_as_csv", args=[name]), *_windows(request)) for name in TABLES},
        balances=balances(_day(windows.day), windows.length, looked) if windows.answer else (),
        lengths=_LENGTHS,
        releases=sorted(queries.batches(looked.lens), key=lambda row: row.when, reverse=True),
    )


def _windows(request: HttpRequest) -> tuple[tuple[str, str], ...]:
    return tuple((name, asked(request, name)) for name in ("around", "days"))


def lasting(looked: Looking) -> Lasting:
    try:
        answer = queries.how_long((), looked.lens)
    except BadInput as reason:
        return Lasting(refused=str(reason))
    ways = tuple(str(_WAYS[way]) for way, _points in answer.found.ways)
    by_way = [points for _way, points in answer.found.ways]
    reached = answer.found.reached
    told = [(at, answer.found.held[at]) for at in reached if answer.found.held[at].day in DAYS]
    rows = tuple(
        (point, told_or_few(answer.found.watched[at]), tuple(zip(ways, (one[at] for one in by_way), strict=True)))
        for at, point in told
    )
    held = tuple(answer.found.held[at] for at in reached)
    return Lasting(answer, draw_curve(held, width=_WIDE), draw_curve(held, width=_NARROW), ways, rows)


def missed(looked: Looking) -> Missed:
    try:
        overlap = queries.overlap((), looked.lens)
    except BadInput as reason:
        return Missed(refused=str(reason))
    try:
        return Missed(overlap, told_coarsely(estimate(overlap.seen)))
    except BadInput as reason:
        return Missed(overlap, refused=str(reason))


def compared(request: HttpRequest, looked: Looking) -> Compared:
    day, length = asked(request, "around"), asked(request, "days")
    told = int(length) if length.isascii() and length.isdecimal() and len(length) < 4 else _USUAL
    if not day:
        return Compared("", told)
    try:
        answer = queries.came_around(_day(day), told, (), looked.lens)
    except BadInput as reason:
        return Compared(day, told, refused=str(reason))
    undated = tuple((str(_SERIES[name]), told_or_few(number)) for name, number in answer.undated if number)
    return Compared(day, told, answer, tuple(_rows(answer.found)), undated)


def _rows(found: Around) -> Iterator[Row]:
    """Of the net line an end is told where both of its parts are."""
    few = {"before": False, "after": False}
    for name, one in found.series:
        ends = {"before": one.before, "after": one.after}
        if found.net and name in NET:
            few = {end: few[end] or is_few(number) for end, number in ends.items()}
        yield _row(name, one, before=is_few(one.before), after=is_few(one.after))
    if found.net:
        yield _row("net", found.net, before=few["before"], after=few["after"])


def _row(name: str, one: Change, *, before: bool, after: bool) -> Row:
    hidden = few_words()
    return Row(
        name=str(_SERIES[name]),
        before=hidden if before else str(one.before),
        after=hidden if after else str(one.after),
        difference="·" if before or after else f"{one.difference:+d}".replace("-", "−"),
        band_low=one.band_low,
        band_high=one.band_high,
    )


def is_few(number: int) -> bool:
    return 0 < number < FLOOR


def told_or_few(number: int) -> str:
    return few_words() if is_few(number) else str(number)


def few_words() -> str:
    return gettext("fewer than %(floor)d") % {"floor": FLOOR}


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput(f"“{text[:40]}” is no day. Write it as in 2025-12-13.") from None
