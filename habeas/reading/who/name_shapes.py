"""What surnames of the region end in, in all their spellings and cases, opened once from their table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import yaml

from habeas.reading.words.languages import FOLDER


@dataclass(frozen=True, slots=True)
class NameShapes:
    """Endings of names by what they tell; `lithuanian` pairs an ending of a case with those of the nominative."""

    sure: re.Pattern[str]
    women: re.Pattern[str]
    men: re.Pattern[str]
    men_oblique: re.Pattern[str]
    men_given: re.Pattern[str]
    case_tails: frozenset[str]
    before_tails: str
    lithuanian: tuple[tuple[str, tuple[str, ...]], ...]


@cache
def name_shapes() -> NameShapes:
    raw = yaml.load((FOLDER / "names.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return NameShapes(
        sure=_ends(raw["sure"]),
        women=_ends(raw["women"]),
        men=_ends(raw["men"]),
        men_oblique=_ends(raw["men_oblique"]),
        men_given=_ends(raw["men_given"]),
        case_tails=frozenset(_flat(raw["case_tails"])),
        before_tails=raw["before_tails"],
        lithuanian=tuple((tail, tuple(ends)) for tail, ends in raw["lithuanian"].items()),
    )


def _ends(endings: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(endings)})$")


def _flat(rows: Iterable[str | list[str]]) -> Iterator[str]:
    for row in rows:
        yield from [row] if isinstance(row, str) else row
