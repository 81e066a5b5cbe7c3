"""Printed text as it can safely be shown and compared: no control characters, no marks that turn the reading round."""

from __future__ import annotations

import re
import unicodedata

_CUT = "…"
_STROKE = "\u0336"


def visible(text: str) -> str:
    """The text without what nobody sees; the archived bytes keep that. Blanks and line ends become one blank."""
    if text.isprintable() and _STROKE not in text:
        return " ".join(text.split())
    kept = "".join(" " if _blank(letter) else letter for letter in text if _blank(letter) or not _unseen(letter))
    return " ".join(kept.split())


def is_struck(text: str) -> bool:
    """Whether most of it is struck through: by the marks of messengers, or letter by letter."""
    letters = sum(letter.isalpha() for letter in text)
    between = re.sub(r"~~(.+?)~~", "", text)
    return bool(letters) and (text.count(_STROKE) * 2 > letters or sum(map(str.isalpha, between)) * 2 < letters)


def shortened(text: str, most: int = 200) -> str:
    return text if len(text) <= most else text[: most - 1] + _CUT


def as_printed(cell: object) -> str:
    """A cell of a spreadsheet as its reader sees it: whole numbers without a fraction, days as days."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return re.sub(r"[T ]00:00(:00)?\Z", "", str(cell))


def _blank(letter: str) -> bool:
    return letter.isspace() or letter in "\u2028\u2029"


def _unseen(letter: str) -> bool:
    # Cc control, Cf format (marks of direction, zero-width joiners, byte order marks), Cs halves of a pair, Co private.
    return letter == _STROKE or unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Co", "Cn")
