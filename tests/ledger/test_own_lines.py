"""The database itself refuses that an editor accepts a line of their own, by whichever alias that looks like theirs."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import DatabaseError, transaction

from habeas.domain.claims import Named
from habeas.domain.judgements import Accepted
from habeas.domain.lines import Candidate
from habeas.ledger.append import append
from habeas.ledger.erase import ask_erasure, confirm_erasure
from habeas.problems import BadInput

pytestmark = pytest.mark.database
OWN = ("anna", "ANNA", "аnna", "аnnа", "АNNА", "an na", "anna\u200b", " anna", "αnna", "", " ")


@pytest.mark.parametrize("alias", OWN)
def test_nobody_accepts_a_line_of_their_own_past_the_program(live: Path, alias: str) -> None:
    (number,) = append([Candidate("p-one", Named("Ядвіга Выдуманая"), None, "anna")])
    with pytest.raises(DatabaseError, match="of their own"), transaction.atomic():
        append([Candidate("p-one", Accepted(number), None, alias)])
    assert append([Candidate("p-one", Accepted(number), None, "boris")])


def test_an_alias_in_another_script_hides_no_first_editor(live: Path) -> None:
    (number,) = append([Candidate("p-one", Named("Ядвіга Выдуманая"), None, "АННА-cоса")])
    with pytest.raises(DatabaseError, match="of their own"), transaction.atomic():
        append([Candidate("p-one", Accepted(number), None, "aннa-coca")])


@pytest.mark.parametrize("alias", ["anna", "Anna", "аnna"])
def test_nobody_confirms_an_erasure_that_they_asked_for(live: Path, alias: str) -> None:
    (number,) = append([Candidate("p-one", Named("Ядвіга Выдуманая"), None, "boris")])
    ask_erasure(number, editor="anna", reason="asked by the family")
    with pytest.raises(BadInput, match="Another editor"):
        confirm_erasure(number, editor=alias)
