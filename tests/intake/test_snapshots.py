"""A watched sanctions list: archived, compared, its changes proposed and decided on; never a claim by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.archive.store import fetch
from habeas.domain.claims import Delisted, InstrumentNamed, Listed, SnapshotTaken
from habeas.domain.judgements import ProposalDecided
from habeas.domain.lines import Candidate
from habeas.domain.words import Nearness, Verdict
from habeas.intake.list_changes import ListChanges, accept_change, changes_of, reject_change
from habeas.intake.live import live as standing
from habeas.intake.snapshots import TakenSnapshot, Watching, snapshots, take_snapshot
from habeas.intake.texts.proposals import texts
from habeas.ledger.append import append
from habeas.ledger.read import last_number, lines
from habeas.problems import BadInput
from habeas.register.answers import Audience
from habeas.register.lenses import lens
from tests.intake.conftest import YANKA, Write, catch_up
from tests.sources.damage import printed, table

pytestmark = pytest.mark.database

FEW = 3


def taken(write: Write, rows: list[list[str]], day: str, name: str = "sdn.csv") -> TakenSnapshot:
    return take_snapshot(Watching(write(printed(rows), name), day, at_least=FEW), by="anna")


def proposed(of: TakenSnapshot) -> ListChanges:
    catch_up()
    return changes_of(of.snapshot.source, lens(None, None, Audience.DESK))


@pytest.fixture
def rows() -> list[list[str]]:
    return [list(row) for row in table(30)]


@pytest.fixture
def watched(held: Path, write: Write, rows: list[list[str]]) -> ListChanges:
    """One came, one went, one was amended, between the first and the eighth of February."""
    taken(write, rows[:-1], "2026-02-01", "before.csv")
    rows[4][1] = "PATTERN FIVE, Éva"
    rows[-1][1:4] = ["IMSHARUK, Yanka", "individual", "DEMO"]
    return proposed(taken(write, rows[1:], "2026-02-08"))


def test_the_first_snapshot_proposes_nothing(held: Path, write: Write, rows: list[list[str]]) -> None:
    first = taken(write, rows, "2026-02-01")
    assert (first.before, first.again) == (None, False)
    assert not proposed(first).changes
    assert fetch(first.snapshot.sha256) == printed(rows)
    (line,) = standing(SnapshotTaken)
    assert line.claim == SnapshotTaken("ofac_sdn_csv", 30, 0)


def test_each_change_is_proposed_and_none_is_claimed(watched: ListChanges) -> None:
    assert sorted(one.what for one in watched.changes) == ["amended", "delisted", "listed"]
    assert not standing(Listed, Delisted, InstrumentNamed)
    assert watched.left == 3


def test_a_day_that_the_list_does_not_say_lies_between_the_snapshots(watched: ListChanges) -> None:
    days = {str(one.claim.when) for one in watched.changes if isinstance(one.claim, (Listed, Delisted))}
    assert days == {"2026-02-01/2026-02-08"}


def test_an_accepted_change_is_a_line_with_its_evidence(watched: ListChanges) -> None:
    one = next(one for one in watched.changes if one.what == "listed")
    told = accept_change(watched, one.key, by="boris")
    (line,) = standing(Listed)
    assert told and told.number == line.number and line.editor == "boris"
    assert isinstance(line.claim, Listed) and line.claim.targets == ("IMSHARUK, Yanka",)
    assert (line.claim.sanctioner, line.claim.programme, line.subject) == ("us", "DEMO", "us-listed-2026-02-08")
    assert line.evidence and line.evidence.source == watched.snapshot.source
    assert line.evidence.nearness is Nearness.OFFICIAL and line.evidence.printed.startswith("IMSHARUK, Yanka")
    (decided,) = [line.claim for line in standing(ProposalDecided)]
    assert isinstance(decided, ProposalDecided) and (decided.verdict, decided.made) == (Verdict.ACCEPTED, line.number)
    again = changes_of(watched.snapshot.source, lens(None, None, Audience.DESK))
    assert again.left == 2
    with pytest.raises(BadInput, match="already"):
        accept_change(again, one.key, by="anna")


def test_a_delisting_set_aside_writes_no_delisting(watched: ListChanges) -> None:
    one = next(one for one in watched.changes if one.what == "delisted")
    reject_change(watched, one.key, reason="The row was moved.", by="boris")
    assert not standing(Delisted)
    (decided,) = [line.claim for line in standing(ProposalDecided)]
    assert isinstance(decided, ProposalDecided) and decided.reason == "The row was moved."


def test_a_change_of_words_is_noted_and_no_act(watched: ListChanges) -> None:
    one = next(one for one in watched.changes if one.what == "amended")
    assert accept_change(watched, one.key, by="boris") is None
    assert not standing(Listed, Delisted)


def test_an_act_under_an_id_of_the_editors_is_amended(watched: ListChanges) -> None:
    one = next(one for one in watched.changes if one.what == "delisted")
    accept_change(watched, one.key, by="boris", subject="us-delisting-of-one")
    (line,) = standing(Delisted)
    (decided,) = [line.claim for line in standing(ProposalDecided)]
    assert line.subject == "us-delisting-of-one"
    assert isinstance(decided, ProposalDecided) and decided.verdict is Verdict.AMENDED


def test_whoever_of_the_register_may_be_meant_is_shown_with_a_probability(watched: ListChanges) -> None:
    one = next(one for one in watched.changes if one.what == "listed")
    (best, *_) = one.matches
    assert best.id == YANKA and best.probability > 0.9


def test_a_target_of_an_instrument_may_be_meant(held: Path, write: Write, rows: list[list[str]]) -> None:
    from habeas.domain.dates import PartialDate

    said = Listed("us", PartialDate.parse("2020"), ("Yanka Imsharuk",))
    append([Candidate("us-old", said)])
    taken(write, rows, "2026-02-01", "before.csv")
    more = [*rows, ["999", "IMSHARUK, Yanka", "individual", "DEMO", *[""] * 7, "Invented."]]
    (one,) = proposed(taken(write, more, "2026-02-08")).changes
    assert [each.name for each in one.matches if not each.id] == ["Yanka Imsharuk"]


def test_the_same_bytes_again_change_nothing(held: Path, write: Write, rows: list[list[str]]) -> None:
    taken(write, rows, "2026-02-01")
    before = last_number()
    assert taken(write, rows, "2026-02-01").again
    assert last_number() == before


def test_a_list_below_its_floor_leaves_nothing_behind(held: Path, write: Write, rows: list[list[str]]) -> None:
    before = last_number()
    with pytest.raises(BadInput, match="nothing was taken"):
        take_snapshot(Watching(write(printed(rows), "sdn.csv"), "2026-02-01"), by="anna")
    assert last_number() == before and not snapshots()


def test_a_list_that_shrank_is_refused_until_somebody_has_looked(held: Path, write: Write) -> None:
    taken(write, table(100), "2026-02-01", "before.csv")
    with pytest.raises(BadInput, match="--shrunk"):
        taken(write, table(100)[:60], "2026-02-08")
    watching = Watching(write(printed(table(100)[:60]), "sdn.csv"), "2026-02-08", at_least=FEW, shrunk=True)
    assert len(proposed(take_snapshot(watching, by="anna")).changes) == 40


def test_a_party_in_a_row_that_cannot_be_read_is_proposed_to_nobody(
    held: Path, write: Write, rows: list[list[str]]
) -> None:
    taken(write, rows, "2026-02-01", "before.csv")
    broken = printed(rows).replace(b'"PATTERN 6, ', b'"PATTERN 6, "x')
    read = proposed(take_snapshot(Watching(write(broken, "sdn.csv"), "2026-02-08", at_least=FEW), by="anna"))
    assert not read.changes and [one.key for one in read.unclear] == ["42"]


def test_a_snapshot_is_no_text_to_read(watched: ListChanges) -> None:
    assert watched.snapshot.source not in texts()
    assert all(line.evidence is None for line in lines(kinds=[SnapshotTaken.KIND]))
