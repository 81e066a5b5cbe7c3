"""The API of a public copy: it knows the days of data releases, and what was withdrawn is gone from every answer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import orjson
import pytest
from django.test import Client, override_settings

from habeas.domain.claims import Born
from habeas.domain.lines import Candidate
from habeas.domain.words import Basis
from habeas.publish.layout import DATA
from habeas.publish.withdraw import withdraw
from habeas.register import project
from habeas.register.asking import asking
from tests.publish.conftest import made
from tests.publish.conftest import out as out
from tests.publish.conftest import small as small
from tests.register.conftest import MONITOR, agree, day, named, say

pytestmark = pytest.mark.database


@contextmanager
def reading(folder: Path) -> Iterator[Client]:
    with asking(folder / DATA), override_settings(ROOT_URLCONF="habeas.project.public_urls"):
        yield Client(headers={"host": "localhost"})


def test_a_copy_is_asked_as_of_its_data_releases_alone(small: Path, out: Path) -> None:
    day = made(out).day
    with reading(out) as reader:
        told = reader.get("/api/v1/version").json()
        assert (told["copy"], told["releases"]) == (True, [{"known": "r1", "day": day}])
        assert reader.get(f"/api/v1/people/p-anna?known={day}").json()["status"] == "free_in_country"
        assert reader.get("/api/v1/people/p-anna?known=2020-01-01").json()["where"] == "known"
        assert reader.get(f"/api/v1/people/p-anna?known={day}T12:00:00Z").status_code == 400


def test_of_two_data_releases_of_one_day_each_has_an_address(small: Path, out: Path) -> None:
    made(out)
    say(named("p-anna", "Anna the Second"))
    day = made(out).day
    with reading(out) as reader:
        assert [one["day"] for one in reader.get("/api/v1/version").json()["releases"]] == [day, day]
        asked = {known: reader.get(f"/api/v1/people/p-anna?known={known}").json() for known in ("r1", "r2", day)}
    assert {known: told["as_of"]["release"] for known, told in asked.items()} == {"r1": 1, "r2": 2, day: 2}
    assert [len(told["names"]) for told in asked.values()] == [2, 3, 3]


def test_what_is_no_data_release_is_refused_with_those_there_are(small: Path, out: Path) -> None:
    made(out)
    with reading(out) as reader:
        for known in ("r0", "r2", "r", "R1", "r1.5", "r٣", "2020-01-01"):
            told = reader.get("/api/v1/people", {"known": known})
            assert told.status_code == 400 and told.json()["where"] == "known", known
        assert "r1" in reader.get("/api/v1/people?known=r2").json()["what"]


def test_a_withdrawal_leaves_no_trace_and_outdates_every_tag(small: Path, out: Path) -> None:
    made(out)
    with reading(out) as reader:
        tags = {address: reader.get(address).headers["ETag"] for address in ("/api/v1/people", "/api/v1/releases")}
    withdraw("p-anna", (), basis=Basis.FAMILY, by="anna")
    project.catch_up()
    with reading(out) as reader:
        assert reader.get("/api/v1/people/p-anna").content == reader.get("/api/v1/people/p-neverwas").content
        for address, tag in tags.items():
            response = reader.get(address, headers={"If-None-Match": tag})
            assert response.status_code == 200 and b"p-anna" not in response.content
        found = reader.post("/api/v1/find", {"name": "Hanna Vydumanaya"}, content_type="application/json").json()
        assert [one["id"] for one in found["rows"] if one["id"] == "p-anna"] == []


def test_a_copy_says_no_line_of_the_ledger_and_no_time_finer_than_a_day(small: Path, out: Path) -> None:
    made(out)
    with reading(out) as reader:
        told = reader.get("/api/v1/people/p-anna").json()
    assert {claim["recorded"][10:] for claim in told["claims"]} == {"T00:00:00+00:00"}


def test_the_description_and_the_schemas_are_files_of_the_copy(small: Path, out: Path) -> None:
    made(out)
    with reading(out) as reader:
        assert (out / "api" / "openapi.json").read_bytes() == reader.get("/api/v1/openapi.json").content
    assert orjson.loads((out / "api" / "schemas" / "PersonAnswer.json").read_bytes())["type"] == "object"


def test_of_a_birth_the_year_is_compared_and_no_day_can_be_guessed(small: Path, out: Path) -> None:
    say(Candidate("p-anna", Born(day("1980-05-05")), MONITOR))
    agree()

    def score(born: str) -> float:
        asked = {"q0": {"query": "Hanna Vydumanaya", "properties": [{"pid": "birth_year", "v": born}]}}
        found = Client(headers={"host": "localhost"}).post("/api/reconcile", asked, content_type="application/json")
        return float(found.json()["q0"]["result"][0]["score"])

    assert score("1980") > score("1961")
    assert score("1980-05-05") == score("1980-11-30") == score("1980")


def test_any_origin_may_read_a_public_copy(small: Path, out: Path) -> None:
    made(out)
    with reading(out) as reader:
        response = reader.get("/api/reconcile", headers={"origin": "https://anywhere.example"})
        assert response.headers["Access-Control-Allow-Origin"] == "*"
        found = reader.post("/api/reconcile", {"q0": {"query": "Выдуманая Ганна"}}, content_type="application/json")
        assert found.json()["q0"]["result"][0]["id"] == "p-anna"
