"""Keeps the desk's tables in a database of their own, so that no copy of the register holds a password."""

from __future__ import annotations

from typing import Any

DESK = "desk"


class DeskRouter:
    """Tables of the desk live in HOME/desk.db, whichever database the register lives in."""

    def db_for_read(self, model: Any, **hints: Any) -> str | None:
        return DESK if model._meta.app_label == DESK else None

    db_for_write = db_for_read

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return (db == DESK) is (app_label == DESK)
