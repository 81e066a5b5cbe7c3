"""A person and a release edited at the desk: the source first, nothing overwritten, every change to be seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from habeas.desk.claim_form import fields_of
from habeas.desk.claim_words import FIELDS, KINDS_ABOUT
from habeas.domain.claims import KINDS, Detained, Named
from habeas.ledger.read import last_number, lines
from tests.desk.conftest import SignedIn
from tests.desk.ground import BATCH, four_people, words
from tests.intake.conftest import SERGEI, TODAR, YANKA

pytestmark = pytest.mark.database


@pytest.fixture
def people(desk: Path) -> Path:
    four_people()
    return desk


def say(client: Client, kind: str, subject: str = YANKA, **said: str) -> str:
    return words(client.post(f"/desk/say/{subject}/{kind}", {"source": "s-list", **said}, follow=True))


def test_a_claim_is_added_from_a_new_source_and_changes_the_status(boris: Client, people: Path) -> None:
    said = {"source": "new", "publisher": "The family", "nearness": "subject", "certainty": "stated"}
    page = say(boris, "Released", **said, f_when="2026-02-01", f_act="pardon", printed="Ён дома.")
    assert "free in the country since 1 February 2026" in page
    assert "Ён дома." in page
    line = list(lines(subjects=[YANKA]))[-1]
    assert (line.editor, line.evidence and line.evidence.speaker) == ("boris", "The family")


def test_the_source_is_asked_for_first(boris: Client, people: Path) -> None:
    before = last_number()
    page = say(boris, "Released", source="new", f_when="2026-02-01")
    assert "Say first which source tells this" in page
    assert last_number() == before


def test_a_field_that_cannot_be_read_leaves_nothing_behind(boris: Client, people: Path) -> None:
    before = last_number()
    page = say(boris, "Released", source="new", publisher="The family", f_when="soon")
    assert "soon" in page
    assert last_number() == before
    assert "needed" in say(boris, "Released", f_when="")


def test_a_day_that_has_not_come_leaves_nothing_behind_nor_its_source(boris: Client, people: Path) -> None:
    before = last_number()
    source = {"source": "new", "publisher": "The family", "published": "2026-02-02"}
    assert "hasn&#x27;t come" in say(boris, "Released", **source, f_when="2091-01-05")
    assert "hasn&#x27;t come" in say(boris, "Released", **{**source, "published": "2091-01-05"}, f_when="2026-02-01")
    new = {**source, "batch": "new", "batch_title": "A release", "batch_day": "2091-01-05"}
    assert "hasn&#x27;t come" in words(boris.post("/desk/releases/new", new))
    assert last_number() == before


def test_a_doubt_about_a_claim_of_a_new_source_leaves_no_source_behind(boris: Client, people: Path) -> None:
    before = last_number()
    source = {"source": "new", "publisher": "The family", "published": "2026-01-02"}
    assert "Check both days" in say(boris, "Released", **source, f_when="2026-02-01")
    assert last_number() == before
    say(boris, "Released", **source, f_when="2026-02-01", insists="yes")
    assert [line.claim.KIND for line in lines() if line.number > before] == ["Captured", "Released"]


def test_a_word_that_is_not_of_the_vocabulary_is_refused(boris: Client, people: Path) -> None:
    assert "no word of the vocabulary" in say(boris, "Detained", f_when="2024-05-01", f_facility="a castle")


def test_another_source_corroborates_and_the_same_source_adds_nothing(boris: Client, people: Path) -> None:
    form = boris.get(f"/desk/say/{YANKA}/Detained?like={_detained()}").content.decode()
    assert 'value="2024-05-01"' in form
    say(boris, "Detained", f_when="2024-05-01")
    assert len(_of(YANKA, Detained)) == 2
    assert "has said so already" in say(boris, "Detained", f_when="2024-05-01")
    assert len(_of(YANKA, Detained)) == 2


def test_a_doubt_is_shown_before_anything_is_written_and_an_editor_may_insist(boris: Client, people: Path) -> None:
    page = say(boris, "Named", f_text="Зусім Іншы Чалавек")
    assert "Is this the same person?" in page and "Nothing was written." in page
    say(boris, "Named", f_text="Зусім Іншы Чалавек", insists="yes")
    assert "Зусім Іншы Чалавек" in [line.claim.text for line in _of(YANKA, Named)]


def test_a_line_is_taken_back_with_a_reason_and_stays_to_be_seen(boris: Client, people: Path) -> None:
    number = _detained()
    said = {"subject": YANKA, "reason": "another man"}
    page = words(boris.post(f"/desk/lines/{number}/retract", said, follow=True))
    assert "taken back" in page and "unknown" in page
    assert boris.post(f"/desk/lines/{number}/retract", {"reason": "x"}).status_code == 404
    refused = boris.post(f"/desk/lines/{number}/retract", said)
    assert refused.status_code == 400 and "already" in words(refused)


def test_people_are_joined_and_parted(boris: Client, people: Path) -> None:
    page = words(boris.post(f"/desk/people/{SERGEI}/join", {"other": TODAR}, follow=True))
    assert "Part: this is somebody else" in page
    assert boris.get(f"/desk/people/{TODAR}").headers["Location"] == f"/desk/people/{SERGEI}"
    page = words(boris.post(f"/desk/people/{SERGEI}/part", {"other": TODAR}, follow=True))
    assert "One mention alone." in page
    assert "There is no person" in words(boris.post(f"/desk/people/{SERGEI}/join", {"other": "p-nobody"}))


def test_the_history_says_what_each_line_changed(boris: Client, people: Path) -> None:
    say(boris, "Released", nearness="monitor", f_when="2026-02-01")
    history = words(boris.get(f"/desk/people/{YANKA}")).split("What each line changed")[1]
    latest = history[: history.index("boris") + 400]
    assert "held 1 May 2024 – open" in latest
    assert "held 1 May 2024 – 1 Feb 2026" in latest and "free in the country 1 Feb 2026 – open" in latest


def test_a_release_is_put_on_record_and_gets_a_figure_and_a_stage(boris: Client, people: Path) -> None:
    said = {"source": "s-press", "batch": "new", "batch_day": "2026-03-05", "batch_title": "Another release"}
    assert "Another release" in words(boris.post("/desk/releases/new", said, follow=True))
    page = say(boris, "BatchCounted", "2026-03-05", f_counted="verified", f_number="7", f_speaker="A monitor")
    assert "7 A monitor" in page
    page = say(boris, "StageMoved", "2026-03-05", f_stage="lt", f_order="1", f_title="to Lithuania", f_country="lt")
    assert "to Lithuania" in page
    assert "whole number" in say(boris, "BatchCounted", BATCH, f_counted="verified", f_number="many", f_speaker="x")


def test_somebody_is_found_by_another_spelling(boris: Client, people: Path) -> None:
    assert "Янка Імшарук" in words(boris.post("/desk/people", {"name": "Imsharuk Yanka"}))


def test_work_is_given_to_somebody_and_its_state_is_told(anna: Client, boris: Client, people: Path) -> None:
    before = last_number()
    page = words(anna.post(f"/desk/state/{YANKA}", {"state": "in_work", "alias": "boris"}, follow=True))
    assert "Work: in work by boris" in page
    assert last_number() == before, "work is no claim"
    assert anna.post(f"/desk/state/{YANKA}", {"state": "in_work", "alias": "nobody"}).status_code == 400
    assert anna.post(f"/desk/state/{YANKA}", {"state": "lost"}).status_code == 400


def test_a_reader_gets_no_form_and_can_write_nothing(signed_in: SignedIn, people: Path) -> None:
    reader, before = signed_in("reader"), last_number()
    page = reader.get(f"/desk/people/{YANKA}").content.decode()
    assert page.count("<form") == page.count("sign-out") + 1, "signing out, and the work's state to read"
    for address in (f"say/{YANKA}/Named", "lines/5/retract", f"people/{YANKA}/join", f"state/{YANKA}", "releases/new"):
        assert reader.post(f"/desk/{address}", {}).status_code == 403
    assert last_number() == before


def test_what_is_not_there_is_absent(anna: Client, people: Path) -> None:
    for address in ("people/p-nobody", "releases/never", "releases/never/lists", "releases/never/left-over"):
        assert anna.get(f"/desk/{address}").status_code == 404
    assert anna.get(f"/desk/say/{YANKA}/SamePerson").status_code == 404


@pytest.mark.parametrize("kind", sorted({kind for kinds in KINDS_ABOUT.values() for kind in kinds}))
def test_every_field_of_every_form_has_a_title(kind: str) -> None:
    assert [field.name for field in fields_of(kind) if field.name not in FIELDS] == []


def test_every_kind_said_of_people_and_releases_has_a_form() -> None:
    by_other_means = {"RowPrinted", "Registered", "Wish"}
    judgements = {kind for kind, made in KINDS.items() if made.__module__.endswith("judgements")}
    for about in ("person", "batch"):
        kinds = {kind for kind, made in KINDS.items() if about == made.ABOUT}
        assert kinds - by_other_means - judgements - KINDS_ABOUT[about].keys() == set()


def _of(subject: str, kind: type) -> list:
    return [line for line in lines(subjects=[subject]) if isinstance(line.claim, kind)]


def _detained() -> int:
    return int(_of(YANKA, Detained)[0].number)
