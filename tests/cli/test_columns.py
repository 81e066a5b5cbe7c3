"""The command that looks at a list's columns, and the log of a taken list, as an editor uses them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from habeas.cli.commands import habeas
from habeas.intake.files.column_maps import read_column_map
from habeas.problems import BadInput
from tests.intake import files
from tests.intake.as_sent import contents_first


def columns(file: Path, *how: str) -> str:
    done = CliRunner().invoke(habeas, ["columns", str(file), *how], catch_exceptions=False)
    return done.stdout


@pytest.mark.parametrize("kind", ["csv", "xlsx", "pdf"])
def test_what_is_printed_is_a_map_that_can_be_given_back(kind: str, tmp_path: Path) -> None:
    listed, mapped = tmp_path / f"list.{kind}", tmp_path / "map.yml"
    listed.write_bytes(files.KINDS[kind]())
    mapped.write_text(columns(listed), encoding="utf-8")
    by = read_column_map(mapped)
    assert (by.name, by.born, by.stage) == (("Name",), "Born", "Handed over in")


def test_programs_are_told_the_kind_and_every_table_with_names(tmp_path: Path) -> None:
    (tmp_path / "list.html").write_bytes(files.html())
    told = json.loads(columns(tmp_path / "list.html", "--json"))
    assert told["kind"] == "html" and told["maps"][0]["name"] == ["Name"]


def test_a_text_needs_no_map_and_a_table_without_names_is_refused_with_advice(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_bytes(files.text())
    assert "No table" in columns(tmp_path / "list.txt")
    (tmp_path / "bare.csv").write_text("a,b\n1,2\n")
    with pytest.raises(BadInput, match="name: "):
        columns(tmp_path / "bare.csv")


def test_of_a_workbook_the_columns_of_the_sheet_that_is_taken_are_suggested(tmp_path: Path) -> None:
    """Its contents stand first, under a head that could be one over names."""
    (tmp_path / "list.xlsx").write_bytes(contents_first())
    told = columns(tmp_path / "list.xlsx")
    assert 'sheet: "Освобождённые"' in told and "“Содержание”" not in told
    assert 'name: ["Фамилия", "Имя"]' in told and "born:" in told


def test_a_damaged_document_is_to_be_saved_as_a_document(tmp_path: Path) -> None:
    good = files.document()
    (tmp_path / "list.docx").write_bytes(good[: len(good) // 2] + good[len(good) // 2 + 40 :])
    done = CliRunner().invoke(habeas, ["columns", str(tmp_path / "list.docx")])
    assert "DOCX" in str(done.exception) and "save the list as CSV" not in str(done.exception)
