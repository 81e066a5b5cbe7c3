"""A text cut into pieces at the edges of what is proposed from it, so that its words can be lit up without a script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

Lit = tuple[str, int, int, str]
"""A key, where its words begin and end, and its kind."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: the proposals whose words it belongs to, and those whose words begin with it, by number."""

    text: str
    keys: tuple[str, ...]
    begins: tuple[tuple[int, str], ...]
    kinds: str


def pieces(text: str, lit: Sequence[Lit]) -> list[Piece]:
    """The whole text in order; what is proposed is numbered from 1 as it is given."""
    numbers = {one: number for number, one in enumerate(lit, start=1)}
    edges = sorted({0, len(text), *(edge for _, start, end, _ in lit for edge in (start, end))})
    found = []
    for start, end in pairwise(edges):
        over = [one for one in lit if one[1] <= start and end <= one[2]]
        kinds = ", ".join(dict.fromkeys(kind for _, _, _, kind in over))
        keys = tuple(key for key, _, _, _ in over)
        begins = tuple((numbers[one], one[0]) for one in over if one[1] == start)
        found.append(Piece(text[start:end], keys, begins, kinds))
    return found
