"""A real report of December 2025, kept outside the project, beside the worked example."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from habeas.domain.locate import locate
from habeas.intake.texts.weighed import Weighed
from habeas.intake.texts.weighing import weigh
from habeas.reading.read import read
from habeas.register.answers import Audience
from habeas.register.lenses import lens


def _text() -> str:
    data = os.environ.get("HABEAS_DATA", "")
    if not data:
        pytest.skip("HABEAS_DATA is not set: the report of December 2025 wasn't read.")
    (path,) = Path(data, "texts").glob("*.txt")
    return path.read_text(encoding="utf-8")


@pytest.fixture(params=[date(2025, 12, 15), None], ids=["dated", "undated"])
def weighed(request: pytest.FixtureRequest, beside: None) -> Iterator[list[Weighed]]:
    yield weigh(read(_text(), published=request.param), lens(None, None, Audience.DESK))


def _one(weighed: list[Weighed], kind: str, who: str = "") -> Weighed:
    return next(one for one in weighed if one.proposal.kind == kind and who in one.proposal.who)


def test_every_quote_is_found_in_the_text(weighed: list[Weighed]) -> None:
    text = _text()
    assert weighed
    for one in weighed:
        assert locate(text, one.proposal.quote) == (one.proposal.start, one.proposal.end)


def test_the_day_of_the_week_is_a_contradiction(weighed: list[Weighed]) -> None:
    announced = _one(weighed, "BatchAnnounced")
    assert announced.proposal.fields["number"] == 123
    assert announced.batch == "2025-12-13"
    assert announced.stands == "contradicts"
    assert "Saturday 13 December 2025" in announced.why and "on Friday" in announced.why


def test_the_tax_charges_are_a_contradiction_with_an_explanation(weighed: list[Weighed]) -> None:
    sentence = _one(weighed, "Sentenced", "Bialiatski")
    assert (sentence.proposal.fields["term"], sentence.proposal.fields["articles"]) == ("10y", ["by.cc.243"])
    assert sentence.stands == "contradicts"
    assert "by.cc.228" in sentence.why and "earlier charges" in sentence.why


def test_leave_to_stay_and_a_group_in_minsk_are_contradictions(weighed: list[Weighed]) -> None:
    stays = next(one for one in weighed if "exile.chosen" in one.proposal.marks)
    stage = _one(weighed, "StageMoved")
    assert stays.stands == stage.stands == "contradicts"
    assert stage.proposal.fields["country"] == "by"


def test_kalesnikava_is_found_under_her_other_spellings(weighed: list[Weighed]) -> None:
    sentence = _one(weighed, "Sentenced", "Kolesnikova")
    assert sentence.proposal.fields["term"] == "11y"
    assert sentence.matches[0].name != sentence.proposal.who and sentence.matches[0].probability > 0.9
    assert sentence.stands == "same"
    assert _one(weighed, "PapersLost", "Kolesnikova").proposal.fields["paper"] == "passport"


def test_statements_and_relief_are_each_attributed(weighed: list[Weighed]) -> None:
    speakers = {str(one.proposal.fields["speaker"]).lower() for one in weighed if one.proposal.kind == "Said"}
    for speaker in (
        "lukashenko",
        "white house",
        "senior administration official",
        "kolesnikova",
        "analysts",
        "rights groups",
    ):
        assert any(speaker in each for each in speakers), speaker
    marks = {mark for one in weighed for mark in one.proposal.marks}
    assert {"partial", "conditional", "undisclosed", "further-steps"} <= marks
