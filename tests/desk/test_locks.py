"""Lock modes: read-only writes nothing, closed empties the desk, and a lock that can't be read locks."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from habeas.domain.words import Basis
from habeas.intake.accepting import accept
from habeas.intake.correct import withhold
from habeas.ledger.append import append
from habeas.ledger.erase import ask_erasure
from habeas.ledger.read import last_number
from habeas.problems import BadInput
from habeas.project.lock import Mode, mode
from tests.desk.conftest import SignedIn
from tests.ledger.people import named


def locks(signed_in: SignedIn, to: str) -> None:
    signed_in("administrator", alias="admin").post("/desk/accounts", {"deed": "lock", "mode": to})
    assert mode().value == to


def test_read_only_writes_nothing_by_the_desk_or_a_command(anna: Client, signed_in: SignedIn) -> None:
    (number,) = append([named(editor="boris")])
    locks(signed_in, "read-only")
    assert anna.get("/desk/").status_code == 200
    for write in (
        lambda: append([named()]),
        lambda: withhold(str(number), basis=Basis.FAMILY, by="boris"),
        lambda: accept(["all"], by="clara"),
        lambda: ask_erasure(number, editor="boris"),
    ):
        with pytest.raises(BadInput, match="locked"):
            write()
    answer = anna.post("/desk/waiting/p-aaaaaaaaaa/agree", {"line": number})
    assert answer.status_code == 400 and "locked" in answer.content.decode()
    assert last_number() == number


def test_closed_ends_all_sessions_and_lets_administrators_in_alone(anna: Client, signed_in: SignedIn) -> None:
    locks(signed_in, "closed")
    assert anna.get("/desk/").status_code == 302
    assert signed_in("reviewer", alias="anna").get("/desk/").status_code == 503
    admin = signed_in("administrator", alias="admin")
    assert admin.get("/desk/").status_code == 200
    admin.post("/desk/accounts", {"deed": "lock", "mode": "normal"})
    assert mode() is Mode.NORMAL and signed_in("reviewer", alias="anna").get("/desk/").status_code == 200


def test_a_lock_that_can_not_be_read_closes(desk: Path) -> None:
    (desk / "lock").write_bytes(b"\xffnormal")
    assert mode() is Mode.CLOSED


def test_only_an_administrator_locks(anna: Client) -> None:
    assert anna.post("/desk/accounts", {"deed": "lock", "mode": "closed"}).status_code == 403
    assert mode() is Mode.NORMAL
