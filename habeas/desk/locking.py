"""Locking the desk and the register, and ending sessions with it."""

from __future__ import annotations

from habeas.desk.sessions import end_sessions
from habeas.problems import BadInput
from habeas.project.lock import Mode, lock_to


def lock(wanted: Mode) -> None:
    """Closing ends every session at once; an administrator can sign in again."""
    lock_to(wanted)
    if wanted is Mode.CLOSED:
        end_sessions()


def mode_named(word: str) -> Mode:
    found = next((one for one in Mode if one.value == word), None)
    if found is None:
        raise BadInput(f"“{word[:40]}” is no mode. Modes are: {', '.join(one.value for one in Mode)}.")
    return found
