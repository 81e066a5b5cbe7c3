"""The workbench: every verdict by plain forms, the sum in view, and each editor sees what the other did."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from habeas.domain.judgements import Unsure
from habeas.domain.lines import Candidate
from habeas.intake.take import take
from habeas.ledger.append import append
from habeas.ledger.read import last_number
from tests.desk.conftest import SignedIn
from tests.desk.ground import four_people, words
from tests.intake.conftest import SERGEI
from tests.intake.handed_on import hidden_column

pytestmark = pytest.mark.database

ROWS = "Росногорский Сергей\nЛукомір Зосевіч\nДобрагост Зосевіч\nВсего 3\n"


@pytest.fixture
def listed(desk: Path, tmp_path: Path) -> str:
    """A list with a matched row, one likely, one absent and a total."""
    four_people()
    (tmp_path / "list.txt").write_text(ROWS)
    taken = take(tmp_path / "list.txt", source="s-list", event="2026-02-01", editor="anna")
    append([Candidate(taken.rows[1].subject, Unsure(SERGEI, 0.95, ("made up",)), None, "matcher")])
    return taken.listing


def at(client: Client, listing: str, **asks: object) -> str:
    answer = client.get(f"/desk/lists/{listing}", asks)
    assert answer.status_code == 200
    return words(answer)


def decide(client: Client, listing: str, **said: object) -> str:
    said.setdefault("shown", last_number())
    return words(client.post(f"/desk/lists/{listing}/decide", said, follow=True))


def test_the_sum_is_in_view_and_every_row_has_an_outcome(anna: Client, listed: str) -> None:
    assert "4 = 1 ✓ in the register + 1 ? unclear + 1 ○ not in the register + 1 – not a person" in at(anna, listed)


def test_a_row_in_focus_stands_beside_the_register_with_reasons_and_status(anna: Client, listed: str) -> None:
    page = at(anna, listed, row=2)
    assert "95 %" in page and "made up" in page and "free in the country since 1 Feb 2026" in page


def test_each_verdict_is_taken_by_a_plain_form_and_the_next_open_row_comes_into_focus(
    boris: Client, listed: str
) -> None:
    page = decide(boris, listed, row=2, ruling="same", other=SERGEI)
    assert "Row 1 of this list is joined" in page
    assert "2 ✓ in the register" in page
    answer = boris.post(f"/desk/lists/{listed}/decide", {"row": 3, "ruling": "new", "shown": last_number()})
    assert answer.status_code == 302
    assert "1 ◆ new person" in at(boris, listed)
    decide(boris, listed, row=3, ruling="not-a-person")
    assert "2 – not a person" in at(boris, listed)
    decide(boris, listed, row=2, ruling="unsure")
    assert "1 ? unclear" in at(boris, listed)


def test_undo_takes_back_ones_own_last_verdict(boris: Client, listed: str) -> None:
    decide(boris, listed, row=3, ruling="new")
    page = boris.post(f"/desk/lists/{listed}/undo", {"row": 3}).content.decode()
    assert "Undone: row 3." in page
    assert "new person" not in at(boris, listed, row=1).split("still ask")[0]


def test_another_sees_who_decided_and_is_not_let_overrule_unseen(anna: Client, boris: Client, listed: str) -> None:
    shown = last_number()
    decide(boris, listed, row=3, ruling="new")
    assert "boris decided row 3 just now: new person." in at(anna, listed)
    before = last_number()
    answer = anna.post(f"/desk/lists/{listed}/decide", {"row": 3, "ruling": "not-a-person", "shown": shown})
    assert answer.status_code == 409
    assert "boris decided row 3 after it was shown to you" in answer.content.decode()
    assert last_number() == before


def test_a_reader_looks_and_decides_nothing(signed_in: SignedIn, listed: str) -> None:
    reader = signed_in("reader")
    assert "Same" not in at(reader, listed, row=2)
    assert reader.post(f"/desk/lists/{listed}/decide", {"row": 3, "ruling": "new"}).status_code == 403


def test_the_likely_ones_are_accepted_by_one_confirmation_of_their_number(boris: Client, listed: str) -> None:
    page = boris.get(f"/desk/lists/{listed}/likely?from=90").content.decode()
    assert "No unclear row is that likely" in page  # its person is another row's already
    decide(boris, listed, row=1, ruling="new")
    assert "Yes: 1 row is the person beside it" in boris.get(f"/desk/lists/{listed}/likely?from=90").content.decode()
    answer = boris.post(f"/desk/lists/{listed}/likely", {"from": "90", "expected": "2"})
    assert answer.status_code == 409 and "there are 1 now" in answer.content.decode()
    assert boris.post(f"/desk/lists/{listed}/likely", {"from": "90", "expected": "1"}).status_code == 302
    assert "1 ✓ in the register" in at(boris, listed)


def test_a_script_gets_the_parts_that_changed_and_the_line_they_stand_at(boris: Client, listed: str) -> None:
    since = last_number()
    said = {"row": 3, "ruling": "new", "shown": since, "since": since}
    answer = boris.post(f"/desk/lists/{listed}/decide?since={since}", said, headers={"accept": "application/json"})
    parts = answer.json()
    assert set(parts["rows"]) == {"3"}
    assert "new person" in parts["rows"]["3"]
    assert parts["line"] == last_number()
    assert parts["row"] == 2


def test_another_name_is_looked_for_by_a_form_and_stands_in_no_address(boris: Client, listed: str) -> None:
    page = boris.post(f"/desk/lists/{listed}", {"row": 3, "find": "Янка Имшарук"}).content.decode()
    assert "Янка Імшарук" in page


def test_a_list_that_nobody_took_is_absent(anna: Client, listed: str) -> None:
    assert anna.get("/desk/lists/l-nothing").status_code == 404


def test_a_pasted_message_is_taken_with_a_new_source_and_a_new_release(boris: Client, listed: str) -> None:
    said = {
        "source": "new",
        "publisher": "An embassy",
        "batch": "new",
        "batch_day": "2026-03-01",
        "batch_title": "A release",
        "announced": "3",
        "pasted": "1. Янка Имшарук\n2. Maryia Snehaluhskaya\n",
        "complete": "no",
    }
    answer = boris.post("/desk/lists/new", said, follow=True)
    assert "2 </a>" not in answer.content.decode()
    assert answer.redirect_chain, answer.content.decode()
    assert "An embassy" in answer.content.decode()
    lists = boris.get("/desk/lists").content.decode()
    assert "An embassy" in lists and "2026-03-01" in lists


@pytest.mark.parametrize(
    ("without", "told"), [("publisher", "which source"), ("pasted", "no list"), ("batch_day", "which release")]
)
def test_what_a_form_lacks_is_said_and_what_was_typed_stays(
    boris: Client, listed: str, without: str, told: str
) -> None:
    said = {"publisher": "An embassy", "batch_day": "2026-03-01", "batch_title": "A release", "pasted": "Янка Имшарук"}
    said[without] = ""
    answer = boris.post("/desk/lists/new", said)
    page = answer.content.decode()
    assert answer.status_code == 400 and told in page
    assert all(text in page for text in said.values())


def test_what_of_its_file_was_passed_over_is_told_in_the_language_of_the_desk(boris: Client, listed: str) -> None:
    file = SimpleUploadedFile("list.xlsx", hidden_column())
    form = {"file": file, "source": "new", "publisher": "Somebody", "batch": "2026-02-01"}
    bench = boris.post("/desk/lists/new", form).headers["Location"]
    assert "hidden columns (A)" in words(boris.get(bench))
    told = words(boris.get(f"/be{bench}"))
    assert "схаваных слупках (A)" in told and "hidden columns" not in told


def test_a_list_that_meets_nobody_of_the_register_is_asked_about(boris: Client, listed: str) -> None:
    names = "\n".join(("Yoani Zarzuela", "Ulises Quiroga", "Dayron Mogena", "Yunier Caballo", "Reinier Bandurria"))
    form = {"pasted": names, "source": "new", "publisher": "Somebody", "batch": "2026-02-01"}
    bench = boris.post("/desk/lists/new", form).headers["Location"]
    assert "Nobody whom this list names is in the register" in words(boris.get(bench))
    assert "Nobody whom this list names" not in words(boris.get(f"/desk/lists/{listed}"))
