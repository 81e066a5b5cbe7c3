"""The lock of a home: normal, read-only or closed. A file, so that every process and every command sees it at once."""

from __future__ import annotations

from enum import Enum

from habeas.project.home import home


class Mode(Enum):
    """What may be done."""

    NORMAL = "normal"
    """Everything that roles allow."""
    READ_ONLY = "read-only"
    """Nothing is written to the ledger."""
    CLOSED = "closed"
    """Nothing is written, and nobody but administrators comes to the desk."""


def mode() -> Mode:
    """A word that can't be read locks as much as can be."""
    file = home() / "lock"
    if not file.exists():
        return Mode.NORMAL
    word = file.read_text(encoding="ascii", errors="replace").strip()
    return next((one for one in Mode if one.value == word), Mode.CLOSED)


def lock_to(wanted: Mode) -> None:
    file = home() / "lock"
    if wanted is Mode.NORMAL:
        file.unlink(missing_ok=True)
    else:
        file.write_text(f"{wanted.value}\n", encoding="ascii")
