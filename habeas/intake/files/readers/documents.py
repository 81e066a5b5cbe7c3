"""A Word document: its tables and its paragraphs, in their order."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from habeas.intake.files.contents import Block, PrintedRow, Spot
from habeas.intake.files.visible import visible

_WIDEST = 200
_COPY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
STRUCK = "it is struck through"


def read(data: bytes) -> Iterator[Block]:
    body = Document(io.BytesIO(data)).element.body
    lines: list[PrintedRow] = []
    for at, part in enumerate(body.iterchildren(), 1):
        if part.tag == qn("w:tbl"):
            if lines:
                yield Block(False, tuple(lines))
                lines = []
            yield from _tables(part)
        elif part.tag in (qn("w:p"), qn("w:sdt")):
            aside = _why_aside(part)
            lines += [PrintedRow((line,), Spot(line=at), aside) for line in _text(part).split("\n") if line.strip()]
    if lines:
        yield Block(False, tuple(lines))


def _tables(table: Any) -> Iterator[Block]:
    """A table, and after it those that stand within its cells; what only holds others is no table of its own."""
    within = [one for one in table.iter(qn("w:tbl")) if one is not table and _outer(one) is table]
    rows = tuple(_rows(table))
    if within:
        lines = (replace(row, cells=(cell,)) for row in rows for cell in row.cells if cell.strip())
        yield Block(False, tuple(lines))
    else:
        yield Block(True, rows)
    for one in within:
        yield from _tables(one)


def _outer(table: Any) -> Any:
    return next(table.iterancestors(qn("w:tbl")), None)


def _rows(table: Any) -> Iterator[PrintedRow]:
    down: dict[int, str] = {}
    for at, row in enumerate(table.iterchildren(qn("w:tr")), 1):
        cells: list[str] = []
        for cell in (one for one in row.iter(qn("w:tc")) if next(one.iterancestors(qn("w:tr"))) is row):
            # A cell that spans columns stands in the first alone, so that a row of one cell is known to head others.
            words = "\n".join(filter(None, map(visible, _text(cell).split("\n"))))
            place = len(cells)
            words = down.get(place, "") if _goes_down(cell) else words
            down[place] = words
            cells += [words, *[""] * (_span(cell) - 1)]
        if any(cells):
            yield PrintedRow(tuple(cells[:_WIDEST]), Spot(line=at), _why_aside(row))


def _span(cell: Any) -> int:
    said = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    number = "1" if said is None else said.get(qn("w:val"), "1")
    return min(int(number), _WIDEST) if number.isdecimal() and 0 < len(number) < 4 else 1


def _goes_down(cell: Any) -> bool:
    """Whether it only goes on from the cell above."""
    merged = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return merged is not None and merged.get(qn("w:val"), "continue") == "continue"


def _why_aside(element: Any) -> str:
    return STRUCK if _is_struck(element) else ""


def _is_struck(element: Any) -> bool:
    """Whether most of its letters are struck through, by whoever wrote it and not by a tracked change."""
    struck = letters = 0
    for run in element.iter(qn("w:r")):
        number = sum(letter.isalpha() for text in run.iter(qn("w:t")) for letter in text.text or "")
        letters += number
        struck += number if _has_strike(run) else 0
    return struck * 2 > letters


def _has_strike(run: Any) -> bool:
    marks = [mark for tag in ("w:strike", "w:dstrike") for mark in run.iter(qn(tag))]
    return any(mark.get(qn("w:val"), "1") not in ("0", "false", "none") for mark in marks)


def _text(element: Any) -> str:
    """What is read on paper; text that was struck in a tracked change is no text, and a raised number no word."""
    parts: list[str] = []
    for one in element.iter(qn("w:t"), qn("w:br"), qn("w:cr"), qn("w:tab"), qn("w:p")):
        if _is_elsewhere(one, element):
            continue
        if one.tag == qn("w:t"):
            parts.append("" if _is_raised(one) else one.text or "")
        else:
            parts.append("\t" if one.tag == qn("w:tab") else "\n")
    return "".join(parts).strip("\n")


def _is_elsewhere(one: Any, element: Any) -> bool:
    """Within a table in the element, which is read by itself, or in the copy of a text box for older programs."""
    for each in one.iterancestors():
        if each is element:
            return False
        if each.tag in (qn("w:tbl"), _COPY):
            return True
    return False


def _is_raised(text: Any) -> bool:
    marks = list(text.getparent().iter(qn("w:vertAlign"))) if text.getparent() is not None else []
    return any(mark.get(qn("w:val")) == "superscript" for mark in marks)
