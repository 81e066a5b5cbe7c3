"""The page of what waits: everybody at the desk sees it, reviewers judge what others wrote, and nobody their own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client

from habeas.desk import accounts
from habeas.desk.models import Account
from habeas.desk.roles import Role
from habeas.domain.claims import Released
from habeas.domain.lines import Candidate
from habeas.ledger.access import entries
from habeas.problems import BadInput
from habeas.register import queries
from habeas.register.answers_people import Filters
from tests.desk.conftest import SignedIn, come_in
from tests.register.conftest import MONITOR, agree, day, say
from tests.register.conftest import two as two

GROUP = "/desk/waiting/p-anna"


@pytest.fixture
def freed(two: Path, desk: Path) -> int:
    """Boris says that Anna's namesake was freed; all else was accepted."""
    agree()
    return say(Candidate("p-anna", Released(day("2024-08-01")), MONITOR, "boris"))[0]


def public_status() -> str:
    rows = queries.people(Filters(), 1, queries.lens("2024-09-01", None)).rows
    return next(str(row.status) for row in rows if row.id == "p-anna")


def test_a_reviewer_sees_what_would_change_and_accepts_it(freed: int, anna: Client) -> None:
    assert "Hanna Vydumanaya" in anna.get("/desk/waiting").content.decode()
    page = anna.get(GROUP).content.decode()
    assert re.search(r"held.*free in the country", page, re.DOTALL)
    assert public_status() == "held"
    assert anna.post(f"{GROUP}/agree", {"line": freed}).headers["Location"] == "/desk/waiting"
    assert public_status() == "free_in_country"
    assert ("decided", "anna") in {(entry.event, entry.alias) for entry in entries()}


def test_many_are_accepted_after_a_confirmation_that_says_how_many(freed: int, anna: Client) -> None:
    say(Candidate("p-anna", Released(day("2024-08-02")), MONITOR, "boris"))
    upto = re.search(r'name="upto" value="(\d+)"', anna.get(GROUP).content.decode())
    assert upto
    asked = anna.post(f"{GROUP}/agree", {"upto": upto[1]}).content.decode()
    assert "Accept 2 lines?" in asked and public_status() == "held"
    late = say(Candidate("p-anna", Released(day("2024-08-03")), MONITOR, "boris"))[0]
    anna.post(f"{GROUP}/agree", {"upto": upto[1], "sure": "2"})
    assert [line.number for line in queries.waiting()] == [late]


def test_a_number_that_no_longer_fits_is_asked_again(freed: int, anna: Client) -> None:
    asked = anna.post(f"{GROUP}/agree", {"upto": freed, "sure": "7"}).content.decode()
    assert "Accept 1 line?" in asked and queries.waiting()


def test_one_sees_ones_own_lines_and_can_not_accept_them(freed: int, signed_in: SignedIn) -> None:
    boris = signed_in("reviewer", alias="boris")
    page = boris.get(GROUP).content.decode()
    assert "your own" in page and "Accept all" not in page
    refused = boris.post(f"{GROUP}/agree", {"line": freed})
    assert refused.status_code == 400 and "boris&#x27;s own" in refused.content.decode()
    assert "Accept 0 lines" in boris.post(f"{GROUP}/agree", {"upto": freed}).content.decode()
    boris.post(f"{GROUP}/agree", {"upto": freed, "sure": "0"})
    assert public_status() == "held"


def test_a_contributor_looks_and_judges_nothing(freed: int, boris: Client) -> None:
    assert boris.get(GROUP).status_code == 200
    assert boris.post(f"{GROUP}/agree", {"line": freed}).status_code == 403
    assert boris.post(f"{GROUP}/disagree", {"line": freed, "reason": "no"}).status_code == 403
    assert queries.waiting()


def test_a_rejection_has_a_reason_and_keeps_the_line_from_the_public(freed: int, anna: Client) -> None:
    assert anna.post(f"{GROUP}/disagree", {"line": freed, "reason": " "}).status_code == 400
    anna.post(f"{GROUP}/disagree", {"line": freed, "reason": "the source says otherwise"})
    assert public_status() == "held" and not queries.waiting()


def test_there_is_no_page_of_what_does_not_wait(freed: int, anna: Client) -> None:
    assert anna.get("/desk/waiting/p-nobody").status_code == 404


def test_an_alias_that_is_handed_on_goes_on_answering_for_what_it_wrote(freed: int) -> None:
    """New keys for an account, or a new desk beside an old ledger: its holder of now accepts none of its lines."""
    client = come_in("reviewer", alias="boris")
    accounts.reset("boris")
    assert client.post(f"{GROUP}/agree", {"line": freed}).status_code in (302, 403)
    with pytest.raises(BadInput):
        accounts.invite(Role.REVIEWER, alias="boris")
    Account.objects.all().delete()
    anew = come_in("administrator", alias="boris")
    assert anew.post(f"{GROUP}/agree", {"line": freed}).status_code == 400
    anew.post(f"{GROUP}/agree", {"upto": "999", "sure": "1"})
    assert public_status() == "held"


@pytest.mark.parametrize("alias", ["matcher", "command-line", "Matcher"])
def test_no_account_bears_an_alias_that_stands_for_nobody(desk: Path, alias: str) -> None:
    with pytest.raises(BadInput, match="is kept for"):
        accounts.invite(Role.REVIEWER, alias=alias)
