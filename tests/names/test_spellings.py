"""Every spelling system writes the same surnames its own way, and all of them are read back."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest
import yaml

from habeas.names import tables
from habeas.names.compile import compile_tables
from habeas.names.levels import SurnameLevel
from habeas.names.sounds import forget
from habeas.names.surname import surname_level
from habeas.names.tables import COMPILED, FOLDER, read_tables
from scripts.render_names import PAGE, page

# One surname a row, in the systems of the columns; a dash where a system has no form of its own. Ordinary surnames.
TABLE = """
be ru be_passport be_bgn_1979 be_lacinka ru_press iso9 pl lt de fr
Ціханоўскі Тихановский Tsikhanouski Tsikhanowski Cichanoŭski Tikhanovsky Tihanovskij Cichanouski Cichanouskis Tichanowski Tikhanovski
Кавалёў Ковалёв Kavaliou Kavalyow Kavaloŭ Kovalyov Kovalëv Kawalou Kavaliovas Kowaljow Kovaliov
Каваленка Коваленко Kavalenka Kavalyenka Kavalenka Kovalenko Kovalenko Kawalenka Kavalenka Kowalenko Kovalenko
Дзмітрук Дмитрук Dzmitruk Dzmitruk Dźmitruk Dmitruk Dmitruk Dzmitruk Dmitrukas Dmitruk Dmitrouk
Шчарбакоў Щербаков Shcharbakou Shcharbakow Ščarbakoŭ Shcherbakov Ŝerbakov Szczarbakou Ščerbakovas Schtscherbakow Chtcherbakov
Жукаў Жуков Zhukau Zhukaw Žukaŭ Zhukov Žukov Żukau Žukovas Schukow Joukov
Статкевіч Статкевич Statkevich Statkyevich Statkievič Statkevich Statkevič Statkiewicz Statkevičius Statkewitsch Statkevitch
Харошка Хорошко Kharoshka Kharoshka Charoška Khoroshko Horoško Charoszka Charoška Choroschko Khorochko
Зайцаў Зайцев Zaitsau Zaytsaw Zajcaŭ Zaytsev Zajcev Zajcau Zaicevas - Zaïtsev
Навумаў Наумов Navumau Navumaw Navumaŭ Naumov Naumov Nawumau Naumovas Naumow Naoumov
Грыб Гриб Hryb Hryb Hryb Grib Grib Hryb Gribas Grib Grib
Юркевіч Юркевич Yurkevich Yurkyevich Jurkievič Yurkevich Ûrkevič Jurkiewicz Jurkevičius Jurkewitsch Iourkevitch
"""  # noqa: E501
ROWS = [line.split() for line in TABLE.strip().splitlines()]
SURNAMES = [dict(zip(ROWS[0], row, strict=True)) for row in ROWS[1:]]
SPELLINGS = [(row["be"], system, spelled) for row in SURNAMES for system, spelled in row.items() if spelled != "-"]
SYSTEMS = sorted((FOLDER / "systems").glob("*.yml"))


@pytest.mark.parametrize(("surname", "system", "spelled"), SPELLINGS)
@pytest.mark.parametrize("held", ["be", "ru"])
def test_a_surname_is_the_same_in_every_system(surname: str, system: str, spelled: str, held: str) -> None:
    (row,) = [row for row in SURNAMES if row["be"] == surname]
    level = surname_level(spelled.lower(), row[held].lower())
    assert level is not None and level <= SurnameLevel.INFLECTED, f"{system}: {spelled}"


def test_different_surnames_stay_apart_in_every_system() -> None:
    for (one, _, spelled), (other, _, elsewhere) in itertools.combinations(SPELLINGS, 2):
        if one != other:
            level = surname_level(spelled.lower(), elsewhere.lower())
            assert level is None or level > SurnameLevel.OTHER_GENDER, (spelled, elsewhere)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Іваноў", "Ivanouski"),
        ("Ковалёв", "Kavalenka"),
        ("Калеснік", "Kalesnikava"),
        ("Макарэвіч", "Макарович"),
        ("Захаревич", "Zakharovich"),
        ("Пятровіч", "Петренко"),
    ],
)
def test_surnames_of_one_root_are_two_families(one: str, other: str) -> None:
    level = surname_level(one.lower(), other.lower())
    assert level is None or level >= SurnameLevel.SLIP


@pytest.mark.parametrize(
    ("man", "woman"),
    [("Ціханоўскі", "Тихановская"), ("Калеснікаў", "Kalesnikava"), ("Толстой", "Толстая"), ("Лесин", "Lesina")],
)
def test_a_couple_bears_two_forms_of_one_surname(man: str, woman: str) -> None:
    assert surname_level(woman.lower(), man.lower()) in (SurnameLevel.OTHER_GENDER, SurnameLevel.INFLECTED)


@pytest.mark.parametrize("path", SYSTEMS, ids=lambda path: path.stem)
def test_a_spelling_system_names_its_source(path: Path) -> None:
    table = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert table["title"] and "http" in table["source"]
    assert (
        table["script"] in ("cyrillic", "latin", "georgian", "armenian", "ethiopic", "arabic")
        and len(table["letters"]) >= 32
    )


def test_the_compiled_tables_are_those_of_the_vocabulary() -> None:
    held = tables.tables()
    try:
        compiled = compile_tables()
    finally:
        tables.use(held)
        forget()
    assert compiled == json.loads(COMPILED.read_text(encoding="utf-8")), "run python -m habeas.names.compile"
    assert read_tables(compiled) == held


def test_the_tables_that_are_published_are_those_in_use() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run python scripts/render_names.py"
