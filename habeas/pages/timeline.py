"""A person's spells as a drawing: bars on an axis of years, numbered as the rows of the table beneath."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from habeas.domain.words import Status
from habeas.register.answers_people import SpellShown

TOP, HEIGHT, TIER = 46, 30, 15
_LETTER = 6.4
_THINNEST = 3.0
_NARROWEST_NUMBER = 15.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A spell as drawn. `label` is empty where the word doesn't fit; `number_x` and `number_y` place its number."""

    number: int
    x: float
    width: float
    status: Status
    label: str
    number_x: float
    number_y: float
    open: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A first of January on the axis."""

    x: float
    year: int
    labelled: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """All places in the units of the drawing's own width and height; `on` is where the chosen day stands."""

    width: int
    height: int
    top: int
    bar: int
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    on: float | None

    @property
    def foot(self) -> int:
        return self.top + self.bar


def draw(
    spells: Sequence[SpellShown], on: date, *, until: date, width: int, words: Mapping[Status, str]
) -> Drawing | None:
    """Nothing where there is no spell. An open spell is drawn to the later of the two days that one looks at."""
    if not spells:
        return None
    scale = _Scale(spells[0].first, _last_day(spells, on, until), width)
    bars = _bars(spells, scale, words)
    day = scale.x(on) if scale.first <= on <= scale.last else None
    return Drawing(width, TOP + HEIGHT + 36, TOP, HEIGHT, bars, _ticks(scale), day)


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    last: date
    width: int

    def x(self, day: date) -> float:
        share = (min(max(day, self.first), self.last) - self.first) / max(self.last - self.first, timedelta(days=1))
        return round(4 + share * (self.width - 8), 1)


def _last_day(spells: Sequence[SpellShown], on: date, until: date) -> date:
    ends = [spell.end for spell in spells if spell.end <= until]
    last = max(on, until, *ends, *(spell.first for spell in spells))
    return last + max((last - spells[0].first) / 24, timedelta(days=20))


def _bars(spells: Sequence[SpellShown], scale: _Scale, words: Mapping[Status, str]) -> tuple[Bar, ...]:
    bars: list[Bar] = []
    reached = [0.0, 0.0, 0.0]
    for number, spell in enumerate(spells, 1):
        x, end = scale.x(spell.first), scale.x(spell.end)
        width = max(end - x, _THINNEST)
        label = words[spell.status] if len(words[spell.status]) * _LETTER + 14 < width else ""
        middle = min(max(x + width / 2, 8), scale.width - 8)
        tier = next((row for row, right in enumerate(reached) if right <= middle - _NARROWEST_NUMBER / 2), 0)
        reached[tier] = middle + _NARROWEST_NUMBER / 2
        y = TOP - 7 - tier * TIER
        bars.append(Bar(number, x, round(width, 1), spell.status, label, round(middle, 1), y, spell.end > scale.last))
    return tuple(bars)


def _ticks(scale: _Scale) -> tuple[Tick, ...]:
    years = range(scale.first.year + 1, scale.last.year + 1)
    places = [(scale.x(date(year, 1, 1)), year) for year in years]
    every = next(step for step in (1, 2, 5, 10, 20, 50, 100) if len(places) / step * 44 <= scale.width)
    return tuple(Tick(x, year, year % every == 0 and 16 < x < scale.width - 16) for x, year in places)
