"""A language model as a second reader, recorded: local alone, marked, and held to the text's own words."""

from __future__ import annotations

from datetime import date

import pytest

from habeas.domain.locate import locate
from habeas.domain.words import Certainty
from habeas.intake.texts.model import answer, proposals_of
from habeas.problems import BadInput
from habeas.reading.claims.proposals import Proposal
from habeas.reading.read import read
from tests.intake.recorded_model import TEXT, Recorded, model

__all__ = ["model"]


def ask() -> list[Proposal]:
    return proposals_of(TEXT, read(TEXT, published=date(2025, 7, 3)), answer(TEXT))


def test_without_a_setting_nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HABEAS_MODEL", raising=False)
    with pytest.raises(BadInput, match="No model is set"):
        answer(TEXT)


def test_what_it_proposes_is_marked_and_stands_in_the_text(model: type[Recorded]) -> None:
    found = ask()
    assert [one.kind for one in found] == ["Released", "Died"]
    for one in found:
        assert (one.by, one.certainty) == ("recorded-1", Certainty.DOUBTFUL)
        assert locate(TEXT, one.quote) == (one.start, one.end)
    assert found[0].fields == {"when": "2025-07-02"} and found[1].fields == {}
    assert b"Ada Molchan" in model.asked


def test_an_address_elsewhere_is_refused_unless_a_setting_lets_the_text_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HABEAS_MODEL", "http://192.0.2.7/v1")
    with pytest.raises(BadInput, match="HABEAS_MODEL_ELSEWHERE"):
        ask()


@pytest.mark.parametrize("status", [302, 500])
def test_a_redirect_or_an_error_is_told_and_not_followed(
    model: type[Recorded], monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    monkeypatch.setattr(model, "status", status)
    with pytest.raises(BadInput, match=str(status)):
        ask()


@pytest.mark.parametrize("said", ["I can't.", "[1, 2]", "[{]", "{}", '[{"kind": 3}]'])
def test_an_answer_that_is_none_proposes_nothing(
    model: type[Recorded], monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    monkeypatch.setattr(model, "answer", said)
    assert ask() == []
