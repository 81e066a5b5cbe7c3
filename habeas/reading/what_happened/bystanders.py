"""Who is named beside a telling word and isn't meant by it: whoever only says it, refuses it, or stands by somebody."""

from __future__ import annotations

import re
from collections.abc import Sequence

from habeas.reading.what_happened.triggers import Trigger
from habeas.reading.who.cast import Cast, Named
from habeas.reading.words.text import Sentence

_REFUSES_WITHIN = 12
_OWNED_WITHIN = 90


def stands_by(one: Named, trigger: Trigger, sentence: Sentence, cast: Cast) -> bool:
    return (
        _only_says(one, trigger, cast)
        or _refuses(one, trigger, sentence, cast)
        or _owns_the_apposed(one, trigger, sentence, cast)
        or _owns_the_opening(one, sentence, cast)
        or _of_whose_kin(one, trigger, sentence, cast)
        or _says_whose(one, trigger, sentence, cast)
        or did_it(one, cast)
        or _left_out(one, trigger, cast)
    )


def _left_out(one: Named, trigger: Trigger, cast: Cast) -> bool:
    """“14 were freed, neither X nor Y among them”, “освобождены 14, но не X”: a “not” stands right before the name."""
    if one.start < trigger.end or trigger.way == "absent":
        return False
    ahead = cast.text.low[max(trigger.end, one.start - _NOT_WITHIN) : one.start].split()
    return bool(ahead) and ahead[-1] in cast.language.listed("nor")


_NOT_WITHIN = 6


def _only_says(one: Named, trigger: Trigger, cast: Cast) -> bool:
    """“Stone said the pardons were a process in which 19 had left prison”: another subject stands after the verb."""
    if cast.language.free_order or one.possessive or one.end > trigger.start:
        return False
    after = cast.text.low[one.end : trigger.start]
    gap = _APPOSITION.sub("", after)
    heading = "speech.plain" if after.startswith(",") else "speech.verb"  # “X, considered a hero, was freed”
    said = cast.language.pattern(heading).match(gap) if gap else None
    if said is None:
        return False
    told = cast.language.shape(r"^{that} ").sub("", gap[said.end() :].lstrip(" "))
    return told[:1].isdigit() or cast.language.pattern("other_subject").match(told) is not None


_APPOSITION = re.compile(r"^(?:,[^,.;:“\"]{0,80})??,?\s+")


def _refuses(one: Named, trigger: Trigger, sentence: Sentence, cast: Cast) -> bool:
    """“51 people were taken out, the politician X refused to leave”: he is none of them."""
    if one.start < trigger.end:
        return False
    refused = cast.language.pattern("refused").search(cast.text.low, one.end, sentence.end)
    return refused is not None and refused.start() - one.end <= _REFUSES_WITHIN


def _owns_the_opening(one: Named, sentence: Sentence, cast: Cast) -> bool:
    """“Daughter of the former president X, she was sentenced”: the sentence is about the daughter."""
    if cast.language.free_order or one.pronoun or not cast.text.printed.startswith(",", one.end):
        return False
    first = sentence.words[0].start
    opening = cast.language.pattern("names.relation").match(cast.text.low, first, one.start)
    return opening is not None and "," not in cast.text.low[first : one.start]


def _says_whose(one: Named, trigger: Trigger, sentence: Sentence, cast: Cast) -> bool:
    """“Lawyers for X were freed”, “the father of X, freed in 2020”: not X; “the founder of the group X” is X."""
    if cast.language.free_order or one.pronoun or one.end > trigger.start:
        return False
    ahead = cast.text.low[max(sentence.start, one.start - _OWNED_WITHIN) : one.start]
    part = re.split(r"[,;:(]", ahead)[-1]
    last = next(iter(reversed(list(cast.language.pattern("names.whose").finditer(part)))), None)
    between = part[last.end() :].split() if last else []
    if last is None or len(between) > _CALLING:
        return False
    return not between or cast.language.pattern("names.organisations").fullmatch(between[-1]) is None


_CALLING = 3


def _of_whose_kin(one: Named, trigger: Trigger, sentence: Sentence, cast: Cast) -> bool:
    """“X thanked him after her husband was freed”: the husband was."""
    if cast.language.free_order or trigger.way not in _UNDERGONE:
        return False
    first = max(sentence.start, trigger.start - _OWNED_WITHIN)
    kin = list(cast.language.pattern("possessive_kin").finditer(cast.text.low, first, trigger.start))
    if not kin or not cast.language.shape(_AT_ONCE).fullmatch(cast.text.low, kin[-1].end(), trigger.start):
        return False
    return one.start < kin[-1].start() or (one.start == kin[-1].start() and one.end < kin[-1].end())


_UNDERGONE = ("undergone", "home", "moved")
_AT_ONCE = r"\s(?:{at_once}\s){0,3}"


def _owns_the_apposed(one: Named, trigger: Trigger, sentence: Sentence, cast: Cast) -> bool:
    """“X, a campaigner for the candidate Y, was freed”; “X, координатор штаба Y, вышла”: Y says who X is."""
    printed, low = cast.text.printed, cast.text.low
    ahead = [other for other in cast.by_name(sentence) if other.end < one.start and other.person != one.person]
    if not ahead or one.pronoun:
        return False
    opening = re.match(r"\s*[,(—–]\s*", printed[ahead[-1].end : one.start])
    if opening is None or one.start - ahead[-1].end > _OWNED_WITHIN:
        return False
    apposed = low[ahead[-1].end + opening.end() : one.start].strip()
    if cast.language.shape(r"[,;]|\b(?:{joins}|{nors})$").search(apposed) or not apposed:
        return False
    if cast.language.free_order:
        return of_staff(apposed.split(), low[one.start : one.end], cast)
    opens = cast.language.pattern("names.apposed").match(apposed) is not None
    return opens and one.end <= trigger.start and cast.language.pattern("names.apposed_to").search(apposed) is not None


def of_staff(words: Sequence[str], name: str, cast: Cast) -> bool:
    """“координатор штаба Виктора Выдуманного”; whoever is named in the nominative holds the office himself."""
    nominative = cast.language.shape(r"{nominative_man}$").search(name.split()[0]) is not None
    return bool(words) and not nominative and cast.language.pattern("names.apposed_to").fullmatch(words[-1]) is not None


def did_it(one: Named, cast: Cast) -> bool:
    """“Фонда, основанного политиком Иваном Выдуманным”: the instrumental without a preposition is whoever did it."""
    if not cast.language.free_order or one.pronoun:
        return False
    words, ends = cast.text.low[one.start : one.end].split(), cast.language.shape(r"{instrumental}$")
    if len(words) < len(("given", "surname")) or not all(ends.search(word) for word in words):
        return False
    ahead = cast.text.low[max(0, one.start - _OWNED_WITHIN) : one.start]
    return cast.language.pattern("names.done_by").search(ahead) is not None
