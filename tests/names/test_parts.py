"""What a name is made of: which word is the given name, whose child a person is, and what may stand around a name."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.names import Asked, Known, NameIndex, Verdict, same_name
from habeas.names.given import GivenLevel, given_level, read_given
from habeas.names.letters import spell
from habeas.names.parts import parts_of

# Invented people, in the letters of their register.
PEOPLE = {
    "a": "Ганна Пятроўна Верабейчык",
    "b": "Барыс Ільіч Гарбацэвіч",
    "c": "Клара Савельева",
    "d": "Яўген Сакалоў-Мяцельскі",
    "e": "Мікіта Зарэцкі",
}
INDEX = NameIndex.build(Known(id, name) for id, name in PEOPLE.items())
LOOK_ALIKES = str.maketrans("аеорсухіАЕОРСХІКМТВН", "aeopcyxiAEOPCXIKMTBH")


def found(name: str) -> str:
    people = INDEX.find(Asked(name))
    return people[0].id if people and people[0].probability > 0.5 else ""


@given(st.sampled_from(sorted(PEOPLE)), st.data())
def test_the_order_of_words_changes_nobody(id: str, data: st.DataObject) -> None:
    words = data.draw(st.permutations([word for word in PEOPLE[id].split() if not word.endswith(("ўна", "ьіч"))]))
    assert found(" ".join(words)) == id


@given(st.sampled_from(sorted(PEOPLE)), st.data())
def test_letters_that_look_alike_change_nobody(id: str, data: st.DataObject) -> None:
    name = PEOPLE[id]
    swapped = data.draw(st.sets(st.integers(0, len(name) - 1), max_size=4))
    assert found("".join(c.translate(LOOK_ALIKES) if at in swapped else c for at, c in enumerate(name))) == id


def test_one_letter_that_has_no_double_tells_the_script_of_a_word() -> None:
    assert found("Бapыc Гарбацэвіч") == "b"


@given(st.sampled_from(sorted(PEOPLE)), st.sampled_from([str.upper, str.lower, str.title]))
def test_case_changes_nobody(id: str, case: object) -> None:
    assert callable(case) and found(case(PEOPLE[id])) == id


@pytest.mark.parametrize("mark", ["\u200f", "\u202e", "\u200b", "\u00ad", "\ufeff", "\u2066"])
@given(id=st.sampled_from(sorted(PEOPLE)), at=st.integers(0, 8))
def test_marks_that_nobody_sees_change_nobody(mark: str, id: str, at: int) -> None:
    assert found(PEOPLE[id][:at] + mark + PEOPLE[id][at:]) == id


@given(st.text(max_size=40), st.text(max_size=40))
def test_likeness_is_a_probability_and_the_same_both_ways(one: str, other: str) -> None:
    assert 0 <= same_name(one, other) <= 1
    assert same_name(one, other) == pytest.approx(same_name(other, one), abs=1e-9)


@pytest.mark.parametrize("name", PEOPLE.values())
def test_a_patronymic_on_one_side_alone_changes_nobody(name: str) -> None:
    words = name.split()
    assert same_name(f"{words[0]} {words[-1]}", name) > 0.9


@pytest.mark.parametrize(
    ("name", "given_name", "surnames", "patronymic"),
    [
        ("Зарэцкі Мікіта", "мікіта", ("зарэцкі",), ""),
        ("ЗАРЭЦКІ Мікіта Паўлавіч", "мікіта", ("зарэцкі",), "паўлавіч"),
        ("Мікіта Паўлавіч Зарэцкі", "мікіта", ("зарэцкі",), "паўлавіч"),
        ("М. П. Зарэцкі", "м", ("зарэцкі",), ""),
        ("Зарэцкі М.П.", "м", ("зарэцкі",), ""),
        ("Яўген Сакалоў-Мяцельскі", "яўген", ("сакалоў", "мяцельскі"), ""),
        ("Клара Савельева (Барысевіч)", "клара", ("савельева", "барысевіч"), ""),
        ("Эльнур Рафик оглы Мамедов", "эльнур", ("мамедов",), "рафик"),
        ("Elnur Rafiq oğlu Məmmədov", "elnur", ("məmmədov",), "rafiq"),
        ("María García Márquez", "maría", ("garcía", "márquez"), ""),
        ("3. адвокат Зарэцкі Мікіта", "мікіта", ("зарэцкі",), ""),
        ("г-н Зарэцкі М. П.", "м", ("зарэцкі",), ""),
    ],
)
def test_each_word_is_read_as_what_it_is(
    name: str, given_name: str, surnames: tuple[str, ...], patronymic: str
) -> None:
    likeliest = parts_of(name)[0]
    assert (likeliest.given, likeliest.surnames, likeliest.patronymic) == (given_name, surnames, patronymic)


@pytest.mark.parametrize("name", ["Ana María López García", "López García Ana María"])
def test_a_second_given_name_may_stand_before_or_after_the_surnames(name: str) -> None:
    assert ("ana", ("lópez", "garcía")) in [(one.given, one.surnames) for one in parts_of(name)]


@pytest.mark.parametrize(
    "forms",
    [
        "Аляксандр Александр Олександр Aliaksandr Alexander Aleksander Aleksandras",
        "Мікалай Николай Микола Mikalai Nikolai Nicholas",
        "Кацярына Екатерина Катерина Katsiaryna Catherine",
        "Юрый Юрий Юрій Yury Jerzy",
        "José Jose",
    ],
)
def test_forms_of_one_given_name_meet_over_languages(forms: str) -> None:
    for one, other in itertools.combinations(forms.lower().split(), 2):
        assert given_level(read_given(one), read_given(other)) <= GivenLevel.INFLECTED, (one, other)


@pytest.mark.parametrize(
    ("short", "full"), [("Саша", "Аляксандр"), ("Алесь", "Александр"), ("Наста", "Анастасия"), ("Дима", "Дзмітрый")]
)
def test_a_pet_name_is_met_more_loosely(short: str, full: str) -> None:
    assert given_level(read_given(short.lower()), read_given(full.lower())) in (GivenLevel.SHORT, GivenLevel.FAMILY)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Марыя", "Марына"), ("Аляксандр", "Аляксей"), ("Яна", "Янина"), ("Лявон", "Леонард"), ("Аліна", "Алена")],
)
def test_given_names_that_look_alike_are_kept_apart(one: str, other: str) -> None:
    surname = "Верабейчык"
    index = NameIndex.build([Known("x", f"{one} {surname}")])
    (answer,) = index.answer_list([Asked(f"{other} {surname}")])
    assert answer.verdict is not Verdict.MATCH


@given(st.text(max_size=300))
def test_any_text_is_spelled(text: str) -> None:
    spelled = spell(text)
    assert all(word.text for word in spelled.words + spelled.aside)


def test_names_in_arabic_letters_find_only_their_own_spelling() -> None:
    index = NameIndex.build([Known("ali", "محمد علي"), Known("b", "Барыс Гарбацэвіч")])
    assert index.find(Asked("محمد علي"))[0].id == "ali"
    assert index.answer_list([Asked("حسن كريم")])[0].verdict is Verdict.ABSENT
