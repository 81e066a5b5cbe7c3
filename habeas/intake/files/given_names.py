"""Whether a known given name is among printed words."""

from __future__ import annotations

from habeas.names.given import standing

_SURE = 1.0


def has_given_name(text: str) -> bool:
    return any(standing(word.strip(".,()").casefold()) >= _SURE for word in text.split() if len(word) > 2)
