"""The pages of lists side by side, of who is left over, and of tasks; and the commands that answer as they do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client

from habeas.desk.models import Export
from habeas.domain.claims import Named, Sentenced
from habeas.domain.dates import PartialDate, Term
from habeas.domain.lines import Candidate, Evidence
from habeas.intake.take import take
from habeas.ledger.append import append
from tests.cli.conftest import Habeas
from tests.cli.conftest import habeas as habeas
from tests.desk.conftest import SignedIn
from tests.desk.ground import BATCH, four_people, words
from tests.intake.conftest import YANKA

pytestmark = pytest.mark.database


@pytest.fixture
def listed(desk: Path, tmp_path: Path) -> list[str]:
    """Two lists that agree on one person; a name that a spreadsheet would take for a formula is on one of them."""
    four_people()
    found = []
    for source, text in (
        ("s-press", "Мария Снеголугская\nЯнка Имшарук\n"),
        ("s-list", "Мария Снеголугская\n+Зося Невядома\n"),
    ):
        path = tmp_path / f"{source}.csv"
        path.write_text("name\n" + text)
        found.append(take(path, source=source, event=BATCH, editor="anna").listing)
    return found


def test_the_page_shows_who_is_on_one_list_alone_and_narrows_to_them(anna: Client, listed: list[str]) -> None:
    page = words(anna.get(f"/desk/releases/{BATCH}/lists"))
    assert "everybody 3" in page and "on one list alone 2" in page and "where the lists differ 2" in page
    assert page.count("only here") == 2
    alone = words(anna.get(f"/desk/releases/{BATCH}/lists?only=alone"))
    assert "Мария Снеголугская" not in alone and "Янка Імшарук" in alone
    assert words(anna.get(f"/desk/releases/{BATCH}/lists?citizenship=pl")).count("only here") == 0


def test_each_row_leads_back_to_its_place_in_the_list(anna: Client, listed: list[str]) -> None:
    page = anna.get(f"/desk/releases/{BATCH}/lists").content.decode()
    assert f'href="/desk/lists/{listed[0]}?row=2#row-2"' in page


def test_who_is_left_over_is_a_page_and_a_table_whose_cells_no_spreadsheet_runs(
    anna: Client, signed_in: SignedIn, listed: list[str]
) -> None:
    page = words(anna.get(f"/desk/releases/{BATCH}/left-over"))
    assert "Remaining 2" in page
    boris = signed_in("contributor", alias="boris")
    boris.post("/desk/exports", {"what": "left-over", "about": BATCH, "reason": "to print"})
    key = Export.objects.get().key
    anna.post(f"/desk/exports/{key}/decide", {"verdict": "let"})
    table = boris.get(f"/desk/exports/{key}/file")
    assert table.headers["Content-Type"].startswith("text/csv")
    rows = table.content.decode().splitlines()
    assert rows[0].startswith("part,id,name,status")
    assert [row.split(",")[0] for row in rows[1:]].count("remaining") == 2
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row.split(","))


def test_tasks_tell_what_is_late_and_ones_own_work(anna: Client, listed: list[str]) -> None:
    said = Evidence("s-press", "Press")
    append([Candidate("p-eeeeeeeeee", Named("Зося Невядома"), said)])
    assert "Nothing falls due." in words(anna.get("/desk/tasks?stale=5000"))
    court = Sentenced(PartialDate.parse("2024-06-01"), "imprisonment", Term(1))
    append([Candidate("p-dddddddddd", court, said)])
    anna.post(f"/desk/state/{YANKA}", {"state": "waiting", "alias": "anna"})
    page = words(anna.get("/desk/tasks?stale=5000"))
    assert "1 May 2025 – 1 Jun 2025 late" in page
    assert "the term can end, custody credited (not checked against the law)" in page
    assert f"What you have taken on {YANKA} waiting" in page
    assert anna.get("/desk/tasks?within=soon").status_code == 400


def test_who_was_due_out_anyway_is_shown_at_the_desk_with_its_interval(anna: Client, listed: list[str]) -> None:
    court = Sentenced(PartialDate.parse("2024-06-01"), "imprisonment", Term(3))
    append([Candidate(YANKA, court, Evidence("s-press", "Press"))])
    release, person = words(anna.get(f"/desk/releases/{BATCH}")), words(anna.get(f"/desk/people/{YANKA}"))
    assert "Due out anyway 1" in release and "1 May 2027 – 1 Jun 2027 (not checked against the law)" in release
    assert "Was due out between 1 May 2027 and 1 June 2027 anyway." in person
    assert "Due out anyway" not in words(anna.get(f"/releases/{BATCH}"))


def test_everybody_counted_among_a_release_is_in_its_sum_once(anna: Client, listed: list[str]) -> None:
    for address in (f"/desk/releases/{BATCH}", f"/desk/releases/{BATCH}/lists"):
        told = re.search(
            r"Counted among it, each once: (\d+) = ([^.]*?) (?:Take|everybody|Say|This)", words(anna.get(address))
        )
        assert told, words(anna.get(address))
        assert int(told[1]) == sum(map(int, re.findall(r"\d+", told[2])))


def test_the_commands_answer_as_the_pages_do(habeas: Habeas, tmp_path: Path) -> None:
    for arguments in (
        ("init",),
        ("source", "add", "--key", "a", "--publisher", "A"),
        ("source", "add", "--key", "b", "--publisher", "B"),
        ("batch", "add", "--key", BATCH, "--title", "Ten", "--day", BATCH, "--source", "a", "--announced", "10"),
    ):
        assert habeas(*arguments).code == 0
    for key, names in (("a", "Янка Имшарук\nМария Снеголугская\n"), ("b", "Мария Снеголугская\n")):
        (tmp_path / f"{key}.txt").write_text(names)
        assert habeas("take", f"{key}.txt", "--source", key, "--event", BATCH).code == 0
    told = habeas("lists", "compare", BATCH, "--json").json
    assert [one["source"]["publisher"] for one in told["lists"]] == ["A", "B"]
    assert [one["alone"] for one in told["people"]] == [True, True, True], "nobody said that two of them are one"
    assert told["totals"]["announced"][0]["number"] == 10
    assert "Янка Имшарук" in habeas("lists", "compare", BATCH).out
    assert len(habeas("left-over", BATCH, "--json").json["new"]) == 3
    assert "3 new" in habeas("left-over", BATCH).out
    assert habeas("tasks", "--json").json["tasks"] == []
    assert "Nothing falls due" in habeas("tasks").out
    assert len(habeas("lists", "--json").json) == 2
    refused = habeas("lists", "compare", "never")
    assert refused.code == 2 and "habeas batches" in refused.err
