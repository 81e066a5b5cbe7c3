"""The example read once, and the empty ledger that the ledger's own tests use."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from habeas.domain.lines import Candidate, Line
from habeas.domain.spells import Readings
from habeas.example.build import candidates
from habeas.vocabulary.load import load
from tests.ledger.conftest import empty as empty
from tests.ledger.conftest import template as template

Told = tuple[tuple[datetime, Candidate], ...]
Write = Callable[..., Path]

READINGS = Readings({key: penalty.status for key, penalty in load().penalties.items() if penalty.status})


@pytest.fixture(scope="session")
def told() -> Told:
    return tuple(candidates())


@pytest.fixture(scope="session")
def lines(told: Told) -> tuple[Line, ...]:
    """The example as a ledger would number it."""
    return tuple(Line(n, moment, c.subject, c.claim, c.evidence, c.editor) for n, (moment, c) in enumerate(told, 2))


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a small example of one's own, with the files given in place of the good ones."""

    def write(**files: str) -> Path:
        (tmp_path / "people").mkdir()
        good = {
            "sources": "- {id: s-a, publisher: A, address: 'https://a.example', published: 2024-05, nearness: press}\n",
            "people": "- id: p-aaaaaaaaaa\n  claims:\n    - {Detained: {when: 2024-05-01}, source: s-a}\n",
            "batches": "[]\n",
            "agreements": "[]\n",
            "instruments": "[]\n",
        }
        for name, text in {**good, **files}.items():
            folder = tmp_path / "people" if name == "people" else tmp_path
            (folder / f"{name}.yml").write_text(text, encoding="utf-8")
        return tmp_path

    return write
