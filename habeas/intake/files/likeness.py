"""Whether printed words look like a person's name: by their shape, and by the given names that we know."""

from __future__ import annotations

import re
from collections.abc import Sequence

from habeas.intake.files.given_names import has_given_name
from habeas.intake.files.remarks import PARTICLES, why_nobody
from habeas.linkage.one_list import link
from habeas.names.people import Asked

_SAME = 0.5
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’ʼ`-])*\.?\Z")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2}\Z")


def shaped_as_name(text: str) -> bool:
    """Two to five words of letters that begin large; nothing says yet that one of them is a name."""
    words = re.sub(r"[,()]", " ", text).split()
    if not 2 <= len(words) <= 6 or why_nobody(text, text):
        return False
    return all(_is_word(word) for word in words) and sum(word.casefold() not in PARTICLES for word in words) <= 5


def is_name(text: str) -> bool:
    """Shaped as one, and with a given name that we know."""
    return shaped_as_name(text) and has_given_name(text)


def share_of_names(texts: Sequence[str]) -> float:
    """How many of the texts are names, from 0 to 1. Without a single known given name the shape says nothing."""
    shaped = [text for text in texts if shaped_as_name(text)]
    known = sum(map(has_given_name, shaped))
    return len(shaped) / len(texts) if texts and known * 3 >= len(shaped) else 0.0


def spell_one_name(names: Sequence[str]) -> bool:
    """Whether all are one name in several spellings: Цімур Забалоціч / Тимур Заболотич / Tsimur Zabalotsich.

    Names that “and” joins are never asked about: they are several people, namesakes too.
    """
    first, *others = names
    return all(_alike(first, other) for other in others)


def _alike(one: str, other: str) -> bool:
    found = link([Asked(one)], [("same", (other,), "", "")])[0].candidates
    return bool(found) and found[0].probability >= _SAME


def _is_word(word: str) -> bool:
    if word.casefold() in PARTICLES:
        return True
    return word[0].isupper() and bool(_WORD.match(word) or _INITIALS.match(word))
