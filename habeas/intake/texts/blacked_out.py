"""An archived text for an editor who may not see all of it: sentences that speak of somebody out of sight are black."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from habeas.ledger.kept_words import KeptWords
from habeas.ledger.sight import sight
from habeas.reading.claims.proposals import Proposal
from habeas.reading.read import Reading

_BLACK = "▒"
_Stretch = tuple[int, int]


def without_kept(source: str, text: str, reading: Reading) -> tuple[str, Reading, int]:
    """As it may be shown: the text, of the same length; what was read in it; and how many sentences are black."""
    words = sight().words
    if words is None:
        return text, reading, 0
    black = words.stretches(source, text)
    shown = tuple(one for one in reading.proposals if not _hidden(one, black, words))
    return blacked_out(text, black), replace(reading, proposals=shown), len(black)


def blacked_out(text: str, black: Iterable[_Stretch]) -> str:
    """Blanks stay, so that lines break where they did."""
    for start, end in black:
        text = text[:start] + re.sub(r"\S", _BLACK, text[start:end]) + text[end:]
    return text


def _hidden(one: Proposal, black: Iterable[_Stretch], words: KeptWords) -> bool:
    """Also where a pronoun in a plain sentence stands for them, as its `who` tells."""
    told = " ".join((one.who, one.speaker, one.note, *map(str, one.fields.values())))
    quote = one.quote
    return (
        any(start < one.end and one.start < end for start, end in black)
        or words.names_them(told)
        or words.names_them(" ".join((quote.prefix, quote.exact, quote.suffix)))
    )
