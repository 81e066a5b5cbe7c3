"""People whom a text lists as freed without a verb of their own: town by town, mark by mark, a sentence each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from habeas.reading.what_happened.happenings import Happening
from habeas.reading.what_happened.name_lists import TELLING, listed
from habeas.reading.who.cast import Cast, Named
from habeas.reading.words.hedges import Told, told
from habeas.reading.words.text import Sentence

_LEAD = 3
_FEWEST_HEADS = 3
_HEAD = re.compile(r"[\s•·▪—–-]*(?:[A-ZА-ЯЁІЎЄЇҐĄ-Ž][^\W\d_][\w'’ʼ-]*(?:[ -][^\W\d]+){0,2})(?P<end>[:.—–])\s*")
_STEPS = r"[\s«“\"]*(?:{steps}\s+)?$"
_APPOSED = re.compile(r"\s*(?:[,(]|[—–:]\s|\.?$)")
_VERB_LIKE = r"\b\w+{verb_endings}\b|\b{verbs_small}\b"
_MARKED = re.compile(r"\s*(?P<mark>[✅✔☑🟢]|[❌✖🔴⛔])\ufe0f?\s*")
_FREE_MARKS = "✅✔☑🟢"


def listings(cast: Cast) -> Iterator[Happening]:
    """What such lists tell, as releases and as people held still."""
    yield from _marked(cast)
    lead = cast.text.sentences[:_LEAD]
    asks = cast.language.pattern("among_asked")
    if _tells_of_release(cast, lead) and any(asks.search(cast.text.low, one.start, one.end) for one in lead):
        yield from _by_town(cast)
    yield from _sentence_each(cast)


def _tells_of_release(cast: Cast, sentences: Sequence[Sentence]) -> bool:
    return any(_released(one, cast) for one in sentences)


_FREED = ("counted.released", "release.undergone", "release.done", "release.moved", "release.noun")


def _released(one: Sentence, cast: Cast) -> bool:
    return any(cast.language.pattern(way).search(cast.text.low, one.start, one.end) for way in _FREED)


def _quiet(start: int, end: int, cast: Cast) -> bool:
    """Whether nothing is told there by a verb, or of prison."""
    ways = (*TELLING, "kept.absent", "kept.place", "detained.undergone", "died.undergone", "hedge.negated")
    return not any(cast.language.pattern(way).search(cast.text.low, start, end) for way in ways)


def _made(kind: str, sentence: Sentence, named: list[Named], how: Told = Told.OUTRIGHT) -> Happening:
    people = tuple(dict.fromkeys(one.person for one in named))
    return Happening(kind, named[0].start, named[-1].end, people, how, sentence, "list")


def _by_town(cast: Cast) -> Iterator[Happening]:
    """“Brest: X and Y.” line after line, under “who came out”."""
    headed = [(one, found) for one in _lines(cast) if (found := _HEAD.match(cast.text.printed, one.start))]
    if len(headed) < _FEWEST_HEADS:
        return
    for line, head in headed:
        yield from _named_only(line, cast)
        sentence = line if head.end() < line.end else _after_a_number(line, cast)
        start = max(head.end(), sentence.start)
        names = listed(sentence, start, cast)
        if not names or any(one.start < head.end() for one in cast.by_name(line)):
            continue
        ahead = cast.text.low[start : names[0].start]
        told_of = cast.language.shape(_VERB_LIKE).search(ahead)
        if len(ahead.split()) <= _WORDS_AHEAD and not told_of and _quiet(start, sentence.end, cast):
            yield _made("release", sentence, names)


_WORDS_AHEAD = 10
_CALLINGS_AHEAD = 3
"""Between a mark and the name that it marks: “✅ the painter X”."""


def _named_only(line: Sentence, cast: Cast) -> Iterator[Happening]:
    """“Minsk. Six. We name only X”: past the town, in the same paragraph."""
    for one in cast.text.sentences[line.number + 1 : line.number + 5]:
        if "\n" in cast.text.printed[line.end - 1 : one.words[0].start]:
            return
        opening = cast.language.pattern("among_them").search(cast.text.low, one.start, one.end)
        if opening is None:
            continue
        names = listed(one, opening.end(), cast)
        if names and names[0].start - opening.end() < _NEAR and _quiet(one.start, names[0].start, cast):
            yield _made("release", one, names)


_NEAR = 30


def _lines(cast: Cast) -> Iterator[Sentence]:
    for one in cast.text.sentences:
        if not cast.text.printed[: one.start].rstrip(" ") or cast.text.printed[: one.start].rstrip(" ").endswith("\n"):
            yield one


def _after_a_number(line: Sentence, cast: Cast) -> Sentence:
    """“Grodno. Three. X and Y”: past the town and the bare number."""
    after = cast.text.sentences[line.number + 1 : line.number + 3]
    for one in after:
        if "\n" in cast.text.printed[line.end : one.start] or len(one.words) > 1:
            return one
    return after[-1] if after else line


def _marked(cast: Cast) -> Iterator[Happening]:
    """“✅ X”, “❌ Y”: ticked are those freed, crossed those who are not, in a text that tells of a release."""
    if not _tells_of_release(cast, cast.text.sentences):
        return
    for one in cast.text.sentences:
        line = cast.text.printed.rfind("\n", 0, one.words[0].start) + 1
        found = _MARKED.match(cast.text.printed, line)
        names = cast.by_name(one)
        if not found or not names or one.words[0].start - found.end() > 2:
            continue
        if len(cast.text.printed[found.end() : names[0].start].split()) > _CALLINGS_AHEAD:
            continue
        if found["mark"] in _FREE_MARKS:
            yield _made("release", one, names[:1], told(cast.text, one, (names[0].end, names[0].end), cast.language))
        else:
            yield _made("kept", one, names[:1], Told.OUTRIGHT)


def _sentence_each(cast: Cast) -> Iterator[Happening]:
    """“Four of those freed met the press. X, a painter. Y, jailed for a post.”: two such sentences at least."""
    for first in cast.text.sentences:
        if cast.by_name(first) or not _released(first, cast) or not _counts(first, cast):
            continue
        if told(cast.text, first, (first.words[0].start, first.words[0].end), cast.language) not in _SO:
            continue
        found = []
        for one in cast.text.sentences[first.number + 1 :]:
            named = _opens_with_a_name(one, cast)
            if named is None:
                break
            found.append((one, named))
        if len(found) > 1:
            for one, named in found:
                yield _made("release", one, [named])


_SO = (Told.OUTRIGHT, Told.REPORTED)


def _counts(one: Sentence, cast: Cast) -> bool:
    several = any(word.low in cast.language.numbers or word.low.isdigit() for word in one.words)
    return several or cast.language.pattern("counted.gathered").search(cast.text.low, one.start, one.end) is not None


def _opens_with_a_name(one: Sentence, cast: Cast) -> Named | None:
    names = cast.by_name(one)
    if not names or names[0].possessive or cast.people[names[0].person].officer:
        return None
    before = cast.text.low[one.start : names[0].start]
    quiet = _quiet(one.start, one.end, cast) and not cast.language.pattern("speech.verb").search(
        cast.text.low, one.start, one.end
    )
    fits = cast.language.shape(_STEPS).fullmatch(before) and _APPOSED.match(cast.text.printed[names[0].end : one.end])
    return names[0] if fits and quiet else None
