"""Lists that are tables: rows from a stream, each with its line, whatever the encoding; a broken row is told."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from habeas.problems import BadInput
from habeas.sources.entries import Unread
from habeas.sources.manifests import Manifest, folded
from habeas.sources.parcels import Parcel
from habeas.sources.wording import clean, unprintable

_LONGEST_CELL = 4_000_000
_SEPARATORS = ",;\t|"
_BEFORE_THE_HEADER = 5
END = "\x1a"
"""What old systems put after the last byte of a file."""


@dataclass(frozen=True, slots=True)
class Cells:
    """A row as printed, and the line on which it began."""

    line: int
    cells: tuple[str, ...]
    raw: str = ""


def rows(stream: BinaryIO, separator: str = ",") -> Iterator[Cells | Unread]:
    """Every row that isn't blank. A quote that is left open ends with the line where it breaks, and is told."""
    csv.field_size_limit(_LONGEST_CELL)
    lines = _Lines(stream)
    reader = csv.reader(lines, delimiter=separator, strict=True)
    while True:
        lines.begin()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except UnicodeError:
            raise BadInput(
                f"Line {lines.first}: not the UTF-16 that the file's first bytes promise. Save it as UTF-8."
            ) from None
        except csv.Error as error:
            yield Unread(lines.first, f"its quotes or separators don't fit ({error})", lines.raw)
            continue
        if unprintable(lines.raw.rstrip(END + "\r\n\0")):
            yield Unread(lines.first, "holds bytes that are no text in this file's encoding", lines.raw)
        elif any(cell.strip(" \t" + END) for cell in cells):
            yield Cells(lines.first, tuple(cells), lines.raw)


def under_header(parcel: Parcel, source: Manifest) -> Iterator[tuple[Cells, Columns] | Unread]:
    """Every row under the header, which may follow a line or two on the list itself, with the places of its fields."""
    at: Columns | None = None
    for row in rows(parcel.main, separator_of(parcel.head())):
        if isinstance(row, Unread):
            yield row
        elif at is not None:
            yield (row, at) if len(row.cells) == at.width else _misfit(row, at)
        elif is_header(row.cells, source) or row.line > _BEFORE_THE_HEADER:
            at = columns(row.cells, source, parcel.name)
    if at is None:
        raise BadInput(f"{parcel.name}: has no header of {source.title}. Look what this file is.")


def _misfit(row: Cells, at: Columns) -> Unread:
    return Unread(row.line, f"{len(row.cells)} cells where the header has {at.width}", row.raw)


def separator_of(head: bytes) -> str:
    """The mark that parts the longest of the first lines into most cells."""
    first = max(_decoded_head(head).splitlines()[:3] or [""], key=len)
    return max(_SEPARATORS, key=first.count)


def first_rows(head: bytes, number: int) -> list[list[str]]:
    """The first rows, for finding out whose list this is."""
    text = _decoded_head(head)
    lines = io.StringIO("\n".join(text.splitlines()[: number * 3]), newline="")
    found: list[list[str]] = []
    try:
        for row in csv.reader(lines, delimiter=separator_of(head)):
            if len(found) < number and any(cell.strip() for cell in row):
                found.append(row)
    except csv.Error:
        pass
    return found


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each field stands; `rest` are columns that are kept as they are printed, by their own headers."""

    fields: Mapping[str, tuple[int, ...]]
    rest: tuple[tuple[str, int], ...]
    width: int

    def one(self, row: Sequence[str], field: str) -> str:
        for at in self.fields.get(field, ()):
            if value := clean(row[at]):
                return value
        return ""

    def all(self, row: Sequence[str], field: str) -> list[str]:
        return [value for at in self.fields.get(field, ()) if (value := clean(row[at]))]

    def details(self, row: Sequence[str]) -> list[tuple[str, str]]:
        return [(header, value) for header, at in self.rest if (value := clean(row[at]))]


def is_header(row: Sequence[str], manifest: Manifest) -> bool:
    """Whether this row names columns of that source: most of what is needed is there."""
    heads = set(map(folded, row))
    found = [field for field in manifest.needed if heads & set(manifest.columns[field])]
    return bool(manifest.needed) and len(found) * 2 > len(manifest.needed)


def columns(header: Sequence[str], manifest: Manifest, where: str) -> Columns:
    """The place of every field; a needed one that isn't there is refused with what was found."""
    heads = [folded(head) for head in header]
    fields = {
        field: tuple(at for name in names for at, head in enumerate(heads) if head == name)
        for field, names in manifest.columns.items()
    }
    missing = [field for field in manifest.needed if not fields.get(field)]
    known = {name for names in manifest.columns.values() for name in names}
    if missing:
        unknown = [head.strip() for head, short in zip(header, heads, strict=True) if short not in known]
        raise BadInput(
            f"{where}: no column is known as {', '.join(missing)}. Not known are: {', '.join(unknown)[:600] or 'none'}."
            f" If one of these was renamed, add its new name to columns in habeas/sources/{manifest.key}/manifest.yml."
        )
    rest = tuple(
        (" ".join(header[at].split()) or f"column {at + 1}", at) for at, h in enumerate(heads) if h not in known
    )
    return Columns(fields, rest, len(header))


class _Lines:
    """Lines of a stream for a csv reader, which remembers the text of the row that is being read."""

    def __init__(self, stream: BinaryIO) -> None:
        encoding = encoding_of(stream)
        self._lines = io.TextIOWrapper(
            io.BufferedReader(_Kept(stream), 262_144), encoding=encoding, errors="surrogateescape", newline=""
        )
        self._number, self.first, self._seen = 0, 1, [""]

    def begin(self) -> None:
        self.first, self._seen = self._number + 1, []

    @property
    def raw(self) -> str:
        return "".join(self._seen)

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self._number += 1
        self._seen.append(line)
        return line


class _Kept(io.RawIOBase):
    """The stream, which stays open when its reader is thrown away: the next reader begins anew."""

    def __init__(self, stream: BinaryIO) -> None:
        stream.seek(0)
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, into: memoryview) -> int:  # type: ignore[override]
        piece = self._stream.read(len(into))
        into[: len(piece)] = piece
        return len(piece)


def encoding_of(stream: BinaryIO) -> str:
    """UTF-8 unless more of the lines with other letters fit windows-1252; a mark at the beginning settles it."""
    stream.seek(0)
    start = stream.read(4)
    stream.seek(0)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if start.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    good = bad = 0
    for line in stream:
        if not line.isascii():
            fits = _is_utf8(line)
            good, bad = good + fits, bad + (not fits)
    stream.seek(0)
    return "utf-8" if good >= bad else "cp1252"


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _decoded_head(head: bytes) -> str:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head[: len(head) // 2 * 2].decode("utf-16", errors="replace")
    return head.removeprefix(codecs.BOM_UTF8).decode("utf-8", errors="replace")
