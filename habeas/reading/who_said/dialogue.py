"""Dialogue set off by dashes: a paragraph that opens with one is spoken by whoever spoke in the paragraph before."""

from __future__ import annotations

import re

from habeas.reading.who.cast import Cast
from habeas.reading.words.text import Sentence

Span = tuple[int, int]

_DASH = re.compile(r"\s*[—–]\s+(?=\w)")
_LEAST_WORDS = 2
_QUESTIONS_BETWEEN = 1


def answered(sentence: Sentence, last: Sentence, cast: Cast) -> Span | None:
    """What of a sentence is spoken in an answer, if whoever told the sentence `last` goes on to speak here."""
    if not cast.language.free_order:
        return None
    paragraph = _paragraph(sentence.start if sentence.number == 0 else sentence.words[0].start, cast)
    if not _DASH.match(cast.text.printed, *paragraph) or _asks(paragraph, cast):
        return None
    if not _in_own_words(paragraph, cast) and not _leads_in(paragraph, cast):
        return None
    if _told_between(last, paragraph, cast) > _QUESTIONS_BETWEEN:
        return None
    start = sentence.words[0].start
    end = len(cast.text.printed[: sentence.end].rstrip(" \n.!…"))
    return (start, end) if len(sentence.words) >= _LEAST_WORDS else None


def asked(sentence: Sentence, cast: Cast) -> bool:
    """Whether a sentence is of a question that a dash sets off: what it says is nobody's."""
    paragraph = _paragraph(sentence.words[0].start, cast)
    dash = cast.language.free_order and _DASH.match(cast.text.printed, *paragraph) is not None
    return dash and _asks(paragraph, cast)


def _paragraph(place: int, cast: Cast) -> Span:
    printed = cast.text.printed
    end = printed.find("\n", place)
    return printed.rfind("\n", 0, place) + 1, end if end >= 0 else len(printed)


def _asks(paragraph: Span, cast: Cast) -> bool:
    return cast.text.printed[slice(*paragraph)].rstrip(' »"').endswith("?")


def _in_own_words(paragraph: Span, cast: Cast) -> bool:
    return cast.language.pattern("speech.own_words").search(cast.text.low, *paragraph) is not None


def _leads_in(paragraph: Span, cast: Cast) -> bool:
    return cast.text.printed[: paragraph[0]].rstrip().endswith(":")


def _told_between(last: Sentence, paragraph: Span, cast: Cast) -> int:
    """How many paragraphs stand between, of which one at most may be a question."""
    between = [one for one in cast.text.printed[last.end - 1 : paragraph[0]].split("\n") if re.search(r"\w", one)]
    return len(between) if all(one.rstrip().endswith("?") for one in between) else _QUESTIONS_BETWEEN + 1
