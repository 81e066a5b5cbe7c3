"""A quote finds its place again, letter for letter, and names no place rather than a wrong one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.domain.lines import Quote
from habeas.domain.locate import locate, quote
from habeas.problems import BadInput

TEXT = "Вызвалены Ігар К. з Гомеля. Вызвалены Ігар К. з Магілёва."


def test_words_that_stand_once_are_found() -> None:
    assert locate(TEXT, Quote("Магілёва")) == (48, 56)


def test_words_that_stand_twice_are_told_apart_by_what_is_around_them() -> None:
    second = TEXT.rindex("Ігар К.")
    assert locate(TEXT, Quote("Ігар К.")) is None
    assert locate(TEXT, Quote("Ігар К.", suffix=" з Магілёва")) == (second, second + 7)
    assert locate(TEXT, Quote("Ігар К.", prefix="Гомеля. Вызвалены ")) == (second, second + 7)


@pytest.mark.parametrize(
    "near", [Quote("ігар К."), Quote("Магілева"), Quote("Гомеля", prefix="у "), Quote("Гомеля", suffix="!"), Quote("")]
)
def test_nothing_is_normalised_or_guessed(near: Quote) -> None:
    assert locate(TEXT, near) is None


@given(st.text("аб ", min_size=1, max_size=120), st.data())
def test_a_quote_made_of_a_place_finds_that_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert locate(text, quote(text, start, end)) == (start, end)


def test_a_quote_reaches_as_far_as_it_must_to_be_the_only_one() -> None:
    text = "Ігар " * 200
    assert locate(text, quote(text, 500, 504)) == (500, 504)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (5, 4), (-1, 3), (0, len(TEXT) + 1)])
def test_a_place_outside_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(BadInput, match="There are no characters"):
        quote(TEXT, start, end)
