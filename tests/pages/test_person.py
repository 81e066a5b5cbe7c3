"""A person's page: status with its reasons, what contradicts what, and what may not be seen."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from django.test import Client

from habeas.domain.claims import Named
from habeas.domain.judgements import Retracted, SamePerson, Withheld
from habeas.domain.lines import Candidate, Evidence
from habeas.domain.words import Basis
from habeas.ledger import read
from habeas.ledger.append import append
from tests.pages.conftest import STATKEVICH, STEFANOVIC
from tests.register.conftest import agree


def test_stefanovic_is_held_as_known_today_and_the_page_says_who_denied_his_release(reader: Client) -> None:
    page = _page(reader, f"/people/{STEFANOVIC}?on=2025-12-14")
    assert _status(page) == "held"
    assert "Reported free, and denied" in page
    denial = next(note for note in _notes(page) if "Human Rights Watch" in note and "Still held" in note)
    assert "Contradicted by" in denial
    report = next(note for note in _notes(page) if "TVN24, after" in note)
    assert "Set aside." in report and "Contradicted by" in report


def test_an_arrest_is_not_contradicted_by_a_later_release(reader: Client) -> None:
    page = _page(reader, f"/people/{STEFANOVIC}?on=2025-12-14")
    arrest = next(note for note in _notes(page) if "Detained on 14 July 2021" in note)
    assert "Contradicted by" not in arrest


def test_stefanovic_was_free_as_known_on_the_14th_by_those_who_said_so(reader: Client) -> None:
    page = _page(reader, f"/people/{STEFANOVIC}?on=2025-12-14&known=2025-12-14")
    assert _status(page) == "free abroad"
    assert "The release is reported and not confirmed" in page
    assert "Human Rights Watch" not in page


def test_statkevich_is_held_on_12_september_though_a_release_counts_him(reader: Client) -> None:
    page = _page(reader, f"/people/{STATKEVICH}?on=2025-09-12")
    assert _status(page) == "held"
    assert '<a href="/releases/2025-09-11?on=2025-09-12">' in page


def test_every_note_that_a_statement_points_at_is_on_the_page(reader: Client) -> None:
    page = _page(reader, f"/people/{STATKEVICH}")
    pointed, there = set(re.findall(r'href="#(n\d+)"', page)), set(re.findall(r'<li id="(n\d+)"', page))
    assert pointed and pointed <= there


def test_a_taken_back_claim_stays_to_be_seen(own: Client) -> None:
    (line,) = append([Candidate(STEFANOVIC, Named("Valancin Imshar", "be-Latn"), Evidence("s-zerk-319"))])
    agree()
    append([Candidate(STEFANOVIC, Retracted(line, "a mistake"), editor="editor")])
    agree()
    taken_back = next(note for note in _notes(_page(own, f"/people/{STEFANOVIC}")) if "Imshar" in note)
    assert "Taken back." in taken_back and "<s>" in taken_back


def test_the_id_of_a_joined_mention_leads_to_the_person_and_keeps_the_days(own: Client) -> None:
    append([Candidate("p-aaaaaaaaaa", Named("Valantsin Stefanovich", "en"), Evidence("s-zerk-319"))])
    append([Candidate("p-aaaaaaaaaa", SamePerson(STEFANOVIC), editor="editor")])
    agree()
    days = f"on=2025-12-14&known={datetime.now(UTC).date()}"
    answer = own.get(f"/people/p-aaaaaaaaaa?{days}")
    assert answer.status_code == 301
    assert answer.headers["Location"] == f"/people/{STEFANOVIC}?{days}"


def test_withheld_and_absent_look_alike_to_the_last_byte(own: Client) -> None:
    absent = own.get("/people/p-zzzzzzzzzz")
    assert absent.status_code == 404
    assert own.get(f"/people/{STEFANOVIC}").status_code == 200
    append([Candidate(STEFANOVIC, Withheld(0, Basis.FAMILY), editor="editor")])
    withheld = own.get(f"/people/{STEFANOVIC}")
    before = own.get(f"/people/{STEFANOVIC}?on=2025-12-14&known=2025-12-20")
    assert (withheld.status_code, before.status_code) == (404, 404)
    assert withheld.content == before.content == absent.content == own.get("/releases/nothing").content
    assert dict(withheld.headers) == dict(absent.headers)


def test_who_is_withheld_is_found_by_no_other_page(own: Client) -> None:
    append([Candidate(STEFANOVIC, Withheld(0, Basis.FAMILY), editor="editor")])
    for address in ("/people", "/people?page=2", "/people.csv", "/releases/2026-03-19", "/sources/s-fidh-1215"):
        assert STEFANOVIC not in _page(own, address), address
    found = own.post("/search", {"name": "Стефанович Валентин"}).content.decode()
    assert STEFANOVIC not in found
    assert read.has(STEFANOVIC)


def _page(reader: Client, address: str) -> str:
    answer = reader.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def _status(page: str) -> str:
    (status,) = re.findall(r'<p class="large"><span class="status">.*?</svg>(.*?)</span>', page)
    return str(status)


def _notes(page: str) -> list[str]:
    return re.findall(r'<li id="n\d+".*?</li>', page, re.DOTALL)
