"""Whether a text speaks of somebody: in another script, in a case form, by surname alone; and not of a namesake."""

from __future__ import annotations

import pytest

from habeas.names.spoken_of import SpokenOf

WITNESS = SpokenOf(
    [
        "Hanna Sasnouskaya",
        "Саснова Ганна Пятроўна",
        "李明明",
        "Марыя Кот",
        "Вера Дубкова (Яль)",
        "Зоя Лазарук / Zoya Lazaruk",
    ]
)


@pytest.mark.parametrize(
    "text",
    [
        "Hanna Sasnouskaya was moved",
        "с Анной Сосновской говорили",
        "Сасноўскую Ганну перавялі",
        "Sasnouskaya, 16, was seen",
        "H. Sasnouskaya",
        "Сасноўская Г.П.",
        "说到李明明",
        "Марыю Кот бачылі",
        "У Сасноўскай забралі тэлефон",
        "С Сосновской говорили",
        "I met Sasnouskaya",
        "Дубкова сказала",
        "Лазарук і Міцкевіч пайшлі",
    ],
)
def test_she_is_found_in_another_spelling_script_and_case(text: str) -> None:
    assert WITNESS.named_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Пётр Сасноўскі",
        "Piotr Sasnouski was detained on 3 May",
        "Сосновский П.И.",
        "Hanna Paddubitskaya",
        "",
        "кот спіць",
    ],
)
def test_somebody_else_is_not(text: str) -> None:
    assert not WITNESS.named_in(text)


def test_in_a_name_of_several_words_a_surname_alone_tells_nothing() -> None:
    assert WITNESS.named_in("Sasnouski Xhevdet") and not WITNESS.named_in("Sasnouski Xhevdet", bare=False)
    assert WITNESS.named_in("SASNOUSKAYA", bare=False)


def test_without_names_nobody_is_spoken_of() -> None:
    assert not SpokenOf([]).named_in("Hanna Sasnouskaya") and not SpokenOf(["", " "]).named_in("Hanna Sasnouskaya")
