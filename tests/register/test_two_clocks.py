"""The worked example asked with both clocks."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.domain.claims import Captured, Released
from habeas.domain.dates import PartialDate
from habeas.domain.lines import Candidate, Evidence
from habeas.domain.words import Nearness, Status
from habeas.register import queries
from habeas.register.answers import Standing
from habeas.register.answers_batches import BatchAnswer
from habeas.register.answers_people import Filters, PersonAnswer
from tests.register.conftest import say

pytestmark = pytest.mark.database

STEFANOVIC, STATKEVICH, BIALIATSKI = "p-vucwiucntr", "p-h6llluiv7e", "p-hqqr4pce3m"


def person(id: str, on: str, known: str | None = None) -> PersonAnswer:
    answer = queries.person(id, queries.lens(on, known))
    assert isinstance(answer, PersonAnswer)
    return answer


def batch(id: str, on: str | None = None, known: str | None = None) -> BatchAnswer:
    answer = queries.batch(id, queries.lens(on, known))
    assert answer is not None
    return answer


def test_the_register_answers_by_both_clocks(example: Path) -> None:
    """One walk through the example, which takes longer to build than to ask."""
    _a_man_reported_free_who_was_not()
    _held_though_counted_among_the_freed()
    _everything_shown_has_its_reasons()
    _nothing_is_known_before_the_first_line()
    _six_totals_of_a_release()
    _names_are_found_in_four_scripts()
    _lists_and_counts_agree()
    _the_front_page_reaches_as_far_as_the_ledger()


@pytest.mark.parametrize("nearness", [Nearness.REPEATED, Nearness.PRESS])
@pytest.mark.parametrize("origin", ["", "pap-2025-12-13"])
def test_a_rewrite_of_the_false_report_flips_nothing(example: Path, nearness: Nearness, origin: str) -> None:
    published, source = PartialDate.parse("2025-12-16"), "s-late-rewrite"
    freed = Released(PartialDate.parse("2025-12-13"), into=Status.FREE_ABROAD)
    say(
        Candidate(source, Captured("A late paper", published=published, origin=origin)),
        Candidate(STEFANOVIC, freed, Evidence(source, "A late paper", nearness=nearness)),
    )
    for on in ("2025-12-14", "2025-12-16", "2026-01-01"):
        assert person(STEFANOVIC, on).status is Status.HELD


def _a_man_reported_free_who_was_not() -> None:
    today = person(STEFANOVIC, "2025-12-14")
    assert (today.status, today.low, today.high) == (Status.HELD, 1, 1)
    said = {claim.kind: claim.standing for claim in today.claims if claim.when.startswith("2025-12")}
    assert said["Released"] is Standing.SET_ASIDE and said["SeenHeld"] is Standing.SHOWN
    assert any("release" in conflict.about for conflict in today.conflicts)
    told = [(one.since.date().isoformat(), one.status) for one in today.once_given[-2:]]
    assert told == [("2025-12-13", Status.FREE_ABROAD), ("2025-12-15", Status.HELD)]
    then = person(STEFANOVIC, "2025-12-14", "2025-12-14")
    assert (then.status, then.low, then.high) == (Status.FREE_ABROAD, 0, 0)
    assert {claim.kind for claim in then.claims if claim.number in then.because} == {"Released"}
    assert person(STEFANOVIC, "2026-03-20").status is Status.FREE_ABROAD


def _held_though_counted_among_the_freed() -> None:
    answer = person(STATKEVICH, "2025-09-12")
    assert answer.status is Status.HELD
    assert [one.status_after for one in answer.memberships if one.batch == "2025-09-11"] == [Status.HELD]
    told = batch("2025-09-11")
    assert any("Counted among this release" in conflict.why for conflict in told.conflicts)
    assert STATKEVICH in {row.id for row in batch("2025-09-11", "2025-09-12").remaining}


def _everything_shown_has_its_reasons() -> None:
    lens = queries.lens("2025-12-14", None)
    for row in queries.people(Filters(), 1, lens, None).rows:
        answer = person(row.id, "2025-12-14")
        assert (answer.status, answer.low, answer.high) == (row.status, row.low, row.high)
        numbers = {claim.number for claim in answer.claims}
        assert all(spell.because and numbers.issuperset(spell.because) for spell in answer.spells)
        assert answer.because or answer.status is Status.UNKNOWN


def _nothing_is_known_before_the_first_line() -> None:
    lens = queries.lens("2025-12-14", "1990-01-01")
    assert queries.people(Filters(), 1, lens).total == 0
    assert queries.count("held", lens).high == 0
    assert queries.person(STEFANOVIC, lens) is None and queries.batch("2025-12-13", lens) is None


def _six_totals_of_a_release() -> None:
    told = batch("2025-12-13")
    assert 123 in {figure.number for figure in told.announced}
    assert told.matched.low <= told.matched.high <= len(told.members)
    assert told.ours.low <= told.ours.high
    assert [stage.order for stage in told.stages] == sorted(stage.order for stage in told.stages)
    assert any(member.person is None and member.outcome == "nameless" for member in told.members)
    assert any("104" in conflict.why and "109" in conflict.why for conflict in batch("2025-12-13").conflicts)


def _names_are_found_in_four_scripts() -> None:
    lens = queries.lens(None, None)
    for name in ("Бяляцкі", "Алесь Беляцкий", "Ales Bialiatski", "Aleś Bialacki", "Bjaljazki Ales"):
        assert queries.find(name, lens)[0].id == BIALIATSKI, name
    assert not [one for one in queries.find("Nobody Whosoever", lens) if one.probability > 0.5]


def _lists_and_counts_agree() -> None:
    for definition in queries.definitions():
        for on in ("2021-01-01", "2023-06-01", "2025-12-14", "2026-03-31"):
            lens = queries.lens(on, None)
            listed = queries.people(Filters(definition=definition.key), 1, lens, None)
            counted = queries.count(definition.key, lens)
            assert sum(row.low for row in listed.rows) == counted.low
            assert sum(row.high for row in listed.rows) == counted.high


def _the_front_page_reaches_as_far_as_the_ledger() -> None:
    home = queries.home(queries.lens(None, None))
    assert home.as_of.replay and "replay" in home.first_line
    assert home.people == queries.people(Filters(), 1, queries.lens(None, None)).total >= 40
    assert home.counts[0].definition.key == queries.definitions()[0].key
    assert len(home.batches) == 5 and home.sources > 100
