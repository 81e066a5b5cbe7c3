"""What a command prints for programs of the desk's data, by name or into a file, is an export, and logged."""

from __future__ import annotations

import os

from habeas.cli.shown import show_json
from habeas.ledger.access import Event, record


def export_json(value: object) -> None:
    log_export()
    show_json(value)


def log_export(editor: str = "") -> None:
    """In the log before anything is printed or written, so that nothing leaves unlogged."""
    record(Event.EXPORTED, editor or os.environ.get("HABEAS_EDITOR", "") or "command-line")
