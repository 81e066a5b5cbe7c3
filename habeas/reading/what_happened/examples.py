"""Those whom a sentence names as examples of the several that it tells of: “14 were freed, including X and Y”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from habeas.reading.what_happened.name_lists import listed
from habeas.reading.what_happened.together import together
from habeas.reading.what_happened.triggers import Trigger
from habeas.reading.who.cast import Cast, Named
from habeas.reading.words.text import Sentence

_KINDS = ("release", "pardon", "detained", "kept")
_WAYS = ("undergone", "done", "moved", "home", "participle", "noun", "wanted")
_WITHIN = 150
_JUST_BEFORE = 12
_OTHERWISE = {
    "release": ("kept.undergone", "detained.done", "died.undergone", "sentenced.done"),
    "pardon": ("kept.undergone", "detained.done", "died.undergone", "sentenced.done"),
    "detained": ("kept.undergone", "release.undergone", "release.done", "died.undergone"),
    "kept": ("release.undergone", "release.done", "detained.done", "died.undergone"),
}
"""What else may be told between a verb and an “including”: whoever is named then is named for that."""


def examples(trigger: Trigger, kind: str, sentence: Sentence, cast: Cast) -> list[Named]:
    if kind not in _KINDS or trigger.way not in _WAYS or (trigger.way == "participle" and kind != "release"):
        return []
    return _opened(trigger, kind, sentence, cast) or _closed(trigger, kind, sentence, cast)


def apposed_to_them(trigger: Trigger, kind: str, sentence: Sentence, cast: Cast) -> list[Named]:
    """“The freed prisoners — X and Y — met the press”, “two of the freed men, X and Y, said”, “freed activist X”.

    Whoever is called jailed or arrested so was that before, and it is not what is told of them here.
    """
    opening = _NOUN_AND_MARK.match(cast.text.printed, trigger.end, sentence.end)
    if opening is None and kind == "release":
        opening = _NOUN.match(cast.text.printed, trigger.end, sentence.end)
        last = opening.group().split()[-1] if opening else ""
        opening = opening if cast.language.pattern("names.introduced").fullmatch(last) else None
    if opening is None or not cast.language.listed("copulas").isdisjoint(opening.group().split()):
        return []
    names = [one for one in cast.by_name(sentence) if one.start >= opening.end()]
    if not names or len(cast.text.low[opening.end() : names[0].start].split()) > _CALLING:
        return []
    return _free(together(names[:1], names, cast), cast)


_NOUN = re.compile(r"(?:\s[a-z][\w-]*){1,4}\s(?=[A-Z])")
_NOUN_AND_MARK = re.compile(r"(?:\s[a-z][\w-]*){1,4}(?:,|:|\s[—–-]|\s\()\s?")
_CALLING = 4


def _opened(trigger: Trigger, kind: str, sentence: Sentence, cast: Cast) -> list[Named]:
    """“…, including X and Y”, “…, among whom was X”, “…, the most prominent being X”."""
    opener = cast.language.pattern("examples.opens").search(cast.text.low, trigger.end, sentence.end)
    if opener is None or not _goes_on(trigger.end, opener.start(), kind, cast):
        return []
    named = _free(listed(sentence, opener.end(), cast), cast)
    before = cast.text.low[opener.end() : named[0].start] if named else ""
    return [] if cast.language.pattern("hedge.negated").search(before) else named


def _closed(trigger: Trigger, kind: str, sentence: Sentence, cast: Cast) -> list[Named]:
    """“…, X and Y among them”."""
    for closer in cast.language.pattern("examples.closes").finditer(cast.text.low, trigger.end, sentence.end):
        names = [one for one in cast.by_name(sentence) if trigger.end <= one.start and one.end <= closer.start()]
        if not names or cast.text.printed[names[-1].end : closer.start()].strip(" ,"):
            continue
        chain = together(names[-1:], names, cast)
        opening = cast.text.printed.rfind(",", trigger.end, chain[0].start)
        if opening >= 0 and _goes_on(trigger.end, opening, kind, cast):
            return _free(chain, cast)
    return []


def _goes_on(start: int, end: int, kind: str, cast: Cast) -> bool:
    """Whether nothing else is told between the verb and the examples, and they are not taken back."""
    gap = cast.text.low[start:end]
    if end - start > _WITHIN or re.search(r"[;:.]\s", gap):
        return False
    if cast.language.pattern("hedge.negated").search(gap[-_JUST_BEFORE:]):
        return False
    if not cast.language.breaks.isdisjoint(gap.split()):
        return False
    otherwise = ("speech.verb", *_OTHERWISE[kind])
    return not any(cast.language.pattern(heading).search(gap) for heading in otherwise)


def _free(found: Sequence[Named], cast: Cast) -> list[Named]:
    return [one for one in found if not cast.people[one.person].officer]
