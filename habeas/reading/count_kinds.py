"""What a number in prose counts: people freed, held, detained, sentenced or promised; or nobody at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from habeas.reading.hedges import Told, told
from habeas.reading.languages import Language
from habeas.reading.text import Sentence, Text

Span = tuple[int, int]

_KINDS: dict[str, tuple[str, ...]] = {
    "released": ("counted.released", "release.undergone", "release.moved", "release.wanted"),
    "held": ("counted.held",),
    "detained": ("counted.detained",),
    "sentenced": ("counted.sentenced",),
}
_HELPED = re.compile(
    r"(?:(?:of (?:them|those|these|whom)|из них|з іх|з них|із них|z nich|spośród nich|iš jų|"
    r"buvo|zostali|zostało|були|were|was|have|had|has|are|is|been|since|later|already|also|then|"
    r"былі|были|не|уже|ужо|затем|потом|потым|позже|пазней)\s+){1,4}"
)
_OF_THEM = re.compile(r"(?:of (?:them|those|these|whom)|из них|з іх|із них|з них|z nich|spośród nich|iš jų)\b")
_THE_NUMBER = re.compile(r"the (?:number|total)\b")
_TO_A_PLACE = re.compile(r"(?:to|into|in|for|from|в|во|у|ў|на|до|да|из|з|w|do|į|iš)\s+\w")
_ENDS = re.compile(
    r"[.,;:—–)»”\"]|(?:and|и|і|й|та|i|oraz|ir|а|but|на|в|у|ў|with|by|before|until|since|in|on|за|до|да|к)\b"
)
_MORE = re.compile(r"(?:\b(?:another|further|other|еще|яшчэ|ще|jeszcze|kolejn\w+|dar)\s+)$")


@dataclass(frozen=True, slots=True)
class Before:
    """A number told of before, and what it counted."""

    of: str
    sentence: Sentence


def stands_for_people(
    text: Text, sentence: Sentence, span: Span, number: int, language: Language, follows: bool
) -> bool:
    """A number by itself: “nine were taken to Vilnius and 114 to Ukraine”, “двое не доехали”, “monitors counted 20”."""
    if text.low[span[0] : span[1]] in language.listed("collective"):
        return True
    after = text.low[span[1] : min(sentence.end, span[1] + 60)].lstrip()
    before = text.low[max(sentence.start, span[0] - 40) : span[0]]
    ends = not after or bool(_ENDS.match(after))
    if number == 1 and not follows:
        return False
    if _goes_on_to_tell(after, language):
        return True
    if follows and _to_a_named_place(text, span[1], after):
        return True
    if language.pattern("counted.among").search(before[-25:]) or _MORE.search(before):
        return ends and number > 1
    telling = ("counted.moved", "counted.released", "counted.counting", "release.wanted", "counted.among")
    return ends and number > 1 and any(language.pattern(heading).search(before) for heading in telling)


def _goes_on_to_tell(after: str, language: Language) -> bool:
    helped = _HELPED.match(after)
    tail = after[helped.end() :] if helped else after
    if _OF_THEM.match(after) or _THE_NUMBER.match(after):
        return True
    headings = ("counted.moved", *(one for kind in _KINDS.values() for one in kind))
    return any(language.pattern(heading).match(tail) for heading in headings)


def _to_a_named_place(text: Text, end: int, after: str) -> bool:
    words = text.printed[end : end + 40].split()
    return bool(_TO_A_PLACE.match(after)) and len(words) > 1 and words[1][0].isupper()


def what_is_counted(
    text: Text, sentence: Sentence, span: Span, noun: str, language: Language, before: Sequence[Before]
) -> tuple[str, bool]:
    """The kind, by the nearest telling word of its clause, and whether the number is a part of one told of before."""
    recent = [one for one in before if sentence.number - one.sentence.number <= 2]
    part = bool(language.pattern("counted.among").search(text.low[max(sentence.start, span[0] - 30) : span[0]]))
    if part and recent:
        return recent[-1].of, True
    nearest = min(_telling(text, sentence, span, language), default=None)
    if nearest is not None:
        return _as_told(text, sentence, nearest, language), part
    if inherited := _inherited(text, sentence, noun, language, before):
        return inherited, True
    anywhere = min(_telling(text, sentence, span, language, everywhere=True), default=None)
    return (_as_told(text, sentence, anywhere, language), part) if anywhere else ("", False)


def _inherited(text: Text, sentence: Sentence, noun: str, language: Language, before: Sequence[Before]) -> str:
    """A number without a telling word of its own goes on with what was counted just before."""
    here = [one for one in before if one.sentence is sentence]
    if here:
        return here[-1].of
    recent = [one for one in before if sentence.number - one.sentence.number <= 2]
    bare = not noun or bool(_OF_THEM.match(noun)) or noun in ("others", "other", "more", "других", "іншых")
    if bare and recent:
        return recent[-1].of
    moved = language.pattern("counted.moved").search(text.low, sentence.start, sentence.end)
    if moved and (any(one.of == "released" for one in before) or _tells_of_releases(text, language)):
        return "released"
    return ""


def _tells_of_releases(text: Text, language: Language) -> bool:
    return bool(
        language.pattern("release.undergone").search(text.low) or language.pattern("release.done").search(text.low)
    )


Found = tuple[int, str, int, int]


def _telling(
    text: Text, sentence: Sentence, span: Span, language: Language, *, everywhere: bool = False
) -> Iterator[Found]:
    """Telling words of the clause (or the sentence) with how far they stand from the number."""
    words = sentence.words_of(sentence.clause_at(span[0]))
    first, last = (sentence.start, sentence.end) if everywhere else (words[0].start, max(words[-1].end, span[1]))
    for kind, headings in _KINDS.items():
        for heading in headings:
            for one in language.pattern(heading).finditer(text.low, first, last):
                if kind == "held" and language.pattern("counted.not_held").match(text.low, one.end() + 1):
                    continue
                yield _apart(text.low, span, one.span()), kind, one.start(), one.end()


def _apart(low: str, span: Span, other: Span) -> int:
    """Characters between the number and a word; a comma between them counts like many."""
    apart = other[0] - span[1] if other[0] >= span[1] else span[0] - other[1]
    return max(apart, 0) + 25 * low[min(span[1], other[1]) : max(span[0], other[0])].count(",")


def _as_told(text: Text, sentence: Sentence, found: Found, language: Language) -> str:
    """Who is to be freed is promised, and not freed; who was not freed is held."""
    _, kind, start, end = found
    if kind != "released":
        return kind
    how = told(text, sentence, (start, end), language)
    wanted = language.pattern("release.wanted").fullmatch(text.low, start, end)
    noun = language.pattern("release.noun").fullmatch(text.low, start, end)
    if how is Told.UNREAL or (wanted and not noun):
        return "promised"
    if how is Told.NEGATED and language.pattern("counted.held").search(text.low, sentence.start, sentence.end):
        return "held"
    return kind
