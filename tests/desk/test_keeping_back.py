"""At the desk: withholding, keeping to a group, showing again, and saying that those freed are beyond reach."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from habeas.domain.judgements import Accepted, BeyondReach, Cleared, Restricted, Withheld
from habeas.ledger import read
from tests.desk.conftest import SignedIn, come_in
from tests.desk.test_matrix import BATCH, GROUP, MARKS, PERSONS, records

PERSON = PERSONS["public"]


@pytest.fixture
def held(desk: Path) -> Path:
    records({"public", "embargoed", "restricted"})
    return desk


def keeps_back(client: Client, person: str = PERSON, **form: str) -> int:
    return client.post(f"/desk/people/{person}/keep-back", form).status_code


def last() -> object:
    return next(iter(read.lines(numbers=[read.last_number()]))).claim


def test_a_person_is_withheld_at_once_and_shown_again_by_two(held: Path, anna: Client, boris: Client) -> None:
    assert boris.get(f"/people/{PERSON}").status_code == 200
    assert keeps_back(boris, deed="withhold", basis="family") == 302
    assert isinstance(last(), Withheld) and boris.get(f"/people/{PERSON}").status_code == 404
    assert boris.post(f"/desk/people/{PERSON}/show-again").status_code == 403
    assert anna.post(f"/desk/people/{PERSON}/show-again").status_code == 302
    assert isinstance(last(), Cleared) and boris.get(f"/people/{PERSON}").status_code == 404
    other = come_in("reviewer", alias="clara")
    other.post(f"/desk/waiting/{PERSON}/agree", {"line": str(read.last_number())})
    assert boris.get(f"/people/{PERSON}").status_code == 200


def test_one_line_alone_is_withheld(held: Path, boris: Client) -> None:
    number = next(iter(read.lines(subjects=[PERSON], kinds=["Detained"]))).number
    assert "Publicovagrad" in boris.get(f"/people/{PERSON}").content.decode()
    assert keeps_back(boris, deed="withhold", basis="security", line=str(number)) == 302
    page = boris.get(f"/people/{PERSON}")
    assert page.status_code == 200 and "Publicovagrad" not in page.content.decode()


def test_who_is_kept_to_a_group_is_gone_for_the_others_at_once(held: Path, anna: Client, boris: Client) -> None:
    insider = come_in("contributor", alias="insider", groups=[GROUP])
    assert keeps_back(insider, deed="restrict", group=GROUP) == 302
    assert isinstance(last(), Restricted)
    assert anna.get(f"/desk/people/{PERSON}").status_code == boris.get(f"/people/{PERSON}").status_code == 404
    assert insider.get(f"/desk/people/{PERSON}").status_code == 200


def test_what_is_mistyped_is_told_in_the_form_and_nothing_is_written(held: Path, boris: Client) -> None:
    other = next(iter(read.lines(subjects=[PERSONS["embargoed"]]))).number
    before = read.last_number()
    for form in (
        {"deed": "withhold"},
        {"deed": "withhold", "basis": "family", "line": "x"},
        {"deed": "withhold", "basis": "family", "line": str(other)},
        {"deed": "restrict", "group": "Not A Group"},
    ):
        assert keeps_back(boris, **form) == 400
    assert read.last_number() == before


def test_a_restricted_person_has_no_form_for_others(held: Path, anna: Client, signed_in: SignedIn) -> None:
    before = read.last_number()
    assert keeps_back(anna, PERSONS["restricted"], deed="withhold", basis="family") == 404
    assert keeps_back(signed_in("reader"), deed="withhold", basis="family") == 403
    assert read.last_number() == before


def test_those_freed_are_named_in_public_when_two_reviewers_said_beyond_reach(held: Path, anna: Client) -> None:
    public, clara = f"/releases/{BATCH}", come_in("reviewer", alias="clara")
    address = f"/desk/releases/{BATCH}/beyond"
    assert come_in("contributor", alias="boris").post(address).status_code == 403
    assert MARKS["embargoed"] not in anna.get(public).content.decode()
    assert "Another editor now says the same" in anna.post(address).content.decode()
    assert isinstance(last(), BeyondReach)
    anna.post(address)
    assert MARKS["embargoed"] not in anna.get(public).content.decode()
    clara.post(address)
    assert isinstance(last(), Accepted)
    assert MARKS["embargoed"] in anna.get(public).content.decode()
