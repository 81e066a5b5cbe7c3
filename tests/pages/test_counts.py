"""The pages of counts: a number with its definition, the balance that opens, lists side by side, pictures, tables."""

from __future__ import annotations

import csv
import io
import re

import pytest
from django.test import Client

from habeas.domain.one_list import Why
from tests.pages.conftest import STEFANOVIC

PAGES = [
    "/counts",
    "/counts?by=sex",
    "/balance",
    "/recognisers",
    "/pictures",
    "/recognisers/comparison?one=viasna&other=amnesty",
]
TABLES = [
    "/counts.csv",
    "/counts.csv?by=facility",
    "/balance.csv",
    "/recognisers.csv",
    "/recognisers/comparison.csv?one=viasna&other=dissidentby",
    "/pictures/population.csv",
    "/pictures/where.csv",
    "/pictures/sentences.csv",
    "/pictures/length.csv",
]


def text(reader: Client, address: str) -> str:
    answer = reader.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def table(reader: Client, address: str) -> list[dict[str, str]]:
    answer = reader.get(address)
    assert answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/csv")
    return list(csv.DictReader(io.StringIO(answer.content.decode())))


@pytest.mark.parametrize("address", PAGES)
def test_a_number_stands_beside_its_definition_version_and_both_clocks(reader: Client, address: str) -> None:
    joint = "&" if "?" in address else "?"
    page = text(reader, f"{address}{joint}on=2025-06-01&known=2026-01-01")
    assert "Definition “held”, version 1, Habeas." in page and "The day of a release doesn’t count as held." in page
    assert re.search(r"version(?: <span class=\"version\">| )\d+\.[0-9a-f]+\.", page)
    assert "1 June 2025" in page and "1 January 2026" in page
    assert "A link that gives the same again" in page


@pytest.mark.parametrize("address", ["/", "/people?definition=viasna", "/counts?definition=viasna", "/definitions"])
def test_the_link_beside_a_number_gives_the_same_number_again(reader: Client, address: str) -> None:
    page = text(reader, address)
    (link,) = re.findall(r'<a href="([^"]+)">A link that gives the same again', page)
    again = text(reader, link.replace("&amp;", "&"))
    numbers = r'<p class="number">.*?</p>|<p class="total">.*?<strong>\d+'
    shown = [re.sub(r'href="[^"]*"', "", one) for one in re.findall(numbers, page)]
    assert shown and shown == [re.sub(r'href="[^"]*"', "", one) for one in re.findall(numbers, again)]


@pytest.mark.parametrize("address", TABLES)
def test_every_row_of_a_table_carries_definition_clocks_and_version(reader: Client, address: str) -> None:
    joint = "&" if "?" in address else "?"
    rows = table(reader, f"{address}{joint}on=2025-06-01")
    assert rows and all(row["definition"] == "held" and row["on"] and row["known"] and row["version"] for row in rows)


@pytest.mark.parametrize("address", ["/pictures/flows.csv?from=2020-08-10", "/pictures/published.csv"])
def test_numbers_by_no_definition_of_ours_say_in_words_what_they_count(reader: Client, address: str) -> None:
    rows = table(reader, address)
    assert rows and all(row["definition"] and row["on"] and row["known"] and row["version"] for row in rows)
    again = table(reader, rows[0]["again"])
    assert [row["number"] for row in again] == [row["number"] for row in rows]


@pytest.mark.parametrize("address", [*TABLES, "/pictures/flows.csv"])
def test_every_table_says_where_claims_do_not_reach_its_day(reader: Client, address: str) -> None:
    joint = "&" if "?" in address else "?"
    late = f"{address}{joint}from=2020-08-10&to=2031-05-01&on=2031-05-01"
    rows = table(reader, late)
    if "comparison" not in address:
        assert rows
    assert all("if nothing else happens" in row["beyond"] for row in rows)
    assert all(not row["beyond"] for row in table(reader, f"{address}{joint}on=2025-06-01"))


def test_a_number_stands_beside_the_last_that_each_body_published(reader: Client) -> None:
    page = text(reader, "/counts?on=2024-06-01")
    assert re.findall(r'<td class="n" data-label="Number">([^<]+)</td>', page) == ["1374", "1745"]
    assert "1158" not in page, "of a later day"


@pytest.mark.parametrize("address", ["/agreements/belarus-us-2025-12", "/releases/2025-12-13"])
def test_what_happened_on_a_day_leads_to_what_came_before_and_after_it(reader: Client, address: str) -> None:
    page = text(reader, address)
    (windows, balance) = re.findall(r'<p><a href="([^"]+)">Before and after a day</a> · <a href="([^"]+)">', page)[0]
    assert "Freed less newly detained" in text(reader, windows.replace("&amp;", "&"))
    assert "On 13 November 2025" in text(reader, balance.replace("&amp;", "&"))


def test_a_balance_adds_up_and_opens_to_people_and_claims(reader: Client) -> None:
    asked = "from=2025-12-14&to=2025-12-14&known_from=2025-12-14"
    rows = table(reader, f"/balance.csv?{asked}")
    for end in ("certain", "possible"):
        own = [row for row in rows if row["end"] == end]
        signs = {"": 0, "in": 1, "out": -1}
        before, after = (
            next(int(row["number"]) for row in own if row["term"] == which) for which in ("before", "after")
        )
        assert before + sum(signs[row["sign"]] * int(row["number"]) for row in own) == after
    page = text(reader, f"/balance?{asked}")
    link = next(one for one in re.findall(r'href="([^"]+)"', page) if "term=" in one and "end=certain" in one)
    opened = text(reader, link.replace("&amp;", "&"))
    assert f"/people/{STEFANOVIC}" in opened and 'class="claims"' in opened


@pytest.mark.parametrize("first", ["2021-01-01", "2024-07-01", "2025-09-01", "2025-11-30"])
def test_no_public_balance_shows_a_term_below_the_floor(reader: Client, first: str) -> None:
    rows = table(reader, f"/balance.csv?from={first}&to=2025-12-20")
    terms = [row for row in rows if row["term"] not in ("before", "after", "together")]
    assert all(int(row["number"]) >= 5 for row in terms)
    page = text(reader, f"/balance?from={first}&to=2025-12-20")
    shown = [int(number) for number in re.findall(r">[+−](\d+)</a>", page)]
    assert shown, "what is put together still opens to its people"


def test_no_public_table_of_months_shows_a_number_below_the_floor(reader: Client) -> None:
    rows = table(reader, "/pictures/flows.csv?from=2020-08-10")
    assert rows and all(row["number"] == "1–4" or int(row["number"]) >= 5 for row in rows)
    page = text(reader, "/pictures?from=2020-08-10")
    month = r"<title>\d{4}-\d\d: ([\d–]+) / ([\d–]+)</title>"
    told = [number for both in re.findall(month, page) for number in both]
    assert told and all(one in ("0", "1–4") or int(one) >= 5 for one in told)


@pytest.mark.parametrize("by", ["sex", "age", "facility", "region", "length", "sentence", "status", "profession"])
def test_no_public_breakdown_shows_a_cell_below_the_floor(reader: Client, by: str) -> None:
    for day in ("2022-06-01", "2025-06-01", "2026-03-01"):
        rows = table(reader, f"/counts.csv?by={by}&on={day}")
        assert all(int(row["low"]) >= 5 for row in rows if row["key"] not in ("together", "total"))


def test_pictures_can_be_read_without_seeing_them(reader: Client) -> None:
    page = text(reader, "/pictures?on=2025-06-01")
    drawn = re.findall(r'<svg class="chart[^>]*>', page)
    assert len(drawn) >= 4 and all('role="img"' in one and "aria-labelledby" in one for one in drawn)
    assert page.count("<title id=") == page.count("<desc id=") == len(drawn)
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert page.count("<details>") >= 3 and "style=" not in page


def test_numbers_that_others_published_stand_with_their_source_and_no_line_through_them(reader: Client) -> None:
    rows = table(reader, "/pictures/published.csv")
    assert {("Viasna", "1158"), ("Dissidentby", "1745")} <= {(row["counter"], row["number"]) for row in rows}
    assert all(row["source"].startswith("http") for row in rows)
    page = text(reader, "/pictures")
    assert 'href="#dot-circle"' in page and 'href="#dot-square"' in page


def test_who_is_on_one_list_and_not_on_the_other_is_told_with_the_reason(reader: Client) -> None:
    page = text(reader, "/recognisers/comparison?one=viasna&other=amnesty&on=2025-06-01")
    assert "Recognised by Viasna and not by Amnesty International" in page
    assert "the other list says another thing of people" in page and "adopted as a prisoner of conscience" in page


def test_the_reasons_as_csv_and_from_the_api_are_those_of_the_page(reader: Client) -> None:
    asked = "one=viasna&other=dissidentby&on=2025-06-01"
    rows = table(reader, f"/recognisers/comparison.csv?{asked}")
    told = reader.get(f"/api/v1/recognisers/comparison?{asked}").json()
    assert [(row["id"], row["why"]) for row in rows] == [(one["id"], one["why"]) for one in told["people"]]
    assert rows and {row["why"] for row in rows} <= {str(why) for why in Why}
    assert all(row["definition"] == "held" and row["on"] == "2025-06-01" and row["version"] for row in rows)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/counts?by=shoes", 400),
        ("/counts?definition=none", 400),
        ("/balance?from=yesterday", 400),
        ("/balance?definition=prosecutions", 400),
        ("/balance/term?term=nothing", 404),
        ("/pictures/nothing.csv", 404),
        ("/pictures?from=2025", 400),
        ("/pictures?definition=prosecutions", 400),
        ("/recognisers/comparison?one=nobody&other=viasna", 400),
        ("/estimates/nothing.csv", 404),
        ("/estimates/models.csv", 400),
    ],
)
def test_what_cannot_be_answered_is_told(reader: Client, address: str, status: int) -> None:
    assert reader.get(address).status_code == status


@pytest.mark.parametrize("address", ["/counts", "/pictures", "/recognisers", "/people", "/balance"])
def test_a_day_that_claims_do_not_reach_is_told_on_the_page(reader: Client, address: str) -> None:
    assert "doesn’t say that nobody was held" in text(reader, f"{address}?on=1985-01-01")
    assert "is later than what was known" in text(reader, f"{address}?on=2090-01-01")
    assert 'class="warning"' not in text(reader, f"{address}?on=2025-06-01&known=2026-01-01")


def test_the_days_of_a_balance_are_refused_by_their_names(reader: Client) -> None:
    for name in ("from", "to", "known_from", "known_to"):
        refused = reader.get(f"/balance?{name}=yesterday")
        assert refused.status_code == 400 and f"`{name}` can" in refused.content.decode()
