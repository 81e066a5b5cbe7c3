"""Damaged and hostile files: each is read or refused in words; nothing crashes, hangs or is half taken."""

from __future__ import annotations

import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from habeas.intake.files.reading import read_list, table_of
from habeas.intake.take import take
from habeas.ledger.read import last_number
from habeas.ledger.verify import verify
from habeas.problems import BadInput
from tests.intake import damage
from tests.intake.conftest import Write, catch_up
from tests.intake.files import KINDS

LONGEST = 10.0
"""Seconds that any file may take, its refusal included."""
BEGINNINGS = {
    "csv": b"name,born\n", "txt": "1. Анна ".encode(), "xlsx": b"PK\x03\x04",
    "xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "ods": b"PK\x03\x04mimetype", "html": b"<html><body><table>", "pdf": b"%PDF-1.4\n1 0 obj\n",
    "docx": b"PK\x03\x04word/",
}  # fmt: skip


def read_or_refused(kind: str, data: bytes) -> str:
    """What became of the file; anything but rows or a refusal in words flies."""
    began = worked()
    try:
        reading = read_list(Path(f"list.{kind}"), data)
    except BadInput as told:
        assert f"list.{kind}" in str(told) and str(told).rstrip().endswith((".", "--file.", ")")), str(told)
        outcome = "refused"
    else:
        assert [row.number for row in reading.rows] == list(range(1, len(reading.rows) + 1))
        assert all(row.nobody or row.name for row in reading.rows)
        outcome = "read"
    assert worked() - began < LONGEST
    return outcome


def worked() -> float:
    """Seconds that this process and its readers have worked; on a busy machine a clock would count the waiting."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def all_told(kind: str, files: Iterable[bytes]) -> set[str]:
    return {read_or_refused(kind, data) for data in files}


@pytest.mark.parametrize("kind", KINDS)
def test_fifty_damaged_files_of_each_kind_are_read_or_refused(kind: str) -> None:
    assert all_told(kind, damage.damaged(kind, 50)) == {"read", "refused"}


@pytest.mark.proof
@pytest.mark.parametrize("kind", KINDS)
def test_a_thousand_damaged_files_of_each_kind_are_read_or_refused(kind: str) -> None:
    assert all_told(kind, damage.damaged(kind, 700)) == {"read", "refused"}

    @settings(max_examples=300, phases=[Phase.generate], database=None)
    @given(st.binary(max_size=2000))
    def any_bytes(rest: bytes) -> None:
        read_or_refused(kind, BEGINNINGS[kind] + rest)

    any_bytes()


HOSTILE = {
    "a page nested deep": ("html", lambda: damage.nested_page(20_000)),
    "a document nested deep": ("docx", lambda: damage.nested_document(5_000)),
    "entities in a document": ("docx", lambda: damage.bomb_of_entities("docx", "word/document.xml")),
    "entities in a sheet": ("xlsx", lambda: damage.bomb_of_entities("xlsx", "xl/worksheets/sheet1.xml")),
    "entities in an open sheet": ("ods", lambda: damage.bomb_of_entities("ods", "content.xml")),
    "a cell far away": ("xlsx", damage.far_cell),
    "a PDF of a gigabyte": ("pdf", lambda: damage.packed_stream(1_000_000_000)),
    "a line without end": ("txt", lambda: b"Anna Listapol, " * 400_000),
    "a quote without end": ("csv", lambda: b'name,born\n"' + b"Anna Listapol,\n" * 200_000),
    "marks without end": ("txt", lambda: b"-*- 1. 2) " * 300_000),
    "brackets without end": ("txt", lambda: b"Anna (" * 500_000),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_file_is_stopped_in_time(what: str) -> None:
    kind, made = HOSTILE[what]
    read_or_refused(kind, made())


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"txt"}))
def test_a_damaged_table_is_imported_or_refused(kind: str) -> None:
    for data in damage.damaged(kind, 5):
        try:
            assert table_of(Path(f"list.{kind}"), data).header
        except BadInput as told:
            assert str(told)


def kept(home: Path) -> set[str]:
    return {path.name for path in (home / "archive").rglob("*") if path.is_file()}


def taken_whole_or_not(home: Path, write: Write, kind: str, number: int) -> None:
    for data in damage.damaged(kind, number):
        before = last_number()
        try:
            outcome = take(write(data, f"list.{kind}"), source="s-list", event="2026-02-01", editor="anna")
        except BadInput as told:
            assert last_number() == before
            assert sha256(data).hexdigest() in kept(home) and "is in the archive as" in str(told)
        else:
            catch_up()
            assert len(outcome.rows) == sum(outcome.counts.values())
    assert verify().sound


@pytest.mark.database
@pytest.mark.parametrize("kind", KINDS)
def test_no_damaged_list_is_half_taken(kind: str, held: Path, write: Write) -> None:
    taken_whole_or_not(held, write, kind, 4)


@pytest.mark.database
@pytest.mark.proof
@pytest.mark.parametrize("kind", KINDS)
def test_of_a_hundred_damaged_lists_none_is_half_taken(kind: str, held: Path, write: Write) -> None:
    taken_whole_or_not(held, write, kind, 100)
