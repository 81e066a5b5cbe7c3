"""Names in the manner of one language, sentence or mistake, asked of a register in which relatives and near-namesakes
stand beside the people meant."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from habeas.names import Answer, Asked, Known, NameIndex, Verdict

FORMS = Path(__file__).with_name("manners.tsv")
# Invented: whom a careless reader would take for one of those asked about.
NEAR = """Дзмітрый Гушчын;Дзмітрый Гуз;Ксенія Лукашова;Яўгенія Жураўлёва;Уладзіслаў Хвашчынскі;Уладзіслава Хвашчэўская
Жанна Цераховіч;Якаў Сямашчук;Якаў Сямёнаў;Ілля Юхно;Вячаслаў Аўчарэнка;Аксана Гаўрыленка;Рыгор Жданаў;Алена Часная
Ягор Мятлюк;Вольга Бялько;Таццяна Салавей;Фёдар Шаўчэнка;Юрый Лявонаў;Настасся Бабровіч;Анастасія Рудніцкая
Святлана Алексеева;Вікторыя Азарэвіч;Арына Саболь;Дар'я Дамарад;Васіль Быкоўскі;Уладзімір Кароткі"""


@dataclass(frozen=True)
class Form:
    """How somebody wrote a person's name; the person stands in Belarusian and in Russian."""

    person: tuple[str, str]
    manner: str
    text: str


def forms() -> list[Form]:
    read: list[Form] = []
    person = ("", "")
    for line in FORMS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        named, manner, texts = line.split("\t")
        if named:
            belarusian, russian = named.split(" / ")
            person = (belarusian, russian)
        read += [Form(person, manner, text) for text in texts.split("|")]
    return read


@pytest.fixture(scope="module", params=[0, 1], ids=["belarusian", "russian"])
def answered(request: pytest.FixtureRequest) -> list[tuple[Form, Answer]]:
    """Every form, asked alone of a register in one of the two languages."""
    people = {form.person: Known(form.person[0], form.person[request.param]) for form in forms()}
    near = [Known(name, name) for name in NEAR.replace("\n", ";").split(";")]
    index = NameIndex.build([*people.values(), *near])
    return [(form, index.answer_list([Asked(form.text)])[0]) for form in forms()]


def is_right(form: Form, answer: Answer) -> bool:
    return bool(answer.candidates) and answer.candidates[0].id == form.person[0]


def test_the_person_meant_comes_first(answered: list[tuple[Form, Answer]]) -> None:
    missed = [form.text for form, answer in answered if not is_right(form, answer)]
    assert len(answered) > 500 and len(missed) / len(answered) <= 0.01, missed


def test_in_no_manner_are_many_missed(answered: list[tuple[Form, Answer]]) -> None:
    asked = Counter(form.manner for form, _ in answered)
    missed = Counter(form.manner for form, answer in answered if not is_right(form, answer))
    assert all(missed[manner] / asked[manner] <= 0.05 for manner in asked), missed


def test_nobody_else_is_called_a_match(answered: list[tuple[Form, Answer]]) -> None:
    wrong = [f.text for f, answer in answered if answer.verdict is Verdict.MATCH and not is_right(f, answer)]
    assert not wrong


def test_a_name_written_whole_and_without_slips_is_seldom_left_to_an_editor(
    answered: list[tuple[Form, Answer]],
) -> None:
    whole = [answer for form, answer in answered if form.manner not in ("initials", "slip", "sentence", "married")]
    assert sum(answer.verdict is Verdict.MATCH for answer in whole) / len(whole) >= 0.85
    assert sum(answer.verdict is Verdict.ABSENT for answer in whole) / len(whole) <= 0.005


@pytest.mark.parametrize(
    ("man", "woman", "of_him", "of_her"),
    [
        ("Уладзіслаў Хвашчэўскі", "Уладзіслава Хвашчэўская", "Владислава Хващевского", "Vladislava Chvaščevskienė"),
        ("Яўген Жураўлёў", "Яўгенія Жураўлёва", "Евгением Журавлёвым", "Jevgenija Žuravljovová"),
    ],
)
def test_an_ending_that_only_men_have_brings_the_man_first(man: str, woman: str, of_him: str, of_her: str) -> None:
    index = NameIndex.build([Known(man, man), Known(woman, woman)])
    assert [index.find(Asked(name))[0].id for name in (of_him, of_her)] == [man, woman]


def test_a_woman_whose_surname_is_not_declined_is_no_case_form_of_a_man() -> None:
    (answer,) = NameIndex.build([Known("he", "Аляксандр Цярэшчанка")]).answer_list([Asked("Александра Терещенко")])
    assert answer.verdict is not Verdict.MATCH


def test_a_surname_of_before_is_taken_only_from_words_that_say_so() -> None:
    index = NameIndex.build([Known("b", "Настасся Баброва")])
    assert index.find(Asked("Рудько (урожд. Боброва) Анастасия"))[0].id == "b"
    assert index.answer_list([Asked("Анастасия Рудько, born 1980")])[0].verdict is Verdict.ABSENT
