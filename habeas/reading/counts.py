"""Numbers of people in prose: how many, of whom, and whether freed, held, detained, sentenced or only promised."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from habeas.reading.count_kinds import Before, stands_for_people, what_is_counted
from habeas.reading.languages import Language
from habeas.reading.text import Sentence, Text

_DIGITS = r"\d{1,3}(?:[,.\u00a0\u202f ]\d{3})+(?!\d)|\d{1,6}(?!\d)"


_DOZEN = 12
_A_WORD = re.compile(r"[\w'-]+")
_OUT_OF = re.compile(r"\s+(?:of (?:the |those |these |some )?|out of (?:the )?|из |з |із |са |со |z |ze |spośród |iš )")
_OPENS_WITH_WHOLE = re.compile(
    r"\W*(?:of (?:the |these |those |all )?|из |з |із |са |z |spośród |iš )(?:всех |усіх |wszystkich |visų )?"
)


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
        here: list[Count] = []
        for start, end, number in _numbers(text, sentence, language):
            noun = _counted(text, sentence, start, end, number, language, bool(here))
            if noun is None:
                continue
            before = [Before(one.of, one.sentence) for one in (*found, *here)]
            of, part = what_is_counted(text, sentence, (start, noun[1]), noun[0], language, before)
            if of:
                here.append(Count(start, noun[1], number, of, sentence, part, noun[0]))
        found += here[1:] if _opens_with_whole(text, sentence, here) else here
    return found


def _opens_with_whole(text: Text, sentence: Sentence, here: list[Count]) -> bool:
    """“Of the nine men seven were freed”: the nine are not what is told of."""
    if len(here) < 2:
        return False
    return bool(_OPENS_WITH_WHOLE.fullmatch(text.low, sentence.start, here[0].start))


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
        elif (value == 100 and 0 < part < 10) or (value == _DOZEN and 0 < part < _DOZEN):
            part *= value
        else:
            part += value
    return total + part


def _is_no_number(text: Text, found: re.Match[str], language: Language) -> bool:
    """Parts of dates, articles of law, numbers of colonies, sums of money and hours."""
    before = text.low[max(0, found.start() - 14) : found.start()]
    after = text.low[found.end() : found.end() + 3]
    if re.search(
        r"(?:№|no\.|#|\$|€|£|§|ч\.|ст\.|арт\.|п\.|article|colony|articles|"
        r"статьи|статья|статье|артыкул\w*|статт\w+|artykuł\w*|art\.|straipsn\w*|nr|ик-|пк-|ik-|pk-)\s*$",
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
    at = _skip(text.low, end, sentence.end, over=" \n\u00a0-")
    people, not_people = language.pattern("counted.people"), language.pattern("counted.not_people")
    adjectives = language.pattern("counted.adjectives")
    for _ in range(6):
        if noun := people.match(text.low, at, sentence.end):
            further = _past_adjective(text, sentence, at, adjectives, people)
            if further:
                at = further
                continue
            return None if number == 1 and not follows else (noun.group(), noun.end())
        if not_people.match(text.low, at, sentence.end):
            return None
        known = adjectives.match(text.low, at, sentence.end)
        word = known or _A_WORD.match(text.low, at, sentence.end)
        if not word or text.low[at].isdigit() or not (known or _adjective_like(word.group(), language)):
            break
        at = _skip(text.low, word.end(), sentence.end)
    if _of_a_number_of_people(text, sentence, end, language):
        return "", end
    return ("", end) if stands_for_people(text, sentence, (start, end), number, language, follows) else None


def _past_adjective(
    text: Text, sentence: Sentence, at: int, adjectives: re.Pattern[str], people: re.Pattern[str]
) -> int:
    """Where the noun begins that a word here belongs to, if it is an adjective as well (“other prisoners”)."""
    adjective = adjectives.match(text.low, at, sentence.end)
    if not adjective:
        return 0
    further = _skip(text.low, adjective.end(), sentence.end)
    goes_on = people.match(text.low, further, sentence.end) or adjectives.match(text.low, further, sentence.end)
    return further if goes_on else 0


def _of_a_number_of_people(text: Text, sentence: Sentence, end: int, language: Language) -> bool:
    """“104 of the 114 people”: the first number counts what the second does."""
    linked = _OUT_OF.match(text.low, end, sentence.end)
    whole = _number_words(language).match(text.low, linked.end(), sentence.end) if linked else None
    if whole is None:
        return False
    return _counted(text, sentence, whole.start(), whole.end(), 2, language, True) is not None


def _skip(low: str, place: int, end: int, *, over: str = " \n\u00a0,-") -> int:
    while place < end and low[place] in over:
        place += 1
    return place


def _adjective_like(word: str, language: Language) -> bool:
    if language.free_order:
        return bool(
            re.search(
                r"(?:ых|их|іх|ыя|ие|ые|ого|его|ага|яга|ый|ий|ая|ыми|імі|ыми|ями|ых|ykh|nych|owych|ich|"
                r"ого|ої|іми|ą|ej|ego|ne|ie|ne|ų|us|ius|iai|os|ias)$",
                word,
            )
        )
    return bool(re.search(r"(?:ed|an|ish|ese|al|ing|ous|ic|ly|ent|ive|ier)$", word))
