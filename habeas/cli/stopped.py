"""What is told when a command is stopped with Ctrl-C: which lines stand in the ledger, and how to go on."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from habeas.cli.shown import counted
from habeas.project.home import database_path, home

_AGAIN = "Give the command again to go on: what stands isn't written twice."
_GO_ON = {
    "backup": "The file wasn't written. Give the command again.",
    "publish": "The folder may be between two copies: habeas verify --public tells. Give the command again to finish.",
    "rebuild": "The tables that were there are read as before. Give the command again.",
    "withdraw": "The public copies may hold it still. Give the command again now.",
    **dict.fromkeys(("archive", "capture", "import", "lists", "take"), _AGAIN),
}


@dataclass
class _Begun:
    """Which command runs, and the ledger's last line when it began."""

    command: str = ""
    last: int | None = None


_begun = _Begun()


def begin(command: str) -> None:
    _begun.command, _begun.last = command, None


def note_last(number: int) -> None:
    _begun.last = number


def told_when_stopped() -> str:
    goes_on = _of_a_restore() if _begun.command == "restore" else _GO_ON.get(_begun.command, "")
    return " ".join(filter(None, ("Stopped.", _written(), goes_on)))


def _of_a_restore() -> str:
    """A backup is moved in at one stroke, and its tables are made afterwards by whatever asks first."""
    if database_path().exists():
        return f"The backup stands whole in {home()}. See: habeas --home {home()} verify"
    return "Nothing was restored. Give the command again."


def _written() -> str:
    if _begun.last is None:
        return ""
    last = _last_now()
    if last is None:
        return "How many lines were written can't be told just now: see habeas verify."
    new = last - _begun.last
    said = f"{counted(new, 'line was', 'lines were')} written" if new else "No line was written"
    return f"{said}; the ledger ends with line {last}, and none is half-written."


def _last_now() -> int | None:
    """Nothing where the database no longer answers, since stopping may have broken its connection."""
    if "django" not in sys.modules:
        return None
    from django.db import Error

    from habeas.ledger.read import last_number

    try:
        return last_number()
    except Error:
        return None
