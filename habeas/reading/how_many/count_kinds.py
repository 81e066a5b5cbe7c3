"""What a number in prose counts: people freed, held, detained, sentenced or promised, or of no such kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from habeas.reading.how_many.told_around import kind_told_around
from habeas.reading.words.hedges import Told, told
from habeas.reading.words.languages import Language
from habeas.reading.words.text import Sentence, Text

Span = tuple[int, int]

_KINDS: dict[str, tuple[str, ...]] = {
    "promised": ("counted.promised",),
    "released": ("counted.decided", "counted.released", "release.undergone", "release.moved", "release.wanted"),
    "held": ("counted.held",),
    "detained": ("counted.detained",),
    "sentenced": ("counted.sentenced",),
    "": ("counted.nobody",),
}
_WEAK = "counted.weak"
_COMMA, _CROSSED, _OF_THE_NOUN, _OF_LITTLE_WEIGHT = 25, 30, 60, 45
_OWN, _NEAR, _GO_ON = 30, 2, 2
_STOPS = re.compile(r"[,;:()—–]")
_PARTED = re.compile(r"[,;:]")


@dataclass(frozen=True, slots=True)
class Before:
    """A number told of before: what it counted, where it begins and its noun ends, whether it was part of another."""

    of: str
    sentence: Sentence
    start: int
    end: int
    part: bool
    number: int


@dataclass(frozen=True, slots=True, order=True)
class _Telling:
    """A telling word with how far it stands from the number; a `light` one describes more than it tells."""

    apart: int
    kind: str
    heading: str
    start: int
    end: int
    light: bool = False


def what_is_counted(
    text: Text,
    sentence: Sentence,
    span: Span,
    noun: Span,
    language: Language,
    before: Sequence[Before],
    numbers: Sequence[Span],
) -> tuple[str, bool]:
    """The kind, by the nearest telling word of its clause, and whether the number is a part of one told of before.

    `span` is the number, `noun` what is counted with its adjectives, `numbers` where the other numbers stand.
    """
    for kind in ("released", "held"):
        if language.pattern(f"counted.of_{kind}").match(text.low, span[1] + 1):
            return kind, True  # “six of those freed”, whatever is told of them
    recent = [one for one in before if sentence.number - one.sentence.number <= _GO_ON]
    found = [
        one
        for one in _tellings(text, sentence, span, noun, language, numbers)
        if not _describes_another(one, sentence, before)
    ]
    own = _own(text, found, noun, language)
    part = bool(language.pattern("counted.among").search(_ahead(text, sentence, span)))
    part = part or language.pattern("counted.of_them").match(text.low, span[1] + 1) is not None
    if whole := _whole(text, sentence, span, before, language):
        return _as_told(text, sentence, own, language) if own else whole, True
    if recent and (part or _goes_on(text, sentence, span, recent[-1], language)):
        return _as_told(text, sentence, own, language) if own else recent[-1].of, part or recent[-1].part
    nearest = min(found, default=None)
    if nearest is not None and not nearest.kind:
        return "", part
    if nearest is not None and nearest.light and (main := _main(text, sentence, span, noun, language, numbers)):
        return _as_told(text, sentence, main, language), part
    if nearest is not None and nearest.light and _moved(text, sentence, language, before):
        return "released", part
    if nearest is not None and nearest.light and noun[0] == noun[1] and recent and recent[-1].sentence is sentence:
        return recent[-1].of, True
    if nearest is not None:
        return _as_told(text, sentence, nearest, language), part
    if inherited := _inherited(text, sentence, noun, language, before, recent):
        return inherited, True
    anywhere = min(_tellings(text, sentence, span, noun, language, numbers, everywhere=True), default=None)
    if anywhere is not None:
        return _as_told(text, sentence, anywhere, language), part
    if _moved(text, sentence, language, before) or _answers(text, sentence, language):
        return "released", True
    around = kind_told_around(text, sentence, language, [(one.sentence, one.of) for one in before])
    return around, bool(around)


def _answers(text: Text, sentence: Sentence, language: Language) -> bool:
    """“Who was on board? Eleven lay workers and forty students.”, in a text that tells of people freed."""
    asked = text.sentences[sentence.number - 1] if sentence.number else sentence
    found = language.pattern("among_asked").search(text.low, asked.start, asked.end)
    return bool(found) and text.low[: asked.end].rstrip().endswith("?") and tells_of_releases(text, language)


def _whole(text: Text, sentence: Sentence, span: Span, before: Sequence[Before], language: Language) -> str:
    """“Five of the 74 were Ukrainians”, “among the 31 are five Poles”: of the kind that the 74 or the 31 were."""
    found = language.pattern("counted.out_of").match(text.low, span[1] + 1, sentence.end)
    ahead = text.low[max(sentence.start, span[0] - _OF_THE_NOUN) : span[0]]
    found = found or next(
        language.pattern("counted.among_number").finditer(text.low, span[0] - len(ahead), span[0]), None
    )
    if not found:
        return ""
    word = re.compile(r"[\d,]*\d|[\w-]+").match(text.low, found.end() + 1, sentence.end)
    said = re.sub(",", "", word.group()) if word else ""
    number = int(said) if said.isdigit() else language.numbers.get(said, 0)
    return next((one.of for one in reversed(before) if one.number == number > 1), "")


def tells_by_itself(text: Text, sentence: Sentence, start: int, end: int, language: Language) -> bool:
    """“The 300 arrested”, “52 освобождённых”: what became of them is told with the noun, or right after it."""
    reach = 0 if language.free_order else _NEAR
    return any(
        start <= one.start and one.start - end <= reach
        for one in _tellings(text, sentence, (start, end), (start, end), language, ())
        if one.kind in ("released", "detained", "sentenced")
    )


def _main(
    text: Text, sentence: Sentence, span: Span, noun: Span, language: Language, numbers: Sequence[Span]
) -> _Telling | None:
    """“225 people jailed over the protests that followed the vote have been let out”: the verb past the clause."""
    if language.free_order:
        return None
    found = [
        one
        for one in _tellings(text, sentence, span, noun, language, numbers, everywhere=True)
        if one.start >= noun[1] and not one.light and not any(noun[1] <= start < one.start for start, _ in numbers)
    ]
    helps = language.shape(_HELPS)
    helped = (one for one in found if helps.search(text.low[max(noun[1], one.start - 30) : one.start]))
    main = min(helped, default=None)
    if main is None or language.pattern("speech.plain").search(text.low, noun[1], main.start):
        return None
    return main


def _ahead(text: Text, sentence: Sentence, span: Span) -> str:
    return text.low[max(sentence.start, span[0] - 30) : span[0]]


def _describes_another(one: _Telling, sentence: Sentence, before: Sequence[Before]) -> bool:
    """“У девяти осуждённых дети, трое больны”: a word within what was counted before tells nothing of the next."""
    return any(other.sentence is sentence and other.start <= one.start and one.end <= other.end for other in before)


def _own(text: Text, found: Sequence[_Telling], noun: Span, language: Language) -> _Telling | None:
    """A verb of its own right after a part: “из них 12 уже отпустили”."""
    after = [one for one in found if 0 <= one.start - noun[1] <= _OWN and not one.light]
    near = [one for one in after if not _STOPS.search(text.low, noun[1], one.start)]
    return min(near, default=None)


def _goes_on(text: Text, sentence: Sentence, span: Span, last: Before, language: Language) -> bool:
    """“Six Americans and over 60 Germans”: nothing but “and” and how exact the number is since the one before."""
    if last.sentence is not sentence or last.end > span[0]:
        return False
    between = re.sub(r"[^\w\s]", " ", text.printed[last.end : span[0]])
    return all(word[0].isupper() or word.lower() in language.listed("joins_numbers") for word in between.split())


def _inherited(
    text: Text, sentence: Sentence, noun: Span, language: Language, before: Sequence[Before], recent: Sequence[Before]
) -> str:
    """A number without a telling word of its own goes on with what was counted just before."""
    here = [one for one in before if one.sentence is sentence]
    if here:
        return here[-1].of
    words = text.low[noun[0] : noun[1]]
    bare = not words or language.pattern("counted.bare").search(words)
    return recent[-1].of if bare and recent else ""


def _moved(text: Text, sentence: Sentence, language: Language, before: Sequence[Before]) -> bool:
    """“31 were driven to Vilnius”, in a text that tells of people freed."""
    moved = language.pattern("counted.moved").search(text.low, sentence.start, sentence.end)
    return bool(moved) and (any(one.of == "released" for one in before) or tells_of_releases(text, language))


def tells_of_releases(text: Text, language: Language) -> bool:
    headings = ("release.undergone", "release.done", "release.moved", "pardon.done", "pardon.undergone")
    return any(language.pattern(heading).search(text.low) for heading in headings)


def _tellings(
    text: Text,
    sentence: Sentence,
    span: Span,
    noun: Span,
    language: Language,
    numbers: Sequence[Span],
    *,
    everywhere: bool = False,
) -> Iterator[_Telling]:
    """Telling words of the clause (or the sentence), each with its distance from the number."""
    words = sentence.words_of(sentence.clause_at(span[0]))
    first, last = (sentence.start, sentence.end) if everywhere else (words[0].start, max(words[-1].end, span[1]))
    for kind, headings in _KINDS.items():
        for heading in headings:
            for one in language.pattern(heading).finditer(text.low, first, last):
                if kind == "held" and language.pattern("counted.not_held").match(text.low, one.end() + 1):
                    continue
                if heading == "release.undergone" and language.pattern("counted.sentenced").fullmatch(one.group()):
                    continue  # the acquitted were tried
                apart = _apart(text.low, (span[0], noun[1]), one.span(), numbers)
                weight = _weight(text.low, noun, one, kind, last, language)
                yield _Telling(apart + weight, kind, heading, one.start(), one.end(), weight > 0)


def _weight(low: str, noun: Span, one: re.Match[str], kind: str, last: int, language: Language) -> int:
    """What a word that only describes the people costs: it tells of them if nothing else does."""
    if noun[0] <= one.start() and one.end() <= noun[1]:
        return _OF_THE_NOUN
    if not language.free_order and _reduced(low, noun[1], one, last, language):
        return _OF_THE_NOUN
    return _OF_LITTLE_WEIGHT if kind == "held" and language.pattern(_WEAK).fullmatch(one.group()) else 0


_HELP = r"\b{help}\b"
_HELPS = r"\b{be_done}\s+(?:\w+\s+){0,2}$"


def _reduced(low: str, noun_end: int, one: re.Match[str], last: int, language: Language) -> bool:
    """“37 people arrested at the march were freed”: a participle after its noun tells less than the verb does."""
    start = one.start()
    if start < noun_end or one.group() not in language.listed("bare_participles"):
        return False
    helped = language.shape(_HELPS).search(low[max(noun_end, start - 30) : start])
    return helped is None and language.shape(_HELP).search(low, start, last) is not None


def _apart(low: str, span: Span, other: Span, numbers: Sequence[Span]) -> int:
    """Characters between the number with its noun and a word; a comma or a number between counts like many."""
    start, end = min(span[1], other[1]), max(span[0], other[0])
    apart = other[0] - span[1] if other[0] >= span[1] else span[0] - other[1]
    crossed = sum(start <= one[0] and one[1] <= end for one in numbers)
    return max(apart, 0) + _COMMA * len(_PARTED.findall(low, start, end)) + _CROSSED * crossed


def _as_told(text: Text, sentence: Sentence, found: _Telling, language: Language) -> str:
    """Who is to be freed is promised, and not freed; who was not freed is held."""
    if found.kind == "detained" and language.pattern("hedge.still").search(text.low, found.start - 24, found.start):
        return "held"
    if found.kind != "released" or found.heading == "counted.decided":
        return found.kind
    how = told(text, sentence, (found.start, found.end), language)
    wanted = language.pattern("release.wanted").fullmatch(text.low, found.start, found.end)
    noun = language.pattern("release.noun").fullmatch(text.low, found.start, found.end)
    if how is Told.UNREAL or (wanted and not noun):
        return "promised"
    if how is Told.NEGATED and language.pattern("counted.held").search(text.low, sentence.start, sentence.end):
        return "held"
    return found.kind
