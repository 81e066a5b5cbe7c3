"""Sums that others printed, judged; rows from life with their source, and the developers' whole table where it is."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

from habeas.domain.published import Checked, Printed, Verdict, check, summary
from habeas.problems import BadInput

# Facts from public reports: id, who printed it, what, the parts, the total as printed, the verdict, the source.
FROM_LIFE = (
    ("AZ-2015", "AZ working group", "list May to December", "80-3+16", "93", "holds", "https://eng.kavkaz-uzel.eu/articles/34075"),
    ("RU-2017", "Memorial", "list 2016 to 2017", "102+45-28", "117", "mismatch", "https://themoscowtimes.com/2017/10/31/russia-detaining-more-political-prisoners-says-memorial-rights-group-a59422"),
    ("MM-2011", "AAPP", "year", "2189-364+13", "1572", "mismatch", "https://docslib.org/doc/5545679/aapp-2011-annual-report"),
    ("BY-2025-12-13b", "Khochu Zhit", "Belarusians and Ukrainians", "109+5", "114", "holds", "https://www.radiosvoboda.org/a/news-ukrajina-opryljudnyla-imena-zvilnenyh-bilorusiv/33622430.html"),
    ("BY-2025-12-13c", "Viasna", "Belarusians and Ukrainians", "104+5", "114", "conflict", "https://wpolityce.pl/swiat/748219-lukaszenka-uwolnil-wiezniow-wsrod-nich-min-bialacki"),
    ("BY-2025-12-13e", "press", "before less freed", "1227-123", "'about 1110' / 'more than 1100'", "residual", "https://informat.ro/de/international/die-belarussische-opposition-erhalt-unterstutzung-durch-die-freilassung-von-politischen-gefangenen-96635"),
    ("BY-KALESNIKAVA", "museum site", "days held 2020-09-07..2025-12-13", "date diff", "1808", "mismatch", "https://www.gulag-perm36.org/?p=23449"),
)  # fmt: skip


def one(parts: str, total: str, what: str = "") -> Checked:
    (checked,) = check([Printed("x", "Somebody", what, parts, total, "", "list.csv, line 2")])
    return checked


def test_sums_from_life_are_judged() -> None:
    rows = [Printed(id, who, what, parts, total, source) for id, who, what, parts, total, _, source in FROM_LIFE]
    assert {row.printed.key: str(row.verdict) for row in check(rows)} == {row[0]: row[5] for row in FROM_LIFE}


def test_a_mismatch_says_by_how_much() -> None:
    found = {row[0]: one(row[3], row[4], row[2]).difference for row in FROM_LIFE}
    assert (found["RU-2017"], found["MM-2011"], found["BY-KALESNIKAVA"]) == (-2, -266, -115)
    assert found["BY-2025-12-13e"] == 6


@pytest.mark.parametrize(
    ("parts", "total", "verdict", "difference"),
    [
        ("10..12+5", "16", "holds", 0),
        ("10–12+5", "18", "mismatch", 1),
        ("1,227 - 123", "1 104", "holds", 0),
        ("1227-123", "more than 1100", "holds", 0),
        ("1227-123", "more than 1104", "mismatch", 1),
        ("at least 5 + 3", "8", "holds", 0),
        ("about 100 + 5", "105", "holds", 0),
        ("about 100 + 5", "107", "residual", 2),
        ("about 100 + 5", "120", "mismatch", 15),
        ("178+29", "178", "mismatch", -29),
        ("2024-02-28..2024-03-01", "2", "holds", 0),
        ("22+87", "109 (20 reached Lithuania per Delfi)", "conflict", 0),
        ("6+8", "14 (but the ministry: 3 not 2)", "conflict", 0),
        ("488+274", "762 (cumulative!)", "holds", 0),
    ],
)
def test_doubt_in_words_is_read(parts: str, total: str, verdict: str, difference: int) -> None:
    found = one(parts, total)
    assert (str(found.verdict), found.difference) == (verdict, difference), found.why


def test_a_total_that_was_not_brought_up_to_date_is_told() -> None:
    assert "not brought up to date" in one("178+29", "178").why


@pytest.mark.parametrize(
    ("parts", "total"),
    [("5+", "5"), ("", "4"), ("5", "none"), ("2020-02-30..2021-01-01", "5"), ("five", "5"), ("1,5", "1")],
)
def test_what_cannot_be_read_is_told_with_its_place(parts: str, total: str) -> None:
    with pytest.raises(BadInput, match=r"list\.csv, line 2"):
        one(parts, total)


def test_the_developers_table_comes_out_as_they_found_it() -> None:
    folder = os.environ.get("HABEAS_DATA")
    if not folder:
        pytest.skip("HABEAS_DATA is not set: thirty-one printed sums are not compared.")
    with (Path(folder) / "belarus" / "stockflow_checks.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            Printed(row["id"], row["org"], row["what"], row["expression"], row["published"], row["source"], row["id"])
            for row in csv.DictReader(file)
        ]
    told = summary(check(rows))
    assert (len(rows), *(told[verdict] for verdict in Verdict)) == (31, 21, 6, 3, 1)


@pytest.mark.parametrize("total", ["12 of 15", "10-12", "12.5", "12%", "2023-05-01"])
def test_a_total_of_which_only_a_piece_could_be_read_is_refused(total: str) -> None:
    with pytest.raises(BadInput, match=r"list.csv, line 2: the total can't be told from"):
        one("10+2", total)


@pytest.mark.parametrize(
    ("parts", "total"), [("5-10", "-5"), ("5-10", "−5"), ("1'200+5", "1’205"), ("1 200+5", "1,205")]
)
def test_a_sign_and_marked_thousands_belong_to_the_number(parts: str, total: str) -> None:
    assert one(parts, total).verdict is Verdict.HOLDS


def test_thousands_marked_with_a_point_are_told_how_to_be_written() -> None:
    with pytest.raises(BadInput, match="thousands as 1,200"):
        one("1.000+200", "1200")
