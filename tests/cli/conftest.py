"""The command as a user runs it: in a process of its own, on a home folder of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Habeas = Callable[..., Ran]
ROOT = Path(__file__).parents[2]


def run(home: Path, *arguments: object, cwd: Path | None = None) -> Ran:
    """On SQLite, whatever the suite runs on: these are tests of the faces."""
    env = {key: value for key, value in os.environ.items() if key not in ("HABEAS_DATABASE", "HABEAS_HOME")}
    env |= {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", "from habeas.cli import main; main()", "--home", str(home), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=env, cwd=cwd, timeout=120)
    assert "Traceback" not in done.stderr, done.stderr
    return Ran(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of the worked example, built once and only asked."""
    home = tmp_path_factory.mktemp("example") / "home"
    done = run(home, "demo", "--no-serve")
    assert done.code == 0, done.err
    return home


@pytest.fixture
def habeas(tmp_path: Path) -> Habeas:
    """The command on a home that doesn't exist yet."""
    return lambda *arguments: run(tmp_path / "home", *arguments, cwd=tmp_path)
