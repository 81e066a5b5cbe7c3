"""A table in plain text whose columns are set with blanks: each word stands under the head that it is nearest to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from habeas.intake.files.contents import Block, PrintedRow, Spot
from habeas.intake.files.heads import DEEPEST, has_name, meaning

_WORDS = re.compile(r"\S+(?: \S+)*")
_LEAST = 2
"""So many lines under the heads, with words in several columns, make a table."""

Placed = Sequence[tuple[int, str]]


def set_with_blanks(text: str) -> Block | None:
    """None without a line of heads that stand apart, since blanks alone part words of many other texts."""
    lines = [(at, _placed(line)) for at, line in enumerate(text.splitlines(), 1) if line.strip()]
    head = next((spot for spot, (_, words) in enumerate(lines[:DEEPEST]) if _is_heads(words)), None)
    if head is None or sum(len(words) > 1 for _, words in lines[head + 1 :]) < _LEAST:
        return None
    starts = [start for start, _ in lines[head][1]]
    return Block(True, tuple(PrintedRow(_cells(words, starts), Spot(line=at)) for at, words in lines))


def _placed(line: str) -> Placed:
    return [(found.start(), found.group()) for found in _WORDS.finditer(line.expandtabs())]


def _is_heads(words: Placed) -> bool:
    told = [meaning(word) for _, word in words]
    return len(told) > 2 and has_name(told) and sum(map(bool, told)) > 1


def _cells(words: Placed, starts: Sequence[int]) -> tuple[str, ...]:
    """A line of one word stands alone, as what heads the lines below it does."""
    cells = [""] * len(starts)
    for start, word in words:
        nearest = 0 if len(words) == 1 else min(range(len(starts)), key=lambda at: abs(starts[at] - start))
        cells[nearest] = f"{cells[nearest]} {word}".strip()
    return tuple(cells)
