"""A register from its beginning: made, filled, backed up, restored, verified; and mistakes told in a line or two."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Habeas, run

NEEDS_A_HOME = [
    ("serve",), ("backup", "b"), ("import", "f", "--map", "m"), ("source", "add", "--publisher", "P"), ("sources",),
    ("batches",), ("take", "f", "--source", "a", "--event", "b"), ("decide", "l", "1", "new", "--by", "a"),
    ("find", "x"), ("person", "p"), ("count",), ("batch", "b"), ("rebuild",), ("verify",), ("checkpoint", "c"),
    ("lists",),
]  # fmt: skip


@pytest.mark.parametrize("command", NEEDS_A_HOME, ids=" ".join)
def test_a_home_that_does_not_exist_is_told_how_to_make_one(habeas: Habeas, tmp_path: Path, command: list[str]) -> None:
    done = habeas(*command)
    assert done.code == 2 and f"habeas --home {tmp_path / 'home'} init" in done.err
    assert not (tmp_path / "home").exists()


def test_from_an_empty_home_to_a_decision(habeas: Habeas, tmp_path: Path) -> None:
    assert habeas("init").code == 0
    assert habeas("init").code == 2, "a register is never made anew over another"
    assert habeas("source", "add", "--key", "monitor", "--publisher", "A monitor", "--published", "2026-02").code == 0
    added = ("batch", "add", "--key", "2026-02-01", "--title", "Ten", "--day", "2026-02-01", "--source", "monitor")
    assert habeas(*added).code == 0
    assert "stood so already" in habeas(*added).out
    other = habeas(*added[:5], "Eleven", *added[6:], "--announced", "11")
    assert other.code == 0 and "goes on being shown as “Ten”, 2026-02-01" in other.err
    (tmp_path / "list.txt").write_text("1. Янка Імшарук\n2. Зося Лукомір\nи ещё 8 человек\n", encoding="utf-8")
    take = ("take", "list.txt", "--source", "monitor", "--event", "2026-02-01")
    first = habeas(*take, "--json").json
    assert (first["rows"], first["not_in_the_register"], first["not_a_person"]) == (3, 2, 1)
    assert first["sum"] in habeas(*take).out
    assert habeas(*take, "--json").json == {**first, "unchanged": True}
    assert first["outcomes"][0]["subject"] in habeas("decide", first["list"], 1, "new", "--by", "anna").out
    found = habeas("find", "Yanka Imsharuk", "--json").json
    assert [one["id"] for one in found] == [first["outcomes"][0]["subject"]]
    person = habeas("person", found[0]["id"], "--json").json
    assert person["status"].startswith("free")
    assert habeas("decide", first["list"], 1, "not-a-person", "--by", "anna").code == 0
    assert habeas("find", "Yanka Imsharuk", "--json").json == []
    assert habeas("verify").code == 0
    assert habeas("lists", "--json").json[0]["list"] == first["list"]


def test_a_list_taken_by_three_at_once_is_taken_once(habeas: Habeas, tmp_path: Path) -> None:
    habeas("init")
    habeas("source", "add", "--key", "a", "--publisher", "A")
    habeas("batch", "add", "--key", "b", "--title", "B", "--day", "2026", "--source", "a")
    (tmp_path / "list.txt").write_text("Янка Імшарук\nЗося Лукомір\n", encoding="utf-8")
    with ThreadPoolExecutor() as pool:
        taking = [pool.submit(habeas, "take", "list.txt", "--source", "a", "--event", "b", "--json") for _ in range(3)]
        told = [one.result() for one in taking]
    assert [one.code for one in told] == [0, 0, 0]
    assert len({json.dumps(one.json["outcomes"]) for one in told}) == 1
    assert [one.json["unchanged"] for one in told].count(False) == 1
    assert len(habeas("lists", "--json").json) == 1


def test_a_backup_restored_elsewhere_answers_the_same(habeas: Habeas, tmp_path: Path, example: Path) -> None:
    (file,) = [tmp_path / "habeas.backup"]
    assert run(example, "backup", file).code == 0
    assert run(example, "backup", file).code == 2, "a backup is never written over another"
    assert habeas("restore", file).code == 0
    for question in (("count", "--json"), ("batch", "2025-12-13", "--json")):
        assert habeas(*question).out == run(example, *question).out
    assert habeas("restore", file).code == 2, "a register is never restored over another"


def test_a_checkpoint_kept_outside_shows_a_cut_tail(habeas: Habeas, tmp_path: Path) -> None:
    habeas("init")
    habeas("source", "add", "--key", "a", "--publisher", "A")
    assert habeas("backup", "before").code == 0
    habeas("source", "add", "--key", "b", "--publisher", "B")
    assert habeas("checkpoint", "point.json").code == 0
    assert habeas("verify", "--checkpoint", "point.json").code == 0
    assert run(tmp_path / "cut", "restore", tmp_path / "before").code == 0
    done = run(tmp_path / "cut", "verify", "--checkpoint", tmp_path / "point.json")
    assert done.code == 1 and done.err.startswith("The first line that doesn't fit")


def test_rebuilding_changes_no_answer(example: Path) -> None:
    before = run(example, "count", "--json").out
    assert run(example, "rebuild").code == 0
    assert run(example, "count", "--json").out == before


def test_the_example_again_is_left_as_it_is(example: Path) -> None:
    before = run(example, "count", "--json").json["version"]
    done = run(example, "demo", "--no-serve")
    assert done.code == 0 and "already" in done.err
    assert run(example, "count", "--json").json["version"] == before


def test_the_example_is_never_built_into_a_register(habeas: Habeas) -> None:
    habeas("init")
    done = habeas("demo", "--no-serve")
    assert done.code == 2 and "of its own" in done.err


def _hears_ctrl_c() -> None:
    """A shell without a terminal lets those whom it starts ignore Ctrl-C, and what they start inherits that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_serve_answers_on_this_machine_and_ends_quietly(example: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    script = "from habeas.cli import main; main()"
    command = [sys.executable, "-c", script, "--home", str(example), "serve", "--port", str(port)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT, preexec_fn=_hears_ctrl_c
    ) as server:
        try:
            assert server.stdout is not None and f"http://127.0.0.1:{port}/" in server.stdout.readline()
            assert _status(f"http://127.0.0.1:{port}/") < 500
            assert run(example, "serve", "--port", port).err.startswith(f"Port {port}")
        finally:
            server.send_signal(signal.SIGINT)
            _, said = server.communicate(timeout=20)
    assert "Traceback" not in said


def _status(address: str) -> int:
    for _ in range(50):
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as told:
            return told.code
        except OSError:
            time.sleep(0.1)
    pytest.fail("The server doesn't answer.")


@pytest.mark.parametrize(
    "arguments", [("nonsense",), ("person",), ("count", "--nope"), ("take", "f"), ("serve", "--port", "0")]
)
def test_a_form_that_does_not_exist_is_told_with_where_to_look(habeas: Habeas, arguments: tuple[str, ...]) -> None:
    done = habeas(*arguments)
    assert done.code == 2 and "--help" in done.err and len(done.err.strip().splitlines()) <= 2


BAD_LISTS = {
    "empty.csv": b"",
    "binary.csv": bytes(range(256)) * 9,
    "wrong.txt": "Иван Листопол\nАнна Снегалуг\n".encode("cp866"),
    "header.csv": b"a,b\n1,2\n",
    "half.xlsx": b"PK\x03\x04 and no more",
}


def test_bad_lists_are_told_and_leave_the_register_as_it_was(habeas: Habeas, tmp_path: Path) -> None:
    habeas("init")
    habeas("source", "add", "--key", "a", "--publisher", "A")
    habeas("batch", "add", "--key", "b", "--title", "B", "--day", "2026", "--source", "a")
    before = habeas("count", "--json").json["version"]
    for name, data in BAD_LISTS.items():
        (tmp_path / name).write_bytes(data)
        done = habeas("take", name, "--source", "a", "--event", "b")
        assert done.code == 2 and name in done.err and len(done.err.strip().splitlines()) <= 2
    assert habeas("take", "missing.csv", "--source", "a", "--event", "b").code == 2
    assert habeas("count", "--json").json["version"] == before


def test_a_damaged_database_is_told_without_a_traceback(habeas: Habeas, tmp_path: Path) -> None:
    habeas("init")
    (tmp_path / "home" / "habeas.db").write_bytes(b"not a database" * 1000)
    done = habeas("count")
    assert done.code == 2 and "backup" in done.err


def test_match_needs_neither_home_nor_django(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("name\nЯнка Імшарук\n", encoding="utf-8")
    (tmp_path / "register.csv").write_text("id,name\n1,Yanka Imsharuk\n", encoding="utf-8")
    script = (
        "import sys\nfrom habeas.cli import run\n"
        "code = run(['match', 'list.csv', '--against', 'register.csv', '--out', 'out.csv', '--candidates', '2'])\n"
        "print(code, sorted(name for name in sys.modules if name.split('.')[0] in ('django', 'sqlite3', 'psycopg')))"
    )
    env = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=tmp_path, env=env)
    assert done.stdout.splitlines()[-1] == "0 []", done.stderr
    assert (tmp_path / "out.csv").exists() and (tmp_path / "out.candidates.csv").exists()
    assert re.search(r"^1 = ", done.stdout)
    assert not (tmp_path / "habeas-home").exists()


def test_no_name_is_in_the_log_of_access(habeas: Habeas, tmp_path: Path) -> None:
    habeas("init")
    habeas("source", "add", "--key", "a", "--publisher", "A")
    habeas("batch", "add", "--key", "b", "--title", "B", "--day", "2026", "--source", "a")
    (tmp_path / "list.txt").write_text("Янка Імшарук\n", encoding="utf-8")
    habeas("take", "list.txt", "--source", "a", "--event", "b", "--by", "anna")
    entries = [json.loads(line) for line in (tmp_path / "home" / "access.log").read_text("utf-8").splitlines()]
    assert [(entry[1], entry[2]) for entry in entries] == [("took", "anna")]
    assert "Імшарук" not in (tmp_path / "home" / "access.log").read_text("utf-8")


def test_corrections_are_made_by_command(habeas: Habeas) -> None:
    assert habeas("init").code == 0
    assert habeas("source", "add", "--key", "press", "--publisher", "Press").code == 0
    refused = habeas("retract", "1", "--reason", "no", "--by", "anna")
    assert refused.code == 2 and "can't be taken back" in refused.err
    taken = habeas("retract", "2", "--reason", "another source", "--by", "anna")
    assert taken.code == 0 and "taken back" in taken.out
    assert habeas("erase", "2", "--reason", "asked", "--by", "anna").code == 0
    alone = habeas("erase", "2", "--confirm", "--by", "anna")
    assert alone.code == 2
    erased = habeas("erase", "2", "--confirm", "--by", "boris")
    assert erased.code == 0, erased.err
    assert "erased by two people" in habeas("verify").out
