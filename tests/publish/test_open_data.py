"""The files of open data: each format says the same, nothing in them runs, and validators of others find no fault."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as pq
import pytest
from django.test import Client
from frictionless import Package, system

from habeas.domain.claims import Born, Gendered, HasNationality
from habeas.domain.lines import Candidate
from habeas.domain.words import Gender
from habeas.publish.data.tables import TABLES, Holds
from habeas.publish.data.write import FOLDER
from habeas.register.asking import asking
from tests.publish.conftest import BATCH, made
from tests.register.conftest import MONITOR, agree, day, named, say

pytestmark = pytest.mark.database
FORMULA = '=HYPERLINK("http://evil.example","Ivan")'


@pytest.fixture
def data(small: Path, out: Path) -> Path:
    say(
        named("p-ivan", FORMULA),
        Candidate("p-anna", Born(day("1980-05-05")), MONITOR),
        Candidate("p-anna", Gendered(Gender.FEMALE), MONITOR),
        Candidate("p-anna", HasNationality("BY"), MONITOR),
    )
    agree()
    made(out)
    return out / FOLDER


def in_csv(data: Path, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((data / f"{name}.csv").read_text(encoding="utf-8"))))


def in_json(data: Path, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (data / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def test_every_format_holds_the_same_rows(data: Path) -> None:
    for table in TABLES:
        rows = in_json(data, table.name)
        assert pq.read_table(data / f"{table.name}.parquet").num_rows == len(rows) == len(in_csv(data, table.name))
        assert pq.read_schema(data / f"{table.name}.parquet").names == [column.name for column in table.columns]
    assert [row["id"] for row in in_json(data, "people")] and len(in_json(data, "claims")) > 8
    sheets = openpyxl.load_workbook(data / "habeas.xlsx").worksheets
    assert [sheet.title for sheet in sheets] == [table.title for table in TABLES if table.in_a_workbook]
    assert sheets[0].max_row == len(in_json(data, "people")) + 1


def test_no_cell_of_a_spreadsheet_is_a_formula(data: Path) -> None:
    assert FORMULA in {row["name"] for row in in_json(data, "names")}
    assert f"'{FORMULA}" in {row["name"] for row in in_csv(data, "names")}
    cells = [
        cell for sheet in openpyxl.load_workbook(data / "habeas.xlsx") for row in sheet.iter_rows() for cell in row
    ]
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    assert f"'{FORMULA}" in {cell.value for cell in cells}


def test_the_data_package_passes_frictionless(data: Path) -> None:
    with system.use_context(trusted=True):
        report = Package(str(data / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "message"])
    assert len(report.tasks) == len(TABLES)


def test_publishing_again_gives_the_same_bytes(data: Path, out: Path) -> None:
    before = {path.name: path.read_bytes() for path in data.rglob("*") if path.is_file()}
    made(out)
    assert {path.name: path.read_bytes() for path in data.rglob("*") if path.is_file()} == before


def test_a_breakdown_in_the_tables_has_no_small_group(data: Path) -> None:
    counts = in_json(data, "counts")
    assert {row["by"] for row in counts} >= {""}
    assert all(row["high"] == 0 or row["high"] >= 5 for row in counts if row["by"])


def test_every_number_bears_its_definition_both_days_the_version_and_where_it_is_given_again(
    data: Path, client: Client
) -> None:
    numbers = [table for table in TABLES if any(column.holds is Holds.NUMBER for column in table.columns)]
    counting = {one.name for one in numbers} - {"names", "members", "claims"}
    assert counting == {"people", "releases", "figures", "agreements", "counts"}
    for name in sorted(counting):
        for row in in_json(data, name):
            assert row["on"] and row["known"] and row["version"].startswith("1.") and row["again"], name
    with asking(data.parent / "data.sqlite"):
        for row in in_json(data, "counts"):
            told = client.get(row["again"]).json()
            groups = {(one["key"] or "unknown"): one for one in told["groups"]} | {"": told, "together": told["others"]}
            assert (groups[row["group"]]["low"], groups[row["group"]]["high"]) == (row["low"], row["high"])
            assert told["definition"]["version"] == row["definition_version"]
        for row in in_json(data, "people"):
            told = client.get(row["again"]).json()
            assert (told["low"], told["high"]) == (row["held_for_certain"], row["possibly_held"])
        for row in in_json(data, "releases"):
            told = client.get(row["again"]).json()
            assert (told["ours"]["low"], told["ours"]["high"]) == (row["ours_low"], row["ours_high"])
        for row in in_json(data, "figures"):
            assert client.get(row["again"]).json()["id"] == row["release"]


def entities(data: Path) -> Iterator[dict[str, Any]]:
    for line in (data / "ftm" / "entities.ftm.json").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def test_followthemoney_tells_people_and_releases_and_calls_nobody_a_criminal(data: Path) -> None:
    told = {one["id"]: one for one in entities(data)}
    anna, release = told["p-anna"]["properties"], told[f"r-{BATCH}"]
    assert (anna["gender"], anna["nationality"], anna["birthDate"]) == (["female"], ["by"], ["1980"])
    assert release["schema"] == "Event" and set(release["properties"]["involved"]) <= told.keys()
    held = [one for one in told.values() if one["id"].startswith("c-p-anna-")]
    assert [one["properties"]["startDate"] for one in held] == [["2024-05-01"]]
    assert held[0]["properties"]["endDate"] == ["2024-07-31"]
    text = (data / "ftm" / "entities.ftm.json").read_text() + (data / "ftm" / "statements.csv").read_text()
    for word in ("topics", "crime", "wanted", "sanction", "1980-05"):
        assert word not in text


def test_followthemoney_finds_no_fault_in_the_entities_and_the_statements(data: Path, tmp_path: Path) -> None:
    pytest.importorskip(
        "followthemoney", reason="followthemoney is not installed (habeas[ftm]): nothing is validated by it."
    )
    from followthemoney import model
    from followthemoney.statement import CSV, read_path_statements

    for one in entities(data):
        model.get_proxy(one, cleaned=False)
        model[one["schema"]].validate(one)
        assert model.get_proxy(one, cleaned=False).to_dict()["properties"] == one["properties"]
    statements = list(read_path_statements(data / "ftm" / "statements.csv", CSV))
    assert statements and all(one.id == one.generate_key() for one in statements)
    begin = "from followthemoney.cli.cli import cli; cli()"
    command = [sys.executable, "-c", begin, "validate", "-i", str(data / "ftm" / "entities.ftm.json")]
    done = subprocess.run([*command, "-o", str(tmp_path / "checked.json")], capture_output=True, text=True, check=True)
    assert done.returncode == 0
    checked = [json.loads(line) for line in (tmp_path / "checked.json").read_text(encoding="utf-8").splitlines()]
    # The program drops what it finds at fault, and says nothing.
    assert [one["properties"] for one in checked] == [one["properties"] for one in entities(data)]


def test_for_search_engines_there_is_the_dataset_and_its_releases_and_nobody_by_name(data: Path) -> None:
    text = (data / "dataset.jsonld").read_text(encoding="utf-8")
    told = json.loads(text)["@graph"]
    assert {one["@type"] for one in told} <= {"Dataset", "Event"}
    assert "Vydumanaya" not in text and "Nebyvaly" not in text
    for file in told[0]["distribution"]:
        assert (data / file["contentUrl"]).is_file()


def test_every_table_and_column_stands_in_the_dictionary() -> None:
    text = (Path(__file__).parents[2] / "docs" / "reference" / "open-data.md").read_text(encoding="utf-8")
    for table in TABLES:
        assert f"### {table.name}" in text
        part = text.split(f"### {table.name}\n")[1].split("\n### ")[0]
        for column in table.columns:
            assert f"| `{column.name}` |" in part, (table.name, column.name)
            assert column.meaning in part, (table.name, column.name)
