"""Lists of one release beside each other, what is left over after it, and what falls due."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from habeas.domain.claims import (
    BatchAnnounced,
    Claim,
    Detained,
    HasNationality,
    InBatch,
    Released,
    SeenHeld,
    Sentenced,
    Tried,
    Wish,
)
from habeas.domain.dates import PartialDate, Term
from habeas.domain.judgements import Withheld
from habeas.domain.lines import Candidate, Evidence
from habeas.domain.words import Answer, Basis, Nearness, Wished
from habeas.intake.decide import Ruling, decide
from habeas.intake.take import take
from habeas.ledger.append import append
from habeas.register import queries
from habeas.register.answers import Audience, Lens
from habeas.register.due import Due, Task
from habeas.register.freedom import Freedom
from habeas.register.listed_answers import ListsAnswer, OnLists
from tests.intake.conftest import MARYIA, SERGEI, TODAR, YANKA, Write
from tests.intake.conftest import held as held
from tests.intake.conftest import write as write
from tests.ledger.conftest import empty as empty
from tests.ledger.conftest import live as live
from tests.ledger.conftest import template as template

pytestmark = pytest.mark.database

BATCH = "2026-02-01"
FAMILY = Evidence("s-family", "The family", nearness=Nearness.SUBJECT)


def now(on: str = "2026-02-10") -> Lens:
    return queries.lens(on, None, Audience.DESK)


def beside() -> ListsAnswer:
    found = queries.side_by_side(BATCH, now())
    assert found is not None
    return found


def by_name(answer: ListsAnswer) -> dict[str, OnLists]:
    return {one.person or one.name: one for one in answer.people}


@pytest.fixture
def two_lists(held: Path, write: Write) -> tuple[str, str]:
    """The press names Sergei and Maryia, a monitor Maryia, Yanka and somebody unknown."""
    first = take(
        write("Сергей Росногорский\nМария Снеголугская\n", "press.txt"),
        source="s-press",
        event=BATCH,
        editor="anna",
        nearness=Nearness.PRESS,
    )
    second = take(
        write("Maryia Snehaluhskaya\nYanka Imsharuk\nLukomir Zosevich\n", "monitor.txt"),
        source="s-list",
        event=BATCH,
        editor="anna",
        nearness=Nearness.MONITOR,
        complete=Answer.YES,
    )
    return first.listing, second.listing


def test_who_is_on_which_list_and_on_one_alone(two_lists: tuple[str, str]) -> None:
    answer = beside()
    assert [(one.source.publisher, one.rows) for one in answer.lists] == [("Monitor", 3), ("Press", 2)]
    assert answer.lists[0].claimed_complete is Answer.YES
    rows = {key: [each.row if each else 0 for each in one.mentions] for key, one in by_name(answer).items()}
    assert rows == {MARYIA: [1, 2], SERGEI: [0, 1], YANKA: [2, 0], "Lukomir Zosevich": [3, 0]}
    assert {key for key, one in by_name(answer).items() if one.alone} == {SERGEI, YANKA, "Lukomir Zosevich"}
    assert answer.people[-1].person == MARYIA, "those whom the fewest lists have come first"


def test_free_is_confirmed_by_the_near_and_reported_by_the_others(two_lists: tuple[str, str]) -> None:
    told = by_name(beside())
    assert told[MARYIA].freedom is Freedom.CONFIRMED
    assert told[SERGEI].freedom is Freedom.REPORTED
    assert told["Lukomir Zosevich"].freedom is Freedom.UNTOLD


def test_a_nearer_denial_is_shown_with_who_denies(two_lists: tuple[str, str]) -> None:
    append([Candidate(SERGEI, SeenHeld(PartialDate.parse("2026-02-03"), still=True), FAMILY, "anna")])
    sergei = by_name(beside())[SERGEI]
    assert sergei.freedom is Freedom.DENIED
    assert (sergei.says_free, sergei.denies) == (("Press",), ("The family",))


def test_a_denial_from_further_off_leaves_it_disputed(two_lists: tuple[str, str]) -> None:
    rumour = Evidence("s-digest", "A digest", nearness=Nearness.REPEATED)
    append([Candidate(MARYIA, SeenHeld(PartialDate.parse("2026-02-03"), still=True), rumour, "anna")])
    assert by_name(beside())[MARYIA].freedom is Freedom.DISPUTED


def test_a_name_dropped_by_a_later_version_stands_out(two_lists: tuple[str, str], write: Write) -> None:
    take(write("Мария Снеголугская\n", "press.txt"), source="s-press", event=BATCH, editor="anna")
    answer = beside()
    press = next(one for one in answer.lists if one.source.publisher == "Press")
    assert (press.version, press.rows, [one.text for one in press.dropped]) == (2, 1, ["Сергей Росногорский"])
    mention = by_name(answer)[SERGEI].mentions[1]
    assert mention is not None and mention.dropped
    left = queries.left_over(BATCH, now())
    assert left is not None and [one.person for one in left.missing] == [SERGEI]
    assert [one.number for one in answer.totals.named if one.speaker == "Press"] == [1]


def test_a_heading_that_takes_the_row_of_a_name_drops_the_name(two_lists: tuple[str, str], write: Write) -> None:
    take(write("Мария Снеголугская\nи ещё 2 человека\n", "press.txt"), source="s-press", event=BATCH, editor="anna")
    press = next(one for one in beside().lists if one.source.publisher == "Press")
    assert (press.rows, [one.text for one in press.dropped]) == (1, ["Сергей Росногорский"])
    answer = queries.batch(BATCH, now())
    assert answer is not None and [one.number for one in answer.named if one.speaker == "Press"] == [1]


def test_citizenship_is_told_and_who_is_counted_without_a_list_has_a_column(two_lists: tuple[str, str]) -> None:
    append(
        [
            Candidate(YANKA, HasNationality("pl"), FAMILY, "anna"),
            Candidate(TODAR, InBatch(BATCH), FAMILY, "anna"),
        ]
    )
    answer = beside()
    assert by_name(answer)[YANKA].citizenships == ("pl",)
    assert [one.is_list for one in answer.lists] == [True, True, False]
    todar = by_name(answer)[TODAR]
    assert not todar.alone and [each is not None for each in todar.mentions] == [False, False, True]


def test_the_totals_are_those_of_the_release(two_lists: tuple[str, str]) -> None:
    whole, told = queries.batch(BATCH, now()), beside().totals
    assert whole is not None
    assert (told.announced, told.named, told.matched, told.ours) == (
        whole.announced,
        whole.named,
        whole.matched,
        whole.ours,
    )
    assert sorted(figure.number for figure in told.named) == [2, 3]


def test_the_remaining_the_missing_and_the_new(two_lists: tuple[str, str]) -> None:
    append([Candidate(SERGEI, SeenHeld(PartialDate.parse("2026-02-03"), still=True), FAMILY, "anna")])
    left = queries.left_over(BATCH, now())
    assert left is not None
    assert {row.id for row in left.remaining} == {SERGEI, TODAR}
    assert [one.person for one in left.missing] == [SERGEI]
    assert [one.name for one in left.new] == ["Lukomir Zosevich"]
    decide(two_lists[1], 3, Ruling.NEW, by="anna")
    again = queries.left_over(BATCH, now())
    assert again is not None and again.new[0].person is not None


def test_what_is_withheld_is_on_no_list_of_the_draft(two_lists: tuple[str, str]) -> None:
    append([Candidate(YANKA, Withheld(0, Basis.FAMILY), None, "anna")])
    answer = queries.side_by_side(BATCH, queries.lens("2026-02-10", None, Audience.DRAFT))
    assert answer is not None
    assert YANKA not in by_name(answer) and "Imsharuk" not in str(answer)


def test_a_release_that_nobody_told_of_has_no_lists(held: Path) -> None:
    assert queries.side_by_side("never", now()) is None
    assert queries.left_over("never", now()) is None


def say(person: str, *claims: Claim) -> None:
    append([Candidate(person, claim, FAMILY, "anna") for claim in claims])


def due(on: str, within: int = 60, stale: int = 5000) -> list[tuple[Due, str, str]]:
    return [(one.due, one.person, one.day.isoformat()) for one in queries.tasks(now(on), within, stale).tasks]


def test_the_end_of_a_term_falls_due_and_stays_due_until_the_person_is_free(held: Path) -> None:
    say(YANKA, Sentenced(PartialDate.parse("2024-09-10"), "imprisonment", Term(2)))
    ends = (Due.TERM_ENDS, YANKA, "2026-05-01")
    assert ends not in due("2026-03-01")
    assert ends in due("2026-03-10")
    assert ends in due("2026-12-01"), "late, and nobody says that it ended"
    say(YANKA, Released(PartialDate.parse("2026-09-09")))
    assert ends not in due("2026-12-01")


def term_of_yanka(on: str) -> Task:
    (task,) = [one for one in queries.tasks(now(on), 400, 5000).tasks if one.due is Due.TERM_ENDS]
    return task


def test_a_term_can_end_from_the_day_that_custody_counted_whole_gives_to_the_day_without_any(held: Path) -> None:
    say(YANKA, Sentenced(PartialDate.parse("2024-09-10"), "imprisonment", Term(2)))
    task = term_of_yanka("2026-03-10")
    assert (task.day, task.until, task.checked) == (date(2026, 5, 1), date(2026, 9, 10), False)
    assert not task.is_late(date(2026, 9, 10)) and task.is_late(date(2026, 9, 11))


def test_by_a_rule_of_credit_the_term_ends_on_one_day(held: Path) -> None:
    say(YANKA, Sentenced(PartialDate.parse("2024-09-10"), "imprisonment", Term(2), articles=("by.cc.342",)))
    task = term_of_yanka("2026-03-10")
    assert task.day == task.until == date(2026, 5, 1)


def test_a_sentence_of_an_earlier_time_in_custody_ends_nothing_now(held: Path) -> None:
    say(YANKA, Sentenced(PartialDate.parse("2019-09-10"), "imprisonment", Term(7)))
    assert not [one for one in due("2026-09-01") if one[0] is Due.TERM_ENDS]


def test_whom_a_release_brought_in_is_new_on_every_list_of_it(two_lists: tuple[str, str], write: Write) -> None:
    decide(two_lists[1], 3, Ruling.NEW, by="anna")
    (made,) = [one for one in beside().people if one.outcome == "new"]
    again = take(
        write("Мария Снеголугская\nСергей Росногорский\nЛукомир Зосевич\n", "press.txt"),
        source="s-press",
        event=BATCH,
        editor="anna",
    )
    decide(again.listing, 3, Ruling.SAME, other=str(made.person), by="anna")
    answer, members = beside(), queries.members_of(BATCH, now())
    assert [one.person for one in answer.people if one.outcome == "new"] == [made.person]
    assert Counter(one.outcome for one in members) == {"matched": 3, "new": 1}
    whole = queries.batch(BATCH, now())
    assert whole is not None and whole.matched.low == len(members) == len(answer.people)


def test_a_later_release_finds_in_the_register_whom_an_earlier_one_brought_in(
    two_lists: tuple[str, str], write: Write
) -> None:
    decide(two_lists[1], 3, Ruling.NEW, by="anna")
    (made,) = [one for one in beside().people if one.outcome == "new"]
    said = Evidence("s-press", "Press", nearness=Nearness.PRESS)
    append([Candidate("2026-03-01", BatchAnnounced("Another", PartialDate.parse("2026-03-01"), "Press", 1), said)])
    later = take(write("Лукомир Зосевич\n", "third.txt"), source="s-press", event="2026-03-01", editor="anna")
    decide(later.listing, 1, Ruling.SAME, other=str(made.person), by="anna")
    assert [one.outcome for one in queries.members_of("2026-03-01", now("2026-03-10"))] == ["matched"]


def test_who_is_found_to_be_somebody_known_is_new_no_more(two_lists: tuple[str, str]) -> None:
    decide(two_lists[1], 3, Ruling.NEW, by="anna")
    decide(two_lists[1], 3, Ruling.SAME, other=TODAR, by="anna")
    assert {one.outcome for one in queries.members_of(BATCH, now())} == {"matched"}


def test_a_day_in_court_is_told_until_a_month_after_it(held: Path) -> None:
    say(YANKA, Tried(PartialDate.parse("2026-03-10"), "a city court"))
    court = (Due.COURT, YANKA, "2026-03-10")
    assert [court in due(day) for day in ("2025-12-01", "2026-02-01", "2026-04-01", "2026-05-01")] == [
        False,
        True,
        True,
        False,
    ]


def test_what_is_withheld_or_wished_is_looked_at_again(held: Path) -> None:
    say(YANKA, Wish(Wished.NOTHING_PUBLIC, Basis.FAMILY, PartialDate.parse("2026-04-01")))
    append([Candidate(TODAR, Withheld(0, Basis.SECURITY, PartialDate.parse("2026-05-01")), None, "anna")])
    assert [one for one in due("2026-03-15") if one[0] is Due.REVIEW] == [
        (Due.REVIEW, YANKA, "2026-04-01"),
        (Due.REVIEW, TODAR, "2026-05-01"),
    ]


def test_somebody_long_not_heard_of_is_to_be_confirmed(held: Path) -> None:
    heard = date(2024, 5, 1)
    on = (heard + timedelta(days=200)).isoformat()
    assert {one[1] for one in due(on, stale=180)} == {SERGEI, MARYIA, YANKA, TODAR}
    say(YANKA, SeenHeld(PartialDate.parse((heard + timedelta(days=190)).isoformat())))
    assert YANKA not in {one[1] for one in due(on, stale=180)}
    say(TODAR, Detained(PartialDate.parse("2026-01-01")))
    assert TODAR in {one[1] for one in due(on, stale=180)}, "what is said of later days confirms nothing"
