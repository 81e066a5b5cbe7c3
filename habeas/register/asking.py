"""Which database is asked: within `asking` every question of this thread goes to the public copy in a file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.sqlite3.base import DatabaseWrapper

from habeas.register.releases import COPY, FILE, FINISHED


def copy_settings(file: Path, *, writable: bool = False) -> dict[str, Any]:
    """Settings of a connection to a copy. A finished one never changes: it needs no lock and no file beside it."""
    how = "" if writable else "?mode=ro&immutable=1"
    pragmas = "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" if writable else "PRAGMA query_only=ON;"
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": f"{file.absolute().as_uri()}{how}",
        "OPTIONS": {"init_command": pragmas},
        "ATOMIC_REQUESTS": False,
        # A finished copy never changes, so a connection is as good after a thousand questions as it was at first.
        "CONN_MAX_AGE": 0 if writable else None,
        COPY: True,
        FILE: str(file),
        FINISHED: not writable,
    }


@contextmanager
def asking(file: Path, *, writable: bool = False) -> Iterator[None]:
    usual = connections[DEFAULT_DB_ALIAS]
    of_the_copy = DatabaseWrapper(_whole(copy_settings(file, writable=writable)), DEFAULT_DB_ALIAS)
    connections[DEFAULT_DB_ALIAS] = of_the_copy
    try:
        yield
    finally:
        of_the_copy.close()
        connections[DEFAULT_DB_ALIAS] = usual


def _whole(settings: dict[str, Any]) -> dict[str, Any]:
    """With what Django fills in for the connections that its settings name."""
    made: dict[str, Any] = connections.configure_settings({DEFAULT_DB_ALIAS: settings})[DEFAULT_DB_ALIAS]
    return made
