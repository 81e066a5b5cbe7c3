"""The share of a list's people who are in the register is judged by the list's own names."""

from __future__ import annotations

import pytest

from habeas.names import Asked, Known, NameIndex
from habeas.names.levels import SurnameLevel
from habeas.names.share import odds_of_a_share
from habeas.names.surname import surname_level


def test_a_list_of_which_half_is_known_changes_nothing() -> None:
    assert odds_of_a_share([100.0] * 150 + [0.01] * 150) == pytest.approx(1.0, abs=0.05)


def test_of_a_list_whose_people_are_mostly_known_a_doubtful_one_is_likelier_so() -> None:
    assert odds_of_a_share([100.0] * 270 + [0.01] * 30) > 5
    assert odds_of_a_share([100.0] * 30 + [0.01] * 270) < 0.2


def test_one_name_says_nothing_of_a_list() -> None:
    assert odds_of_a_share([]) == pytest.approx(1.0)
    assert odds_of_a_share([50.0]) == pytest.approx(1.0, abs=0.06)


def test_one_name_gets_nearly_the_same_number_on_a_list_and_by_itself() -> None:
    index = NameIndex.build([Known("a", "Янка Імшарук"), Known("b", "Марыя Снегалуг")])
    asked = Asked("Янка Имшарук")
    (answer,) = index.answer_list([asked])
    assert answer.candidates[0].probability == pytest.approx(index.find(asked)[0].probability, abs=0.01)


@pytest.mark.parametrize(
    ("one", "other"), [("Салжачонак", "Салжачанка"), ("Кулінец", "Тулінец"), ("Цітавік", "Цітавін")]
)
def test_another_suffix_or_first_letter_is_no_slip(one: str, other: str) -> None:
    level = surname_level(one.lower(), other.lower())
    assert level is None or level >= SurnameLevel.FAR


def test_sounds_within_one_language_tell_surnames_apart_that_two_languages_merge() -> None:
    index = NameIndex.build([Known("o", "Александр Томура"), Known("a", "Александр Тамура")])
    first, second = index.find(Asked("Aleksandr Tamura"))
    assert first.id == "a" and first.probability > second.probability
