"""A desk of its own for each test, with Anna who reviews, Boris who contributes, and Clara who has no account."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import time

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher, make_password
from django.db import connections
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from habeas.desk import by_address
from habeas.desk.models import Account, Factor
from habeas.desk.ready import make_desk
from habeas.desk.router import DESK
from habeas.desk.sessions import SessionStore
from tests.ledger.conftest import empty as empty
from tests.ledger.conftest import live as live
from tests.ledger.conftest import template as template

PASSWORD = "green heron over reeds"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"

SignedIn = Callable[..., Client]


@pytest.fixture(scope="session")
def desk_template(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker) -> Path:
    """A file with the desk's tables and nobody in them."""
    file = tmp_path_factory.mktemp("desk") / "desk.db"
    with django_db_blocker.unblock(), desk_at(file):
        make_desk()
        with connections[DESK].cursor() as cursor:
            cursor.execute("PRAGMA journal_mode = DELETE")
    return file


@pytest.fixture
def desk(live: Path, desk_template: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home folder with a live ledger and a desk; its passwords are cheap to guess, so that tests are fast."""
    monkeypatch.setattr(Argon2PasswordHasher, "memory_cost", 1024)
    monkeypatch.setattr(Argon2PasswordHasher, "time_cost", 1)
    by_address.forget()
    shutil.copy(desk_template, live / "desk.db")
    with desk_at(live / "desk.db"):
        yield live


@pytest.fixture
def signed_in(desk: Path) -> SignedIn:
    """A browser of somebody with this role and these groups, all the way in."""
    return come_in


@pytest.fixture
def anna(desk: Path) -> Client:
    """A reviewer."""
    return come_in("reviewer", alias="anna")


@pytest.fixture
def boris(desk: Path) -> Client:
    """A contributor."""
    return come_in("contributor", alias="boris")


@pytest.fixture
def clara(desk: Path) -> Client:
    """Nobody's browser."""
    return browser()


def come_in(role: str, *, alias: str = "", groups: Collection[str] = (), checks: bool = False) -> Client:
    account = an_account(role, alias=alias, groups=groups)
    session = SessionStore()
    now = int(time())
    session.update({"account": account.pk, "whole": True, "since": now, "seen": now})
    session.save()
    client = browser(checks=checks)
    client.cookies["desk"] = session.session_key
    return client


def an_account(role: str, *, alias: str = "", groups: Collection[str] = (), password: str = "") -> Account:
    """With a second factor, and with a password only if one is given, since making its hash takes time."""
    made = {"role": role, "groups": sorted(groups), "password": make_password(password or None)}
    account, _ = Account.objects.update_or_create(alias=alias or role, defaults=made)
    Factor.objects.get_or_create(account=account, kind="totp", label="app", secret=SECRET.encode())
    return account


def browser(*, checks: bool = False) -> Client:
    """`checks` makes it refuse forms without their token, as it does for everybody but tests."""
    return Client(enforce_csrf_checks=checks, headers={"host": "localhost"})


@contextmanager
def desk_at(file: Path) -> Iterator[None]:
    connection = connections[DESK]
    usual = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = str(file)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = usual
