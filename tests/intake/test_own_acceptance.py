"""Nobody makes public alone what they brought in: not by the list, the person, the join, the undoing or the stage."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction

from habeas.domain.aliases import MATCHER
from habeas.domain.claims import BatchAnnounced, Captured, Detained, Named
from habeas.domain.dates import PartialDate
from habeas.domain.judgements import Accepted
from habeas.domain.lines import Candidate
from habeas.domain.words import Basis
from habeas.intake.accepting import accept, accept_numbers
from habeas.intake.beyond import beyond
from habeas.intake.correct import clear, join, part, retract, withhold
from habeas.intake.decide import Ruling, decide
from habeas.intake.spreadsheets.importing import import_register
from habeas.intake.take import take
from habeas.intake.undo import undo
from habeas.ledger import read
from habeas.ledger.append import append
from habeas.ledger.backup import backup
from habeas.ledger.chain import link_hash
from habeas.ledger.erase import ask_erasure, confirm_erasure
from habeas.ledger.guards import missing_guards
from habeas.ledger.restore import restore
from habeas.ledger.rows import LINE_COLUMNS, last_link
from habeas.problems import BadInput
from habeas.register import queries
from tests.intake.conftest import LIST, MARYIA, SERGEI, TODAR, YANKA, Write, catch_up
from tests.ledger.test_backup import lose_everything

pytestmark = pytest.mark.database
BATCH = "2026-02-01"


@pytest.fixture
def taken(held: Path, write: Write) -> str:
    """A list that Anna took: two rows the machine matched, one that it couldn't, one that names nobody."""
    accept(["all"], by="zoe")
    listing = take(write(LIST), source="s-list", event=BATCH, editor="anna").listing
    catch_up()
    return listing


def public() -> tuple[object, ...]:
    """What the public sees of everybody and of the release."""
    catch_up()
    lens = queries.lens(None, None)
    people = [queries.person(id, lens) for id in (SERGEI, MARYIA, YANKA, TODAR)]
    told = [(one.status, len(one.claims)) if one and hasattr(one, "claims") else one for one in people]  # type: ignore[attr-defined]
    batch = queries.batch(BATCH, lens)
    return (*told, (batch.matched, batch.ours, len(batch.members)) if batch else None)


def accepts_nothing(by: str, *what: str) -> None:
    before = read.last_number()
    try:
        done = accept(what, by=by)
    except BadInput:
        assert read.last_number() == before
        return
    assert not done.lines and read.last_number() == before


def waiting() -> list[int]:
    return [line.number for line in queries.waiting()]


@pytest.mark.parametrize("alias", ["anna", "Anna", "аnna", "ANNA"])
def test_who_took_a_list_accepts_nothing_of_it_the_machine_s_verdicts_included(taken: str, alias: str) -> None:
    before, numbers = public(), waiting()
    machine = [line.number for line in read.lines(numbers=numbers) if line.editor == MATCHER]
    assert len(machine) >= 3
    for what in ("all", taken, SERGEI, MARYIA, *map(str, numbers)):
        accepts_nothing(alias, what)
    assert not accept_numbers(numbers, by=alias).lines
    assert public() == before
    for group in queries.waiting_groups():
        assert not group.others(alias)
    assert set(accept(["all"], by="boris").lines) >= set(numbers) - set(machine)
    assert public() != before


def test_who_imported_a_sheet_accepts_no_join_that_the_machine_made_of_it(held: Path, write: Write) -> None:
    by = "source: {key: sheet, publisher: P}\nname: name\nclaims:\n  - Detained: {when: {always: 2024-05-01}}\n"
    catch_up()
    import_register(write("name\nМарыя Снегалугская\n", "s.csv"), write(by, "m.yml"), editor="anna")
    mine = [line.number for line in read.lines(kinds=["SamePerson"]) if line.editor == MATCHER]
    assert mine
    for number in mine:
        accepts_nothing("anna", str(number))


def test_the_machine_is_no_second_pair_of_eyes(taken: str) -> None:
    for alias in (MATCHER, "MATCHER", " "):
        with pytest.raises(BadInput):
            accept(["all"], by=alias)
    with pytest.raises(DatabaseError, match="of their own"), transaction.atomic():
        append([Candidate(SERGEI, Accepted(waiting()[0]), None, MATCHER)])


@pytest.mark.parametrize(
    "does",
    [
        lambda: join(TODAR, YANKA, by="anna"),
        lambda: part(TODAR, YANKA, by="anna"),
        lambda: retract(next(line.number for line in read.lines(subjects=[YANKA])), reason="r", by="anna"),
    ],
    ids=["join", "part", "retract"],
)
def test_who_joins_parts_or_takes_back_changes_nothing_in_public_alone(
    held: Path, does: Callable[[], list[int]]
) -> None:
    accept(["all"], by="zoe")
    before, numbers = public(), does()
    for what in ("all", TODAR, YANKA, *map(str, numbers)):
        accepts_nothing("anna", what)
    assert public() == before


def test_undoing_what_another_accepted_changes_nothing_in_public_until_another_agrees(taken: str) -> None:
    decide(taken, 3, Ruling.SAME, other=TODAR, by="anna")
    accept(["all"], by="boris")
    for editor in ("anna", "boris"):
        beyond(BATCH, by=editor)
    before = public()
    undo(taken, by="anna")
    accepts_nothing("anna", "all")
    assert public() == before
    accept(["all"], by="boris")
    assert public() != before


def test_who_says_that_somebody_is_beyond_reach_does_not_agree_to_it(taken: str) -> None:
    accept(["all"], by="boris")
    before = public()
    assert beyond(BATCH, by="anna").said
    for alias in ("anna", "ANNA", "аnna"):
        again = beyond(BATCH, by=alias)
        assert (again.said, again.agreed) == (0, 0)
        accepts_nothing(alias, "all")
    assert public() == before
    assert beyond(BATCH, by="boris").agreed
    with pytest.raises(BadInput):
        beyond(BATCH, by=MATCHER)


def test_who_shows_again_what_was_withheld_does_not_agree_to_it(held: Path) -> None:
    accept(["all"], by="zoe")
    withhold(YANKA, basis=Basis.FAMILY, by="boris")
    before = public()
    clear(YANKA, by="anna")
    for what in ("all", YANKA):
        accepts_nothing("anna", what)
    assert public() == before


@pytest.mark.parametrize("alias", ["anna", "Anna", "аnna"])
def test_who_asks_for_an_erasure_does_not_confirm_it(held: Path, alias: str) -> None:
    number = next(line.number for line in read.lines(subjects=[YANKA]))
    ask_erasure(number, editor="anna", reason="asked by the family")
    with pytest.raises(BadInput, match="Another editor"):
        confirm_erasure(number, editor=alias)


def test_a_backup_brings_the_guards_back_with_the_lines(taken: str, held: Path, tmp_path: Path) -> None:
    backup(tmp_path / "backup.tar")
    lose_everything(held)
    restore(tmp_path / "backup.tar")
    assert missing_guards() == []
    numbers = [line.number for line in read.lines() if line.editor == "anna" and line.claim.KIND != "Accepted"]
    with pytest.raises(DatabaseError, match="of their own"):
        by_hand(numbers[0], "anna")


def by_hand(about: int, editor: str, kind: str = "Accepted") -> None:
    """A line put in past the program, chained as it has to be."""
    last = last_link()
    assert last is not None
    clear = (last.number + 1, kind, 1, SERGEI, about, editor, last.moment)
    made = link_hash(*clear, bytes(32).hex(), last.hash.hex())
    places = ", ".join(["%s"] * len(LINE_COLUMNS))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO ledger_line VALUES ({places})", (*clear, bytes(32), last.hash, made))


@pytest.mark.parametrize("alias", ["anna", "ANNA", "аnna", " anna ", "an\u200bna", "", " ", MATCHER])
def test_no_statement_puts_an_acceptance_of_ones_own_into_the_database(taken: str, alias: str) -> None:
    """Of a line of one's own, and of one that the machine wrote of what one brought in."""
    before = read.last_number()
    for line in [one for one in read.lines() if one.number in waiting()]:
        with pytest.raises(DatabaseError, match="of their own"):
            by_hand(line.number, alias)
    assert read.last_number() == before
    by_hand(waiting()[0], "boris")


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE ledger_line SET editor = 'boris' WHERE editor = 'anna'",
        "UPDATE ledger_line SET kind = 'Opened' WHERE editor = 'anna'",
        "UPDATE ledger_line SET about = 2 WHERE kind = 'Accepted'",
        "DELETE FROM ledger_line WHERE editor = 'anna'",
    ],
)
def test_no_statement_makes_a_line_of_ones_own_anothers(taken: str, sql: str) -> None:
    with pytest.raises(DatabaseError, match="ledger"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


def test_what_nobody_brought_in_is_answered_for_by_its_editor_alone(held: Path) -> None:
    (one, two, three) = append(
        [
            Candidate("s-new", Captured("Press"), None, "boris"),
            Candidate("r-new", BatchAnnounced("T", PartialDate.parse(BATCH), "P"), None, "boris"),
            Candidate(YANKA, Detained(PartialDate.parse("2024-01-01")), None, "boris"),
        ]
    )
    (name,) = append([Candidate(YANKA, Named("Я. Імшарук"), None, "anna")])
    assert set(accept(["all"], by="anna").lines) >= {one, two, three} and name in waiting()
