"""Who is named beside a telling word and isn't meant: whoever says it, refuses it, did it, or stands by somebody."""

from datetime import date

import pytest

from habeas.reading.read import read

DAY = date(2025, 3, 22)


def told(text: str, *kinds: str) -> dict[str, set[str]]:
    found = read(text, published=DAY).proposals
    return {kind: {one.who for one in found if one.kind == kind} for kind in kinds}


@pytest.mark.parametrize(
    ("text", "freed"),
    [
        ("Olga Pekar, an aide, said the pardons were part of a deal in which 19 people had left prison.", set()),
        ("Olga Pekar said she was freed on Friday.", {"Olga Pekar"}),
        ("The judge Piotr Lis spoke on Monday. He said they were deported to Lithuania.", set()),
        ("Adam Kot, a campaigner for the candidate Jan Duda, was freed on Friday.", {"Adam Kot"}),
        ("Adam Kot, a friend of Jan Duda, was freed on Friday.", {"Adam Kot"}),
        ("In a statement released yesterday they named Adam Kot. They also named Jan Duda.", set()),
        ("В числе освобождённых — Анна Выдуманная, координатор штаба Виктора Небывалого.", {"Анна Выдуманная"}),
        ("В числе освобождённых — Анна Рак, координатор штаба Пётр Небывалый.", {"Анна Рак", "Пётр Небывалый"}),
        ("У ліку вызваленых — Ганна Выдуманая, каардынатарка штаба Віктара Небывалага.", {"Ганна Выдуманая"}),
        ("Серед звільнених — Марія Коваленко, координаторка штабу Віктора Небувалого.", {"Марія Коваленко"}),
        ("У пятніцу ў Літву вывезлі 51 чалавека, палітык Мікола Выдуманы адмовіўся пакідаць краіну.", set()),
        ("В пятницу в Литву вывезли 51 человека, политик Николай Выдуманный отказался покидать страну.", set()),
    ],
)  # fmt: skip
def test_nobody_is_freed_for_being_named_beside_it(text: str, freed: set[str]) -> None:
    assert told(text, "Released")["Released"] == freed


def test_who_refused_to_leave_is_told_so() -> None:
    text = "У пятніцу ў Літву вывезлі 51 чалавека, палітык Мікола Выдуманы адмовіўся пакідаць краіну."
    assert told(text, "RefusedToLeave")["RefusedToLeave"] == {"Мікола Выдуманы"}


def test_whoever_founded_a_thing_is_not_sentenced_with_it() -> None:
    text = (
        "Суд приговорил четырёх журналистов к 5 годам колонии по делу фонда, основанного политиком Иваном Выдуманным."
    )
    assert not told(text, "Sentenced")["Sentenced"]


def test_of_two_names_side_by_side_the_first_is_whose_sister_it_is() -> None:
    text = "Анну Выдуманову вывезли в Литву в пятницу. Сестра Выдумановой Татьяна Небывалович подтвердила это."
    people = {person.name for person in read(text, published=DAY).people}
    assert people == {"Анну Выдуманову", "Татьяна Небывалович"}


def test_a_list_of_those_pardoned_detains_nobody() -> None:
    text = "Adam Kot was arrested in 2005. Also among the pardoned were Jan Duda, Vera Lis, and Piotr Hus."
    assert told(text, "Detained", "Released") == {
        "Detained": {"Adam Kot"},
        "Released": {"Jan Duda", "Vera Lis", "Piotr Hus"},
    }


def test_a_daughter_is_not_her_mother() -> None:
    text = "Vera Lis was held. Daughter of former President Anna Lis, she was sentenced to eight years in prison."
    assert told(text, "Sentenced")["Sentenced"] == {"Vera Lis"}
