"""Every command and option stands in the reference, and every example in it is a form that exists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import yaml

from habeas.cli.commands import habeas
from habeas.intake.spreadsheets.import_map import CLAIMS, read_map
from habeas.intake.standing import Fate
from habeas.register.breakdowns import KINDS

DOCS = Path(__file__).parents[2] / "docs" / "reference"
COMMANDS = (DOCS / "commands.md").read_text(encoding="utf-8")
MAPS = (DOCS / "import-map.md").read_text(encoding="utf-8")


def forms(group: click.Group, before: str = "") -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from forms(command, f"{before}{name} ")
        else:
            yield before + name, command


@pytest.mark.parametrize(("form", "command"), list(forms(habeas)), ids=lambda one: one if isinstance(one, str) else "")
def test_each_command_and_option_is_documented(form: str, command: click.Command) -> None:
    assert f"`{form}" in COMMANDS
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.opts[0] in COMMANDS, option.opts


def test_each_documented_command_exists() -> None:
    known = {form for form, _ in forms(habeas)} | {"batch ID", "agreement ID", "lists"}
    for found in re.findall(r"^\| `([^`]+)` \|", COMMANDS.split("## What JSON holds")[0], re.MULTILINE):
        assert any(found.startswith(form) for form in known), found


def test_each_outcome_is_documented() -> None:
    for fate in Fate:
        assert f"| {fate} |" in COMMANDS


def test_each_kind_that_a_count_is_broken_down_by_is_documented() -> None:
    told = COMMANDS.split("## Counting")[1].split("A cell has")[0]
    assert set(KINDS) == set(re.findall(r"`([a-z]+)`", told))


def test_the_example_map_is_a_map(tmp_path: Path) -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", MAPS, re.DOTALL)
    path = tmp_path / "map.yml"
    path.write_text(example, encoding="utf-8")
    read = read_map(path)
    assert yaml.safe_load(example)["id"] == read.id
    assert [rule.kind for rule in read.rules] == ["Detained", "Charged", "Sentenced", "Recognised", "SeenHeld"]


def test_each_kind_that_a_map_may_hold_is_documented() -> None:
    for kind in CLAIMS:
        assert re.search(rf"\b{kind}\b", MAPS), kind
