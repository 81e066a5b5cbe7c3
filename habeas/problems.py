"""What can be wrong with what the world hands us, as data to collect and as an error to show without a traceback."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

_MOST_NAMED = 12


class BadInput(Exception):
    """Input that we cannot take; the message says where, what, and what to do next."""


class Unsound(BadInput):
    """What was to be checked isn't what its signer left; the one who asked did nothing wrong."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing amiss in an input that is otherwise read on."""

    where: str
    what: str
    advice: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.what}" + (f" {self.advice}" if self.advice else "")


def known_are(what: str, asked: str, known: Iterable[str]) -> str:
    """The known keys in a sentence; where there are many, those most like the one that was asked for."""
    keys = list(known)
    if not keys:
        return f"No {what} is known yet."
    if len(keys) <= _MOST_NAMED:
        return f"Known are: {', '.join(keys)}."
    likest = sorted(keys, key=lambda key: _unlike(key, asked))[:_MOST_NAMED]
    return f"Known are: {', '.join(likest)}, and {len(keys) - _MOST_NAMED} more."


def _unlike(key: str, asked: str) -> float:
    return -SequenceMatcher(None, key, asked).ratio() - (asked in key)
