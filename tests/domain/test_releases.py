"""What a release was, by speaker, and what undid it; and when the term would have ended anyway."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.domain.claims import (
    Claim,
    Detained,
    PapersKept,
    PapersLost,
    Pardoned,
    RefusedToLeave,
    Released,
    RestrictedAfter,
    SentenceChanged,
    Sentenced,
)
from habeas.domain.dates import PartialDate, Term
from habeas.domain.due_out import Credit, DueOut, due_out
from habeas.domain.lines import Evidence, Line
from habeas.domain.releases import Release, releases
from habeas.domain.spells import Readings
from habeas.domain.timeline import fold
from habeas.domain.words import Act, Change, Exile, Manner, Paper, ReleaseField, Status

NOW = datetime(2026, 1, 1, tzinfo=UTC)
day = PartialDate.parse


def lines(*told: tuple[str, Claim]) -> list[Line]:
    return [
        Line(number, NOW, "p-anna", claim, Evidence("s-x", speaker)) for number, (speaker, claim) in enumerate(told, 1)
    ]


def values(release: Release, field: ReleaseField) -> dict[str, str]:
    return {one.speaker: one.value for one in release.of(field)}


PARDONED = Released(day("2025-12-13"), act=Act.PARDON, manner=Manner.HANDED_OVER, country="lt", place="lt.vilnius")
EXILED = Released(day("2025-12-13"), act=Act.EXCHANGE, country="lt", exile=Exile.FORCED)


def test_each_field_stands_with_its_speaker_and_where_they_differ_it_is_told() -> None:
    (one,) = releases(lines(("state", PARDONED), ("freed", EXILED)))
    assert values(one, ReleaseField.ACT) == {"state": "pardon", "freed": "exchange"}
    assert values(one, ReleaseField.EXILE) == {"freed": "forced"}
    assert one.differs(ReleaseField.ACT) and not one.differs(ReleaseField.EXILE)
    assert not one.differs(ReleaseField.PLACE), "a town of a country is the country, told more exactly"


def test_nobody_of_whom_no_release_is_told_has_one() -> None:
    assert releases(lines(("a", Detained(day("2020-09-01"))), ("b", PapersLost(Paper.ALL)))) == ()


def test_papers_and_restrictions_belong_to_the_release_before_them() -> None:
    kept, lost = PapersKept(Paper.VERDICT, day("2025-12-13")), PapersLost(Paper.PASSPORT)
    control = RestrictedAfter("by.after.exit_ban", day("2026-01-10"))
    old = Released(day("2021-05-01"), act=Act.TERM_SERVED)
    first, second = releases(lines(("a", PARDONED), ("b", kept), ("c", lost), ("d", control), ("e", old)))
    assert values(second, ReleaseField.PAPERS) == {"b": "kept:verdict", "c": "lost:passport"}
    assert values(second, ReleaseField.RESTRICTION) == {"d": "by.after.exit_ban"}
    assert not first.of(ReleaseField.PAPERS)


def test_who_was_pardoned_and_refused_to_leave_was_not_freed() -> None:
    (one,) = releases(lines(("state", Pardoned(day("2025-09-11"))), ("family", RefusedToLeave(day("2025-09-11")))))
    assert not one.freed
    assert values(one, ReleaseField.ACT) == {"state": "pardon"}
    assert values(one, ReleaseField.ATTEMPT) == {"family": "refused_to_leave"}


def test_a_release_is_undone_by_the_arrest_that_follows_it_and_by_no_other() -> None:
    told = lines(
        ("a", Detained(day("2020-09-01"))),
        ("a", Released(day("2021-05-01"))),
        ("a", Detained(day("2022-03-01"))),
        ("b", Detained(day("2022-03-02"))),
        ("a", Released(day("2025-12-13"))),
    )
    first, second = releases(told)
    assert (first.undone, str(first.undone_on)) == ((3, 4), "2022-03-01")
    assert not second.undone


def test_reports_a_night_apart_are_one_release_and_a_rough_one_joins_the_exact_one() -> None:
    told = [("a", Released(day("2025"))), ("b", Released(day("2025-12-13"))), ("c", Released(day("2025-12-14")))]
    (one,) = releases(lines(*told))
    assert one.because == (1, 2, 3) and one.first == date(2025, 12, 13)


@given(st.permutations(range(6)))
def test_the_order_of_the_lines_changes_nothing(order: list[int]) -> None:
    told = lines(
        ("a", PARDONED), ("b", EXILED), ("c", PapersLost(Paper.ALL)), ("d", Released(day("2021-05-01"))),
        ("e", Detained(day("2022-01-01"))), ("f", RefusedToLeave(day("2025-09-11"))),
    )  # fmt: skip
    assert releases([told[at] for at in order]) == releases(told)


CUSTODY = Credit("by.credit.custody", "by", Status.HELD, ("imprisonment",), 1, 1)
DOUBLE = Credit("by.credit.double", "by", Status.HELD, ("by.restriction_open",), 2, 2)
HOUSE = Credit("by.credit.house", "by", Status.HOUSE_ARREST, ("imprisonment",), 0, 1, verified=False)
ARRESTED = ("a", Detained(day("2022-01-01")))


def sentenced(when: str = "2023-01-01", term: str = "3y", penalty: str = "imprisonment") -> Sentenced:
    return Sentenced(day(when), penalty, Term.parse(term), ("by.cc.342",))


def due(*told: tuple[str, Claim], country: str = "by", before: str = "2024-06-01") -> DueOut | None:
    said = lines(*told)
    spells = fold(said, {}, Readings()).spells
    return due_out(said, spells, (CUSTODY, DOUBLE, HOUSE), country, before=date.fromisoformat(before))


def days(*told: tuple[str, Claim], country: str = "by") -> tuple[str, str]:
    found = due(*told, country=country)
    assert found is not None
    return found.first.isoformat(), found.last.isoformat()


def test_a_term_is_counted_from_the_verdict_less_the_custody_before_it() -> None:
    assert days(ARRESTED, ("a", sentenced())) == ("2025-01-01", "2025-01-01")


def test_a_day_of_custody_may_be_two_of_restricted_liberty() -> None:
    assert days(ARRESTED, ("a", sentenced(penalty="by.restriction_open"))) == ("2024-01-02", "2024-01-02")


def test_house_arrest_of_unsure_credit_and_a_rough_verdict_make_an_interval() -> None:
    at_home = ("a", Detained(day("2022-01-01"), into=Status.HOUSE_ARREST))
    assert days(at_home, ("a", sentenced())) == ("2025-01-01", "2026-01-01")
    found = due(at_home, ("a", sentenced()))
    assert found and not found.verified and found.credits == ("by.credit.house",)
    assert days(ARRESTED, ("a", sentenced("2023-01"))) == ("2025-01-01", "2025-01-01"), "what waits is credited"


def test_without_a_known_rule_anything_from_nothing_to_all_counts() -> None:
    assert days(ARRESTED, ("a", sentenced()), country="zz") == ("2025-01-01", "2026-01-01")
    found = due(ARRESTED, ("a", sentenced()), country="zz")
    assert found and not found.verified


def test_where_no_custody_before_the_verdict_is_known_the_days_are_unverified() -> None:
    found = due(("a", sentenced()))
    assert found and not found.verified


def test_speakers_who_differ_on_the_term_widen_it() -> None:
    assert days(ARRESTED, ("a", sentenced()), ("b", sentenced(term="4y"))) == ("2025-01-01", "2026-01-01")


def test_a_term_added_goes_behind_the_end_once_however_many_tell_of_it() -> None:
    added = SentenceChanged(day("2024-01-01"), Change.ADDED, term=Term.parse("1y"))
    assert days(ARRESTED, ("a", sentenced()), ("a", added), ("b", added)) == ("2026-01-01", "2026-01-01")


@pytest.mark.parametrize(
    "told",
    [
        (ARRESTED,),
        (ARRESTED, ("a", Sentenced(day("2023-01-01"), "life"))),
        (ARRESTED, ("a", Sentenced(day("2023-01-01"), "imprisonment", Term.parse("3y"), absent=True))),
        (ARRESTED, ("a", sentenced("2025-01-01"))),
        (ARRESTED, ("a", sentenced()), ("a", SentenceChanged(day("2024-01-01"), Change.ADDED))),
    ],
)
def test_without_a_term_that_ends_nobody_is_due_out(told: tuple[tuple[str, Claim], ...]) -> None:
    assert due(*told) is None
