"""A person's releases and a batch's breakdown, as the register answers them; computed ends of terms are the desk's."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from habeas.domain.claims import BatchAnnounced, InBatch, Released, SeenHeld, Sentenced
from habeas.domain.dates import Term
from habeas.domain.lines import Candidate
from habeas.domain.words import Act, Exile, Manner
from habeas.register import queries
from habeas.register.answers import Audience
from habeas.register.answers_batches import BatchAnswer
from habeas.register.answers_people import PersonAnswer
from tests.register.conftest import MONITOR, PRESS, day, detained, say

pytestmark = pytest.mark.database

DAY = "2025-12-13"


@pytest.fixture
def freed(two: Path) -> Path:
    state = Released(day(DAY), act=Act.PARDON, manner=Manner.EXPELLED, country="lt")
    monitor = Released(day(DAY), act=Act.EXCHANGE, country="lt", exile=Exile.FORCED)
    say(
        Candidate("batch", BatchAnnounced("Two people", day(DAY), "Press", 2), PRESS),
        Candidate("p-anna", Sentenced(day("2025-05-01"), "imprisonment", Term.parse("2y"), ("by.cc.342",)), MONITOR),
        *(Candidate("p-anna", claim, PRESS) for claim in (InBatch("batch", "vilnius"), state)),
        Candidate("p-anna", monitor, MONITOR),
        *(Candidate("p-ivan", claim, PRESS) for claim in (InBatch("batch"), state)),
        detained("p-ivan", "2026-02-01"),
    )
    return two


def person(id: str) -> PersonAnswer:
    answer = queries.person(id, replace(queries.lens("2026-03-01", None), audience=Audience.DESK))
    assert isinstance(answer, PersonAnswer)
    return answer


def batch() -> BatchAnswer:
    answer = queries.batch("batch", replace(queries.lens("2026-03-01", None), audience=Audience.DESK))
    assert answer
    return answer


def test_a_release_is_told_field_by_field_with_who_says_what(freed: Path) -> None:
    (one,) = person("p-anna").releases
    told = {field.field: [(said.value, said.speaker) for said in field.told] for field in one.fields}
    assert told["act"] == [("exchange", "Monitor"), ("pardon", "Press")] or not told["act"][0][1]
    assert [field.field for field in one.fields if field.differs] == ["act"]


def test_a_re_arrest_stands_with_the_release_that_it_undoes(freed: Path) -> None:
    (one,) = person("p-ivan").releases
    assert one.undone and one.undone_on == "2026-02-01"
    assert not person("p-anna").releases[0].undone


def test_the_desk_sees_when_a_person_was_due_out_anyway(freed: Path) -> None:
    due = person("p-anna").releases[0].due_out
    assert due and due.first.isoformat() == due.last.isoformat() == "2026-05-01"
    assert not due.verified and due.credits == ("by.credit.custody",)
    assert [id for id, _ in batch().due_out] == ["p-anna"]


def test_of_a_release_that_was_set_aside_nobody_says_that_the_person_was_due_out(two: Path) -> None:
    say(
        Candidate("p-anna", Sentenced(day("2025-05-01"), "imprisonment", Term.parse("2y"), ("by.cc.342",)), MONITOR),
        Candidate("p-anna", Released(day(DAY)), PRESS),
        Candidate("p-anna", SeenHeld(day("2025-12-15"), still=True), MONITOR),
    )
    answer = person("p-anna")
    (one,) = answer.releases
    assert (str(answer.status), one.set_aside, one.due_out) == ("held", True, None)


def test_a_batch_is_broken_down_by_each_field_with_what_is_disputed(freed: Path) -> None:
    shares = {(one.field, one.value): (one.number, one.disputed) for one in batch().breakdown}
    assert shares["act", "pardon"] == (2, 1) and shares["act", "exchange"] == (1, 1)
    assert shares["stage", "vilnius"] == (1, 0)
    assert shares["manner", "expelled"] == (2, 0) and shares["exile", "forced"] == (1, 0)
