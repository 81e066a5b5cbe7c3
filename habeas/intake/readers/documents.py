"""A Word document: its tables and its paragraphs, in their order."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from habeas.intake.contents import Block, PrintedRow, Spot

_WIDEST = 200


def read(data: bytes) -> Iterator[Block]:
    body = Document(io.BytesIO(data)).element.body
    lines: list[PrintedRow] = []
    for at, part in enumerate(body.iterchildren(), 1):
        if part.tag == qn("w:tbl"):
            if lines:
                yield Block(False, tuple(lines))
                lines = []
            yield Block(True, tuple(_rows(part)))
        elif part.tag in (qn("w:p"), qn("w:sdt")):
            lines += [PrintedRow((line,), Spot(line=at)) for line in _text(part).split("\n") if line.strip()]
    if lines:
        yield Block(False, tuple(lines))


def _rows(table: Any) -> Iterator[PrintedRow]:
    for at, row in enumerate(table.iterchildren(qn("w:tr")), 1):
        cells = tuple(" ".join(_text(cell).split()) for cell in row.iter(qn("w:tc")))[:_WIDEST]
        if any(cells):
            yield PrintedRow(cells, Spot(line=at))


def _text(element: Any) -> str:
    """What is read on paper; text that was struck in a tracked change is no text."""
    parts: list[str] = []
    for one in element.iter(qn("w:t"), qn("w:br"), qn("w:cr"), qn("w:tab"), qn("w:p")):
        if one.tag == qn("w:t"):
            parts.append(one.text or "")
        else:
            parts.append("\t" if one.tag == qn("w:tab") else "\n")
    return "".join(parts).strip("\n")
