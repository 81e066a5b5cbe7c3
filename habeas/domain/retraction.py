"""Which lines were taken back."""

from __future__ import annotations

from collections.abc import Iterable

from habeas.domain.judgements import Retracted
from habeas.domain.lines import Line


def retracted(lines: Iterable[Line], known: int | None = None) -> frozenset[int]:
    """Numbers of the lines taken back, by line `known` if given; a retraction itself taken back takes nothing."""
    gone: set[int] = set()
    # From the newest down: a retraction counts only if nothing after it took it back.
    for line in sorted(lines, key=lambda line: -line.number):
        early = known is None or line.number <= known
        if isinstance(line.claim, Retracted) and early and line.number not in gone:
            gone.add(line.claim.line)
    return frozenset(gone)
