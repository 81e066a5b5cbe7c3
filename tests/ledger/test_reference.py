"""The reference gives outsiders a program of their own to check a ledger with. It has to work, and to find things."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from habeas.ledger.append import append
from habeas.ledger.erase import ask_erasure, confirm_erasure
from habeas.ledger.rows import last_link
from tests.ledger.people import named
from tests.ledger.test_verify import tamper

pytestmark = [pytest.mark.database, pytest.mark.only_on("sqlite")]

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "ledger.md"


def outsider(database: Path) -> subprocess.CompletedProcess[str]:
    program = PAGE.read_text().split("```python\n")[1].split("```")[0]
    command = [sys.executable, "-I", "-c", program, str(database)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def database(live: Path) -> Path:
    append([named("Ядвіга \u2028 \x7f \t Выдуманая", editor="ганна"), named(), named("Ян")])
    ask_erasure(3, editor="anna")
    confirm_erasure(3, editor="boris")
    return live / "habeas.db"


def test_an_outsider_comes_to_the_same_last_hash(database: Path) -> None:
    last = last_link()
    assert last is not None
    assert outsider(database).stdout.split() == [str(last.number), last.hash.hex()]


@pytest.mark.parametrize("change", ["ledger_line SET editor = 'eve'", "ledger_sealed SET payload = x'7b7d'"])
def test_an_outsider_finds_the_line_that_was_changed(database: Path, change: str) -> None:
    tamper(f"UPDATE {change} WHERE number = 4")
    found = outsider(database)
    assert found.returncode == 1
    assert "line 4 does not fit" in found.stderr
