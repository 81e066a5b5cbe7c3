"""The rows of a table by a map of its columns; a row that spans the table heads those under it."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from habeas.domain.claims import Charged, HasNationality
from habeas.intake.files.beside import age_in, articles_in
from habeas.intake.files.columns import ColumnMap, birth_of, gender_of, table_by
from habeas.intake.files.contents import Block, PrintedRow
from habeas.intake.files.headings import Heading, is_heading, placed
from habeas.intake.files.heads import asks_whether_freed, meaning, plain_head
from habeas.intake.files.likeness import is_name
from habeas.intake.files.name_parts import bare_of, name_in
from habeas.intake.files.places_told import citizenship_in
from habeas.intake.files.plain import Context, person_row
from habeas.intake.files.release_words import freed_by, says_anything, together, why_denied
from habeas.intake.files.remarks import why_nobody
from habeas.intake.files.rows import Beside, Freed, Row
from habeas.intake.files.several_in_row import people_of
from habeas.intake.files.visible import shortened, visible
from habeas.problems import Problem

# In a column that tells of the release.
_NOT = re.compile(
    r"(?:n|no|not|not yet|held|in (?:custody|prison|jail)|detained|imprisoned|нет|не|под стражей"
    r"|в (?:заключении|колонии|тюрьме)|сидит|отбывает|не вызвален\w|пад вартай|у (?:зняволенні|калоніі|турме)|ні"
    r"|в ув.язненні|nie|więziony|ne)\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class About:
    """What holds for all rows of a table: the list's day and country, the heading above it, the row before it."""

    known: Context
    problems: list[Problem]
    heading: Heading = field(default_factory=Heading)
    number: int = 0


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of one row by the columns of the map."""

    by: ColumnMap
    at: Mapping[str, int]
    row: PrintedRow
    asks: str = ""
    """The head of a column that asks whether somebody was freed, and is filled for others."""

    def of(self, column: str) -> str:
        return visible(self.printed(column))

    def printed(self, column: str) -> str:
        """With the ends of its lines."""
        place = self.at.get(column)
        return self.row.cells[place] if place is not None and place < len(self.row.cells) else ""

    def all(self, columns: tuple[str, ...]) -> str:
        return " ".join(filter(None, map(self.of, columns)))


def rows_of_table(path: Path, block: Block, by: ColumnMap, about: About) -> Generator[Row, None, About]:
    """What holds after the table is returned: its last heading and its last number."""
    table, at = table_by(block, by, path)
    heading, number, asks = about.heading, about.number, _asks(block, by, at)
    for row in block.rows[: max(by.head - 1, 0)]:
        if title := _above(row):
            number += 1
            heading = heading.then(title) if is_heading(title) else heading
            yield Row(number, shortened(title), title, nobody=_why_above(), spot=row.spot)
    for row in block.rows[by.head :]:
        if _says_nothing(row) or (by.head and _alike(row.cells, table.header)):
            continue
        spans = _spanning(row)
        if spans and (is_heading(spans) or _is_beside(spans, row, by, at)):
            number += 1
            heading = heading.then(spans) if is_heading(spans) else heading
            yield Row(number, shortened(spans), spans, nobody="a heading or a remark", spot=row.spot)
            continue
        for one in people_of(row, by, at):
            number += 1
            where = f"{path.name}, {row.spot}"
            yield placed(_row(Cells(by, at, one, asks), about.known, where, about.problems), number, row.spot, heading)
    return replace(about, heading=heading, number=number)


def _why_above() -> str:
    return "stands above the heads of the columns"


def _why_missing() -> str:
    return "a name is missing"


def _above(row: PrintedRow) -> str:
    """What stands above the heads; empty for an upper row of heads."""
    return "" if any(map(meaning, row.cells)) else visible(" ".join(dict.fromkeys(row.cells)))


def _says_nothing(row: PrintedRow) -> bool:
    """An empty row, or the line that is drawn under the heads of a table in text."""
    told = [cell.strip() for cell in row.cells if cell.strip()]
    return not told or all(re.fullmatch(r":?-{2,}:?", cell) for cell in told)


def _is_beside(words: str, row: PrintedRow, by: ColumnMap, at: Mapping[str, int]) -> bool:
    """Words alone in their row, in front of the names and none themselves, such as the prison of those below."""
    first = next((spot for spot, cell in enumerate(row.cells) if cell.strip()), 0)
    apart = first < min((at[column] for column in by.name), default=0) and not is_name(name_in(words))
    return apart and any(map(str.isalpha, words)) and not why_nobody(words, words).startswith("a total")


def _alike(cells: Sequence[str], header: Sequence[str]) -> bool:
    return [plain_head(cell) for cell in cells] == [plain_head(cell) for cell in header]


def _spanning(row: PrintedRow) -> str:
    """The words of a row that has but one, perhaps repeated over the columns that it spans."""
    told = {visible(cell) for cell in row.cells if cell.strip()}
    return told.pop() if len(told) == 1 and len(row.cells) > 1 else ""


def _row(cells: Cells, known: Context, where: str, problems: list[Problem]) -> Row:
    by = cells.by
    known = replace(known, country=by.country or known.country)
    printed = cells.all(by.name)
    row = person_row(bare_of(printed) if len(by.name) == 1 else printed, cells.all(by.remark), known)
    if not printed:
        words = visible(" ".join(cells.row.cells))
        why = why_nobody(words, words)
        # What stands beside a name that is missing may tell who it is; only a total is repeated.
        total = words if why.startswith("a total") else ""
        nobody = why if total else _why_missing()
        return replace(row, text=shortened(total), name=total, nobody=nobody, beside=(), remark="")
    if row.nobody:
        # A figure under the names is what the words before it count: “Women: | 2”.
        words = visible(" ".join(cells.row.cells))
        why = why_nobody(words, words)
        text, nobody = (words, why) if why.startswith("a total") else (printed, row.nobody)
        return replace(row, text=shortened(text), name=text, nobody=nobody, beside=(), remark="")
    patronymic = cells.of(by.patronymic)
    born = birth_of(cells.of(by.born), where, problems, by.order)
    return replace(
        row,
        patronymic=patronymic if len(patronymic) <= 60 else "",
        birth=born or row.birth,
        gender=gender_of(cells.of(by.gender)),
        nobody=cells.row.aside or _why_denied(cells),
        beside=tuple(_beside(cells, row, known, born is not None)),
        freed=_freed(cells, row),
    )


def _why_denied(cells: Cells) -> str:
    """Whatever column says that somebody is still held, nobody is taken for free against it."""
    if cells.asks and not _says_so(cells.of(cells.by.release)):
        return f"its column “{shortened(cells.asks, 60)}” doesn't say so"
    if _NOT.fullmatch(cells.of(cells.by.release)):
        return f"its own words say “{cells.of(cells.by.release)}”"
    names = {cells.at[column] for column in cells.by.name}
    others = (visible(cell) for spot, cell in enumerate(cells.row.cells) if spot not in names)
    return why_denied("; ".join(filter(None, others)))


def _asks(block: Block, by: ColumnMap, at: Mapping[str, int]) -> str:
    """A column of days of release that is filled for some tells by its gaps who isn't free."""
    if not by.head or by.release not in at:
        return ""
    place = at[by.release]
    head = visible(block.rows[by.head - 1].cells[place])
    filled = (visible(row.cells[place]) for row in block.rows[by.head :] if place < len(row.cells))
    said = any(map(_says_so, filled))
    return head if said and asks_whether_freed(head) else ""


def _says_so(cell: str) -> bool:
    """A day, a tick, yes: anything but a dash or a question."""
    return any(letter.isalnum() or letter in "+✓✔✅" for letter in cell)


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
