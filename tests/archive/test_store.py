"""The archive keeps bytes once, whole, and unchanged."""

from __future__ import annotations

import multiprocessing
import stat
from hashlib import sha256
from pathlib import Path

import pytest

from habeas.archive.check import check
from habeas.archive.store import fetch, files, forget, holds, keep, path
from habeas.problems import BadInput


@pytest.fixture(autouse=True)
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HABEAS_HOME", str(tmp_path))
    return tmp_path / "archive"


def test_what_is_kept_can_be_fetched_by_its_hash() -> None:
    name = keep("Спіс вызваленых".encode())
    assert name == sha256("Спіс вызваленых".encode()).hexdigest()
    assert fetch(name) == "Спіс вызваленых".encode()


def test_the_same_bytes_are_kept_once_and_not_written_again(archive: Path) -> None:
    name = keep(b"one list")
    before = path(name).stat()
    assert keep(b"one list") == name
    after = path(name).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert len(list(files())) == 1
    assert path(name) == archive / name[:2] / name


def test_nobody_may_write_to_a_kept_copy() -> None:
    assert stat.S_IMODE(path(keep(b"one list")).stat().st_mode) == 0o400


def test_processes_that_keep_the_same_bytes_at_once_leave_one_whole_copy(archive: Path) -> None:
    data = b"x" * 1_000_000
    with multiprocessing.get_context("fork").Pool(6) as pool:
        names = pool.map(keep, [data] * 30)
    assert set(names) == {sha256(data).hexdigest()}
    assert [found.name for found in archive.rglob("*") if found.is_file()] == [names[0]]
    assert list(check({names[0]: 1})) == []


def test_a_copy_that_is_not_there_is_said_to_be_missing() -> None:
    with pytest.raises(BadInput, match="holds no copy"):
        fetch("0" * 64)


def test_a_changed_copy_is_never_handed_out() -> None:
    name = keep(b"one list")
    path(name).chmod(0o600)
    path(name).write_bytes(b"one lisp")
    with pytest.raises(BadInput, match="was changed"):
        fetch(name)


@pytest.mark.parametrize("name", ["", "../secret.key", "A" * 64, "0" * 63, "0" * 65, "0" * 64 + "\n"])
def test_only_a_hash_names_a_copy(name: str) -> None:
    with pytest.raises(BadInput, match="not a SHA-256"):
        path(name)


def test_what_is_forgotten_is_gone() -> None:
    name = keep(b"one list")
    assert forget(name)
    assert not holds(name)
    assert not forget(name)


def test_what_a_killed_process_left_unfinished_is_no_copy(archive: Path) -> None:
    name = keep(b"one list")
    (archive / name[:2] / ".unfinished-00").write_bytes(b"one l")
    assert [found.name for found in files()] == [name]
    assert list(check({name: 1})) == []


def test_every_change_to_the_archive_is_found(archive: Path) -> None:
    changed, missing, moved, sound = (keep(text) for text in (b"one", b"two", b"three", b"four"))
    path(changed).chmod(0o600)
    path(changed).write_bytes(b"One")
    path(missing).unlink()
    (archive / "zz").mkdir()
    path(moved).rename(archive / "zz" / moved)
    (archive / "stray").symlink_to(path(sound))
    found = {(damage.name, damage.line) for damage in check({changed: 1, missing: 2, moved: 3, sound: 4})}
    assert found == {(changed, 1), (missing, 2), (moved, 3), ("stray", None)}
