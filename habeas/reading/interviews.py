"""Interviews: whose every answer is, where questions and answers, or the names of those who speak, head the lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from habeas.reading.cast import Cast

_DASH = re.compile(r"\s*[—–-]\s")
_FEWEST = 2
_FEWEST_PLAIN = 3
_LONGEST_QUESTION = 30
_HEADED = re.compile(r"([A-ZА-ЯЁІЎЇЄҐŁŚŻŠŽČĖ][A-ZА-ЯЁІЎЇЄҐŁŚŻŠŽČĖ'’. -]{2,40}):\s")
_QUOTED_TITLE = re.compile(r"\s*(?:«[^»\n]+»|“[^”\n]+”|\"[^\"\n]+\")[ .]*(?=\n)")
_ASIDE = ("[", "(")


@dataclass(frozen=True, slots=True)
class Answer:
    """A stretch of text that one person says in answer to somebody's question."""

    person: int
    start: int
    end: int


def answers(cast: Cast) -> list[Answer]:
    return [*_of_dashes(cast), *_of_paragraphs(cast)] or list(_of_headings(cast))


def _of_dashes(cast: Cast) -> Iterator[Answer]:
    """“— How did you learn? — Nobody told me.”: two lines with dashes, again and again, the first of them asking."""
    blocks = [
        lines for lines in _blocks(cast.text.printed) if len(lines) > 1 and all(_DASH.match(one[2]) for one in lines)
    ]
    asking = [lines for lines in blocks if lines[0][2].rstrip().endswith("?")]
    if len(asking) < _FEWEST:
        return
    person = _interviewed(cast, asking[0][0][0])
    yield from _title(cast, person)
    for lines in blocks if person is not None else ():
        for start, end, _ in lines[1::2]:
            yield Answer(person or 0, start, end)


def _of_paragraphs(cast: Cast) -> Iterator[Answer]:
    """Paragraphs in turn, every other one a short question."""
    paragraphs = [
        (lines[0][0], lines[-1][1], " ".join(one[2] for one in lines)) for lines in _blocks(cast.text.printed)
    ]
    asking = [number for number, (_, _, words) in enumerate(paragraphs) if _asks(words)]
    in_turn = [number for number in asking if (number - asking[0]) % 2 == 0]
    if len(in_turn) < _FEWEST_PLAIN or in_turn != asking:
        return
    person = _interviewed(cast, paragraphs[asking[0]][0])
    yield from _title(cast, person)
    for start, end, _ in paragraphs[asking[0] + 1 : asking[-1] + 2 : 2] if person is not None else ():
        yield Answer(person or 0, start, end)


def _title(cast: Cast, person: int | None) -> Iterator[Answer]:
    """A title in quotation marks gives the words of whoever is asked."""
    title = _QUOTED_TITLE.match(cast.text.printed)
    if title and person is not None:
        yield Answer(person, *title.span())


def _asks(words: str) -> bool:
    return words.rstrip().endswith("?") and not _DASH.match(words) and len(words.split()) <= _LONGEST_QUESTION


def _of_headings(cast: Cast) -> Iterator[Answer]:
    """“KIRA HUZ: It was about tomatoes.”: as broadcasters write it down; who asks and tells is left out."""
    printed, language = cast.text.printed, cast.language
    lines = [one for lines in _blocks(printed) for one in lines]
    headed = [(start, end, found) for start, end, words in lines if (found := _HEADED.match(words))]
    spoken = [(start + found.end(), end, _called(found[1], cast), found[1].lower()) for start, end, found in headed]
    hosts = [one for one in spoken if language.pattern("speech.host").search(one[3])]
    tellers = {
        person
        for start, end, _, _ in hosts
        for person in range(len(cast.people))
        if _hands_over(start, end, person, cast)
    }
    for one in spoken:
        if one[2] is not None and one not in hosts and one[2] not in tellers:
            yield Answer(one[2], one[0], one[1])


def _called(heading: str, cast: Cast) -> int | None:
    """Whom the heading of a line names: “KIRA HUZ”, or the surname alone."""
    words = heading.lower().split()
    full = (number for number, one in enumerate(cast.people) if one.name.lower().split() == words)
    alone = (number for number, one in enumerate(cast.people) if one.surname.lower() == words[-1])
    return next(full, next(alone, None) if len(words) == 1 else None)


def _hands_over(start: int, end: int, person: int, cast: Cast) -> bool:
    """“Rahul Menon has this”: the host gives the word to whoever reports."""
    return any(
        start <= one.start < end and cast.language.pattern("speech.handed_over").match(cast.text.low, one.end + 1)
        for one in cast.people[person].mentions
    )


def _interviewed(cast: Cast, before: int) -> int | None:
    """Who is asked: whoever the words before the first question name most often, the first of them in doubt."""
    named = [
        one.person
        for sentence in cast.text.sentences
        if sentence.start < before
        for one in cast.by_name(sentence)
        if one.end <= before
    ]
    most = Counter(named).most_common(1)
    return most[0][0] if most else None


def _blocks(printed: str) -> list[list[tuple[int, int, str]]]:
    """The lines of each paragraph, with where they stand."""
    blocks: list[list[tuple[int, int, str]]] = [[]]
    for found in re.finditer(r"[^\n]*\n?", printed):
        words = found.group().rstrip("\n")
        if words.lstrip().startswith(_ASIDE) and not _HEADED.match(words):
            continue
        if words.strip():
            blocks[-1].append((found.start(), found.start() + len(words), words))
        elif blocks[-1]:
            blocks.append([])
    return [lines for lines in blocks if lines]
