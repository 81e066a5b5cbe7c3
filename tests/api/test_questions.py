"""The API answers what the pages ask, to the public, with both clocks; and says what it can't answer."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from habeas.domain.judgements import Withheld
from habeas.domain.lines import Candidate
from habeas.domain.words import Basis
from habeas.ledger.append import append
from habeas.pages.headers import HEADERS
from habeas.register import queries
from habeas.register.answers_people import Filters
from tests.pages.conftest import STEFANOVIC

V1 = "/api/v1/"
LISTS = ("people", "releases", "agreements", "instruments", "sources")


def got(reader: Client, address: str, status: int = 200) -> Any:
    response = reader.get(V1 + address)
    assert response.status_code == status, response.content
    return response.json()


def test_a_person_is_answered_as_the_register_answers(reader: Client) -> None:
    told = got(reader, f"people/{STEFANOVIC}?on=2025-12-14&known=2025-12-14")
    assert (told["status"], told["as_of"]["on"]) == ("free_abroad", "2025-12-14")
    assert got(reader, f"people/{STEFANOVIC}?on=2025-12-14")["status"] == "held"


def test_no_answer_says_which_editor_wrote_a_line(reader: Client) -> None:
    told = got(reader, f"people/{STEFANOVIC}")
    assert told["claims"] and all("editor" not in claim for claim in told["claims"])


def test_the_pages_of_a_list_lead_through_all_of_it(reader: Client) -> None:
    for name in LISTS:
        seen, address = [], f"{V1}{name}?per_page=7"
        while address:
            told = reader.get(address).json()
            seen += [row["id"] for row in told["rows"]]
            address = told["next"]
        assert len(seen) == len(set(seen)) == told["total"], name


def test_a_list_of_people_is_narrowed_by_every_filter(reader: Client) -> None:
    everybody = queries.people(Filters(), 1, queries.lens("2025-01-01", None), per_page=None)
    for name, choices in everybody.choices:
        choice = choices[0]
        told = got(reader, f"people?on=2025-01-01&{name}={choice.key}")
        assert told["total"] == choice.number, name
    assert got(reader, "people?batch=2025-12-13")["total"] > 5
    assert got(reader, "people?definition=held&on=2025-01-01")["total"] > 5


BEFORE, AFTER = "Of 1 May 1990 nothing is known", "Counted is who stays held if nothing else happens."


@pytest.mark.parametrize(("day", "words"), [("1990-05-01", BEFORE), ("2031-05-01", AFTER)])
@pytest.mark.parametrize(
    "address",
    [
        "counts?",
        "counts?by=sex&",
        "counts/over-time?from=1990-04-01&every=400&",
        "balance?from=1990-05-01&to=2031-05-01&",
        "recognisers?",
        "recognisers/comparison?one=viasna&other=amnesty&",
    ],
)
def test_an_answer_of_a_day_that_claims_do_not_reach_says_so(
    reader: Client, address: str, day: str, words: str
) -> None:
    asked = address if "balance" in address else f"{address}on={day}"
    assert words in " ".join(got(reader, asked.rstrip("?&"))["beyond"])
    assert got(reader, "counts?on=2025-06-01")["beyond"] == []


def test_a_count_over_time_is_the_count_of_each_day(reader: Client) -> None:
    told = got(reader, "counts/over-time?from=2025-05-01&to=2025-06-01&every=10&on=2025-06-01&definition=viasna")
    assert [one["day"] for one in told["days"]] == [
        "2025-05-01",
        "2025-05-11",
        "2025-05-21",
        "2025-05-31",
        "2025-06-01",
    ]
    for one in told["days"]:
        alone = got(reader, f"counts?definition=viasna&on={one['day']}")
        assert (one["low"], one["high"]) == (alone["low"], alone["high"])
    many = got(reader, "counts/over-time?from=2000-01-01&to=2025-06-01&every=1")
    assert len(many["days"]) <= 400 and many["every"] > 1, "no more than can be shown, and it says so"
    assert many["days"] == got(reader, f"counts/over-time?to=2000-01-01&from=2025-06-01&every={many['every']}")["days"]


def test_a_page_past_the_last_is_empty(reader: Client) -> None:
    assert got(reader, "people?page=99")["rows"] == got(reader, "releases?page=99")["rows"] == []


def test_a_breakdown_tells_no_group_of_fewer_people_than_the_floor(reader: Client) -> None:
    told = got(reader, "counts?by=facility&on=2025-01-01")
    assert told["floor"] == 5
    assert all(group["high"] == 0 or group["high"] >= 5 for group in told["groups"])


def test_a_balance_adds_up_at_both_ends(reader: Client) -> None:
    told = got(reader, "balance?from=2025-01-01&to=2025-12-31")
    for end in (told["certain"], told["possible"]):
        changes = sum(one["sign"] * one["number"] for one in end["terms"])
        assert end["before"] + changes == end["after"]
    assert "people" not in told["certain"]["terms"][0]


def test_a_name_is_searched_in_any_script_and_by_post_alone(reader: Client) -> None:
    for name in ("Стефанович Валентин", "Валянцін Стэфановіч", "Valancin Stefanovič", "Walancin Stefanowicz"):
        told = reader.post(f"{V1}find", {"name": name}, content_type="application/json").json()
        assert told["rows"][0]["id"] == STEFANOVIC, name
    assert reader.get(f"{V1}find?name=Stefanovic").status_code == 405


def test_who_holds_an_answer_gets_no_second_copy(own: Client) -> None:
    for address in (f"people/{STEFANOVIC}", "people", "counts", "version"):
        first = own.get(V1 + address)
        again = own.get(V1 + address, headers={"If-None-Match": f'"other", W/{first.headers["ETag"]}'})
        assert (again.status_code, again.content) == (304, b""), address
    tag = own.get(f"{V1}counts").headers["ETag"]
    assert own.get(f"{V1}counts?on=2025-01-01").headers["ETag"] != tag
    append([Candidate(STEFANOVIC, Withheld(0, Basis.FAMILY))])
    assert own.get(f"{V1}counts", headers={"If-None-Match": tag}).status_code == 200


def test_who_is_withheld_answers_like_an_id_that_never_was(own: Client) -> None:
    never = own.get(f"{V1}people/p-neverwas00")
    append([Candidate(STEFANOVIC, Withheld(0, Basis.FAMILY))])
    for known in ("", "?known=2025-12-14"):
        withheld = own.get(f"{V1}people/{STEFANOVIC}{known}")
        assert (withheld.status_code, withheld.content, dict(withheld.headers)) == (
            never.status_code,
            never.content,
            dict(never.headers),
        )
    found = own.post(f"{V1}find", {"name": "Stefanovic Valiantsin"}, content_type="application/json").json()
    assert STEFANOVIC not in {row["id"] for row in found["rows"]}


@pytest.mark.parametrize(
    ("address", "status", "where"),
    [
        ("people?on=2025-13-01", 400, "on"),
        ("people?on=yesterday", 400, "on"),
        ("people?known=2025-12", 400, "known"),
        ("people?known=2025-12-14T18:00", 400, "known"),
        ("people?on=2025-01-01&on=2025-01-02", 400, "on"),
        ("people?statsu=held", 400, "query"),
        ("people?page=0", 400, "page"),
        ("people?status=imprisoned", 400, "query"),
        ("people?facility=%00", 400, "facility"),
        ("counts?definition=nothing", 400, "query"),
        ("people/p-neverwas00", 404, "id"),
        ("people/%00", 404, "id"),
        ("releases/nothing", 404, "id"),
        ("nothing", 404, "address"),
    ],
)
def test_what_cannot_be_answered_is_a_problem_with_what_where_and_next(
    reader: Client, address: str, status: int, where: str
) -> None:
    response = reader.get(V1 + address)
    told = response.json()
    assert response.headers["Content-Type"] == "application/problem+json"
    assert (response.status_code, told["status"], told["where"]) == (status, status, where)
    assert told["what"] and told["next"]


def test_a_refused_search_repeats_no_name(reader: Client) -> None:
    asked = {"name": "Стефанович", "surname": "Валентин"}
    response = reader.post(f"{V1}find", asked, content_type="application/json")
    assert response.status_code == 400
    assert "Валентин" not in response.content.decode()


def test_a_body_that_is_no_json_is_a_problem_too(reader: Client) -> None:
    for body in (b'\x07^"', b"\xff", b"[]", b""):
        response = reader.post(f"{V1}find", body, content_type="application/json")
        assert (response.status_code, response.headers["Content-Type"]) == (400, "application/problem+json")


def test_every_answer_bears_the_headers_of_the_pages_and_sets_no_cookie(reader: Client) -> None:
    for address in ("people", "people/nobody", "people?on=x", "openapi.json", "nothing"):
        response = reader.get(V1 + address)
        assert {name: response.headers.get(name) for name in HEADERS} == HEADERS, address
        assert not response.cookies


def test_head_is_answered_as_get_without_the_body(reader: Client) -> None:
    for address in (f"{V1}people", f"{V1}version", f"{V1}openapi.json"):
        asked, head = reader.get(address), reader.head(address)
        assert (head.status_code, head.content) == (200, b"")
        assert head.headers["Content-Type"] == asked.headers["Content-Type"]
        assert head.headers["Content-Length"] == str(len(asked.content))
        assert head.headers.get("ETag") == asked.headers.get("ETag")
    assert reader.head(f"{V1}people/p-neverwas").status_code == 404


def test_options_tell_how_an_address_is_asked_and_what_is_asked_otherwise_is_told_so(reader: Client) -> None:
    for name, allowed in (("people", "GET, HEAD, OPTIONS"), ("find", "POST, OPTIONS")):
        told = reader.options(V1 + name)
        assert (told.status_code, told.content, told.headers["Allow"]) == (204, b"", allowed)
        refused = reader.delete(V1 + name)
        assert (refused.status_code, refused.headers["Allow"]) == (405, allowed)
        assert refused.json()["where"] == "method"
