"""Which column of a table gives what: by the map that an editor wrote, by what stands over it, or by its cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from habeas.delimited import Table
from habeas.domain.dates import PartialDate
from habeas.domain.words import Gender
from habeas.intake.contents import Block
from habeas.intake.days import DayOrder, read_day
from habeas.intake.likeness import share_of_names
from habeas.intake.name_parts import bare_of, name_and_details
from habeas.intake.visible import visible
from habeas.problems import BadInput, Problem

# What people write over a column, lower case, in English, Russian, Belarusian, Ukrainian, Polish and Lithuanian.
HEADS: Mapping[str, tuple[str, ...]] = {
    "name": (
        "name", "names", "full name", "fullname", "person", "prisoner", "имя и фамилия", "фамилия и имя", "фио",
        "ф.и.о", "ф. и. о", "фамилия, имя", "фамилия имя", "имя фамилия", "фамилия имя отчество",
        "фамилия, имя, отчество", "имя", "імя і прозвішча", "прозвішча і імя", "прозвішча, імя", "прозвішча імя",
        "імя прозвішча", "піб", "п.і.б", "ім'я та прізвище", "ім’я та прізвище", "прізвище та ім'я",
        "прізвище, ім'я", "imię i nazwisko", "nazwisko i imię", "vardas, pavardė", "vardas ir pavardė",
        "vardas pavardė", "pavardė, vardas",
    ),
    "surname": ("surname", "last name", "family name", "фамилия", "прозвішча", "прізвище", "nazwisko", "pavardė"),
    "given": ("given name", "first name", "given names", "имя", "імя", "ім'я", "ім’я", "imię", "vardas"),
    "patronymic": ("patronymic", "middle name", "отчество", "імя па бацьку", "по батькові", "tėvavardis"),
    "born": (
        "birth_date", "birth date", "date of birth", "born", "year of birth", "birth year", "dob", "дата рождения",
        "год рождения", "г.р", "дата нараджэння", "год нараджэння", "дата народження", "рік народження",
        "data urodzenia", "rok urodzenia", "gimimo data", "gimimo metai",
    ),
    "age": ("age", "возраст", "узрост", "лет", "вік", "wiek", "amžius"),
    "gender": ("gender", "sex", "пол", "пол (м/ж)", "стать", "płeć", "lytis"),
    "citizenship": (
        "citizenship", "nationality", "гражданство", "грамадзянства", "громадянство", "obywatelstwo", "pilietybė",
    ),
    "articles": (
        "article", "articles", "charge", "charges", "статья", "статьи", "артыкул", "артыкулы", "стаття", "статті",
        "artykuł", "artykuły", "straipsnis",
    ),
    "stage": (
        "stage", "route", "destination", "where to", "handed over in", "handed over", "country of arrival", "этап",
        "маршрут", "куда", "передан", "передан в", "место передачи", "куды", "накірунак", "перададзены", "куди",
        "етап", "dokąd", "etap", "trasa", "maršrutas", "etapas",
    ),
    "release": (
        "release", "kind of release", "ground", "grounds", "how released", "legal act", "act", "manner",
        "основание", "как освобождён", "как освобожден", "вид освобождения", "падстава", "як вызвалены", "підстава",
        "podstawa", "pagrindas",
    ),
    "remark": (
        "note", "notes", "remark", "remarks", "comment", "примечание", "примечания", "комментарий", "заўвага",
        "заўвагі", "каментар", "примітка", "примітки", "uwagi", "pastabos", "town", "city", "город", "горад", "місто",
        "miasto", "miestas", "term", "sentence", "срок", "приговор", "тэрмін", "прысуд", "строк", "вирок", "wyrok",
    ),
}  # fmt: skip
SINGLE = ("patronymic", "born", "age", "gender", "citizenship", "articles", "stage", "release")
_FEMALE = ("f", "female", "w", "woman", "ж", "жен", "жен.", "женский", "жаночы", "жін", "жіноча", "k", "kobieta")
_MALE = ("m", "male", "man", "м", "муж", "муж.", "мужской", "мужчынскі", "чол", "чоловіча", "mężczyzna")
_DEEPEST_HEAD = 15
_SAMPLE = 200
_ENOUGH = 0.6


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """Columns by their heads, or as #1, #2 where there is none; `head` is the row of heads, 0 for no such row.

    `why` says of each column how it was found out: by the map, its heading or its cells.
    """

    name: tuple[str, ...]
    patronymic: str = ""
    born: str = ""
    age: str = ""
    gender: str = ""
    citizenship: str = ""
    articles: str = ""
    stage: str = ""
    release: str = ""
    remark: tuple[str, ...] = ()
    sheet: str = ""
    head: int = 1
    order: DayOrder = DayOrder.DAY_FIRST
    country: str = ""
    why: tuple[tuple[str, str], ...] = ()


def suggest(block: Block) -> ColumnMap | None:
    """The map by the headings of the block, else by what its cells look like; None if no column has names."""
    return by_heads(block) or by_cells(block)


def by_heads(block: Block) -> ColumnMap | None:
    for at, row in enumerate(block.rows[:_DEEPEST_HEAD], 1):
        heads = [_head(cell) for cell in row.cells]
        if names := _name_columns(heads):
            printed = [visible(cell) for cell in row.cells]
            single = {what: _of(heads, printed, what) for what in SINGLE}
            remark = tuple(printed[spot] for spot, head in enumerate(heads) if head in HEADS["remark"])
            used = [*(printed[spot] for spot in names), *filter(None, single.values()), *remark]
            why = tuple((column, "by its heading") for column in used)
            by = ColumnMap(tuple(printed[spot] for spot in names), remark=remark, head=at, why=why)
            return with_columns(by, single)
    return None


def by_cells(block: Block) -> ColumnMap | None:
    """The column most of whose cells are names; at least three, so that no chance decides."""
    rows = [row.cells for row in block.rows[:_SAMPLE]]
    width = max(map(len, rows), default=0)
    told = [[_name(row[at]) for row in rows if at < len(row) and row[at].strip()] for at in range(width)]
    shares = [share_of_names(cells) if len(cells) >= 3 else 0.0 for cells in told]
    best = max(range(width), key=shares.__getitem__, default=0)
    if not width or shares[best] < _ENOUGH:
        return None
    first = rows[0]
    headed = len(first) > best and not share_of_names([_name(first[best])]) and len(set(first)) > 1
    column = visible(first[best]) if headed and first[best].strip() else f"#{best + 1}"
    return ColumnMap((column,), head=int(headed), why=((column, f"{shares[best]:.0%} of its cells look like names"),))


def table_by(block: Block, by: ColumnMap, path: Path) -> tuple[Table, Mapping[str, int]]:
    """The rows below the head, and where each column of the map stands; BadInput if one isn't there."""
    start = by.head
    header = block.rows[start - 1].cells if start else ()
    below = block.rows[start:]
    table = Table(header, tuple(row.cells for row in below), tuple(row.spot.line for row in below))
    return table, positions(by, header, max((len(row.cells) for row in block.rows), default=0), path)


def positions(by: ColumnMap, header: Sequence[str], width: int, path: Path) -> dict[str, int]:
    heads = [_head(cell) for cell in header]
    found: dict[str, int] = {}
    for column in columns_of(by):
        if column.startswith("#") and column[1:].isdecimal() and 0 < int(column[1:]) <= width:
            found[column] = int(column[1:]) - 1
        elif _head(column) in heads:
            found[column] = heads.index(_head(column))
        else:
            known = ", ".join(f"“{visible(cell)[:40]}”" for cell in header[:30] if cell.strip())
            raise BadInput(
                f"{path}: there is no column “{column[:60]}”. Its columns are: {known or f'#1 to #{width}'}."
                f" Look at: habeas columns {path.name}"
            )
    return found


def columns_of(by: ColumnMap) -> tuple[str, ...]:
    return (*by.name, *by.remark, *filter(None, (getattr(by, what) for what in SINGLE)))


def with_columns(by: ColumnMap, single: Mapping[str, str]) -> ColumnMap:
    return replace(
        by,
        patronymic=single["patronymic"],
        born=single["born"],
        age=single["age"],
        gender=single["gender"],
        citizenship=single["citizenship"],
        articles=single["articles"],
        stage=single["stage"],
        release=single["release"],
    )


def with_sheet(by: ColumnMap, sheet: str) -> ColumnMap:
    return replace(by, sheet=sheet)


def birth_of(
    cell: str, where: str, problems: list[Problem], order: DayOrder = DayOrder.DAY_FIRST
) -> PartialDate | None:
    """The year alone: the day of a birth stays in the archived file, since what is kept here may come to be shown."""
    if not cell:
        return None
    try:
        day = read_day(cell, order)
    except BadInput as reason:
        problems.append(Problem(where, str(reason), "The row was taken without it."))
        return None
    first, last = day.first.year, day.last.year
    return PartialDate.parse(str(first) if first == last else f"{first}/{last}")


def gender_of(cell: str) -> Gender | None:
    low = cell.casefold()
    return Gender.FEMALE if low in _FEMALE else Gender.MALE if low in _MALE else None


def _name_columns(heads: Sequence[str]) -> tuple[int, ...]:
    surname, given = _at(heads, "surname"), _at(heads, "given")
    if surname is not None and given is not None and surname != given:
        return (surname, given)
    whole = _at(heads, "name")
    return () if whole is None else (whole,)


def _at(heads: Sequence[str], what: str) -> int | None:
    return next((heads.index(head) for head in HEADS[what] if head in heads), None)


def _of(heads: Sequence[str], printed: Sequence[str], what: str) -> str:
    at = _at(heads, what)
    return "" if at is None else printed[at]


def _head(cell: str) -> str:
    return visible(cell).casefold().strip(" .:*№#-–") or visible(cell).casefold()


def _name(cell: str) -> str:
    return name_and_details(bare_of(visible(cell)))[0]
