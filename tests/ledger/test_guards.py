"""The database itself refuses what an append-only ledger may not suffer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.db import DatabaseError, connection

from habeas.domain.judgements import Accepted
from habeas.domain.lines import Candidate
from habeas.ledger.append import append
from habeas.ledger.chain import link_hash
from habeas.ledger.guards import missing_guards
from habeas.ledger.read import last_number
from habeas.ledger.rows import LINE_COLUMNS, SEALED_COLUMNS, last_link
from habeas.ledger.verify import verify
from tests.ledger.people import named

pytestmark = pytest.mark.database

COLUMNS = [("ledger_line", column) for column in LINE_COLUMNS] + [
    ("ledger_sealed", column) for column in SEALED_COLUMNS
]


@pytest.fixture(autouse=True)
def some_lines(live: Path) -> None:
    append([named(), named("Ян Выдуманы"), Candidate("p-aaaaaaaaaa", Accepted(2), None, "boris")])


def run(sql: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def refused(sql: str, *values: object) -> None:
    with pytest.raises(DatabaseError, match="ledger: "):
        run(sql, *values)
    assert last_number() == 4
    assert verify().sound


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_no_column_of_a_line_can_be_updated(table: str, column: str) -> None:
    refused(f"UPDATE {table} SET {column} = {column} WHERE number = 2")


@pytest.mark.parametrize("table", ["ledger_line", "ledger_sealed"])
def test_no_line_can_be_deleted(table: str) -> None:
    refused(f"DELETE FROM {table} WHERE number = 4")
    refused(f"DELETE FROM {table}")


@pytest.mark.only_on("postgresql")
@pytest.mark.parametrize("table", ["ledger_line", "ledger_sealed"])
def test_no_table_can_be_truncated(table: str) -> None:
    refused(f"TRUNCATE {table}")


@pytest.mark.only_on("postgresql")
def test_a_session_that_plays_the_replica_is_refused_too() -> None:
    run("SET session_replication_role = replica")
    refused("DELETE FROM ledger_line WHERE number = 4")


@pytest.mark.only_on("sqlite")
@pytest.mark.parametrize("verb", ["INSERT OR REPLACE", "INSERT OR IGNORE", "REPLACE"])
@pytest.mark.parametrize("recursive", ["ON", "OFF"])
def test_no_line_can_be_replaced(verb: str, recursive: str) -> None:
    run(f"PRAGMA recursive_triggers = {recursive}")
    refused(f"{verb} INTO ledger_line SELECT * FROM ledger_line WHERE number = 2")
    refused(f"{verb} INTO ledger_sealed VALUES (2, %s, %s)", b"s" * 16, b"{}")


def test_no_line_can_be_upserted() -> None:
    refused("INSERT INTO ledger_line SELECT * FROM ledger_line WHERE true ON CONFLICT DO NOTHING")
    refused(
        "INSERT INTO ledger_sealed VALUES (2, %s, %s) ON CONFLICT (number) DO UPDATE SET payload = excluded.payload",
        b"s" * 16,
        b"{}",
    )


@pytest.mark.parametrize(("number", "ago", "previous"), [(6, 0, None), (4, 0, None), (5, 0, bytes(32)), (5, 1, None)])
def test_a_line_by_hand_has_to_continue_the_chain(number: int, ago: int, previous: bytes | None) -> None:
    last = last_link()
    assert last is not None
    clear = (number, "Named", 1, "p-x", 0, "eve", last.moment - ago)
    before = last.hash if previous is None else previous
    made = link_hash(*clear, bytes(32).hex(), before.hex())
    places = ", ".join(["%s"] * len(LINE_COLUMNS))
    refused(f"INSERT INTO ledger_line VALUES ({places})", *clear, bytes(32), before, made)


@pytest.mark.parametrize("number", [2, 4, 5, 6])
def test_a_payload_by_hand_has_no_line_to_go_to(number: int) -> None:
    refused("INSERT INTO ledger_sealed VALUES (%s, %s, %s)", number, b"s" * 16, b"{}")


@pytest.mark.parametrize("what", ["salt = NULL, payload = NULL", "payload = NULL", "salt = NULL"])
def test_no_payload_is_blanked_without_two_people(what: str) -> None:
    refused(f"UPDATE ledger_sealed SET {what} WHERE number = 2")


def test_a_guard_that_was_dropped_is_missed() -> None:
    assert missing_guards() == []
    run("DROP TRIGGER ledger_line_insert" + (" ON ledger_line" if connection.vendor != "sqlite" else ""))
    assert missing_guards() == ["ledger_line_insert"]
    found = verify().first
    assert found is not None
    assert "ledger_line_insert" in found.what


def test_payloads_are_sealed_apart_and_the_clear_line_names_nobody() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM ledger_line")
        clear = str([[bytes(v) if isinstance(v, memoryview) else v for v in row] for row in cursor.fetchall()])
        cursor.execute("SELECT payload FROM ledger_sealed WHERE number = 2")
        sealed = json.loads(bytes(cursor.fetchone()[0]))
    assert "Выдуманая" not in clear
    assert sealed["claim"]["text"] == "Ядвіга Выдуманая"
