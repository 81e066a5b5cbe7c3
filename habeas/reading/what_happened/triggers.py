"""Words that tell of a happening, where they stand, and whether they do tell of one there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from habeas.reading.words.hedges import Told, told
from habeas.reading.words.languages import NOTHING, Language
from habeas.reading.words.text import Sentence, Text


@dataclass(frozen=True, slots=True)
class Trigger:
    start: int
    end: int
    way: str


WAYS = (
    "among",
    "undergone",
    "moved",
    "home",
    "handed",
    "done",
    "participle",
    "noun",
    "owned",
    "wanted",
    "absent",
    "place",
)


def triggers(kind: str, sentence: Sentence, text: Text, language: Language, ways: Sequence[str]) -> list[Trigger]:
    found: list[Trigger] = []
    for way in ways:
        pattern = language.of_kind(kind, way)
        for one in () if pattern is NOTHING else pattern.finditer(text.low, sentence.start, sentence.end):
            one = _innermost(one, pattern, text, language) if pattern and way == "undergone" else one
            if any(one.start() < held.end and held.start < one.end() for held in found):
                continue
            if way == "home" and not _in_context(kind, one, sentence, text, language):
                continue
            beside = text.low[one.end() : min(sentence.end, one.end() + _BESIDE)]
            if language.of_kind(kind, "not_free").match(beside.lstrip()) and not language.shape(_HOME).search(beside):
                continue
            if _goes_on_otherwise(kind, one, text, language):
                continue
            if way in ("done", "participle") and not _stands_as(way, one, text, language):
                continue
            if way == "handed" and _describes(one, text, language):
                continue
            if _of_a_thing(kind, one.start(), sentence.start, text, language):
                continue
            ahead = text.low[max(sentence.start, one.start() - 32) : one.start()]
            if way == "noun" and kind == "detained" and language.pattern("detained.no_act").search(ahead):
                continue  # “ten days of arrest” is a penalty
            if language.shape(_WHERE).match(one.group()) and language.shape(_DOES_THERE).search(
                text.low, sentence.start, one.start()
            ):
                continue
            if way == "owned" and not language.shape(_OWNS).search(text.low[sentence.start : one.start()]):
                continue
            if way in ("noun", "owned") and not _is_fact(kind, one, text, sentence, language):
                continue
            found.append(Trigger(one.start(), one.end(), way))
    found += _of_them(kind, sentence, text, language, found) if "among" in ways else []
    return sorted(found, key=lambda one: one.start)


def _innermost(one: re.Match[str], pattern: re.Pattern[str], text: Text, language: Language) -> re.Match[str]:
    """“We are glad that he was freed”: the verb that is told of has its own “was”, past another clause's."""
    if language.free_order:
        return one
    for found in re.finditer(r"(?<=\s)\w", text.low[one.start() : one.end()]):
        inner = pattern.match(text.low, one.start() + found.start())
        if inner and inner.end() == one.end() and len(text.low[one.start() : inner.start()].split()) >= _APART:
            return inner
    return one


_APART = 3
_THING_WITHIN = 32


def _opening(text: Text, place: int) -> int:
    return text.sentence_at(place).words[0].start


def _of_a_thing(kind: str, place: int, first: int, text: Text, language: Language) -> bool:
    """“In a statement released yesterday”; “the names of those released” are people's."""
    found = list(language.of_kind(kind, "things").finditer(text.low, max(first, place - _THING_WITHIN), place))
    between = text.low[found[-1].end() : place].split() if found else []
    if not found and (first_thing := language.of_kind(kind, "opening_thing").match(text.low, _opening(text, place))):
        return first_thing.end() <= place
    of_those = between[:1] == ["of"] and language.pattern("names.those").fullmatch(between[-1]) is not None
    return bool(found) and not of_those and not language.complements & set(between)


def _goes_on_otherwise(kind: str, one: re.Match[str], text: Text, language: Language) -> bool:
    """“Free to leave”, “out of the question” free nobody; “out of a remand prison” does."""
    if not language.shape(_BARE).search(one.group()) or language.of_kind(kind, "of_prison").match(
        text.low, one.end() + 1
    ):
        return False
    return language.of_kind(kind, "unless_followed").match(text.low, one.end() + 1) is not None


_WHERE = r"{out_there}"
_DOES_THERE = r"{doing}\w+ (?:{him_them} )?$"
"""“Лечивший его на воле”: what somebody does outside, and nobody's release."""
_OWNS = r"{genitive}\s$"
_BESIDE = 60
_HOME = r"\b{homewards}\b"
_BARE = r"{bare_free}$"


def _in_context(kind: str, one: re.Match[str], sentence: Sentence, text: Text, language: Language) -> bool:
    """“She came home” tells of a release where prison, pardon or release are spoken of beside it.

    Of a short sentence, and of “came out:” and “вышли X и Y”, it is enough that the text spoke of releases before.
    """
    if language.pattern(f"{kind}.searched_home").search(text.low, sentence.start, sentence.end):
        return False
    last = min(sentence.number + 1, len(text.sentences) - 1)
    first = text.sentences[max(0, sentence.number - 1)].start
    if language.of_kind(kind, "context").search(text.low, first, text.sentences[last].end):
        return True
    lists = ":" in text.low[one.end() : sentence.end] or (language.free_order and one.start() - sentence.start < _OPENS)
    lists = lists or language.shape(r"{who} $").search(text.low[max(0, one.start() - _OPENS) : one.start()]) is not None
    if not lists and len(sentence.words) > _SHORT:
        return False
    return bool(language.pattern("counted.released").search(text.low, 0, sentence.start))


_SHORT = 6
_OPENS = 16


def _of_them(
    kind: str, sentence: Sentence, text: Text, language: Language, found: Sequence[Trigger]
) -> Iterator[Trigger]:
    """“Among them are …” lists people of whom the words before it tell: freed, if those were."""
    if found or kind not in _LISTED or _lists_others(kind, sentence, text, language):
        return
    if _answers(kind, sentence, text, language):
        yield Trigger(sentence.start, sentence.start, "them")
        return
    for one in language.pattern("among_them").finditer(text.low, sentence.start, sentence.end):
        if text.printed[max(0, one.start() - 1) : one.start()].endswith(("«", "“", '"')):
            continue  # “«This is a deal of deals», X said”
        if language.pattern("speech.verb").match(text.low, one.end() + 1):
            continue  # “he also said”
        here = bool(language.pattern("among_here").fullmatch(one.group()))
        if _told_before(text, one, language, here=here) == kind and not _held_there(
            kind, one, sentence, text, language
        ):
            yield Trigger(one.start(), one.end(), "them")
            return


def _lists_others(kind: str, sentence: Sentence, text: Text, language: Language) -> bool:
    """“Also among the pardoned were X and Y”: the sentence says itself whom it lists."""
    others = (other for other in _LISTED if other != kind)
    return any(language.of_kind(one, "among").search(text.low, sentence.start, sentence.end) for one in others)


def _answers(kind: str, sentence: Sentence, text: Text, language: Language) -> bool:
    """“Who was on board? A deacon, X, and Y.”: the answer lists those told of before the question."""
    if not sentence.number:
        return False
    asked = text.sentences[sentence.number - 1]
    found = language.pattern("among_asked").search(text.low, asked.start, asked.end)
    return (
        bool(found) and text.low[: asked.end].rstrip().endswith("?") and _last_told(text, asked.start, language) == kind
    )


def _held_there(kind: str, one: re.Match[str], sentence: Sentence, text: Text, language: Language) -> bool:
    """“The third of them, X, is still behind bars”: what is told of that one is told there."""
    if kind != "release":
        return False
    return any(
        language.pattern(heading).search(text.low, one.end(), sentence.end) is not None
        for heading in ("kept.undergone", "kept.place", "kept.absent")
    )


_BY_VERBS = ("undergone", "moved")
_LISTED = {"release": "released", "kept": "held", "detained": "detained"}


def _told_before(text: Text, one: re.Match[str], language: Language, *, here: bool) -> str:
    """Of which kind those are whom “among them” means; “among the seven” are those last counted as seven."""
    among = language.shape(r"{among}").match(one.group()) is not None
    number = _number_in(text.low[one.start() : one.end() + _NUMBER_WITHIN].split("\n")[0], language) if among else 0
    sentence = text.sentence_at(one.start())
    for before in reversed(text.sentences[max(0, sentence.number - 8) : sentence.number]) if number else ():
        if number in (_number_of(word.low, language) for word in before.words):
            return _last_told(text, before.end, language, of=before)
    return _last_told(text, one.start(), language, here=here)


_NUMBER_WITHIN = 12


def _number_in(words: str, language: Language) -> int:
    """The number in “among the seven”, “среди девяти”; 0 for none."""
    return next((number for word in words.split()[1:4] if (number := _number_of(word, language)) > 1), 0)


def _number_of(word: str, language: Language) -> int:
    return int(word) if word.isdigit() and len(word) < _LONG else language.numbers.get(word, 0)


_LONG = 6


def _last_told(text: Text, place: int, language: Language, *, here: bool = False, of: Sentence | None = None) -> str:
    """Of which kind the last number of people, or telling word, before a place is; none where it is not a fact.

    `here` looks in the same sentence alone: “including X” names some of those told of right before it; `of` in another.
    """
    sentence = of or text.sentence_at(place)
    first = sentence.start if here or of else text.sentences[max(0, sentence.number - 3)].start
    last: tuple[int, int, str] = (-1, -1, "")
    for kind, heading in _LISTED.items():
        patterns = [language.pattern(f"counted.{heading}"), *(language.of_kind(kind, way) for way in _BY_VERBS)]
        for pattern in patterns:
            for one in pattern.finditer(text.low, first, place):
                if language.pattern("counted.not_held").match(text.low, one.end() + 1):
                    continue
                if kind != "release" and language.pattern("counted.weak").fullmatch(one.group()):
                    continue
                if _of_a_thing(kind, one.start(), first, text, language):
                    continue
                last = max(last, (one.start(), one.end(), kind))
    if last[0] < 0:
        return ""
    how = told(text, text.sentence_at(last[0]), (last[0], last[1]), language)
    return last[2] if how in (Told.OUTRIGHT, Told.REPORTED) else ""


def _stands_as(way: str, one: re.Match[str], text: Text, language: Language) -> bool:
    """In English “released” is done by somebody, undergone after a comma or a name, or part of “those released”."""
    if language.free_order:
        return True
    if len(one.group().split()) > _WITH_ITS_OBJECT:
        return way == "done"  # “let the lawyer X go”
    before = text.low[max(0, one.start() - 30) : one.start()].rstrip(" ")
    if attributive(text, one.start(), one.end(), language):
        return way == "participle"
    after = text.low[one.end() : one.end() + 24].split()
    also = language.pattern("lightly").search(before)
    if also and before[: also.start()].rstrip().endswith((",", "(")):
        before = before[: also.start()].rstrip()  # “X, also freed in the swap”
    at_a_place = language.shape(r" {in_place}$").search(one.group())
    has_object = bool(after) and not at_a_place and _is_object(text, one.end(), after[0], language)
    goes_on = language.shape(r"(?:[,(—–.\n]|\b{before_participle}|^)$").search(before) is not None
    passive = not has_object and (goes_on or _headline(before, after, one, text, language))
    return passive if way == "participle" else not passive


def _describes(one: re.Match[str], text: Text, language: Language) -> bool:
    """“The expelled writer X” tells who somebody is; “X was handed over” has its own way, and its own doubts."""
    ahead = text.low[max(0, one.start() - _BESIDE) : one.start()].split()
    return bool(ahead) and ahead[-1] in language.listed("before_nouns") | language.listed("copulas")


def attributive(text: Text, start: int, end: int, language: Language) -> bool:
    """“The freed prisoners”, “two of the released women”: a participle that stands with its noun."""
    ahead, behind = text.low[max(0, start - _BESIDE) : start].split(), text.printed[end : end + 2]
    article = bool(ahead) and ahead[-1] in language.listed("before_nouns")
    opens = start == _opening(text, start)
    following = text.low[end : end + _BESIDE].split()
    if opens and following and language.pattern("names.introduced").fullmatch(following[0]):
        return not language.free_order and text.printed[end + 1 : end + 2].islower()
    article = article and not language.pattern("names.those").fullmatch(ahead[-1])
    return not language.free_order and article and behind[:1] == " " and behind[1:].islower()


_WITH_ITS_OBJECT = 2


def _is_object(text: Text, end: int, word: str, language: Language) -> bool:
    """Whether somebody stands right after the verb, so that it is done to them."""
    if word.strip(",.;:") in language.listed("after_active") or word.strip(",.;:") in language.pronouns:
        return True
    printed = text.printed[end : end + 2].strip()
    return bool(printed) and (printed[0].isupper() or printed[0].isdigit())


def _headline(before: str, after: list[str], one: re.Match[str], text: Text, language: Language) -> bool:
    """“Alena Varonik freed after four years”: a name before, and no object after."""
    names_before = text.printed[max(0, one.start() - 40) : one.start()].rstrip().split()
    if (
        not names_before
        or not names_before[-1][0].isupper()
        or names_before[-1].lower() in language.listed("not_names")
    ):
        return False
    return not after or after[0].strip(",.;:") in language.listed("after_passive")


def _is_fact(kind: str, one: re.Match[str], text: Text, sentence: Sentence, language: Language) -> bool:
    before = text.low[max(sentence.start, one.start() - 40) : one.end()]
    after = text.low[one.end() : min(sentence.end, one.end() + 50)]
    if kind == "detained":
        return True
    return bool(language.of_kind(kind, "factive").search(before) or language.of_kind(kind, "confirmed").search(after))
