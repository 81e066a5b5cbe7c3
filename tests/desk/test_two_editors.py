"""Two editors on one list at once: no verdict is lost, none overruled unseen, and each sees the other's."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.db import connection, connections
from django.test import Client

from habeas.intake.decide import Ruling, decide
from habeas.intake.listings import known_listing
from habeas.intake.outcome import Outcome, outcome_of
from habeas.intake.take import take
from habeas.ledger.read import last_number, lines
from habeas.ledger.verify import verify
from tests.desk.ground import BATCH, four_people, words
from tests.ledger.conftest import surroundings as surroundings

pytestmark = pytest.mark.database

ROWS = 24
SCRIPT = str(Path(__file__).with_name("decider.py"))


@pytest.fixture
def listed(desk: Path, tmp_path: Path) -> str:
    """A list of people whom nobody knows."""
    four_people()
    names = [f"{given} Зосевіч{end}" for given in ("Лукомір", "Добрагост", "Святаполк", "Всеслаў") for end in "абвгде"]
    (tmp_path / "list.txt").write_text("\n".join(names[:ROWS]))
    return take(tmp_path / "list.txt", source="s-list", event=BATCH, editor="anna").listing


def now(listing: str) -> Outcome:
    taken = known_listing(listing)
    return outcome_of(taken, taken.latest)


def test_two_processes_on_one_list_lose_no_verdict_and_overrule_none_unseen(
    listed: str, surroundings: dict[str, str]
) -> None:
    shown = str(last_number())
    connection.close()
    editors = {
        "boris": [f"{row}:new" for row in range(1, ROWS + 1)],
        "clara": [f"{row}:not-a-person" for row in range(ROWS, 0, -1)],
    }
    running = {
        alias: subprocess.Popen(
            [sys.executable, SCRIPT, alias, listed, shown, *rulings],
            env=surroundings,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for alias, rulings in editors.items()
    }
    told: dict[int, list[tuple[str, str]]] = {row: [] for row in range(1, ROWS + 1)}
    for alias, process in running.items():
        output, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors
        for answer in output.splitlines():
            row, became, *_ = answer.split()
            told[int(row)].append((alias, became))
    outcome = {row.row: row for row in now(listed).rows}
    assert len(outcome) == ROWS
    for row, answers in told.items():
        first = [alias for alias, became in answers if became == "written"]
        assert len(first) == 1 and len(answers) == 2, "each row is decided once; the other is told so"
        assert str(outcome[row].fate) == {"boris": "new", "clara": "not a person"}[first[0]]
        assert outcome[row].touched is not None and outcome[row].touched.by == first[0]
    assert verify().sound


def test_threads_on_rows_of_their_own_are_all_heard(listed: str) -> None:
    def both(alias: str, rows: range) -> None:
        try:
            for row in rows:
                decide(listed, row, Ruling.NEW, by=alias, shown=shown)
        finally:
            connections.close_all()

    shown = last_number()
    with ThreadPoolExecutor(2) as pool:
        done = [pool.submit(both, "boris", range(1, ROWS + 1, 2)), pool.submit(both, "clara", range(2, ROWS + 1, 2))]
        for one in done:
            one.result(timeout=120)
    assert {str(row.fate) for row in now(listed).rows} == {"new"}
    assert sorted(line.editor for line in lines(kinds=["NewPerson"])) == ["boris"] * 12 + ["clara"] * 12
    assert verify().sound


def test_each_sees_what_the_other_decided_on_the_next_answer(anna: Client, boris: Client, listed: str) -> None:
    anna.post(f"/desk/lists/{listed}/decide", {"row": 7, "ruling": "new", "shown": last_number()})
    boris.post(f"/desk/lists/{listed}/decide", {"row": 8, "ruling": "not-a-person", "shown": last_number()})
    assert "anna decided row 7 just now: new person." in words(boris.get(f"/desk/lists/{listed}"))
    assert "boris decided row 8 just now: not a person." in words(anna.get(f"/desk/lists/{listed}"))


def test_a_script_that_listens_gets_the_rows_that_the_other_decided(anna: Client, boris: Client, listed: str) -> None:
    since = last_number()
    anna.post(f"/desk/lists/{listed}/decide", {"row": 7, "ruling": "new", "shown": since})
    heard = boris.get(f"/desk/lists/{listed}?row=3&since={since}", headers={"accept": "application/json"}).json()
    assert set(heard["rows"]) == {"7"} and "anna" in heard["rows"]["7"]
    assert "anna</b> decided row 7" in heard["news"]
    later = boris.get(f"/desk/lists/{listed}?since={heard['line']}", headers={"accept": "application/json"}).json()
    assert later["rows"] == {}
