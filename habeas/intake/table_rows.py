"""The rows of a table by a map of its columns; a row that spans the table heads those under it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from habeas.domain.claims import Charged, HasNationality
from habeas.intake.beside import age_in, articles_in
from habeas.intake.columns import ColumnMap, birth_of, gender_of, table_by
from habeas.intake.contents import Block, PrintedRow
from habeas.intake.places_told import citizenship_in
from habeas.intake.headings import Heading, placed
from habeas.intake.name_parts import bare_of
from habeas.intake.plain import Context, person_row
from habeas.intake.release_words import freed_by, not_freed, says_anything, together
from habeas.intake.remarks import why_nobody
from habeas.intake.rows import Beside, Freed, Row
from habeas.intake.visible import shortened, visible
from habeas.problems import Problem


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of one row by the columns of the map."""

    by: ColumnMap
    at: Mapping[str, int]
    row: PrintedRow

    def of(self, column: str) -> str:
        place = self.at.get(column)
        return visible(self.row.cells[place]) if place is not None and place < len(self.row.cells) else ""

    def all(self, columns: tuple[str, ...]) -> str:
        return " ".join(filter(None, map(self.of, columns)))


def rows_of_table(
    path: Path, block: Block, by: ColumnMap, known: Context, problems: list[Problem], number: int = 0
) -> Iterator[Row]:
    """`number` is that of the last row before, where a table goes on from another page."""
    table, at = table_by(block, by, path)
    heading = Heading()
    for row in block.rows[by.head :]:
        if not any(cell.strip() for cell in row.cells) or (by.head and row.cells == table.header):
            continue
        number += 1
        spans = _spanning(row)
        if spans and (says_anything(freed_by(spans)) or not_freed(spans)):
            heading = heading.then(spans)
            yield Row(number, shortened(spans), spans, nobody="a heading or a remark", spot=row.spot)
            continue
        where = f"{path.name}, {row.spot}"
        yield placed(_row(Cells(by, at, row), known, where, problems), number, row.spot, heading)


def _spanning(row: PrintedRow) -> str:
    """The words of a row that has but one, perhaps repeated over the columns that it spans."""
    told = {visible(cell) for cell in row.cells if cell.strip()}
    return told.pop() if len(told) == 1 and len(row.cells) > 1 else ""


def _row(cells: Cells, known: Context, where: str, problems: list[Problem]) -> Row:
    by = cells.by
    known = replace(known, country=by.country or known.country)
    printed = cells.all(by.name)
    remark = cells.all(by.remark)
    row = person_row(bare_of(printed) if len(by.name) == 1 else printed, remark, known)
    if len(by.name) > 1:
        row = replace(
            row, name=printed, text=shortened(printed), nobody=why_nobody(printed, printed) if printed else ""
        )
    if not printed or row.nobody:
        why = "a name is missing" if not printed else row.nobody
        return replace(row, text=shortened(printed), name=printed, nobody=why, beside=(), remark="")
    patronymic = cells.of(by.patronymic)
    born = birth_of(cells.of(by.born), where, problems, by.order)
    return replace(
        row,
        patronymic=patronymic if len(patronymic) <= 60 else "",
        birth=born or row.birth,
        gender=gender_of(cells.of(by.gender)),
        beside=tuple(_beside(cells, row, known, born is not None)),
        freed=_freed(cells, row),
    )


def _beside(cells: Cells, row: Row, known: Context, born: bool) -> Iterator[Beside]:
    by = cells.by
    kinds = {type(one.claim) for one in row.beside}
    if not born and (aged := age_in(cells.of(by.age), known.day, told=True)):
        yield aged
    if (nation := citizenship_in(cells.of(by.citizenship), told=True)) and HasNationality not in kinds:
        yield Beside(HasNationality(nation), cells.of(by.citizenship)[:200])
    if (articles := articles_in(cells.of(by.articles), known.country)) and Charged not in kinds:
        yield Beside(Charged(articles), cells.of(by.articles)[:200])
    yield from row.beside


def _freed(cells: Cells, row: Row) -> Freed:
    by, freed = cells.by, row.freed
    if stage := cells.of(by.stage):
        freed = together(freed_by(stage, route=True), freed)
    if act := cells.of(by.release):
        told = freed_by(act)
        freed = together(told, freed) if says_anything(told) else freed
    return freed
