"""What happens to whom: a word that tells of it, the people it is said of, and how it is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from habeas.reading.what_happened.triggers import WAYS, Trigger, triggers
from habeas.reading.what_happened.undergoers import said_of
from habeas.reading.who.cast import Cast
from habeas.reading.words.hedges import Told, cancelled, told
from habeas.reading.words.text import Sentence


@dataclass(frozen=True, slots=True)
class Happening:
    """A telling word at a place, whom it is said of, and how."""

    kind: str
    start: int
    end: int
    people: tuple[int, ...]
    told: Told
    sentence: Sentence
    way: str


def find(kind: str, cast: Cast, ways: Sequence[str] = WAYS) -> Iterator[Happening]:
    """Every happening of a kind (a heading of the tables), in the order of the text."""
    for sentence in cast.text.sentences:
        for trigger in triggers(kind, sentence, cast.text, cast.language, ways):
            people = tuple(dict.fromkeys(one.person for one in said_of(trigger, kind, sentence, cast)))
            how = _told(kind, trigger, sentence, cast)
            yield Happening(kind, trigger.start, trigger.end, people, how, sentence, trigger.way)


def _told(kind: str, trigger: Trigger, sentence: Sentence, cast: Cast) -> Told:
    if trigger.way == "noun" and kind == "detained":
        return Told.OUTRIGHT
    if trigger.way == "wanted":
        return Told.UNREAL
    place = (trigger.start, trigger.end)
    how = told(cast.text, sentence, place, cast.language, listing=trigger.way in ("among", "them"), kind=kind)
    if kind == "kept" and how is Told.UNREAL and cast.language.pattern("kept.goes_on").search(_around(place, cast)):
        return Told.OUTRIGHT  # “will remain in jail”: is there now
    if how in (Told.OUTRIGHT, Told.REPORTED) and cancelled(cast.text, sentence, cast.language):
        return Told.DOUBTED
    return how


def _around(place: tuple[int, int], cast: Cast) -> str:
    return cast.text.low[max(0, place[0] - _JUST_BEFORE) : place[1]]


_JUST_BEFORE = 10
