"""A day that hasn't come is told of by no way in: no cell of a file, no command, no form, nor the door itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from habeas.domain.claims import Born, Captured, Detained, Released, SeenFree, Tried
from habeas.domain.dates import PartialDate, day_of
from habeas.domain.lines import Candidate, Evidence
from habeas.domain.plan import Course
from habeas.domain.words import Kind
from habeas.intake.agreements import take_agreements
from habeas.intake.batches import NewBatch, add_batch
from habeas.intake.say import say
from habeas.intake.sources import NewSource, add_source
from habeas.intake.spreadsheets.importing import import_register
from habeas.intake.take import take
from habeas.ledger.append import append, begin, today
from habeas.ledger.read import last_number, lines
from habeas.problems import BadInput
from tests.intake.conftest import SERGEI, YANKA, Write, catch_up

pytestmark = pytest.mark.database

AHEAD = (datetime.now(UTC) + timedelta(days=40)).date().isoformat()
SAID = Evidence("s-press", "Press")


def refused(does: Callable[[], object]) -> None:
    before = last_number()
    with pytest.raises(BadInput, match="hasn't come"):
        does()
    assert last_number() == before


def test_no_source_no_release_and_no_claim_bears_a_day_ahead(held: Path) -> None:
    refused(lambda: add_source(NewSource("Press", published=AHEAD, key="later"), editor="anna"))
    refused(lambda: add_batch(NewBatch("later", "A release", AHEAD, "s-press"), editor="anna"))
    refused(lambda: append([Candidate(SERGEI, Released(PartialDate.parse(AHEAD)), SAID, "anna")]))
    refused(lambda: say(SERGEI, SeenFree(PartialDate.parse(AHEAD)), SAID, by="anna", insists=True))


def test_a_day_in_court_that_is_set_is_told(held: Path) -> None:
    assert say(SERGEI, Tried(PartialDate.parse(AHEAD)), SAID, by="anna").number


def test_a_replay_tells_of_no_day_after_its_own(empty: Path) -> None:
    begin(Kind.REPLAY)
    moment = datetime(2020, 5, 1, 12, tzinfo=UTC)
    refused(
        lambda: append([Candidate("s-one", Captured("P", published=PartialDate.parse("2020-06-01")))], moment=moment)
    )
    append([Candidate("s-one", Captured("P", published=PartialDate.parse("2020-05-01")))], moment=moment)


def test_a_cell_with_a_day_ahead_is_a_problem_of_its_row_and_the_rest_is_taken(held: Path, write: Write) -> None:
    by = "source: {key: sheet, publisher: P}\nname: name\nborn: born\nclaims:\n  - Detained: {when: taken}\n"
    sheet = f"name;born;taken\nЗося Лукомір;2091;2023-04-03\nАнтось Каліна;1990;{AHEAD}\n"
    catch_up()
    done = import_register(write(sheet, "sheet.csv"), write(by, "map.yml"), editor="anna")
    told = [str(problem) for row in done.log for problem in row.problems]
    assert len(told) == 2 and all("hasn't come" in one for one in told)
    assert "“born”" in told[0] and "line 3" in told[1]
    mine = [line.claim for line in lines() if line.evidence and line.evidence.source == "s-sheet"]
    assert [str(one.when) for one in mine if isinstance(one, (Born, Detained))] == ["2023-04-03", "1990"]


def test_a_year_of_birth_ahead_beside_a_name_is_a_problem_of_the_row(held: Path, write: Write) -> None:
    file = write("name,born\nЗося Лукомір,2091\nАнтось Каліна,1990\n", "list.csv")
    outcome = take(file, source="s-list", event="2026-02-01", editor="anna")
    assert [problem.where for problem in outcome.problems] == ["row 1"]
    assert [str(line.claim.when) for line in lines(kinds=["Born"]) if isinstance(line.claim, Born)] == ["1990"]


def test_a_file_of_agreements_tells_of_what_was_agreed_and_may_foresee_the_rest(held: Path, write: Write) -> None:
    deal = "- id: a-deal\n  claims:\n    - {{AgreementReported: {{title: T, when: {}, parties: [A, B]}}}}\n"
    refused(lambda: take_agreements(write(deal.format(AHEAD), "deal.yml"), source="list", editor="anna"))
    due = f"    - {{CommitmentMade: {{commitment: c, obligor: A, beneficiary: B, owed: release, due: {AHEAD}}}}}\n"
    assert take_agreements(write(deal.format("2026-02-01") + due, "deal.yml"), source="list", editor="anna").written


def test_a_text_that_tells_of_a_day_after_its_own_is_held_until_somebody_insists(held: Path) -> None:
    add_source(NewSource("Press", published="2026-02-01", key="early"), editor="anna")
    claim, evidence = SeenFree(PartialDate.parse("2026-02-20")), Evidence("s-early", "Press")
    told = say(YANKA, claim, evidence, by="anna")
    assert told.decision.course is Course.HOLD and "2026-02-20" in told.held_by and "2026-02-01" in told.held_by
    assert say(YANKA, claim, evidence, by="anna", insists=True).number
    assert say(YANKA, SeenFree(PartialDate.parse("2026-02-02")), evidence, by="anna").number


def test_today_itself_can_be_told_of(held: Path) -> None:
    assert append([Candidate(SERGEI, Released(day_of(today())), SAID, "anna")])
