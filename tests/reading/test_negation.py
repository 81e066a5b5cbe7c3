"""A hundred sentences in which somebody was not freed, or only may be: none is proposed as freed; most twins are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

from habeas.reading.read import read
from habeas.reading.who.people import same_surname

FOLDER = Path(__file__).parent / "negation"
DAY = date(2025, 7, 2)
LEAST_TWINS = 0.9


def _pairs() -> Iterator[tuple[str, str, str, str]]:
    for path in sorted(FOLDER.glob("*.yml")):
        for pair in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader):
            yield path.stem, pair["who"], pair["not"], pair["is"]


PAIRS = list(_pairs())


def _freed(language: str, sentence: str, who: str) -> bool:
    found = read(sentence, published=DAY, lang=language)
    surname = who.split()[-1].lower()
    return any(one.kind == "Released" and same_surname(surname, one.who.split()[-1].lower()) for one in found.proposals)


def test_there_are_more_than_a_hundred_pairs() -> None:
    assert len(PAIRS) == len({pair[2] for pair in PAIRS}) >= 100


@pytest.mark.parametrize(("language", "who", "sentence", "twin"), PAIRS, ids=lambda one: one[:40])
def test_nobody_is_proposed_as_freed_who_was_not(language: str, who: str, sentence: str, twin: str) -> None:
    found = read(sentence, published=DAY, lang=language)
    assert [one.who for one in found.proposals if one.kind == "Released"] == []


def test_of_the_affirmative_twins_nine_in_ten_are_proposed_as_freed() -> None:
    missed = [twin for language, who, _, twin in PAIRS if not _freed(language, twin, who)]
    assert len(PAIRS) - len(missed) >= LEAST_TWINS * len(PAIRS), missed
