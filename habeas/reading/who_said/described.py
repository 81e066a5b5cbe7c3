"""Who speaks by an office alone: “the president said”, of whoever the text called so before by name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from habeas.reading.who.cast import Cast
from habeas.reading.who_said.may_speak import Speaker

_LONGEST = 5
_BEHIND = 50
_STEM = 3
_DESCRIBES = r"{describes}$"


def by_name(one: Speaker, cast: Cast) -> Speaker:
    """The person meant, if one alone can be; else the speaker as the text has it."""
    words = re.findall(r"[\w'-]+", cast.text.printed[one.start : one.end])
    if one.person is not None or not words or len(words) > _LONGEST or "«" in one.text or '"' in one.text:
        return one
    offices = [
        office for _, office in cast.language.keys("offices") if office.search(cast.text.low, one.start, one.end)
    ]
    places = [word.lower()[:_STEM] for word in words[1:] if word[0].isupper()]
    places += [word.lower()[:_STEM] for word in words if cast.language.shape(_DESCRIBES).search(word.lower())]
    meant = {
        number
        for number, person in enumerate(cast.people)
        for each in person.mentions
        if person.officer and each.end <= one.start and _holds(offices, places, each.start, cast)
    }
    if len(meant) != 1:
        return one
    number = meant.pop()
    return replace(one, text=cast.people[number].name, person=number)


def _holds(offices: Sequence[re.Pattern[str]], places: Sequence[str], name: int, cast: Cast) -> bool:
    """Whether one of the offices stands right before a name, with the country or body if the speaker's has one."""
    ahead = re.split(r"[,.;:«»“”]", cast.text.low[max(0, name - _BEHIND) : name])[-1]
    if not any(office.search(ahead) for office in offices):
        return False
    return all(re.search(rf"\b{re.escape(place)}", ahead) for place in places)
