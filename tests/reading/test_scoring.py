"""What the scorer takes for the same, and what it doesn't."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from habeas.reading.words.hedges import Told
from tests.reading.gold.gold import Gold
from tests.reading.gold.score import Score, apposed, count_kept


@pytest.mark.parametrize(
    ("sentence", "one", "other"),
    [
        (
            "The deal was done, the military intelligence service, HUR, said.",
            "HUR",
            "the military intelligence service",
        ),
        ("Сообщило информагентство Беларуси «Белта».", "«Белта»", "информагентство Беларуси"),
        ("The Office for Human Rights (OHCHR) for Asia asked why.", "The Office for Human Rights", "OHCHR"),
    ],
)
def test_two_names_of_one_speaker_side_by_side_are_the_same(sentence: str, one: str, other: str) -> None:
    assert apposed(sentence, one, other)
    assert apposed(sentence, other, one)


@pytest.mark.parametrize(
    ("sentence", "one", "other"),
    [
        ("Reuters, Belta, and TASS reported that.", "Belta", "Reuters"),
        ("It was denied by the ministry, Viasna said.", "Viasna", "the ministry"),
        ("The lawyer told the court that Viasna had asked.", "Viasna", "the court"),
    ],
)
def test_mere_neighbours_are_two_speakers(sentence: str, one: str, other: str) -> None:
    assert not apposed(sentence, one, other)


@pytest.mark.parametrize(
    ("kind", "counted"), [("Said", 1), ("SeenHeld", 1), ("Released", 1), ("Sentenced", 0), ("Detained", 0), ("Died", 0)]
)
def test_a_penalty_that_is_only_possible_tells_nothing_of_freedom(kind: str, counted: int) -> None:
    proposed = SimpleNamespace(
        kind=kind, person=0, told=Told.UNREAL, who="Ihar", fields={}, quote=SimpleNamespace(exact="")
    )
    total = Score()
    nobody = Gold("en-01", "Ihar may get ten years.", "en", "2025-01-01", {})
    count_kept(nobody, cast(Any, SimpleNamespace(proposals=[proposed])), {0: "Ihar"}, total)
    assert total.kinds["not_released"].false == counted
