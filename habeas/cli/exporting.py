"""What a command prints for programs of the desk's data is an export, and stands in the log of access."""

from __future__ import annotations

import os

from habeas.cli.shown import show_json
from habeas.ledger.access import Event, record


def export_json(value: object) -> None:
    record(Event.EXPORTED, os.environ.get("HABEAS_EDITOR", "") or "command-line")
    show_json(value)
