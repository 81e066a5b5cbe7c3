"""Interviews and transcripts: whose the words of an answer or a turn are, where no verb of speech says so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from habeas.reading.who.cast import Cast

_FEWEST = 3
"""So many turns or questions make an interview; fewer happen in any report."""
_PARAGRAPH = re.compile(r"[^\n]+")
_LABEL = re.compile(r"\s*([^\W\d_][^:\n.?!«“\"]{1,40}):\s+\S")
_ASIDE = re.compile(r"\s*[\[(]")
_LONGEST_QUESTION = 240
_OF_THESE = 10


@dataclass(frozen=True, slots=True)
class Turn:
    """A paragraph that somebody speaks: the person, and where it begins and ends."""

    person: int
    start: int
    end: int


def turns(cast: Cast) -> list[Turn]:
    """What is spoken in a transcript (`NAME: …`), or answered in an interview; nothing in any other text."""
    return list(_labelled(cast)) or list(_answers(cast))


def _labelled(cast: Cast) -> Iterator[Turn]:
    """The reporter's own turns are the text's: theirs are the most, or the most that ask."""
    found = [
        (label[1].split()[-1].lower(), label.end() - 1, one.end())
        for one in _PARAGRAPH.finditer(cast.text.printed)
        if (label := _LABEL.match(one.string, one.start(), one.end())) and _is_label(label[1])
    ]
    spoken = Counter(name for name, _, _ in found)
    if len(found) < _FEWEST or len(spoken) < 2:
        return
    asked = Counter(name for name, start, end in found for _ in range(cast.text.printed.count("?", start, end)))
    reporter = max(spoken, key=lambda name: (asked[name] > 1, spoken[name]))
    for name, start, end in found:
        person = next((number for number, one in enumerate(cast.people) if one.called(name)), None)
        if person is not None and name != reporter:
            yield Turn(person, start, end)


def _is_label(words: str) -> bool:
    return all(word[0].isupper() for word in words.split()) and len(words.split()) <= 4


def _answers(cast: Cast) -> Iterator[Turn]:
    """Short paragraphs that ask; those after them are spoken by whom the text has named most so far."""
    printed = cast.text.printed
    paragraphs = [one.span() for one in _PARAGRAPH.finditer(printed) if one.group().strip()]
    asking = [at for at, span in enumerate(paragraphs) if _asks(printed, *span) and at + 1 < len(paragraphs)]
    while len(asking) >= _FEWEST and _interviewed(cast, paragraphs[asking[0]][0]) is None:
        asking = asking[1:]  # a headline may ask as well, before anybody is named
    if len(asking) < _FEWEST or (person := _interviewed(cast, paragraphs[asking[0]][0])) is None:
        return
    answers = [
        paragraphs[at]
        for at in range(asking[0] + 1, len(paragraphs))
        if at not in asking and not _ASIDE.match(printed, *paragraphs[at])
    ]
    if _in_first_person(answers, cast):
        yield from (Turn(person, *one) for one in answers)


def _in_first_person(answers: list[tuple[int, int]], cast: Cast) -> bool:
    """Somebody answers who says “I”, where the language can't leave it out; an explainer asks and answers by itself."""
    if cast.language.free_order:
        return True
    own = cast.language.listed("first_person")
    speaking = [one for one in answers if own & set(re.findall(r"\w+", cast.text.low[slice(*one)]))]
    return len(speaking) * _OF_THESE >= len(answers)


def _asks(printed: str, start: int, end: int) -> bool:
    return end - start <= _LONGEST_QUESTION and printed[start:end].rstrip(' \t"»”*_').endswith("?")


def _interviewed(cast: Cast, before: int) -> int | None:
    named = Counter(
        number for number, one in enumerate(cast.people) for mention in one.mentions if mention.start < before
    )
    return max(named, key=lambda number: named[number]) if named else None
