"""Names of other peoples in the spellings that lists, courts and newspapers give them, in one register."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.names import Answer, Asked, Known, NameIndex, Verdict
from habeas.names.chinese import in_pinyin, joined_syllables
from habeas.names.joined import joined

FILES = [Path(__file__).with_name(name) for name in ("peoples.tsv", "peoples_kept.tsv")]
ROWS = [line.split("\t") for file in FILES for line in file.read_text(encoding="utf-8").splitlines()[4:]]
PEOPLE = sorted({row[0] for row in ROWS})


@pytest.fixture(scope="module")
def index() -> NameIndex:
    held = [(forms.split(" | ")[0], role) for _, role, forms in ROWS]
    return NameIndex.build(Known(name, name) for name, role in held if role != "out")


def answers(index: NameIndex, people: str, role: str) -> list[tuple[str, Answer]]:
    """Each form that is asked for, with whom it means; each is asked alone."""
    found = []
    for of, its_role, text in ROWS:
        forms = text.split(" | ")
        if (of, its_role) == (people, role):
            asked = forms[1:] if role == "in" else forms
            found += [(forms[0], index.answer_list([Asked(form)])[0]) for form in asked]
    return found


@pytest.mark.parametrize("people", PEOPLE)
def test_the_person_meant_comes_first_in_nearly_every_spelling(index: NameIndex, people: str) -> None:
    found = answers(index, people, "in")
    missed = [one.asked.name for right, one in found if not one.candidates or one.candidates[0].id != right]
    assert len(missed) <= max(1, len(found) // 8), missed


@pytest.mark.parametrize("people", PEOPLE)
def test_nobody_else_is_called_a_match(index: NameIndex, people: str) -> None:
    matched = [(right, one) for right, one in answers(index, people, "in") if one.verdict is Verdict.MATCH]
    assert all(one.candidates[0].id == right for right, one in matched)
    absent = [one for _, one in answers(index, people, "out")]
    assert not [one.asked.name for one in absent if one.verdict is Verdict.MATCH]


@pytest.mark.parametrize(
    ("printed", "pinyin"),
    [
        ("王晓明", "Wang Xiaoming"),
        ("王曉明", "Wang Xiaoming"),
        ("Ван Сяомин", "Wang Xiaoming"),
        ("Лю Сян", "Liu Xiang"),
    ],
)
def test_chinese_names_are_read_in_pinyin(printed: str, pinyin: str) -> None:
    assert in_pinyin(printed).strip() == pinyin


@pytest.mark.parametrize("name", ["Ян Кавалёў", "Юлия Ли Сафонова", "Иван Ванин", "Анна Дождевич"])
def test_a_slavic_name_with_a_chinese_syllable_stays_as_it_is(name: str) -> None:
    assert in_pinyin(name) == name


def test_only_syllables_of_one_name_are_joined() -> None:
    assert joined_syllables("Wang Xiao-ming") == "Wang Xiaoming"
    assert joined_syllables("Anna-Maria Berg") == "Anna-Maria Berg"


@pytest.mark.parametrize(
    "name", ["Abd al-Rahman Salih", "Abdel Rahman Salih", "Abdulrahman Salih", "Abd ar-Rahman Salih"]
)
def test_servants_of_god_are_one_word(name: str) -> None:
    assert joined(name).casefold() == "abdalrahman salih"


@pytest.mark.parametrize("name", ["Abdulov Ivan", "Абдулаев Руслан", "Алена Кавалёва", "Ma Thida"])
def test_other_words_are_left_as_they_are(name: str) -> None:
    assert joined(name) == name
