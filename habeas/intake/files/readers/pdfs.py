"""A PDF: the tables of each page that have lines around their cells, and the other words by line and column."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Sequence
from typing import Any

import pdfplumber

from habeas.intake.files.contents import COLUMNS, Block, PrintedRow, Spot
from habeas.intake.files.limits import MOST_PAGES
from habeas.intake.files.readers.page_columns import Line, Word, cells_of, gutters, lines_of
from habeas.problems import BadInput

_FEW = 8
_LEVEL = 0.05
ACROSS = "it runs across the lines of the page"


def read(data: bytes) -> Iterator[Block]:
    logging.disable(logging.CRITICAL)
    has_text, places = False, list[float]()
    with pdfplumber.open(io.BytesIO(data)) as document:
        if len(document.pages) > MOST_PAGES:
            raise BadInput(f"{len(document.pages)} pages are more than a list has. Save those with the names.")
        for number, page in enumerate(document.pages, 1):
            for block in _page(page, number, places):
                has_text = True
                yield block
            page.close()
    if not has_text:
        raise BadInput(
            "it holds no text, only pictures of it. Type the names into a text file, one a line, and keep the PDF"
            " with: habeas source add --file."
        )


def _page(page: Any, number: int, places: list[float]) -> Iterator[Block]:
    """From the top: what stands above a table, the table, what stands below it."""
    page, across = _upright(page)
    tables = sorted(page.find_tables(), key=lambda table: table.bbox[1])
    rows = [(table.bbox[1], tuple(_rows(table.extract(), number))) for table in tables]
    lines = list(lines_of([word for word in _words(page) if not any(_within(word, one.bbox) for one in tables)]))
    upto = float("-inf")
    first = 1
    for top, told in [*rows, (float("inf"), ())]:
        between = [line for line in lines if upto <= line[0].top < top]
        yield from _loose(between, Spot(page=number, line=first), places)
        first += len(between)
        if told:
            yield Block(True, told)
        upto = top
    if across:
        yield Block(False, (PrintedRow((across,), Spot(page=number, line=first), ACROSS),))


def _upright(page: Any) -> tuple[Any, str]:
    """The page without letters that run across its lines, as a stamp or a note on the margin does, and these."""
    slanted = [one for one in page.chars if _slants(one)]
    if not slanted or len(slanted) * 2 >= len(page.chars):
        return page, ""
    return page.filter(lambda one: not _slants(one)), "".join(one["text"] for one in slanted).strip()


def _slants(one: Any) -> bool:
    if one.get("object_type") != "char":
        return False
    along, up = one["matrix"][:2]
    return bool(abs(up) > abs(along) * _LEVEL)


def _loose(lines: Sequence[Line], start: Spot, before: list[float]) -> Iterator[Block]:
    """A few lines are too few to tell their columns: they have those of the page before."""
    places = gutters(lines) if len(lines) > _FEW or not before else before
    before[:] = places
    rows = tuple(
        PrintedRow(cells_of(line, places), Spot(page=start.page, line=at)) for at, line in enumerate(lines, start.line)
    )
    if rows:
        yield Block(bool(places), rows, COLUMNS if places else "")


def _words(page: Any) -> Iterator[Word]:
    for one in page.extract_words():
        yield Word(one["text"], one["x0"], one["x1"], one["top"], max(one["bottom"] - one["top"], 1.0))


def _within(word: Word, box: tuple[float, float, float, float]) -> bool:
    middle, height = (word.left + word.right) / 2, word.top + word.height / 2
    return box[0] <= middle <= box[2] and box[1] <= height <= box[3]


def _rows(table: list[list[str | None]], page: int) -> Iterator[PrintedRow]:
    for at, row in enumerate(table, 1):
        cells = tuple("\n".join(" ".join(line.split()) for line in (cell or "").split("\n")) for cell in row)
        if any(cells):
            yield PrintedRow(cells, Spot(page=page, line=at))
