"""Sources on which nothing rests that goes out stay inside: an empty one would say that what it tells is kept back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from habeas.domain.claims import Captured, SameOrigin
from habeas.domain.joining import Joins
from habeas.domain.judgements import Retracted
from habeas.domain.lines import Line
from habeas.publish.allowed import ALLOWED

if TYPE_CHECKING:
    from habeas.publish.clearing import Out


def without_idle_sources(out: Sequence[Out]) -> list[Out]:
    used = _used(one.line for one in out)
    kept: list[Out] = []
    dropped: set[int] = set()
    for one in out:
        line = one.line
        judged = line.claim.line if isinstance(line.claim, Retracted) else 0
        if judged in dropped or (line.claim.ABOUT == "source" and line.subject not in used):
            dropped.add(line.number)
        else:
            kept.append(one)
    return kept


def _used(lines: Iterable[Line]) -> frozenset[str]:
    """What lines rest on or name, and what is one voice with it: without one between, two would seem to agree."""
    told = list(lines)
    voices, named = Joins(), {name for line in told for name in _named(line)}
    for line in told:
        if isinstance(line.claim, SameOrigin):
            voices.join(line.subject, line.claim.other)
    linked = {one for group in voices.groups() for one in group}
    for line in told:
        if isinstance(line.claim, Captured) and line.claim.origin and line.subject in linked | named:
            voices.join(line.subject, f"origin:{line.claim.origin}")
    return frozenset(named.union(*(group for group in voices.groups() if group & named)))


def _named(line: Line) -> Iterator[str]:
    if line.evidence:
        yield line.evidence.source
    # Of one origin with another is said of two sources, and nothing rests on either by that.
    for name in ALLOWED[line.claim.KIND].keys if not isinstance(line.claim, SameOrigin) else ():
        value = getattr(line.claim, name)
        yield from value if isinstance(value, tuple) else (value,)
