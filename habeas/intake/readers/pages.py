"""A web page: its tables, its lists and its paragraphs, in order, without what stands around the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree, html

from habeas.delimited import decoded
from habeas.intake.contents import Block, PrintedRow, Spot

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
_AROUND = ("script", "style", "noscript", "template", "nav", "header", "footer", "aside", "form", "select", "head")
_PARAGRAPHS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "pre", "blockquote", "div", "caption")
_BLOCKS = frozenset((*_PARAGRAPHS, "ul", "ol", "dl", "table", "section", "article", "main"))
_WIDEST = 50


def read(data: bytes) -> Iterator[Block]:
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    root = html.document_fromstring(_text(data).encode(), parser=parser)
    etree.strip_elements(root, *_AROUND, with_tail=False)
    for broken in root.iter("br"):
        broken.tail = "\n" + (broken.tail or "")
    tables = [table for table in root.iter("table") if next(table.iterdescendants("table"), None) is None]
    for table in tables:
        yield Block(True, tuple(_rows(table)))
    for found in root.iter("ul", "ol"):
        yield Block(False, tuple(row for item in found.iterchildren("li") for row in _lines(item)), "list")
    loose = [one for one in root.iter(*_PARAGRAPHS) if one.tag != "li" and not _holds_blocks(one) and not _in(one)]
    yield Block(False, tuple(row for one in loose for row in _lines(one)), "text")


def _text(data: bytes) -> str:
    """By its byte order mark, by what it says of itself if that fits, and else as any text."""
    said = _CHARSET.search(data[:4096])
    if said and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(said[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decoded(Path("page"), data).text


def _rows(table: html.HtmlElement) -> Iterator[PrintedRow]:
    below: dict[int, tuple[int, str]] = {}
    for row in table.iter("tr"):
        cells: list[str] = []
        for cell in row.iterchildren("td", "th"):
            _carry(below, cells)
            text, down = _words(cell), _span(cell, "rowspan") - 1
            for _ in range(min(_span(cell, "colspan"), _WIDEST - len(cells))):
                below[len(cells)] = (down, text)
                cells.append(text)
        _carry(below, cells)
        if any(cells):
            yield PrintedRow(tuple(cells), Spot(line=row.sourceline or 0))


def _carry(below: dict[int, tuple[int, str]], cells: list[str]) -> None:
    """The cells that reach down from a row above into the places that come next."""
    while len(cells) < _WIDEST and (reaching := below.get(len(cells))) and reaching[0]:
        below[len(cells)] = (reaching[0] - 1, reaching[1])
        cells.append(reaching[1])


def _span(cell: html.HtmlElement, name: str) -> int:
    said = str(cell.get(name, "1"))
    return min(int(said), _WIDEST) if said.isdecimal() and len(said) < 6 and int(said) else 1


def _words(element: html.HtmlElement) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _lines(element: html.HtmlElement) -> Iterator[PrintedRow]:
    for line in "".join(map(str, element.itertext())).split("\n"):
        if line.strip():
            yield PrintedRow((" ".join(line.split()),), Spot(line=element.sourceline or 0))


def _holds_blocks(element: html.HtmlElement) -> bool:
    return any(child.tag in _BLOCKS for child in element.iterdescendants())


def _in(element: html.HtmlElement) -> bool:
    """Whether it stands in a table or a list, which are read by themselves."""
    return any(above.tag in ("table", "ul", "ol") for above in element.iterancestors())
