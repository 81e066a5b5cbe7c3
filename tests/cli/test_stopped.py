"""Ctrl-C: what stands in the ledger is told in a line, and how to go on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, run

_SCRIPT = """
import sys
from importlib import import_module
from habeas.cli import opening, run
opening.choose_home(__import__("pathlib").Path(sys.argv[1]))
opening.ready()
def stop(*given, **named):
    raise KeyboardInterrupt
setattr(import_module(sys.argv[2]), sys.argv[3], stop)
sys.exit(run(["--home", sys.argv[1], *sys.argv[4:]]))
"""


def stopped(home: Path, within: str, *command: object) -> str:
    """The command, stopped where it calls the function `within`."""
    module, _, name = within.rpartition(".")
    told = subprocess.run(
        [sys.executable, "-c", _SCRIPT, str(home), module, name, *map(str, command)],
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
        timeout=60,
    )
    assert told.returncode == 130 and "Traceback" not in told.stderr, told.stderr
    return told.stderr.strip()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    assert run(tmp_path / "home", "init").code == 0
    return tmp_path / "home"


def test_what_was_written_is_told_with_the_ledgers_last_line(home: Path) -> None:
    told = stopped(home, "habeas.cli.bringing.caught_up", "source", "add", "--publisher", "A monitor", "--key", "m")
    assert (
        told.splitlines()[-1] == "Stopped. 1 line was written; the ledger ends with line 2, and none is half-written."
    )


def test_a_rebuild_that_is_stopped_leaves_the_tables_and_says_so(home: Path) -> None:
    told = stopped(home, "habeas.register.project.components", "rebuild")
    assert told.splitlines()[-1].startswith("Stopped. No line was written; the ledger ends with line 1")
    assert "read as before" in told
    assert run(home, "count", "--json").code == 0


def test_a_publication_that_is_stopped_says_how_to_finish_it(home: Path, tmp_path: Path) -> None:
    told = stopped(home, "habeas.publish.publish._write", "publish", tmp_path / "public")
    assert "Give the command again to finish." in told
    assert run(home, "publish", tmp_path / "public").code == 0
    assert run(home, "verify", "--public", tmp_path / "public").code == 0


def test_a_restore_that_is_stopped_says_whether_anything_stands(home: Path, tmp_path: Path) -> None:
    assert run(home, "backup", tmp_path / "b").code == 0
    other = tmp_path / "other"
    assert "Nothing was restored" in stopped(other, "habeas.ledger.restore._verified", "restore", tmp_path / "b")
    assert "stands whole" in stopped(other, "habeas.register.project.rebuild", "restore", tmp_path / "b")
    assert run(other, "verify").code == 0
