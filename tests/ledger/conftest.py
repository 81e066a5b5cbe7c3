"""A ledger of its own for each test: a home folder, and a database made from a migrated template.

The usual fixtures empty the tables after a test or roll it back; the first a ledger refuses, the second would hide
what happens between processes.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from habeas.ledger.append import Kind, begin


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The name of a database with tables and no lines."""
    name = str(tmp_path_factory.mktemp("template") / "habeas.db") if _sqlite() else f"ledger_{secrets.token_hex(6)}"
    with django_db_blocker.unblock(), _pointed_at(name):
        if not _sqlite():
            _maintain(f"CREATE DATABASE {name}", back_to=name)
        call_command("migrate", verbosity=0, interactive=False)
        if _sqlite():
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA journal_mode = DELETE")
        connection.close()
        yield name
        if not _sqlite():
            _maintain(f"DROP DATABASE {name}", back_to=name)


@pytest.fixture
def empty(
    template: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, django_db_blocker: DjangoDbBlocker
) -> Iterator[Path]:
    """A home folder with a database in which no ledger was begun."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HABEAS_HOME", str(folder))
    name = str(folder / "habeas.db") if _sqlite() else f"ledger_{secrets.token_hex(6)}"
    with django_db_blocker.unblock(), _pointed_at(name):
        if _sqlite():
            shutil.copy(template, name)
        else:
            _maintain(f"CREATE DATABASE {name} TEMPLATE {template}", back_to=name)
        yield folder
        if not _sqlite():
            _maintain(f"DROP DATABASE {name} WITH (FORCE)", back_to=name)


@pytest.fixture
def live(empty: Path) -> Path:
    """A home folder with a live ledger that has its first line."""
    begin(Kind.LIVE)
    return empty


@pytest.fixture
def surroundings(live: Path) -> dict[str, str]:
    """What another process needs in its environment to work on the same ledger."""
    settings = {key: connection.settings_dict[key] for key in ("ENGINE", "NAME", "USER", "PASSWORD", "HOST", "PORT")}
    settings["OPTIONS"] = dict(connection.settings_dict["OPTIONS"])
    root = str(Path(__file__).parents[2])
    return {**os.environ, "HABEAS_HOME": str(live), "LEDGER_DATABASE": json.dumps(settings), "PYTHONPATH": root}


def _sqlite() -> bool:
    return connection.vendor == "sqlite"


@contextmanager
def _pointed_at(name: str) -> Iterator[None]:
    usual = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = usual


def _maintain(statement: str, *, back_to: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = "postgres"
    with connection.cursor() as cursor:
        cursor.execute(statement)
    connection.close()
    connection.settings_dict["NAME"] = back_to
