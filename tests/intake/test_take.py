"""Taking a list: each row has a stated outcome, the sum is told, and nothing is said twice or half."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from habeas.archive.store import holds
from habeas.domain.claims import Born, InBatch, ListTaken, Named, Released, RowPrinted
from habeas.domain.judgements import NotAPerson, SamePerson, Unsure
from habeas.domain.lines import Candidate, Evidence
from habeas.domain.words import Nearness
from habeas.intake.batches import NewBatch, add_batch
from habeas.intake.decide import Ruling, decide
from habeas.intake.listings import known_listing
from habeas.intake.outcome import Outcome, outcome_of
from habeas.intake.standing import Fate
from habeas.intake.take import take
from habeas.intake.versions import Dropped
from habeas.ledger.append import append
from habeas.ledger.read import last_number, lines
from habeas.ledger.verify import verify
from habeas.problems import BadInput
from habeas.register import queries
from habeas.register.answers import Audience
from habeas.register.members import members_of
from tests.intake.conftest import LIST, MARYIA, SERGEI, YANKA, Write, catch_up

pytestmark = pytest.mark.database


def taken(path: Path, dropped: Dropped = Dropped.STAND, **how: str) -> Outcome:
    catch_up()
    source, event = how.get("source", "s-list"), how.get("event", "2026-02-01")
    outcome = take(path, source=source, event=event, editor="anna", dropped=dropped)
    catch_up()
    return outcome


def fates(outcome: Outcome) -> list[str]:
    return [str(row.fate) for row in outcome.rows]


def test_every_row_ends_in_a_stated_outcome_and_the_sum_is_told(held: Path, write: Write) -> None:
    outcome = taken(write(LIST))
    assert fates(outcome) == ["matched", "matched", "not in the register", "not a person"]
    assert outcome.sum == "4 = 2 matched + 0 unclear + 1 not in the register + 1 not a person"
    assert [row.meant[0].id for row in outcome.rows[:2]] == [SERGEI, MARYIA]
    assert all(row.meant[0].reasons for row in outcome.rows[:2])


def test_a_row_says_that_it_was_printed_and_that_the_person_came_free_with_the_batch(held: Path, write: Write) -> None:
    row = taken(write(LIST)).rows[0]
    said = {type(line.claim): line for line in lines(subjects=[row.subject])}
    assert set(said) == {RowPrinted, Named, InBatch, Released, SamePerson}
    assert said[Released].claim.when.text == "2026-02-01"
    assert said[Named].evidence is not None and said[Named].evidence.printed == "Росногорский Сергей"
    assert said[SamePerson].claim.other == SERGEI and said[SamePerson].editor == "matcher"


def test_a_row_that_names_nobody_says_nothing_of_a_person(held: Path, write: Write) -> None:
    row = taken(write(LIST)).rows[3]
    assert {type(line.claim) for line in lines(subjects=[row.subject])} == {RowPrinted, NotAPerson}


def test_the_list_itself_is_a_line_and_its_bytes_are_kept(held: Path, write: Write) -> None:
    outcome = taken(write(LIST))
    (line,) = lines(subjects=[outcome.listing])
    assert isinstance(line.claim, ListTaken)
    assert (line.claim.version, line.claim.rows, line.claim.event) == (1, 4, "2026-02-01")
    assert holds(line.claim.sha256)
    assert verify().sound and verify().copies == 1


def test_the_same_bytes_again_change_nothing_and_tell_the_former_outcome(held: Path, write: Write) -> None:
    first = taken(write(LIST))
    before = last_number()
    again = taken(write(LIST))
    assert last_number() == before
    assert again.again and (again.rows, again.sum, again.version) == (first.rows, first.sum, first.version)


def test_a_list_taken_before_its_people_came_in_is_matched_anew_and_decisions_stand(held: Path, write: Write) -> None:
    path = write("Лукомір Зосевіч\nАльжбета Крывадуб\n" + LIST)
    first = taken(path)
    catch_up()
    decide(first.listing, 2, Ruling.NEW, by="anna")
    people = {"p-eeeeeeeeee": "Лукомир Зосевич", "p-ffffffffff": "Эльжбета Криводуб"}
    append([Candidate(id, Named(name), Evidence("s-press", "Press")) for id, name in people.items()])
    alone = taken(write("Лукомір Зосевіч\n", "one.txt"), event="2026-02-01", source="s-press")
    assert fates(alone) == ["matched"]
    again = taken(path)
    # Two rows of the list fit the one who came in; both are for an editor.
    assert (again.again, again.anew, again.unchanged) == (True, 2, False)
    assert fates(again) == ["unclear", "new", "matched", "matched", "unclear", "not a person"]
    before = last_number()
    assert taken(path).unchanged and last_number() == before


def test_a_row_that_was_matched_anew_is_joined_and_what_an_editor_parted_stays_parted(held: Path, write: Write) -> None:
    first = taken(write(LIST))
    decide(first.listing, 1, Ruling.DIFFERENT, by="anna", other=SERGEI)
    append([Candidate("p-eeeeeeeeee", Named("Лукомир Зосевич"), Evidence("s-press", "Press"))])
    again = taken(write(LIST))
    assert (again.anew, fates(again)) == (1, ["not in the register", "matched", "matched", "not a person"])
    assert again.rows[2].meant[0].id == "p-eeeeeeeeee"


def test_another_event_of_the_same_bytes_is_another_list(held: Path, write: Write) -> None:
    add_batch(NewBatch("2026-03-01", "Others", "2026-03-01", "s-press"), editor="anna")
    first, other = taken(write(LIST)), taken(write(LIST), event="2026-03-01")
    assert other.listing != first.listing and not other.again


def test_a_changed_list_is_a_new_version_with_its_differences(held: Path, write: Write) -> None:
    first = taken(write(LIST))
    second = taken(write("Янка Імшарук\n" + LIST.replace("3. Лукомір Зосевіч\n", "")))
    assert (second.listing, second.version) == (first.listing, 2)
    assert [one.text for one in second.new] == ["Янка Імшарук"]
    assert [one.text for one in second.vanished] == ["Лукомір Зосевіч"]
    assert [row.meant[0].id for row in second.rows[:3]] == [YANKA, SERGEI, MARYIA]


def test_rows_that_stay_keep_their_mention_and_say_nothing_twice(held: Path, write: Write) -> None:
    first = taken(write(LIST))
    second = taken(write(LIST + "Янка Імшарук\n"))
    assert [row.subject for row in second.rows[:4]] == [row.subject for row in first.rows]
    for row in first.rows:
        claims = [line.claim for line in lines(subjects=[row.subject])]
        assert len(claims) == len(set(claims))


def test_vanished_rows_are_never_taken_back(held: Path, write: Write) -> None:
    first = taken(write(LIST))
    taken(write("Maryia Snehaluhskaya\n"))
    assert not list(lines(kinds=["Retracted"]))
    assert any(isinstance(line.claim, Released) for line in lines(subjects=[first.rows[0].subject]))


def test_a_list_that_comes_back_is_current_again_with_the_mentions_it_had(held: Path, write: Write) -> None:
    first = taken(write(LIST))
    taken(write("Янка Імшарук\n"))
    back = taken(write(LIST))
    assert (back.again, back.version, back.rows) == (False, 3, first.rows)
    assert [one.text for one in back.vanished] == ["Янка Імшарук"]
    assert taken(write(LIST)).again


def test_a_file_that_names_nobody_is_no_version(held: Path, write: Write) -> None:
    first = taken(write(LIST))
    before = last_number()
    with pytest.raises(
        BadInput, match=r"list.txt: nobody is named in it. Row 1 is .*Give the file that holds the list"
    ):
        taken(write("Сёння ніхто не быў вызвалены.\n"))
    assert last_number() == before
    assert taken(write(LIST)).rows == first.rows


def test_a_version_without_most_of_the_people_asks_first(held: Path, write: Write) -> None:
    taken(write(LIST))
    before = last_number()
    with pytest.raises(BadInput, match=r"of the 3 people in version 1 of this list, 3 are not in it.*--dropped stand"):
        taken(write("Янка Імшарук\n"), Dropped.ASK)
    assert last_number() == before


def test_what_a_wrong_file_said_is_taken_back_and_stands_again_when_the_file_returns(held: Path, write: Write) -> None:
    wrong = taken(write(LIST))
    right = taken(write("Янка Імшарук\n"), Dropped.RETRACT)
    assert [one.person for one in members_of("2026-02-01", now())] == [YANKA]
    assert len(right.vanished) == 4
    taken(write(LIST), Dropped.RETRACT)
    assert [one.person for one in members_of("2026-02-01", now())] == [SERGEI, MARYIA, ""]
    assert outcome_now(wrong.listing).rows == wrong.rows


NAMES = ("Сергей Росногорский", "Maryia Snehaluhskaya", "Янка Імшарук", "Лукомір Зосевіч", "Зося Лукомір")
# Each once: of two rows that fit one person alike, it is told by their order which is joined.
VERSIONS = st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5, unique=True), min_size=1, max_size=4)


@pytest.mark.parametrize("dropped", [Dropped.RETRACT, Dropped.STAND])
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(versions=VERSIONS)
def test_no_sequence_of_versions_counts_anybody_twice(
    held: Path, write: Write, dropped: Dropped, versions: list[list[str]]
) -> None:
    """Versions that take back leave what the last alone says; others what all of them together say, each once.

    By name a list gives those of its latest version, whatever became of the others.
    """
    event = new_event()
    for version in versions:
        taken(write("\n".join(version)), dropped, event=event)
    last = versions[-1] if dropped is Dropped.RETRACT else most_of_each(versions)
    alone = new_event()
    taken(write("\n".join(last)), event=alone)
    assert totals_of(event)[1:] == totals_of(alone)[1:]
    assert totals_of(event)[0] == len(versions[-1])


def new_event() -> str:
    key = f"2026-02-01-{last_number()}"
    add_batch(NewBatch(key, "Others", "2026-02-01", "s-press"), editor="anna")
    return key


def most_of_each(versions: list[list[str]]) -> list[str]:
    return [name for name in NAMES if any(name in version for version in versions)]


def totals_of(event: str) -> tuple[object, ...]:
    told = queries.totals(event, now())
    assert told is not None
    return sum(one.number for one in told.named), told.matched, told.ours


def now() -> queries.Lens:
    return queries.lens(None, None, Audience.DESK)


def outcome_now(listing: str) -> Outcome:
    return outcome_of(known_listing(listing), known_listing(listing).latest)


def test_of_two_equal_rows_each_is_a_mention_of_its_own(held: Path, write: Write) -> None:
    outcome = taken(write("Зося Лукомір\nЗося Лукомір\n"))
    assert outcome.rows[0].subject != outcome.rows[1].subject
    again = taken(write("Зося Лукомір\nЗося Лукомір\nЯнка Імшарук\n"))
    assert [row.subject for row in again.rows[:2]] == [row.subject for row in outcome.rows]


def test_two_rows_are_never_joined_to_one_person_unseen(held: Path, write: Write) -> None:
    outcome = taken(write("Росногорский Сергей\nSiarhei Rasnahorski\n"))
    assert fates(outcome) == ["unclear", "unclear"]
    assert {row.meant[0].id for row in outcome.rows} == {SERGEI}


def test_a_row_added_later_is_not_joined_to_the_person_of_another_row(held: Path, write: Write) -> None:
    taken(write("Росногорский Сергей\n"))
    outcome = taken(write("Росногорский Сергей\nSiarhei Rasnahorski\n"))
    assert fates(outcome) == ["matched", "unclear"]
    (unsure,) = [line.claim for line in lines(subjects=[outcome.rows[1].subject]) if isinstance(line.claim, Unsure)]
    assert unsure.other == SERGEI and unsure.reasons


def test_a_year_of_birth_added_to_a_row_is_said_of_the_same_mention(held: Path, write: Write) -> None:
    first = taken(write("name,birth_date\nЯнка Імшарук,\n", "list.csv"))
    second = taken(write("name,birth_date\nЯнка Імшарук,1980\n", "list.csv"))
    assert second.rows[0].subject == first.rows[0].subject
    assert [
        str(line.claim.when) for line in lines(subjects=[first.rows[0].subject]) if isinstance(line.claim, Born)
    ] == ["1980"]


def test_the_source_speaks_as_near_as_it_did_before(held: Path, write: Write) -> None:
    outcome = taken(write("Янка Імшарук\n"), source="press")
    said = [line.evidence for line in lines(subjects=[outcome.rows[0].subject]) if line.evidence]
    assert {evidence.nearness for evidence in said} == {Nearness.PRESS}


def test_an_unknown_source_or_batch_is_told_with_the_known_ones(held: Path, write: Write) -> None:
    with pytest.raises(BadInput, match=r"no source “nobody”.*s-press, s-list"):
        taken(write(LIST), source="nobody")
    with pytest.raises(BadInput, match=r"no batch “never”.*2026-02-01"):
        taken(write(LIST), event="never")


@pytest.mark.parametrize(
    "bad", [b"", bytes(range(256)) * 8, b"a,b\n1,2\n", "Иван Листопол\nАнна Лис\n".encode("cp866")]
)
def test_a_bad_file_leaves_the_ledger_as_it_was_and_is_archived(held: Path, write: Write, bad: bytes) -> None:
    before = last_number()
    with pytest.raises(BadInput):
        taken(write(bad, "list.csv"))
    assert last_number() == before
    assert [path.read_bytes() for path in (held / "archive").rglob("*") if path.is_file()] == [bad]


def test_bad_dates_formulas_and_endless_names_are_safe_rows(held: Path, write: Write) -> None:
    text = f"name,birth_date\nЯнка Імшарук,31.02.1980\n=1+1,\n{'Я' * 10_000},\n\u202eМария Снеголугская,\n"
    outcome = taken(write(text, "list.csv"))
    assert [row.fate for row in outcome.rows] == [Fate.MATCHED, Fate.NOBODY, Fate.NOBODY, Fate.MATCHED]
    assert len(outcome.problems) == 1
    assert verify().sound


def test_a_writer_that_comes_between_makes_the_take_begin_anew(
    held: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    import habeas.intake.take as module

    told: list[int] = []

    def once_late(candidates: list[object], seen: int) -> list[int] | None:
        told.append(seen)
        return None if len(told) == 1 else real(candidates, seen)

    real = module.append_if_still
    monkeypatch.setattr(module, "append_if_still", once_late)
    assert taken(write(LIST)).version == 1
    assert len(told) == 2
