"""The pages of agreements, legal acts and sanctioners: the four questions, two sides, one axis, ties both ways."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client

from habeas.domain.agreement_words import Owed, Verb
from habeas.domain.claims import AgreementReported, Captured, CommitmentMade
from habeas.domain.judgements import Accepted
from habeas.domain.lines import Candidate, Evidence
from habeas.domain.verdicts import Verdict
from habeas.domain.words import Answer
from habeas.ledger.append import append
from habeas.pages.axis import Event, draw
from habeas.register.answers_agreements import InstrumentRow
from tests.domain.agreed import when

DECEMBER = "/agreements/belarus-us-2025-12"


def page(reader: Client, address: str) -> str:
    answer = reader.get(address)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_agreements_are_in_the_navigation_and_each_leads_to_its_page(reader: Client) -> None:
    front = reader.get("/").content.decode()
    assert 'href="/agreements"' in front
    listed = reader.get("/agreements").content.decode()
    assert 'href="/agreements/cuba-us-2025-01"' in listed and 'href="/sanctioners/us"' in listed
    assert "No agreement was known." in page(reader, "/agreements?known=2011-01-13")


def test_the_four_questions_are_answered_at_the_top(reader: Client) -> None:
    told = page(reader, f"{DECEMBER}?on=2025-12-16")
    questions = ["What was promised?", "What legal act exists?", "What is overdue?", "What reverses it?"]
    places = [told.index(question) for question in questions]
    assert places == sorted(places) and places[-1] < told.index("What each side owes and has done")
    assert "dealings are licensed; the listing stays: General License 13" in told


def test_two_days_before_and_as_known_then_relief_is_announced_and_no_act_is_named(reader: Client) -> None:
    for known in ("", "&known=2025-12-14"):
        told = page(reader, f"{DECEMBER}?on=2025-12-14{known}")
        assert "Relief on potash: announced; no instrument is in force" in told
    assert "General License 13" not in told


def test_undisclosed_terms_are_named_among_what_decides(reader: Client) -> None:
    told = page(reader, f"{DECEMBER}?on=2025-12-14&known=2025-12-14")
    assert "It hangs on:" in told and "terms that nobody disclosed" in told


def test_each_grade_stands_with_its_assessor_standard_and_source(reader: Client) -> None:
    html = reader.get(DECEMBER).content.decode()
    assert "Graded by Habeas" in html and "sources read side by side" in html
    assert re.search(r'Graded by Habeas.*?href="/sources/s-hrw-1215"', html, re.DOTALL)
    assert "Disputed by Crowell &amp; Moring" in html and "Verified, says Ukraine" in html


def test_orders_stand_side_by_side_and_what_differs_is_said(reader: Client) -> None:
    told = page(reader, DECEMBER)
    assert "presidency of Belarus" in told and "Human Rights Watch" in told
    assert "“Relief on potash” and “123 people freed” are told in another order by:" in told


def test_the_interval_of_the_freed_leads_to_the_people_it_rests_on(reader: Client) -> None:
    html = reader.get(f"{DECEMBER}?on=2025-12-20").content.decode()
    assert re.search(r"<strong>11–123 people</strong>", html)
    assert 'href="/releases/2025-12-13?on=2025-12-20#members"' in html


def test_the_drawing_has_a_title_and_a_text_and_hatches_what_is_unknown(reader: Client) -> None:
    html = reader.get("/instruments/ofac-gl-2").content.decode()
    drawings = re.findall(r'<svg class="timeline axis.*?</svg>', html, re.DOTALL)
    assert len(drawings) == 2
    for one in drawings:
        assert 'role="img"' in one and "<title" in one and "<desc" in one
        assert 'class="bar uncertain"' in one and 'class="bar free_abroad"' in one
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_a_chain_says_where_it_goes_on_and_where_it_is_unknown(reader: Client) -> None:
    told = page(reader, "/instruments/ofac-gl-2")
    assert "From 1 May 2018 until before 19 April 2021: unknown" in told
    assert "From 4 June 2021 on: no" in told


def test_a_sanctioner_shows_who_is_listed_on_the_day(reader: Client) -> None:
    assert "Belavia yes" in page(reader, "/sanctioners/us?on=2025-09-12")
    assert "Belavia no" in page(reader, "/sanctioners/us?on=2025-11-05")


def test_a_release_shows_what_was_promised_for_it_and_which_acts_are_tied_to_it(reader: Client) -> None:
    html = reader.get("/releases/2025-12-13").content.decode()
    assert 'href="/agreements/belarus-us-2025-12"' in html and 'href="/instruments/ofac-gl-13"' in html
    early = reader.get("/releases/2025-12-13?known=2025-12-13").content.decode()
    assert "ofac-gl-13" not in early


@pytest.mark.parametrize(
    "address", ["/agreements/x", "/instruments/x", "/sanctioners/x", f"{DECEMBER}?known=2020-01-01"]
)
def test_what_is_not_there_is_absent(reader: Client, address: str) -> None:
    assert reader.get(address).status_code == 404


def test_an_act_that_is_named_and_not_on_record_is_told_without_a_link(own: Client) -> None:
    said = Evidence("s-x", "X")
    numbers = append(
        [
            Candidate("s-x", Captured("X"), None, "anna"),
            Candidate("a-deal", AgreementReported("A deal", when("2026-03"), ("A", "B")), said, "anna"),
            Candidate("a-deal", CommitmentMade("c", "A", "B", Owed.RELIEF, instrument="no-such-act"), said, "anna"),
        ]
    )
    assert own.get("/agreements/a-deal").status_code == 404, "a second editor has to agree first"
    append([Candidate("a-deal", Accepted(number), None, "boris") for number in numbers])
    html = own.get("/agreements/a-deal").content.decode()
    assert "no-such-act" in html and "/instruments/no-such-act" not in html


def act(first: str, end: str, answer: Answer) -> InstrumentRow:
    span = (date.fromisoformat(first), date.fromisoformat(end), answer)
    return InstrumentRow("a", "A", "us", Verb.LICENSED, first, end, None, None, (), Verdict(answer), (span,), ())


@pytest.mark.parametrize("days", [3, 90, 900, 9000])
def test_an_axis_of_any_length_has_ticks_and_everything_within(days: int) -> None:
    first = date(2001, 1, 2)
    last = date.fromordinal(first.toordinal() + days)
    rows = [act(str(first), str(last), Answer.YES), act(str(first), "9999-12-31", Answer.UNKNOWN)]
    for width in (340, 760):
        drawn = draw(rows, [("Releases", False, [Event(1, "R", first, last)])], last, width=width)
        assert drawn is not None and drawn.ticks and any(tick.labelled for tick in drawn.ticks)
        for line in drawn.lines:
            for part in line.segments:
                assert 0 <= part.x <= part.x + part.width <= width
        assert [part.look for line in drawn.lines for part in line.segments] == ["free_abroad", "uncertain"]
    assert draw([], [], last, width=340) is None
