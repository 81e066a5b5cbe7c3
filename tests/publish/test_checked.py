"""What an outsider can check: every file, the signature, the chain of releases; and packs with their own script."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path

import orjson
import pytest
from django.apps import apps
from django.db import connection

from habeas.problems import BadInput
from habeas.publish.checking import check
from habeas.publish.layout import DATA, RELEASES, SITE
from habeas.publish.manifest import NAME, read_manifest
from habeas.publish.pack import KINDS, pack
from habeas.publish.readable import must_be_readable
from habeas.register.asking import asking
from tests.publish.conftest import made
from tests.publish.test_canaries import Canaries, found
from tests.register.conftest import named, say

pytestmark = pytest.mark.database


@pytest.fixture
def two_releases(small: Path, out: Path) -> Path:
    made(out)
    say(named("p-new", "Nova Nebyvalaya"))
    made(out)
    return out


def test_a_copy_is_sound_as_it_was_published(two_releases: Path) -> None:
    report = check(two_releases)
    assert (report.sound, report.seen.release) == (True, 2)
    assert report.files == len(read_manifest(two_releases).files)


@pytest.mark.parametrize("name", [DATA, f"{SITE}/index.html", f"{RELEASES}/1/changes.json"])
def test_a_changed_byte_is_found_and_named(two_releases: Path, name: str) -> None:
    file = two_releases / name
    file.write_bytes(file.read_bytes()[:-1] + b"?")
    assert f"{name} was changed." in check(two_releases).flaws


def test_a_file_taken_away_or_put_in_is_found(two_releases: Path) -> None:
    (two_releases / SITE / "people.html").unlink()
    (two_releases / SITE / "more.html").write_text("more")
    flaws = check(two_releases).flaws
    assert f"{SITE}/people.html is missing." in flaws and f"{SITE}/more.html is no part of this copy." in flaws


def test_a_manifest_that_is_not_what_was_signed_is_a_failed_check_and_a_folder_without_one_a_wrong_name(
    two_releases: Path, tmp_path: Path
) -> None:
    file = two_releases / NAME
    written = orjson.loads(file.read_bytes())
    file.write_bytes(orjson.dumps({**written, "day": "2020-01-01"}))
    (flaw,) = check(two_releases).flaws
    assert "changed after it was signed" in flaw
    file.write_bytes(b"{")
    assert not check(two_releases).sound and check(two_releases).proved == ()
    with pytest.raises(BadInput, match="can't be read"):
        check(tmp_path / "nowhere")


def test_a_release_taken_out_of_the_chain_is_found(two_releases: Path) -> None:
    older, newer = (two_releases / RELEASES / number / NAME for number in "12")
    older.write_bytes(newer.read_bytes())
    assert f"{RELEASES}/1 does not follow the release before it." in check(two_releases).flaws


@pytest.mark.parametrize("kind", KINDS)
def test_a_pack_warns_holds_its_script_and_tells_nothing_of_whoever_packed_it(
    two_releases: Path, tmp_path: Path, kind: str
) -> None:
    first, second = tmp_path / "first.zip", tmp_path / "second.zip"
    assert pack(two_releases, kind, first) == pack(two_releases, kind, second)
    with zipfile.ZipFile(first) as packed:
        names = packed.namelist()
        assert "punishable" in packed.read("READ-FIRST.txt").decode()
        assert {one.date_time for one in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert (f"copy/{DATA}" in names) is (kind != "stick")
        packed.extractall(tmp_path / "unpacked")
    script = [sys.executable, "check.py", "copy"]
    key = read_manifest(two_releases).key
    done = subprocess.run([*script, key], cwd=tmp_path / "unpacked", capture_output=True, text=True, check=True)
    assert "Signature: right" in done.stdout
    other = subprocess.run([*script, "0" * 64], cwd=tmp_path / "unpacked", capture_output=True, check=False)
    assert other.returncode == 1
    page = tmp_path / "unpacked" / "copy" / SITE / "index.html"
    page.write_text("changed")
    changed = subprocess.run([*script, key], cwd=tmp_path / "unpacked", capture_output=True, text=True, check=False)
    assert changed.returncode == 1 and "changed, the first: site/index.html" in changed.stdout


def test_no_canary_is_in_a_pack(small: Path, out: Path, tmp_path: Path) -> None:
    from tests.publish.test_canaries import withheld_of_every_sort

    flock = Canaries("zukvarz")
    withheld_of_every_sort(flock)
    made(out)
    (tmp_path / "packs").mkdir()
    pack(out, "mirror", tmp_path / "packs" / "mirror.zip")
    assert found(tmp_path / "packs", flock) == []


def test_a_copy_of_another_version_is_refused_in_words_that_tell_what_to_do(two_releases: Path) -> None:
    with closing(sqlite3.connect(two_releases / DATA)) as database:
        database.execute("PRAGMA user_version = 1")
    must = pytest.raises(BadInput, match=r"another version of Habeas(.|\n)*publish anew")
    with must:
        must_be_readable(two_releases)
    (two_releases / DATA).write_bytes(b"no database at all, and long enough to be looked into" * 100)
    with pytest.raises(BadInput, match="no database"):
        must_be_readable(two_releases)


def test_the_number_of_the_layout_is_that_of_the_tables(two_releases: Path) -> None:
    must_be_readable(two_releases)
    with asking(two_releases / DATA), connection.cursor() as cursor:
        for model in apps.get_app_config("register").get_models():
            told = connection.introspection.get_table_description(cursor, model._meta.db_table)
            assert [one.name for one in told] == [field.column for field in model._meta.local_fields]
