"""One file out, the same ledger in again; and a damaged file changes nothing."""

from __future__ import annotations

import io
import random
import shutil
import tarfile
from pathlib import Path

import pytest
from django.db import connection

from habeas.archive.store import fetch, keep
from habeas.ledger.access import Event, entries, record
from habeas.ledger.append import append
from habeas.ledger.backup import backup
from habeas.ledger.checkpoint import seal
from habeas.ledger.erase import ask_erasure, confirm_erasure
from habeas.ledger.read import last_number, lines
from habeas.ledger.restore import restore
from habeas.ledger.verify import verify
from habeas.problems import BadInput
from tests.ledger.people import captured, detained, named

pytestmark = pytest.mark.database

COPY = b"a list of names"


@pytest.fixture
def saved(live: Path, tmp_path: Path) -> Path:
    """A backup of a ledger with a copy, an erased line and a log of access, and a checkpoint beside it."""
    append([captured(keep(COPY)), named(), detained(), named("Ян Выдуманы")])
    ask_erasure(5, editor="anna")
    confirm_erasure(5, editor="boris")
    record(Event.BACKED_UP, "anna")
    seal(tmp_path / "outside.json")
    backup(tmp_path / "backup.tar")
    return tmp_path / "backup.tar"


def lose_everything(home: Path) -> None:
    connection.close()
    shutil.rmtree(home)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for table in ("ledger_line", "ledger_sealed"):
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
                cursor.execute(f"TRUNCATE {table}")
                cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
                cursor.execute("SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass", [table])
                for (name,) in cursor.fetchall():
                    cursor.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name}")


def test_what_was_backed_up_is_restored_to_the_last_line(saved: Path, live: Path, tmp_path: Path) -> None:
    before = list(lines())
    lose_everything(live)
    report = restore(saved)
    assert (report.sound, report.erased, report.copies) == (True, 1, 1)
    assert list(lines()) == before
    assert verify(tmp_path / "outside.json").sound
    assert fetch(keep(COPY)) == COPY
    assert [entry.event for entry in entries()] == ["backed_up"]
    assert append([named()]) == [len(before) + 2]
    assert verify(tmp_path / "outside.json").sound
    assert not list(tmp_path.glob(".restoring*"))


def test_a_home_with_a_ledger_is_not_written_over(saved: Path, live: Path) -> None:
    before = list(lines())
    with pytest.raises(BadInput, match=r"new folder|already"):
        restore(saved)
    assert list(lines()) == before


def test_a_database_that_was_never_begun_counts_as_empty(saved: Path, live: Path, template: str) -> None:
    lose_everything(live)
    live.mkdir()
    (live / "secret.key").write_text("made when the folder was")
    if connection.vendor == "sqlite":
        shutil.copy(template, live / "habeas.db")
    assert restore(saved).sound


def test_a_backup_is_never_written_over(saved: Path) -> None:
    before = saved.read_bytes()
    with pytest.raises(BadInput, match="there already"):
        backup(saved)
    assert saved.read_bytes() == before
    with pytest.raises(BadInput, match="can't be written"):
        backup(saved.parent / "nowhere" / "backup.tar")


def test_a_ledger_that_was_not_begun_is_not_backed_up(empty: Path, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="hasn't been begun"):
        backup(tmp_path / "backup.tar")
    assert [found.name for found in tmp_path.iterdir()] == ["home"]


def nothing_came_of(saved: Path, live: Path) -> None:
    with pytest.raises(BadInput):
        restore(saved)
    assert not live.exists()
    assert [found.name for found in live.parent.iterdir() if found.name.startswith(".")] == []
    if connection.vendor == "postgresql":
        assert last_number() == 0


@pytest.mark.parametrize("seed", range(8))
def test_a_backup_with_a_changed_byte_in_what_counts_is_refused_and_nothing_is_written(
    saved: Path, live: Path, seed: int
) -> None:
    lose_everything(live)
    dice = random.Random(seed)
    with tarfile.open(saved) as tar:
        members = [(member, tar.extractfile(member)) for member in tar]
        contents = [(member, opened.read()) for member, opened in members if opened]
    with tarfile.open(saved, "w") as tar:
        for member, content in contents:
            if member.name.startswith("archive/") or (seed % 2 and "sealed.copy" in member.name):
                place = dice.randrange(len(content))
                content = content[:place] + bytes([content[place] ^ 0x10]) + content[place + 1 :]
            tar.addfile(member, io.BytesIO(content))
    nothing_came_of(saved, live)


@pytest.mark.parametrize("part", [0.1, 0.5, 0.8])
def test_a_backup_cut_short_is_refused_and_nothing_is_written(saved: Path, live: Path, part: float) -> None:
    lose_everything(live)
    whole = saved.read_bytes().rstrip(b"\0")
    saved.write_bytes(whole[: int(len(whole) * part)])
    nothing_came_of(saved, live)


@pytest.mark.parametrize("content", [b"", b"not a tar at all" * 100, b"\0" * 10240])
def test_a_file_that_is_no_backup_is_refused(saved: Path, live: Path, content: bytes) -> None:
    lose_everything(live)
    saved.write_bytes(content)
    nothing_came_of(saved, live)


@pytest.mark.parametrize("name", ["../escape", "/etc/escape", "archive/../../escape", "habeas.db/x"])
def test_a_backup_that_reaches_out_of_its_folder_is_refused(saved: Path, live: Path, name: str) -> None:
    lose_everything(live)
    with tarfile.open(saved, "w") as tar:
        member = tarfile.TarInfo(name)
        member.size = 4
        tar.addfile(member, io.BytesIO(b"evil"))
    nothing_came_of(saved, live)
    assert not (live.parent / "escape").exists()
