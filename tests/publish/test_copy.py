"""The public copy answers as the register does to the public, and holds no more than that."""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from habeas.domain.claims import (
    Captured,
    Detained,
    HealthReported,
    InBatch,
    ListTaken,
    Named,
    RowPrinted,
    SameOrigin,
    Tried,
)
from habeas.domain.judgements import Retracted, SamePerson, Withheld
from habeas.domain.lines import Candidate, Evidence
from habeas.domain.words import Basis, Health, Status
from habeas.problems import BadInput
from habeas.publish.layout import DATA
from habeas.publish.withdraw import withdraw
from habeas.register import queries
from habeas.register.answers_batches import BatchAnswer
from habeas.register.answers_people import Filters, PersonAnswer, Redirect
from habeas.register.asking import asking
from habeas.register.released import What, release_changes
from habeas.register.releases import data_releases
from tests.publish.conftest import BATCH, everything, made
from tests.register.conftest import MONITOR, day, named, released, say

pytestmark = pytest.mark.database


def person(id: str, on: str = "2024-06-01", known: str | None = None) -> PersonAnswer:
    answer = queries.person(id, queries.lens(on, known))
    assert isinstance(answer, PersonAnswer)
    return answer


def batch() -> BatchAnswer:
    answer = queries.batch(BATCH, queries.lens(None, None))
    assert isinstance(answer, BatchAnswer)
    return answer


def test_the_copy_answers_as_the_register_does(small: Path, out: Path) -> None:
    made(out)
    register = person("p-anna")
    with asking(out / DATA):
        copy = person("p-anna")
        assert (copy.status, copy.since, copy.name, copy.spells[0].first) == (
            register.status,
            register.since,
            register.name,
            register.spells[0].first,
        )
        assert [claim.sentence for claim in copy.claims] == [claim.sentence for claim in register.claims]
        assert copy.as_of.version.startswith("1.")
        assert len(queries.people(Filters(), 1, queries.lens(None, None)).rows) == 2
        assert [one.id for one in queries.find("Выдуманая Ганна", queries.lens(None, None))][:1] == ["p-anna"]
    assert person("p-anna").as_of.version == register.as_of.version


def test_publishing_twice_without_changes_gives_the_same_bytes(small: Path, out: Path, tmp_path: Path) -> None:
    made(out)
    first = everything(out)
    assert made(out).release == 1
    assert everything(out) == first
    made(tmp_path / "another")
    assert everything(tmp_path / "another") == first


def test_what_changes_for_the_public_makes_a_new_release_and_nothing_else_does(small: Path, out: Path) -> None:
    assert made(out).release == 1
    say(Candidate("p-anna", HealthReported(Health.SERIOUS, day("2024-07-01")), MONITOR))
    assert made(out).release == 1
    say(named("p-new", "Nova Nebyvalaya"))
    assert made(out).release == 2
    with asking(out / DATA):
        assert [one.number for one in data_releases()] == [1, 2]
        assert {(one.what, one.id) for one in release_changes(data_releases()[1])} == {(What.NEW_PERSON, "p-new")}


def test_a_claim_taken_back_is_told_as_a_change_and_stays_to_be_seen(small: Path, out: Path) -> None:
    (number,) = say(released("p-anna", "2024-07-01"))
    made(out)
    say(Candidate("p-anna", Retracted(number, "talk of the desk"), None, "anna"))
    made(out)
    with asking(out / DATA):
        (change,) = release_changes(data_releases()[1])
        assert (change.what, change.kind, change.id) == (What.RETRACTED, "Released", "p-anna")
        assert [claim.standing.value for claim in person("p-anna").claims].count("retracted") == 1
    assert b"talk of the desk" not in (out / DATA).read_bytes()


def test_known_takes_the_days_of_data_releases_alone(small: Path, out: Path) -> None:
    made(out)
    with asking(out / DATA):
        (release,) = data_releases()
        assert person("p-anna", known=release.day.isoformat()).status is Status.HELD
        for known in ("2024-05-01", release.moment.isoformat()):
            with pytest.raises(BadInput, match="is a data release here"):
                queries.lens(None, known)


def test_two_people_joined_are_a_correction_and_a_row_matched_to_one_is_none(small: Path, out: Path) -> None:
    say(named("p-again", "Anna Vydumanaya"))
    made(out)
    say(
        Candidate("l-list", ListTaken("s-monitor", BATCH, "0" * 64, 1, 1), MONITOR),
        Candidate("p-row", RowPrinted("l-list", 1, "Vydumanaya Hanna"), MONITOR),
        named("p-row", "Vydumanaya Hanna"),
        Candidate("p-row", SamePerson("p-anna", 0.9), None, "matcher"),
        Candidate("p-again", SamePerson("p-anna"), None, "anna"),
    )
    made(out)
    with asking(out / DATA):
        told = release_changes(data_releases()[1])
        assert [(one.what, one.id) for one in told] == [(What.JOINED, "p-again")]


def test_two_joined_redirect_and_ids_stay(small: Path, out: Path) -> None:
    made(out)
    say(named("p-row", "Vydumanaya Hanna"), Candidate("p-row", SamePerson("p-anna", 0.9, ("desk reason",))))
    made(out)
    with asking(out / DATA):
        assert queries.person("p-row", queries.lens(None, None)) == Redirect("p-anna")
    assert b"desk reason" not in (out / DATA).read_bytes()


def test_who_is_withheld_is_a_nameless_member_and_nobody_else(small: Path, out: Path) -> None:
    made(out)
    say(Candidate("p-anna", Withheld(0, Basis.FAMILY)))
    assert made(out).release == 1
    with asking(out / DATA):
        assert queries.person("p-anna", queries.lens(None, None)) is None
        members = batch().members
        assert sorted(one.outcome for one in members) == ["matched", "nameless"]
        nameless = next(one for one in members if one.outcome == "nameless")
        assert (nameless.person, nameless.name, nameless.stage, nameless.speakers) == (None, "", "", ())
        assert batch().ours.high == 2


def test_a_quote_that_names_somebody_withheld_loses_its_words(small: Path, out: Path) -> None:
    quoting = type(MONITOR)("s-monitor", "Monitor", "Разам з ім вызвалілі Ганну Выдуманую.", "be")
    say(Candidate("p-ivan", Named("Іван Небывалы", "be"), quoting), Candidate("p-anna", Withheld(0, Basis.FAMILY)))
    made(out)
    with asking(out / DATA):
        assert "" in {claim.printed for claim in person("p-ivan").claims}
    assert "Выдуман".encode() not in (out / DATA).read_bytes()


def test_what_rests_on_a_withheld_source_stays_inside_with_it(small: Path, out: Path) -> None:
    say(Candidate("s-monitor", Withheld(0, Basis.THIRD_PARTY)))
    made(out)
    with asking(out / DATA):
        assert queries.sources(queries.lens(None, None)) == ()
        assert queries.people(Filters(), 1, queries.lens(None, None)).rows == ()


def test_court_days_to_come_are_not_told(small: Path, out: Path) -> None:
    say(Candidate("p-ivan", Tried(day("2999-01-01"), "Court of the future"), MONITOR))
    say(Candidate("p-ivan", Tried(day("2024-06-01"), "Court of the past"), MONITOR))
    made(out)
    assert b"Court of the future" not in (out / DATA).read_bytes()
    assert b"Court of the past" in (out / DATA).read_bytes()


def test_numbers_of_the_copy_leave_no_gap_and_no_time_is_finer_than_a_day(small: Path, out: Path) -> None:
    say(Candidate("p-anna", Withheld(0, Basis.FAMILY)), Candidate("p-ivan", InBatch(BATCH), MONITOR))
    made(out)
    with closing(sqlite3.connect(out / DATA)) as database:
        rows = database.execute("SELECT number, moment, editor FROM ledger_line ORDER BY number").fetchall()
        assert [number for number, _, _ in rows] == list(range(1, len(rows) + 1))
        assert {moment % 86_400_000_000 for _, moment, _ in rows} == {0}
        assert {editor for _, _, editor in rows} == {""}
        assert database.execute("PRAGMA freelist_count").fetchone() == (0,)
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_addresses_go_out_in_the_linked_edition_alone(small: Path, out: Path, tmp_path: Path) -> None:
    made(out)
    made(tmp_path / "linked", "linked")
    assert b"monitor.example" not in b"".join(everything(out).values())
    assert b"monitor.example" in (tmp_path / "linked" / DATA).read_bytes()


def test_nothing_is_published_into_a_folder_that_holds_other_things(small: Path, out: Path) -> None:
    out.mkdir()
    (out / "letter.txt").write_text("mine")
    with pytest.raises(BadInput, match="holds other things"):
        made(out)
    with pytest.raises(BadInput, match="within one another"):
        made(small / "copy")
    assert (out / "letter.txt").read_text() == "mine"


def test_a_release_keeps_its_bytes_when_another_follows_and_a_fresh_folder_gets_the_same(
    small: Path, out: Path, tmp_path: Path
) -> None:
    made(out)
    first = (out / "releases" / "1" / f"{DATA}.gz").read_bytes()
    say(named("p-a-row", "Vydumanaya Hanna"), Candidate("p-a-row", SamePerson("p-anna")))
    made(out)
    say(named("p-new", "Nova Nebyvalaya"))
    assert made(out).release == 3
    assert (out / "releases" / "1" / f"{DATA}.gz").read_bytes() == first
    made(tmp_path / "another")
    assert everything(tmp_path / "another") == everything(out)


def test_a_withdrawal_leaves_earlier_releases_too(small: Path, out: Path, tmp_path: Path) -> None:
    made(out)
    say(named("p-new", "Nova Nebyvalaya"))
    made(out)
    say(Candidate("p-anna", Withheld(0, Basis.FAMILY)))
    assert made(out).release == 2
    for number in "12":
        held = gzip.decompress((out / "releases" / number / f"{DATA}.gz").read_bytes())
        assert b"p-anna" not in held and b"p-ivan" in held
    made(tmp_path / "another")
    assert everything(tmp_path / "another") == everything(out)


def test_the_times_of_files_tell_neither_what_a_withdrawal_changed_nor_an_hour(small: Path, out: Path) -> None:
    made(out)
    before = {path.stat().st_mtime_ns for path in (out, *out.rglob("*"))}
    withdraw("p-anna", (), basis=Basis.FAMILY, by="anna")
    after = {path.stat().st_mtime_ns for path in (out, *out.rglob("*"))}
    assert len(before) == len(after) == 1 and before != after
    (told,) = after
    assert told % 86_400_000_000_000 == 2 * 1_000_000_000, "midnight, and a second for each copy"


def test_a_source_on_which_nothing_public_rests_stays_inside(small: Path, out: Path) -> None:
    """“None that can be shown” under a source would say that something is."""
    letter = Evidence("s-letter", "Family")
    say(
        *(
            Candidate(one, Captured("Family", f"A letter {one}", origin=""))
            for one in ("s-letter", "s-copied", "s-unread")
        ),
        named("p-vera", "Vera Vydumanaya"),
        Candidate("p-vera", Detained(day("2024-05-01")), letter),
        Candidate("s-copied", SameOrigin("s-letter")),
    )
    made(out)
    assert (out / "site" / "sources" / "s-letter.html").is_file()
    assert (out / "site" / "sources" / "s-copied.html").is_file(), "it tells that two are one voice"
    assert not (out / "site" / "sources" / "s-unread.html").exists()
    withdraw("p-vera", (), basis=Basis.FAMILY, by="anna")
    held = b"".join(everything(out).values())
    assert b"s-letter" not in held and b"s-copied" not in held and b"s-monitor" in held
    with asking(out / DATA):
        assert {one.id for one in queries.sources(queries.lens(None, None))} == {"s-monitor"}
