"""Where a text quotes: stretches between quotation marks, also those that run over the end of a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from habeas.reading.words.text import Sentence, Text

Span = tuple[int, int]

QUOTE = re.compile(r"«[^»]{3,}»|“[^”]{3,}”|„[^“”]{3,}[“”]|\"[^\"]{3,}\"")
QUOTE_OR_OPEN = re.compile(rf"{QUOTE.pattern}|(?<=: )[«“„][^»”]{{3,}}$")
"""Also one that a colon opens and the next sentence closes."""
_LONG, _SHORTEST, _FEWEST_WORDS = 30, 10, 3
_DASH = re.compile(r",?\s*[—–-]\s")
_BREAKS_OFF = re.compile(r"[,!?…]\s*[—–]\s")
_CLOSES = re.compile(r"[»”]|\"(?=[\s,.!?—–-]|$)")
_OPENS = re.compile(r"[«“„]|(?:(?<=\s)|^)\"(?=\w)")


def quotes_in(sentence: Sentence, text: Text) -> list[Span]:
    """Quotations of a sentence, short ones left out, which are names; and one that began in a sentence before."""
    found = [one.span() for one in QUOTE.finditer(text.printed, sentence.start, sentence.end)]
    whole = [one for one in found if is_speech(text.printed, *one)]
    if (broken := _broken_off(sentence, text)) is not None and broken[1] - broken[0] > _SHORTEST:
        whole = [broken, *[one for one in whole if one[0] >= broken[1]]]
    closing = _CLOSES.search(text.printed, sentence.start, sentence.end)
    opening = _OPENS.search(text.printed, sentence.start, sentence.end)
    if closing and (opening is None or closing.start() < opening.start()):
        return [(sentence.start, closing.end()), *[one for one in whole if one[0] >= closing.end()]]
    return whole


def is_speech(printed: str, start: int, end: int) -> bool:
    """Whether what stands between quotation marks is said, and no name: it is long, or a comma or dash closes it."""
    if end - start > _LONG:
        return True
    closed = printed[end - 2] in ",.!?…" or bool(_DASH.match(printed, end))
    fewest = _FEWEST_WORDS - (printed[end - 2] in ",!?")
    return closed and len(printed[start:end].split()) >= fewest


def _broken_off(sentence: Sentence, text: Text) -> Span | None:
    """«Я не верила, — говорит она. — …» and a line of dialogue: what is said ends at the dash, unclosed."""
    printed = text.printed[sentence.start : sentence.end]
    start = len(printed) - len(printed.lstrip())
    dialogue = printed[start : start + 2] in ("— ", "– ", "- ")
    opens = printed.rfind("«")
    if not dialogue and (opens < 0 or "»" in printed[opens:]):
        return None
    first = start if dialogue else opens
    dash = _BREAKS_OFF.search(printed, first + 2)
    return (sentence.start + first, sentence.start + dash.start() + 1) if dash else None


def all_quotes(sentence: Sentence, text: Text) -> list[Span]:
    return [one.span() for one in QUOTE.finditer(text.printed, sentence.start, sentence.end)]


def inside(start: int, end: int, quotes: Sequence[Span]) -> bool:
    return any(first < start and end < last for first, last in quotes)


def left_open(sentence: Sentence, text: Text, was_open: bool) -> bool:
    """Whether a quotation is still open at the end of a sentence, `was_open` if one ran into it."""
    printed = text.printed[sentence.start : sentence.end]
    if "«" in printed or "»" in printed:
        return printed.rfind("«") > printed.rfind("»")
    if "„" in printed:
        return printed.rfind("„") > max(printed.rfind("“"), printed.rfind("”"))
    if "“" in printed or "”" in printed:
        return printed.rfind("“") > printed.rfind("”")
    return was_open != (printed.count('"') % 2 == 1)
