"""Words with large letters, one after the other, and how much each of them looks like a part of a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from habeas.names.given import standing
from habeas.reading.who.name_shapes import name_shapes
from habeas.reading.words.languages import Language
from habeas.reading.words.text import Sentence, Text, Word

_BETWEEN = re.compile(r"[ \u00a0]+|\n|\.[ \u00a0]*|-|[ \u00a0]+[(«\"][ \u00a0]*")
_JOINS = r"(?:[,:;]|\b{joins})\s$"
_CONTRACTED = r"'{contracted}$"
_LATIN = re.compile(r"[a-z]", re.IGNORECASE)
_CYRILLIC = ("be", "ru", "uk")
_HEADLINE_FROM = 0.6
"""A line of which so many of the longer words are written large is a headline, where a large letter tells nothing."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words with large letters one after the other, with the word before them."""

    words: tuple[Word, ...]
    before: Word | None
    sentence: Sentence
    quoted: bool
    joined: bool
    headline: bool

    @property
    def opens(self) -> bool:
        return self.words[0] is self.sentence.words[0]


def runs_of(text: Text, sentence: Sentence, language: Language) -> Iterator[Run]:
    run: list[Word] = []
    before: Word | None = None
    for at, word in enumerate(sentence.words):
        if run and not _goes_on(text, run[-1], word):
            yield _run(text, sentence, run, before, language)
            run = []
        particle = word.low in language.listed("particles") and bool(run)
        if (word.capital or particle) and not _foreign(word, language):
            before = (sentence.words[at - 1] if at else None) if not run else before
            run.append(word)
        elif run:
            yield _run(text, sentence, run, before, language)
            run = []
    if run:
        yield _run(text, sentence, run, before, language)


def is_headline(text: Text, sentence: Sentence) -> bool:
    if text.printed[sentence.start : sentence.end].rstrip(' \n”"»)').endswith((".", "!", "?", ";", ":")):
        return False
    longer = [word for word in sentence.words if len(word.text) > 3]
    large = sum(word.capital for word in longer)
    return len(longer) >= 5 and large / len(longer) >= _HEADLINE_FROM


def _goes_on(text: Text, last: Word, word: Word) -> bool:
    between = text.printed[last.end : word.start]
    if not _BETWEEN.fullmatch(between) or (between.strip() and len(word.text) > 1 and word.text.isupper()):
        return False  # the letters of an organisation in brackets belong to no name
    return between[0] != "." or len(last.text) <= 2


def _foreign(word: Word, language: Language) -> bool:
    """Letters of the other script: an organisation or a paper, and hardly ever a person."""
    return language.key in _CYRILLIC and bool(_LATIN.match(word.text))


def _run(text: Text, sentence: Sentence, run: list[Word], before: Word | None, language: Language) -> Run:
    mark = text.printed[max(0, run[0].start - 1) : run[0].start]
    after = text.printed[run[-1].end : run[-1].end + 1]
    quoted = mark in "«\"“„'‘" and mark != "" and after in "»\"”“'’" and after != ""
    headline = not language.free_order and is_headline(text, sentence)
    joined = bool(language.shape(_JOINS).search(text.printed[max(0, run[0].start - 6) : run[0].start]))
    return Run(tuple(run), before, sentence, quoted, joined, headline)


def is_initial(word: Word, text: Text) -> bool:
    """“A. Ivanou”: a letter and a point; an article or a preposition that opens a sentence has none."""
    return len(word.text) == 1 and word.capital and text.printed[word.end : word.end + 1] == "."


def is_organisation(word: Word, language: Language) -> bool:
    """Whether names of bodies are made of the word."""
    return bool(language.pattern("names.organisations").fullmatch(word.low))


def namelike(word: Word, language: Language) -> bool:
    if len(word.text) < 2 or word.low in language.listed("not_names") or any(letter.isdigit() for letter in word.text):
        return False
    if (word.text.isupper() and len(word.text) <= 4) or language.shape(_CONTRACTED).search(word.low):
        return False
    return language.pattern("names.places").fullmatch(word.low) is None


def well_known(word: Word) -> float:
    """How surely a word is a given name."""
    plain = word.low.replace("'", "")
    found = max(standing(word.low, ""), standing(plain, ""))
    return found or _oblique(plain)


@lru_cache(maxsize=20_000)
def _oblique(low: str) -> float:
    """Ильи, Іллю: the case form of a given name in -ья, which the tables hold in the nominative alone."""
    if any(standing(form, "") >= 2.0 for form in _lithuanian(low)):
        return 1.2
    if len(low) < 4 or low[-1] not in "иіюеёй":
        return 0.0
    stems = (low[:-1], low[:-2])
    return 1.2 if any(standing(stem + end, "") >= 2.0 for stem in stems for end in ("я", "а", "й")) else 0.0


def _lithuanian(low: str) -> tuple[str, ...]:
    """Irinos, Pavelo: what a given name in a Lithuanian case may be in the nominative, or in its own language."""
    for tail, ends in name_shapes().lithuanian:
        if low.endswith(tail) and len(low) > len(tail) + 2:
            return tuple(low[: -len(tail)] + end for end in ends)
    return ()


def ends_sure(low: str) -> bool:
    """Whether a word ends as surnames of the region do."""
    return len(low) > 4 and bool(name_shapes().sure.search(low))
