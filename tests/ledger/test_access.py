"""The log of access: a chained file that names no one but the editor, and hides no change."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from habeas.ledger.access import Event, entries, record, verify_access
from habeas.problems import BadInput


@pytest.fixture(autouse=True)
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HABEAS_HOME", str(tmp_path))
    return tmp_path / "access.log"


def test_an_entry_says_who_did_what_kind_of_thing_in_which_hour() -> None:
    record(Event.LOOKED, "anna")
    record(Event.EXPORTED, "boris")
    found = list(entries())
    assert [(entry.number, entry.event, entry.alias) for entry in found] == [
        (1, "looked", "anna"),
        (2, "exported", "boris"),
    ]
    assert all(len(entry.hour) == len("2026-03-01T14") for entry in found)
    assert verify_access() == ""


def test_a_log_that_was_not_begun_is_in_order() -> None:
    assert list(entries()) == []
    assert verify_access() == ""


@pytest.mark.parametrize("alias", ["", "Anna Surname", "a" * 61, "a\nb"])
def test_an_alias_is_short_and_plain(alias: str) -> None:
    with pytest.raises(BadInput, match="alias"):
        record(Event.LOOKED, alias)


def test_every_changed_byte_is_found(log: Path) -> None:
    for alias in ("anna", "boris", "clara"):
        record(Event.LOOKED, alias)
    whole = log.read_bytes()
    for place in range(len(whole) - 1):
        log.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert verify_access(), f"byte {place}"


def test_an_entry_that_was_taken_out_is_found(log: Path) -> None:
    for alias in ("anna", "boris", "clara"):
        record(Event.LOOKED, alias)
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(lines[0] + lines[2])
    assert "entry 2" in verify_access()


def test_half_an_entry_of_a_failed_machine_is_taken_off(log: Path) -> None:
    record(Event.LOOKED, "anna")
    with log.open("ab") as opened:
        opened.write(b'[2,"look')
    record(Event.LOOKED, "boris")
    assert [entry.alias for entry in entries()] == ["anna", "boris"]
    assert verify_access() == ""


def test_processes_that_record_at_once_keep_one_chain() -> None:
    with multiprocessing.get_context("fork").Pool(6) as pool:
        pool.starmap(record, [(Event.LOOKED, f"w{place % 6}") for place in range(60)])
    assert [entry.number for entry in entries()] == list(range(1, 61))
    assert verify_access() == ""
