"""Pictures of counts as drawings: places and shapes in the units of the drawing, ready for a template to write as SVG.

Doubt is hatched, what is certain is full; what is told apart is told apart by shape and place before any colour.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

LEFT, RIGHT, TOP = 46, 10, 14
_DAY = timedelta(days=1)
SHAPES = ("circle", "square", "triangle", "diamond", "cross", "ring")
"""In the order in which those who publish numbers come."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A line across at a number, or a first of January along the days."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A published number; `tail` is how far its doubt reaches, nought where it was given as it is."""

    x: float
    y: float
    shape: str
    title: str


@dataclass(frozen=True, slots=True)
class Sign:
    """Something that happened on a day, beneath the axis."""

    x: float
    row: int
    title: str


@dataclass(frozen=True, slots=True)
class Panel:
    """One scale of numbers over the days: a band between two lines, dots, or both."""

    top: float
    foot: float
    band: str
    low: str
    high: str
    dots: tuple[Dot, ...]
    numbers: tuple[Mark, ...]
    caption: str


@dataclass(frozen=True, slots=True)
class Picture:
    """All panels over one axis of days."""

    width: int
    height: int
    panels: tuple[Panel, ...]
    years: tuple[Mark, ...]
    signs: tuple[Sign, ...]
    foot: float


@dataclass(frozen=True, slots=True)
class Point:
    """A day with both ends of a count."""

    day: date
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Told:
    """A number that somebody published, with the shape that stands for them."""

    first: date
    last: date
    number: int
    shape: str
    title: str


@dataclass(frozen=True, slots=True)
class Event:
    """A release (row 0), a deal (row 1) or relief (row 2)."""

    first: date
    row: int
    title: str


class Days:
    """Where a day stands across."""

    def __init__(self, first: date, last: date, width: int) -> None:
        self.first, self.last, self.width = first, max(last, first + _DAY), width

    def x(self, day: date) -> float:
        share = (min(max(day, self.first), self.last) - self.first) / (self.last - self.first)
        return round(LEFT + share * (self.width - LEFT - RIGHT), 1)

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last

    def years(self) -> tuple[Mark, ...]:
        places = [(self.x(date(year, 1, 1)), year) for year in range(self.first.year + 1, self.last.year + 1)]
        every = next(step for step in (1, 2, 5, 10, 20, 50, 100) if len(places) / step * 40 <= self.width)
        # A year at the very edge would be cut off.
        return tuple(Mark(x, str(year) if year % every == 0 and x < self.width - 16 else "") for x, year in places)


class Scale:
    """Where a number stands upwards, from nought at the foot."""

    def __init__(self, most: int, top: float, foot: float) -> None:
        self.step = _step(most)
        self.most = max(self.step * -(-most // self.step), self.step)
        self.top, self.foot = top, foot

    def y(self, number: float) -> float:
        return round(self.foot - min(number, self.most) / self.most * (self.foot - self.top), 1)

    def marks(self) -> tuple[Mark, ...]:
        return tuple(Mark(self.y(number), f"{number:,}") for number in range(0, self.most + 1, self.step))


def over_time(
    ours: Sequence[Point], told: Sequence[Told], events: Iterable[Event], *, width: int, captions: tuple[str, str]
) -> Picture:
    """Our band and others' dots on one scale if they are of one size, else each on its own, above one another."""
    days = Days(ours[0].day, ours[-1].day, width)
    seen = [one for one in told if days.holds(one.last)]
    most, printed = max(point.high for point in ours), max((one.number for one in seen), default=0)
    together = not seen or printed <= 2.5 * max(most, 1)
    if together:
        panels = [_panel(days, ours, seen, (TOP, TOP + 210), " ".join(filter(None, captions)) if seen else captions[0])]
    else:
        panels = [
            _panel(days, (), seen, (TOP + 16, TOP + 150), captions[1]),
            _panel(days, ours, (), (TOP + 190, TOP + 330), captions[0]),
        ]
    foot = panels[-1].foot
    signs = tuple(Sign(days.x(one.first), one.row, one.title) for one in events if days.holds(one.first))
    return Picture(width, int(foot + 82), tuple(panels), days.years(), signs, foot)


def _panel(days: Days, ours: Sequence[Point], told: Sequence[Told], place: tuple[float, float], caption: str) -> Panel:
    top, foot = place
    most = max([*(point.high for point in ours), *(one.number for one in told), 1])
    scale = Scale(most, top, foot)
    low = [(days.x(point.day), scale.y(point.low)) for point in ours]
    high = [(days.x(point.day), scale.y(point.high)) for point in ours]
    dots = [Dot(days.x(_middle(one)), scale.y(one.number), one.shape, one.title) for one in told]
    return Panel(
        top, foot, _outline(low, high) if ours else "", _steps(low), _steps(high), tuple(dots), scale.marks(), caption
    )


def _middle(one: Told) -> date:
    return one.first + (one.last - one.first) / 2


def _steps(points: Sequence[tuple[float, float]]) -> str:
    """A count stays until it changes: across, then up or down."""
    if not points:
        return ""
    (x, y), *rest = points
    path, height = [f"M{x} {y}"], y
    for x, y in rest:
        if y != height:
            path.append(f"H{x}V{y}")
            height = y
    return "".join([*path, f"H{points[-1][0]}"])


def _outline(low: Sequence[tuple[float, float]], high: Sequence[tuple[float, float]]) -> str:
    corners = [*_corners(high), *reversed(_corners(low))]
    (x, y), *rest = corners
    path = [f"M{x} {y}"]
    for before, (x, y) in zip(corners, rest, strict=False):
        path.append(f"H{x}" if y == before[1] else f"V{y}" if x == before[0] else f"L{x} {y}")
    return "".join([*path, "Z"])


def _corners(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    found = [points[0]]
    for x, y in points[1:]:
        if y != found[-1][1]:
            found += [(x, found[-1][1]), (x, y)]
    return [*found, (points[-1][0], found[-1][1])]


@dataclass(frozen=True, slots=True)
class Column:
    """A month: how high those who came in stand above the line, and how deep those who left below it."""

    x: float
    width: float
    up: float
    up_height: float
    down: float
    down_height: float
    title: str


@dataclass(frozen=True, slots=True)
class Columns:
    """Into custody above, out of it below."""

    width: int
    height: int
    line: float
    columns: tuple[Column, ...]
    numbers: tuple[Mark, ...]
    years: tuple[Mark, ...]


def month_by_month(months: Sequence[tuple[date, int, int, str]], *, width: int) -> Columns:
    """Each month with its number in, its number out, and its words."""
    days = Days(months[0][0], months[-1][0] + timedelta(days=31), width)
    most_in, most_out = max([*(into for _, into, _, _ in months), 1]), max([*(out for _, _, out, _ in months), 1])
    step = _step(max(most_in, most_out))
    up, down = (-(-most // step) * step for most in (most_in, most_out))
    unit = 220 / (up + down)
    line = round(TOP + up * unit, 1)
    first, last = months[0][0], months[-1][0]
    spanned = (last.year - first.year) * 12 + last.month - first.month + 1
    wide = round(max((width - LEFT - RIGHT) / max(spanned, 12) - 1, 1.2), 1)
    columns = [
        Column(
            days.x(month), wide, round(line - into * unit, 1), round(into * unit, 1), line, round(out * unit, 1), words
        )
        for month, into, out, words in months
    ]
    numbers = [Mark(round(line - number * unit, 1), f"{abs(number):,}") for number in range(-down, up + 1, step)]
    return Columns(width, int(line + down * unit + 26), line, tuple(columns), tuple(numbers), days.years())


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a breakdown: what is certain full, what is possible hatched behind it."""

    y: float
    low: float
    high: float
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Bars:
    """One bar beneath the other, with its words above it, so that long names have room."""

    width: int
    height: int
    bars: tuple[Bar, ...]


def one_beneath_another(rows: Sequence[tuple[str, int, int]], *, width: int) -> Bars:
    most = max([*(high for _, _, high in rows), 1])
    room = width - 90
    bars = [
        Bar(
            20 + place * 40,
            round(low / most * room, 1),
            round(high / most * room, 1),
            title,
            f"{low:,}" if low == high else f"{low:,}–{high:,}",
        )
        for place, (title, low, high) in enumerate(rows)
    ]
    return Bars(width, 24 + 40 * len(rows), tuple(bars))


@dataclass(frozen=True, slots=True)
class Tile:
    """A region in the schematic map; the square within grows with the number. Hatched where it isn't shown."""

    x: float
    y: float
    size: float
    inner: float
    title: str
    text: str
    hidden: bool

    @property
    def inner_x(self) -> float:
        return round(self.x + (self.size - self.inner) / 2, 1)

    @property
    def inner_y(self) -> float:
        return round(self.y + self.size - 26 - self.inner, 1)

    @property
    def middle(self) -> float:
        return round(self.x + self.size / 2, 1)

    @property
    def foot(self) -> float:
        return round(self.y + self.size - 9, 1)


@dataclass(frozen=True, slots=True)
class Tiles:
    width: int
    height: int
    tiles: tuple[Tile, ...]


def side_by_side(places: Sequence[tuple[int, int, str, int | None, str]], *, width: int) -> Tiles:
    """Column, row, name, number (None where it isn't shown) and words of each region."""
    columns, rows = 1 + max(column for column, *_ in places), 1 + max(row for _, row, *_ in places)
    size = round((width - 4) / columns - 6, 1)
    most = max([*(number or 0 for _, _, _, number, _ in places), 1])
    tiles = [
        Tile(
            2 + column * (size + 6),
            2 + row * (size + 6),
            size,
            round((number or 0) ** 0.5 / most**0.5 * (size - 52), 1),
            title,
            words,
            number is None,
        )
        for column, row, title, number, words in places
    ]
    return Tiles(width, int(4 + rows * (size + 6)), tuple(tiles))


def _step(most: int) -> int:
    """A round number of which five at most reach so far."""
    step = 1
    for grow in (2, 2.5, 2) * 8:
        if most <= step * 5:
            break
        step = int(step * grow) if step * grow == int(step * grow) else int(step * 2)
    return step
