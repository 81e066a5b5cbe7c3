"""What the reference page tells a newcomer is what the program does."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import Path

import pytest

from habeas.domain.words import Span, Unit
from habeas.vocabulary.kinds import FILES
from habeas.vocabulary.load import load
from habeas.vocabulary.words import (
    Checked,
    Designation,
    FacilityKind,
    PenaltyKind,
    RecogniserKind,
    Recognition,
    Role,
    TermGroup,
)

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "vocabulary.md"


@pytest.fixture(scope="module")
def page() -> str:
    return PAGE.read_text(encoding="utf-8")


def test_the_example_country_of_the_page_loads(page: str, tmp_path: Path) -> None:
    blocks = re.findall(r"```yaml\n# (zz/\w+\.yml)\n(.*?)```", page, re.DOTALL)
    assert len(blocks) == page.count("```yaml")
    for name, text in blocks:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    vocabulary = load(extra=tmp_path / "zz")
    assert vocabulary.article("zz.pc.12.2").name() == "sedition by a group"
    assert vocabulary.recognisers_of(vocabulary.definition("zz_monitor")) == frozenset({"zz_monitor"})


def test_every_file_is_in_the_table(page: str) -> None:
    for name in ("sources.yml", *FILES):
        assert f"| `{name}` |" in page


@pytest.mark.parametrize(
    "words",
    [FacilityKind, PenaltyKind, RecogniserKind, Designation, Role, Checked, Recognition, TermGroup, Unit, Span],
)
def test_every_closed_word_is_on_the_page(page: str, words: type[Enum]) -> None:
    for word in words:
        assert re.search(rf"`{word}\.?`", page), word


def test_the_table_of_definitions_is_what_ships(page: str) -> None:
    for key, definition in load().definitions.items():
        row = re.search(rf"^\| `{key}` \| (.*?) \| (.*?) \|?$", page, re.MULTILINE)
        assert row, key
        statuses = "held, house_arrest, open_institution" if row[1] == "as `held`" else row[1]
        counted = {str(status) for status in definition.statuses} or {"none"}
        assert counted == set(statuses.split(", "))
        assert all(recogniser in row[2] for recogniser in definition.recognised_by)
