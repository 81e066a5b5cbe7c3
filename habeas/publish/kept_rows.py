"""The rows of the copy before that stand in this one as they are: a component is projected anew only where it changed.

What a component's rows follow from is its lines under their numbers, those about its sources, and the data releases up
to them. If a hash over these is as it was, its rows are taken over in SQL, under the generation of the new copy.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import orjson
from django.db import connection

from habeas.ledger.rows import put_rows
from habeas.publish.manifest import digest
from habeas.publish.program import program
from habeas.register.history import cited
from habeas.register.project import Table, Told


@dataclass
class KeptRows:
    """`copy` is what was published into the folder, `kept` what is remembered of it, inside."""

    copy: Path
    kept: Path
    keys: dict[str, str] = field(default_factory=dict)

    def standing(self) -> frozenset[str]:
        """The components whose rows stay as they are, once their keys are told."""
        before = self._before()
        return frozenset(one for one, key in self.keys.items() if before.get(one) == key)

    def keep(self, copy: str) -> None:
        """`copy` is the hash of the new copy."""
        self.kept.write_bytes(orjson.dumps({"copy": copy, "program": program(), "keys": self.keys}))

    def _before(self) -> dict[str, str]:
        try:
            known = orjson.loads(self.kept.read_bytes())
            same = (known["copy"], known["program"]) == (digest(self.copy), program())
        except OSError:
            return {}
        return dict(known["keys"]) if same else {}


def keys_of(
    told: Told, together: Mapping[str, Collection[str]], sealed: Mapping[int, bytes], moments: Sequence[int]
) -> dict[str, str]:
    """What each component's rows follow from, as a hash; `sealed` are the lines as they are written."""
    about: dict[str, tuple[int, str]] = {}

    def lines_of(subjects: Collection[str]) -> tuple[int, str]:
        lines = told.of(subjects).all
        said = hashlib.sha256()
        for line in lines:
            said.update(f"{line.number} {line.subject} {line.moment} ".encode() + sealed[line.number])
        return max((line.number for line in lines), default=0), said.hexdigest()

    def source_of(source: str) -> tuple[int, str]:
        if source not in about:
            about[source] = lines_of(sorted(told.voices.together(source)))
        return about[source]

    def key(subjects: Collection[str]) -> str:
        lines = told.of(subjects).all
        parts = [lines_of(subjects), *map(source_of, sorted(cited(lines)))]
        asked = moments[: bisect_left(moments, max(last for last, _ in parts)) + 1]
        return hashlib.sha256(repr((sorted(subjects), parts, asked)).encode()).hexdigest()

    return {component: key(subjects) for component, subjects in together.items()}


@contextmanager
def beside(copy: Path) -> Iterator[None]:
    """The copy before can be read within under the name `before`; a transaction may begin only then."""
    with connection.cursor() as cursor:
        cursor.execute("ATTACH DATABASE %s AS before", [f"{copy.absolute().as_uri()}?mode=ro&immutable=1"])
        try:
            yield
        finally:
            cursor.execute("DETACH DATABASE before")


def put_beside(standing: frozenset[str], generation: int, tables: Mapping[str, Table]) -> None:
    """Into the empty tables: the rows that stand, from the copy before, and the new ones, in one order."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE standing (component TEXT PRIMARY KEY)")
        put_rows("standing", ("component",), [(one,) for one in sorted(standing)])
        for table, (columns, rows) in tables.items():
            named, others = ", ".join(columns), ", ".join(columns[1:])
            cursor.execute(f"CREATE TEMP TABLE fresh AS SELECT {named} FROM main.{table} WHERE 0")
            put_rows("fresh", columns, rows)
            both = (
                f"SELECT {generation}, {others} FROM before.{table} WHERE component IN (SELECT component FROM standing)"
                f" UNION ALL SELECT {named} FROM fresh"
            )
            # To put in no row at all would leave a trace in SQLite's own table of ids, which a copy made afresh lacks.
            cursor.execute(f"SELECT EXISTS ({both})")
            if cursor.fetchone()[0]:
                order = ", ".join(map(str, range(1, len(columns) + 1)))
                cursor.execute(f"INSERT INTO main.{table} ({named}) SELECT * FROM ({both}) ORDER BY {order}")
            cursor.execute("DROP TABLE fresh")
        cursor.execute("DROP TABLE standing")
