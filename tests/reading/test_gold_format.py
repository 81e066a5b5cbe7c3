"""The annotated texts keep to their format: every word that they quote stands in the text exactly once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.gold.gold import NUMBERED, Gold, read_gold

FOLDER = Path(__file__).parent / "gold"
TEXTS = sorted(FOLDER.glob("*/*.txt"))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_every_annotated_word_stands_in_its_text(path: Path) -> None:
    gold = read_gold(path)
    for kind, entry in gold.entries():
        for words in [entry[key] for key in ("words",) if key in entry]:
            assert gold.text.count(words) == 1, f"{kind}: “{words}” stands {gold.text.count(words)} times"
        for name in [entry[key] for key in ("name", "speaker") if key in entry]:
            assert name in gold.text, f"{kind}: “{name}” doesn't stand in the text"


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_everybody_told_of_is_among_the_people(path: Path) -> None:
    gold = read_gold(path)
    people = {entry["name"] for entry in gold.of("people")}
    assert {entry["who"] for _, entry in gold.entries() if "who" in entry} <= people


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_what_is_counted_is_one_of_the_words(path: Path) -> None:
    gold = read_gold(path)
    assert {entry["of"] for entry in gold.of("counts")} <= set(NUMBERED)
    assert isinstance(gold, Gold)


def test_the_figure_after_the_language_tells_the_series() -> None:
    series = {path.stem: read_gold(path).series for path in TEXTS if path.stem in ("en-01", "en2-01", "en3-01")}
    assert series == {"en-01": 1, "en2-01": 2, "en3-01": 3}
