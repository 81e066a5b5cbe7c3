"""The histories asked in SQL: rows known through a lens, of the generation that is read."""

from __future__ import annotations

from typing import Any

from django.db import connection

from habeas.register.answers import Audience, Lens
from habeas.register.history import BOTH, DESK, PUBLIC
from habeas.register.project import generation

Value = str | int

_OF = {Audience.DESK: DESK, Audience.PUBLIC: PUBLIC}


def ever_known(table: str, columns: str, lens: Lens, where: str, *values: Value) -> list[tuple[Any, ...]]:
    """As `known`, of the rows that stood at any line until the lens's."""
    sql = (
        f"SELECT {columns} FROM {table} WHERE generation = %s AND audience IN (%s, %s) AND known_from <= %s AND {where}"
    )
    return _ask(sql, generation(), BOTH, _OF[lens.audience], lens.known, *values)


def known(table: str, columns: str, lens: Lens, where: str = "", *values: Value) -> list[tuple[Any, ...]]:
    """Columns of the rows of a history that stood at the lens's line for its audience; `where` narrows them."""
    more = f" AND {where}" if where else ""
    sql = (
        f"SELECT {columns} FROM {table} WHERE generation = %s AND audience IN (%s, %s)"
        f" AND known_from <= %s AND known_to > %s{more}"
    )
    return _ask(sql, generation(), BOTH, _OF[lens.audience], lens.known, lens.known, *values)


def _ask(sql: str, *values: Value) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, list(values))
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows
