"""Small registers asked for people, names, counts and releases."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.domain.claims import (
    BatchAnnounced,
    BatchCounted,
    Charged,
    InBatch,
    ListTaken,
    Named,
    Recognised,
    RowPrinted,
    StageMoved,
)
from habeas.domain.judgements import NewPerson, NotAPerson, NotSamePerson, Retracted, SamePerson, Unsure
from habeas.domain.lines import Candidate
from habeas.domain.words import Counted, Status
from habeas.problems import BadInput
from habeas.register import queries
from habeas.register.answers import Audience, Lens, Standing
from habeas.register.answers_batches import Bounds
from habeas.register.answers_people import Filters, PersonAnswer, Redirect
from tests.register.conftest import MONITOR, PRESS, day, detained, named, released, say

pytestmark = pytest.mark.database


def now(on: str = "2024-09-01", audience: Audience = Audience.DRAFT) -> Lens:
    return queries.lens(on, None, audience)


def person(id: str, on: str = "2024-09-01") -> PersonAnswer:
    answer = queries.person(id, now(on))
    assert isinstance(answer, PersonAnswer)
    return answer


def ids(filters: Filters, on: str = "2024-09-01") -> set[str]:
    return {row.id for row in queries.people(filters, 1, now(on)).rows}


def test_a_retraction_restores_what_stood_before(two: Path) -> None:
    before = person("p-anna")
    (number,) = say(released("p-anna", "2024-08-01"))
    assert person("p-anna").status is Status.FREE_IN_COUNTRY
    say(Candidate("p-anna", Retracted(number, "another person was meant")))
    after = person("p-anna")
    assert (after.status, after.spells) == (before.status, before.spells)
    assert [claim.standing for claim in after.claims if claim.number == number] == [Standing.RETRACTED]


def test_a_retraction_that_is_retracted_takes_nothing(two: Path) -> None:
    (number,) = say(released("p-anna", "2024-08-01"))
    (back,) = say(Candidate("p-anna", Retracted(number)))
    say(Candidate("p-anna", Retracted(back)))
    assert person("p-anna").status is Status.FREE_IN_COUNTRY


def test_a_joined_mention_redirects_and_parting_gives_it_back(two: Path) -> None:
    say(named("p-row", "Anna Vydumannaya"), detained("p-row", "2024-05-01"))
    (join,) = say(Candidate("p-row", SamePerson("p-anna")))
    assert queries.person("p-row", now()) == Redirect("p-anna")
    assert {name.text for name in person("p-anna").names} >= {"Hanna Vydumanaya", "Anna Vydumannaya"}
    assert queries.people(Filters(), 1, now()).total == 2
    say(Candidate("p-row", Retracted(join)))
    assert person("p-row").name == "Anna Vydumannaya"
    assert queries.people(Filters(), 1, now()).total == 3


def test_a_join_against_a_remembered_difference_warns_and_joins_nobody(two: Path) -> None:
    say(Candidate("p-ivan", NotSamePerson("p-anna")), Candidate("p-ivan", SamePerson("p-anna")))
    (warning,) = person("p-ivan").warnings
    assert "p-anna" in warning and "Retract" in warning


def test_a_row_is_no_person_until_somebody_says_so(two: Path) -> None:
    row = [Candidate("p-row", RowPrinted("l-list", 1, "Nobody Known"), PRESS), named("p-row", "Nobody Known")]
    say(*row, released("p-row", "2024-08-01"))
    assert queries.person("p-row", now()) is None
    assert queries.people(Filters(), 1, now()).total == 2
    assert not [one for one in queries.find("Nobody Known", now()) if one.id == "p-row"]
    say(Candidate("p-row", NewPerson()))
    assert person("p-row").status is Status.FREE_IN_COUNTRY


def test_who_is_counted_and_who_may_be(two: Path) -> None:
    say(named("p-vague", "Perhaps Freed"), detained("p-vague", "2024-05-01"), released("p-vague", "2024-08/2024-10"))
    counted = queries.count("held", now())
    assert (counted.low, counted.high) == (2, 3)
    assert counted.definition.key == "held" and counted.as_of.version.count(".") >= 2
    assert queries.count("held", now("2024-04-30")).high == 0
    assert queries.count("held", now("2024-11-01")).low == 2


def test_a_definition_that_asks_for_recognition_counts_the_recognised(two: Path) -> None:
    say(Candidate("p-anna", Recognised("viasna", day("2024-06-01")), MONITOR))
    say(Candidate("p-ivan", Recognised("viasna", day("2024-08/2024-10")), MONITOR))
    counted = queries.count("viasna", now())
    assert (counted.low, counted.high) == (1, 2)
    assert queries.count("viasna", now("2024-05-15")).high == 0


def test_an_unknown_definition_lists_the_known_ones(two: Path) -> None:
    with pytest.raises(BadInput, match="held"):
        queries.count("everybody", now())


@pytest.mark.parametrize("text", ["2024-02-30", "yesterday", "2024", "٢٠٢٤-٠١-٠١", "2024-01-01T10:00", "9" * 400])
def test_a_day_or_moment_that_is_none_is_told_with_what_would_be_one(two: Path, text: str) -> None:
    with pytest.raises(BadInput, match=r"20\d\d-\d\d-\d\d"):
        queries.lens(None, text)


def test_a_bare_day_means_its_end(two: Path) -> None:
    day_of_it = queries.lens(None, None).known_at.date()
    assert queries.lens(None, day_of_it.isoformat()).known == queries.lens(None, None).known


def test_lists_are_narrowed_by_what_people_are(two: Path) -> None:
    say(Candidate("p-anna", Charged(("by.cc.342.1",), day("2024-05-03")), MONITOR))
    say(released("p-ivan", "2024-08-01"))
    assert ids(Filters(status="held")) == {"p-anna"}
    assert ids(Filters(status="free_in_country")) == {"p-ivan"}
    assert ids(Filters(article="by.cc.342")) == ids(Filters(article="by.cc.342.1")) == {"p-anna"}
    assert ids(Filters(article="by.cc.34")) == set()
    with pytest.raises(BadInput, match="free_abroad"):
        queries.people(Filters(status="gone"), 1, now())


def test_pages_of_a_list_hold_everybody_once(two: Path) -> None:
    say(*(named(f"p-many{place}", f"Person {place:02}") for place in range(23)))
    first = queries.people(Filters(), 1, now(), 10)
    assert (first.total, first.pages) == (25, 3)
    seen = [row.id for page in (1, 2, 3) for row in queries.people(Filters(), page, now(), 10).rows]
    assert len(seen) == len(set(seen)) == 25
    assert queries.people(Filters(), 99, now(), 10).page == 3


def test_a_name_longer_than_any_is_refused(two: Path) -> None:
    with pytest.raises(BadInput, match="at most"):
        queries.find("a" * 10_000, now())
    with pytest.raises(BadInput, match="No name"):
        queries.find("  ", now())


def test_six_totals_are_told_apart(two: Path) -> None:
    release = day("2024-08-01")
    say(
        Candidate("2024-08", BatchAnnounced("A release", release, "Office", 5), PRESS),
        Candidate("2024-08", BatchCounted(Counted.ANNOUNCED, 6, "Envoy"), PRESS),
        Candidate("2024-08", BatchCounted(Counted.VERIFIED, 2, "Monitor"), MONITOR),
        Candidate("2024-08", StageMoved("gate", 1, "Out of the gate", release, "by"), PRESS),
        Candidate("p-anna", InBatch("2024-08", "gate"), MONITOR),
        released("p-anna", "2024-08-01"),
        Candidate("p-ivan", InBatch("2024-08"), PRESS),
        Candidate("p-maybe", RowPrinted("l-list", 3, "I. Nebyvaly"), PRESS),
        named("p-maybe", "I. Nebyvaly"),
        Candidate("p-maybe", InBatch("2024-08"), PRESS),
        Candidate("p-maybe", Unsure("p-ivan", 0.6)),
        Candidate("p-absent", RowPrinted("l-list", 4, "Somebody Else"), PRESS),
        Candidate("p-absent", InBatch("2024-08"), PRESS),
        Candidate("p-heading", RowPrinted("l-list", 5, "Women:"), PRESS),
        Candidate("p-heading", NotAPerson("a heading")),
        Candidate("p-nameless", InBatch("2024-08", nameless=True), PRESS),
    )
    told = queries.batch("2024-08", now())
    assert told is not None
    assert {(figure.speaker, figure.number) for figure in told.announced} == {("Office", 5), ("Envoy", 6)}
    assert [figure.number for figure in told.verified] == [2] and not told.recognised
    assert told.matched == Bounds(2, 3)
    assert told.ours == Bounds(1, 4), "one free; of the unclear, the absent and the nameless it can't be told"
    assert sorted(member.outcome for member in told.members) == ["absent", "matched", "matched", "nameless", "unclear"]
    assert [stage.members for stage in told.stages] == [1]
    assert {row.id for row in told.remaining} == {"p-ivan"}
    whys = [conflict.why for conflict in told.conflicts]
    assert any("Office says 5" in why and "Envoy says 6" in why for why in whys)
    assert any("on the day after: in a prison" in why for why in whys)


def test_a_list_that_was_taken_names_so_many(two: Path) -> None:
    taken = ListTaken("s-press", "2024-08", "00" * 32, 1, 4)
    rows = [
        Candidate(f"p-row{row}", claim, PRESS)
        for row in range(3)
        for claim in (RowPrinted("l-list", row, f"Person {row}"), InBatch("2024-08"))
    ]
    say(
        Candidate("2024-08", BatchAnnounced("A release", day("2024-08-01")), PRESS),
        Candidate("l-list", taken, PRESS),
        *rows,
        Candidate("p-row0", InBatch("2024-08"), PRESS),
        Candidate("p-row2", NotAPerson("a heading")),
    )
    told = queries.batch("2024-08", now())
    assert told is not None
    assert [(figure.speaker, figure.number) for figure in told.named] == [("Press", 2)]
    assert set(told.named[0].because) <= {claim.number for claim in told.claims}


def test_a_source_tells_what_rests_on_it(two: Path) -> None:
    (number,) = say(Candidate("p-anna", Named("Hanna V."), PRESS))
    told = queries.source("s-press", now())
    assert told is not None and [claim.number for claim in told.claims] == [number]
    assert queries.source("s-none", now()) is None
    assert [one.id for one in queries.sources(now())] == ["s-press", "s-monitor"]
