"""Which column of a table gives what: by the map that an editor wrote, by what stands over it, or by its cells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from habeas.delimited import Table
from habeas.domain.dates import PartialDate
from habeas.domain.words import Gender
from habeas.intake.files.contents import Block
from habeas.intake.files.days import DayOrder, read_day
from habeas.intake.files.heads import DEEPEST, head_row, meaning, plain_head
from habeas.intake.files.likeness import share_of_names
from habeas.intake.files.name_parts import name_in
from habeas.intake.files.visible import visible
from habeas.problems import BadInput, Problem

SINGLE = ("patronymic", "born", "age", "gender", "citizenship", "articles", "stage", "release")
_FEMALE = ("f", "female", "w", "woman", "ж", "жен", "жен.", "женский", "жаночы", "жін", "жіноча", "k", "kobieta")
_MALE = ("m", "male", "man", "м", "муж", "муж.", "мужской", "мужчынскі", "чол", "чоловіча", "mężczyzna")
_UNTOLD = re.compile(
    r"\W*|n\W?/?\W?[ad]\W?|н\W?/?\W?[двзя]\W?|unknown|not known|none|null|нет(?: данных)?|не ?изв\w*"
    r"|неизвестн\w*|няма(?: звестак)?|не ?вядом\w*|невідом\w*|немає|brak|nieznan\w*|nėra",
    re.IGNORECASE,
)
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
    sheets: tuple[str, ...] = ()
    head: int = 1
    order: DayOrder = DayOrder.DAY_FIRST
    country: str = ""
    why: tuple[tuple[str, str], ...] = ()


def suggest(block: Block) -> ColumnMap | None:
    """The map by the headings of the block, else by what its cells look like; None if no column has names."""
    return by_heads(block) or by_cells(block)


def by_heads(block: Block) -> ColumnMap | None:
    found = head_row([row.cells for row in block.rows[:DEEPEST]])
    if found is None:
        return None
    at, told = found
    called = _called([visible(cell) for cell in block.rows[at - 1].cells], told)
    names = _name_columns(told)
    single = {what: called[told.index(what)] if what in told else "" for what in SINGLE}
    remark = tuple(called[spot] for spot, what in enumerate(told) if what == "remark")
    used = [*(called[spot] for spot in names), *filter(None, single.values()), *remark]
    by = ColumnMap(
        tuple(called[spot] for spot in names),
        remark=remark,
        head=at,
        why=tuple((column, "by its heading") for column in used),
    )
    return with_columns(by, single)


def _called(heads: Sequence[str], told: Sequence[str]) -> list[str]:
    """Each column by its head, or by its place where it has none or shares it."""
    heads = [*heads, *[""] * (len(told) - len(heads))]
    once = {head for head in heads if heads.count(head) == 1}
    return [
        head if head and head in once and what == meaning(head) else f"#{at}"
        for at, (head, what) in enumerate(zip(heads, told, strict=False), 1)
    ]


def by_cells(block: Block) -> ColumnMap | None:
    """The column most of whose cells are names; at least three, so that no chance decides."""
    rows = [row.cells for row in block.rows[:_SAMPLE]]
    width = max(map(len, rows), default=0)
    told = [[name_in(row[at]) for row in rows if at < len(row) and row[at].strip()] for at in range(width)]
    shares = [share_of_names(cells) if len(cells) >= 3 else 0.0 for cells in told]
    best = max(range(width), key=shares.__getitem__, default=0)
    if not width or shares[best] < _ENOUGH:
        return None
    first = rows[0]
    headed = len(first) > best and not share_of_names([name_in(first[best])]) and len(set(first)) > 1
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
    heads = [plain_head(cell) for cell in header]
    found: dict[str, int] = {}
    for column in columns_of(by):
        if column.startswith("#") and column[1:].isdecimal() and 0 < int(column[1:]) <= width:
            found[column] = int(column[1:]) - 1
        elif plain_head(column) in heads:
            found[column] = heads.index(plain_head(column))
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
    return replace(by, sheets=(sheet,) if sheet else ())


def birth_of(
    cell: str, where: str, problems: list[Problem], order: DayOrder = DayOrder.DAY_FIRST
) -> PartialDate | None:
    """The year alone: the day of a birth stays in the archived file, since what is kept here may come to be shown."""
    if _UNTOLD.fullmatch(cell):
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


def _name_columns(told: Sequence[str]) -> tuple[int, ...]:
    if "surname" in told and "given" in told:
        return told.index("surname"), told.index("given")
    return (next(told.index(what) for what in ("name", "given", "surname") if what in told),)
