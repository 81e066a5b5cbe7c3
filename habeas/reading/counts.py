"""Numbers of people in prose: how many, of whom, and whether freed, held, detained, sentenced or only promised."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from habeas.reading.hedges import Told, told
from habeas.reading.languages import Language
from habeas.reading.text import Sentence, Text

_DIGITS = r"\d{1,3}(?:[,.\u00a0\u202f ]\d{3})+(?!\d)|\d{1,6}(?!\d)"
_HELPED = re.compile(r"(?:of (?:them|those|these|whom)|were|was|have|had|has|are|is|из них|з іх|былі|были)\s+")
_KINDS = ("released", "held", "detained", "sentenced")


@dataclass(frozen=True, slots=True)
class Count:
    """A number and its words; `of` is released, held, detained, sentenced or promised; a `part` is part of another."""

    start: int
    end: int
    number: int
    of: str
    sentence: Sentence
    part: bool
    noun: str


def find_counts(text: Text, language: Language) -> list[Count]:
    found: list[Count] = []
    for sentence in text.sentences:
        for start, end, number in _numbers(text, sentence, language):
            noun = _counted(
                text, sentence, start, end, number, language, bool(found) and found[-1].sentence is sentence
            )
            if noun is None:
                continue
            of, part = _said_of(text, sentence, start, noun[1], language, found)
            if of:
                found.append(Count(start, noun[1], number, of, sentence, part, noun[0]))
    return found


@cache
def _number_words(language: Language) -> re.Pattern[str]:
    words = "|".join(sorted((re.escape(word) for word in language.numbers), key=len, reverse=True))
    one = rf"(?:{words})"
    return re.compile(rf"(?<![\w.,-])(?:{_DIGITS}|{one}(?:(?:\s+and\s+|[\s-]+|\s+a\s+){one})*)(?![\w])")


def _numbers(text: Text, sentence: Sentence, language: Language) -> Iterator[tuple[int, int, int]]:
    for found in _number_words(language).finditer(text.low, sentence.start, sentence.end):
        words = found.group()
        number = int(re.sub(r"\D", "", words)) if words[0].isdigit() else _added_up(words, language)
        if 1 <= number <= 100_000 and not _is_no_number(text, found, language):
            yield found.start(), found.end(), number


def _added_up(words: str, language: Language) -> int:
    total = part = 0
    for word in re.split(r"[\s-]+", words):
        value = language.numbers.get(word, 0)
        if value == 1000:
            total, part = total + (part or 1) * 1000, 0
        elif value == 100 and 0 < part < 10:
            part *= 100
        else:
            part += value
    return total + part


def _is_no_number(text: Text, found: re.Match[str], language: Language) -> bool:
    """Parts of dates, articles of law, numbers of colonies, sums of money and hours."""
    before = text.low[max(0, found.start() - 14) : found.start()]
    after = text.low[found.end() : found.end() + 3]
    if re.search(
        r"(?:№|no\.|#|\$|€|£|§|ч\.|ст\.|арт\.|п\.|article|colony|articles|статьи|статья|статье|артыкул\w*|ик-|пк-|ik-|pk-)\s*$",
        before,
    ):
        return True
    if re.match(r"[%:/-]\d|%|\s?%", after) or re.search(r"\d[.:/-]$", before):
        return True
    return bool(re.fullmatch(r"(?:19|20)\d\d", found.group())) and not language.pattern("counted.people").match(
        text.low, found.end() + 1
    )


def _counted(
    text: Text, sentence: Sentence, start: int, end: int, number: int, language: Language, follows: bool
) -> tuple[str, int] | None:
    """The noun that the number counts and where it ends; None if it counts no people."""
    rest = text.low[end : sentence.end]
    gap = re.match(r"[\s\u00a0-]*", rest)
    at = end + (gap.end() if gap else 0)
    people, not_people = language.pattern("counted.people"), language.pattern("counted.not_people")
    adjectives = language.pattern("counted.adjectives")
    for _ in range(6):
        if noun := people.match(text.low, at, sentence.end):
            if adjective := adjectives.match(text.low, at, sentence.end):
                further = _skip(text.low, adjective.end(), sentence.end)
                if people.match(text.low, further, sentence.end) or adjectives.match(text.low, further, sentence.end):
                    at = further
                    continue
            if number == 1 and not follows:
                return None
            return noun.group(), noun.end()
        if not_people.match(text.low, at, sentence.end):
            return None
        adjective = adjectives.match(text.low, at, sentence.end) or re.compile(r"[\w'-]+").match(
            text.low, at, sentence.end
        )
        if not adjective or text.low[at : at + 1].isdigit():
            break
        known = adjectives.match(text.low, at, sentence.end)
        if not known and not _adjective_like(adjective.group(), language):
            break
        at = _skip(text.low, adjective.end(), sentence.end)
    return ("", end) if _stands_for_people(text, sentence, start, end, number, language, follows) else None


def _skip(low: str, place: int, end: int) -> int:
    while place < end and low[place] in " \u00a0,-":
        place += 1
    return place


def _adjective_like(word: str, language: Language) -> bool:
    if language.free_order:
        return bool(
            re.search(r"(?:ых|их|іх|ыя|ие|ые|ого|его|ага|яга|ый|ий|ая|ыми|імі|ыми|ями|ых|ykh|nych|owych|ich)$", word)
        )
    return bool(re.search(r"(?:ed|an|ish|ese|al|ing|ous|ic|ly|ent|ive|ier)$", word))


def _stands_for_people(
    text: Text, sentence: Sentence, start: int, end: int, number: int, language: Language, follows: bool
) -> bool:
    """A number by itself: “nine were taken to Vilnius and 114 to Ukraine”."""
    after = text.low[end : min(sentence.end, end + 60)].lstrip()
    before = text.low[max(sentence.start, start - 40) : start]
    if language.pattern("counted.among").search(before[-25:]) and number > 1 and not re.match(r"[\w']+", after):
        return True
    moved_on = any(language.pattern(f"counted.{kind}").match(after) for kind in ("moved", "released", "held"))
    helped = _HELPED.match(after)
    if helped:
        tail = after[helped.end() :]
        moved_on = (
            moved_on
            or helped.group().startswith(("of ", "из", "з "))
            or language.pattern("counted.moved").match(tail) is not None
            or any(language.pattern(f"counted.{kind}").match(tail) for kind in _KINDS)
        )
    if moved_on and (number > 1 or follows):
        return True
    to_place = re.match(r"(?:to|into|in|for|from|в|во|у|ў|на|до|да|из|з|w|do|į|iš)\s+\w", after)
    capital = to_place and text.printed[end : end + 40].split()[1:2]
    if follows and to_place and capital and capital[0][0].isupper():
        return True
    moved = language.pattern("counted.moved").search(before) or language.pattern("counted.released").search(before)
    ends = not after or after[0] in ".,;—–)" or re.match(r"(?:and|и|і|й|а|but|на|в|у|ў|with)\b", after)
    return bool(moved and ends and number > 1)


def _said_of(
    text: Text, sentence: Sentence, start: int, end: int, language: Language, told_before: list[Count]
) -> tuple[str, bool]:
    """What the number counts, by the nearest telling word of its clause; a part counts what the whole does."""
    clause = sentence.clause_at(start)
    words = sentence.words_of(clause)
    first, last = words[0].start, max(words[-1].end, end)
    near_before = text.low[max(sentence.start, start - 30) : start]
    part = bool(language.pattern("counted.among").search(near_before))
    if part and told_before and sentence.number - told_before[-1].sentence.number <= 1:
        return told_before[-1].of, True
    best: tuple[int, str, int, int] | None = None
    for kind in _KINDS:
        for found in language.pattern(f"counted.{kind}").finditer(text.low, first, last):
            apart = _distance(text.low, start, end, found.start(), found.end())
            if best is None or apart < best[0]:
                best = (apart, kind, found.start(), found.end())
    if best is None:
        if part and told_before:
            return told_before[-1].of, True
        same = [one for one in told_before if one.sentence is sentence]
        if same:
            return same[-1].of, True
        recent = [one for one in told_before if sentence.number - one.sentence.number <= 1]
        moved = language.pattern("counted.moved").search(text.low, first, last)
        if moved and (recent or any(one.of == "released" for one in told_before)):
            return (recent[-1].of if recent else "released"), True
        best = _anywhere(text, sentence, start, language)
        if best is None:
            return "", False
    kind = best[1]
    if kind == "released":
        how = told(text, sentence, (best[2], best[3]), language)
        if how is Told.UNREAL:
            return "promised", part
        if how is Told.NEGATED and language.pattern("counted.held").search(text.low, sentence.start, sentence.end):
            return "held", part
    return kind, part


def _distance(low: str, start: int, end: int, other_start: int, other_end: int) -> int:
    apart = other_start - end if other_start >= end else start - other_end
    between = low[min(end, other_end) : max(start, other_start)]
    return max(apart, 0) + 25 * between.count(",")


def _anywhere(text: Text, sentence: Sentence, start: int, language: Language) -> tuple[int, str, int, int] | None:
    found = [
        (abs(one.start() - start), kind, one.start(), one.end())
        for kind in _KINDS
        for one in language.pattern(f"counted.{kind}").finditer(text.low, sentence.start, sentence.end)
    ]
    return min(found, default=None)
