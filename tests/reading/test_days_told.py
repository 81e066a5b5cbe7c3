"""Days that a text names without a year, and days after the text's own."""

from __future__ import annotations

from datetime import date

import pytest

from habeas.domain.words import Certainty
from habeas.reading.read import read

DAY = date(2025, 7, 2)


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("ru", "Она попала в колонию в 2021 году, когда суд приговорил её 10 декабря к семи годам.", {"2021-12-10"}),
        ("ru", "Его задержали 3 марта 2021 года и 10 декабря приговорили.", {"2021-12-10"}),
        ("ru", "Его задержали 3 ноября 2021 года и 10 марта приговорили.", {"2022-03-10"}),
        ("ru", "Задержанная 3 марта 2021 года, она вышла 10 июня.", {"2025-06-10"}),
        ("ru", "Дело завели в феврале прошлого года.", {"2024-02"}),
        ("be", "Яе забралі летась у красавіку.", {"2024-04"}),
        ("be", "Яго забралі 3 мая 2021 года. Судзілі 9 верасня таго ж года.", {"2021-09-09"}),
        ("en", "Arrested in 2021, she was sentenced the following year.", {"2021", "2022"}),
        ("uk", "Справу відкрили в лютому минулого року.", {"2024-02"}),
    ],
)
def test_a_year_is_told_by_the_words_beside_the_day(language: str, text: str, days: set[str]) -> None:
    assert days <= {str(one.when) for one in read(text, published=DAY, lang=language).dates}


def test_a_release_dated_after_the_text_is_no_release() -> None:
    found = read("Павла Дуду освободили 12 июля.", published=DAY, lang="ru").proposals
    assert [one.kind for one in found if one.who] == ["Named", "Said"]
    assert [one.certainty for one in found if one.kind == "Said"] == [Certainty.DOUBTFUL]


def test_a_release_of_the_texts_own_day_is_one() -> None:
    found = read("Павла Дуду освободили 2 июля.", published=DAY, lang="ru").proposals
    assert [one.fields["when"] for one in found if one.kind == "Released"] == ["2025-07-02"]


def test_an_arrest_dated_after_the_text_is_doubtful() -> None:
    found = read("Павла Дуду задержали 12 июля.", published=DAY, lang="ru").proposals
    assert [one.certainty for one in found if one.kind == "Detained"] == [Certainty.DOUBTFUL]
