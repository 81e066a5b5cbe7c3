"""Watched sanctions lists at the desk: what changed, accepted or set aside."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from habeas.domain.claims import Delisted, Listed
from habeas.intake.list_changes import changes_of
from habeas.intake.live import live as standing
from habeas.intake.snapshots import Watching, take_snapshot
from habeas.register.answers import Audience
from habeas.register.lenses import lens
from tests.desk.conftest import SignedIn
from tests.desk.ground import four_people, words
from tests.sources.damage import printed, table

pytestmark = pytest.mark.database


@pytest.fixture
def source(desk: Path, tmp_path: Path) -> str:
    """The last of two snapshots: one came, one went, one was amended."""
    four_people()
    rows = table(30)
    file = tmp_path / "sdn.csv"
    file.write_bytes(printed(rows[:-1]))
    take_snapshot(Watching(file, "2026-02-01", at_least=3), by="anna")
    rows[-1][1:3] = ["IMSHARUK, Yanka", "individual"]
    rows[4][1] = "PATTERN FIVE, Éva"
    file.write_bytes(printed(rows[1:]))
    return take_snapshot(Watching(file, "2026-02-08", at_least=3), by="anna").snapshot.source


def keys(source: str) -> dict[str, str]:
    return {one.what: one.key for one in changes_of(source, lens(None, None, Audience.DESK)).changes}


def test_every_change_is_shown_with_what_may_be_meant(boris: Client, source: str) -> None:
    assert source in boris.get("/desk/snapshots").content.decode()
    page = boris.get(f"/desk/snapshots/{source}")
    said = words(page)
    assert "3 changes to decide on" in said and "Listed : IMSHARUK, Yanka" in said.replace("Listed:", "Listed :")
    assert "PATTERN 5, Éva" in said and "PATTERN FIVE, Éva" in said and "Янка Імшарук" in said
    assert "<script" not in page.content.decode()


def test_a_change_is_accepted_and_another_set_aside(boris: Client, source: str) -> None:
    known, address = keys(source), f"/desk/snapshots/{source}/decide"
    subject = {"subject": "us-listed-2026-02-08"}
    assert boris.post(address, {"key": known["listed"], "verdict": "accept", **subject}).status_code == 302
    assert boris.post(address, {"key": known["delisted"], "verdict": "reject", "reason": "Moved."}).status_code == 302
    assert boris.post(address, {"key": known["amended"], "verdict": "accept"}).status_code == 302
    (line,) = standing(Listed)
    assert line.editor == "boris" and not standing(Delisted)
    said = words(boris.get(f"/desk/snapshots/{source}"))
    assert "0 changes to decide on" in said and "Moved." in said
    assert "already" in words(boris.post(address, {"key": known["listed"], "verdict": "accept"}))


def test_a_reader_sees_and_does_not_decide(signed_in: SignedIn, source: str) -> None:
    reader = signed_in("reader", alias="rita")
    page = reader.get(f"/desk/snapshots/{source}")
    assert page.status_code == 200 and "<details" not in page.content.decode()
    assert reader.post(f"/desk/snapshots/{source}/decide", {"key": "x", "verdict": "accept"}).status_code == 403


def test_what_is_no_snapshot_is_not_there(boris: Client, source: str) -> None:
    assert boris.get("/desk/snapshots/s-press").status_code == 404
