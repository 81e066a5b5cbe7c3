"""Many rows decided at once, a decision taken back, and what another editor did meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.domain.claims import Named
from habeas.domain.judgements import SamePerson, Unsure
from habeas.domain.lines import Candidate
from habeas.intake.decide import DecidedMeanwhile, Ruling, decide
from habeas.intake.decide_many import likely_rows, same_all
from habeas.intake.listings import known_listing
from habeas.intake.live import live as standing
from habeas.intake.outcome import Outcome, outcome_of
from habeas.intake.take import take
from habeas.intake.undo import undo
from habeas.ledger.append import append
from habeas.ledger.read import last_number, lines
from habeas.ledger.verify import verify
from habeas.problems import BadInput
from tests.intake.conftest import MARYIA, SERGEI, TODAR, YANKA, Write

pytestmark = pytest.mark.database

ROWS = "Лукомір Зосевіч\nДобрагост Зосевіч\nСвятаполк Зосевіч\nВсеслаў Зосевіч\n"


@pytest.fixture
def listed(held: Path, write: Write) -> str:
    """Four rows of which the matcher isn't sure: two likely, two that are likely the same person."""
    taken = take(write(ROWS), source="s-list", event="2026-02-01", editor="anna")
    may_be = ((SERGEI, 0.97), (MARYIA, 0.6), (TODAR, 0.95), (TODAR, 0.96))
    append(
        [
            Candidate(row.subject, Unsure(other, share, ("made up",)), None, "matcher")
            for row, (other, share) in zip(taken.rows, may_be, strict=True)
        ]
    )
    return taken.listing


def now(listing: str) -> Outcome:
    taken = known_listing(listing)
    return outcome_of(taken, taken.latest)


def fates(listing: str) -> list[str]:
    return [str(row.fate) for row in now(listing).rows]


def test_only_rows_likely_enough_and_without_a_rival_are_among_the_likely(listed: str) -> None:
    rows = now(listed).rows
    assert [one.row for one in likely_rows(rows, 0.9)] == [1]
    assert [one.row for one in likely_rows(rows, 0.5)] == [1, 2]


def test_many_rows_are_joined_in_one_append_and_undone_in_one(listed: str) -> None:
    assert [one.row for one in same_all(listed, 0.5, by="anna", expected=2)] == [1, 2]
    assert fates(listed) == ["matched", "matched", "unclear", "unclear"]
    assert undo(listed, by="anna").rows == (1, 2)
    assert fates(listed) == ["unclear"] * 4
    assert len(list(lines(kinds=[SamePerson.KIND]))) == 2
    assert verify().sound


def test_another_number_than_agreed_writes_nothing(listed: str) -> None:
    before = last_number()
    with pytest.raises(BadInput, match="agreed to 3 rows, and there are 2"):
        same_all(listed, 0.5, by="anna", expected=3)
    assert last_number() == before


def test_undo_goes_back_step_by_step_and_what_stood_before_stands_again(listed: str) -> None:
    decide(listed, 1, Ruling.SAME, by="anna", other=SERGEI)
    decide(listed, 1, Ruling.DIFFERENT, by="anna", other=SERGEI)
    assert fates(listed)[0] == "not in the register"
    undo(listed, by="anna")
    assert fates(listed)[0] == "matched"
    undo(listed, by="anna")
    assert fates(listed)[0] == "unclear"
    with pytest.raises(BadInput, match="no decision of yours"):
        undo(listed, by="anna")


def test_nobody_undoes_the_decision_of_another(listed: str) -> None:
    decide(listed, 1, Ruling.SAME, by="anna", other=SERGEI)
    with pytest.raises(BadInput, match="no decision of yours"):
        undo(listed, by="boris")


def test_what_another_decided_since_is_not_undone_unseen(listed: str) -> None:
    decide(listed, 1, Ruling.SAME, by="anna", other=SERGEI)
    decide(listed, 1, Ruling.SAME, by="boris", other=YANKA)
    with pytest.raises(DecidedMeanwhile, match="boris decided row 1 after you did"):
        undo(listed, by="anna")


def test_a_row_decided_by_another_since_it_was_shown_is_not_overruled_unseen(listed: str) -> None:
    shown = last_number()
    decide(listed, 1, Ruling.SAME, by="boris", other=SERGEI, shown=shown)
    with pytest.raises(DecidedMeanwhile, match="boris decided row 1"):
        decide(listed, 1, Ruling.NEW, by="anna", shown=shown)
    decide(listed, 1, Ruling.NEW, by="anna", shown=last_number())
    assert fates(listed)[0] == "new"


def test_ones_own_decision_and_decisions_on_other_rows_are_no_hindrance(listed: str) -> None:
    shown = last_number()
    decide(listed, 1, Ruling.SAME, by="anna", other=SERGEI, shown=shown)
    decide(listed, 2, Ruling.NEW, by="boris", shown=shown)
    decide(listed, 1, Ruling.NEW, by="anna", shown=shown)
    assert fates(listed)[:2] == ["new", "new"]
    assert len(standing(Named, subjects=[now(listed).rows[0].subject])) == 1


def test_each_row_tells_who_judged_it_last(listed: str) -> None:
    decide(listed, 1, Ruling.SAME, by="anna", other=SERGEI)
    undo(listed, by="anna")
    decide(listed, 2, Ruling.NEW, by="boris")
    told = [row.touched.by for row in now(listed).rows if row.touched]
    assert told == ["anna", "boris", "matcher", "matcher"]


def test_what_the_matcher_said_an_editor_says_anew_and_has_looked(listed: str) -> None:
    assert not now(listed).rows[0].left_open
    decide(listed, 1, Ruling.UNSURE, by="anna")
    assert now(listed).rows[0].left_open
    before = last_number()
    decide(listed, 1, Ruling.UNSURE, by="boris")
    assert last_number() == before, "it stands already as an editor's"
    decide(listed, 1, Ruling.DIFFERENT, by="boris", other=SERGEI)
    assert fates(listed)[0] == "not in the register"
