"""The histories asked in SQL: rows known through a lens, of the generation that is read."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence, Sized
from itertools import chain
from typing import Any

from django.db import connection

from habeas.register.answers import Audience, Lens
from habeas.register.history import BITS, WHOLE
from habeas.register.project import generation
from habeas.register.restrictions import seen_whole
from habeas.register.rows import EVER

Value = str | int
_AT_ONCE = 900
PARTED = "\x1f"
"""What stands between values that are gathered; an id never holds it."""


def ever_known(table: str, columns: str, lens: Lens, where: str, *values: Value) -> list[tuple[Any, ...]]:
    """As `known`, of the rows that stood at any line until the lens's."""
    seen, of_whom = _seen(lens)
    sql = f"SELECT {columns} FROM {table} WHERE generation = %s AND {seen} AND known_from <= %s AND {where}"
    return _ask(sql, generation(), *of_whom, lens.known, *values)


def known(table: str, columns: str, lens: Lens, where: str = "", *values: Value) -> list[tuple[Any, ...]]:
    """Columns of the rows of a history that stood at the lens's line for its audience; `where` narrows them."""
    return _stood(table, columns, lens, f"known_to > {lens.known}", where, *values)


def by_days(table: str, columns: str, lens: Lens, where: str, *values: Value) -> list[tuple[Any, ...]]:
    """As `known`, in two parts: what is so still, which an index finds by the days, and what has ceased to be known.

    Of sums there are therefore two rows, and each part is in an order of its own.
    """
    now = _stood(table, columns, lens, f"known_to = {EVER}", where, *values)
    return now + _stood(table, columns, lens, f"known_to > {lens.known} AND known_to < {EVER}", where, *values)


def in_columns(table: str, columns: Sequence[str], lens: Lens, where: str, *values: Value) -> tuple[list[str], ...]:
    """As `by_days`, of each column all values as text, which is half the work of as many rows; ids stand first."""
    found = by_days(table, ", ".join(map(gathered, columns)), lens, where, *values)
    parts = [part for part in found if part[0] is not None]
    told = tuple(list(chain(*(part[at].split(PARTED) for part in parts))) for at in range(len(columns)))
    if any(len(one) != len(told[0]) for one in told):
        # A key that somebody wrote holds the sign.
        rows = by_days(table, ", ".join(columns), lens, where, *values)
        return tuple([str(row[at]) for row in rows] for at in range(len(columns)))
    return told


def gathered(column: str) -> str:
    """All values of a column as one text."""
    if connection.vendor == "postgresql":
        return f"string_agg(CAST({column} AS text), '{PARTED}')"
    return f"group_concat({column}, '{PARTED}')"


def apart(table: str, columns: str, lens: Lens, other: Lens, where: str, *values: Value) -> list[tuple[Any, ...]]:
    """As `by_days`, less rows that stood at the other lens's line too: of these nothing was learned in between."""
    if (lens.audience, lens.groups) != (other.audience, other.groups):
        return by_days(table, columns, lens, where, *values)
    if lens.known <= other.known:
        return known(table, columns, lens, f"known_to <= %s AND {where}", other.known, *values)
    return by_days(table, columns, lens, f"known_from > %s AND {where}", other.known, *values)


def known_of(
    table: str, columns: str, lens: Lens, people: Collection[str], days: tuple[int, int]
) -> Iterator[tuple[Any, ...]]:
    """As `known`, of these people, who stand first in each row: what reaches into the days from the first to the last.

    Added to nought, the days lead to no index, which would be read through once for every few people.
    """
    within, ordered = "ending + 0 > %s AND first + 0 <= %s", sorted(people)
    for at in range(0, len(ordered), _AT_ONCE):
        some = ordered[at : at + _AT_ONCE]
        yield from known(table, f"person, {columns}", lens, f"{within} AND {one_of('person', some)}", *days, *some)


def one_of(column: str, values: Sized) -> str:
    """The condition that a column has one of so many values; they are given beside it, in their order."""
    return f"{column} IN ({', '.join(['%s'] * len(values))})"


def _stood(table: str, columns: str, lens: Lens, until: str, where: str, *values: Value) -> list[tuple[Any, ...]]:
    """SQLite takes one condition on a column to an index, so that no second one may stand beside `until`.

    It asks the conditions in their order: of what has ceased to be known, most wasn't known yet either.
    """
    seen, of_whom = _seen(lens)
    conditions = " AND ".join(filter(None, ("generation = %s", "known_from <= %s", seen, until, where)))
    return _ask(f"SELECT {columns} FROM {table} WHERE {conditions}", generation(), lens.known, *of_whom, *values)


def _seen(lens: Lens) -> tuple[str, tuple[Value, ...]]:
    """The condition for rows of the lens's audience; of what its groups see whole, the rows that are made of all."""
    whole = seen_whole(lens.groups) if lens.audience is Audience.DESK and lens.groups else ()
    if not whole:
        return "audience & %s <> 0", (BITS[lens.audience],)
    condition = f"CASE WHEN {one_of('component', whole)} THEN audience & %s ELSE audience & %s END <> 0"
    return condition, (*whole, WHOLE, BITS[lens.audience])


def _ask(sql: str, *values: Value) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, list(values))
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows
