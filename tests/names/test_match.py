"""`habeas match` on what people send: any encoding and separator is read, and what can't be is told in a sentence."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest

from habeas.match import ADDED, run_match
from habeas.problems import BadInput
from tests.cli.conftest import ROOT, run

REGISTER = "id,name\np1,Мікіта Зарэцкі\np2,Клара Савельева\np3,Барыс Гарбацэвіч\n"
LIST = "name,city\nNikita Zaretsky,Мінск\nКлару Савельеву,Брэст\nСцяпан Нікому-Невядомы,Орша\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "register.csv").write_text(REGISTER, encoding="utf-8")
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    return tmp_path


def outcome(folder: Path, listed: bytes | None = None, candidates: int | None = None) -> list[dict[str, str]]:
    if listed is not None:
        (folder / "list.csv").write_bytes(listed)
    run_match(folder / "list.csv", folder / "register.csv", folder / "out.csv", candidates)
    with (folder / "out.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_every_row_keeps_its_columns_and_gets_its_verdict(folder: Path) -> None:
    rows = outcome(folder)
    assert list(rows[0]) == ["name", "city", *ADDED]
    assert [row["city"] for row in rows] == ["Мінск", "Брэст", "Орша"]
    assert [row["match_id"] for row in rows[:2]] == ["p1", "p2"]
    assert rows[2]["verdict"] == "absent" and all(row["reasons"] for row in rows)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1251"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_every_usual_encoding_and_separator_is_read(folder: Path, encoding: str, separator: str) -> None:
    rows = outcome(folder, LIST.replace(",", separator).encode(encoding))
    assert [row["match_id"] for row in rows[:2]] == ["p1", "p2"] and rows[0]["city"] == "Мінск"


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_every_end_of_line_is_read(folder: Path, ends: str) -> None:
    assert len(outcome(folder, LIST.replace("\n", ends).encode())) == 3


def test_a_cell_may_hold_what_it_likes(folder: Path) -> None:
    cells = [
        "=1+1",
        "@SUM(A1)",
        "\u202eНікіта Зарэцкі\u202c",
        "Мікіта\u00a0Зарэцкі",
        "Зарэцкі, Мікіта",
        "",
        "а" * 10_000,
    ]
    quoted = "".join(f'"{cell}",x\n' for cell in cells)
    rows = outcome(folder, f"name,city\n{quoted}".encode())
    assert [row["name"] for row in rows] == cells
    assert rows[3]["match_id"] == rows[4]["match_id"] == "p1"
    assert rows[5]["verdict"] == "absent" and "no name" in rows[5]["reasons"]


def test_two_rows_of_a_list_that_fit_one_person_are_both_unclear(folder: Path) -> None:
    (folder / "list.csv").write_text("name\nNikita Zaretsky\nЗарэцкі Мікіта\nКлара Савельева\n", encoding="utf-8")
    ran = run(folder, "match", folder / "list.csv", "--against", folder / "register.csv", "--out", folder / "out.csv")
    assert ran.code == 0
    with (folder / "out.csv").open(encoding="utf-8", newline="") as lines:
        assert [row["verdict"] for row in csv.DictReader(lines)] == ["unclear", "unclear", "match"]


def test_a_row_that_names_two_people_is_answered_for_each(folder: Path) -> None:
    cells = 'name,birth_date,city\n"супруги Nikita Zaretsky и Клара Савельева",1980,Мінск\nБарыс Гарбацэвіч,,Орша\n'
    rows = outcome(folder, cells.encode(), candidates=1)
    assert [(row["match_id"], row["city"]) for row in rows] == [("p1", "Мінск"), ("p2", "Мінск"), ("p3", "Орша")]
    assert rows[0]["name"] == rows[1]["name"] and rows[1]["reasons"].startswith("Клара Савельева, one of 2 people")


def test_odd_cells_are_answered_at_once_and_hide_nobody(folder: Path) -> None:
    cells = [
        "Зарэцкі Мікіта, 45 гадоў, Мінск",
        "\U0001f642",
        "а" * 10_000,
        "გიორგი მელაძე",
        "محمد علي",
        "王小明",
        "Клара Саве1ьева",
    ]
    rows = outcome(folder, ("name,city\n" + "".join(f'"{cell}",x\n' for cell in cells)).encode())
    assert [row["match_id"] for row in rows if row["verdict"] == "match"] == ["p1", "p2"]
    assert [row["verdict"] for row in rows[1:6]] == ["absent"] * 5


def test_candidates_stand_in_a_page_of_their_own(folder: Path) -> None:
    outcome(folder, candidates=2)
    with (folder / "out.candidates.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert rows[0]["rank"] == "1" and rows[0]["match_id"] == "p1"
    assert all(int(row["rank"]) <= 2 for row in rows)


BAD = {
    "empty": (b"", "empty"),
    "blank": (b" \r\n \n", "empty"),
    "binary": (bytes(range(256)) * 20, "CSV in UTF-8"),
    "a spreadsheet": (b"PK\x03\x04\x14\x00\x06\x00" + bytes(40), "CSV in UTF-8"),
    "half a UTF-16 letter": ("name\nЗарэцкі".encode("utf-16") + b"\x04", "UTF-8"),
    "no column name": (b"nom,ville\nA,B\n", 'no column "name"'),
    "two columns name": (b"name,Name\nA,B\n", '2 columns "name"'),
    "a row too long": (b"name,city\nA,B\nC,D,E\n", "line 3"),
}


@pytest.mark.parametrize(("listed", "said"), BAD.values(), ids=BAD.keys())
def test_a_list_that_cannot_be_read_is_told_and_nothing_is_written(folder: Path, listed: bytes, said: str) -> None:
    (folder / "out.csv").write_text("what stood here before")
    (folder / "list.csv").write_bytes(listed)
    with pytest.raises(BadInput) as told:
        run_match(folder / "list.csv", folder / "register.csv", folder / "out.csv", candidates=3)
    assert said in str(told.value) and "list.csv" in str(told.value)
    assert (folder / "out.csv").read_text() == "what stood here before"
    assert {path.name for path in folder.iterdir()} == {"list.csv", "register.csv", "out.csv"}


@pytest.mark.parametrize(
    ("register", "said"),
    [("id,nom\n1,A\n", 'no column "name"'), ("name\nA\n", 'no column "id"'), ("id,name\n,Мікіта\n", "line 2")],
)
def test_a_register_that_cannot_be_read_is_told(folder: Path, register: str, said: str) -> None:
    (folder / "register.csv").write_text(register, encoding="utf-8")
    with pytest.raises(BadInput, match=said):
        run_match(folder / "list.csv", folder / "register.csv", folder / "out.csv")
    assert not (folder / "out.csv").exists()


@pytest.mark.parametrize("out", ["list.csv", "register.csv", "nowhere/out.csv", "."])
def test_an_outcome_that_has_no_place_is_told_before_anything_is_read(folder: Path, out: str) -> None:
    with pytest.raises(BadInput):
        run_match(folder / "list.csv", folder / "register.csv", folder / out)
    assert (folder / "list.csv").read_text(encoding="utf-8") == LIST


def test_the_command_tells_bad_input_without_a_traceback(folder: Path) -> None:
    (folder / "list.csv").write_bytes(b"")
    ran = run(folder, "match", folder / "list.csv", "--against", folder / "register.csv", "--out", folder / "out.csv")
    assert ran.code == 2 and "empty" in ran.err and not (folder / "out.csv").exists()


def test_the_command_loads_no_framework(folder: Path) -> None:
    script = (
        "import sys; from habeas.cli import run; code = run(sys.argv[1:]); sys.exit(code or 'django' in sys.modules)"
    )
    command = [sys.executable, "-c", script, "match", "list.csv", "--against", "register.csv", "--out", "out.csv"]
    done = subprocess.run(command, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True)
    assert done.returncode == 0 and (folder / "out.csv").exists(), done.stderr
