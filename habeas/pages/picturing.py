"""Pictures of the population: over time, by month, by region, by sentence and by time held; each with its table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from habeas.domain.agreement_words import Verb
from habeas.domain.dates import PartialDate
from habeas.domain.suppress import FLOOR, few_together
from habeas.pages import charting
from habeas.pages.charting import SHAPES, Event, Point, Told
from habeas.pages.counting import AS_OF_HEAD, again, as_csv, as_of_cells, chosen, when_cells
from habeas.pages.looking import Looking, asked, looking
from habeas.pages.page import page, show
from habeas.problems import BadInput
from habeas.register import queries
from habeas.register.counted import DayCounted, FlowsAnswer, GroupedAnswer, Published, SeriesAnswer
from habeas.register.series import FLOWS_DEFINITION
from habeas.register.tongue import spoken
from habeas.vocabulary.load import load
from habeas.vocabulary.values import country_of

WIDE, NARROW = 720, 340
_POINTS = 170
_USUAL_YEARS = 6
_EASES = frozenset({Verb.LICENSED, Verb.SUSPENDED, Verb.WAIVED, Verb.DELISTED})
NAMES = ("population", "flows", "where", "sentences", "length", "published")
_BESIDE = ("definition", "on", "known", "release", "version")


@dataclass(frozen=True, slots=True)
class Both:
    """A picture for a wide page and one for a phone."""

    wide: object
    narrow: object


@page
def pictures(request: HttpRequest) -> HttpResponse:
    looked = looking(request)
    key = chosen(request)
    first, last = period(request, looked)
    series = queries.series(key, _days(first, last), looked.lens)
    flows = queries.flows(looked.lens, first.replace(day=1), last)
    published = _published(looked, first, last)
    events = _events(looked, first, last)
    where, sentences, lengths = queries.public_breakdowns(key, ("region", "sentence", "length"), looked.lens)
    return show(
        request,
        "pictures",
        looked,
        definitions=[one for one in queries.definitions() if one.unit.value != "prosecutions"],
        definition=series.definition,
        first=first,
        last=last,
        series=_month_ends(series),
        population=_population(series, published, events),
        published=published,
        shapes=list(_shapes(published).items()),
        events=events,
        flows=[(one.month, _few(one.into), _few(one.out)) for one in flows.months][::-1],
        undated=[(entry, _few(number)) for entry, number in _undated(flows)],
        columns=_columns(flows),
        where=where,
        tiles=_tiles(where),
        sentences=sentences,
        sentence_bars=_bars(sentences),
        lengths=lengths,
        length_bars=_bars(lengths),
        csv={name: looked.link(reverse("picture_as_csv", args=[name]), *_kept(key, first, last)) for name in NAMES},
    )


@page
def picture_as_csv(request: HttpRequest, name: str) -> HttpResponse:
    looked = looking(request)
    key = chosen(request)
    first, last = period(request, looked)
    if name not in NAMES:
        raise Http404
    head, rows = _TABLES[name](key, first, last, looked)
    return as_csv(head, rows, f"{name}-{key}-{looked.lens.on}", again(request, looked), looked.beyond)


def period(request: HttpRequest, looked: Looking) -> tuple[date, date]:
    """From and to of the address; else the last years up to the day that one looks at."""
    last = _day(asked(request, "to")) or looked.lens.on
    told = looked.first_day or last
    first = _day(asked(request, "from")) or max(told, last - timedelta(days=365 * _USUAL_YEARS))
    return (first, last) if first < last else (last - timedelta(days=30), last)


def _day(text: str) -> date | None:
    if not text:
        return None
    read = PartialDate.parse(text)
    if not read.is_day:
        raise BadInput(f"“{text[:40]}” is several days. Write one, as in 2025-12-14.")
    return read.first


def _kept(key: str, first: date, last: date) -> tuple[tuple[str, str], ...]:
    return ("definition", key), ("from", first.isoformat()), ("to", last.isoformat())


def _days(first: date, last: date) -> list[date]:
    """As many as a picture can show, the last one among them."""
    step = max(1, -(-(last - first).days // _POINTS))
    days = [first + timedelta(days=past) for past in range(0, (last - first).days, step)]
    return [*days, last]


def _month_ends(series: SeriesAnswer) -> list[DayCounted]:
    """For the table: the last of the picture's days in each month."""
    found = {(one.day.year, one.day.month): one for one in series.days}
    return list(found.values())[::-1]


def _published(looked: Looking, first: date, last: date) -> list[Published]:
    told = queries.published_numbers(looked.lens)
    return [one for one in told if first <= one.last and one.first <= last and not one.so_far]


def _shapes(published: Sequence[Published]) -> dict[str, str]:
    counters = dict.fromkeys(one.counter for one in published)
    return {counter: SHAPES[place % len(SHAPES)] for place, counter in enumerate(counters)}


def _population(series: SeriesAnswer, published: Sequence[Published], events: Sequence[Event]) -> Both:
    shapes = _shapes(published)
    ours = [Point(one.day, one.low, one.high) for one in series.days]
    told = [
        Told(one.first, one.last, one.number, shapes[one.counter], f"{one.counter}, {one.when}: {one.number:,}")
        for one in published
    ]
    captions = (_("this register"), _("published by others"))
    return Both(*(charting.over_time(ours, told, events, width=width, captions=captions) for width in (WIDE, NARROW)))


def _events(looked: Looking, first: date, last: date) -> list[Event]:
    """Releases, deals and relief of the period, by their first possible day."""
    told = [(0, one.when, one.title) for one in queries.batches(looked.lens)]
    told += [(1, one.when, one.title) for one in queries.agreements(looked.lens)]
    told += [(2, one.begins, one.title) for one in queries.instruments(looked.lens) if one.verb in _EASES]
    events = [Event(PartialDate.parse(when).first, row, title) for row, when, title in told if when]
    return sorted(
        (one for one in events if first <= one.first <= last), key=lambda one: (one.first, one.row, one.title)
    )


def _few(number: int) -> str:
    """Of few people no public table tells how many."""
    return str(number) if number == 0 or number >= FLOOR else f"1–{FLOOR - 1}"


def _drawn(number: int) -> int:
    return number if number == 0 or number >= FLOOR else FLOOR - 1


def _undated(flows: FlowsAnswer) -> list[tuple[bool, int]]:
    """How many times in, and out, claims leave to several months; without those of which there are none."""
    told = ((entry, sum(number for into, _, number in flows.undated if into is entry)) for entry in (True, False))
    return [one for one in told if one[1]]


def _columns(flows: FlowsAnswer) -> Both | None:
    if not flows.months:
        return None
    months = [
        (one.month, _drawn(one.into), _drawn(one.out), f"{one.month:%Y-%m}: {_few(one.into)} / {_few(one.out)}")
        for one in flows.months
    ]
    return Both(*(charting.month_by_month(months, width=width) for width in (WIDE, NARROW)))


def _bars(grouped: GroupedAnswer) -> Both | None:
    rows = [(one.title, one.low, one.high) for one in grouped.groups]
    if grouped.others:
        rows.append((_("put together: %s") % grouped.others.title, grouped.others.low, grouped.others.high))
    if not rows:
        return None
    return Both(*(charting.one_beneath_another(rows, width=width) for width in (WIDE, NARROW)))


def _tiles(grouped: GroupedAnswer) -> Both | None:
    """Every region that the vocabulary places in the country in which most are held.

    One of which nothing may be told is drawn as well; other countries, and those without a scheme, have the table.
    """
    shown = {one.key: one for one in grouped.groups}
    held: Counter[str] = Counter()
    for one in grouped.groups:
        held[country_of(one.key)] += one.high if one.key else 0
    drawn = {country for country, number in held.most_common(1) if number}
    places = [
        (
            *one.tile,
            one.name(spoken()),
            shown[key].high if key in shown else None,
            _bounds(shown[key].low, shown[key].high) if key in shown else "·",
        )
        for key, one in sorted(load().places.items())
        if one.tile is not None and country_of(key) in drawn
    ]
    if not places:
        return None
    return Both(*(charting.side_by_side(places, width=width) for width in (480, NARROW)))


def _bounds(low: int, high: int) -> str:
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


Table = tuple[tuple[str, ...], list[tuple[str, ...]]]


def _population_table(key: str, first: date, last: date, looked: Looking) -> Table:
    series = queries.series(key, _days(first, last), looked.lens)
    beside = as_of_cells(series.definition, series.as_of)
    return ("day", "low", "high", *AS_OF_HEAD), [
        (one.day.isoformat(), str(one.low), str(one.high), *beside) for one in series.days
    ]


def _flows_table(key: str, first: date, last: date, looked: Looking) -> Table:
    flows = queries.flows(looked.lens, first.replace(day=1), last)
    beside = (FLOWS_DEFINITION, *when_cells(flows.as_of))
    months = [*((f"{one.month:%Y-%m}", one.turns) for one in flows.months), ("", flows.undated)]
    rows: list[tuple[str, ...]] = [
        (month, "in" if entry else "out", kind, number, *beside)
        for month, turns in months
        for entry in (True, False)
        for kind, number in _by_kind([(kind, number) for into, kind, number in turns if into is entry])
    ]
    return ("month", "direction", "kind", "number", *_BESIDE), rows


def _by_kind(turns: Sequence[tuple[str, int]]) -> list[tuple[str, str]]:
    """Kinds by themselves where there are enough of each; the others together, without a kind."""
    hidden = few_together([number for _, number in turns])
    alone = [(kind, str(number)) for place, (kind, number) in enumerate(turns) if place not in hidden]
    rest = sum(turns[place][1] for place in hidden)
    return [*alone, *([("", _few(rest))] if rest else [])]


def _breakdown_table(by: str, key: str, looked: Looking) -> Table:
    grouped = queries.public_breakdown(key, by, looked.lens)
    beside = as_of_cells(grouped.total.definition, grouped.total.as_of)
    rows = [(one.key, one.title, str(one.low), str(one.high), *beside) for one in grouped.groups]
    if grouped.others:
        one = grouped.others
        rows.append(("together", one.title, str(one.low), str(one.high), *beside))
    rows.append(("total", "", str(grouped.total.low), str(grouped.total.high), *beside))
    return ("key", "title", "low", "high", *AS_OF_HEAD), rows


def _published_table(key: str, first: date, last: date, looked: Looking) -> Table:
    """Each counts by a definition of its publisher's own, in the publisher's words."""
    beside = when_cells(looked.as_of)
    rows: list[tuple[str, ...]] = [
        (
            *(one.when, one.counter, str(one.bound), str(one.number)),
            *(one.source.address if one.source else "", one.what or "as its publisher counts", *beside),
        )
        for one in _published(looked, first, last)
    ]
    return ("when", "counter", "given_as", "number", "source", *_BESIDE), rows


_TABLES = {
    "population": _population_table,
    "flows": _flows_table,
    "where": lambda key, first, last, looked: _breakdown_table("region", key, looked),
    "sentences": lambda key, first, last, looked: _breakdown_table("sentence", key, looked),
    "length": lambda key, first, last, looked: _breakdown_table("length", key, looked),
    "published": _published_table,
}
