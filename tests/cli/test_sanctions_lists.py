"""`habeas lists diff` and `habeas lists sources`, as a user runs them; neither needs a home."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Habeas, Ran
from tests.sources.damage import printed, table
from tests.sources.examples import KEYS, example


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    rows = table(40)
    old, new = tmp_path / "old.csv", tmp_path / "new.csv"
    old.write_bytes(printed(rows[:-1]))
    rows[3][1] = "PATTERN FOUR, Éva"
    new.write_bytes(printed(rows[1:]))
    return old, new


def test_the_difference_is_printed_as_json(habeas: Habeas, files: tuple[Path, Path]) -> None:
    told = habeas("lists", "diff", *files, "--json").json
    assert told["source"] == "ofac_sdn_csv"
    assert told["counts"] == {"listed": 1, "delisted": 1, "unclear": 0, "amended": 1}
    assert [one["key"] for one in told["listed"]] == ["280"] and [one["key"] for one in told["delisted"]] == ["7"]
    assert told["amended"][0]["fields"] == {"names": {"before": ["PATTERN 4, Éva"], "after": ["PATTERN FOUR, Éva"]}}
    assert told["old"]["unread"] == told["new"]["unread"] == 0
    assert sum(of["listed"] for of in told["by_programme"].values()) >= 1


def test_the_difference_is_printed_for_people(habeas: Habeas, files: tuple[Path, Path]) -> None:
    ran = habeas("lists", "diff", *files)
    assert ran.out.startswith(
        "Specially Designated Nationals (CSV): 1 listed, 1 delisted, 1 amended; 39 entries before"
    )
    assert "PATTERN FOUR, Éva" in ran.out and "a part of one" in ran.err


def test_a_cut_list_is_refused_with_what_to_do(habeas: Habeas, tmp_path: Path) -> None:
    old, new = tmp_path / "old.csv", tmp_path / "new.csv"
    old.write_bytes(printed(table(100)))
    new.write_bytes(printed(table(60)))
    ran = habeas("lists", "diff", old, new)
    assert ran.code == 2 and "--shrunk" in ran.err and not ran.out
    assert habeas("lists", "diff", old, new, "--shrunk", "--json").json["counts"]["delisted"] == 40


def test_a_folder_of_the_three_tables_is_one_list(habeas: Habeas) -> None:
    folder = example("ofac_sdn_csv")
    told = habeas("lists", "diff", folder, folder, "--json").json
    assert told["new"]["entries"] == 5 and not any(told["counts"].values())


def test_every_list_that_can_be_read_is_told(habeas: Habeas) -> None:
    assert [one["key"] for one in habeas("lists", "sources", "--json").json] == list(KEYS)
    assert "uk_list_xml" in habeas("lists", "sources").out


def test_a_file_that_is_not_there_is_told(habeas: Habeas) -> None:
    ran = habeas("lists", "diff", "none.csv", "none.csv")
    assert ran.code == 2 and "no such file" in ran.err


def test_a_list_is_taken_its_changes_shown_and_decided_on(habeas: Habeas, tmp_path: Path) -> None:
    habeas("init")
    rows, file = table(30), tmp_path / "sdn.csv"

    def take(day: str) -> Ran:
        return habeas("lists", "take", file, "--published", day, "--at-least", 3, "--by", "anna", "--json")

    file.write_bytes(printed(rows[:-1]))
    assert take("2026-02-01").json["before"] is None
    file.write_bytes(printed(rows[1:]))
    told = take("2026-02-08").json
    assert {one["what"] for one in told["proposals"]} == {"listed", "delisted"}
    snapshot, by_what = told["snapshot"]["source"], {one["what"]: one["key"] for one in told["proposals"]}
    assert take("2026-02-08").json["again"] is True
    assert habeas("lists", "accept", snapshot, by_what["listed"], "--by", "boris").out.startswith("Line ")
    assert habeas("lists", "reject", snapshot, by_what["delisted"], "--reason", "Moved.", "--by", "boris").code == 0
    decided = {
        one["what"]: one["decided"]["verdict"]
        for one in habeas("lists", "changes", snapshot, "--json").json["proposals"]
    }
    assert decided == {"listed": "accepted", "delisted": "rejected"}
    assert "0 to decide on" in habeas("lists", "changes", snapshot).out
    assert snapshot in habeas("lists", "changes").out
    assert habeas("instrument", "us-listed-2026-02-08", "--json").json["sanctioner"] == "us"
    assert "There is no snapshot" in habeas("lists", "changes", "none").err


def test_a_list_below_its_floor_is_not_taken(habeas: Habeas, files: tuple[Path, Path]) -> None:
    habeas("init")
    ran = habeas("lists", "take", files[0], "--published", "2026-02-01", "--by", "anna")
    assert ran.code == 2 and "--at-least" in ran.err
