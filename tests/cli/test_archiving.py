"""Evidence on the command line: a file captured, checked, redacted; and addresses that are never fetched."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Habeas

TEXT = "Nine people were freed on Saturday, among them Alena Varonik of Ratamka, said the monitors."


def test_a_file_is_captured_checked_and_redacted(habeas: Habeas, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(TEXT, encoding="utf-8")
    habeas("init")
    taken = habeas("capture", tmp_path / "note.txt", "--publisher", "A monitor", "--key", "note", "--json").json
    assert taken["source"] == "s-note" and len(taken["text"]) == 64
    made = habeas("redact", "note", "--cut", "Alena Varonik", "--cut", "Ratamka", "--out", tmp_path / "shown.txt")
    assert made.code == 0, made.err
    shown = (tmp_path / "shown.txt").read_text(encoding="utf-8")
    assert "Varonik" not in shown and "Ratamka" not in shown and "Nine people" in shown
    assert habeas("archive", "check", "--offline").code == 0
    (copy,) = (tmp_path / "home" / "archive").rglob(taken["text"])
    copy.chmod(0o600)
    copy.write_text("changed", encoding="utf-8")
    checked = habeas("archive", "check", "--offline")
    assert checked.code != 0 and "was changed" in checked.out


@pytest.mark.parametrize("address", ["http://127.0.0.1/", "http://localhost:8000/people", "https://10.0.0.1/"])
def test_addresses_of_this_machine_are_never_fetched(habeas: Habeas, address: str) -> None:
    habeas("init")
    done = habeas("capture", address, "--publisher", "Nobody")
    assert done.code != 0 and "never fetched" in done.err


def test_a_source_that_was_not_fetched_can_not_be_handed_on(habeas: Habeas, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(TEXT, encoding="utf-8")
    habeas("init")
    habeas("capture", tmp_path / "note.txt", "--publisher", "A monitor", "--key", "note")
    assert "no exchange to hand on" in habeas("archive", "export", "note", tmp_path / "a.wacz").err
