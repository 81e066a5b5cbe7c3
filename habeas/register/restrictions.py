"""Restriction groups: who may see which components whole, and what the others never get out of the ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from contextlib import contextmanager

from django.db import DatabaseError, connection

from habeas.ledger.sight import Sight, look, seeing
from habeas.register.project import catch_up, generation, is_current


@contextmanager
def looking_as(groups: Collection[str]) -> Iterator[None]:
    """Ask as somebody of these groups."""
    if not is_current():
        catch_up()
    with seeing(_sight(frozenset(groups))):
        yield


def look_as(groups: Collection[str]) -> None:
    """As the former, until the process ends. A register whose tables are missing or late is left to be made first."""
    try:
        if not is_current():
            catch_up()
    except DatabaseError:
        return
    look(_sight(frozenset(filter(None, groups))))


def is_restricted(subject: str) -> bool:
    """Whether anything about the subject is for some editors alone."""
    return any(one == subject for _, _, one, _ in _rows())


def seen_whole(groups: frozenset[str]) -> tuple[str, ...]:
    """The restricted components of which these groups see all: who is in one of two groups sees neither's."""
    needed: dict[str, set[str]] = defaultdict(set)
    for component, name, _, _ in _rows():
        needed[component].add(name)
    return tuple(sorted(component for component, names in needed.items() if names <= groups))


def _sight(groups: frozenset[str]) -> Sight:
    whole = set(seen_whole(groups))
    rest = [(subject, line) for component, _, subject, line in _rows() if component not in whole]
    subjects = frozenset(subject for subject, line in rest if not line)
    return Sight(groups, subjects, frozenset(line for _, line in rest if line))


def _rows() -> list[tuple[str, str, str, int]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT component, name, subject, line FROM register_restricted WHERE generation = %s", [generation()]
        )
        rows: list[tuple[str, str, str, int]] = cursor.fetchall()
    return rows
