"""What a workbook (XLSX, ODS) shows beside its cells: what is hidden, what is struck through, what is merged."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import IO

from lxml import etree

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
MOST_MERGED = 2_000
_MOST_REPEATED = 5_000
_WIDEST = 500


@dataclass(slots=True)
class Marks:
    """Of one sheet, rows and columns counted from 1. `merged` are (column, first row, last row)."""

    hidden: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    struck: dict[int, set[int]] = field(default_factory=dict)
    merged: list[tuple[int, int, int]] = field(default_factory=list)


def marks_of(data: bytes) -> Mapping[str, Marks]:
    """By the name of the sheet; empty if the marks of an old workbook are beyond us."""
    if not data.startswith(b"PK"):
        # Only who reads an old workbook waits for the library that reads its marks.
        from habeas.intake.files.readers.old_sheet_marks import marks_of_old

        return marks_of_old(data)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        names = set(packed.namelist())
        if "xl/workbook.xml" in names:
            return dict(_of_xlsx(packed, names))
        return dict(_of_ods(packed)) if "content.xml" in names else {}


def _of_xlsx(packed: zipfile.ZipFile, names: set[str]) -> Iterator[tuple[str, Marks]]:
    targets = {}
    if "xl/_rels/workbook.xml.rels" in names:
        for one in _elements(packed, "xl/_rels/workbook.xml.rels"):
            targets[one.get("Id", "")] = one.get("Target", "").lstrip("/").removeprefix("xl/")
    struck = _Struck(
        _struck_formats(packed) if "xl/styles.xml" in names else set(),
        _struck_texts(packed) if "xl/sharedStrings.xml" in names else set(),
    )
    for one in list(_elements(packed, "xl/workbook.xml")):
        part = f"xl/{targets.get(one.get(_RELATION, ''), '')}"
        if one.tag == f"{_MAIN}sheet" and part in names:
            yield one.get("name", ""), _of_sheet(packed, part, struck)


def _struck_formats(packed: zipfile.ZipFile) -> set[str]:
    """The numbers of the cell formats whose font is struck through."""
    fonts, formats, inside = list[bool](), set[str](), ""
    number = 0
    for event, one in _events(packed, "xl/styles.xml"):
        tag = one.tag.removeprefix(_MAIN) if isinstance(one.tag, str) else ""
        if event == "start" and tag in ("fonts", "cellXfs", "cellStyleXfs", "dxfs"):
            inside = tag
        elif event == "end" and tag == "font" and inside == "fonts":
            strike = one.find(f"{_MAIN}strike")
            fonts.append(strike is not None and strike.get("val", "1") not in ("0", "false"))
        elif event == "end" and tag == "xf" and inside == "cellXfs":
            font = one.get("fontId", "0")
            if font.isdecimal() and int(font) < len(fonts) and fonts[int(font)]:
                formats.add(str(number))
            number += 1
    return formats


@dataclass(frozen=True, slots=True)
class _Struck:
    """The numbers of the formats, and those of the texts that cells share, that are struck through."""

    formats: set[str]
    texts: set[str]

    def is_so(self, cell: etree._Element) -> bool:
        if cell.get("s") in self.formats:
            return True
        if cell.get("t") == "s":
            return cell.findtext(f"{_MAIN}v", "") in self.texts
        inline = cell.find(f"{_MAIN}is")
        return inline is not None and _is_struck(inline)


def _struck_texts(packed: zipfile.ZipFile) -> set[str]:
    texts = (one for one in _elements(packed, "xl/sharedStrings.xml") if one.tag == f"{_MAIN}si")
    return {str(at) for at, one in enumerate(texts) if _is_struck(one)}


def _is_struck(text: etree._Element) -> bool:
    """Whether most letters of a text that is formatted in parts are struck through."""
    letters = struck = 0
    for run in text.iter(f"{_MAIN}r"):
        number = sum(map(str.isalpha, run.findtext(f"{_MAIN}t", "")))
        mark = run.find(f"{_MAIN}rPr/{_MAIN}strike")
        letters += number
        struck += number if mark is not None and mark.get("val", "1") not in ("0", "false") else 0
    return struck * 2 > letters


def _of_sheet(packed: zipfile.ZipFile, part: str, struck: _Struck) -> Marks:
    marks = Marks()
    for one in _elements(packed, part):
        if one.tag == f"{_MAIN}row":
            number = one.get("r", "")
            if one.get("hidden") in ("1", "true") and number.isdecimal():
                marks.hidden.add(int(number))
        elif one.tag == f"{_MAIN}col" and one.get("hidden") in ("1", "true"):
            marks.hidden_columns.update(_between(one.get("min", ""), one.get("max", "")))
        elif one.tag == f"{_MAIN}c" and struck.is_so(one):
            if place := _REFERENCE.fullmatch(one.get("r", "")):
                marks.struck.setdefault(int(place[2]), set()).add(_column(place[1]))
        elif one.tag == f"{_MAIN}mergeCell" and len(marks.merged) < MOST_MERGED:
            found = _REFERENCE.findall(one.get("ref", ""))
            if len(found) == 2 and found[0][0] == found[1][0]:
                marks.merged.append((_column(found[0][0]), int(found[0][1]), int(found[1][1])))
    return marks


def _between(first: str, last: str) -> range:
    """Hidden columns to the edge of the sheet, where nothing stands, are no matter."""
    if not first.isdecimal() or not last.isdecimal():
        return range(0)
    return range(int(first), min(int(last), _WIDEST) + 1)


def _of_ods(packed: zipfile.ZipFile) -> Iterator[tuple[str, Marks]]:
    struck, row, column = set[str](), 0, 0
    marks, style = Marks(), ""
    for event, one in _events(packed, "content.xml"):
        if event == "start" and one.tag == f"{_STYLE}style":
            style = one.get(f"{_STYLE}name", "")
        elif event == "start" and one.tag == f"{_STYLE}text-properties":
            if one.get(f"{_STYLE}text-line-through-style", "none") != "none":
                struck.add(style)
        elif event == "start" and one.tag == f"{_TABLE}table":
            marks, row, column = Marks(), 0, 0
        elif event == "end" and one.tag == f"{_TABLE}table-column":
            number = _repeated(one, "number-columns-repeated")
            if one.get(f"{_TABLE}visibility", "visible") != "visible":
                marks.hidden_columns.update(range(column + 1, column + 1 + min(number, _WIDEST)))
            column += number
        elif event == "end" and one.tag == f"{_TABLE}table":
            yield one.get(f"{_TABLE}name", ""), marks
        elif event == "end" and one.tag == f"{_TABLE}table-row":
            number = _repeated(one, "number-rows-repeated")
            if one.get(f"{_TABLE}visibility", "visible") != "visible":
                marks.hidden.update(range(row + 1, row + 1 + min(number, _MOST_REPEATED)))
            marks.struck.update({row + 1: places} if (places := set(_struck_cells(one, struck))) else {})
            marks.merged += _merged_down(one, row + 1)
            row += number
            one.clear()


def _struck_cells(row: etree._Element, struck: set[str]) -> Iterator[int]:
    column = 1
    for cell in row:
        if cell.get(f"{_TABLE}style-name", "") in struck:
            yield column
        column += _repeated(cell, "number-columns-repeated")


def _merged_down(row: etree._Element, at: int) -> Iterator[tuple[int, int, int]]:
    column = 1
    for cell in row:
        down = cell.get(f"{_TABLE}number-rows-spanned", "1")
        if down.isdecimal() and int(down[:5]) > 1 and cell.get(f"{_TABLE}number-columns-spanned", "1") == "1":
            yield column, at, at + int(down[:5]) - 1
        column += _repeated(cell, "number-columns-repeated")


def _repeated(one: etree._Element, name: str) -> int:
    said = one.get(f"{_TABLE}{name}", "1")
    return int(said) if said.isdecimal() and 0 < len(said) < 8 else 1


def _elements(packed: zipfile.ZipFile, part: str) -> Iterator[etree._Element]:
    return (one for event, one in _events(packed, part) if event == "end")


def _events(packed: zipfile.ZipFile, part: str) -> Iterator[tuple[str, etree._Element]]:
    opened: IO[bytes]
    with packed.open(part) as opened:
        yield from etree.iterparse(
            opened, events=("start", "end"), resolve_entities=False, no_network=True, huge_tree=False
        )


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
