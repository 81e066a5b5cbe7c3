"""The undercount on the command line: a table of others, the register's own lists, and what can't be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Habeas, run

KOSOVO = Path(__file__).parents[1] / "statistics" / "kosovo_1999.csv"


def test_a_table_is_estimated_without_a_register(habeas: Habeas) -> None:
    answer = habeas("undercount", KOSOVO, "--json").json
    best, second = answer["estimates"][:2]
    assert [round(best[end]) for end in ("total", "low", "high")] == [10357, 9005, 12105]
    assert round(second["total"]) == 12741
    assert answer["seen"] == 4400 and answer["models"] == 113
    told = habeas("undercount", KOSOVO).out
    assert "10,357" in told and "12,741" in told and "can't choose among them" in told


def test_lists_of_the_register_that_can_not_tell_are_refused_with_the_reason(example: Path) -> None:
    done = run(example, "undercount", "--recogniser", "amnesty", "--recogniser", "viasna")
    assert done.code != 0
    assert "share" in done.err or "stand on the longer" in done.err or "holds nobody" in done.err


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("a,b,people\n1,1,many\n", "line 2: “many” should be a whole number"),
        ("a,b,people\n1,2,5\n", "should be 0 or 1"),
        ("a,b,people\n1,1,5\n1,1,6\n", "line 3: this combination of lists stands twice"),
        ("a,b,people\n0,0,5\n1,1,9\n", "on no list"),
        ("a,b\n1,1\n", 'Name the right one "people"'),
    ],
)
def test_a_table_that_can_not_be_read_says_where(habeas: Habeas, tmp_path: Path, table: str, told: str) -> None:
    file = tmp_path / "table.csv"
    file.write_text(table, encoding="utf-8")
    done = habeas("undercount", file)
    assert done.code != 0 and told in done.err


def test_a_recogniser_that_nobody_knows_is_named_beside_those_known(example: Path) -> None:
    done = run(example, "undercount", "--recogniser", "nobody")
    assert "There is no recogniser “nobody”. Known are:" in done.err
