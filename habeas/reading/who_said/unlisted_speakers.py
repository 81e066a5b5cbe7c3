"""Speakers whom no table knows: a noun right beside a verb of speech (“сказал санитар”, “an aide to him said”)."""

from __future__ import annotations

from habeas.reading.who.cast import Cast
from habeas.reading.words.text import Sentence, Word

Span = tuple[int, int]

_TAIL = (
    r"(?:^|[\s(\"“”—–,:;])({opens_noun}\s(?:[\w'’-]+\s){0,6}?[\w'’-]+|{bare_speakers})(?:\s{after_speaker},?)*,?\s*$"
)
_HEAD_AFTER = r"\s+({opens_noun_after}\s(?:[\w'’-]+\s){0,3}[\w'’-]+)"
_TOGETHER = r"\s+(?:{to_me}\s+)?"
_AGREE = ((r"{past_many}$", r"{noun_many}$"), (r"{past_man}$", r"{noun_man}$"), (r"{past_woman}$", r"{noun_woman}$"))
"""Endings of verbs, and of the nouns in the nominative that each agrees with."""


def unlisted_before(place: int, verb: str, sentence: Sentence, cast: Cast) -> Span | None:
    """The noun that a verb of speech follows, if it stands right before it."""
    if not cast.language.free_order:
        return _english(place, sentence, cast)
    word = next((one for one in reversed(sentence.words) if one.end <= place), None)
    if word is None or cast.text.printed[word.end : place].strip():
        return None
    return (word.start, word.end) if _may_speak(word, verb, cast) else None


def unlisted_after(place: int, verb: str, sentence: Sentence, cast: Cast) -> Span | None:
    """The noun right after the verb, or after the “to me” that belongs to it."""
    if not cast.language.free_order:
        found = cast.language.shape(_HEAD_AFTER).match(cast.text.low, place, sentence.end)
        return found.span(1) if found else None
    gap = cast.language.shape(_TOGETHER).match(cast.text.low, place, sentence.end)
    word = next((one for one in sentence.words if gap and one.start == gap.end()), None)
    return (word.start, word.end) if word and _may_speak(word, verb, cast) else None


def _english(place: int, sentence: Sentence, cast: Cast) -> Span | None:
    found = cast.language.shape(_TAIL).search(cast.text.low[sentence.start : place])
    if not found or cast.language.pattern("speech.verb").search(found[1]):
        return None
    words = found[1].split()
    if not cast.language.listed("no_speaker").isdisjoint(words):
        return None
    return sentence.start + found.start(1), sentence.start + found.end(1)


def _may_speak(word: Word, verb: str, cast: Cast) -> bool:
    """A noun in the nominative, by what agrees with the verb."""
    language = cast.language
    if len(word.low) < 4 or word.low in language.pronouns or not word.low.isalpha():
        return False
    if any(word.low in language.listed(name) for name in ("not_names", "hanging", "stops_phrase", "no_speakers")):
        return False
    if any(language.pattern(verbs).search(word.low) for verbs in ("speech.verb", "release.done", "detained.done")):
        return False
    for past, noun in _AGREE:
        if language.shape(past).search(verb):
            return language.shape(noun).search(word.low) is not None
    return language.shape(r"{noun_any}$").search(word.low) is not None
