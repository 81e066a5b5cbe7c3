"""Cells as lists, news and messages really have them: what stands around a name is no part of it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.names import Asked, Known, NameIndex, Verdict, same_name
from habeas.names.cell import without_surroundings
from habeas.names.parts import parts_of

# Invented people.
PEOPLE = (
    "Сяргей Казлоў",
    "Ганна Пятрова",
    "Мікіта Зарэцкі",
    "Васіль Драздоў",
    "Сямён Ёлкін",
    "Віктар Бабіцкі",
    "Аляксандр Зотаў",
    "Виктория Дель",
    "გიორგი მელაძე",
    "سمير قاسم",
)
FULL = PEOPLE[:7]
INDEX = NameIndex.build(Known(name, name) for name in PEOPLE)

FOUND = {
    # Digits that were letters, and the other way round.
    "Сяргей Каз1оў": "Сяргей Казлоў",
    "Сергей К0злов": "Сяргей Казлоў",
    "Вас1ль Драздоў": "Васіль Драздоў",
    "3арецкий Никита": "Мікіта Зарэцкі",
    "3oтoв Aлeкcaндp": "Аляксандр Зотаў",
    # What stands behind a name.
    "Козлов Сергей, 45 лет, Минск": "Сяргей Казлоў",
    "Козлов Сергей (1979 г.р.), г. Гомель": "Сяргей Казлоў",
    "Козлов Сергей 1979 Минск": "Сяргей Казлоў",
    "Сергей Козлов — Могилев": "Сяргей Казлоў",
    "Виктор Бабицкий, банкир": "Віктар Бабіцкі",
    "Никита Зарецкий <nik@news.example>": "Мікіта Зарэцкі",
    # What stands before and around it.
    "12. Зарецкий Никита": "Мікіта Зарэцкі",
    "№12 Зарецкий Никита": "Мікіта Зарэцкі",
    "12Зарецкий Никита": "Мікіта Зарэцкі",
    "<b>Никита Зарецкий</b>": "Мікіта Зарэцкі",
    "«Никита Зарецкий»": "Мікіта Зарэцкі",
    "🙂 Никита Зарецкий 🙏": "Мікіта Зарэцкі",
    'Никита "Ник" Зарецкий': "Мікіта Зарэцкі",
    "Mr. Nikita Zaretsky Jr.": "Мікіта Зарэцкі",
    # Marks, spaces, case.
    "Серге́й Козло́в": "Сяргей Казлоў",
    "Сер\u00adгей\u00a0Коз\u00adлов": "Сяргей Казлоў",
    "СЕРГЕЙ КОЗЛОВ": "Сяргей Казлоў",
    "Никита З а р е ц к и й": "Мікіта Зарэцкі",
    "НикитаЗарецкий": "Мікіта Зарэцкі",
    "Никита\nЗарецкий": "Мікіта Зарэцкі",
    "Семен Елкин": "Сямён Ёлкін",
    # A surname that is a small word elsewhere.
    "Del Viktoriya": "Виктория Дель",
    # Scripts that no table reads are found by themselves.
    "გიორგი მელაძე": "გიორგი მელაძე",
    "سمير قاسم": "سمير قاسم",
}


@pytest.mark.parametrize(("cell", "person"), FOUND.items())
def test_a_name_is_found_whatever_stands_around_it(cell: str, person: str) -> None:
    (answer,) = INDEX.answer_list([Asked(cell)])
    assert answer.verdict is Verdict.MATCH and answer.candidates[0].id == person


@pytest.mark.parametrize("cell", ["Козлов С.", "КОЗЛОВ С.В.", "С.В.Козлов", "Kozlov S.V.", "Козлов С. В. (Минск)"])
def test_an_initial_leaves_it_to_an_editor(cell: str) -> None:
    (answer,) = INDEX.answer_list([Asked(cell)])
    assert answer.verdict is Verdict.UNCLEAR and answer.candidates[0].id == "Сяргей Казлоў"


@pytest.mark.parametrize(
    "cell", ["", "  ", "😀", "\x00\x01", "—", "12", "=cmd()", "' OR 1=1 --", "王小明", "כהן דוד", "Κώστας Παππάς"]
)
def test_what_names_nobody_finds_nobody(cell: str) -> None:
    (answer,) = INDEX.answer_list([Asked(cell)])
    assert answer.verdict is Verdict.ABSENT


@pytest.mark.parametrize(
    "cell",
    [
        "Unknown",
        "unknown (2)",
        "N/A",
        "5 foreigners",
        "и ещё двое",
        "і яшчэ двое",
        "и др.",
        "Неизвестный",
        "невядомая",
        "имя неизвестно",
        "двое граждан",
        "brak danych",
        "3 others",
        "И",
        "я",
        "?!",
        "\u200b\u202e\u2067",
        "\u0301\u0300",
    ],
)
def test_a_cell_that_says_that_nobody_is_named_meets_no_other_such_cell(cell: str) -> None:
    index = NameIndex.build([Known("same", cell), Known("ivan", "Іван Ешчанка"), Known("dvoe", "Ян Двойнік")])
    (answer,) = index.answer_list([Asked(cell)])
    assert answer.verdict is not Verdict.MATCH
    assert all(one.probability < 0.2 for one in answer.candidates)


@pytest.mark.parametrize(
    "cell", ["Сын Ткач", "Один Ежи", "Мария Нет", "Аноним Ян", "Ещё Пётр", "А. Борн", "Nan Goldin", "Ur Jan"]
)
def test_a_name_with_such_a_word_in_it_is_still_a_name(cell: str) -> None:
    assert parts_of(cell)


_ODD = st.text(
    st.one_of(
        st.sampled_from("аяёіўьАЯ'’- ()[]«»\"/.,;:|\t\n\r\x00\x1f0123456789"),
        st.sampled_from("\u00ad\u200b\u200d\u200e\u200f\u202e\u2066\ufeff\u0301\u0489\ufdfd\U0001f642\U000e0041"),
        st.characters(),
    ),
    max_size=60,
)
_HIDDEN = st.text(
    st.sampled_from("\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202c\u2066\u2069\ufeff\x00\x07"),
    min_size=1,
    max_size=4,
)


@given(_ODD, _ODD)
def test_any_two_cells_are_answered(held: str, cell: str) -> None:
    (answer,) = NameIndex.build([Known("held", held), *(Known(name, name) for name in PEOPLE)]).answer_list(
        [Asked(cell)]
    )
    assert sum(one.probability for one in answer.candidates) <= 1.000001
    assert 0 <= same_name(held, cell) <= 1


@given(st.sampled_from(PEOPLE), st.data())
def test_hidden_marks_anywhere_change_nothing(name: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(name)))
    marked = name[:at] + data.draw(_HIDDEN) + name[at:]
    assert [one.id for one in INDEX.find(Asked(marked))] == [one.id for one in INDEX.find(Asked(name))]


@given(
    st.sampled_from(FULL), st.sampled_from(["", ", 45 лет", " (1979)", " — Минск", "\n", " 🙂"]), st.integers(0, 999)
)
def test_number_before_and_age_behind_bring_nobody_else(name: str, behind: str, number: int) -> None:
    assert INDEX.find(Asked(f"{number}. {name}{behind}"))[0].id == name


@pytest.mark.parametrize(
    "cell",
    [
        "а" * 10_000,
        "Иванов " * 3_000,
        "(" * 10_000,
        "а-" * 5_000,
        "1, " * 5_000,
        "а " * 5_000,
        "née " * 25_000,
        "Иванов " * 15_000,
    ],
)
def test_a_page_pasted_into_a_cell_costs_no_time(cell: str) -> None:
    began = time.perf_counter()
    INDEX.answer_list([Asked(cell)])
    assert time.perf_counter() - began < 0.5


@pytest.mark.parametrize(
    ("cell", "given", "surnames"),
    [
        ("García López, Ana", "ana", ("garcía", "lópez")),
        ("ZARETSKY, Nikita", "nikita", ("zaretsky",)),
        ("Наталья Зайкова (Петрова)", "наталья", ("зайкова", "петрова")),
        ("Никита (Ник) Зарецкий", "никита", ("зарецкий",)),
    ],
)
def test_a_comma_or_bracket_within_a_name_cuts_nothing_off(cell: str, given: str, surnames: tuple[str, ...]) -> None:
    best = parts_of(cell)[0]
    assert (best.given, best.surnames) == (given, surnames)


def test_a_surname_that_holds_a_hyphen_or_a_digit_is_whole() -> None:
    assert without_surroundings("Полина Шаренда-Панасюк") == "Полина Шаренда-Панасюк"
    assert without_surroundings("3арецкий Никита") == "3арецкий Никита"


def test_marks_lost_from_a_latin_spelling_still_bring_the_person_first() -> None:
    lost = NameIndex.build([Known("h", "Дзмітрый Хэрранка"), Known("a", "Марына Ашкчук"), Known("o", "Ягор Фаранка")])
    assert [lost.find(Asked(name))[0].id for name in ("Dzmitryj Cherranka", "Maryna Askcuk")] == ["h", "a"]
