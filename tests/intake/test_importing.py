"""A spreadsheet of prisoners becomes claims by a map; the same file changes nothing, a newer one adds what is new."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

from habeas.domain.claims import Captured, Charged, Detained, Named, Recognised, Registered, SeenHeld, Sentenced
from habeas.domain.judgements import SamePerson
from habeas.intake.spreadsheets.importing import Became, Imported, import_register
from habeas.ledger.read import last_number, lines
from habeas.ledger.verify import verify
from habeas.problems import BadInput
from tests.intake.conftest import YANKA, Write, catch_up

pytestmark = pytest.mark.database

MAP = """
source:
  key: monitor-2024
  publisher: A monitor
  published: 2024-06-01
  nearness: monitor
  language: be
dates: day first
id: nr
name: [given, surname]
born: born
gender: sex
other names:
  - {column: russian, language: ru}
claims:
  - Detained: {when: taken}
  - Charged:
      articles: {column: articles, split: ",", words: {"342": by.cc.342, "368": by.cc.368}}
  - Sentenced:
      when: judged
      penalty: {column: penalty, words: {калонія: imprisonment}}
      term: term
  - Recognised:
      recogniser: {always: viasna}
      when: {always: 2024-01}
    only if: {column: recognised, is: [yes, так]}
  - SeenHeld: {when: {always: 2024-06-01}}
    only if: {column: state, is: [held]}
"""
SHEET = """nr;given;surname;russian;born;sex;taken;articles;judged;penalty;term;recognised;state
1;Зося;Лукомір;Зося Лукомир;12.05.1990;ж;3.4.2023;342,368;2023-09-01;калонія;2 гады 6 месяцаў;так;held
2;Антось;Каліна;;;м;2022;342;;;;no;free
3;;;;;;2021;;;;;;
"""


def imported(write: Write, sheet: str = SHEET, by: str = MAP) -> Imported:
    catch_up()
    done = import_register(write(sheet, "sheet.csv"), write(by, "map.yml"), editor="anna")
    catch_up()
    return done


def claims(subject: str) -> list[object]:
    return [line.claim for line in lines(subjects=[subject])]


def test_each_row_is_a_person_with_the_claims_that_the_map_makes(live: Path, write: Write) -> None:
    done = imported(write)
    said = claims(done.log[0].subject)
    assert [one.text for one in said if isinstance(one, Named)] == ["Зося Лукомір", "Зося Лукомир"]
    assert [str(one.when) for one in said if isinstance(one, Detained)] == ["2023-04-03"]
    assert [one.articles for one in said if isinstance(one, Charged)] == [("by.cc.342", "by.cc.368")]
    assert [(one.penalty, str(one.term)) for one in said if isinstance(one, Sentenced)] == [("imprisonment", "2y6m")]
    assert [one.recogniser for one in said if isinstance(one, Recognised)] == ["viasna"]
    assert [one.key for one in said if isinstance(one, Registered)] == ["1"]
    assert any(isinstance(one, SeenHeld) for one in said)


def test_an_empty_cell_says_nothing_and_only_if_is_heeded(live: Path, write: Write) -> None:
    said = claims(imported(write).log[1].subject)
    kinds = {type(one) for one in said}
    assert not kinds & {Sentenced, Recognised, SeenHeld}
    assert [str(one.when) for one in said if isinstance(one, Detained)] == ["2022"]


def test_every_row_has_an_outcome_and_the_sum_is_told(live: Path, write: Write) -> None:
    done = imported(write)
    assert [row.became for row in done.log] == [Became.NEW, Became.NEW, Became.SKIPPED]
    assert done.sum == "3 = 2 new + 1 skipped"
    assert "line 4" in str(done.log[2].problems[0])


def test_printed_words_stand_beside_our_reading(live: Path, write: Write) -> None:
    subject = imported(write).log[0].subject
    (line,) = [line for line in lines(subjects=[subject]) if isinstance(line.claim, Detained)]
    assert line.evidence is not None and line.evidence.printed == "3.4.2023"


def test_the_same_file_again_changes_nothing(live: Path, write: Write) -> None:
    imported(write)
    before = last_number()
    again = imported(write)
    assert last_number() == before and again.lines == 0
    assert [row.became for row in again.log] == [Became.KNOWN, Became.KNOWN, Became.SKIPPED]


def test_a_newer_file_adds_what_is_new_to_the_person_with_that_key(live: Path, write: Write) -> None:
    first = imported(write)
    second = imported(write, SHEET.replace("2;Антось;Каліна;;", "2;Антось;Каліна;Антон Калина;"))
    assert second.log[1].became is Became.ADDED and second.log[1].subject == first.log[1].subject
    names = [one.text for one in claims(first.log[1].subject) if isinstance(one, Named)]
    assert names == ["Антось Каліна", "Антон Калина"]
    assert len(list(lines(kinds=[Captured.KIND]))) == 2, "the newer bytes are told of"


def test_rows_that_are_people_we_hold_are_joined_to_them(held: Path, write: Write) -> None:
    done = imported(write, SHEET.replace("Антось;Каліна", "Янка;Імшарук"))
    assert done.log[1].became is Became.JOINED
    assert [one.other for one in claims(done.log[1].subject) if isinstance(one, SamePerson)] == [YANKA]


def test_a_key_that_stands_twice_is_told_and_the_second_row_passed_over(live: Path, write: Write) -> None:
    done = imported(write, SHEET.replace("2;Антось", "1;Антось"))
    assert done.log[1].became is Became.SKIPPED and "line 2" in str(done.log[1].problems[0])


def test_namesakes_without_keys_are_two_people_and_stay_so(live: Path, write: Write) -> None:
    by = "source: {key: a, publisher: A}\nname: name\n"
    done = imported(write, "name\nЗося Лукомір\nЗося Лукомір\n", by)
    assert [row.became for row in done.log] == [Became.NEW, Became.NEW]
    assert done.log[0].subject != done.log[1].subject
    assert imported(write, "name\nЗося Лукомір\nЗося Лукомір\n", by).lines == 0


def test_a_cell_that_cannot_be_read_is_told_by_line_and_column_and_the_rest_is_taken(live: Path, write: Write) -> None:
    done = imported(write, SHEET.replace("3.4.2023", "31.02.2023").replace("342,368", "342,999"))
    told = " ".join(str(problem) for problem in done.log[0].problems)
    assert "line 2, column “taken”" in told and "calendar" in told
    assert "“999”" in told and "words" in told
    assert done.log[0].became is Became.NEW


@pytest.mark.parametrize(
    ("by", "told"),
    [
        ("", "made of lines"),
        ("a: [", "line 1, column"),
        ("- x", "line 1"),
        ("source: {key: a}\nname: nr", "no publisher"),
        ("name: nr", "“source”"),
        ("source: {key: a, publisher: b}", "“name”"),
        ("source: {key: a, publisher: b}\nname: nme", "no column “nme”.*“nr”"),
        ("source: {key: a, publisher: b}\nname: nr\nnmae: nr", "“nmae” isn't known"),
        ("source: {key: a, publisher: b}\nname: nr\nname: nr", "stands twice"),
        ("source: {key: a, publisher: b, published: 2024-13}\nname: nr", "line 1.*calendar"),
        ("source: {key: a, publisher: b, nearness: far}\nname: nr", "nearness"),
        ("source: {key: A b, publisher: b}\nname: nr", "can't be a key"),
        ("source: {key: a, publisher: b}\nname: nr\nclaims:\n  - Detaned: {when: taken}", "line 4.*Detaned"),
        ("source: {key: a, publisher: b}\nname: nr\nclaims:\n  - Detained: {wen: taken}", "line 4.*wen.*when"),
        ("source: {key: a, publisher: b}\nname: nr\nclaims:\n  - Detained: {place: taken}", "line 4.*without “when”"),
        ("source: {key: a, publisher: b}\nname: nr\nclaims:\n  - HealthReported: {when: taken}", "isn't known"),
        ("source: {key: a, publisher: b}\nname: nr\ndates: backwards", "day first"),
        ("&a [*a]", "line 1"),
    ],
)
def test_a_mistake_in_the_map_is_told_by_its_line_and_nothing_is_written(
    live: Path, write: Write, by: str, told: str
) -> None:
    before = last_number()
    with pytest.raises(BadInput, match=told):
        imported(write, by=by)
    assert last_number() == before


def test_an_imported_register_verifies(live: Path, write: Write) -> None:
    imported(write)
    assert verify().sound and verify().copies == 1


def test_the_list_of_azerbaijan_is_imported_whole(live: Path, write: Write) -> None:
    if not os.environ.get("HABEAS_DATA"):
        pytest.skip("HABEAS_DATA is not set; it names the folder of the developers' data.")
    path = Path(os.environ["HABEAS_DATA"]) / "lists" / "azerbaijan_2014.csv"
    by = write(
        "source: {key: az-2014, publisher: A monitor, published: 2014, nearness: monitor, language: en}\n"
        "id: n\nname: name\nclaims:\n  - Detained: {when: arrest, place: place}\n",
        "map.yml",
    )
    done = import_register(path, by, editor="anna")
    with path.open(encoding="utf-8") as opened:
        rows = list(csv.DictReader(opened))
    assert done.number(Became.NEW) == len(rows)
    held = sum(isinstance(line.claim, Detained) for line in lines(kinds=[Detained.KIND]))
    unread = sum(bool(row.problems) for row in done.log)
    assert held + unread == sum(bool(row["arrest"]) for row in rows) and unread <= 3
    catch_up()
    assert import_register(path, by, editor="anna").lines == 0
