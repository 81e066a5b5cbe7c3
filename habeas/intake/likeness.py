"""Whether printed words look like a person's name: by their shape, and by the given names that we know."""

from __future__ import annotations

import re
from collections.abc import Sequence

from habeas.intake.remarks import why_nobody
from habeas.names.given import standing

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’ʼ`-])*\.?\Z")
_SMALL = ("von", "van", "de", "da", "al", "bin", "oglu", "oğlu", "kyzy", "оглы", "кызы", "ибн", "бен")
_SURE = 1.0


def shaped_as_name(text: str) -> bool:
    """Two to five words of letters that begin large; nothing says yet that one of them is a name."""
    words = text.replace(",", " ").split()
    if not 2 <= len(words) <= 5 or why_nobody(text, text):
        return False
    return all(_WORD.match(word) and (word[0].isupper() or word.casefold() in _SMALL) for word in words)


def has_given_name(text: str) -> bool:
    return any(standing(word.strip(".,").casefold()) >= _SURE for word in text.split() if len(word) > 2)


def share_of_names(texts: Sequence[str]) -> float:
    """How many of the texts are names, from 0 to 1. Without a single known given name the shape says nothing."""
    shaped = [text for text in texts if shaped_as_name(text)]
    known = sum(map(has_given_name, shaped))
    return len(shaped) / len(texts) if texts and known * 3 >= len(shaped) else 0.0
