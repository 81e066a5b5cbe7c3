"""Of whom a noun tells (“the release of X”, “after her release”), or a verb that stands for one (“after leaving”)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from habeas.reading.what_happened.carried import carried_over
from habeas.reading.what_happened.together import together
from habeas.reading.what_happened.triggers import Trigger
from habeas.reading.who.cast import Cast, Named
from habeas.reading.words.text import Sentence

_OBJECT_WITHIN = 90
_NOUN_WITHIN = 45
_CLOSE = 40
_OPENS = 4


def of_noun(trigger: Trigger, sentence: Sentence, cast: Cast, before: Sequence[Named]) -> list[Named]:
    """“The release of X”; “after her release”."""
    inside = [one for one in cast.named_in(sentence) if trigger.start <= one.start < trigger.end]
    if inside:
        return inside[:1]
    if trigger.way == "wanted" and _of_several(trigger, cast):
        earlier = [one for one in cast.by_name(sentence) if one.end <= trigger.start and not one.possessive]
        return together(earlier[-1:], earlier, cast) or cast.all_meant(sentence, trigger.start, trigger.end)
    if cast.language.free_order and before and trigger.start - before[-1].end == 1 and not before[-1].pronoun:
        return [before[-1]]  # Lithuanian: “Irinos Palei paleidimas”
    gerund = cast.language.shape(_GERUND).match(cast.text.low, trigger.start)
    if gerund and (subject := of_gerund(trigger, sentence, cast)):
        return subject
    close = [one for one in cast.named_in(sentence) if 0 <= one.start - trigger.end <= _NOUN_WITHIN]
    if close and not re.search(r"[.;:]", cast.text.printed[trigger.end : close[0].start]):
        gap = cast.text.printed[trigger.end : close[0].start]
        if cast.language.pattern("speech.verb").search(cast.text.low, trigger.end, close[0].start):
            return []  # “Informację o zwolnieniu potwierdził X”: he only says so
        if ("," not in gap and not re.search(r"\d", gap)) or _counted_first(gap, cast):
            return together(close[:1], [one for one in cast.named_in(sentence) if one.start >= close[0].start], cast)
    return carried_over(trigger, sentence, cast) if trigger.way == "noun" and before else []


def _of_several(trigger: Trigger, cast: Cast) -> bool:
    """“We recognise X and Y as prisoners and demand their release”."""
    words = cast.text.low[trigger.start : trigger.end].split()
    return not cast.language.free_order and any(cast.language.pronouns.get(word) == "p" for word in words)


def opens_or_follows(trigger: Trigger, sentence: Sentence, cast: Cast) -> bool:
    """“A day after being released”: a preposition stands before it."""
    if trigger.way != "undergone" or not cast.language.shape(r"{being} ").match(cast.text.low, trigger.start):
        return False
    word = next((one for one in reversed(sentence.words) if one.end <= trigger.start), None)
    return word is not None and word.low in cast.language.listed("hanging")


_GERUND = r"\w+{gerund}\b"


def of_gerund(trigger: Trigger, sentence: Sentence, cast: Cast) -> list[Named]:
    """“A day after being released, X was back”, “X wrote hours after leaving the colony”: the subject's own."""
    named = [one for one in cast.named_in(sentence) if not one.possessive]
    comma = cast.text.printed.find(",", trigger.end, sentence.end)
    behind = [one for one in named if 0 <= one.start - comma <= _OPENS] if 0 <= comma - trigger.end <= _CLOSE else []
    before = [one for one in named if one.end <= trigger.start]
    if not before and behind:
        return together(behind[:1], [one for one in named if one.start >= behind[0].start], cast)
    return before[-1:] if trigger.start - (before[-1].end if before else 0) <= _OBJECT_WITHIN else []


def _counted_first(gap: str, cast: Cast) -> bool:
    """“The release of two journalists, the photographer X and Y”: the number first, then who they are."""
    number, _, calling = gap.lower().partition(",")
    words = number.split()
    counted = any(word in cast.language.numbers or word.isdigit() for word in words)
    counted = counted or (bool(words) and words[0] in cast.language.listed("determiners"))
    return counted and len(words) <= _OPENS + 1 and len(calling.split()) <= _OPENS
