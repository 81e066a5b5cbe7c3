"""How fast the register is made, kept up and asked, beside the bare database fed with the same rows in the same run.

    python benchmarks/register.py [--people 20000] [--claims 100000] [--database postgresql://user:password@host/name]

Without --database it runs on SQLite in a temporary folder. The bare tables have the columns and indexes of the
register's own; what they are fed with is ready made, so the ratio says what the folding costs.
"""

from __future__ import annotations

import random
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from ground import candidates, database, options, slowest_and_middle, timed, vendor

ASKED = 30
"""How often each question is put, about other people, days and moments each time."""
MOST = {"rebuild": 20.0, "one more claim": 0.020, "one more accepted": 0.020, "a person": 0.050, "a count": 0.100}
"""Seconds at most that SQLite may take; of questions the slowest of 30 but one."""


@dataclass(frozen=True, slots=True)
class Measured:
    what: str
    seconds: float
    middle: float | None = None
    bare: float | None = None

    def __str__(self) -> str:
        row = f"{self.what:<26}{self.seconds * 1000:>12,.1f} ms"
        row += f"{self.middle * 1000:>12,.1f} ms" if self.middle is not None else " " * 15
        return row + (f"{self.bare * 1000:>12,.1f} ms{self.bare / self.seconds:>9.2f}" if self.bare is not None else "")


def main() -> None:
    asked = options(__doc__).parse_args()
    with tempfile.TemporaryDirectory() as folder, database(asked.database, Path(folder)):
        from django.core.management import call_command

        call_command("migrate", verbosity=0, interactive=False)
        print(f"{asked.claims:,} claims on {asked.people:,} people, {vendor()}, one process")
        print(f"{'':<26}{'slowest':>15}{'middle':>15}{'bare':>15}{'ratio':>9}")
        for measured in _measure(asked.people, asked.claims, Path(folder)):
            print(measured, flush=True)
            most = MOST.get(measured.what)
            if most is not None and measured.seconds > most and vendor() == "sqlite":
                print(f"  too slow: at most {most * 1000:,.0f} ms are asked")


def _measure(people: int, claims: int, folder: Path) -> Iterator[Measured]:
    from habeas.domain.judgements import Accepted
    from habeas.domain.lines import Candidate
    from habeas.ledger.append import Kind, append, begin
    from habeas.ledger.read import last_moment
    from habeas.register import project, queries
    from habeas.register.answers_people import Filters, PersonAnswer

    begin(Kind.LIVE)
    made = candidates(people, claims)
    append(made)
    luck = random.Random(20_260_319)
    yield Measured("rebuild", timed(lambda: project.rebuild()), bare=_bare(folder))
    append([Candidate(one.subject, Accepted(number), None, "second") for number, one in enumerate(made, 2)])
    yield Measured("rebuild, all accepted", timed(lambda: project.rebuild()), bare=_bare(folder))

    def one_more() -> Callable[[], object]:
        append([luck.choice(made)])
        return project.catch_up

    def accepted() -> Callable[[], object]:
        one = luck.choice(made)
        (number,) = append([one])
        project.catch_up()
        append([Candidate(one.subject, Accepted(number), None, "second")])
        return project.catch_up

    def a_lens() -> Any:
        day = date(2020, 1, 1) + timedelta(days=luck.randrange(1500))
        known = last_moment() if luck.random() < 0.5 else last_moment() - timedelta(milliseconds=luck.randrange(200))
        return queries.lens(day.isoformat(), known.isoformat())

    def a_person() -> Callable[[], object]:
        one, lens = luck.choice(made).subject, queries.lens(None, None)

        def ask() -> None:
            assert isinstance(queries.person(one, lens), PersonAnswer), "everybody made has a page"

        return ask

    def a_count() -> Callable[[], object]:
        lens, key = a_lens(), luck.choice(queries.definitions()).key
        return lambda: queries.count(key, lens)

    def a_list() -> Callable[[], object]:
        lens = a_lens()
        return lambda: queries.people(Filters(status="held"), 1, lens)

    yield _asked("one more claim", one_more)
    yield _asked("one more accepted", accepted)
    yield _asked("what waits", lambda: queries.waiting)
    yield _asked("a person", a_person)
    yield _asked("a count", a_count)
    yield _asked("a page of the list", a_list)


def _asked(what: str, ready: Callable[[], Callable[[], object]]) -> Measured:
    return Measured(what, *slowest_and_middle(ASKED, ready))


def _bare(folder: Path) -> float:
    """Seconds in which executemany puts the register's rows into tables like its own."""
    from habeas.register.project import ALL_TABLES

    tables = {table: rows for table in ALL_TABLES if (rows := _rows(table))}
    put = _bare_sqlite if vendor() == "sqlite" else _bare_postgresql
    return put(tables, folder)


def _rows(table: str) -> list[tuple[Any, ...]]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table}")
        return list(cursor.fetchall())


def _bare_sqlite(tables: dict[str, list[tuple[Any, ...]]], folder: Path) -> float:
    (folder / "bare.db").unlink(missing_ok=True)
    bare = sqlite3.connect(folder / "bare.db", isolation_level=None)
    for statement in ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", *_made_by(tables)):
        bare.execute(statement)

    def insert() -> None:
        bare.execute("BEGIN IMMEDIATE")
        for table, rows in tables.items():
            bare.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
        bare.execute("COMMIT")

    seconds = timed(insert)
    bare.close()
    return seconds


def _made_by(tables: dict[str, list[tuple[Any, ...]]]) -> list[str]:
    from django.db import connection

    with connection.cursor() as cursor:
        names = ", ".join(["%s"] * len(tables))
        cursor.execute(
            f"SELECT sql FROM sqlite_master WHERE tbl_name IN ({names}) AND sql IS NOT NULL ORDER BY type DESC",
            list(tables),
        )
        return [sql for (sql,) in cursor.fetchall()]


def _bare_postgresql(tables: dict[str, list[tuple[Any, ...]]], folder: Path) -> float:
    from django.db import connection, transaction

    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"CREATE TABLE bare_{table} (LIKE {table} INCLUDING ALL)")

        def insert() -> None:
            with transaction.atomic():
                for table, rows in tables.items():
                    places = ", ".join(["%s"] * len(rows[0]))
                    cursor.executemany(f"INSERT INTO bare_{table} VALUES ({places})", rows)

        return timed(insert)


if __name__ == "__main__":
    main()
