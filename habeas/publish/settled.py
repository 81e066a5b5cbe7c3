"""Of which day a page is that tells of one person or source: of the data release since which nothing on it changed.

Were it of the latest day, each new day would make every page anew to say no more than that day. So it says its own,
and that nothing newer was published: asked on that day and as known then, the server answers the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.db import connection

from habeas.domain.claims import Claim
from habeas.domain.dates import PartialDate
from habeas.ledger.codec import decode
from habeas.register.releases import DataRelease

_YEAR = re.compile(rb"\d{4}")
_TURNING = {"register_spell": ("first", "ending"), "register_fact": ("possible", "first", "ending")}
"""Tables, and their columns with the first day on which something is otherwise."""


class Settled:
    """Of one copy."""

    def __init__(self, releases: Sequence[DataRelease]) -> None:
        self._days = sorted({one.day for one in releases})

    def day(self, told: Iterable[date], component: str = "") -> date:
        """`told` are the days on which what stands on the page came out; the component is whose days it hangs on."""
        since = max((*told, *self._turned.get(component, ())), default=self._days[0])
        return next(day for day in self._days if day >= since)

    @cached_property
    def _turned(self) -> dict[str, set[date]]:
        """Days from the second release on from which a page about somebody says something else without a new line."""
        found: dict[str, set[date]] = defaultdict(set)
        if len(self._days) > 1:
            for component, day in (*_in_tables(), *_ahead_of_their_lines()):
                if self._days[0] < day <= self._days[-1]:
                    found[component].add(day)
        return found


def _in_tables() -> Iterator[tuple[str, date]]:
    for table, columns in _TURNING.items():
        for component, *days in _ask(f"SELECT component, {', '.join(columns)} FROM {table}"):
            yield from ((component, date.fromordinal(day)) for day in days if day > 0)


def _ahead_of_their_lines() -> Iterator[tuple[str, date]]:
    """Days of claims that end after the claim came out: “in 2026”, said in March, is over with December."""
    for kind, version, payload, moment, component in _ask(_LINES):
        said = date.fromordinal(_EPOCH + moment // _OF_A_DAY)
        if any(int(year) >= said.year for year in _YEAR.findall(payload)):
            days = (day for when in _dates(decode(kind, version, bytes(payload))[0]) for day in (when.first, when.last))
            yield from ((component, day + step) for day in days if day >= said for step in _STEPS if day < date.max)


def _dates(claim: Claim) -> Iterator[PartialDate]:
    values = (getattr(claim, field.name) for field in fields(claim))  # type: ignore[arg-type]
    return (value for value in values if isinstance(value, PartialDate))


_EPOCH = date(1970, 1, 1).toordinal()
_OF_A_DAY = 86_400_000_000
_STEPS = (timedelta(0), timedelta(1))
"""On its last day a claim is heard of; on the day after something else may hold."""
_LINES = (
    "SELECT kind, version, payload, moment, component FROM ledger_line line"
    " JOIN ledger_sealed sealed ON sealed.number = line.number"
    " JOIN register_component ON register_component.subject = line.subject"
)


def _ask(sql: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows
