"""Tables out of the desk: asked for, let out by another, for a day; without what is withheld or restricted; logged."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from habeas.cli import run
from habeas.desk.models import Export
from habeas.domain.claims import ListTaken, RowPrinted
from habeas.domain.judgements import SamePerson
from habeas.domain.lines import Candidate, Evidence
from habeas.ledger.access import entries, verify_access
from habeas.ledger.append import append
from tests.desk.conftest import SignedIn, come_in
from tests.desk.ground import words
from tests.desk.test_matrix import BATCH, GROUP, LIST, MARKS, PERSONS, records


@pytest.fixture
def held(desk: Path) -> Path:
    records(set(MARKS))
    return desk


def asks(client: Client, what: str = "people", about: str = "", reason: str = "for the lawyers") -> int:
    field = "list" if about.startswith("l-") else "person" if about.startswith("p-") else "about"
    return client.post("/desk/exports", {"what": what, field: about, "reason": reason}).status_code


def decides(client: Client, verdict: str = "let") -> int:
    return client.post(f"/desk/exports/{key()}/decide", {"verdict": verdict}).status_code


def fetches(client: Client) -> tuple[int, str]:
    answer = client.get(f"/desk/exports/{key()}/file")
    return answer.status_code, answer.content.decode()


def key() -> str:
    return Export.objects.latest("pk").key


def logged() -> list[tuple[str, str]]:
    assert verify_access() == ""
    return [(one.event, one.alias) for one in entries()]


def test_a_table_is_fetched_by_who_asked_once_another_let_it_out(held: Path, anna: Client, boris: Client) -> None:
    assert asks(boris) == 302
    assert fetches(boris)[0] == 400
    assert "waits for another editor" in words(anna.get("/desk/exports"))
    assert decides(anna) == 302
    status, table = fetches(boris)
    assert status == 200 and MARKS["public"] in table and table.startswith("id,name,")
    assert logged() == [("export_asked", "boris"), ("refused", "boris"), ("export_let", "anna"), ("exported", "boris")]


@pytest.mark.parametrize(("what", "about"), [("people", ""), ("left-over", BATCH), ("person", PERSONS["public"])])
def test_what_is_withheld_or_restricted_leaves_with_no_table_whoever_asks(
    held: Path, anna: Client, what: str, about: str
) -> None:
    insider = come_in("administrator", alias="insider", groups=[GROUP])
    asks(insider, what, about)
    decides(anna)
    status, table = fetches(insider)
    assert status == 200 and MARKS["public"] in table
    assert MARKS["withheld"] not in table and MARKS["restricted"] not in table


def test_a_row_of_a_list_that_is_somebody_kept_back_leaves_with_no_table(held: Path, anna: Client) -> None:
    said = Evidence("s-monitor", "Monitor")
    append([Candidate(LIST, ListTaken("s-monitor", BATCH, "x", 2, len(MARKS) + 1), said, "boris")])
    for row, (kind, mark) in enumerate(MARKS.items(), 2):
        mention = f"p-row{row}aaaaaa"
        append([Candidate(mention, RowPrinted(LIST, row, mark), said, "boris")])
        append([Candidate(mention, SamePerson(PERSONS[kind]), None, "boris")])
    insider = come_in("administrator", alias="insider", groups=[GROUP])
    assert asks(insider, "rows", LIST) == 302
    decides(anna)
    table = fetches(insider)[1]
    assert {kind for kind, mark in MARKS.items() if mark in table or PERSONS[kind] in table} == set(MARKS) - {
        "withheld",
        "restricted",
    }


@pytest.mark.parametrize("kind", ["withheld", "restricted"])
def test_nobody_asks_for_what_is_said_of_somebody_kept_back(held: Path, kind: str) -> None:
    insider = come_in("administrator", alias="insider", groups=[GROUP])
    assert asks(insider, "person", PERSONS[kind]) == asks(insider, "person", "p-nobodyaaaa") == 400
    assert not Export.objects.exists()


def test_a_person_s_table_holds_each_claim_with_its_source_and_words(held: Path, anna: Client, boris: Client) -> None:
    assert asks(boris, "person", PERSONS["waiting"]) == 302
    decides(anna)
    rows = list(csv.DictReader(io.StringIO(fetches(boris)[1])))
    assert {row["kind"] for row in rows} == {"Named", "Detained"}
    assert {(row["publisher"], row["printed"]) for row in rows} == {("Monitor", f"of Maryia {MARKS['waiting']}")}


def test_a_list_s_table_holds_every_row_with_its_verdict(held: Path, anna: Client, boris: Client) -> None:
    assert asks(boris, "rows", LIST) == 302
    decides(anna)
    rows = list(csv.DictReader(io.StringIO(fetches(boris)[1])))
    assert [(row["row"], row["printed"], row["outcome"]) for row in rows] == [
        ("1", f"Maryia {MARKS['embargoed']}", "absent")
    ]


def test_the_log_leaves_by_two_and_is_asked_for_by_who_keeps_the_accounts(
    held: Path, anna: Client, signed_in: SignedIn
) -> None:
    assert asks(anna, "log") == 400
    admin = signed_in("administrator", alias="admin")
    assert asks(admin, "log") == 302
    decides(anna)
    table = fetches(admin)[1]
    assert "export_asked,admin" in table and not [mark for mark in MARKS.values() if mark in table]


def test_nobody_lets_out_what_they_asked_for_themselves(held: Path, anna: Client) -> None:
    asks(anna)
    assert decides(anna) == 400
    assert fetches(anna)[0] == 400
    assert "exported" not in [event for event, _ in logged()]


def test_a_contributor_lets_nothing_out(held: Path, anna: Client, boris: Client) -> None:
    asks(anna)
    assert decides(boris) == 403
    assert not Export.objects.get().let


def test_what_one_asked_for_is_not_another_s_to_fetch(held: Path, anna: Client, boris: Client) -> None:
    asks(boris)
    decides(anna)
    assert fetches(anna)[0] == 400
    assert ("refused", "anna") in logged()


def test_a_refused_table_stays_here_and_a_second_word_changes_nothing(held: Path, anna: Client, boris: Client) -> None:
    asks(boris)
    assert decides(anna, "refuse") == 302
    assert decides(anna) == 400
    assert fetches(boris)[0] == 400
    assert ("export_refused", "anna") in logged()


def test_the_day_ends_and_so_does_the_asking(held: Path, anna: Client, boris: Client) -> None:
    asks(boris)
    decides(anna)
    assert Export.objects.get().ends < timezone.now() + timedelta(hours=25)
    Export.objects.update(ends=timezone.now())
    assert fetches(boris)[0] == 400
    asks(boris)
    Export.objects.update(ends=timezone.now())
    assert decides(anna) == 400


def test_it_is_asked_with_a_reason_and_for_a_release_that_exists(held: Path, boris: Client) -> None:
    assert asks(boris, reason=" ") == 400
    assert asks(boris, "left-over", "2020-01-01") == 400
    assert asks(boris, "everything") == 400
    assert not Export.objects.exists()


def test_who_was_closed_out_since_fetches_nothing(held: Path, anna: Client, signed_in: SignedIn) -> None:
    from habeas.desk import accounts

    gone = signed_in("contributor", alias="gone")
    asks(gone)
    decides(anna)
    accounts.close("gone")
    assert fetches(gone)[0] == 302


@pytest.mark.parametrize("command", [("count", "--people"), ("balance", "2024-06-01", "2024-09-01", "--people")])
def test_a_command_that_names_the_people_behind_a_number_is_in_the_log(held: Path, command: tuple[str, ...]) -> None:
    run(["--home", str(held), *command])
    assert logged() == [("exported", "command-line")]


def test_a_redacted_text_that_is_written_to_a_file_is_in_the_log(held: Path, tmp_path: Path) -> None:
    text = tmp_path / "report.txt"
    text.write_text("A word that stays and a word that goes.", encoding="utf-8")
    run(["--home", str(held), "capture", str(text), "--publisher", "Somebody", "--key", "report", "--by", "boris"])
    cut = ["redact", "s-report", "--cut", "goes", "--by", "boris"]
    run(["--home", str(held), *cut])
    assert ("exported", "boris") not in logged()
    run(["--home", str(held), *cut, "--out", str(tmp_path / "out.txt")])
    assert (tmp_path / "out.txt").exists() and ("exported", "boris") in logged()


@pytest.mark.parametrize("command", [("find", "Maryia"), ("left-over", BATCH), ("waiting",), ("tasks",)])
def test_a_command_that_prints_the_desk_s_data_for_programs_is_in_the_log(
    held: Path, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HABEAS_EDITOR", "boris")
    run(["--home", str(held), *command, "--json"])
    assert logged() == [("exported", "boris")]
