"""A share over time as a drawing: a curve of steps with its band, on an axis of years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from habeas.statistics.durations import Point

_LEFT, _TOP, _HEIGHT, _FOOT = 44, 12, 170, 28
_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Mark:
    """A line of the grid with its word."""

    at: float
    word: str


@dataclass(frozen=True, slots=True)
class Curve:
    """Paths in the units of the drawing's own width and height; `years` and `shares` are the grid."""

    width: int
    height: int
    left: int
    top: int
    right: float
    bottom: int
    line: str
    band: str
    years: tuple[Mark, ...]
    shares: tuple[Mark, ...]


def draw_curve(points: Sequence[Point], *, width: int) -> Curve:
    """From the day of the arrest to the last point; before the first point the curve lies at the top."""
    last, bottom = points[-1].day, _TOP + _HEIGHT
    right = width - 10.0

    def x(day: float) -> float:
        return round(_LEFT + day / last * (right - _LEFT), 1)

    def y(share: float) -> float:
        return round(bottom - share * _HEIGHT, 1)

    high = _steps([(x(one.day), y(one.high)) for one in points], (x(0), y(1)))
    low = _steps([(x(one.day), y(one.low)) for one in points], (x(0), y(1)))
    every = next(step for step in (1, 2, 5, 10) if right / (last / _YEAR / step) > 40)
    years = tuple(Mark(x(year * _YEAR), str(year)) for year in range(0, int(last / _YEAR) + 1, every))
    return Curve(
        width=width,
        height=bottom + _FOOT,
        left=_LEFT,
        top=_TOP,
        right=right,
        bottom=bottom,
        line=_path(_steps([(x(one.day), y(one.share)) for one in points], (x(0), y(1)))),
        band=f"{_path(high)}{_path(low[::-1]).replace('M', 'L', 1)}Z",
        years=years,
        shares=tuple(Mark(y(share / 4), f"{share * 25} %") for share in range(5)),
    )


def _steps(places: Sequence[tuple[float, float]], start: tuple[float, float]) -> list[tuple[float, float]]:
    """Level until the next place, then straight to it: a share is not told between two days that were asked for."""
    made = [start]
    for x, y in places:
        made += [(x, made[-1][1]), (x, y)]
    return made


def _path(places: Sequence[tuple[float, float]]) -> str:
    first, *rest = places
    return f"M{first[0]} {first[1]}" + "".join(f"L{x} {y}" for x, y in rest)
