"""Several people in a row of a table: a name in each line of a cell, “A and B”, or given names beside one surname."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from habeas.intake.files.columns import ColumnMap
from habeas.intake.files.contents import PrintedRow
from habeas.intake.files.likeness import is_name, spell_one_name
from habeas.intake.files.name_parts import bare_of, name_in
from habeas.intake.files.plain import JOINS
from habeas.intake.files.remarks import PARTICLES
from habeas.intake.files.several import named_together, several_names
from habeas.intake.files.visible import visible
from habeas.names import people_in

# Within a line's end: a word that was broken goes on small, and the parts of a double surname after a hyphen.
_BROKEN = re.compile(
    rf"(?<=[^\W\d_])[-\u00ad]?\n(?!(?:{'|'.join(sorted(PARTICLES))})\b)(?=[a-zа-яёіўїєґ’'])|(?<=-)\n(?=[^\W\d_])"
)


def people_of(row: PrintedRow, by: ColumnMap, at: Mapping[str, int]) -> Iterator[PrintedRow]:
    """The row, or one for each person whom it names."""
    places = [at[column] for column in by.name if at[column] < len(row.cells)]
    if len(places) > 1:
        yield from _of_columns(row, places, at.get(by.patronymic))
    elif places:
        yield from _of_cell(row, places[0])
    else:
        yield row


def _of_columns(row: PrintedRow, places: Sequence[int], patronymic: int | None) -> Iterator[PrintedRow]:
    """A surname beside “Ivan and Anna”, or beside two lines; whose the one patronymic is, nothing tells."""
    told = [" & ".join(filter(None, map(visible, row.cells[place].split("\n")))) for place in places]
    names = people_in(" ".join(filter(None, told)))
    if len(names) < 2:
        yield row
        return
    for name in names:
        emptied = dict.fromkeys((*places, *(() if patronymic is None else (patronymic,))), "")
        yield _with_cells(row, emptied | {places[0]: name})


def _of_cell(row: PrintedRow, place: int) -> Iterator[PrintedRow]:
    lines = [line for line in row.cells[place].split("\n") if line.strip()]
    if together := _in_one_line(lines):
        yield from (_with_cells(row, {place: part}) for part in together)
        return
    if len(lines) < 2 or not all(is_name(name_in(line)) for line in lines):
        yield _with_cells(row, {place: _BROKEN.sub("", row.cells[place])})
        return
    parted = [[line for line in cell.split("\n") if line.strip()] for cell in row.cells]
    for which in range(len(lines)):
        cells = (told[which] if len(told) == len(lines) else cell for told, cell in zip(parted, row.cells, strict=True))
        yield replace(row, cells=tuple(cells))


def _in_one_line(lines: Sequence[str]) -> list[str]:
    """“A B and C D” in a cell is two people; “A B / C D” is too, unless it is one name in two spellings."""
    if len(lines) != 1:
        return []
    bare = bare_of(visible(lines[0]))
    found = several_names(bare)
    if found is None or found[0] or not all(is_name(name_in(part.name)) for part in found[1]):
        return [f"{part.name}; {part.details}" if part.details else part.name for part in named_together(bare)]
    names = [part.name for part in found[1]]
    one_name = not JOINS.search(lines[0]) and spell_one_name([name_in(name) for name in names])
    return [] if one_name else names


def _with_cells(row: PrintedRow, told: Mapping[int, str]) -> PrintedRow:
    return replace(row, cells=tuple(told.get(place, cell) for place, cell in enumerate(row.cells)))
