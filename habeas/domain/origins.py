"""Which sources are one voice: ten rewrites of one wire count once, and speak on the day the first of them spoke."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from habeas.domain.claims import Captured, SameOrigin
from habeas.domain.joining import Joins
from habeas.domain.lines import Line, Origin


def origins(lines: Iterable[Line]) -> dict[str, Origin]:
    """Source id to its origin, from the live Captured and SameOrigin lines among `lines`."""
    joins = Joins()
    days: dict[str, list[tuple[date, date]]] = defaultdict(list)
    for line in lines:
        claim = line.claim
        if isinstance(claim, Captured):
            joins.add(line.subject)
            if claim.origin:
                joins.join(line.subject, _named(claim.origin))
            if claim.published:
                days[line.subject].append((claim.published.first, claim.published.last))
        elif isinstance(claim, SameOrigin):
            joins.join(line.subject, claim.other)
    return {source: origin for group in joins.groups() for source, origin in _of(group, days)}


def _named(group: str) -> str:
    """An origin's own name lives beside source ids without ever being taken for one."""
    return f"origin:{group}"


def _of(group: frozenset[str], days: dict[str, list[tuple[date, date]]]) -> Iterable[tuple[str, Origin]]:
    spoken = [span for source in group for span in days.get(source, ())]
    origin = Origin(
        group=min(group),
        first_spoken=min((first for first, _ in spoken), default=None),
        latest_spoken=min((last for _, last in spoken), default=None),
    )
    return ((source, origin) for source in group)
