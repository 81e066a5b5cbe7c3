"""In the public copy too, each number of a release leads back to the lists behind it, by how they print each name."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from habeas.domain.claims import BatchCounted
from habeas.domain.lines import Candidate, Evidence
from habeas.domain.words import Counted, Nearness
from habeas.intake.decide import Ruling, decide
from habeas.intake.take import take
from habeas.ledger.append import append
from tests.desk.ground import BATCH, four_people
from tests.intake.conftest import MARYIA, TODAR, catch_up
from tests.publish.conftest import made

pytestmark = pytest.mark.database

LISTS = {
    "s-press": "Сергей Росногорский\nМария Снеголугская\nЗосим Выдуманый\n",
    "s-list": "1. Maryia Snehaluhskaya\n2. Yanka Imsharuk\nTotal 2\n3. Zosim Vydumany\n",
}


@pytest.fixture
def page(live: Path, tmp_path: Path, out: Path) -> str:
    """Ten announced; three named by one, three by another, one of whom nobody knew; two verified one by one."""
    four_people()
    taken = {}
    for source, text in LISTS.items():
        (tmp_path / f"{source}.txt").write_text(text)
        taken[source] = take(
            tmp_path / f"{source}.txt", source=source, event=BATCH, editor="anna", nearness=Nearness.PRESS
        )
        catch_up()
    # Whom the matcher leaves open, if anybody, an editor joins: this is not about names.
    for source, row in (("s-press", 2), ("s-list", 1)):
        decide(taken[source].listing, row, Ruling.SAME, other=MARYIA, by="anna")
    new = next(row for row in taken["s-press"].rows if row.text == "Зосим Выдуманый")
    decide(taken["s-press"].listing, new.row, Ruling.NEW, by="anna")
    decide(taken["s-list"].listing, 4, Ruling.SAME, other=new.subject, by="anna")
    checked = BatchCounted(counted=Counted.VERIFIED, speaker="A monitor", number=2)
    append([Candidate(BATCH, checked, Evidence("s-list", "A monitor", nearness=Nearness.MONITOR), "anna")])
    made(out)
    (found,) = [path for path in out.rglob(f"{BATCH}.html") if path.parent.parent.name == "site"]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", found.read_text(encoding="utf-8"))).split())


def test_the_totals_of_the_public_page_are_right(page: str) -> None:
    for total in ("Announced 10 Press", "Matched 4 this register", "Verified 2 A monitor", "Ours 4 this register"):
        assert total in page, page[:3000]
    assert "3 Press" in page and "3 A monitor" in page
    assert "Counted among it, each once: 4 = 3 in this register + 1 new to this register" in page
    assert "1 person of this register held or possibly held" in page, TODAR


def test_each_member_stands_with_the_lists_that_name_them_and_as_they_print_the_name(page: str) -> None:
    """And not by the number of the row, which would tell of rows that stay inside."""
    members = page.partition("Members")[2]
    for told in (
        "Press “ Сергей Росногорский ”",
        "Press “ Мария Снеголугская ” ; A monitor “ Maryia Snehaluhskaya ”",
        "A monitor “ Yanka Imsharuk ”",
        "Press “ Зосим Выдуманый ” ; A monitor “ Zosim Vydumany ”",
    ):
        assert told in members, members[:2000]
    assert "of 0 rows" not in page and "row 0" not in page.casefold()
