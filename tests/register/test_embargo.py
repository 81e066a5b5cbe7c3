"""On a release day the public learns how many, and who only once two editors say that they are beyond reach."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.domain.claims import BatchAnnounced, InBatch, Named, Released, RowPrinted, Wish, WorkedAs
from habeas.domain.judgements import NotSamePerson, Retracted, SamePerson
from habeas.domain.lines import Candidate
from habeas.domain.words import Basis, Manner, Status, Wished
from habeas.intake.beyond import beyond
from habeas.register import project, queries
from habeas.register.answers import Audience
from habeas.register.answers_batches import BatchAnswer
from habeas.register.answers_people import PersonAnswer, Redirect
from tests.register.conftest import MONITOR, agree, day, rows, say

pytestmark = pytest.mark.database
BATCH, ON = "2024-08", "2024-09-01"


@pytest.fixture
def freed(two: Path) -> Path:
    """A list names Anna, whom the register holds, and another editor has accepted all of it."""
    agree()
    say(
        Candidate(BATCH, BatchAnnounced("A release", day("2024-08-01"), "Monitor", 1), MONITOR),
        Candidate("p-row", RowPrinted("l-list", 1, "Hanna V."), MONITOR),
        Candidate("p-row", Named("Hanna V.", "en"), MONITOR),
        Candidate("p-row", InBatch(BATCH), MONITOR),
        Candidate("p-row", Released(day("2024-08-01"), manner=Manner.HANDED_OVER), MONITOR),
        Candidate("p-row", SamePerson("p-anna")),
        Candidate("p-anna", Released(day("2024-08-01"), manner=Manner.HANDED_OVER), MONITOR),
    )
    agree()
    return two


def release(audience: Audience = Audience.PUBLIC, known: str | None = None) -> BatchAnswer:
    answer = queries.batch(BATCH, queries.lens(ON, known, audience))
    assert answer is not None
    return answer


def status(known: str | None = None) -> Status | None:
    answer = queries.person("p-anna", queries.lens(ON, known))
    assert not isinstance(answer, Redirect)
    return answer.status if answer else None


def out(by: str) -> None:
    beyond(BATCH, by=by)
    project.catch_up()


def test_until_two_say_that_they_are_beyond_reach_members_are_counted_alone(freed: Path) -> None:
    for editor in (None, "anna", "anna"):
        if editor:
            out(editor)
        (member,) = release().members
        assert (member.person, member.name, member.outcome, member.because) == (None, "", "nameless", ())
        assert status() is Status.HELD
        lens = queries.lens(ON, None)
        assert queries.person("p-row", lens) is None
    out("boris")
    (member,) = release().members
    assert (member.person, member.outcome) == ("p-anna", "matched")
    assert status() is Status.FREE_ABROAD


def test_no_source_tells_of_who_is_within_reach(freed: Path) -> None:
    answer = queries.source("s-monitor", queries.lens(ON, None))
    assert answer is not None
    assert not {"p-row"} & {claim.subject for claim in answer.claims}
    assert not {"Released", "InBatch"} & {claim.kind for claim in answer.claims}


def test_the_desk_and_the_commands_know_who(freed: Path) -> None:
    assert [member.person for member in release(Audience.DRAFT).members] == ["p-anna"]
    assert [member.person for member in release(Audience.DESK).members] == ["p-anna"]


def test_asked_about_the_day_before_the_answer_stays_that_of_the_day(freed: Path) -> None:
    before = queries.lens(None, None).known_at.isoformat()
    out("anna")
    out("boris")
    assert status(before) is Status.HELD and release(known=before).members[0].person is None


def test_who_is_added_later_is_within_reach_until_said_otherwise(freed: Path) -> None:
    out("anna")
    out("boris")
    say(Candidate("p-ivan", InBatch(BATCH), MONITOR))
    agree()
    assert sorted(member.outcome for member in release().members) == ["matched", "nameless"]


def walked_out() -> None:
    say(Candidate("p-ivan", Released(day("2024-08-02"), manner=Manner.WALKED_OUT), MONITOR))
    agree()


def test_who_walked_out_inside_the_country_is_nameless_until_they_or_the_family_spoke(two: Path) -> None:
    agree()
    walked_out()
    assert queries.person("p-ivan", queries.lens(ON, None)) is None
    say(Candidate("p-ivan", Wish(Wished.MAY_BE_NAMED, Basis.FAMILY), MONITOR, "anna"))
    assert queries.person("p-ivan", queries.lens(ON, None)) is None
    agree()
    answer = queries.person("p-ivan", queries.lens(ON, None))
    assert isinstance(answer, PersonAnswer) and answer.status is Status.FREE_IN_COUNTRY


def test_a_wish_hides_certain_things_at_once_and_on_every_mention(two: Path) -> None:
    say(Candidate("p-anna", WorkedAs("teacher"), MONITOR), Candidate("p-row", Named("H. V."), MONITOR))
    say(Candidate("p-row", WorkedAs("teacher"), MONITOR), Candidate("p-row", SamePerson("p-anna")))
    agree()
    assert "WorkedAs" in kinds()
    say(Candidate("p-anna", Wish(Wished.NOT_THESE, Basis.PERSON, day("2025-01-01"), ("WorkedAs",)), MONITOR, "anna"))
    assert "WorkedAs" not in kinds() and "Detained" in kinds()
    source = queries.source("s-monitor", queries.lens(ON, None))
    assert source is not None and "WorkedAs" not in {claim.kind for claim in source.claims}
    say(Candidate("p-anna", Wish(Wished.MAY_BE_NAMED, Basis.PERSON), MONITOR, "anna"))
    assert "WorkedAs" not in kinds()
    agree()
    assert "WorkedAs" in kinds()


def test_one_editor_alone_shows_nothing_that_a_wish_closed(two: Path) -> None:
    say(Candidate("p-anna", WorkedAs("teacher"), MONITOR), Candidate("p-row", Named("H. V."), MONITOR))
    say(Candidate("p-row", WorkedAs("teacher"), MONITOR), Candidate("p-row", SamePerson("p-anna")))
    agree()
    say(Candidate("p-anna", Wish(Wished.NOTHING_PUBLIC, Basis.FAMILY), MONITOR, "anna"))
    for wish in (Wish(Wished.NOT_THESE, Basis.PERSON, None, ("Tried",)), Wish(Wished.NOT_THESE, Basis.FAMILY)):
        say(Candidate("p-anna", wish, MONITOR, "anna"))
    say(Candidate("p-row", NotSamePerson("p-anna"), None, "anna"))
    assert all(queries.person(one, queries.lens(ON, None)) is None for one in ("p-anna", "p-row"))
    agree()
    assert queries.person("p-anna", queries.lens(ON, None)) is None
    assert queries.person("p-row", queries.lens(ON, None)) is not None


def test_a_wish_to_be_named_is_taken_back_by_one(two: Path) -> None:
    say(Candidate("p-anna", Wish(Wished.NOTHING_PUBLIC, Basis.FAMILY), MONITOR, "anna"))
    (number,) = say(Candidate("p-anna", Wish(Wished.MAY_BE_NAMED, Basis.FAMILY), MONITOR, "anna"))
    agree()
    assert queries.person("p-anna", queries.lens(ON, None)) is not None
    say(Candidate("p-anna", Retracted(number, "misheard"), None, "anna"))
    assert queries.person("p-anna", queries.lens(ON, None)) is None


def test_the_family_s_word_does_not_end_the_person_s(two: Path) -> None:
    for basis, shown in ((Basis.FAMILY, False), (Basis.PERSON, True)):
        say(Candidate("p-anna", Wish(Wished.NOTHING_PUBLIC, Basis.PERSON), MONITOR, "anna"))
        say(Candidate("p-anna", Wish(Wished.MAY_BE_NAMED, basis), MONITOR, "anna"))
        agree()
        assert (queries.person("p-anna", queries.lens(ON, None)) is not None) is shown


def test_how_many_are_within_reach_is_counted_until_two_say_beyond(freed: Path) -> None:
    assert queries.within_reach() == {BATCH: 1}
    out("anna")
    assert queries.within_reach() == {BATCH: 1}
    out("boris")
    assert queries.within_reach() == {}


def kinds() -> set[str]:
    answer = queries.person("p-anna", queries.lens(ON, None))
    assert isinstance(answer, PersonAnswer)
    return {claim.kind for claim in answer.claims}


def test_catching_up_gives_the_rows_of_a_rebuild_under_embargo(freed: Path) -> None:
    for by in ("anna", "boris"):
        before = rows()
        project.rebuild()
        assert rows() == before
        out(by)
    walked_out()
    before = rows()
    project.rebuild()
    assert rows() == before
