"""The desk's database file, made or brought up to this version when it is needed."""

from __future__ import annotations

import os

from django.core.management import call_command
from django.db import connections

from habeas.desk.router import DESK


def make_desk() -> None:
    call_command("migrate", database=DESK, verbosity=0, interactive=False)
    os.chmod(connections[DESK].settings_dict["NAME"], 0o600)
