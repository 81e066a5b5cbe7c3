"""What a number in prose counts: people freed, held, detained, sentenced or promised, or of no such kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from habeas.reading.how_many.told_around import kind_told_around
from habeas.reading.words.hedges import Told, told
from habeas.reading.words.languages import Language
from habeas.reading.words.text import Sentence, Text

Span = tuple[int, int]
Counted = tuple[str, bool]
"""The kind, and whether the number is a part of one told of before."""

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


@dataclass(frozen=True)
class _Number:
    """The number that is asked about: where it stands, its noun with its adjectives, and what was told before it."""

    text: Text
    sentence: Sentence
    span: Span
    noun: Span
    language: Language
    before: Sequence[Before]
    numbers: Sequence[Span]

    @cached_property
    def recent(self) -> list[Before]:
        return [one for one in self.before if self.sentence.number - one.sentence.number <= _GO_ON]

    @cached_property
    def found(self) -> list[_Telling]:
        """Telling words of its clause, those left out that describe another number."""
        all = _tellings(self.text, self.sentence, self.span, self.noun, self.language, self.numbers)
        return [one for one in all if not _describes_another(one, self.sentence, self.before)]

    @cached_property
    def is_part(self) -> bool:
        among = self.language.pattern("counted.among").search(_ahead(self.text, self.sentence, self.span))
        return bool(among or self.language.pattern("counted.of_them").match(self.text.low, self.span[1] + 1))

    def as_told(self, one: _Telling) -> str:
        return _as_told(self.text, self.sentence, one, self.language)

    def own_or(self, kind: str) -> str:
        """Of a part: the kind that a verb of its own tells, else that of the whole."""
        own = _own(self.text, self.found, self.noun, self.language)
        return self.as_told(own) if own else kind


def what_is_counted(
    text: Text,
    sentence: Sentence,
    span: Span,
    noun: Span,
    language: Language,
    before: Sequence[Before],
    numbers: Sequence[Span],
) -> Counted:
    """The kind, by the first rule that tells it, and whether the number is a part of one told of before.

    `span` is the number, `noun` what is counted with its adjectives, `numbers` where the other numbers stand.
    """
    number = _Number(text, sentence, span, noun, language, before, numbers)
    return next(told for rule in _RULES if (told := rule(number)) is not None)


def _of_a_kind_told_with_it(one: _Number) -> Counted | None:
    """“Six of those freed”, whatever is told of them."""
    for kind in ("released", "held"):
        if one.language.pattern(f"counted.of_{kind}").match(one.text.low, one.span[1] + 1):
            return kind, True
    return None


def _out_of_another(one: _Number) -> Counted | None:
    whole = _whole(one.text, one.sentence, one.span, one.before, one.language)
    return (one.own_or(whole), True) if whole else None


def _with_the_one_before(one: _Number) -> Counted | None:
    if not one.recent:
        return None
    last = one.recent[-1]
    goes_on = one.is_part or _goes_on(one.text, one.sentence, one.span, last, one.language)
    return (one.own_or(last.of), one.is_part or last.part) if goes_on else None


def _by_the_nearest(one: _Number) -> Counted | None:
    """The nearest telling word of the clause; a light one gives way to a verb that says what became of them."""
    nearest = min(one.found, default=None)
    if nearest is None:
        return None
    if not nearest.kind:
        return "", one.is_part
    if nearest.light:
        if main := _main(one.text, one.sentence, one.span, one.noun, one.language, one.numbers):
            return one.as_told(main), one.is_part
        if _moved(one.text, one.sentence, one.language, one.before):
            return "released", one.is_part
        if one.noun[0] == one.noun[1] and one.recent and one.recent[-1].sentence is one.sentence:
            return one.recent[-1].of, True
    return one.as_told(nearest), one.is_part


def _as_those_before(one: _Number) -> Counted | None:
    kind = _inherited(one.text, one.sentence, one.noun, one.language, one.before, one.recent)
    return (kind, True) if kind else None


def _by_any_word(one: _Number) -> Counted | None:
    """A telling word anywhere in the sentence."""
    all = _tellings(one.text, one.sentence, one.span, one.noun, one.language, one.numbers, everywhere=True)
    nearest = min(all, default=None)
    return (one.as_told(nearest), one.is_part) if nearest else None


def _moved_or_asked_for(one: _Number) -> Counted | None:
    moved = _moved(one.text, one.sentence, one.language, one.before)
    return ("released", True) if moved or _answers(one.text, one.sentence, one.language) else None


def _by_sentences_around(one: _Number) -> Counted | None:
    told_before = [(other.sentence, other.of) for other in one.before]
    kind = kind_told_around(one.text, one.sentence, one.language, told_before)
    return kind, bool(kind)


_RULES: tuple[Callable[[_Number], Counted | None], ...] = (
    _of_a_kind_told_with_it,
    _out_of_another,
    _with_the_one_before,
    _by_the_nearest,
    _as_those_before,
    _by_any_word,
    _moved_or_asked_for,
    _by_sentences_around,
)


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
