"""What stands in a text and may be one of some words: in another case, script or spelling, or within an address."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import unquote

from habeas.names.given import GivenLevel, given_level, read_given
from habeas.names.levels import SurnameLevel
from habeas.names.surname import surname_level

_SHORTEST = 3
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_PARTED = re.compile(rf"{_WORD.pattern}(?:[-‐‑]\s*{_WORD.pattern})*")
_PIECE = re.compile(rf"(?:https?://|www\.)\S+|[^\s@]+@[^\s@]+|{_PARTED.pattern}", re.IGNORECASE)


def alike_words(text: str, words: Iterable[str]) -> tuple[str, ...]:
    """The words, and the addresses of pages and mail, that may name what any of the words names; in order, once each.

    It errs by telling too much: a namesake is told too, and so is a word that only looks like one of them.
    """
    wanted = {part for one in words for piece in _PARTED.findall(one) for part in _parts(piece)}
    found = (piece.group().rstrip(".,;:!?)»”") for piece in _PIECE.finditer(text))
    return tuple(dict.fromkeys(one for one in found if any(_is_alike(part, wanted) for part in _parts(one))))


def _parts(piece: str) -> list[str]:
    """Its words, and what they are together where a hyphen alone parts them."""
    found = _WORD.findall(unquote(piece))
    if len(found) > 1 and _PARTED.fullmatch(piece):
        found.append("".join(found))
    return [part.lower() for part in found if len(part) >= _SHORTEST]


def _is_alike(part: str, wanted: set[str]) -> bool:
    return any(_are_alike(part, one) for one in wanted)


@lru_cache(maxsize=65_536)
def _are_alike(one: str, other: str) -> bool:
    level = surname_level(one, other)
    if level is not None and level <= SurnameLevel.SLIP:
        return True
    return given_level(read_given(one), read_given(other)) <= GivenLevel.SHORT
