"""Counting on the command line: broken down, with people, balanced, and what others printed checked."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Habeas, run


def test_a_count_is_broken_down_and_names_who_is_behind_it(example: Path) -> None:
    answer = run(example, "count", "--on", "2025-06-01", "--by", "sex", "--people", "--json").json
    assert answer["by"] == "sex" and not answer["several"]
    assert sum(group["high"] for group in answer["groups"]) >= answer["high"]
    assert sum(person["low"] for person in answer["people"]) == answer["low"]
    assert {"id", "name", "low", "high"} == set(answer["people"][0])
    assert "male" in run(example, "count", "--on", "2025-06-01", "--by", "sex").out


def test_a_balance_has_the_agreed_keys_and_adds_up(example: Path) -> None:
    days = ("2025-12-14", "2025-12-14", "--known-from", "2025-12-14")
    answer = run(example, "balance", *days, "--json").json
    assert list(answer) == ["definition", "from", "to", "certain", "possible"]
    assert list(answer["from"]) == list(answer["to"]) == ["on", "known", "version"]
    for end in (answer["certain"], answer["possible"]):
        assert end["before"] + sum(term["sign"] * term["number"] for term in end["terms"]) == end["after"]
        assert all(term["number"] == len(term["people"]) for term in end["terms"])
    opened = run(example, "balance", *days, "--people", "--json").json["people"]
    late = next(one for one in opened if one["term"] == "learned_late" and one["end"] == "certain")
    assert late["people"][0]["because"], "each stands with the lines behind it"


def test_a_balance_told_backwards_says_so(example: Path) -> None:
    backwards = run(example, "balance", "2025-12-14", "2025-01-01")
    assert "told backwards" in backwards.err and "+" in backwards.out
    assert "told backwards" not in run(example, "balance", "2025-01-01", "2025-12-14").err


def test_a_balance_says_what_cannot_be_balanced(example: Path) -> None:
    wrong = run(example, "balance", "yesterday", "2025-12-14")
    assert wrong.code == 2 and "2025-12" in wrong.err
    assert "Known are" in run(example, "balance", "2025-01-01", "2025-02-01", "--definition", "none").err


def test_a_balance_names_the_argument_that_cannot_be_read(example: Path) -> None:
    assert "`FROM` can't be read" in run(example, "balance", "yesterday", "2025-12-14").err
    assert "`TO` is one day" in run(example, "balance", "2025-01-01", "2025-12").err
    assert "`--known-to` can't be read" in run(example, "balance", "2025-01-01", "2025-02-01", "--known-to", "x").err


def test_a_day_that_claims_do_not_reach_is_told_in_words(example: Path) -> None:
    before = run(example, "count", "--on", "1985-01-01", "--json")
    assert before.json["high"] == 0 and "a nought doesn’t say that nobody was held" in before.err
    assert "is later than what was known" in run(example, "count", "--on", "2090-01-01").err
    assert "nothing can be counted" in run(example, "count", "--known", "1985-01-01").err
    both = run(example, "balance", "1985-01-01", "2090-01-01").err
    assert "1 January 1985" in both and "1 January 2090" in both
    assert not run(example, "count", "--on", "2025-06-01").err


def test_printed_counts_are_checked_without_a_register(habeas: Habeas, tmp_path: Path) -> None:
    file = tmp_path / "printed.csv"
    rows = ["id,org,what,expression,published,source", "AZ-2023,union,April to July,182-12+34,204,https://example.org/"]
    file.write_text("\n".join([*rows, "RU-2017,list,a year,102+45-28,117,https://example.org/"]), encoding="utf-8")
    answer = habeas("counts", "check", file, "--json").json
    assert (answer["checks"], answer["holds"], answer["mismatch"]) == (2, 1, 1)
    assert [row["difference"] for row in answer["rows"]] == [0, -2]
    assert habeas("counts", "check", file).code == 0 and habeas("counts", "check", file, "--strict").code == 1
    assert "2 = 1 hold + 1 mismatch" in habeas("counts", "check", file).out
    file.write_text("\n".join(rows), encoding="utf-8")
    assert habeas("counts", "check", file, "--strict").code == 0


def test_a_table_that_cannot_be_checked_is_told_with_its_line(habeas: Habeas, tmp_path: Path) -> None:
    file = tmp_path / "printed.csv"
    file.write_text("id,expression,published\na,five,5\n", encoding="utf-8")
    refused = habeas("counts", "check", file)
    assert refused.code == 2 and "line 2" in refused.err
    file.write_text("id,sum\na,5\n", encoding="utf-8")
    assert "expression" in habeas("counts", "check", file).err


def test_odd_tables_are_read_or_refused_in_words(habeas: Habeas, tmp_path: Path) -> None:
    file = tmp_path / "printed.csv"
    file.write_text("id;expression;published\n;;\na;10+2;12\n", encoding="utf-8-sig")
    assert habeas("counts", "check", file, "--json").json["holds"] == 1
    file.write_text("id,expression,published\n", encoding="utf-8")
    nothing = habeas("counts", "check", file)
    assert nothing.code == 2 and "no sum stands below the header" in nothing.err
    file.write_text("", encoding="utf-8")
    assert "the file is empty" in habeas("counts", "check", file).err
