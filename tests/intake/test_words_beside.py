"""What stands around a name: headings, remarks, several names in a line; read where it is clear and never guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.domain.claims import Born, Charged, HasNationality
from habeas.domain.dates import PartialDate
from habeas.domain.words import Act, Exile, Manner
from habeas.intake.files.plain import Context
from habeas.intake.files.reading import read_list
from habeas.intake.files.release_words import freed_by
from habeas.intake.files.rows import Row

DAY = Context(PartialDate.parse("2025-12-13"))


def rows(text: str, name: str = "list.txt") -> list[Row]:
    return [row for row in read_list(Path(name), text.encode(), None, DAY).rows if not row.nobody]


def names(text: str) -> list[str]:
    return [row.name for row in rows(text)]


def test_a_message_with_emoji_headings_and_counts_gives_the_names_alone() -> None:
    text = """⚡️ **Вызвалены:**

✅ Сяргей Раснагорскі, 45 гадоў
✅ Марыя Снегалугская 🇱🇹
1️⃣ Янка Імшарук — журналіст
👥 Усяго 3 чалавекі
#вызваленыя @kanal
"""
    assert names(text) == ["Сяргей Раснагорскі", "Марыя Снегалугская", "Янка Імшарук"]


@pytest.mark.parametrize(
    "line",
    [
        "На свободу вышли: Иван Листопол, Анна Снегалуг и Сергей Росногорский.",
        "Иван Листопол (45 лет, Минск), Анна Снегалуг; Сергей Росногорский",
        "Иван Листопол, Анна Снегалуг, Сергей Росногорский и ещё 12 человек",
    ],
)
def test_several_names_in_a_sentence_that_is_clearly_a_list_are_rows(line: str) -> None:
    assert names(line) == ["Иван Листопол", "Анна Снегалуг", "Сергей Росногорский"]


@pytest.mark.parametrize("line", ["Иван Листопол, Новая Деревня", "Иван Листопол, журналист и блогер", "Imšar, Janka"])
def test_a_comma_after_a_name_makes_no_list_of_it(line: str) -> None:
    assert len(rows(line)) == 1


def test_those_under_a_heading_are_where_it_says_until_the_next_one() -> None:
    text = """Переданы в Вильнюсе:
Иван Листопол
Женщины:
Анна Снегалуг
Вывезены в Украину (2)
Сергей Росногорский
Остальные:
Янка Имшарук
"""
    read = rows(text)
    assert [row.freed.place for row in read] == ["lt.vilnius", "lt.vilnius", "ua", ""]
    assert [row.freed.manner for row in read] == [
        *(Manner.HANDED_OVER, Manner.HANDED_OVER, Manner.EXPELLED, Manner.UNKNOWN),
    ]


@pytest.mark.parametrize(
    "heading", ["Still in prison:", "Не освобождены:", "Застаюцца за кратамі:", "Refused to leave:"]
)
def test_nobody_under_a_heading_of_those_who_remain_is_taken_for_free(heading: str) -> None:
    read = read_list(Path("list.txt"), f"Анна Снегалуг\n{heading}\nИван Листопол\n".encode()).rows
    assert [bool(row.nobody) for row in read] == [False, True, True]
    assert "isn't said to be free" in read[2].nobody


@pytest.mark.parametrize(
    ("details", "born"),
    [(", 45 лет", "1979/1980"), (" (aged 45)", "1979/1980"), (", 45 гадоў, Мінск", "1979/1980"),
     (", 11 лет колонии", ""),
     (", приговор 12 лет", ""), (", 5 лет", "")],
)  # fmt: skip
def test_an_age_is_two_years_of_birth_and_a_term_is_no_age(details: str, born: str) -> None:
    told = [str(one.claim.when) for one in rows(f"Иван Листопол{details}")[0].beside if isinstance(one.claim, Born)]
    assert told == ([born] if born else [])


@pytest.mark.parametrize(
    ("details", "articles"),
    [(", ст. 342", ("by.cc.342",)), (" (арт. 361-4, 342)", ("by.cc.361-4", "by.cc.342")), (", ст. 999", ()),
     (", ст. 342, 999", ()), (", Article 342", ("by.cc.342",))],
)  # fmt: skip
def test_articles_are_read_where_the_vocabulary_has_all_of_them(details: str, articles: tuple[str, ...]) -> None:
    told = [one.claim.articles for one in rows(f"Иван Листопол{details}")[0].beside if isinstance(one.claim, Charged)]
    assert told == ([articles] if articles else [])


@pytest.mark.parametrize(
    ("details", "country"),
    [(", гражданин Литвы", "lt"), (" (Lithuanian citizen)", "lt"), (", грамадзянка Польшчы", "pl"),
     (" (Lithuania)", ""),
     (", громадянин України", "ua")],
)  # fmt: skip
def test_a_citizenship_is_read_only_where_it_is_called_one(details: str, country: str) -> None:
    told = [
        one.claim.country for one in rows(f"Иван Листопол{details}")[0].beside if isinstance(one.claim, HasNationality)
    ]
    assert told == ([country] if country else [])


@pytest.mark.parametrize(
    ("words", "act", "manner", "exile"),
    [
        ("помилован", Act.PARDON, Manner.UNKNOWN, Exile.UNKNOWN),
        ("адбыў тэрмін, па сканчэнні адбыў тэрмін", Act.TERM_SERVED, Manner.UNKNOWN, Exile.UNKNOWN),
        ("handed over in Vilnius", Act.UNKNOWN, Manner.HANDED_OVER, Exile.UNKNOWN),
        ("pardoned and expelled to Ukraine, forced exile", Act.PARDON, Manner.EXPELLED, Exile.FORCED),
        ("по амнистии", Act.AMNESTY, Manner.UNKNOWN, Exile.UNKNOWN),
        ("журналист", Act.UNKNOWN, Manner.UNKNOWN, Exile.UNKNOWN),
    ],
)
def test_words_of_a_release_are_act_manner_and_exile_apart(words: str, act: Act, manner: Manner, exile: Exile) -> None:
    freed = freed_by(words)
    assert (freed.act, freed.manner, freed.exile) == (act, manner, exile)


def test_what_is_read_beside_a_name_keeps_the_printed_words() -> None:
    (row,) = rows("Иван Листопол, 45 лет, ст. 342, гражданин Литвы, лечится")
    assert [one.printed for one in row.beside] == ["45 лет", "ст. 342", "гражданин Литвы"]
    assert row.text == "Иван Листопол" and "лечится" in row.remark
