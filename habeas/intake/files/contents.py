"""What a file of any kind holds, once read: blocks of rows, each row with its place in the file."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.domain.words import Word


class FileKind(Word):
    """What sort of file it is by its content, whatever its name says."""

    TEXT = "text", "plain text or a pasted message, a name a line, or a table with separators"
    SPREADSHEET = "spreadsheet", "XLSX, XLS or ODS"
    HTML = "html", "a web page: its tables, lists and paragraphs"
    PDF = "pdf", "a PDF with text: its tables, or its lines"
    DOCX = "docx", "a Word document: its tables, or its paragraphs"


COLUMNS = "columns"
"""The title of a block of words that stand in columns of a page: names beside names, or a table without lines."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a row stands in its file; a line is a row of a sheet or a line of a text or page."""

    sheet: str = ""
    page: int = 0
    line: int = 0

    def __str__(self) -> str:
        parts = (
            f"sheet “{self.sheet}”" if self.sheet else "",
            f"page {self.page}" if self.page else "",
            f"line {self.line}" if self.line else "",
        )
        return ", ".join(filter(None, parts))


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """The cells of a row as printed; a line of running text has one.

    `aside` says why nobody may be taken for free by it: it is struck through, or hidden from who opens the file.
    """

    cells: tuple[str, ...]
    spot: Spot
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that belong together: a table, or (`table` is false) lines of text; `title` names a sheet.

    `aside` is true of a sheet that is hidden; `unread` says what of it was not read.
    """

    table: bool
    rows: tuple[PrintedRow, ...]
    title: str = ""
    aside: bool = False
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything that was read from a file, in its order."""

    kind: FileKind
    blocks: tuple[Block, ...]
