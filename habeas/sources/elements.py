"""Lists that are XML: one element at a time, without entities, without a network, never deeper than lists are."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import lru_cache
from typing import BinaryIO, Literal, cast

from lxml import etree

from habeas.problems import BadInput
from habeas.sources.parcels import Parcel
from habeas.sources.wording import clean

_DEEPEST = 40
Element = etree._Element


def root_of(head: bytes) -> str:
    """The name of the first element in what a file begins with; empty for what is no XML."""
    root = _root(head)
    return local(root) if root is not None else ""


def elements(parcel: Parcel, wanted: frozenset[str]) -> Iterator[Element]:
    """Every element of a wanted name, whole, and freed once the next is asked for; BadInput for a broken file.

    A file that is cut off isn't well-formed, so that nothing of it is taken for what it leaves out.
    """
    root = _root(parcel.head())
    if root is None:
        raise BadInput(f"{parcel.name}: no XML, or one without its first element. Look what this file is.")
    if root.getroottree().docinfo.doctype:
        raise BadInput(f"{parcel.name}: declares a document type of its own, as no list does. Look what this file is.")
    try:
        for _, element in _walk(_WithoutEnd(parcel.main), "end", wanted):
            if sum(1 for _ in element.iterancestors()) > _DEEPEST:
                raise BadInput(f"{parcel.name}: elements stand deeper than in any list. Look what this file is.")
            yield element
            _free(element)
    except etree.XMLSyntaxError as error:
        raise BadInput(
            f"{parcel.name}, line {error.lineno or 0}: this XML is broken or cut off ({_short(error)}). Nothing of it"
            " is taken; get the file again."
        ) from None


def local(element: Element) -> str:
    """An element's name without the namespace, which publishers change with their sites."""
    return _bare(cast(str, element.tag))


@lru_cache(maxsize=4096)
def _bare(tag: str) -> str:
    return tag.rpartition("}")[2]


def children(element: Element, name: str = "") -> Iterator[Element]:
    """Those of a name, or all that are elements."""
    return element.iterchildren(f"{{*}}{name}" if name else "*")


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
    for child in children(element):
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
    named = [(_bare(str(key)), str(value)) for key, value in element.attrib.items()]
    for name, value in (*named, *((local(child), child.text or "") for child in children(element))):
        if name not in without and f"{at}.{name}" not in without and (said := clean(value)):
            yield f"{name}: {said}"


def raw(element: Element) -> str:
    return etree.tostring(element, encoding="unicode")


def _root(head: bytes) -> Element | None:
    """The first element, as far as it is told in what a file begins with."""
    try:
        return next((element for _, element in _walk(io.BytesIO(head), "start")), None)
    except etree.XMLSyntaxError:
        return None


def _walk(
    stream: object, event: Literal["start", "end"], wanted: frozenset[str] = frozenset()
) -> Iterator[tuple[str, Element]]:
    """libxml2 finds the wanted elements itself, whatever their namespace, and refuses what is deeper than 256."""
    walked = etree.iterparse(
        cast(BinaryIO, stream),
        events=(event,),
        tag=[f"{{*}}{name}" for name in sorted(wanted)] or None,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    return cast(Iterator[tuple[str, Element]], iter(walked))


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
        stream.seek(0)
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
