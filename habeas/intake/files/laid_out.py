"""Pages that were laid out for the eye: names in columns, tables without lines, and what stands on each page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from habeas.intake.files.columns import ColumnMap, by_heads
from habeas.intake.files.contents import COLUMNS, Block, PrintedRow
from habeas.intake.files.heads import DEEPEST, head_row
from habeas.intake.files.likeness import is_name, share_of_names, spell_one_name
from habeas.intake.files.name_parts import name_in
from habeas.intake.files.remarks import is_page_number
from habeas.intake.files.visible import shortened, visible
from habeas.problems import Problem

_MOSTLY = 0.5
_LEAST = 2
_EDGE = 3
_NUMBER = re.compile(r"\W*\d{1,5}\W*\Z")


def without_furniture(blocks: Sequence[Block], path: Path, problems: list[Problem]) -> Iterator[Block]:
    """Without the lines that stand at the edge of each page, numbers apart: heads and feet of pages."""
    on_page: dict[int, list[PrintedRow]] = {}
    for row in (row for block in blocks for row in block.rows):
        on_page.setdefault(row.spot.page, []).append(row)
    edges = {page: (*rows[:_EDGE], *rows[-_EDGE:]) for page, rows in on_page.items()}
    pages: dict[str, set[int]] = {}
    for row in (row for edge in edges.values() for row in edge if _is_one(row)):
        pages.setdefault(_masked(row), set()).add(row.spot.page)
    often = {words for words, on in pages.items() if words and len(on) > 1 and len(on) * 2 > len(on_page)}
    for words in sorted(often):
        problems.append(
            Problem(
                path.name,
                f"“{shortened(words.replace('0', '#'), 60)}” stands on {len(pages[words])} pages and was passed over.",
                "It is no row of the list.",
            )
        )
    dropped = {
        (row.spot, row.cells) for edge in edges.values() for row in edge if _is_one(row) and _masked(row) in often
    }
    for block in blocks:
        if rows := tuple(row for row in block.rows if (row.spot, row.cells) not in dropped):
            yield replace(block, rows=rows)


def as_lists(block: Block) -> Sequence[Block]:
    """Words in columns as what they are: several columns of names one after the other, a table, or running lines."""
    if block.title != COLUMNS:
        return [_one_after_the_other(block)]
    block = _with_whole_heads(block)
    narrow = _numbers_joined(block)
    if _width(narrow) > 1 and all(_is_names(narrow, at) for at in range(_width(narrow))):
        return [Block(False, tuple(_column_by_column(narrow)))]
    if by_heads(block) or any(_is_names(narrow, at) for at in range(_width(narrow))):
        return [block]
    return [Block(False, tuple(replace(row, cells=(" ".join(filter(None, row.cells)),)) for row in block.rows))]


def _one_after_the_other(block: Block) -> Block:
    """A table without heads that only sets names side by side is a list; a name in two scripts is one person's."""
    if not block.table or by_heads(block):
        return block
    narrow = _numbers_joined(block)
    if _width(narrow) < 2 or not all(_is_names(narrow, at) for at in range(_width(narrow))):
        return block
    pairs = [[name_in(cell) for cell in row.cells if cell.strip()] for row in narrow.rows]
    if sum(len(names) > 1 and spell_one_name(names) for names in pairs) * 2 > len(pairs):
        return block
    return Block(False, tuple(_column_by_column(narrow)))


def _with_whole_heads(block: Block) -> Block:
    """Heads that are broken over lines as one row: what goes on has no number, no figures, and begins small."""
    rows = list(block.rows)
    found = head_row([row.cells for row in rows[:DEEPEST]])
    at = found[0] if found else len(rows)
    while at < len(rows) and all(_is_rest(cell) for cell in rows[at].cells if cell):
        rows[at - 1] = _joined(rows[at - 1], rows.pop(at), " ")
    return replace(block, rows=tuple(rows))


def _is_rest(cell: str) -> bool:
    return cell[0].islower() and not any(map(str.isdigit, cell))


def whole_rows(block: Block, by: ColumnMap) -> Block:
    """Rows that were broken over lines as one again, where the table has no lines around its cells."""
    if block.title != COLUMNS or len(block.rows) <= by.head:
        return block
    rows = [list(block.rows[: by.head]), list[PrintedRow]()]
    numbered = sum(bool(_NUMBER.match(row.cells[0])) for row in block.rows[by.head :]) * 2 > len(block.rows) - by.head
    name = _place(block, by)
    for row in block.rows[by.head :]:
        begins = bool(row.cells[0].strip()) if numbered else bool(row.cells[name].strip())
        if begins or not rows[1] or _alone(row) or is_page_number("".join(row.cells)):
            rows[1].append(row)
        else:
            rows[1][-1] = _joined(rows[1][-1], row)
    return replace(block, rows=(*rows[0], *rows[1]))


def _joined(above: PrintedRow, below: PrintedRow, mark: str = "\n") -> PrintedRow:
    cells = (mark.join(filter(None, pair)) for pair in zip(above.cells, below.cells, strict=True))
    return replace(above, cells=tuple(cells))


def _place(block: Block, by: ColumnMap) -> int:
    column = by.name[0]
    if column.startswith("#") and column[1:].isdecimal():
        return min(int(column[1:]), _width(block)) - 1
    heads = [visible(cell) for cell in block.rows[by.head - 1].cells]
    return heads.index(column) if column in heads else 0


def _column_by_column(block: Block) -> Iterator[PrintedRow]:
    """What stands above and below the columns stays there; a column may be longer than those beside it."""
    beside = [at for at, row in enumerate(block.rows) if sum(map(bool, row.cells)) > 1]
    first, last = beside[0], beside[-1]
    longer = [row for row in block.rows[last + 1 :] if is_name(name_in("".join(row.cells)))]
    yield from (_line(row, "".join(row.cells)) for row in block.rows[:first])
    for at in range(_width(block)):
        yield from (_line(row, row.cells[at]) for row in (*block.rows[first : last + 1], *longer) if row.cells[at])
    yield from (_line(row, "".join(row.cells)) for row in block.rows[last + 1 :] if row not in longer)


def _line(row: PrintedRow, words: str) -> PrintedRow:
    return replace(row, cells=(words,))


def _is_names(block: Block, at: int) -> bool:
    told = [name_in(row.cells[at]) for row in block.rows if row.cells[at] and not _alone(row)]
    return len(told) >= _LEAST and share_of_names(told) >= _MOSTLY


def _numbers_joined(block: Block) -> Block:
    """A column of nothing but numbers is the beginning of the one that follows."""
    columns = list(zip(*(row.cells for row in block.rows), strict=True))
    numbers = [any(cells) and all(_NUMBER.match(cell) for cell in cells if cell) for cells in columns]
    rows = []
    for row in block.rows:
        cells, before = list[str](), ""
        for cell, is_number in zip(row.cells, numbers, strict=True):
            if is_number:
                before = f"{cell} " if cell else ""
            else:
                cells.append(f"{before}{cell}" if cell else "")
                before = ""
        rows.append(replace(row, cells=tuple(cells)))
    return replace(block, rows=tuple(rows))


def _alone(row: PrintedRow) -> bool:
    """A line that spans the page: it has words in its first column alone."""
    return bool(row.cells[0].strip()) and not any(cell.strip() for cell in row.cells[1:])


def _is_one(row: PrintedRow) -> bool:
    return sum(bool(cell.strip()) for cell in row.cells) == 1


def _masked(row: PrintedRow) -> str:
    return re.sub(r"\d+", "0", visible("".join(row.cells)))


def _width(block: Block) -> int:
    return max(len(row.cells) for row in block.rows)
