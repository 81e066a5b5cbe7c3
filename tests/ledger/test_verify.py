"""Whoever changes the ledger's tables or the archive by hand is found out, to the line."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connection

from habeas.archive.store import keep, path
from habeas.domain.judgements import Accepted
from habeas.domain.lines import Candidate
from habeas.ledger.access import Event, record
from habeas.ledger.append import append
from habeas.ledger.chain import NOTHING_BEFORE, commit, link_hash
from habeas.ledger.erase import ask_erasure, confirm_erasure
from habeas.ledger.rows import LINE_COLUMNS, SEALED_COLUMNS
from habeas.ledger.verify import verify
from habeas.project.home import access_log_path
from tests.ledger.people import captured, named

pytestmark = pytest.mark.database

LAST = 9
ERASED = 5


@pytest.fixture(autouse=True)
def some_lines(live: Path) -> None:
    """Lines 1 to 9, among them a source with a copy (2) and an erased one (5)."""
    append([captured(keep(b"a list of names"))])
    append([named(), named("Ян Выдуманы"), named("Ева Выдуманая")])
    append([Candidate("p-aaaaaaaaaa", Accepted(3), None, "boris")])
    ask_erasure(ERASED, editor="anna")
    confirm_erasure(ERASED, editor="boris")
    append([named("Пётр Выдуманы")])


@contextmanager
def unguarded() -> Iterator[None]:
    """The power of whoever owns the database file: the guards are off, and on again afterwards."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            triggers = cursor.fetchall()
            cursor.execute("PRAGMA ignore_check_constraints = ON")
            cursor.execute("PRAGMA synchronous = OFF")
            for name, _ in triggers:
                cursor.execute(f"DROP TRIGGER {name}")
            yield
            for _, sql in triggers:
                cursor.execute(sql)
        else:
            for table in ("ledger_line", "ledger_sealed"):
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            for constraint in ("number_from_one", "about_an_earlier_line"):
                cursor.execute(f"ALTER TABLE ledger_line DROP CONSTRAINT IF EXISTS ledger_line_{constraint}")
            yield
            for table in ("ledger_line", "ledger_sealed"):
                cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
                cursor.execute("SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass", [table])
                for (name,) in cursor.fetchall():
                    cursor.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name}")


def tamper(sql: str, *values: object) -> None:
    with unguarded(), connection.cursor() as cursor:
        cursor.execute(sql, values)
        assert cursor.rowcount > 0, "the hand changed something"


def value_of(table: str, column: str, number: int) -> object:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {table} WHERE number = %s", [number])
        return cursor.fetchone()[0]


def other_than(value: object) -> list[object]:
    if value is None:
        return [b"", b"x" * 16]
    if isinstance(value, int):
        return [value + 1000, -value - 1]
    if isinstance(value, str):
        return [value + "x", value[:-1] if value else "y", value.upper() + " "]
    assert isinstance(value, bytes)
    place = random.randrange(len(value))
    flipped = value[:place] + bytes([value[place] ^ 1]) + value[place + 1 :]
    return [flipped, value + b"\0", value[:-1], b""]


def found_at() -> int | None:
    report = verify()
    assert report.first is not None, "the change was not found"
    return report.first.line


def found_lines() -> list[int | None]:
    """Mostly one; but a request to erase that was changed leaves its gap without agreement too."""
    return [flaw.line for flaw in verify().flaws]


def test_a_ledger_that_nobody_touched_is_sound() -> None:
    report = verify()
    assert (report.sound, report.lines, report.copies, report.erased) == (True, LAST, 1, 1)


@pytest.mark.parametrize("column", LINE_COLUMNS[1:])
def test_any_value_of_a_clear_column_that_was_changed_is_found(column: str) -> None:
    for number in range(1, LAST + 1):
        before = value_of("ledger_line", column, number)
        for value in other_than(before):
            tamper(f"UPDATE ledger_line SET {column} = %s WHERE number = %s", value, number)
            assert number in found_lines()
            tamper(f"UPDATE ledger_line SET {column} = %s WHERE number = %s", before, number)
    assert verify().sound


@pytest.mark.parametrize("column", SEALED_COLUMNS[1:])
def test_any_sealed_value_that_was_changed_is_found(column: str) -> None:
    for number in range(1, LAST + 1):
        before = value_of("ledger_sealed", column, number)
        changes = other_than(before) + ([] if before is None else [None])
        for value in changes:
            tamper(f"UPDATE ledger_sealed SET {column} = %s WHERE number = %s", value, number)
            assert found_at() == number
            tamper(f"UPDATE ledger_sealed SET {column} = %s WHERE number = %s", before, number)
    assert verify().sound


@pytest.mark.parametrize("table", ["ledger_line", "ledger_sealed"])
@pytest.mark.parametrize("new", [0, -7, 1000])
def test_any_number_that_was_changed_is_found(table: str, new: int) -> None:
    for number in range(1, LAST + 1):
        tamper(f"UPDATE {table} SET number = %s WHERE number = %s", new, number)
        assert not verify().sound
        tamper(f"UPDATE {table} SET number = %s WHERE number = %s", number, new)
    assert verify().sound


@pytest.mark.parametrize("table", ["ledger_line", "ledger_sealed"])
@pytest.mark.parametrize("number", range(1, LAST + 1))
def test_any_row_that_was_deleted_is_found(table: str, number: int) -> None:
    tamper(f"DELETE FROM {table} WHERE number = %s", number)
    assert not verify().sound


@pytest.mark.only_on("sqlite")
@pytest.mark.parametrize("column", ["kind", "subject", "editor", "moment", "about", "commitment", "hash", "previous"])
@pytest.mark.parametrize("value", ["'words'", "x'ff00'", "CAST(x'ff' AS TEXT)", "1.5"])
def test_a_value_of_another_sort_is_a_flaw_and_no_crash(column: str, value: str) -> None:
    tamper(f"UPDATE ledger_line SET {column} = {value} WHERE number = 3")
    assert found_at() == 3


def test_two_payloads_that_changed_places_are_found() -> None:
    one, two = value_of("ledger_sealed", "payload", 3), value_of("ledger_sealed", "payload", 4)
    tamper("UPDATE ledger_sealed SET payload = %s WHERE number = 3", two)
    tamper("UPDATE ledger_sealed SET payload = %s WHERE number = 4", one)
    assert found_at() == 3


def test_a_line_rewritten_with_a_fitting_hash_breaks_the_next() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM ledger_line WHERE number = 3")
        row = list(cursor.fetchone())
    row[5] = "eve"
    made = link_hash(*row[:7], bytes(row[7]).hex(), bytes(row[8]).hex())
    tamper("UPDATE ledger_line SET editor = %s, hash = %s WHERE number = 3", "eve", made)
    assert found_at() == 4


def test_an_erasure_that_one_person_forged_is_found() -> None:
    tamper("UPDATE ledger_sealed SET salt = NULL, payload = NULL WHERE number = 3")
    assert found_at() == 3


def test_a_payload_that_two_people_erased_and_somebody_put_back_is_found() -> None:
    tamper("UPDATE ledger_sealed SET salt = %s, payload = %s WHERE number = %s", b"s" * 16, b"{}", ERASED)
    assert found_at() == ERASED


def test_an_emptied_ledger_is_not_sound() -> None:
    tamper("DELETE FROM ledger_sealed")
    tamper("DELETE FROM ledger_line")
    assert not verify().sound


def test_a_table_that_is_gone_is_a_flaw_and_no_crash() -> None:
    tamper_table = "DROP TABLE ledger_sealed" if connection.vendor == "sqlite" else "DROP TABLE ledger_sealed CASCADE"
    with connection.cursor() as cursor:
        cursor.execute(tamper_table)
    assert not verify().sound


def test_any_archived_byte_that_was_changed_is_found() -> None:
    copy = path(keep(b"a list of names"))
    copy.chmod(0o600)
    sound = copy.read_bytes()
    for place in range(len(sound)):
        copy.write_bytes(sound[:place] + bytes([sound[place] ^ 1]) + sound[place + 1 :])
        assert found_at() == 2
    copy.write_bytes(sound)
    assert verify().sound


def test_an_archived_copy_that_is_gone_is_found() -> None:
    path(keep(b"a list of names")).unlink()
    assert found_at() == 2


def test_a_changed_copy_that_no_line_names_is_found_too() -> None:
    copy = path(keep(b"kept before its line was said"))
    assert verify().sound
    copy.chmod(0o600)
    copy.write_bytes(b"changed")
    report = verify()
    assert [flaw.line for flaw in report.flaws] == [None]


def test_a_changed_log_of_access_is_found() -> None:
    record(Event.LOOKED, "anna")
    record(Event.LOOKED, "boris")
    assert verify().sound
    log = access_log_path()
    log.write_bytes(log.read_bytes().replace(b"anna", b"eve_"))
    assert found_at() is None


def test_progress_is_told_up_to_the_last_line() -> None:
    told: list[tuple[int, int]] = []
    verify(progress=lambda done, of: told.append((done, of)))
    assert told[-1] == (LAST, LAST)


def test_the_chain_is_what_the_reference_says() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM ledger_line JOIN ledger_sealed USING (number) ORDER BY 1")
        before = NOTHING_BEFORE
        for row in cursor.fetchall():
            *clear, commitment, previous, made, salt, payload = row
            assert bytes(previous) == before
            assert bytes(made) == link_hash(*clear, bytes(commitment).hex(), bytes(previous).hex())
            if payload is not None:
                assert bytes(commitment) == commit(bytes(salt), bytes(payload))
            before = bytes(made)
