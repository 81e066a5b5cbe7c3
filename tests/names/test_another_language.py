"""A language that came by tables alone: Georgian, in its own letters, in Russian ones and in Latin."""

from __future__ import annotations

import pytest

from habeas.names import Asked, Known, NameIndex
from habeas.names.sounds import readers_of
from habeas.names.tables import tables

# Invented people.
INDEX = NameIndex.build(
    [
        Known("m", "Giorgi Meladze"),
        Known("s", "Гиорги Мелашвили"),
        Known("k", "თამარა კიკნაძე"),
        Known("n", "Марына Мяцельская"),
    ]
)


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("გიორგი მელაძე", "m"),
        ("Георгий Меладзе", "m"),
        ("მელაშვილი გიორგი", "s"),
        ("Giorgi Melashvili", "s"),
        ("Тамара Кикнадзе", "k"),
        ("Tamara Kiknadze", "k"),
    ],
)
def test_a_georgian_name_is_found_in_three_scripts(name: str, person: str) -> None:
    found = INDEX.find(Asked(name))
    assert found[0].id == person and found[0].probability > 0.9


def test_two_georgian_surnames_stay_two() -> None:
    assert INDEX.find(Asked("მელაძე გიორგი"))[0].id == "m"
    assert all(one.id != "m" or one.probability < 0.1 for one in INDEX.find(Asked("Мелашвили Георгий")))


def test_a_word_is_read_by_the_table_of_its_script_or_by_none() -> None:
    assert [reader.key for reader in readers_of("მელაძე")] == ["ka"]
    assert [reader.key for reader in readers_of("محمد")] == ["ar"]
    assert [reader.key for reader in readers_of("สมชาย")] == ["other"]


def test_cyrillic_tables_say_in_which_order_they_are_asked() -> None:
    assert tables().cyrillic == ("cyr_asia", "uk", "be", "ru")
