"""Quotations of several sentences whose speaker is named only at their end: each sentence is that speaker's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from habeas.reading.who.cast import Cast
from habeas.reading.who_said.quotations import left_open
from habeas.reading.words.text import Sentence

_MOST = 12
_OPENS = re.compile(r"[«“„\"]")


def sentences_before(sentence: Sentence, cast: Cast, opened: Sequence[bool]) -> list[Sentence]:
    """Those over which the quotation runs that ends in this sentence; `opened` tells what each left open."""
    found: list[Sentence] = []
    for number in range(sentence.number - 1, max(-1, sentence.number - _MOST), -1):
        if not opened[number]:
            break
        found.insert(0, cast.text.sentences[number])
    return found if len(found) < _MOST else []


def closes_here(sentence: Sentence, cast: Cast) -> bool:
    return not left_open(sentence, cast.text, was_open=True)


def quoted_throughout(sentence: Sentence, cast: Cast) -> bool:
    """Whether a sentence stands all within a quotation that runs into it: nobody but the one quoted speaks there."""
    printed = cast.text.printed[sentence.start : sentence.end]
    return _MARK.search(printed) is None and _ASIDE.search(printed) is None


_MARK = re.compile(r"[«»“”„\"]")
_ASIDE = re.compile(r"[,!?…]\s*[—–-]\s")
"""«…, — said X. — …»: the quotation is broken off to tell who speaks."""


def opened_in(sentence: Sentence, cast: Cast) -> list[tuple[int, int]]:
    """What follows a mark that no other of the sentence closes."""
    printed = cast.text.printed
    mark = printed.rfind("«", sentence.start, sentence.end)
    if mark < 0 or "»" in printed[mark : sentence.end] or _ASIDE.search(printed, mark, sentence.end):
        return []
    return [(mark, sentence.end)]


def quoted_parts(sentences: Sequence[Sentence], cast: Cast) -> Iterator[tuple[Sentence, int, int]]:
    """Of the first what stands past its last opening mark, of the others all."""
    for at, one in enumerate(sentences):
        marks = [found.start() for found in _OPENS.finditer(cast.text.printed, one.start, one.end)]
        yield one, marks[-1] if marks and at == 0 else one.start, one.end
