"""A text cut into pieces at the edges of what is proposed from it, so that its words can be lit up without a script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

Lit = tuple[str, int, int, str]
"""A key, where its words begin and end, and its kind."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: the proposals whose words it belongs to, and those whose words begin with it."""

    text: str
    keys: tuple[str, ...]
    begins: tuple[str, ...]
    kinds: str


def pieces(text: str, lit: Sequence[Lit]) -> list[Piece]:
    edges = sorted({0, len(text), *(edge for _, start, end, _ in lit for edge in (start, end))})
    found = []
    for start, end in pairwise(edges):
        over = [one for one in lit if one[1] <= start and end <= one[2]]
        kinds = ", ".join(dict.fromkeys(kind for _, _, _, kind in over))
        keys = tuple(key for key, _, _, _ in over)
        begins = tuple(key for key, first, _, _ in over if first == start)
        found.append(Piece(text[start:end], keys, begins, kinds))
    return found
