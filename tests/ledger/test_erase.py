"""Two people can erase what a line says; one can't; and the proof stays whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import DatabaseError, connection

from habeas.archive.store import holds, keep
from habeas.domain.judgements import Erased
from habeas.ledger.append import append
from habeas.ledger.backup import backup
from habeas.ledger.chain import commit, link_hash, to_microseconds
from habeas.ledger.checkpoint import seal
from habeas.ledger.erase import ask_erasure, confirm_erasure, finish_erasures
from habeas.ledger.read import last_moment, lines
from habeas.ledger.rows import last_link
from habeas.ledger.unfinished import note, unfinished
from habeas.ledger.verify import verify
from habeas.problems import BadInput
from tests.ledger.people import captured, named

pytestmark = pytest.mark.database

SECRET = "Непаўторная-Выдуманая"


def bytes_of(home: Path) -> bytes:
    return b"".join(file.read_bytes() for file in home.rglob("*") if file.is_file())


def erased(line: int) -> None:
    ask_erasure(line, editor="anna", reason="the family asked")
    confirm_erasure(line, editor="boris")


def test_an_erased_line_is_read_no_more_and_the_chain_still_verifies(live: Path) -> None:
    first, second = append([named(SECRET), named()])
    erased(first)
    assert second in [line.number for line in lines()]
    assert first not in [line.number for line in lines()]
    assert list(lines(numbers=[first])) == []
    report = verify()
    assert (report.sound, report.erased) == (True, 1)


@pytest.mark.only_on("sqlite")
def test_erased_bytes_are_in_no_file_of_the_home_folder(live: Path) -> None:
    [line] = append([named(SECRET)])
    append([named(f"Выдуманы {place}") for place in range(300)])
    assert SECRET.encode() in bytes_of(live)
    erased(line)
    assert SECRET.encode() not in bytes_of(live)


def test_an_erased_payload_goes_into_no_backup_made_afterwards(live: Path, tmp_path: Path) -> None:
    [line] = append([named(SECRET)])
    backup(tmp_path / "before.tar")
    erased(line)
    backup(tmp_path / "after.tar")
    # PostgreSQL writes bytes out in hexadecimal.
    written = SECRET.encode() if connection.vendor == "sqlite" else SECRET.encode().hex().encode()
    assert written in (tmp_path / "before.tar").read_bytes()
    assert written not in (tmp_path / "after.tar").read_bytes()


def test_one_person_alone_erases_nothing(live: Path) -> None:
    [line] = append([named(SECRET)])
    with pytest.raises(BadInput, match="Nobody has asked"):
        confirm_erasure(line, editor="boris")
    ask_erasure(line, editor="anna")
    with pytest.raises(BadInput, match="Another editor has to confirm"):
        confirm_erasure(line, editor="anna")
    with pytest.raises(BadInput, match="Say who you are"):
        confirm_erasure(line, editor="")
    assert [found.number for found in lines(numbers=[line])] == [line]


def test_two_requests_by_one_person_are_still_one_person(live: Path) -> None:
    [line] = append([named(SECRET)])
    ask_erasure(line, editor="anna")
    ask_erasure(line, editor="anna")
    with pytest.raises(BadInput, match="Another editor"):
        confirm_erasure(line, editor="anna")


def test_the_database_refuses_an_erasure_by_one_person(live: Path) -> None:
    [line] = append([named(SECRET)])
    ask_erasure(line, editor="anna")
    last = last_link()
    assert last is not None
    number, moment = last.number + 1, to_microseconds(last_moment())
    clear = (number, Erased.KIND, 1, "p-aaaaaaaaaa", line, "anna", moment)
    sealed = commit(b"s" * 16, b"{}")
    made = link_hash(*clear, sealed.hex(), last.hash.hex())
    with connection.cursor() as cursor, pytest.raises(DatabaseError, match="two people"):
        cursor.execute(
            "INSERT INTO ledger_line VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
            [*clear, sealed, last.hash, made],
        )


def test_a_second_gap_beside_an_agreed_one_is_refused(live: Path) -> None:
    first, second = append([named(SECRET), named()])
    erased(first)
    with connection.cursor() as cursor, pytest.raises(DatabaseError, match="two people or not at all"):
        cursor.execute("UPDATE ledger_sealed SET salt = NULL, payload = NULL WHERE number = %s", [second])


@pytest.mark.parametrize("line", [1, 3, 4])
def test_the_record_of_the_ledger_itself_is_not_erased(live: Path, line: int) -> None:
    append([named()])
    erased(2)
    with pytest.raises(BadInput, match="stays"):
        ask_erasure(line, editor="anna")


def test_what_is_erased_is_erased_once(live: Path) -> None:
    append([named()])
    erased(2)
    with pytest.raises(BadInput, match="erased before"):
        ask_erasure(2, editor="anna")
    with pytest.raises(BadInput, match="no line 99"):
        ask_erasure(99, editor="anna")


def test_the_archived_copy_goes_with_the_last_line_that_names_it(live: Path) -> None:
    copy = keep(b"a page with names")
    first, second = append([captured(copy), captured(copy, "s-bbbbbbbbbb")])
    erased(first)
    assert holds(copy)
    erased(second)
    assert not holds(copy)
    assert verify().sound


def test_an_erasure_fits_an_older_checkpoint(live: Path, tmp_path: Path) -> None:
    [line] = append([named(SECRET)])
    seal(tmp_path / "outside.json")
    erased(line)
    assert verify(tmp_path / "outside.json").sound


def test_an_interrupted_erasure_is_seen_and_finished(live: Path) -> None:
    copy, other = keep(b"a page with names"), keep(b"another page")
    append([captured(copy)])
    note([copy, other])
    assert not verify().sound
    finish_erasures()
    assert holds(copy), "a line still names it"
    assert not holds(other)
    assert unfinished() == []
    assert verify().sound
