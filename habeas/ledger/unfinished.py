"""A note in the home folder of what an agreed erasure has yet to remove, so that a crash can't keep it alive."""

from __future__ import annotations

import os
from pathlib import Path

from habeas.project.home import home


def unfinished() -> list[str]:
    """SHA-256 of copies that are to go, or an empty text for an erasure of a payload alone; nothing if all is done."""
    file = _file()
    return file.read_text("ascii").split("\n")[:-1] if file.exists() else []


def note(copies: list[str]) -> None:
    """Write down what is to go, before it becomes true that it must."""
    with _file().open("a", encoding="ascii") as opened:
        opened.write("".join(f"{name}\n" for name in copies or [""]))
        opened.flush()
        os.fsync(opened.fileno())


def done() -> None:
    _file().unlink(missing_ok=True)


def _file() -> Path:
    return home() / "erasing"
