"""Expressions of time that only describe somebody: “X, a candidate in 2020, was freed”."""

from __future__ import annotations

import re

from habeas.reading.when.dates import Dated
from habeas.reading.who.cast import Cast
from habeas.reading.words.text import Sentence

Span = tuple[int, int]

_OPENS = re.compile(r"\s*[,(]")
_CLOSES = re.compile(r"[,;)]|\s[—–]\s")
_FEWEST_WORDS = 2


def describes_somebody(dated: Dated, verb: Span, sentence: Sentence, cast: Cast) -> bool:
    """Whether it stands within what is set by commas behind a name, where the verb does not stand."""
    before = [one for one in cast.by_name(sentence) if one.end <= dated.start and not one.possessive]
    if not before:
        return False
    printed = cast.text.printed
    opening = _OPENS.match(printed, before[-1].end)
    if opening is None or opening.end() > dated.start:
        return False
    if len(printed[opening.end() : dated.start].split()) < _FEWEST_WORDS:
        return False
    closing = _CLOSES.search(printed, dated.end, sentence.end)
    end = closing.start() if closing else sentence.end
    if before[-1].end <= verb[0] < end:
        return False
    return verb[1] <= before[-1].start or closing is not None
