"""What inner rings say in English (errors, reasons), said in the language of the reader.

The rings below the pages know no reader. Their sentences are known again by their patterns, which
scripts/translations.py collects from the code into sentences.json; one that isn't known stays as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.utils.translation import get_language, pgettext

SENTENCES = Path(__file__).with_name("sentences.json")
CONTEXT = "a sentence from below"
_SLOT = re.compile(r"\{\d+\}")


def retold(sentence: str) -> str:
    return sentence if (get_language() or "en").startswith("en") else _retold(" ".join(sentence.split()))


def _retold(sentence: str) -> str:
    for text, pattern in _patterns():
        if found := pattern.fullmatch(sentence):
            return pgettext(CONTEXT, text).format(*map(_retold, found.groups()))
    return _by_parts(sentence)


def _by_parts(sentence: str) -> str:
    """Several sentences in one: two reasons, or a place and what is amiss there."""
    for mark in ("; ", ": "):
        head, found, rest = sentence.partition(mark)
        if found:
            return _retold(head) + mark + _retold(rest)
    return sentence


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Those with more words of their own first, so that the most exact one is found."""
    texts: list[str] = json.loads(SENTENCES.read_text(encoding="utf-8"))
    return tuple((text, re.compile("".join(_expressed(text)))) for text in sorted(texts, key=_own, reverse=True))


def _own(text: str) -> int:
    return len(_SLOT.sub("", text))


def _expressed(text: str) -> Iterator[str]:
    end = 0
    for slot in _SLOT.finditer(text):
        yield re.escape(text[end : slot.start()]) + "([^;]*?)"
        end = slot.end()
    yield re.escape(text[end:])
