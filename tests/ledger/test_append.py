"""The one door in: numbers, moments, and what is turned away."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from habeas.domain.claims import Claim, Named, Opened
from habeas.domain.judgements import Accepted, Erased, ErasureAsked, Retracted
from habeas.domain.lines import Candidate
from habeas.domain.words import Kind
from habeas.ledger import append as door
from habeas.ledger.append import append, begin
from habeas.ledger.read import first_line, has, kind, kind_now, last_moment, last_number, lines, number_at
from habeas.ledger.verify import verify
from habeas.problems import BadInput
from tests.ledger.people import detained, named

pytestmark = pytest.mark.database

LONG_AGO = datetime(2024, 5, 1, 12, tzinfo=UTC)


def test_what_goes_in_comes_out_with_a_number_and_the_true_moment(live: Path) -> None:
    before = datetime.now(UTC)
    numbers = append([named(), detained()])
    found = list(lines(after=1))
    assert numbers == [2, 3] == [line.number for line in found]
    assert [(line.subject, line.claim, line.evidence, line.editor) for line in found] == [
        (said.subject, said.claim, said.evidence, said.editor) for said in (named(), detained())
    ]
    assert all(before <= line.moment <= datetime.now(UTC) for line in found)


def test_the_first_line_says_what_the_ledger_is(empty: Path) -> None:
    begin(Kind.REPLAY)
    assert [line.claim for line in lines()] == [Opened(Kind.REPLAY)]
    assert kind() is Kind.REPLAY
    assert "replay" in first_line()


def test_a_ledger_is_begun_once(live: Path) -> None:
    with pytest.raises(BadInput, match="begun already"):
        begin(Kind.REPLAY)


def test_nothing_goes_into_a_ledger_that_was_not_begun(empty: Path) -> None:
    with pytest.raises(BadInput, match="Run init"):
        append([named()])


def test_a_batch_goes_in_whole_or_not_at_all(live: Path) -> None:
    with pytest.raises(BadInput, match="Candidate 2"):
        append([named(), Candidate("Ядвіга", Named("Ядвіга"))])
    with pytest.raises(BadInput, match="names line 99"):
        append([named(), Candidate("p-aaaaaaaaaa", Retracted(99), None, "anna")])
    assert last_number() == 1


def test_no_lines_make_no_lines(live: Path) -> None:
    assert append([]) == []
    assert last_number() == 1


def test_replayed_lines_bear_the_moment_they_are_given(empty: Path) -> None:
    begin(Kind.REPLAY)
    append([named()], moment=LONG_AGO)
    append([detained()], moment=LONG_AGO + timedelta(days=1))
    assert [line.moment for line in lines(after=1)] == [LONG_AGO, LONG_AGO + timedelta(days=1)]
    assert number_at(LONG_AGO) == 2
    assert number_at(LONG_AGO - timedelta(microseconds=1)) == 1
    assert last_moment() == LONG_AGO + timedelta(days=1)


def test_replayed_moments_never_go_back(empty: Path) -> None:
    begin(Kind.REPLAY)
    append([named()], moment=LONG_AGO)
    with pytest.raises(BadInput, match="Replay in order"):
        append([named()], moment=LONG_AGO - timedelta(microseconds=1))
    append([named()], moment=LONG_AGO)


def test_the_first_live_line_ends_a_replay_for_good(empty: Path) -> None:
    begin(Kind.REPLAY)
    append([named()], moment=LONG_AGO)
    [number] = append([detained()])
    assert [line.claim for line in lines(after=2)] == [Opened(Kind.LIVE), detained().claim]
    assert number == 4
    assert (kind(), kind_now()) == (Kind.REPLAY, Kind.LIVE)
    with pytest.raises(BadInput, match="The ledger is live"):
        append([named()], moment=datetime.now(UTC) + timedelta(days=1))


def test_a_live_ledger_takes_no_moment(live: Path) -> None:
    with pytest.raises(BadInput, match="The ledger is live"):
        append([named()], moment=datetime.now(UTC))


def test_a_live_line_is_never_earlier_than_the_one_before(live: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    append([named()])
    before = last_moment()
    monkeypatch.setattr(door, "now", lambda: before - timedelta(hours=1))
    append([named()])
    assert last_moment() == before
    assert verify().sound


def test_a_moment_without_a_zone_is_refused(empty: Path) -> None:
    begin(Kind.REPLAY)
    with pytest.raises(BadInput, match="no time zone"):
        append([named()], moment=datetime(2024, 5, 1))


@pytest.mark.parametrize("claim", [Opened(Kind.LIVE), ErasureAsked(1), Erased(1)])
def test_what_has_its_own_door_does_not_come_through_this_one(live: Path, claim: Claim) -> None:
    with pytest.raises(BadInput, match="isn't said by hand"):
        append([Candidate("p-aaaaaaaaaa", claim, None, "anna")])


@pytest.mark.parametrize("subject", ["", "Ядвіга", "p aaa", "-x", "p-a\n", "x" * 101])
def test_a_subject_is_never_a_name(live: Path, subject: str) -> None:
    with pytest.raises(BadInput, match="can't be a subject"):
        append([named(subject=subject)])


def test_text_that_no_file_can_hold_is_refused_with_advice(live: Path) -> None:
    with pytest.raises(BadInput, match="can't be written"):
        append([named(text="Ядвіга \ud800")])
    with pytest.raises(BadInput, match="alias"):
        append([named(editor="an\x00na")])
    assert last_number() == 1


def test_a_judgement_names_a_line_that_is_there(live: Path) -> None:
    [number] = append([named()])
    append([Candidate("p-aaaaaaaaaa", Accepted(number), None, "boris")])
    with pytest.raises(BadInput, match="names line 4"):
        append([Candidate("p-aaaaaaaaaa", Accepted(4), None, "boris")])


def test_a_name_of_many_scripts_and_marks_comes_back_letter_for_letter(live: Path) -> None:
    texts = ["Žanna \u200fابن\u200f", "=cmd()|' /C calc'!A0", "\u202eигаР", "李\u0000四", "Ў" * 1000]
    append([named(text) for text in texts])
    assert [line.claim.text for line in lines(after=1) if isinstance(line.claim, Named)] == texts


def test_lines_are_read_by_range_number_and_subject(live: Path) -> None:
    append([named(subject=f"p-{place % 3}") for place in range(1200)])
    assert [line.number for line in lines(after=5, upto=9)] == [6, 7, 8, 9]
    assert [line.number for line in lines(numbers=[900, 7, 7, 5000])] == [7, 900]
    assert [line.number for line in lines(subjects=["p-1", "p-2"], upto=7)] == [3, 4, 6, 7]
    assert [line.number for line in lines(subjects=["p-0"], numbers=[2, 3, 5])] == [2, 5]
    assert list(lines(numbers=[])) == [] == list(lines(subjects=[]))
    assert len(list(lines(subjects=[f"p-{place}" for place in range(2000)]))) == 1200
    assert has("p-1")
    assert not has("p-9")
