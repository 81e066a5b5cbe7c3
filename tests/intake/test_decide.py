"""An editor's verdict: it can be changed as often as one likes, and nothing is ever lost by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.domain.claims import InBatch, Named, Released
from habeas.domain.judgements import NotSamePerson, Retracted, SamePerson
from habeas.domain.lines import Candidate, Evidence
from habeas.intake.decide import Ruling, decide
from habeas.intake.live import live as standing
from habeas.intake.outcome import Outcome
from habeas.intake.take import take
from habeas.ledger import read as ledger
from habeas.ledger.append import append
from habeas.ledger.read import last_number, lines
from habeas.ledger.verify import verify
from habeas.problems import BadInput
from tests.intake.conftest import SERGEI, TODAR, YANKA, Write, catch_up

pytestmark = pytest.mark.database

ROWS = "Росногорский Сергей\nSiarhei Rasnahorski\nЛукомір Зосевіч\nВсего 3\n"


@pytest.fixture
def listed(held: Path, write: Write) -> Outcome:
    """A list with two rows that may be one person, one absent row, and one that names nobody."""
    return take(write(ROWS), source="s-list", event="2026-02-01", editor="anna")


def fate(listed: Outcome, row: int, ruling: Ruling, other: str = "") -> str:
    catch_up()
    return str(decide(listed.listing, row, ruling, by="anna", other=other).standing.fate)


def test_a_row_can_be_joined_parted_and_joined_again(listed: Outcome) -> None:
    assert fate(listed, 1, Ruling.SAME, SERGEI) == "matched"
    assert fate(listed, 1, Ruling.DIFFERENT, SERGEI) == "not in the register"
    assert fate(listed, 1, Ruling.SAME, SERGEI) == "matched"
    assert fate(listed, 1, Ruling.UNSURE) == "unclear"


def test_a_difference_is_remembered_when_the_row_is_joined_to_another(listed: Outcome) -> None:
    fate(listed, 1, Ruling.DIFFERENT, SERGEI)
    fate(listed, 1, Ruling.SAME, YANKA)
    assert [line.claim.other for line in standing(NotSamePerson)] == [SERGEI]


def test_a_row_is_joined_to_one_person_at_a_time(listed: Outcome) -> None:
    fate(listed, 1, Ruling.SAME, SERGEI)
    catch_up()
    decided = decide(listed.listing, 1, Ruling.SAME, by="anna", other=TODAR)
    assert [one.id for one in decided.standing.meant] == [TODAR]


def test_a_new_person_whose_name_somebody_bears_by_now_is_warned_of_unless_one_insists(listed: Outcome) -> None:
    append([Candidate("p-eeeeeeeeee", Named("Лукомир Зосевич"), Evidence("s-press", "Press"))])
    catch_up()
    decided = decide(listed.listing, 3, Ruling.NEW, by="anna")
    assert str(decided.standing.fate) == "new" and "p-eeeeeeeeee (Лукомир Зосевич)" in decided.warning
    assert not decide(listed.listing, 3, Ruling.NEW, by="anna", insists=True).warning


def test_the_same_verdict_again_writes_nothing(listed: Outcome) -> None:
    fate(listed, 1, Ruling.SAME, SERGEI)
    before = last_number()
    assert fate(listed, 1, Ruling.SAME, SERGEI) == "matched"
    assert last_number() == before


def test_an_absent_row_becomes_a_person_and_a_mention_again(listed: Outcome) -> None:
    assert fate(listed, 3, Ruling.NEW) == "new"
    assert fate(listed, 3, Ruling.UNSURE, YANKA) == "unclear"


def test_the_former_verdict_is_taken_back_and_not_rubbed_out(listed: Outcome) -> None:
    fate(listed, 3, Ruling.NEW)
    catch_up()
    decided = decide(listed.listing, 3, Ruling.NOT_A_PERSON, by="boris")
    (line,) = list(lines(kinds=["NewPerson"]))
    assert decided.retracted == (line.number,)
    assert [one.claim for one in lines(kinds=["Retracted"]) if isinstance(one.claim, Retracted)][-1].line == line.number
    assert {one.editor for one in lines(numbers=decided.written)} == {"boris"}


def test_a_row_taken_for_nobody_says_its_claims_once_it_is_somebody(listed: Outcome) -> None:
    assert fate(listed, 4, Ruling.NEW) == "new"
    fate(listed, 4, Ruling.NOT_A_PERSON)
    fate(listed, 4, Ruling.NEW)
    said = [type(line.claim) for line in lines(subjects=[listed.rows[3].subject])]
    assert said.count(Named) == said.count(InBatch) == 1


def test_whoever_the_list_sets_aside_is_named_and_never_freed_by_a_verdict(held: Path, write: Write) -> None:
    text = "Росногорский Сергей\nІван Зосевіч (не освобожден)\nЯшчэ за кратамі:\nМакарэнка Тодар\n"
    taken = take(write(text), source="s-list", event="2026-02-01", editor="anna")
    catch_up()
    for row, ruling, other in ((2, Ruling.NEW, ""), (4, Ruling.SAME, TODAR)):
        decided = decide(taken.listing, row, ruling, by="anna", other=other)
        kinds = {type(line.claim) for line in lines(numbers=decided.written)}
        assert Named in kinds and not kinds & {InBatch, Released}
        assert "no release" in decided.warning
        catch_up()


def test_joining_two_rows_to_one_person_is_allowed_and_never_silent(listed: Outcome) -> None:
    fate(listed, 1, Ruling.SAME, SERGEI)
    catch_up()
    assert "Row 1" in decide(listed.listing, 2, Ruling.SAME, by="anna", other=SERGEI).warning


def test_unsure_reopens_everybody_the_row_was_held_to_be(listed: Outcome) -> None:
    fate(listed, 1, Ruling.SAME, TODAR)
    catch_up()
    decided = decide(listed.listing, 1, Ruling.UNSURE, by="anna")
    assert {one.id for one in decided.standing.meant} == {SERGEI, TODAR}


@pytest.mark.parametrize(
    ("row", "ruling", "other", "told"),
    [
        (99, Ruling.NEW, "", "no row 99"),
        (1, Ruling.SAME, "", "needs the id"),
        (1, Ruling.SAME, "p-zzzzzzzzzz", "no person"),
        (1, Ruling.SAME, "s-list", "no person"),
        (1, Ruling.NEW, SERGEI, "takes no id"),
        (3, Ruling.UNSURE, "", "whom you are unsure of"),
    ],
)
def test_a_verdict_that_makes_no_sense_is_refused_and_nothing_written(
    listed: Outcome, row: int, ruling: Ruling, other: str, told: str
) -> None:
    before = last_number()
    with pytest.raises(BadInput, match=told):
        fate(listed, row, ruling, other)
    assert last_number() == before


def test_an_unknown_list_is_told_with_the_known_ones(listed: Outcome) -> None:
    with pytest.raises(BadInput, match=listed.listing):
        decide("l-nothing", 1, Ruling.NEW, by="anna")


def test_a_decision_has_an_editor(listed: Outcome) -> None:
    with pytest.raises(BadInput, match="--by"):
        decide(listed.listing, 1, Ruling.NEW, by=" ")


def test_after_every_verdict_the_chain_is_sound(listed: Outcome) -> None:
    for ruling in (Ruling.NEW, Ruling.NOT_A_PERSON, Ruling.UNSURE):
        fate(listed, 1, ruling)
    assert verify().sound


def test_a_decision_reads_what_concerns_the_row_and_not_the_whole_ledger(
    listed: Outcome, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = [Candidate(f"p-other{number}", Named(f"Ян Выдуманы {number}")) for number in range(300)]
    append(
        [*others, *(Candidate(f"p-other{number}", SamePerson(f"p-other{number + 1}")) for number in range(0, 299, 2))]
    )
    catch_up()
    read: list[object] = []
    decoded = ledger._line
    monkeypatch.setattr(ledger, "_line", lambda row: read.append(row) or decoded(row))
    fate(listed, 1, Ruling.SAME, SERGEI)
    assert 0 < len(read) < 300
