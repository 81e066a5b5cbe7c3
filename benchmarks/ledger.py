"""How fast the ledger takes, gives and verifies lines, beside the bare database fed with the same rows in the same run.

    python benchmarks/ledger.py [--people 20000] [--claims 100000] [--database postgresql://user:password@host/name]

Without --database it runs on SQLite in a temporary folder. On PostgreSQL it makes a database of its own beside the
named one and drops it afterwards. The bare tables have the same columns and indexes and no triggers, hashes or checks.
"""

from __future__ import annotations

import secrets
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ground import candidates, database, options, timed, vendor

BEST_OF = 3
LEAST = {"bulk append": 15_000, "verify": 80_000}
"""What SQLite has to reach, in lines a second."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One row of the table; `bare` is what the same work took without a ledger, if there is such a thing."""

    what: str
    lines: int
    seconds: float
    bare: float | None = None

    def __str__(self) -> str:
        rate = self.lines / self.seconds
        row = f"{self.what:<22}{self.lines:>10,}{self.seconds:>10.3f} s{rate:>14,.0f} /s"
        if self.bare is not None:
            row += f"{self.lines / self.bare:>14,.0f} /s{self.bare / self.seconds:>9.2f}"
        return row


def main() -> None:
    asked = options(__doc__).parse_args()
    with tempfile.TemporaryDirectory() as folder, database(asked.database, Path(folder)):
        from django.core.management import call_command

        call_command("migrate", verbosity=0, interactive=False)
        print(f"{asked.claims:,} claims on {asked.people:,} people, {vendor()}, one process")
        print(f"{'':<22}{'lines':>10}{'time':>12}{'ledger':>17}{'bare':>17}{'ratio':>9}")
        for measured in _measure(asked.people, asked.claims, Path(folder)):
            print(measured)
            if vendor() == "sqlite" and measured.lines / measured.seconds < LEAST.get(measured.what, 0):
                print(f"  too slow: at least {LEAST[measured.what]:,} a second are asked")
            if measured.bare is not None and measured.what == "bulk append" and measured.bare / measured.seconds < 0.1:
                print("  too slow: at least a tenth of the bare database is asked")


def _measure(people: int, claims: int, folder: Path) -> Iterator[Measured]:
    from habeas.ledger.append import Kind, append, begin
    from habeas.ledger.read import lines
    from habeas.ledger.verify import verify

    begin(Kind.LIVE)
    made = candidates(people, claims)
    seconds = timed(lambda: append(made))
    yield Measured("bulk append", claims, seconds, min(_bare_insert(folder) for _ in range(BEST_OF)))
    seconds = min(timed(_verified(verify)) for _ in range(BEST_OF))
    yield Measured("verify", claims + 1, seconds)
    seconds = min(timed(lambda: sum(1 for _ in lines())) for _ in range(BEST_OF))
    yield Measured("read", claims + 1, seconds, min(timed(_bare_read) for _ in range(BEST_OF)))
    singles = made[:200]
    yield Measured("append, one by one", len(singles), timed(lambda: [append([single]) for single in singles]))


def _verified(verify: Callable[[], Any]) -> Callable[[], None]:
    def run() -> None:
        assert verify().sound, "a benchmark of a broken ledger means nothing"

    return run


def _rows() -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM ledger_line ORDER BY number")
        lines = cursor.fetchall()
        cursor.execute("SELECT * FROM ledger_sealed ORDER BY number")
        return lines, cursor.fetchall()


def _bare_read() -> None:
    _rows()


def _bare_insert(folder: Path) -> float:
    """Seconds that executemany takes for the same rows in one transaction."""
    lines, sealed = _rows()
    if vendor() == "sqlite":
        return _bare_sqlite(folder / f"bare-{secrets.token_hex(4)}.db", lines, sealed)
    return _bare_postgresql(lines, sealed)


def _bare_sqlite(file: Path, lines: list[tuple[Any, ...]], sealed: list[tuple[Any, ...]]) -> float:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sql FROM sqlite_master WHERE tbl_name IN ('ledger_line', 'ledger_sealed')"
            " AND type IN ('table', 'index') AND sql IS NOT NULL ORDER BY type DESC"
        )
        tables = [sql for (sql,) in cursor.fetchall()]
    bare = sqlite3.connect(file, isolation_level=None)
    for statement in ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", *tables):
        bare.execute(statement)

    def insert() -> None:
        bare.execute("BEGIN IMMEDIATE")
        bare.executemany("INSERT INTO ledger_line VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", lines)
        bare.executemany("INSERT INTO ledger_sealed VALUES (?, ?, ?)", sealed)
        bare.execute("COMMIT")

    seconds = timed(insert)
    bare.close()
    return seconds


def _bare_postgresql(lines: list[tuple[Any, ...]], sealed: list[tuple[Any, ...]]) -> float:
    from django.db import connection, transaction

    with connection.cursor() as cursor:
        for table in ("ledger_line", "ledger_sealed"):
            cursor.execute(f"DROP TABLE IF EXISTS bare_{table}")
            cursor.execute(f"CREATE TABLE bare_{table} (LIKE {table} INCLUDING ALL)")

        def insert() -> None:
            with transaction.atomic():
                for table, rows in (("ledger_line", lines), ("ledger_sealed", sealed)):
                    places = ", ".join(["%s"] * len(rows[0]))
                    cursor.executemany(f"INSERT INTO bare_{table} VALUES ({places})", rows)

        return timed(insert)


if __name__ == "__main__":
    main()
