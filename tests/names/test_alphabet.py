"""Names stand in the order of their alphabet."""

from __future__ import annotations

import pytest

from habeas.names.alphabet import alphabetical

BELARUSIAN = "абвгдеёжзійклмнопрстуўфхцчшыьэюя"
UKRAINIAN = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"


@pytest.mark.parametrize("alphabet", [BELARUSIAN, UKRAINIAN, RUSSIAN])
def test_the_letters_of_an_alphabet_stand_in_its_order(alphabet: str) -> None:
    assert "".join(sorted(alphabet, key=alphabetical)) == alphabet
    assert sorted((f"{letter}ва" for letter in alphabet), key=alphabetical) == [f"{letter}ва" for letter in alphabet]


def test_latin_letters_stand_with_those_that_they_are_made_of() -> None:
    names = ["Zuk", "Čyrvon", "Łatyš", "Latsis", "Cybul", "Lutas"]
    assert sorted(names, key=alphabetical) == ["Cybul", "Čyrvon", "Latsis", "Łatyš", "Lutas", "Zuk"]


def test_capitals_apostrophes_and_hyphens_do_not_move_a_name() -> None:
    assert sorted(["Сямёнава-Ян", "Сям'ён", "сямён", "Сямёнава"], key=alphabetical) == [
        "Сям'ён",
        "сямён",
        "Сямёнава",
        "Сямёнава-Ян",
    ]
