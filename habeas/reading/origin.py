"""Whether two texts are rewrites of one: the share of runs of words that the shorter has in common with the longer.

A wire is cut, its order changed, every seventh word exchanged; runs of three words survive that, and two reports of the
same day that were written apart share few of them. What they do share is left out: the words of a statement that both
quote, and lists of names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from zlib import crc32

from habeas.reading.words.phrases import fold

ONE_ORIGIN_FROM = 0.2
"""From this share on, two texts are proposed as one origin; an editor decides."""
_RUN = 3
_FEWEST = 12
_MOST_NAMES = 1
"""A run with more words in capitals is of a list of names."""
_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r"«[^«»]{20,}»|“[^“”]{20,}”|„[^„“”]{20,}[“”]|\"[^\"\n]{20,}\"")

Runs = frozenset[int]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Another text and the share of runs in common."""

    other: str
    share: float


def runs_of(text: str) -> Runs:
    """Every run of three words, as a number; the same for a text and its reprint whatever its marks and cases."""
    words = _WORD.findall(_QUOTED.sub(" ", text[:200_000]))
    runs = (words[at : at + _RUN] for at in range(len(words) - _RUN + 1))
    return frozenset(
        crc32(fold(" ".join(run)).encode()) for run in runs if sum(word[0].isupper() for word in run) <= _MOST_NAMES
    )


def shared(one: Runs, other: Runs) -> float:
    """The share of the shorter text's runs that stand in the other; 0 for texts too short to tell."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter >= _FEWEST else 0.0


def rewrites(text: Runs, others: Mapping[str, Runs]) -> list[Likeness]:
    """Those of the others that are of one origin with the text, the likest first."""
    found = [Likeness(key, round(shared(text, runs), 3)) for key, runs in others.items()]
    return sorted((one for one in found if one.share >= ONE_ORIGIN_FROM), key=lambda one: (-one.share, one.other))
