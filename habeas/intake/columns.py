"""Which columns of a table give the name, the patronymic, the birth and the gender, by what stands over them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from habeas.delimited import Table
from habeas.domain.dates import PartialDate
from habeas.domain.words import Gender
from habeas.intake.days import read_day
from habeas.intake.remarks import why_nobody
from habeas.intake.rows import Reading, Row
from habeas.intake.visible import shortened, visible
from habeas.problems import BadInput, Problem

# What people write over a column, lower case, in English, Russian, Belarusian, Ukrainian, Polish and Lithuanian.
HEADS: Mapping[str, tuple[str, ...]] = {
    "name": (
        "name", "full name", "fullname", "person", "prisoner", "имя и фамилия", "фамилия и имя", "фио", "ф.и.о.",
        "ф. и. о.", "фамилия, имя", "фамилия имя отчество", "имя", "імя і прозвішча", "прозвішча і імя", 
        "прозвішча, імя",
        "піб", "п.і.б.", "ім'я та прізвище", "прізвище та ім'я", "imię i nazwisko", "nazwisko i imię",
        "vardas, pavardė", "vardas ir pavardė",
    ),
    "surname": ("surname", "last name", "family name", "фамилия", "прозвішча", "прізвище", "nazwisko", "pavardė"),
    "given": ("given name", "first name", "given names", "имя", "імя", "ім'я", "imię", "vardas"),
    "patronymic": ("patronymic", "middle name", "отчество", "імя па бацьку", "по батькові"),
    "birth": (
        "birth_date", "birth date", "date of birth", "born", "year of birth", "birth year", 
        "дата рождения", "год рождения",
        "дата нараджэння", "год нараджэння", "дата народження", "рік народження", "data urodzenia", "gimimo data",
    ),
    "gender": ("gender", "sex", "пол", "стать", "płeć", "lytis"),
}  # fmt: skip
_FEMALE = ("f", "female", "w", "woman", "ж", "жен", "жен.", "женский", "жаночы", "жін", "жіноча", "k", "kobieta")
_MALE = ("m", "male", "man", "м", "муж", "муж.", "мужской", "мужчынскі", "чол", "чоловіча", "mężczyzna")


def says_names(table: Table) -> bool:
    """Whether the header has a column of names, so that it is one and not the first row."""
    return bool(_name_columns(table))


def rows_of_table(path: Path, table: Table) -> Reading:
    columns = _name_columns(table)
    if not columns:
        found = ", ".join(shortened(visible(head), 40) for head in table.header[:30])
        raise BadInput(
            f"{path}: no column is called “name”. The columns found are: {found}."
            " Name the right one “name” in the first row."
        )
    problems: list[Problem] = []
    return Reading(tuple(_rows(path, table, columns, problems)), tuple(problems))


def _name_columns(table: Table) -> tuple[int, ...]:
    surname, given = _column(table, "surname"), _column(table, "given")
    if surname is not None and given is not None and surname != given:
        return (surname, given)
    whole = _column(table, "name")
    return () if whole is None else (whole,)


def _column(table: Table, what: str) -> int | None:
    heads = [visible(head).casefold() for head in table.header]
    return next((heads.index(head) for head in HEADS[what] if head in heads), None)


def _rows(path: Path, table: Table, columns: tuple[int, ...], problems: list[Problem]) -> Iterator[Row]:
    beside = {what: _column(table, what) for what in ("patronymic", "birth", "gender")}
    number = 0
    for line, cells in zip(table.lines, table.rows, strict=True):
        if not any(cell.strip() for cell in cells):
            continue
        number += 1
        printed = visible(" ".join(cells[at] for at in columns))
        cell = {what: "" if at is None else visible(cells[at]) for what, at in beside.items()}
        where = f"{path.name}, line {line}"
        yield Row(
            number=number,
            text=shortened(printed),
            name=printed,
            patronymic=cell["patronymic"] if len(cell["patronymic"]) <= 60 else "",
            birth=birth_of(cell["birth"], where, problems),
            gender=gender_of(cell["gender"]),
            nobody="a name is missing" if not printed else why_nobody(printed, printed),
        )


def birth_of(cell: str, where: str, problems: list[Problem]) -> PartialDate | None:
    """The year alone: the day of a birth stays in the archived file, since what is kept here may come to be shown."""
    if not cell:
        return None
    try:
        day = read_day(cell)
    except BadInput as reason:
        problems.append(Problem(where, str(reason), "The row was taken without it."))
        return None
    first, last = day.first.year, day.last.year
    return PartialDate.parse(str(first) if first == last else f"{first}/{last}")


def gender_of(cell: str) -> Gender | None:
    low = cell.casefold()
    return Gender.FEMALE if low in _FEMALE else Gender.MALE if low in _MALE else None
