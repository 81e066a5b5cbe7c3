"""Lists that are XML: one element at a time, without entities, without a network, never deeper than lists are."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO, Literal, cast

from lxml import etree

from habeas.problems import BadInput
from habeas.sources.wording import clean

_DEEPEST = 40
Element = etree._Element


def root_of(head: bytes) -> str:
    """The name of the first element in what a file begins with; empty for what is no XML."""
    try:
        for _, element in _walk(io.BytesIO(head), ("start",)):
            return local(element)
    except etree.XMLSyntaxError:
        pass
    return ""


def elements(stream: BinaryIO, wanted: frozenset[str], where: str) -> Iterator[Element]:
    """Every element of a wanted name, whole, and freed once the next is asked for; BadInput for a broken file.

    A file that is cut off isn't well-formed, so that nothing of it is taken for what it leaves out.
    """
    stream.seek(0)
    depth = 0
    try:
        for event, element in _walk(_WithoutEnd(stream), ("start", "end")):
            if event == "start":
                depth += 1
                _check(element, depth, where)
                continue
            depth -= 1
            if local(element) in wanted:
                yield element
                _free(element)
    except etree.XMLSyntaxError as error:
        line = error.lineno or 0
        raise BadInput(
            f"{where}, line {line}: this XML is broken or cut off ({_short(error)}). Nothing of it is taken; get the"
            " file again."
        ) from None


def local(element: Element) -> str:
    """An element's name without the namespace, which publishers change with their sites."""
    return cast(str, element.tag).rpartition("}")[2]


def children(element: Element, name: str = "") -> Iterator[Element]:
    for child in element.iterchildren("*"):
        if not name or local(child) == name:
            yield child


def below(element: Element, *names: str) -> list[Element]:
    """Elements by their path, of which each may come several times."""
    found = [element]
    for name in names:
        found = [child for one in found for child in children(one, name)]
    return found


def text(element: Element, *names: str) -> str:
    """The first text at the path that isn't empty."""
    return next((said for one in below(element, *names) if (said := clean(one.text or ""))), "")


def texts(element: Element, *names: str) -> list[str]:
    return [said for one in below(element, *names) if (said := clean(one.text or ""))]


def attribute(element: Element, name: str) -> str:
    return clean(str(element.get(name) or ""))


def leaves(element: Element, *, without: frozenset[str], path: str = "") -> Iterator[tuple[str, str]]:
    """All that is said below, but for what is read elsewhere: the path of names, and what stands there.

    An element that only has simple ones inside, such as an address, is one value: its parts belong together.
    """
    for child in element.iterchildren("*"):
        name = local(child)
        at = f"{path}.{name}" if path else name
        if name in without or at in without:
            continue
        if any(len(inside) for inside in child):
            yield from leaves(child, without=without, path=at)
        elif said := "; ".join(_parts(child, at, without)):
            yield at, said


def _parts(element: Element, at: str, without: frozenset[str]) -> Iterator[str]:
    if said := clean(element.text or ""):
        yield said
    named = [(str(key).rpartition("}")[2], str(value)) for key, value in element.attrib.items()]
    for name, value in (*named, *((local(child), child.text or "") for child in children(element))):
        if name not in without and f"{at}.{name}" not in without and (said := clean(value)):
            yield f"{name}: {said}"


def raw(element: Element) -> str:
    return etree.tostring(element, encoding="unicode")


def _walk(stream: object, events: tuple[Literal["start", "end"], ...]) -> Iterator[tuple[str, Element]]:
    walked = etree.iterparse(
        cast(BinaryIO, stream),
        events=events,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    return cast(Iterator[tuple[str, Element]], iter(walked))


def _check(element: Element, depth: int, where: str) -> None:
    if depth > _DEEPEST:
        raise BadInput(f"{where}: elements stand {_DEEPEST} deep and deeper, as in no list. Look what this file is.")
    if depth == 1 and element.getroottree().docinfo.doctype:
        raise BadInput(f"{where}: declares a document type of its own, as no list does. Look what this file is.")


def _free(element: Element) -> None:
    """An element that was read goes, and so do those before it, which would pile up."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _short(error: etree.XMLSyntaxError) -> str:
    return str(error.msg or error)[:160]


class _WithoutEnd:
    """The stream without an end mark after the last byte, which old systems put there and XML doesn't know."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._held = stream, b""

    def read(self, size: int = -1) -> bytes:
        while piece := self._stream.read(size):
            whole = self._held + piece
            said = whole.rstrip(b"\x1a\r\n\t ")
            self._held = whole[len(said) :]
            if said:
                return said
        rest, self._held = self._held, b""
        return b"" if b"\x1a" in rest else rest
