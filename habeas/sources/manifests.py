"""The manifest of each source: whose list, where, in which form, how it is known again, how few rows are too few."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

import yaml

from habeas.problems import BadInput

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Manifest:
    """One source. `columns` are the fields we read with every header they have been seen under.

    `needed` fields must be there; `roots` are the elements an XML begins with; `elsewhere` are headers that are kept
    as printed; `floor` is the fewest entries that a whole list has.
    """

    key: str
    title: str
    publisher: str
    sanctioner: str
    address: str
    format: str
    floor: int
    programmes: str
    columns: Mapping[str, tuple[str, ...]]
    needed: tuple[str, ...]
    roots: tuple[str, ...]
    ends_with: str


@cache
def manifests() -> Mapping[str, Manifest]:
    """Every source by its key, which is the name of its folder."""
    return {file.parent.name: _manifest(file) for file in sorted(HERE.glob("*/manifest.yml"))}


def manifest(key: str) -> Manifest:
    try:
        return manifests()[key]
    except KeyError:
        raise BadInput(f"There is no source “{key[:60]}”. Known are: {', '.join(manifests())}.") from None


def folded(header: str) -> str:
    """A header without what printers change: capitals, blanks and marks."""
    return re.sub(r"[\W_]+", "", header.casefold())


def _manifest(file: Path) -> Manifest:
    told = cast(dict[str, object], yaml.safe_load(file.read_text(encoding="utf-8")))
    columns = cast(dict[str, list[str]], told.get("columns") or {})
    return Manifest(
        key=file.parent.name,
        title=str(told["title"]),
        publisher=str(told["publisher"]),
        sanctioner=str(told["sanctioner"]),
        address=str(told["address"]),
        format=str(told["format"]),
        floor=int(cast(int, told["floor"])),
        programmes=str(told["programmes"]),
        columns={field: tuple(map(folded, headers)) for field, headers in columns.items()},
        needed=tuple(map(str, cast(list[str], told.get("needed") or []))),
        roots=tuple(map(str, cast(list[str], told.get("roots") or []))),
        ends_with=str(told.get("ends_with") or ""),
    )
