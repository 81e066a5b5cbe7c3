"""Every kind of claim comes back from its bytes as it went in, and the quick way agrees with the plain one."""

from __future__ import annotations

from datetime import date, timedelta
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import orjson
import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from habeas.domain.claims import KINDS, Claim
from habeas.domain.dates import PartialDate, Term
from habeas.domain.lines import Evidence, Quote
from habeas.domain.words import Word
from habeas.domain.written import read_claim, write_claim, write_evidence
from habeas.ledger.codec import decode, encode
from habeas.problems import BadInput

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@st.composite
def dates(draw: st.DrawFn) -> PartialDate:
    day = draw(DAYS)
    later = day + timedelta(days=draw(st.integers(0, 900)))
    forms = [f"{day:%Y}", f"{day:%Y-%m}", f"{day}", f"{day}/{later}", f"{day}T04:00+03:00", f"{day}Tmorning"]
    return PartialDate.parse(draw(st.sampled_from(forms)))


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Whatever a field of that type can hold."""
    if get_origin(hint) in (UnionType, Union):
        return st.one_of([st.none() if part is type(None) else values(part) for part in get_args(hint)])
    if get_origin(hint) is tuple:
        return st.lists(values(get_args(hint)[0]), max_size=3).map(tuple)
    if issubclass(hint, Word):
        return st.sampled_from(list(hint))
    if hint in (Quote, Evidence):
        return built(hint)
    numbers = st.integers(0, 400)
    terms = st.tuples(numbers, numbers, numbers).filter(any).map(lambda parts: Term(*parts))
    floats = st.floats(0, 1)
    return {
        str: TEXTS,
        int: st.integers(0, 10**9),
        bool: st.booleans(),
        float: floats,
        PartialDate: dates(),
        Term: terms,
    }[hint]


def built(made: type) -> st.SearchStrategy[Any]:
    """Values of a dataclass, by its own type hints; those that it refuses itself are not tried."""
    hints = {name: values(hint) for name, hint in get_type_hints(made).items() if name in made.__slots__}

    @st.composite
    def strategy(draw: st.DrawFn) -> Any:
        drawn = {name: draw(hint) for name, hint in hints.items()}
        try:
            return made(**drawn)
        except BadInput:
            reject()

    return strategy()


@pytest.mark.parametrize("kind", sorted(KINDS))
@settings(max_examples=25)
@given(data=st.data())
def test_a_claim_comes_back_as_it_went_in(kind: str, data: st.DataObject) -> None:
    claim: Claim = data.draw(built(KINDS[kind]))
    evidence: Evidence | None = data.draw(st.none() | built(Evidence))
    payload = encode(claim, evidence)
    assert decode(kind, claim.VERSION, payload) == (claim, evidence)
    sealed = orjson.loads(payload)
    assert sealed["claim"] == write_claim(claim)
    assert sealed.get("evidence") == (None if evidence is None else write_evidence(evidence))
    assert read_claim(kind, sealed["claim"]) == claim
    assert encode(*decode(kind, claim.VERSION, payload)) == payload


def test_a_kind_or_version_that_we_do_not_know_is_said_so() -> None:
    with pytest.raises(BadInput, match="no kind of claim"):
        decode("Foretold", 1, b'{"claim":{}}')
    with pytest.raises(BadInput, match="Upgrade"):
        decode("Named", 99, b'{"claim":{"text":"a"}}')


@pytest.mark.parametrize(
    "payload",
    [b'{"claim":{}}', b'{"claim":{"text":"a","colour":"red"}}', b'{"claim":{"text":"a","form":"no such"}}'],
)
def test_what_does_not_fit_its_kind_is_named(payload: bytes) -> None:
    with pytest.raises(BadInput, match="Named"):
        decode("Named", 1, payload)


def test_lines_of_agreements_and_instruments_written_before_their_kinds_grew_still_read() -> None:
    licensed = (
        b'{"claim":{"sanctioner":"us","when":"2025-12-15","targets":["A firm"],"open_ended":"yes","replaces":"a"}}'
    )
    claim, _ = decode("Licensed", 1, licensed)
    assert write_claim(claim) == orjson.loads(licensed)["claim"]
    reported = b'{"claim":{"title":"A deal","when":"2025-12-13","parties":["A","B"],"order":"First one, then other."}}'
    claim, _ = decode("AgreementReported", 1, reported)
    assert (getattr(claim, "order", ""), getattr(claim, "texts", None)) == ("First one, then other.", ())
    promised = (
        b'{"claim":{"commitment":"c","obligor":"A","beneficiary":"B","owed":"release","number":6,"unit":"people"}}'
    )
    assert write_claim(decode("CommitmentMade", 1, promised)[0]) == orjson.loads(promised)["claim"]
