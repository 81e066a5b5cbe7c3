"""Ukrainian, Polish and Lithuanian: recognised, read as far as the tables go, and nobody is freed who wasn't."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

from habeas.reading.read import read
from habeas.reading.who.people import same_surname
from habeas.reading.words import languages
from habeas.reading.words.languages import KNOWN, guess
from tests.reading.gold.gold import Gold, half
from tests.reading.gold.score import Score, score

NEIGHBOURS = ("uk", "pl", "lt")
FLOORS = {"people": 0.95, "counts": 0.9, "releases": 0.85, "sentences": 0.9, "not_released": 0.9, "said": 0.85}
DAY = date(2026, 2, 2)


def _pairs() -> Iterator[tuple[str, str, str, str]]:
    for language in NEIGHBOURS:
        path = Path(__file__).parent / "neighbours" / f"{language}.yml"
        for pair in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader):
            yield language, pair["who"], pair["not"], pair["is"]


@cache
def _scored(language: str) -> Score:
    return score(half("dev", (language,)))


@pytest.mark.parametrize("gold", half("dev"), ids=lambda gold: gold.name)
def test_the_language_of_a_text_is_recognised(gold: Gold) -> None:
    assert guess(gold.text) == gold.language


def test_a_russian_text_that_quotes_a_neighbour_is_russian() -> None:
    assert guess("Об этом сообщила «Наша Ніва». Минчанина и его сестру задержали, сказали правозащитники.") == "ru"


def test_an_english_text_with_names_in_their_own_letters_is_english() -> None:
    assert guess("Paweł Siewiaryniuk and Alesis Viarbickis were freed on Friday, the centre said.") == "en"


@pytest.mark.parametrize("language", NEIGHBOURS)
@pytest.mark.parametrize("kind", sorted(FLOORS))
def test_what_is_read_reaches_its_floor(language: str, kind: str) -> None:
    found = _scored(language).kinds[kind]
    assert min(found.precision, found.recall) >= FLOORS[kind], "\n".join(found.told)


@pytest.mark.parametrize("language", NEIGHBOURS)
def test_nobody_who_was_not_freed_is_proposed_as_freed_in_the_texts(language: str) -> None:
    assert _scored(language).wrongly_freed == []


@pytest.mark.parametrize(("language", "who", "sentence", "twin"), list(_pairs()), ids=lambda one: one[:40])
def test_nobody_is_proposed_as_freed_who_was_not(language: str, who: str, sentence: str, twin: str) -> None:
    assert [one.who for one in read(sentence, published=DAY, lang=language).proposals if one.kind == "Released"] == []


@pytest.mark.parametrize("language", NEIGHBOURS)
def test_of_the_affirmative_twins_nine_in_ten_are_proposed_as_freed(language: str) -> None:
    pairs = [pair for pair in _pairs() if pair[0] == language]
    missed = [twin for _, who, _, twin in pairs if not _freed(language, twin, who)]
    assert len(missed) <= len(pairs) / 10, missed


def _freed(language: str, sentence: str, who: str) -> bool:
    found = read(sentence, published=DAY, lang=language)
    surname = who.split()[-1].lower()
    return any(one.kind == "Released" and same_surname(surname, one.who.split()[-1].lower()) for one in found.proposals)


def test_every_table_of_a_language_has_the_headings_of_the_others() -> None:
    folder = Path(__file__).parents[2] / "habeas" / "reading" / "languages"
    tables = {
        key: yaml.load((folder / f"{key}.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader) for key in KNOWN
    }
    for key in NEIGHBOURS:
        assert set(tables["ru"]["phrases"]) <= set(tables[key]["phrases"]), key
        assert set(tables["ru"]["keyed"]["roles"]) == set(tables[key]["keyed"]["roles"]), key


def test_every_language_has_every_heading_if_only_as_an_empty_list() -> None:
    tables = {key: languages.language(key) for key in KNOWN}
    for part in ("patterns", "lists", "words", "keyed"):
        named = {key: set(getattr(table, part)) for key, table in tables.items()}
        assert all(headings == named["en"] for headings in named.values()), part


def test_a_word_that_a_table_lacks_is_named_and_not_passed_over() -> None:
    with pytest.raises(LookupError, match=r"languages/pl.yml has no “no_such_words”"):
        languages.language("pl").shape(r"\b{no_such_words}\b")
