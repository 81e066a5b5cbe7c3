"""Whose a copy is and whether it is an old one: what a reader pins, what is then proved, and what never is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import orjson
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from habeas.cli import run
from habeas.domain.judgements import Withheld
from habeas.domain.lines import Candidate
from habeas.domain.words import Basis
from habeas.ledger.checkpoint import public_key
from habeas.problems import BadInput
from habeas.project.home import checkpoint_key_path, home
from habeas.publish.checking import Checked, check, read_key
from habeas.publish.last_seen import read_seen, write_seen
from habeas.publish.layout import DATA, RELEASES, SITE
from habeas.publish.manifest import NAME, flaws, read_manifest
from tests.publish.conftest import made
from tests.register.conftest import named, say

pytestmark = pytest.mark.database
CHECK = Path(__file__).parents[2] / "habeas" / "publish" / "packed" / "check.py"


@pytest.fixture
def copies(small: Path, out: Path, tmp_path: Path) -> Path:
    """A copy, then one with another release, then one from which somebody was withdrawn: 1, 2 and 3."""
    for number in range(1, 4):
        if number == 2:
            say(named("p-new", "Nova Nebyvalaya"))
        if number == 3:
            say(Candidate("p-ivan", Withheld(0, Basis.FAMILY)))
        made(out)
        shutil.copytree(out, tmp_path / "kept" / str(number))
    return tmp_path / "kept"


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("copies") / "kept"


@pytest.fixture
def kept(request: pytest.FixtureRequest, shelf: Path, tmp_path: Path) -> Path:
    """The same, published once for all tests that need no register."""
    if not shelf.exists():
        shutil.copytree(request.getfixturevalue("copies"), shelf)
    return Path(shutil.copytree(shelf, tmp_path / "given"))


def seen(copy: Path, tmp_path: Path) -> Path:
    file = tmp_path / "seen.json"
    write_seen(check(copy).seen, file)
    return file


def against(copy: Path, file: Path) -> Checked:
    return check(copy, last=read_seen(file))


def test_the_number_grows_with_each_publication_that_changed_something_and_with_no_other(
    copies: Path, out: Path, tmp_path: Path
) -> None:
    assert [read_manifest(copies / number).copy for number in "123"] == [1, 2, 3]
    assert [read_manifest(copies / number).release for number in "123"] == [1, 2, 2]
    assert made(tmp_path / "elsewhere").copy == 3
    made(tmp_path / "linked", "linked")
    assert "edition" in against(tmp_path / "linked", seen(copies / "3", tmp_path)).flaws[0]
    # A home that forgot goes on from the number in the folder.
    (home() / "published" / "copies.json").unlink()
    assert made(out).copy == 3


def test_an_older_copy_given_whole_is_found_by_the_checkpoint_alone(kept: Path, tmp_path: Path) -> None:
    file = seen(kept / "3", tmp_path)
    for older in "12":
        assert check(kept / older).sound
        assert "older than copy 3" in against(kept / older, file).flaws[0]
    same = against(kept / "3", file)
    assert same.sound and "It is the copy of your checkpoint, 3." in same.proved


def test_a_newer_copy_is_told_to_be_newer_and_never_the_newest(kept: Path, tmp_path: Path) -> None:
    report = against(kept / "3", seen(kept / "2", tmp_path))
    assert report.sound and "It is newer than the copy of your checkpoint, 2." in report.proved
    assert any("nothing newer was published" in one for one in report.unproved)


def test_what_is_not_proved_is_said_until_a_reader_gives_what_proves_it(kept: Path, tmp_path: Path) -> None:
    copy = kept / "3"
    key = read_manifest(copy).key
    alone, pinned = check(copy), check(copy, key.upper())
    assert alone.unproved[0].startswith("Whose it is") and "an old one" in alone.unproved[1]
    assert "It was signed with the key that you gave." in pinned.proved
    assert not pinned.unproved[0].startswith("Whose it is")
    assert any("is true" in one for one in pinned.unproved)


def test_a_copy_that_somebody_else_signed_is_sound_in_itself_and_refused_by_key_and_checkpoint(
    copies: Path, out: Path, tmp_path: Path
) -> None:
    file, key = seen(copies / "3", tmp_path), read_manifest(copies / "3").key
    checkpoint_key_path().unlink()
    forged = tmp_path / "forged"
    made(forged)
    assert check(forged).sound
    assert "not the key that you gave" in check(forged, key).flaws[0]
    assert "that of your checkpoint" not in against(forged, file).flaws[0]
    assert key in against(forged, file).flaws[0]


def test_two_copies_under_one_number_are_found(kept: Path, tmp_path: Path) -> None:
    file = seen(kept / "3", tmp_path)
    told = orjson.loads(file.read_bytes())
    file.write_bytes(orjson.dumps({**told, "manifest": "0" * 64}))
    assert "is another one" in against(kept / "3", file).flaws[0]


def kinds_of_files(copy: Path) -> list[str]:
    """One file of each folder and each ending."""
    found: dict[tuple[str, str], str] = {}
    for name in read_manifest(copy).files:
        found.setdefault((os.path.dirname(name), Path(name).suffix), name)
    return sorted(found.values())


def test_every_kind_of_file_is_missed_when_it_is_changed_cut_emptied_or_taken_away(kept: Path) -> None:
    copy = kept / "3"
    names = kinds_of_files(copy)
    assert DATA in names and {name.partition("/")[0] for name in names} >= {"api", "data", RELEASES, SITE}
    for name in names:
        file = copy / name
        held = file.read_bytes()
        for damaged in {held[:-1], held + b" ", b"", bytes(one ^ 1 for one in held[:1]) + held[1:]} - {held}:
            file.write_bytes(damaged)
            assert list(flaws(copy, read_manifest(copy))) == [f"{name} was changed."]
        file.unlink()
        assert f"{name} is missing." in check(copy).flaws
        file.write_bytes(held)
    assert check(copy).sound


@pytest.mark.parametrize("name", ["more.html", "site/be/more.html", "data/more.csv", "releases/3/data.sqlite.gz", ".x"])
def test_a_file_put_in_anywhere_is_found(kept: Path, name: str) -> None:
    (kept / "3" / name).parent.mkdir(exist_ok=True)
    (kept / "3" / name).write_text("more")
    assert check(kept / "3").flaws == (f"{name} is no part of this copy.",)


def _with_manifest(folder: Path, /, **fields: object) -> None:
    written = orjson.loads((folder / NAME).read_bytes())
    (folder / NAME).write_bytes(orjson.dumps({**written, **fields}))


def test_a_foreign_signature_key_or_list_is_refused(kept: Path) -> None:
    copy, other = kept / "3", kept / "2"
    whole, foreign = (copy / NAME).read_bytes(), orjson.loads((other / NAME).read_bytes())
    stranger = Ed25519PrivateKey.generate()
    changes: tuple[dict[str, object], ...] = (
        {"signature": foreign["signature"]},
        {"signature": stranger.sign(whole).hex()},
        {"key": public_key(stranger)},
        {"files": foreign["files"]},
        {"copy": 9},
        {"release": 9},
        {"before": foreign["before"][::-1]},
        {"edition": "linked"},
    )
    for change in changes:
        (copy / NAME).write_bytes(whole)
        _with_manifest(copy, **change)
        (flaw,) = check(copy).flaws
        assert "changed after it was signed" in flaw
    for broken in (b"", b"{}", b"[]", whole[:-40], b"\xff" * 90):
        (copy / NAME).write_bytes(broken)
        (flaw,) = check(copy).flaws
        assert "no manifest" in flaw
    (copy / NAME).write_bytes((other / NAME).read_bytes())
    assert not check(copy).sound


@pytest.mark.parametrize("typed", ["", "abc", "g" * 64, "a" * 63, "a" * 65])
def test_what_is_no_key_is_told_so(typed: str) -> None:
    with pytest.raises(BadInput, match="no public key"):
        read_key(typed)
    assert read_key("AB:" * 31 + "ab") == "ab" * 32


def test_a_checkpoint_is_never_written_over_and_what_is_none_is_told_so(kept: Path, tmp_path: Path) -> None:
    file = seen(kept / "3", tmp_path)
    with pytest.raises(BadInput, match="there already"):
        seen(kept / "2", tmp_path)
    assert read_seen(file).copy == 3
    for written in (b"", b"{}", b"[1]", file.read_bytes().replace(b": 3", b': "3"')):
        file.write_bytes(written)
        with pytest.raises(BadInput, match="no checkpoint of a public copy"):
            read_seen(file)


def test_the_script_of_a_pack_finds_the_same_with_nothing_but_python(kept: Path) -> None:
    def checked(copy: Path, *more: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, str(CHECK), str(copy), *more], capture_output=True, text=True, check=False
        )
        assert done.stderr == ""
        return done.returncode, done.stdout

    copy, key = kept / "3", read_manifest(kept / "3").key
    code, words = checked(copy)
    assert code == 0 and "Whose it is was not checked" in words and "remember the number 3" in words
    assert checked(copy, key, "3")[0] == checked(copy, key, "2")[0] == 0
    assert checked(kept / "2", key, "3")[0] == 1
    assert checked(copy, "0" * 64)[0] == 1
    page = copy / SITE / "people.html"
    held = page.read_bytes()
    page.unlink()
    assert checked(copy, key)[0] == 1
    page.write_bytes(held)
    _with_manifest(copy, copy=4)
    assert "WRONG" in checked(copy, key)[1]
    (copy / NAME).write_text("{}")
    assert checked(copy)[0] == 1


def test_a_failed_check_ends_with_one_and_a_wrong_question_with_two(
    kept: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = kept / "3"
    assert run(["verify", "--public", str(copy)]) == 0
    assert run(["verify", "--public", str(copy), "--key", "0" * 64]) == 1
    assert run(["verify", "--public", str(copy), "--key", "none"]) == 2
    assert run(["verify", "--public", str(tmp_path / "nowhere")]) == 2
    assert run(["verify", "--public", str(copy), "--checkpoint", str(copy / NAME)]) == 2
    capsys.readouterr()
    for broken in (b"{}", b"not even JSON", (copy / NAME).read_bytes().replace(b'"copy": 3', b'"copy": 4')):
        (copy / NAME).write_bytes(broken)
        assert run(["verify", "--public", str(copy)]) == 1
        assert "The first thing that doesn't fit" in capsys.readouterr().err
        assert run(["verify", "--public", str(copy), "--json"]) == 1
        assert orjson.loads(capsys.readouterr().out)["sound"] is False
        assert run(["checkpoint", str(tmp_path / "seen.json"), "--public", str(copy)]) == 1
        assert not (tmp_path / "seen.json").exists()
