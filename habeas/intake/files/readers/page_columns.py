"""Columns of a page that has no lines to show them: where, line after line, the same stretch stays empty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_WIDE = 1.0
"""Heights of a letter that a gap has at least, to part two columns in a line."""
_NARROW = 0.5
"""Heights of a letter under which a gap parts two words of one text."""
_LEAST_LINES = 3
_MOST_CROSSED = 0.3
"""Of the lines with a gap at some place, as many may run over it: titles, and what stands at the foot of the page."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a page and where it stands, in points."""

    text: str
    left: float
    right: float
    top: float
    height: float


Line = tuple[Word, ...]


def lines_of(words: Sequence[Word]) -> Iterator[Line]:
    """Words by their lines, from the top; in a line from left to right."""
    line: list[Word] = []
    for word in sorted(words, key=lambda one: (one.top, one.left)):
        if line and word.top - line[0].top > max(word.height, line[0].height) * _NARROW:
            yield tuple(sorted(line, key=lambda one: one.left))
            line = []
        line.append(word)
    if line:
        yield tuple(sorted(line, key=lambda one: one.left))


def gutters(lines: Sequence[Line]) -> list[float]:
    """The places between columns, from the left."""
    width = int(max((word.right for line in lines for word in line), default=0)) + 2
    gaps, crossed = [0] * width, [0] * width
    for line in lines:
        for before, after in pairwise(line):
            if after.left - before.right >= _WIDE * before.height:
                _count(gaps, before.right, after.left)
        for word in line:
            _count(crossed, word.left, word.right)
        for before, after in pairwise(line):
            if after.left - before.right < _NARROW * before.height:
                _count(crossed, before.right, after.left)
    return list(_middles(gaps, crossed))


def cells_of(line: Line, places: Sequence[float]) -> tuple[str, ...]:
    """The words of each column; a line that runs over a place between two of them stands in the first alone."""
    if any(_runs_over(line, place) for place in places):
        return (_text(line), *("",) * len(places))
    edges = [float("-inf"), *places, float("inf")]
    return tuple(
        _text([word for word in line if low <= (word.left + word.right) / 2 < high]) for low, high in pairwise(edges)
    )


def _middles(gaps: Sequence[int], crossed: Sequence[int]) -> Iterator[float]:
    """The emptiest stretch of each run of places that may part columns."""
    run: list[int] = []
    for at in range(len(gaps) + 1):
        if at < len(gaps) and gaps[at] >= _LEAST_LINES and crossed[at] <= _MOST_CROSSED * gaps[at]:
            run.append(at)
        elif run:
            emptiest = max(gaps[one] - crossed[one] for one in run)
            best = [one for one in run if gaps[one] - crossed[one] == emptiest]
            yield float(best[len(best) // 2])
            run = []


def _runs_over(line: Line, place: float) -> bool:
    if any(word.left < place - 1 and word.right > place + 1 for word in line):
        return True
    return any(
        before.right <= place <= after.left and after.left - before.right < _NARROW * before.height
        for before, after in pairwise(line)
    )


def _count(places: list[int], left: float, right: float) -> None:
    for at in range(max(0, int(left) + 1), min(len(places), int(right) + 1)):
        places[at] += 1


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)
