"""Aliases of editors: which two are one, whatever script, case or invisible sign they are written with. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

LOOK_ALIKES = {
    "а": "a", "в": "b", "е": "e", "ё": "e", "һ": "h", "н": "h", "і": "i", "ї": "i", "ј": "j", "к": "k", "ӏ": "l",
    "м": "m", "о": "o", "р": "p", "ԛ": "q", "ѕ": "s", "с": "c", "т": "t", "у": "y", "ў": "y", "ԝ": "w", "х": "x",
    "α": "a", "β": "b", "ε": "e", "η": "n", "ι": "i", "κ": "k", "μ": "m", "ν": "v", "ο": "o", "ρ": "p", "τ": "t",
    "υ": "u", "χ": "x", "ı": "i", "ɡ": "g", "ɑ": "a",
}  # fmt: skip
"""Letters of other scripts that pass for Latin ones in small letters or in capitals.

The guard of the database knows these letters too, by ledger/migrations/0005; what is added here needs a new one
there. Accents and letters of full width are seen here alone.
"""


MATCHER = "matcher"
"""Who judges where no editor has looked: the machine, in the name of whoever brought the mention in."""

_WRITTEN = re.compile(r"[\w.@-]{1,60}\Z")


def author(editor: str, brought_by: str) -> str:
    """Whose a line of this editor is, about a mention that `brought_by` brought in: of the machine's, it is theirs."""
    return brought_by if editor == MATCHER and brought_by else editor


def is_alias(text: str) -> bool:
    """1 to 60 letters, digits and . _ @ -, and not the machine's."""
    return bool(_WRITTEN.match(text)) and bare(text) != MATCHER


def same_editor(one: str, other: str) -> bool:
    """Aliases that differ in case, in blanks or in letters that look alike are one editor."""
    return bare(one) == bare(other)


@lru_cache(maxsize=4096)
def bare(alias: str) -> str:
    folded = unicodedata.normalize("NFKC", alias).casefold()
    parts = unicodedata.normalize("NFD", "".join(LOOK_ALIKES.get(letter, letter) for letter in folded))
    return "".join(letter for letter in parts if unicodedata.category(letter) not in ("Mn", "Cf", "Zs", "Cc"))


def slips_of(alias: str, known: Iterable[str]) -> list[str]:
    """Known aliases from which this one, which isn't known itself, is one slip of the fingers away."""
    others = sorted(set(known) - {""})
    return [] if alias in others else [other for other in others if _one_slip(bare(alias), bare(other))]


def _one_slip(one: str, other: str) -> bool:
    """One letter more, less or other, or two swapped; an alias that ends in another number is somebody else's."""
    if len(one) > len(other):
        one, other = other, one
    if one == other:
        return True
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    left, right = one[start:], other[start:]
    if len(left) == len(right):
        swapped = left[:2] == right[1::-1] and left[2:] == right[2:] and len(left) > 1
        return swapped or (left[1:] == right[1:] and not (left[0].isdigit() and right[0].isdigit()))
    return left == right[1:]
