"""A table of text as people send it: in UTF-8, UTF-16, windows-1251 or KOI8-R, and with any common separator."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from habeas.problems import BadInput

_SEPARATORS = ",;\t|"
_LONGEST_CELL = 50_000_000
# In KOI8-R read as windows-1251, capitals and small letters change places.
_INSIDE_OUT = re.compile(r"\b[а-яё][А-ЯЁ]{2,}\b")
_WORD = re.compile(r"\b[А-Яа-яЁё]{3,}\b")
_SAMPLE = 20_000
_CONTROL = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\v\x1a\x1b")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows as printed, each as long as the header; `lines` says where each began, for messages."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]

    def column(self, name: str) -> int | None:
        """Where a column stands, whatever the case and the spaces of its head; None if it isn't there."""
        found = [at for at, head in enumerate(self.header) if head.strip().casefold() == name]
        return found[0] if found else None


class _Reader(Protocol):
    """What the csv module's reader is: rows, and the line it has come to."""

    @property
    def line_num(self) -> int: ...

    def __iter__(self) -> Iterator[list[str]]: ...


@dataclass(frozen=True, slots=True)
class Text:
    """What a file says, and the encoding it was read in."""

    text: str
    encoding: str


def read_table(path: Path, needed: tuple[str, ...]) -> Table:
    """The table, or BadInput that says where and what to do."""
    return table_in(path, read_text(path, read_bytes(path)).text, needed)


def table_in(path: Path, text: str, needed: tuple[str, ...] = ()) -> Table:
    """The table that a text is; `path` is for messages."""
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    try:
        return _table(path, reader, needed)
    except csv.Error as error:
        raise BadInput(
            f"{path}, line {reader.line_num}: {error}. Save the file again as CSV from the program it comes from."
        ) from error


def read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise BadInput(f"{path}: there is no such file. Check the name and the folder.") from error
    except OSError as error:
        raise BadInput(f"{path}: cannot be read ({error.strerror}). Check that it is a file you may open.") from error


def read_text(path: Path, data: bytes) -> Text:
    """The text that the bytes are; BadInput if they are none, or empty."""
    text = decoded(path, data)
    if not text.text.strip():
        raise BadInput(f"{path}: the file is empty. Look whether it was saved whole, and give it again.")
    return text


def decoded(path: Path, data: bytes) -> Text:
    """The text in the encoding that its bytes fit, told by themselves; it may be empty."""
    encoding = _encoding(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise BadInput(
            f"{path}: not a text in UTF-8, UTF-16, windows-1251 or KOI8-R. Save it as CSV in UTF-8 and try again."
        ) from error
    if any(letter in _CONTROL for letter in text):
        raise BadInput(
            f"{path}: this is no text but a binary file (a spreadsheet, perhaps)."
            " Save it as CSV in UTF-8 and try again."
        )
    return Text(text.removeprefix("\ufeff"), encoding)


def _encoding(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    for encoding in ("utf-16-le", "utf-16-be"):
        if 0 in data and _reads_well(data[:2_000], encoding):
            return encoding
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _one_byte(data[:_SAMPLE])
    return "utf-8"


def _one_byte(head: bytes) -> str:
    """Russian in KOI8-R, read as windows-1251, is words that begin small and go on in capitals."""
    as_windows = head.decode("windows-1251", errors="replace")
    words = len(_WORD.findall(as_windows))
    return "koi8-r" if words and len(_INSIDE_OUT.findall(as_windows)) * 2 > words else "windows-1251"


def _reads_well(head: bytes, encoding: str) -> bool:
    """Whether nearly all is common script; two bytes read the wrong way round give letters from anywhere."""
    if len(head) % 2:
        return False
    text = head.decode(encoding, errors="replace")
    return sum(letter < "\u0530" and letter not in _CONTROL for letter in text) > 0.95 * len(text)


def _separator(text: str) -> str:
    """The one that parts the first line into most cells, quotes heeded."""
    first = next(line for line in text.splitlines() if line.strip())
    cells = {mark: len(next(csv.reader([first], delimiter=mark), [])) for mark in _SEPARATORS}
    return max(_SEPARATORS, key=lambda mark: cells[mark])


def _table(path: Path, reader: _Reader, needed: tuple[str, ...]) -> Table:
    header = next((tuple(row) for row in reader if any(cell.strip() for cell in row)), ())
    _check_header(path, header, needed)
    rows, lines, began = [], [], reader.line_num + 1
    for row in reader:
        if row:
            rows.append(_fitted(path, began, row, len(header)))
            lines.append(began)
        began = reader.line_num + 1
    return Table(header, tuple(rows), tuple(lines))


def _check_header(path: Path, header: tuple[str, ...], needed: tuple[str, ...]) -> None:
    heads = [head.strip().casefold() for head in header]
    found = ", ".join(head.strip()[:40] for head in header[:30])
    for name in needed:
        if name not in heads:
            raise BadInput(
                f'{path}: there is no column "{name}". The columns found are: {found}.'
                f' Name the right one "{name}" in the first line.'
            )
        if heads.count(name) > 1:
            raise BadInput(
                f'{path}: there are {heads.count(name)} columns "{name}". Keep one of them under that name.'
                f" Found: {found}."
            )


def _fitted(path: Path, line: int, row: list[str], width: int) -> tuple[str, ...]:
    if any(cell.strip() for cell in row[width:]):
        raise BadInput(
            f"{path}, line {line}: {len(row)} cells where the header has {width}."
            " A cell with the separator in it has to stand in quotes."
        )
    return tuple(row[:width]) + ("",) * (width - len(row))
