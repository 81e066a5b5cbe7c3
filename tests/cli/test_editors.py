"""Who is said to act with --by: anybody without a desk, with a warning of slips; with a desk who has an account."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.cli.conftest import ROOT, Habeas, run

_ACCOUNTS = """
import os, sys
from habeas.cli.opening import open_register
open_register()
from habeas.desk.models import Account
Account.objects.create(alias="anna", role="reviewer", password="", groups=[])
Account.objects.create(alias="gone", role="reviewer", password="", groups=[], is_open=False)
"""


def test_a_new_alias_one_slip_from_a_known_one_is_warned_of(habeas: Habeas) -> None:
    habeas("init")
    assert habeas("source", "add", "--publisher", "Monitor", "--key", "monitor", "--by", "anna").code == 0
    slipped = habeas("accept", "all", "--by", "ana")
    assert slipped.code == 0 and "“ana” wrote nothing here before, and “anna” did" in slipped.err
    assert "wrote nothing" not in habeas("accept", "all", "--by", "boris").err


def test_where_there_is_a_desk_an_alias_needs_an_account(habeas: Habeas, tmp_path: Path) -> None:
    home = tmp_path / "home"
    habeas("init")
    habeas("source", "add", "--publisher", "Monitor", "--key", "monitor")
    subprocess.run([sys.executable, "-c", _ACCOUNTS], check=True, cwd=ROOT, env={"HABEAS_HOME": str(home), "PATH": ""})
    for alias in ("ana", "Anna", "аnna", "command-line"):
        refused = run(home, "accept", "all", "--by", alias)
        assert refused.code == 2 and "habeas account invite" in refused.err, alias
    assert "Did you mean “anna”?" in run(home, "accept", "all", "--by", "ana").err
    assert "is closed" in run(home, "accept", "all", "--by", "gone").err
    assert run(home, "accept", "all", "--by", "anna").code == 0
    nobodys = run(home, "source", "add", "--publisher", "Press", "--key", "press")
    assert nobodys.code == 0 and "No --by" in nobodys.err
    assert "No --by" not in run(home, "source", "add", "--publisher", "Post", "--key", "post", "--by", "anna").err
