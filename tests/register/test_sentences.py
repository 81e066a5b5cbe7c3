"""Claims in plain English."""

from __future__ import annotations

import pytest
from hypothesis import given

from habeas.domain.claims import (
    BatchCounted,
    Charged,
    Claim,
    Detained,
    Recognised,
    Released,
    RestrictedAfter,
    SeenHeld,
    Sentenced,
)
from habeas.domain.dates import PartialDate, Term
from habeas.domain.words import Act, Counted, Status
from habeas.register.sentences import sentence
from tests.domain.made import claims

DAY, MONTH, SPAN = (PartialDate.parse(text) for text in ("2021-07-14", "2021-07", "2021-07/2021-09-02"))


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        (Detained(DAY), "Detained on 14 July 2021."),
        (Detained(MONTH, into=Status.HOUSE_ARREST), "Detained and put under house arrest in July 2021."),
        (SeenHeld(SPAN), "Held between July 2021 and 2 September 2021."),
        (Released(DAY, Act.PARDON), "Released on 14 July 2021, pardoned by the head of state."),
        (
            Sentenced(DAY, "imprisonment", Term(1, 6)),
            "Sentenced to imprisonment, 1 year 6 months on 14 July 2021.",
        ),
        (Charged(("by.cc.none",), DAY), "Charged under by.cc.none on 14 July 2021."),
        (
            Recognised("wgad", DAY),
            "Detention found arbitrary by UN Working Group on Arbitrary Detention on 14 July 2021.",
        ),
        (BatchCounted(Counted.CROSSED, 9, "Embassy", "To Lithuania"), "Embassy counts 9: people who crossed a border"),
        (RestrictedAfter("no_travel", DAY), "After release: no_travel on 14 July 2021."),
    ],
)
def test_a_claim_is_told_in_one_sentence(claim: Claim, said: str) -> None:
    assert sentence(claim).startswith(said)


@given(claims())
def test_every_claim_has_its_sentence(claim: Claim) -> None:
    said = sentence(claim)
    assert len(said) > 3 and "PartialDate(" not in said and "Term(" not in said
    assert said.endswith(".") or said.endswith(getattr(claim, "gist", "."))
