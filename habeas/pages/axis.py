"""Releases, announcements and legal acts on one axis of time: marks and bars, and hatching where we do not know."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from habeas.domain.agreement_words import Verb
from habeas.domain.words import Answer
from habeas.register.answers_agreements import InstrumentRow, ReleaseMark

TOP, ROW, BAR = 8, 36, 14
_THINNEST = 3.0
_SHORT, _SHORTEST = timedelta(days=730), timedelta(days=80)
_RESTRICTS = frozenset({Verb.LISTED, Verb.DEBT_RESTRICTED})


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a day or within some days, numbered as in the table beneath."""

    number: int
    label: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Segment:
    """Days as a piece of a bar: relief, restriction or unknown."""

    x: float
    width: float
    look: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A day, or some days of which one is meant."""

    x: float
    width: float
    number: int


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the drawing; its label stands above its bar."""

    label: str
    y: int
    segments: tuple[Segment, ...]
    marks: tuple[Mark, ...]
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """The first of a year, or of a month or a single day where the whole is short; `by` says which."""

    x: float
    day: date
    by: str
    labelled: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """The drawing in units of its own; `on` is where the chosen day stands."""

    width: int
    height: int
    foot: int
    lines: tuple[Line, ...]
    ticks: tuple[Tick, ...]
    on: float | None


def events(releases: Iterable[ReleaseMark]) -> tuple[Event, ...]:
    return tuple(Event(number, one.title, one.first, one.last) for number, one in enumerate(releases, 1))


def draw(
    rows: Sequence[InstrumentRow], marks: Sequence[tuple[str, bool, Sequence[Event]]], on: date, *, width: int
) -> Axis | None:
    """Rows of marks first, each with its label and whether its marks are hollow, then a bar for each instrument."""
    scale = _scale(rows, [event for _, _, found in marks for event in found], on, width)
    if scale is None:
        return None
    lines: list[Line] = []
    for label, hollow, found in marks:
        if found:
            lines.append(Line(label, _y(lines), (), tuple(scale.mark(event) for event in found), hollow))
    for row in rows:
        lines.append(Line(row.title, _y(lines), tuple(_segments(row, scale)), ()))
    foot = _y(lines)
    return Axis(width, foot + 30, foot, tuple(lines), _ticks(scale), scale.x(on))


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    last: date
    width: int

    def x(self, day: date) -> float:
        share = (min(max(day, self.first), self.last) - self.first) / max(self.last - self.first, timedelta(days=1))
        return round(6 + share * (self.width - 12), 1)

    def mark(self, event: Event) -> Mark:
        return Mark(self.x(event.first), round(self.x(event.last) - self.x(event.first), 1), event.number)


def _scale(rows: Sequence[InstrumentRow], found: Sequence[Event], on: date, width: int) -> _Scale | None:
    starts = [span[0] for row in rows for span in row.spans] + [event.first for event in found]
    if not starts:
        return None
    ends = [span[1] for row in rows for span in row.spans if span[1].year < 9999] + [event.last for event in found]
    first, last = min([*starts, on]), max([*starts, *ends, on])
    pad = max((last - first) / 20, timedelta(days=5))
    return _Scale(first - pad, last + pad, width)


def _segments(row: InstrumentRow, scale: _Scale) -> Iterable[Segment]:
    for first, end, answer in row.spans:
        x = scale.x(first)
        known = "held" if row.verb in _RESTRICTS else "free_abroad"
        yield Segment(x, round(max(scale.x(end) - x, _THINNEST), 1), known if answer is Answer.YES else "uncertain")


def _y(lines: Sequence[Line]) -> int:
    return TOP + len(lines) * ROW


def _ticks(scale: _Scale) -> tuple[Tick, ...]:
    span = scale.last - scale.first
    by = "day" if span < _SHORTEST else "month" if span < _SHORT else "year"
    days = (scale.first + timedelta(days=one) for one in range(1, span.days))
    inside = [day for day in days if by == "day" or (day.day == 1 and (by == "month" or day.month == 1))]
    room = {"year": 48, "month": 76, "day": 104}[by]
    every = next(step for step in (1, 2, 3, 5, 7, 10, 14, 20, 50, 100) if len(inside) / step * room <= scale.width)
    ticks = [(scale.x(day), day, place % every == 0) for place, day in enumerate(inside)]
    # Days between the labelled ones would be a fence.
    return tuple(
        Tick(x, day, by, whole and 34 < x < scale.width - 34) for x, day, whole in ticks if whole or by != "day"
    )
