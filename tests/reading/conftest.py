"""The worked example beside which reports are read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django.plugin import DjangoDbBlocker

from tests.ledger.conftest import _pointed_at
from tests.ledger.conftest import template as template
from tests.pages.conftest import built as built


@pytest.fixture
def beside(built: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock(), _pointed_at(str(built)):
        yield
