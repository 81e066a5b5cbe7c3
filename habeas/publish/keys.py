"""What a page is made from, as a hash: a page whose key is as before needn't be rendered again.

A key is made of the content of lines and never of their numbers, which shift when something before them is withdrawn.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django.db import connection

from habeas.register import lenses
from habeas.register.releases import DataRelease, data_releases


class Keys:
    """Of one copy. `common` is what every page depends on."""

    def __init__(self, common: str) -> None:
        self.common = common

    def person(self, id: str) -> str:
        component = self._component_of.get(id, id)
        sources = sorted(self._told.get(self._component_of.get(one, one), "") for one in self._cited[component])
        batches = sorted(self._told.get(self._component_of.get(one, one), "") for one in self._batches[component])
        return _hash([self.common, self._told.get(component, ""), *sources, "", *batches])

    def source(self, id: str) -> str:
        own = self._told.get(self._component_of.get(id, id), "")
        resting = sorted(self._told.get(one, "") for one in self._resting[id])
        return _hash([self.common, own, *resting])

    @cached_property
    def everything(self) -> str:
        return _hash([self.common, lenses.version(), *(f"{one} {told}" for one, told in sorted(self._told.items()))])

    def of(self, *parts: object) -> str:
        return _hash([self.common, *map(repr, parts)])

    @cached_property
    def _component_of(self) -> dict[str, str]:
        return dict(_ask("SELECT subject, component FROM register_component"))

    @cached_property
    def _told(self) -> dict[str, str]:
        """Component to the hash of all that its lines say."""
        releases = data_releases()
        told: dict[str, list[str]] = defaultdict(list)
        lines: dict[int, str] = {}
        for number, kind, version, subject, about, moment, payload in _ask(_LINES):
            said = lines.get(about, "") if about else bytes(payload).hex()
            lines[number] = _hash([kind, str(version), subject, str(moment), str(_release(number, releases)), said])
            told[self._component_of.get(subject, subject)].append(lines[number])
        return {component: _hash(said) for component, said in told.items()}

    @cached_property
    def _cited(self) -> dict[str, set[str]]:
        return _grouped("SELECT component, source FROM register_cited")

    @cached_property
    def _resting(self) -> dict[str, set[str]]:
        return _grouped("SELECT source, component FROM register_cited")

    @cached_property
    def _batches(self) -> dict[str, set[str]]:
        return _grouped("SELECT component, batch FROM register_in_batch")


_LINES = (
    "SELECT line.number, kind, version, subject, about, moment, payload FROM ledger_line line"
    " JOIN ledger_sealed sealed ON sealed.number = line.number ORDER BY line.number"
)


def _ask(sql: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def _grouped(sql: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in _ask(sql):
        found[str(one)].add(str(other))
    return found


def _release(number: int, releases: Iterable[DataRelease]) -> int:
    return next(one.number for one in releases if number <= one.upto)


def _hash(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
