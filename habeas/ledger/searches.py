"""Searches at the desk: who, in which hour, and whether anything was found; never what was searched.

It is not chained, so that what is older than ninety days can go: whenever a search is written down, the desk is opened
or somebody signs in, and by `habeas tidy`, where nobody does for long.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import TextIO

from habeas.ledger.append import now
from habeas.project.home import home

_KEPT = timedelta(days=90)


def record_search(alias: str, *, found: bool) -> None:
    with _opened() as file:
        _cut(file, f"{now():%Y-%m-%dT%H} {alias} {'found' if found else 'nothing'}\n")


def forget_searches() -> int:
    """Take out what is older than ninety days; how many entries went."""
    if not (home() / "searches.log").exists():
        return 0
    with _opened() as file:
        return _cut(file)


@contextmanager
def _opened() -> Iterator[TextIO]:
    file = os.open(home() / "searches.log", os.O_RDWR | os.O_CREAT, 0o600)
    with os.fdopen(file, "r+", encoding="utf-8") as opened:
        fcntl.flock(opened, fcntl.LOCK_EX)
        yield opened


def _cut(file: TextIO, *more: str) -> int:
    limit = (now() - _KEPT).strftime("%Y-%m-%dT%H")
    all = list(file)
    kept = [line for line in all if line[: len(limit)] >= limit]
    file.seek(0)
    file.writelines([*kept, *more])
    file.truncate()
    return len(all) - len(kept)
