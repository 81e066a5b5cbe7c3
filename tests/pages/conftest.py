"""The worked example behind the pages: one that is only read, and a copy for each test that writes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from habeas.example.build import build
from habeas.register.project import rebuild
from tests.cli.conftest import example as example
from tests.ledger.conftest import _pointed_at
from tests.ledger.conftest import template as template

STEFANOVIC = "p-vucwiucntr"
STATKEVICH = "p-h6llluiv7e"


@pytest.fixture(scope="session")
def built(template: str, tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker) -> Path:
    """A database file that holds the example and its register."""
    if connection.vendor != "sqlite":
        pytest.skip("The pages are tested on SQLite; what they ask is tested on PostgreSQL with the register.")
    name = shutil.copy(template, tmp_path_factory.mktemp("pages") / "habeas.db")
    with django_db_blocker.unblock(), _pointed_at(str(name)):
        build()
        rebuild()
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return Path(name)


@pytest.fixture
def reader(built: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Client]:
    with django_db_blocker.unblock(), _pointed_at(str(built)):
        yield _client()


@pytest.fixture
def own(built: Path, tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Client]:
    """A reader of a copy that the test may add lines to."""
    name = shutil.copy(built, tmp_path / "habeas.db")
    with django_db_blocker.unblock(), _pointed_at(str(name)):
        yield _client()


def _client() -> Client:
    return Client(headers={"host": "localhost"})
