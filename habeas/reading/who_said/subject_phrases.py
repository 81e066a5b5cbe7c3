"""The whole subject of a verb of speech, in fixed order: “Ministers in Warsaw insist”, “someone who read it says”."""

from __future__ import annotations

import re
from itertools import pairwise

from habeas.reading.who.cast import Cast
from habeas.reading.words.text import Sentence

Span = tuple[int, int]

_PARTS = re.compile(r",(?!\d{3})|[;:()—–“”\"]")
_TRAILING = r"(?:\s+{trailing})+$"
_OPENING = r"[\W_]*(?:{phrase_openers}\s+)*"
_MOST_WORDS = 20


def subject_phrase(place: int, sentence: Sentence, cast: Cast) -> Span | None:
    """From the first word of the part of the sentence before a verb to the verb, if that may be who speaks."""
    ahead = cast.text.printed[sentence.start : place]
    parts = list(_parts(ahead))
    if ahead.rstrip().endswith(","):
        parts = _before_the_apposition(parts, sentence.start, cast)
    for start, end in parts[-1:]:
        found = _trimmed(sentence.start + start, sentence.start + end, cast)
        if found and _may_speak(*found, cast):
            return found
    return None


def _parts(ahead: str) -> list[Span]:
    marks = [0, *[one.end() for one in _PARTS.finditer(ahead)], len(ahead)]
    return [(first, last) for first, last in pairwise(marks) if ahead[first:last].strip(' ,"“”')]


def _before_the_apposition(parts: list[Span], first: int, cast: Cast) -> list[Span]:
    """“One of the freed, a man in his fifties, told of”: who stands before what is set between commas."""
    if len(parts) > 1 and _SHORT_NAME.search(cast.text.printed[: parts[-1][1] + first]):
        return [*parts[:-2], (parts[-2][0], parts[-1][1])]  # “the intelligence agency, HUR, said”
    return parts[:-1] if len(parts) > 1 else parts


_SHORT_NAME = re.compile(r",\s[A-Z]{2,6},?\s?$")


def _trimmed(start: int, end: int, cast: Cast) -> Span | None:
    words = cast.text.low[start:end]
    opening = cast.language.shape(_OPENING).match(words)
    start += opening.end() if opening else 0
    while end > start and not cast.text.printed[end - 1].isalnum():
        end -= 1
    tail = cast.language.shape(_TRAILING).search(cast.text.low[start:end])
    end = start + tail.start() if tail else end
    return (start, end) if end - start > 2 else None


def _may_speak(start: int, end: int, cast: Cast) -> bool:
    """A noun phrase: no pronoun, no preposition and no verb opens it, and no verb of its own stands outside “who”."""
    low = cast.text.low[start:end]
    words = re.findall(r"[\w'-]+", low)
    if not words or len(words) > _MOST_WORDS or cast.language.pattern("speech.no_subject").match(low):
        return False
    main = cast.language.shape(r"\b(?:{relative_pronouns}|{that})\b").split(low)[0]
    return not any(cast.language.pattern(verb).search(main) for verb in ("speech.own_verb", "speech.verb"))
