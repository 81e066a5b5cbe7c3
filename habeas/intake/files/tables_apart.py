"""Several tables in what comes as one: beside each other, or below each other with heads of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from habeas.intake.files.contents import Block, PrintedRow
from habeas.intake.files.heads import DEEPEST, has_name, head_row, meaning, plain_head
from habeas.intake.files.visible import visible


def tables_apart(block: Block) -> tuple[Block, ...]:
    """The tables of a sheet or text in their order: from the left, and in each place from the top."""
    return tuple(part for one in _side_by_side(block) for part in _one_below_the_other(one))


def _side_by_side(block: Block) -> list[Block]:
    """Parted where the heads begin again: № | ФИО | № | ФИО."""
    found = head_row([row.cells for row in block.rows[:DEEPEST]])
    place = _begins_again(block.rows[found[0] - 1].cells) if found else 0
    if not place:
        return [block]
    left, right = _columns(block, 0, place), _columns(block, place, None)
    return [left, *_side_by_side(right)]


def _begins_again(heads: Sequence[str]) -> int:
    """The column in which the same heads begin anew, counted from 0; 0 if they don't."""
    filled = [(at, plain_head(head)) for at, head in enumerate(heads) if visible(head)]
    words = [head for _, head in filled]
    if not words or words.count(words[0]) < 2:
        return 0
    again = words.index(words[0], 1)
    same = words[again : 2 * again] == words[:again] and has_name([meaning(word) for word in words[:again]])
    return filled[again][0] if same else 0


def _columns(block: Block, first: int, last: int | None) -> Block:
    """Of a row with one cell alone, which heads all that is below it, each part keeps that cell."""
    rows = (replace(row, cells=row.cells[first:last]) for row in block.rows)
    kept = [
        replace(part, cells=(row.cells[0], *part.cells[1:])) if first and _spans(row) else part
        for row, part in zip(block.rows, rows, strict=True)
    ]
    return replace(block, rows=tuple(row for row in kept if any(cell.strip() for cell in row.cells)))


def _spans(row: PrintedRow) -> bool:
    return bool(row.cells[0].strip()) and not any(cell.strip() for cell in row.cells[1:])


def _one_below_the_other(block: Block) -> list[Block]:
    """Cut above each further row of heads that differs from the one before, and above the titles over it."""
    starts, before = [0], list[str]()
    for at, row in enumerate(block.rows):
        heads = [plain_head(cell) for cell in row.cells if visible(cell)]
        if not _is_heads(row) or heads == before:
            continue
        if before and not _is_heads(block.rows[at - 1]):
            starts.append(_with_titles(block.rows, at))
        before = heads
    ends = [*starts[1:], len(block.rows)]
    return [replace(block, rows=block.rows[start:end]) for start, end in zip(starts, ends, strict=True)]


def _is_heads(row: PrintedRow) -> bool:
    """Several words that we know over columns, one of them over names, and no figures."""
    filled = [cell for cell in row.cells if visible(cell)]
    told = [meaning(cell) for cell in filled]
    known = sum(map(bool, told))
    return has_name(told) and known > 1 and known * 2 >= len(filled) and not any(map(_has_figures, filled))


def _has_figures(cell: str) -> bool:
    return any(map(str.isdigit, cell))


def _with_titles(rows: Sequence[PrintedRow], at: int) -> int:
    while at > 1 and _is_alone(rows[at - 1]):
        at -= 1
    return at


def _is_alone(row: PrintedRow) -> bool:
    return sum(bool(cell.strip()) for cell in row.cells) == 1
