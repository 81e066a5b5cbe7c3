"""A PDF: the tables of each page where it has any with lines around the cells, and the lines of its text."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pdfplumber

from habeas.intake.contents import Block, PrintedRow, Spot
from habeas.intake.limits import MOST_PAGES
from habeas.problems import BadInput


def read(data: bytes) -> Iterator[Block]:
    logging.disable(logging.CRITICAL)
    with pdfplumber.open(io.BytesIO(data)) as document:
        if len(document.pages) > MOST_PAGES:
            raise BadInput(f"{len(document.pages)} pages are more than a list has. Save those with the names.")
        lines: list[PrintedRow] = []
        for number, page in enumerate(document.pages, 1):
            for table in page.extract_tables():
                yield Block(True, tuple(_rows(table, number)))
            for at, line in enumerate((page.extract_text() or "").split("\n"), 1):
                if line.strip():
                    lines.append(PrintedRow((line.strip(),), Spot(page=number, line=at)))
            page.close()
    if not lines:
        raise BadInput(
            "it holds no text, only pictures of it. Type the names into a text file, one a line, and keep the PDF"
            " with: habeas source add --file."
        )
    yield Block(False, tuple(lines))


def _rows(table: list[list[str | None]], page: int) -> Iterator[PrintedRow]:
    for at, row in enumerate(table, 1):
        cells = tuple(" ".join((cell or "").split()) for cell in row)
        if any(cells):
            yield PrintedRow(cells, Spot(page=page, line=at))
