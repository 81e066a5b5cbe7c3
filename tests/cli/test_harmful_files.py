"""Every command that reads a file is given files that harm: told in words, soon, and nothing is written."""

from __future__ import annotations

import contextvars
import time
from pathlib import Path

import click
import pytest

from habeas.cli import run
from habeas.cli.commands import habeas
from habeas.domain.claims import BatchAnnounced, Captured
from habeas.domain.dates import PartialDate
from habeas.domain.lines import Candidate, Evidence
from habeas.ledger.append import append
from habeas.ledger.read import last_number
from habeas.sources.manifests import manifests
from tests.cli.test_reference import forms
from tests.desk.test_attacks import HARMFUL
from tests.ledger.conftest import empty as empty
from tests.ledger.conftest import live as live
from tests.ledger.conftest import template as template

WRITES = {"out", "log_file", "folder", "copy"}
"""Files and folders that a command makes, or a copy that it serves."""
BY_ADDRESS = {"read", "capture"}
"""Commands that take a file or an address in one place."""
MAKES = {"backup", "checkpoint", "archive export"}
"""Commands whose file is one that they make."""
BESIDE: dict[str, list[str]] = {
    "source add": ["--publisher", "P"],
    "take": ["--source", "s", "--event", "b"],
    "archive authority": ["https://authority.example/", "--by", "anna"],
    "lists take": [next(iter(manifests())), "--by", "anna"],
    "capture": ["--publisher", "P"],
}
UP_TO = 40.0
"""Seconds in which any file is answered, on a machine that does other things as well."""
WHAT = ("laughs as a text", "a program as a table", "a picture as a PDF", "a zip as a text", "nothing at all")


def reading() -> list[tuple[str, click.Command]]:
    return [
        (form, command)
        for form, command in forms(habeas)
        if form in BY_ADDRESS
        or (
            form not in MAKES
            and any(isinstance(one.type, click.Path) and one.name not in WRITES for one in command.params)
        )
    ]


def words(form: str, command: click.Command, file: Path, out: Path) -> list[str]:
    """The command with the file in each place for one, and something in each other place that it needs."""
    told = [*form.split(), *BESIDE.get(form, [])]
    told += [str(file)] if form in BY_ADDRESS else []
    for one in command.params:
        if isinstance(one.type, click.Path):
            given = str(out / f"{one.name}.out") if one.name in WRITES else str(file)
            if isinstance(one, click.Argument):
                told.append(given)
            elif one.required or one.name not in WRITES:
                told += [one.opts[0], given]
    return told


@pytest.mark.parametrize("what", WHAT)
@pytest.mark.parametrize(("form", "command"), reading(), ids=lambda one: one if isinstance(one, str) else "")
def test_a_command_tells_in_words_what_is_wrong_with_a_file(
    live: Path, tmp_path: Path, form: str, command: click.Command, what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    name, made = HARMFUL[what]
    file = tmp_path / name
    file.write_bytes(made())
    append(
        [
            Candidate("s-s", Captured("S"), None, "b"),
            Candidate("b", BatchAnnounced("B", PartialDate.parse("2026-02-01")), Evidence("s-s"), "b"),
        ]
    )
    before, began = last_number(), time.monotonic()
    told = words(form, command, file, tmp_path)
    code = contextvars.copy_context().run(run, ["--home", str(live), *told])
    said = capsys.readouterr()
    assert time.monotonic() - began < UP_TO
    assert "Traceback" not in said.err and "root:" not in said.out + said.err
    # Bytes of a source are kept as they are, whatever they are.
    if form != "source add":
        assert code == 2 and said.err.strip(), told
        assert last_number() == before


def test_the_commands_that_read_files_are_found_by_the_tree() -> None:
    assert {"take", "import", "columns", "restore", "agreement take", "match", "lists take"} <= {
        form for form, _ in reading()
    }
