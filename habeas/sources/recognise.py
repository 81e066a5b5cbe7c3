"""Whose list a file is, told by what it holds and never by its name."""

from __future__ import annotations

from habeas.problems import BadInput
from habeas.sources.elements import root_of
from habeas.sources.manifests import Manifest, manifests
from habeas.sources.parcels import Parcel
from habeas.sources.tables import first_rows, is_header

_MARKS = b"\xef\xbb\xbf \t\r\n"
_OFAC_CELLS = 12


def recognise(parcel: Parcel) -> Manifest:
    """The source that this file is of; BadInput says what was found instead."""
    head = parcel.head()
    start = head.lstrip(_MARKS)
    if start.startswith((b"<", b"\xff\xfe<", b"\xfe\xff\0<")):
        return _by_root(parcel.name, root_of(head))
    if start.startswith(b"{"):
        return _of_format("json lines")
    rows = first_rows(head, 3)
    for row in rows:
        for source in manifests().values():
            if source.columns and is_header(row, source):
                return source
    if rows and len(rows[0]) == _OFAC_CELLS and rows[0][0].strip().isdigit():
        return _of_format("table without a header")
    seen = ", ".join(cell.strip() for cell in rows[0])[:300] if rows else "nothing that is text"
    raise BadInput(
        f"{parcel.name}: no list that is known begins like this: {seen}. Say whose it is with --source KEY; known are:"
        f" {', '.join(manifests())}."
    )


def _by_root(name: str, root: str) -> Manifest:
    for source in manifests().values():
        if root in source.roots:
            return source
    known = ", ".join(root for source in manifests().values() for root in source.roots)
    raise BadInput(
        f"{name}: an XML that begins with “{root[:60] or 'nothing'}”. Lists that are known begin with: {known}."
    )


def _of_format(format: str) -> Manifest:
    return next(source for source in manifests().values() if source.format == format)
