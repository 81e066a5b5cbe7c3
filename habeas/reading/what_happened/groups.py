"""Several people meant by one word: “the court gave them five years”, “the journalists were arrested in 2024”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.reading.what_happened.together import together
from habeas.reading.what_happened.triggers import Trigger
from habeas.reading.who.cast import Cast, Named
from habeas.reading.words.text import Sentence

_LOOKS_BACK = 5
_BESIDE = 60
_PLURAL_OF_ROLE = r"{plural_of_role}$"


def several_meant(trigger: Trigger, sentence: Sentence, cast: Cast) -> list[Named] | None:
    """Everybody of the last row of names, where “them” stands by the verb, or their calling: “the journalists”.

    None where no such word stands there; nobody where one does, and no row is near.
    """
    if not cast.language.free_order:
        return None
    if place := _word(cast.language.pattern("them_all"), trigger, sentence, cast):
        return _as_named(_last_row(sentence, cast, role=""), place, sentence)
    for role, pattern in cast.language.keys("roles"):
        place = _word(pattern, trigger, sentence, cast) if role != "official" else None
        if place and cast.language.shape(_PLURAL_OF_ROLE).search(cast.text.low[place[0] : place[1]]):
            return _as_named(_last_row(sentence, cast, role=role), place, sentence) or None
    return None


def _word(pattern: re.Pattern[str], trigger: Trigger, sentence: Sentence, cast: Cast) -> tuple[int, int] | None:
    """A word within reach of the verb, with no comma or dash in between."""
    first, last = max(sentence.start, trigger.start - _BESIDE), min(sentence.end, trigger.end + _BESIDE)
    for found in pattern.finditer(cast.text.low, first, last):
        gap = cast.text.low[min(found.end(), trigger.end) : max(found.start(), trigger.start)]
        if not re.search(r"[,;:()—–]", gap) and not _counted(found, cast) and not _owns(found, trigger, cast):
            return found.span()
    return None


def _counted(found: re.Match[str], cast: Cast) -> bool:
    """“Four journalists” are nobody who was named."""
    before = cast.text.low[max(0, found.start() - 40) : found.start()].split()[-2:]
    return any(word.isdigit() or word in cast.language.numbers for word in before)


def _owns(found: re.Match[str], trigger: Trigger, cast: Cast) -> bool:
    """“Their lawyer was arrested”: a noun stands right behind."""
    if found.group() not in cast.language.listed("possessives") or found.end() + 1 == trigger.start:
        return False
    following = re.match(r" (\w+)", cast.text.low[found.end() :])
    return following is not None and following[1] not in cast.language.listed("prepositions")


def _last_row(sentence: Sentence, cast: Cast, *, role: str) -> list[int]:
    """The people of the nearest sentence before that names several side by side; one of them at least of that role."""
    for number in range(sentence.number - 1, max(-1, sentence.number - _LOOKS_BACK), -1):
        for row in _rows(cast.text.sentences[number], cast):
            people = list(dict.fromkeys(one.person for one in row))
            called = not role or any(held == role for one in people for held, _, _ in cast.people[one].roles)
            if len(people) > 1 and called and not any(cast.people[one].officer for one in people):
                return people
        named = cast.by_name(cast.text.sentences[number])
        if not role and any(not cast.people[one.person].officer for one in named):
            return []
    return []


def _rows(sentence: Sentence, cast: Cast) -> Iterator[list[Named]]:
    named = [one for one in cast.by_name(sentence) if not one.possessive]
    while named:
        row = together(named[:1], named, cast)
        yield row
        named = [one for one in named if one.start > row[-1].start]


def _as_named(people: list[int], place: tuple[int, int], sentence: Sentence) -> list[Named]:
    return [Named(one, *place, sentence.clause_at(place[0]), True) for one in people]
