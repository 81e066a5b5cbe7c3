"""A list of any kind is taken whole or not at all, its stages into the batch, by a map that is remembered."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from habeas.domain.claims import InBatch, Named, Released, StageMoved
from habeas.domain.dates import PartialDate
from habeas.domain.lines import Candidate, Evidence
from habeas.domain.words import Manner, Status
from habeas.intake.files.column_maps import read_column_map, remembered, written
from habeas.intake.files.columns import suggest
from habeas.intake.files.reading import contents_of
from habeas.intake.files.words_beside import words_beside
from habeas.intake.listings import known_listing
from habeas.intake.outcome import Outcome
from habeas.intake.row_log import entries_of, write_log
from habeas.intake.take import take
from habeas.intake.versions import Dropped
from habeas.ledger.append import append
from habeas.ledger.read import last_number, lines
from habeas.problems import BadInput
from tests.intake import files
from tests.intake.conftest import Write, catch_up

pytestmark = pytest.mark.database


def taken(path: Path, columns: Path | None = None) -> Outcome:
    catch_up()
    by = read_column_map(columns) if columns else None
    return take(path, source="s-list", event="2026-02-01", editor="anna", columns=by, dropped=Dropped.STAND)


def said(outcome: Outcome, kind: type) -> list[object]:
    return [line.claim for row in outcome.rows for line in lines(subjects=[row.subject]) if type(line.claim) is kind]


@pytest.mark.parametrize("kind", ["pdf", "docx", "html", "xlsx"])
def test_the_stage_of_each_row_is_the_one_of_the_batch_that_leads_there(kind: str, held: Path, write: Write) -> None:
    moved = StageMoved("lithuania", 1, "To Vilnius", PartialDate.parse("2026-02-01"), "lt", "Vilnius")
    append([Candidate("2026-02-01", moved, Evidence("s-press"))])
    outcome = taken(write(files.KINDS[kind](), f"list.{kind}"))
    assert {claim.stage for claim in said(outcome, InBatch)} == {"lithuania"}  # type: ignore[attr-defined]
    assert {str(row.fate) for row in outcome.rows[:3]} == {"matched"}


def test_a_hand_over_is_a_release_abroad_with_the_printed_words(held: Path, write: Write) -> None:
    outcome = taken(write("Переданы в Вильнюсе:\nИван Листопол\n"))
    (line,) = [line for line in lines(subjects=[outcome.rows[1].subject]) if isinstance(line.claim, Released)]
    assert isinstance(line.claim, Released) and line.evidence
    assert (line.claim.manner, line.claim.country, line.claim.into) == (Manner.HANDED_OVER, "lt", Status.FREE_ABROAD)
    assert line.evidence.printed == "Переданы в Вильнюсе:"


def test_a_map_is_suggested_edited_and_remembered_for_the_source(held: Path, write: Write) -> None:
    first = write("Кто;Где\nРосногорский Сергей;Вильнюс\nMaryia Snehaluhskaya;Вильнюс\nYanka Imsharuk;Киев\n", "a.csv")
    by = suggest(contents_of(first, first.read_bytes()).blocks[0])
    assert by and by.name == ("Кто",)
    edited = write(written(by) + "stage: Где\n", "map.yml")
    assert [one.stage for one in said(taken(first, edited), InBatch)] == ["lt.vilnius"] * 2 + ["ua.kyiv"]  # type: ignore[attr-defined]
    assert remembered("s-list") == read_column_map(edited)
    again = write("Кто;Где\nТодар Ветрабродэнка;Киев\n", "b.csv")
    assert [one.stage for one in said(taken(again), InBatch)] == ["ua.kyiv"]  # type: ignore[attr-defined]


def test_a_table_without_heads_is_taken_by_what_its_cells_are(held: Path, write: Write) -> None:
    outcome = taken(write("1;Росногорский Сергей;x\n2;Maryia Snehaluhskaya;x\n3;Yanka Imsharuk;x\n", "a.csv"))
    assert [one.text for one in said(outcome, Named)] == [
        "Росногорский Сергей",
        "Maryia Snehaluhskaya",
        "Yanka Imsharuk",
    ]  # type: ignore[attr-defined]


def test_a_map_for_another_table_is_refused_with_the_columns_that_there_are(held: Path, write: Write) -> None:
    before = last_number()
    with pytest.raises(BadInput, match="no column “who”"):
        taken(write(files.csv(), "a.csv"), write("name: who\n", "map.yml"))
    assert last_number() == before


@pytest.mark.parametrize("wrong", ["name: [", "names: Кто", "head: one\nname: a", "dates: never\nname: a", "born: b"])
def test_a_map_that_breaks_the_form_is_told_with_its_line(wrong: str, write: Write) -> None:
    with pytest.raises(BadInput, match=r"map\.yml"):
        read_column_map(write(wrong, "map.yml"))


def test_the_log_has_a_line_for_every_row_with_its_place_and_why(held: Path, write: Write, tmp_path: Path) -> None:
    outcome = taken(write("Список:\n1. Росногорский Сергей, 45 лет, лечится\n\n2. Лукомір Зосевіч\n=1+1\n"))
    write_log(entries_of(outcome), tmp_path / "log.csv")
    with (tmp_path / "log.csv").open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert [row["line"] for row in rows] == ["1", "2", "4", "5"]
    assert [row["outcome"] for row in rows] == ["not a person", "matched", "not in the register", "not a person"]
    assert rows[1]["remark"] == "45 лет, лечится" and rows[3]["text"] == "'=1+1"
    write_log(entries_of(outcome), tmp_path / "log.json")
    assert len(json.loads((tmp_path / "log.json").read_text(encoding="utf-8"))) == 4
    assert not [line for line in lines() if "лечится" in str(line)]


def test_a_refused_file_is_archived_first_and_the_refusal_says_where(held: Path, write: Write) -> None:
    data = b"\x89PNG\r\n\x1a\n" + b"0" * 200
    before = last_number()
    with pytest.raises(BadInput, match=r"this is a picture.*The file itself is in the archive as [0-9a-f]{12}…"):
        taken(write(data, "list.png"))
    assert last_number() == before
    assert [path.read_bytes() for path in (held / "archive").rglob("*") if path.is_file()] == [data]


def test_a_file_larger_than_any_list_is_not_archived(held: Path, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("habeas.intake.kept_first.MOST_BYTES", 100)
    with pytest.raises(BadInput, match="more than a list has"):
        taken(write("Янка Имшарук\n" * 20))
    assert not [path for path in (held / "archive").rglob("*") if path.is_file()]


def test_a_mended_map_makes_a_new_version_of_the_same_bytes(held: Path, write: Write) -> None:
    text = "name;real\nОдин;Росногорский Сергей\nДва;Maryia Snehaluhskaya\n"
    wrong = taken(write(text, "a.csv"))
    assert taken(write(text, "a.csv")).again
    right = taken(write(text, "a.csv"), write("name: real\n", "map.yml"))
    assert not right.again and right.version == wrong.version + 1
    assert {str(row.fate) for row in right.rows} == {"matched"}
    assert taken(write(text, "a.csv"), write("name: real\n", "map.yml")).again


def test_what_stands_beside_a_name_is_read_anew_and_is_in_no_line(held: Path, write: Write) -> None:
    outcome = taken(write("1. Росногорский Сергей, 45 лет, Гродно, 3 года\n2. Янка Имшарук\n"))
    listing = known_listing(outcome.listing)
    assert words_beside(listing) == {(1, "Росногорский Сергей"): "45 лет, Гродно, 3 года"}
    assert not [line for line in lines() if "Гродно" in str(line)]
    for path in [path for path in (held / "archive").rglob("*") if path.is_file()]:
        path.unlink()
    assert words_beside(listing) == {}
