"""What the worked example answers on the command line, and the keys that programs rely on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import run

STEFANOVIC, STATKEVICH = "p-vucwiucntr", "p-h6llluiv7e"


def test_stefanovic_is_held_as_known_today_and_free_as_known_then(example: Path) -> None:
    today = run(example, "person", STEFANOVIC, "--on", "2025-12-14", "--json").json
    then = run(example, "person", STEFANOVIC, "--on", "2025-12-14", "--known", "2025-12-14", "--json").json
    assert (today["status"], today["low"], today["high"]) == ("held", 1, 1)
    assert then["status"].startswith("free") and (then["low"], then["high"]) == (0, 0)
    kinds = {claim["kind"] for claim in today["claims"]}
    assert "Released" in kinds and "SeenHeld" in kinds, "both claims are shown"


def test_statkevich_is_held_though_counted_among_the_fifty_two(example: Path) -> None:
    answer = run(example, "person", STATKEVICH, "--on", "2025-09-12", "--json").json
    assert answer["status"] == "held"
    assert "InBatch" in {claim["kind"] for claim in answer["claims"]}


def test_a_person_has_the_agreed_keys(example: Path) -> None:
    answer = run(example, "person", STEFANOVIC, "--json").json
    keys = ["id", "names", "status", "low", "high", "because", "claims", "conflicts"]
    assert list(answer)[: len(keys)] == keys
    assert answer["id"] == STEFANOVIC and all(isinstance(name, str) for name in answer["names"])
    numbers = {claim["number"] for claim in answer["claims"]}
    assert answer["because"] and set(answer["because"]) <= numbers


def test_a_count_has_the_agreed_keys(example: Path) -> None:
    answer = run(example, "count", "--on", "2025-12-14", "--known", "2025-12-20", "--json").json
    assert list(answer) == ["low", "high", "definition", "on", "known", "version"]
    assert 0 < answer["low"] <= answer["high"]
    assert answer["on"] == "2025-12-14" and answer["known"].startswith("2025-12-20")
    assert re.fullmatch(r"\d+\..+\..+", answer["version"])


def test_each_definition_can_be_counted(example: Path) -> None:
    for definition in run(example, "definitions", "--json").json:
        answer = run(example, "count", "--definition", definition["key"], "--json").json
        assert answer["definition"] == definition["key"]


def test_a_batch_has_the_agreed_keys(example: Path) -> None:
    answer = run(example, "batch", "2025-12-13", "--json").json
    keys = ["announced", "named", "matched", "verified", "recognised", "ours", "stages", "conflicts"]
    assert list(answer)[: len(keys)] == keys
    for key in ("announced", "named", "verified", "recognised"):
        assert all(list(figure) == ["speaker", "what", "number"] for figure in answer[key])
    assert 123 in {figure["number"] for figure in answer["announced"]}
    assert list(answer["matched"]) == list(answer["ours"]) == ["low", "high"]
    assert len(answer["stages"]) >= 5
    more = run(example, "batch", "2025-12-13", "--remaining", "--json").json
    assert {*keys, "remaining"} <= set(more) and more["remaining"]


@pytest.mark.parametrize("name", ["Цiханоўскi", "Тихановский", "Tsikhanouski", "Cichanoŭski"])
def test_a_name_is_found_in_any_script(example: Path, name: str) -> None:
    found = run(example, "find", "Siarhei" if name[0] in "TC" else "Сергей", name, "--json").json
    assert list(found[0]) == ["id", "name", "names", "probability", "reasons"]
    assert any("Ціханоўскі" in one for one in found[0]["names"])


def test_nobody_found_is_not_nobody_held(example: Path) -> None:
    done = run(example, "find", "Zzyzx Qwrtp")
    assert done.code == 0 and "Lists are incomplete" in done.out
    assert run(example, "find", "Zzyzx Qwrtp", "--json").json == []


def test_what_the_probability_is_and_is_not_stands_below_the_table(example: Path) -> None:
    done = run(example, "find", "Статкевич")
    assert "Probability: how likely it is that this name means this person" in done.out
    assert "nothing of whether the person is held" in done.out


@pytest.mark.parametrize("cell", ["", "...", "🙂\u202e", "и ещё двое"])
def test_what_names_nobody_is_told_to_be_no_name(example: Path, cell: str) -> None:
    done = run(example, "find", cell)
    assert done.code == 2 and "no name" in done.err and "Traceback" not in done.err


@pytest.mark.parametrize("cell", ["й", "а" * 60_000, "Мiкoлa СТАТКЕВИЧ\u202e\x07", "سمير"])
def test_odd_names_are_answered_without_a_traceback(example: Path, cell: str) -> None:
    done = run(example, "find", cell, "--json")
    assert done.code in (0, 2) and "Traceback" not in done.err
    assert "СТАТКЕВИЧ" not in cell or done.json[0]["id"] == STATKEVICH


@pytest.mark.parametrize(
    "question",
    [
        ("sources",),
        ("batches",),
        ("definitions",),
        ("person", STATKEVICH),
        ("count",),
        ("batch", "2025-09-11", "--remaining"),
        ("find", "Статкевич"),
    ],
)
def test_each_question_has_a_table_for_people(example: Path, question: tuple[str, ...]) -> None:
    done = run(example, *question)
    assert done.code == 0 and len(done.out.splitlines()) > 1 and not done.err


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (("person", "p-nobody"), "habeas find"),
        (("batch", "2025-12-31"), "2025-12-13"),
        (("batch", "2025-12-31"), "more. See: habeas batches"),
        (("count", "--definition", "nothing"), "Known are"),
        (("count", "--on", "2025-02-30"), "calendar"),
        (("count", "--known", "yesterday"), "yesterday"),
        (("count", "--known", "9000-01-01"), "`known` hasn't come"),
        (("balance", "2025-12-14", "2025-12-14", "--known-to", "9000-01-01T00:00Z"), "`--known-to` hasn't come"),
        (("person", STATKEVICH, "--on", "soon"), "soon"),
    ],
)
def test_a_question_that_makes_no_sense_is_told_in_a_line_or_two(
    example: Path, question: tuple[str, ...], told: str
) -> None:
    done = run(example, *question, "--json")
    assert done.code == 2 and told in done.err and not done.out
    assert len(done.err.strip().splitlines()) <= 2
