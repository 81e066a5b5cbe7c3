"""Names of public figures and of invented people, asked in every spelling that lists and news use."""

from __future__ import annotations

import csv
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.names import Asked, Known, NameIndex, Verdict

REGISTER = [
    ("tsikhanouski", "Сяргей Ціханоўскі", "m"),
    ("tsikhanouskaya", "Святлана Ціханоўская", "f"),
    ("maryia", "Марыя Калеснікава", "f"),
    ("maryna", "Марына Калеснікава", "f"),
    ("statkevich", "Мікалай Статкевіч", "m"),
    ("bialiatski", "Алесь Бяляцкі", "m"),
    ("viktar", "Виктор Бабарико", "m"),
    ("eduard", "Эдуард Бабарико", "m"),
    ("znak", "Максім Знак", "m"),
    ("ivanou", "Іван Іваноў", "m"),
    ("ivanouski", "Іван Іваноўскі", "m"),
    ("kavalenka", "Пётр Каваленка", "m"),
    ("kavaliou", "Пётр Кавалёў", "m"),
    ("dzmitruk", "Аляксей Дзмітрук", "m"),
    ("poczobut", "Андрэй Пачобут", "m"),
    ("kalesnik", "Марыя Калеснік", "f"),
    ("nestsiarenka", "Ганна Несцярэнка", "f"),
    ("aliyev", "Kamran Əliyev", "m"),
    ("garcia", "María García Márquez", "f"),
    ("shevchenko", "Олександр Шевченко", "m"),
]
INDEX = NameIndex.build(Known(id, name, gender=gender) for id, name, gender in REGISTER)
FORMS = Path(__file__).with_name("news_forms.tsv")


def first(name: str, index: NameIndex = INDEX) -> str:
    found = index.find(Asked(name))
    return found[0].id if found else ""


@pytest.mark.parametrize(
    ("name", "person"),
    [
        # Belarusian and Russian letters, surname first or last.
        ("Тихановский Сергей", "tsikhanouski"),
        ("Николай Статкевич", "statkevich"),
        ("Дмитрук Алексей", "dzmitruk"),
        ("Анна Нестеренко", "nestsiarenka"),
        # Passport, press, Łacinka and the romanisation of 1979.
        ("TSIKHANOUSKI SIARHEI", "tsikhanouski"),
        ("Sergei Tikhanovsky", "tsikhanouski"),
        ("Siarhiej Cichanoŭski", "tsikhanouski"),
        ("Syarhyey Tsikhanowski", "tsikhanouski"),
        # Other languages' renderings.
        ("Wiktar Babaryka", "viktar"),
        ("Viktaras Babaryka", "viktar"),
        ("Andrzej Poczobut", "poczobut"),
        ("Max Znak", "znak"),
        # Bent in a sentence.
        ("Алеся Бяляцкага", "bialiatski"),
        ("Алесем Беляцким", "bialiatski"),
        ("Марию Колесникову", "maryia"),
        # Initials, numbering, years, letters of another script.
        ("Н. Статкевич", "statkevich"),
        ("Бяляцкі А.", "bialiatski"),
        ("1. Статкевіч Мікалай (1956)", "statkevich"),
        ("Цiханоўскi Сяргей", "tsikhanouski"),
        # Namesakes kept apart.
        ("Maryna Kalesnikava", "maryna"),
        ("Maria Kolesnikova", "maryia"),
        ("Мария Колесник", "kalesnik"),
        ("Ivan Ivanou", "ivanou"),
        ("Ivan Ivanovsky", "ivanouski"),
        ("Piotr Kavalenka", "kavalenka"),
        ("Pyotr Kovalyov", "kavaliou"),
        ("Светлана Тихановская", "tsikhanouskaya"),
        # Languages added by their tables.
        ("Алиев Камран", "aliyev"),
        ("Oleksandr Shevchenko", "shevchenko"),
        ("Александр Шевченко", "shevchenko"),
        ("García Márquez, María", "garcia"),
    ],
)
def test_the_right_person_comes_first(name: str, person: str) -> None:
    assert first(name) == person


@pytest.mark.parametrize(
    "one", ["Марыя Калеснікава", "Сяргей Ціханоўскі", "Іван Іваноў", "Пётр Каваленка", "Виктор Бабарико"]
)
def test_a_relative_or_near_namesake_is_never_called_a_match(one: str) -> None:
    without = NameIndex.build(Known(id, name, gender=gender) for id, name, gender in REGISTER if name != one)
    (answer,) = without.answer_list([Asked(one)])
    assert answer.verdict is not Verdict.MATCH


@pytest.mark.parametrize(
    "name", ["Аляксандр Пушкін", "Wilhelmina Oyelaran", "محمد علي حسن", "", " ", "...", "1.", "\u202e\u202d"]
)
def test_somebody_else_and_nobody_are_absent(name: str) -> None:
    (answer,) = INDEX.answer_list([Asked(name)])
    assert answer.verdict is Verdict.ABSENT


def test_a_rare_name_is_trusted_more_than_a_common_one() -> None:
    others = [Known(f"o{at}", f"{given} Іваноў") for at, given in enumerate(["Андрэй", "Антон", "Павел", "Юрый"] * 5)]
    index = NameIndex.build([*others, Known("common", "Сяргей Іваноў"), Known("rare", "Сяргей Верабейчык")])
    common, rare = (index.find(Asked(name))[0] for name in ("Сергей Иванов", "Сергей Воробейчик"))
    assert (common.id, rare.id) == ("common", "rare") and common.probability < rare.probability


def test_a_name_that_may_be_short_for_another_is_left_to_an_editor() -> None:
    (answer,) = NameIndex.build([Known("v", "Вераніка Верабейчык")]).answer_list([Asked("Вера Верабейчык")])
    assert answer.verdict is Verdict.UNCLEAR


def test_two_rows_that_fit_one_person_are_both_unclear() -> None:
    answers = INDEX.answer_list([Asked("Мікалай Статкевіч"), Asked("Nikolai Statkevich")])
    assert [answer.verdict for answer in answers] == [Verdict.UNCLEAR] * 2


def test_what_stands_beside_a_name_tells_namesakes_apart() -> None:
    index = NameIndex.build(
        [
            Known("father", "Іван Рамановіч", "1950-02-01", "m", "Пятровіч"),
            Known("son", "Іван Рамановіч", "1980-07-09", "m", "Іванавіч"),
        ]
    )
    assert index.find(Asked("Ivan Ramanovich", birth_date="1980"))[0].id == "son"
    assert index.find(Asked("Иван Петрович Романович"))[0].id == "father"
    assert index.find(Asked("Романович Иван Иванович"))[0].id == "son"


def test_a_surname_alone_shows_its_bearers_however_many_they_are() -> None:
    givens = ["Сяргей", "Андрэй", "Павел", "Юрый", "Іван", "Антон", "Мікіта", "Раман", "Ілля", "Ян"]
    index = NameIndex.build(Known(f"{given} {at}", f"{given} Верабейчык") for given in givens for at in range(6))
    found = index.find(Asked("Верабейчик"), 60)
    assert len(found) == 60 and all(0.0001 <= one.probability < 0.1 for one in found)


def test_each_column_beside_the_name_gives_its_own_reason() -> None:
    index = NameIndex.build([Known("x", "Іван Рамановіч", "1950-02-01", "m", "Пятровіч", "Мінск")])
    asked = Asked("Ivan Ramanovich", "1950-02-01", "m", "Петрович", "Минск")
    assert index.find(asked)[0].reasons[2:] == ("patronymic is the same", "born on the same day", "place is the same")
    other = Asked("Ivan Ramanovich", "1971-03-04", "f", "Ильич", "Берасце")
    assert index.find(other)[0].reasons[2:] == (
        "patronymics differ: two fathers",
        "dates of birth differ",
        "genders differ",
    )


def test_reasons_are_sentences_about_surname_and_given_name() -> None:
    reasons = INDEX.find(Asked("Sergei Tikhanovsky"))[0].reasons
    assert len(reasons) >= 2
    assert any("surname" in reason for reason in reasons) and any("given name" in reason for reason in reasons)


@given(st.randoms(use_true_random=False), st.sampled_from(REGISTER))
def test_order_case_spaces_and_commas_change_nobody(luck: random.Random, one: tuple[str, str, str]) -> None:
    words = one[1].split()
    luck.shuffle(words) if len(words) == 2 else None
    text = luck.choice([" ", "  ", "\u00a0"]).join(words)
    text = luck.choice([str, str.upper, str.lower])(text)
    assert first(f"{luck.choice(['', '7) ', '— ', '12. '])}{text}{luck.choice(['', ',', ' '])}") == one[0]


@given(st.text(max_size=200))
def test_any_text_is_answered(text: str) -> None:
    (answer,) = INDEX.answer_list([Asked(text)])
    assert all(0 <= candidate.probability <= 1 for candidate in answer.candidates)


def test_a_name_of_ten_thousand_characters_is_answered() -> None:
    INDEX.answer_list([Asked("Іва" * 3333), Asked("а б " * 2500)])


def test_forms_of_the_news_are_read() -> None:
    """Of forms in eight languages, against a register with the Belarusian and one with the Russian spelling."""
    lines = [line for line in FORMS.read_text().splitlines() if line and not line.startswith("#")]
    rows = list(csv.DictReader(lines, delimiter="\t"))
    for language in ("be", "ru"):
        index = NameIndex.build(Known(row[language], row[language]) for row in rows)
        asked = [(row[language], form) for row in rows for form in row["forms"].split("|")]
        right = sum(first(form, index) == person for person, form in asked)
        assert len(asked) > 150 and right / len(asked) >= 0.95, f"{right} of {len(asked)}"
