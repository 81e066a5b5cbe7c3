"""Searches at the desk: who, in which hour, and whether anything was found; never what was searched.

It is not chained, so that what is older than ninety days can go, and goes when the next search is written down.
"""

from __future__ import annotations

import fcntl
import os
from datetime import timedelta

from habeas.ledger.append import now
from habeas.project.home import home

_KEPT = timedelta(days=90)


def record_search(alias: str, *, found: bool) -> None:
    limit = (now() - _KEPT).strftime("%Y-%m-%dT%H")
    entry = f"{now():%Y-%m-%dT%H} {alias} {'found' if found else 'nothing'}\n"
    with os.fdopen(os.open(home() / "searches.log", os.O_RDWR | os.O_CREAT, 0o600), "r+", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        kept = [line for line in file if line[: len(limit)] >= limit]
        file.seek(0)
        file.writelines([*kept, entry])
        file.truncate()
