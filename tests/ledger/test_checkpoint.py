"""What a chain can't show by itself, a checkpoint kept outside does: a cut tail, a rollback, a re-signed chain."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from django.db import connection

from habeas.domain.words import Kind
from habeas.ledger.append import append, begin
from habeas.ledger.chain import link_hash
from habeas.ledger.checkpoint import read_checkpoint, seal
from habeas.ledger.verify import verify
from habeas.problems import BadInput
from tests.ledger.people import named
from tests.ledger.test_verify import tamper

pytestmark = pytest.mark.database


@pytest.fixture
def outside(live: Path, tmp_path: Path) -> Path:
    """A checkpoint of line 6, kept outside of the home folder."""
    append([named(f"Выдуманы {place}") for place in range(5)])
    seal(tmp_path / "outside.json")
    return tmp_path / "outside.json"


def what_is_found(checkpoint: Path) -> tuple[int | None, str]:
    report = verify(checkpoint)
    assert report.first is not None, "nothing was found"
    return report.first.line, report.first.what


def rewrite_from(number: int, editor: str) -> None:
    """A forger's work: change a line and make every hash after it fit again."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM ledger_line WHERE number >= %s ORDER BY number", [number])
        rows = [list(row) for row in cursor.fetchall()]
    rows[0][5] = editor
    before = bytes(rows[0][8])
    for row in rows:
        made = link_hash(*row[:7], bytes(row[7]).hex(), before.hex())
        tamper(
            "UPDATE ledger_line SET editor = %s, previous = %s, hash = %s WHERE number = %s",
            row[5], before, made, row[0],
        )  # fmt: skip
        before = made


def test_a_ledger_fits_its_checkpoint_also_after_it_has_grown(outside: Path) -> None:
    assert verify(outside).sound
    append([named()])
    assert verify(outside).sound


def test_a_checkpoint_names_the_ledger_its_last_line_and_the_key(outside: Path, live: Path) -> None:
    found = read_checkpoint(outside)
    assert found.number == 6
    assert (live / "checkpoint.key").stat().st_mode & 0o777 == 0o600
    assert len(bytes.fromhex(found.key)) == 32


def test_a_cut_tail_is_found(outside: Path) -> None:
    tamper("DELETE FROM ledger_sealed WHERE number > 4")
    tamper("DELETE FROM ledger_line WHERE number > 4")
    assert verify().sound, "the chain alone can't tell"
    line, what = what_is_found(outside)
    assert line == 5
    assert "ends at line 4" in what


def test_a_rollback_that_grew_anew_is_found(outside: Path) -> None:
    tamper("DELETE FROM ledger_sealed WHERE number > 4")
    tamper("DELETE FROM ledger_line WHERE number > 4")
    append([named("Іншы"), named("Іншая"), named("Трэці")])
    assert verify().sound
    assert what_is_found(outside)[0] == 6


def test_a_chain_made_anew_is_found(outside: Path) -> None:
    rewrite_from(3, "eve")
    assert verify().sound
    line, what = what_is_found(outside)
    assert line == 6
    assert "rewritten" in what


def test_a_chain_made_anew_and_signed_with_a_new_key_is_found(outside: Path, live: Path, tmp_path: Path) -> None:
    rewrite_from(3, "eve")
    (live / "checkpoint.key").unlink()
    seal(tmp_path / "forged.json")
    assert verify(tmp_path / "forged.json").sound
    assert what_is_found(outside)[0] == 6


def test_another_key_is_found_even_where_the_chain_fits(outside: Path, live: Path, tmp_path: Path) -> None:
    (live / "checkpoint.key").unlink()
    seal(tmp_path / "second.json")
    line, what = what_is_found(outside)
    assert line is None
    assert "key" in what


def test_another_ledger_does_not_fit(outside: Path) -> None:
    tamper("DELETE FROM ledger_sealed")
    tamper("DELETE FROM ledger_line")
    begin(Kind.LIVE)
    append([named(f"Выдуманы {place}") for place in range(5)])
    assert verify().sound
    assert what_is_found(outside)[0] == 1


@pytest.mark.parametrize("field", ["ledger", "number", "hash", "moment", "key", "signature"])
def test_a_checkpoint_that_was_changed_is_not_believed(outside: Path, field: str) -> None:
    written = json.loads(outside.read_text())
    value = written[field]
    written[field] = value + 1 if isinstance(value, int) else ("0" if value[0] != "0" else "1") + value[1:]
    outside.write_text(json.dumps(written))
    (flaw,) = verify(outside).flaws
    assert flaw.line is None and "was changed after it was signed" in flaw.what


@pytest.mark.parametrize("content", [b"", b"\x00\xff", b"[]", b"{}", b'{"form": "habeas checkpoint 1"}'])
def test_a_file_that_is_no_checkpoint_is_said_to_be_none(live: Path, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "other").write_bytes(content)
    with pytest.raises(BadInput, match="is no checkpoint"):
        verify(tmp_path / "other")


def test_a_checkpoint_is_never_written_over(outside: Path) -> None:
    before = outside.read_bytes()
    with pytest.raises(BadInput, match="there already"):
        seal(outside)
    assert outside.read_bytes() == before
    with pytest.raises(BadInput, match="can't be written"):
        seal(outside / "below" / "a-file.json")


def test_a_checkpoint_stands_for_a_copy_of_the_home_folder_too(outside: Path, live: Path, tmp_path: Path) -> None:
    shutil.copy(live / "checkpoint.key", tmp_path / "kept.key")
    append([named()])
    second = seal(tmp_path / "later.json")
    assert (second.number, second.key) == (7, read_checkpoint(outside).key)
