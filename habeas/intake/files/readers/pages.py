"""A web page: its tables, its lists and its paragraphs, in order, without what stands around the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree, html

from habeas.delimited import decoded
from habeas.intake.files.contents import Block, PrintedRow, Spot

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
_AROUND = ("script", "style", "noscript", "template", "nav", "header", "footer", "aside", "form", "select", "head")
_PARAGRAPHS = (
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "dt",
    "dd",
    "pre",
    "blockquote",
    "div",
    "caption",
    "summary",
)
_BLOCKS = frozenset((*_PARAGRAPHS, "ul", "ol", "dl", "table", "section", "article", "main", "details"))
_STRIKES = frozenset(("s", "del", "strike"))
_THROUGH = re.compile(r"line-through", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
_NOTE = re.compile(r"\W*(?:\d{1,3}|[a-z])?\W*\Z", re.IGNORECASE)
_WIDEST = 50
_END = "\u2028"
"""The end of a line on the page, which is none in its source."""
STRUCK, HIDDEN = "it is struck through", "it is hidden on the page"


def read(data: bytes) -> Iterator[Block]:
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    root = html.document_fromstring(_text(data).encode(), parser=parser)
    etree.strip_elements(root, *_AROUND, with_tail=False)
    for broken in root.iter("br", *_BLOCKS):
        broken.tail = _END + (broken.tail or "")
        broken.text = (_END if broken.tag in _BLOCKS else "") + (broken.text or "")
    for note in list(root.iter("sup")):
        if _NOTE.match("".join(map(str, note.itertext()))):
            note.drop_tree()
    yield from _blocks(root)


def _blocks(root: html.HtmlElement) -> Iterator[Block]:
    """In the order of the page; paragraphs that follow each other are one text."""
    loose: list[PrintedRow] = []
    for one in root.iter("table", "ul", "ol", *_PARAGRAPHS):
        made: Block | None = None
        if one.tag == "table" and next(one.iterdescendants("table"), None) is None:
            made = Block(True, tuple(_rows(one)))
        elif one.tag in ("ul", "ol") and not _in(one):
            made = Block(False, tuple(row for item in one.iterchildren("li") for row in _lines(item)), "list")
        elif one.tag in _PARAGRAPHS and one.tag != "li" and not _holds_blocks(one) and not _in(one):
            loose += _lines(one)
        if made is not None:
            if loose:
                yield Block(False, tuple(loose), "text")
                loose = []
            yield made
    yield Block(False, tuple(loose), "text")


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
            yield PrintedRow(tuple(cells), Spot(line=row.sourceline or 0), _why_aside(row))


def _carry(below: dict[int, tuple[int, str]], cells: list[str]) -> None:
    """The cells that reach down from a row above into the places that come next."""
    while len(cells) < _WIDEST and (reaching := below.get(len(cells))) and reaching[0]:
        below[len(cells)] = (reaching[0] - 1, reaching[1])
        cells.append(reaching[1])


def _span(cell: html.HtmlElement, name: str) -> int:
    said = str(cell.get(name, "1"))
    return min(int(said), _WIDEST) if said.isdecimal() and len(said) < 6 and int(said) else 1


def _words(element: html.HtmlElement) -> str:
    """Lines as the page breaks them; the ends of lines in its source are blanks."""
    return "\n".join(_broken(element))


def _broken(element: html.HtmlElement) -> Iterator[str]:
    text = "".join(map(str, element.itertext()))
    for line in text.replace("\n", _END).split(_END) if element.tag == "pre" else text.split(_END):
        if line.strip():
            yield " ".join(line.split())


def _lines(element: html.HtmlElement) -> Iterator[PrintedRow]:
    for line in _broken(element):
        yield PrintedRow((line,), Spot(line=element.sourceline or 0), _why_aside(element))


def _why_aside(element: html.HtmlElement) -> str:
    """Why what it says isn't said any more, or isn't shown to who opens the page."""
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style", "")):
        return HIDDEN
    letters = _letters(element)
    struck = sum(_letters(one) for one in element.iter() if one is not element and _is_strike(one))
    return STRUCK if letters and (struck * 2 > letters or _is_strike(element)) else ""


def _is_strike(element: html.HtmlElement) -> bool:
    return element.tag in _STRIKES or bool(_THROUGH.search(element.get("style", "")))


def _letters(element: html.HtmlElement) -> int:
    return sum(letter.isalpha() for letter in "".join(map(str, element.itertext())))


def _holds_blocks(element: html.HtmlElement) -> bool:
    return any(child.tag in _BLOCKS for child in element.iterdescendants())


def _in(element: html.HtmlElement) -> bool:
    """Whether it stands in a table or a list, which are read by themselves."""
    return any(above.tag in ("table", "ul", "ol") for above in element.iterancestors())
