"""The two tables as SQL, for both databases: the lock, the last line, and whole batches put in at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection

from habeas.ledger.chain import NOTHING_BEFORE, Link

LINE_COLUMNS = ("number", "kind", "version", "subject", "about", "editor", "moment", "commitment", "previous", "hash")
SEALED_COLUMNS = ("number", "salt", "payload")

LineRow = tuple[int, str, int, str, int, str, int, bytes, bytes, bytes]
SealedRow = tuple[int, bytes, bytes]

_LOCK = 0x6861626561730001
"""Any number, so long as nothing else in the database locks on it."""


def lock() -> None:
    """Hold off every other writer until the transaction ends.

    SQLite needs nothing here: its transactions begin IMMEDIATE, which takes the one writer's place at once.
    """
    assert connection.in_atomic_block, "a lock without a transaction would end at once"
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def last_link() -> Link | None:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(LINE_COLUMNS)} FROM ledger_line ORDER BY number DESC LIMIT 1")
        row = cursor.fetchone()
    return None if row is None else Link(*row[:7], *(bytes(value) for value in row[7:]))


def link_before(last: Link | None) -> tuple[int, int, bytes]:
    """Number, moment and hash on which the next line builds."""
    return (last.number, last.moment, last.hash) if last else (0, 0, NOTHING_BEFORE)


def put(lines: Sequence[LineRow], sealed: Sequence[SealedRow]) -> None:
    put_rows("ledger_line", LINE_COLUMNS, lines)
    put_rows("ledger_sealed", SEALED_COLUMNS, sealed)


def put_rows(table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """Rows of any table, whole and at once."""
    named = ", ".join(columns)
    # Django leaves the errors of COPY as the driver's own unless asked.
    with connection.wrap_database_errors, connection.cursor() as cursor:
        if connection.vendor == "postgresql" and len(rows) > 1:
            with cursor.copy(f"COPY {table} ({named}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            places = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {table} ({named}) VALUES ({places})", rows)
