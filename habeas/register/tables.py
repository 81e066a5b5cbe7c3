"""The histories asked in SQL: rows known through a lens, of the generation that is read."""

from __future__ import annotations

from typing import Any

from django.db import connection

from habeas.register.answers import Lens
from habeas.register.history import BITS
from habeas.register.project import generation

Value = str | int


def ever_known(table: str, columns: str, lens: Lens, where: str, *values: Value) -> list[tuple[Any, ...]]:
    """As `known`, of the rows that stood at any line until the lens's."""
    sql = f"SELECT {columns} FROM {table} WHERE generation = %s AND audience & %s <> 0 AND known_from <= %s AND {where}"
    return _ask(sql, generation(), BITS[lens.audience], lens.known, *values)


def known(table: str, columns: str, lens: Lens, where: str = "", *values: Value) -> list[tuple[Any, ...]]:
    """Columns of the rows of a history that stood at the lens's line for its audience; `where` narrows them."""
    more = f" AND {where}" if where else ""
    sql = (
        f"SELECT {columns} FROM {table} WHERE generation = %s AND audience & %s <> 0"
        f" AND known_from <= %s AND known_to > %s{more}"
    )
    return _ask(sql, generation(), BITS[lens.audience], lens.known, lens.known, *values)


def _ask(sql: str, *values: Value) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, list(values))
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows
