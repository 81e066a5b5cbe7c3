"""Speakers whom no table knows: a noun right beside a verb of speech (“сказал санитар”, “an aide to him said”)."""

from __future__ import annotations

import re

from habeas.reading.who.cast import Cast
from habeas.reading.words.text import Sentence, Word

Span = tuple[int, int]

_TAIL = re.compile(
    r"(?:^|[\s(\"“”—–,:;])"
    r"((?:an?|the|his|her|their|its|our|my|this|one|two|three|four|some|several|many|most|all|local|state|another)\s"
    r"(?:[\w'’-]+\s){0,6}?[\w'’-]+|relatives|families|witnesses|insiders|colleagues|friends|neighbou?rs|survivors)"
    r"(?:\s(?:also|later|then|now|has|have|had|is said to have|who asked not to be (?:named|identified),?))*,?\s*$"
)
_HEAD_AFTER = re.compile(r"\s+((?:an?|the|his|her|their|one|two|three|some)\s(?:[\w'’-]+\s){0,3}[\w'’-]+)")
_TOGETHER = re.compile(r"\s+(?:(?:мне|нам|ему|ей|им|нас|вам|яму|ёй|мяне|нам|потом|позже|затем|тоже|потым|таксама)\s+)?")
_PAST = ((re.compile(r"(?:л|ўся|лся|ў)$"), r"[бвгджзйклмнпрстфхцчшщь]"), (re.compile(r"(?:ла|лась|лася)$"), r"[аяьо]"))
_MANY = re.compile(r"(?:ли|лись|лі|ліся|ут|ют|ат|ят|уць|юць|аць|яць)$")


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
        found = _HEAD_AFTER.match(cast.text.low, place, sentence.end)
        return found.span(1) if found else None
    gap = _TOGETHER.match(cast.text.low, place, sentence.end)
    word = next((one for one in sentence.words if gap and one.start == gap.end()), None)
    return (word.start, word.end) if word and _may_speak(word, verb, cast) else None


def _english(place: int, sentence: Sentence, cast: Cast) -> Span | None:
    found = _TAIL.search(cast.text.low[sentence.start : place])
    if not found or cast.language.pattern("speech.verb").search(found[1]):
        return None
    words = found[1].split()
    if not set(words).isdisjoint(("was", "were", "is", "are", "that", "who", "which", "and", "but", "when", "as")):
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
    if _MANY.search(verb):
        return word.low[-1] in "ыиі"
    for past, ending in _PAST:
        if past.search(verb):
            return re.search(f"{ending}$", word.low) is not None
    return re.search("[бвгджзйклмнпрстфхцчшщаяь]$", word.low) is not None
