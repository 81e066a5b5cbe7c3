"""What a page is made from, as a hash: a page whose key is as before needn't be rendered again.

A key is made of the content of lines and never of their numbers, which shift when something before them is withdrawn.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache, cached_property
from typing import Any

from django.db import connection

from habeas.publish.settled import Settled
from habeas.register import lenses
from habeas.register.answers_people import Listed
from habeas.register.releases import data_releases


class Keys:
    """Of one copy. `common` is what every page depends on, and `today` the latest day beside it."""

    def __init__(self, common: str, today: str) -> None:
        self._common, self._today = common, today
        # Asked for in each language, and of a source for each of its pages; with the day of which the page is.
        self.person, self.source = cache(self._person), cache(self._source)
        self._row = cache(self._told_in_a_row)

    def _person(self, id: str) -> tuple[str, date]:
        component = self._component_of.get(id, id)
        others = sorted({*self._cited[component], *self._batches[component]})
        return self._settled_key([component, *map(self._whole, others)], component)

    def _source(self, id: str) -> tuple[str, date]:
        resting = sorted(self._resting[id])
        batches = sorted({batch for one in resting for batch in self._batches[one]})
        return self._settled_key([self._whole(id), *resting, *map(self._whole, batches)])

    def list_of_people(self, listed: Listed, first: int, size: int) -> str:
        """So many of them from the first on; a row tells what its component and the sources of that lead to."""
        shown = listed.people[first : first + size]
        adds = [listed.adds[one] for one in shown] if listed.adds else ()
        return self.of(len(listed.people), listed.narrowing, adds, *map(self._row, shown))

    def _told_in_a_row(self, id: str) -> str:
        component = self._component_of.get(id, id)
        sources = sorted(map(self._whole, self._cited[component]))
        return _hash([id, *(self._told.get(one, "") for one in (component, *sources))])

    def _settled_key(self, components: Sequence[str], whose: str = "") -> tuple[str, date]:
        day = self._settled.day((self._since[one] for one in components if one in self._since), whose)
        return _hash([self._common, day.isoformat(), *(self._told.get(one, "") for one in components)]), day

    def _whole(self, subject: str) -> str:
        return self._component_of.get(subject, subject)

    @cached_property
    def everything(self) -> str:
        return _hash([self._today, lenses.version(), *(f"{one} {told}" for one, told in sorted(self._told.items()))])

    def of(self, *parts: object, whenever: bool = False) -> str:
        """Of a page that is made of these; `whenever` it tells of no day."""
        return _hash([self._common if whenever else self._today, *map(repr, parts)])

    @cached_property
    def _component_of(self) -> dict[str, str]:
        return dict(_ask("SELECT subject, component FROM register_component"))

    @cached_property
    def _told(self) -> dict[str, str]:
        """Component to the hash of all that its lines say."""
        return {one: hashlib.sha256(b"".join(said)).hexdigest() for one, said in self._read[0].items()}

    @cached_property
    def _since(self) -> dict[str, date]:
        """Component to the day of the data release in which its latest line came out."""
        return self._read[1]

    @cached_property
    def _read(self) -> tuple[dict[str, list[bytes]], dict[str, date]]:
        releases = iter(data_releases())
        release = next(releases)
        told: dict[str, list[bytes]] = defaultdict(list)
        since: dict[str, date] = {}
        lines: dict[int, bytes] = {}
        for number, kind, version, subject, about, moment, payload in _ask(_LINES):
            while number > release.upto:
                release = next(releases)
            head = f"{kind}\0{version}\0{subject}\0{moment}\0{release.number}\0".encode()
            said = hashlib.sha256(head + (lines.get(about, b"") if about else payload)).digest()
            lines[number] = said
            component = self._whole(subject)
            told[component].append(said)
            since[component] = release.day
        return told, since

    @cached_property
    def _settled(self) -> Settled:
        return Settled(data_releases())

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


def _hash(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
