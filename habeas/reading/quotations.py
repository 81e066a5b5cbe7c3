"""Where a text quotes: stretches between quotation marks, also those that run over the end of a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from habeas.reading.text import Sentence, Text

Span = tuple[int, int]

QUOTE = re.compile(r"«[^»]{3,}»|“[^”]{3,}”|„[^“”]{3,}[“”]|\"[^\"]{3,}\"")
_LONG = 30
_CLOSES = re.compile(r"[»”]|\"(?=[\s,.!?—–-]|$)")
_OPENS = re.compile(r"[«“„]|(?:(?<=\s)|^)\"(?=\w)")


def quotes_in(sentence: Sentence, text: Text) -> list[Span]:
    """Quotations of a sentence, short ones left out, which are names; and one that began in a sentence before."""
    found = [one.span() for one in QUOTE.finditer(text.printed, sentence.start, sentence.end)]
    whole = [one for one in found if one[1] - one[0] > _LONG]
    closing = _CLOSES.search(text.printed, sentence.start, sentence.end)
    opening = _OPENS.search(text.printed, sentence.start, sentence.end)
    if closing and (opening is None or closing.start() < opening.start()):
        return [(sentence.start, closing.end()), *[one for one in whole if one[0] >= closing.end()]]
    return whole


def all_quotes(sentence: Sentence, text: Text) -> list[Span]:
    return [one.span() for one in QUOTE.finditer(text.printed, sentence.start, sentence.end)]


def inside(start: int, end: int, quotes: Sequence[Span]) -> bool:
    return any(first < start and end < last for first, last in quotes)


def left_open(sentence: Sentence, text: Text, was_open: bool) -> bool:
    """Whether a quotation is still open at the end of a sentence, `was_open` if one ran into it."""
    printed = text.printed[sentence.start : sentence.end]
    if "«" in printed or "»" in printed:
        return printed.rfind("«") > printed.rfind("»")
    if "“" in printed or "”" in printed:
        return printed.rfind("“") > printed.rfind("”")
    return was_open != (printed.count('"') % 2 == 1)
