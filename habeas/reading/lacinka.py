"""Belarusian in Latin letters: turned into Cyrillic to be read, and what was read led back to the printed letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Protocol, TypeVar

import yaml

from habeas.domain.locate import quote
from habeas.domain.written import Plain
from habeas.reading.claims.proposals import Proposal
from habeas.reading.who.people import Person
from habeas.reading.words.languages import FOLDER

_TELLS = re.compile("[ŭćśźńłč]|[šž]")
_LETTER = re.compile(r"[^\W\d_]")
_SHARE, _FEWEST = 0.03, 12
_SOFT = ("ć", "ś", "ź", "ń", "dź")


class Placed(Protocol):
    """Anything that stands at a place of a text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Somewhere = TypeVar("Somewhere", bound=Placed)


@dataclass(frozen=True)
class Turned:
    """A text in Cyrillic letters; `places` gives for each of them, and for the end, its place as printed."""

    printed: str
    cyrillic: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        return self.places[start], self.places[end]

    def words(self, start: int, end: int) -> str:
        return self.printed[slice(*self.span(start, end))]

    def back(self, text: str, near: int = 0) -> str:
        """Words of the Cyrillic text as they are printed; the same if they don't stand in it."""
        pattern = r"\s+".join(map(re.escape, text.split()))
        found = re.compile(pattern).search(self.cyrillic, near) or re.search(pattern, self.cyrillic)
        return " ".join(self.words(*found.span()).split()) if pattern and found else text


def placed(one: Somewhere, turned: Turned) -> Somewhere:
    start, end = turned.span(one.start, one.end)
    return replace(one, start=start, end=end)  # type: ignore[type-var]


def person_as_printed(person: Person, turned: Turned) -> Person:
    mentions = [placed(one, turned) for one in person.mentions]
    return replace(person, mentions=mentions, name=turned.back(person.name))


def proposal_as_printed(one: Proposal, turned: Turned) -> Proposal:
    """The proposal at its place in the printed text, quoting it, with its words in the letters of the text."""
    start, end = turned.span(one.start, one.end)
    return replace(
        one, start=start, end=end, quote=quote(turned.printed, start, end), who=turned.back(one.who),
        speaker=turned.back(one.speaker, one.start), printed_when=turned.back(one.printed_when, one.start),
        fields={name: _field(value, turned, one.start) for name, value in one.fields.items()},
    )  # fmt: skip


def _field(value: Plain, turned: Turned, near: int) -> Plain:
    if isinstance(value, list):
        return [_field(each, turned, near) for each in value]
    return turned.back(value, near) if isinstance(value, str) and re.search("[а-яўі]", value.lower()) else value


def is_lacinka(text: str) -> bool:
    """Whether it is Belarusian in Latin letters: its ŭ stands in no other language of these parts, and w not in it."""
    low = text[:20_000].lower()
    letters = len(_LETTER.findall(low))
    telling = len(_TELLS.findall(low))
    return (
        "ŭ" in low and low.count("ŭ") > low.count("w") and telling >= max(_SHARE * letters, min(_FEWEST, letters / 8))
    )


def in_cyrillic(printed: str) -> Turned:
    pieces = list(_pieces(printed))
    places = [place for written, place in pieces for _ in written]
    return Turned(printed, "".join(written for written, _ in pieces), (*places, len(printed)))


def _pieces(printed: str) -> Iterator[tuple[str, int]]:
    """Cyrillic letters, and where what they stand for begins."""
    low, at = printed.lower() if len(printed.lower()) == len(printed) else printed, 0
    while at < len(low):
        length, written = _at(low, at)
        yield _as_large(written, printed, at, length), at
        at += length


def _at(low: str, at: int) -> tuple[int, str]:
    """How many Latin letters stand here for which Cyrillic ones."""
    letters, iotated = _table()
    after = low[at + 1 : at + 2]
    if low[at] in "ij" and after in iotated and (low[at] == "j" or _is_consonant(low, at - 1)):
        parted = "'" if low[at] == "j" and _is_consonant(low, at - 1) else ""
        return 2, parted + iotated[after]
    if low[at] == "l":
        return (
            (2, "л" + iotated[after]) if after and after in iotated else (1, "л" if after and after in "il" else "ль")
        )
    for length in (2, 1):
        if (found := low[at : at + length]) in letters and len(found) == length:
            written = letters[found]
            return length, written.rstrip("ь") if found in _SOFT and _before_soft(low, at + length) else written
    return 1, low[at]


def _before_soft(low: str, at: int) -> bool:
    """Before a soft consonant the soft sign isn't written: śnieh is снег, hość гось(ць)."""
    first, second = low[at : at + 1], low[at + 1 : at + 2]
    return _is_consonant(low, at) and (first in "ćśźńl" or second == "i" or low[at : at + 2] == "dź")


def _is_consonant(low: str, at: int) -> bool:
    return 0 <= at < len(low) and low[at].isalpha() and low[at] not in "aeiouyŭj"


def _as_large(written: str, printed: str, at: int, length: int) -> str:
    if not printed[at].isupper():
        return written
    word = printed[max(at - 1, 0) : at + length + 1]
    return written.upper() if len(word) > 1 and word.isupper() else written[:1].upper() + written[1:]


@cache
def _table() -> tuple[dict[str, str], dict[str, str]]:
    raw = yaml.safe_load((FOLDER / "be_latin.yml").read_text(encoding="utf-8"))
    return raw["letters"], raw["iotated"]
