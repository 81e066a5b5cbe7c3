"""Whether a number counts people: by the noun after it, by a number of people that it is out of, or standing alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from habeas.reading.words.languages import Language
from habeas.reading.words.text import Sentence, Text

Span = tuple[int, int]

_A_WORD = re.compile(r"[\w'-]+")
_OUT_OF = r"\s+{out_of} (?:{all_these} )?(?=\d|\w)"
_HELPED = r"(?:(?:{of_them}|{helping})\s+){1,4}"
_OF_THEM = r"{of_them}\b"
_THE_NUMBER = r"{the_number}\b"
_TO_A_PLACE = r"(?:{into}|{from}|[—–-])\s+(?:\w+\s+)?\w"
_PUNCTUATION = re.compile(r"[.,;:—–)»”\"]")
_THE_REST = r"\b{the_rest}\s+$"
_DOES = r"{does}\b"
"""In English a number before a verb, among people counted before, is of people: “four got suspended terms”."""
_BY_PLACE = r"{in}\s+[A-ZА-ЯЁІЎ][\w’'-]+\s*(?:—|–|-|:|\()\s*(?:\w+ )?$"
_AT = r"{at}\s+$"
_MORE = r"(?:\b{more}\s+)$"
_DEMONYM = r"[A-Z][a-z]+{demonyms}\b(?! [A-Z])"
"""“119 Nicaraguans”: people called after a country."""
_MOST_ADJECTIVES = 6
_MOST_ADJUNCTS = 2


@dataclass(frozen=True, slots=True)
class People:
    """The noun that a number counts (empty where it stands alone), and whether no table knows it and it was guessed."""

    noun: str
    end: int
    guessed: bool = False


def people_counted(
    text: Text, sentence: Sentence, span: Span, number: int, language: Language, *, follows: bool, lately: bool = False
) -> People | None:
    """None if the number counts no people. `follows` says that the sentence counted people before, `lately` that it
    or one just before it did."""
    at = _skip(text.low, span[1], sentence.end, over=" \n\u00a0-")
    people, not_people = language.pattern("counted.people"), language.pattern("counted.not_people")
    if number == 1 and language.pattern("counted.one_of").match(text.low, at):
        return None  # “one of those who stayed” counts nobody
    adjectives = language.pattern("counted.adjectives")
    passed: re.Match[str] | None = None
    for _ in range(_MOST_ADJECTIVES):
        if found := people.match(text.low, at, sentence.end):
            if further := _past_adjective(text, sentence, at, adjectives, people):
                at, passed = further, found
                continue
            return None if number == 1 and not follows else People(found.group(), found.end())
        if not_people.match(text.low, at, sentence.end):
            return None
        known = adjectives.match(text.low, at, sentence.end)
        word = known or _A_WORD.match(text.low, at, sentence.end)
        if not word or text.low[at].isdigit() or not (known or adjective_like(word.group(), language)):
            break
        at = _skip(text.low, word.end(), sentence.end)
    if passed is not None:
        return None if number == 1 and not follows else People(passed.group(), passed.end())
    if number > 1 and (nation := language.shape(_DEMONYM).match(text.printed, at, sentence.end)):
        return People(nation.group().lower(), nation.end())
    if not language.free_order and (noun := _past_adjunct(text, sentence, at, language)):
        return noun
    if _of_a_number_of_people(text, sentence, span[1], language):
        return People("", span[1])
    if stands_for_people(text, sentence, span, number, language, follows):
        return People("", span[1])
    if lately and number > 1 and not language.free_order and _does_something(text, sentence, span, language):
        return People("", span[1])
    return _guessed(text, sentence, at, number, language)


def _past_adjunct(text: Text, sentence: Sentence, at: int, language: Language) -> People | None:
    """“45 democracy campaigners”, “two power plant workers”: a noun or two may stand before the one that is people."""
    if re.search(r"[^ \n\u00a0-]", text.low[at - 1 : at]):
        return None
    people, place = language.pattern("counted.people"), at
    for _ in range(_MOST_ADJUNCTS):
        word = _A_WORD.match(text.low, place, sentence.end)
        small = word is not None and word.group() not in language.listed("no_adjuncts")
        if word is None or not small or text.low[word.end() : word.end() + 1] != " ":
            return None
        place = word.end() + 1
        if noun := people.match(text.low, place, sentence.end):
            return People(noun.group(), noun.end())
    return None


def _guessed(text: Text, sentence: Sentence, at: int, number: int, language: Language) -> People | None:
    """A noun with an ending that people have, which no table knows: минчан, организаторов, railwaymen."""
    if number < 2 or not re.fullmatch(r"[ \n\u00a0]", text.low[at - 1 : at]):
        return None
    word = language.pattern("counted.like_people").match(text.low, at, sentence.end)
    return People(word.group(), word.end(), guessed=True) if word else None


def stands_for_people(
    text: Text, sentence: Sentence, span: Span, number: int, language: Language, follows: bool
) -> bool:
    """A number by itself: “nine were taken to Vilnius and 114 to Ukraine”, “двое не доехали”, “monitors counted 20”."""
    if text.low[span[0] : span[1]] in language.listed("collective"):
        return True
    after = text.low[span[1] : min(sentence.end, span[1] + 60)].lstrip()
    before = text.low[max(sentence.start, span[0] - 70) : span[0]]
    ends = not after or bool(_PUNCTUATION.match(after) or language.pattern("counted.ends").match(after))
    if number == 1 and (not follows or language.shape(_OF_THEM).match(after)):
        return False
    if number > 1 and (ends or language.shape(_DOES).match(after)) and language.shape(_THE_REST).search(before):
        return True
    if follows and language.shape(_BY_PLACE).search(text.printed, max(sentence.start, span[0] - 30), span[0]):
        return True
    if (
        number > 1
        and ends
        and not language.shape(_AT).search(before)
        and language.pattern("counted.detained").search(before[-16:])
    ):
        return True
    if _goes_on_to_tell(after, language):
        return True
    if follows and (
        _to_a_named_place(text, span[1], after, language) or language.pattern("counted.nations").match(after)
    ):
        return True
    if number > 1 and language.pattern("counted.whom").search(before):
        return True
    if language.pattern("counted.among").search(before[-25:]) or language.shape(_MORE).search(before):
        return ends and number > 1
    telling = (
        "counted.moved",
        "counted.released",
        "counted.counting",
        "release.wanted",
        "counted.among",
        "pardon.done",
    )
    return ends and number > 1 and any(language.pattern(heading).search(before) for heading in telling)


def _does_something(text: Text, sentence: Sentence, span: Span, language: Language) -> bool:
    """“Four got suspended terms”, where people were counted just before: the number opens a clause, a verb follows."""
    before = text.low[sentence.start : span[0]].rstrip()
    opens = not before or before[-1] in ',;:—–(“"' or language.shape(r"\b{opens_clause}$").search(before)
    return bool(opens) and language.shape(_DOES).match(text.low[span[1] :].lstrip()[:20]) is not None


def _goes_on_to_tell(after: str, language: Language) -> bool:
    helped = language.shape(_HELPED).match(after) or language.pattern("counted.helped").match(after)
    tail = after[helped.end() :].lstrip() if helped else after
    if language.shape(_OF_THEM).match(after) or language.shape(_THE_NUMBER).match(after):
        return True
    headings = (
        "counted.moved", "counted.released", "release.undergone", "release.moved", "counted.held", "counted.detained",
        "counted.sentenced", "counted.nations",
    )  # fmt: skip
    return any(language.pattern(heading).match(tail) for heading in headings)


def _to_a_named_place(text: Text, end: int, after: str, language: Language) -> bool:
    words = [word for word in text.printed[end : end + 40].split() if word not in ("—", "–", "-")]
    return bool(language.shape(_TO_A_PLACE).match(after)) and len(words) > 1 and words[1][0].isupper()


def _past_adjective(
    text: Text, sentence: Sentence, at: int, adjectives: re.Pattern[str], people: re.Pattern[str]
) -> int:
    """Where the noun begins that a word here belongs to, if it is an adjective as well (“other prisoners”)."""
    adjective = adjectives.match(text.low, at, sentence.end)
    if not adjective:
        return 0
    further = _skip(text.low, adjective.end(), sentence.end, over=" \n\u00a0-")
    goes_on = people.match(text.low, further, sentence.end) or adjectives.match(text.low, further, sentence.end)
    return further if goes_on else 0


def _of_a_number_of_people(text: Text, sentence: Sentence, end: int, language: Language) -> bool:
    """“104 of the 114 people”: the first number counts what the second does."""
    linked = language.shape(_OUT_OF).match(text.low, end, sentence.end)
    if linked is None:
        return False
    number = language.shape(r"(?:\d+|{numbers})\b").match(text.low, linked.end(), sentence.end)
    return (
        number is not None
        and people_counted(text, sentence, (number.start(), number.end()), 2, language, follows=True) is not None
    )


def _skip(low: str, place: int, end: int, *, over: str = " \n\u00a0,-") -> int:
    while place < end and low[place] in over:
        place += 1
    return place


def adjective_like(word: str, language: Language) -> bool:
    return language.shape(r"{adjective_endings}$").search(word) is not None
