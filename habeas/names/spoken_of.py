"""Whether a text speaks of certain people, in any script, spelling and case: for keeping their names from a reader.

It errs towards finding them, since a lost quote harms nobody; yet a surname that somebody else's given name stands
beside is somebody else's, or a common surname would blank half of a register.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from habeas.names.given import Given, GivenLevel, given_level, read_given, standing
from habeas.names.parts import parts_of
from habeas.names.sounds import inflected_stems, read_word

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’ʼ])*")
_PLAIN = re.compile(r"[^\W\d_]+(?:[ .,'’ʼ-]+[^\W\d_]+){0,5}\.?")
_LETTERS = re.compile(r"[A-Za-z\u00c0-\u024f\u0400-\u04ff]")
"""Of the scripts that the tables read; in any other a name is looked for as it is written."""
_BESIDE = 2
"""A given name stands at most so many words from its surname: a patronymic may lie between."""
_SURE_ALONE = 4
"""Letters of a stem that is rare enough to tell of somebody without a given name."""
_SMALL_WORDS = frozenset("АВИКОСУЯІЗЎIA")
"""Words of one letter that begin a sentence, and are no initial of somebody else."""
_APART = re.compile(r"\([^)]*\)|[«„“\"][^»“”\"]*[»“”\"]|\[[^\]]*\]")
"""What stands beside a name: a remark in brackets, another name in quotation marks."""
_GIVEN = 1.2
_MOST_KEPT = 200_000

Bearers = Mapping[str, tuple[Given, ...]]
"""By the stem of a surname, the given names of those who bear it."""


class SpokenOf:
    """Some people by all their names."""

    def __init__(self, names: Iterable[str]) -> None:
        told = [name for name in names if name.strip()]
        self._bearers: Bearers = _bearers(told)
        self._whole = tuple(sorted({_folded(name) for name in told if not _LETTERS.search(name)}))
        self._known: dict[str, tuple[str, ...]] = {}

    def named_in(self, text: str, *, bare: bool = True) -> bool:
        """`bare` is whether a surname without any given name beside it tells of them too."""
        if self._whole and any(name in _folded(text) for name in self._whole):
            return True
        words = _WORD.findall(text)
        return any(self._named_at(words, at, bare) for at, word in enumerate(words) if self._stems(word))

    def _named_at(self, words: list[str], at: int, bare: bool) -> bool:
        beside = [*words[max(0, at - _BESIDE) : at], *words[at + 1 : at + 1 + _BESIDE]]
        for stem in self._stems(words[at]):
            theirs = self._bearers[stem]
            if any(_may_be(word, given) for word in beside for given in theirs):
                return True
            alone = bare and len(stem) >= _SURE_ALONE and not any(map(_is_given, beside))
            if alone or (len(words) == 1 and len(stem) >= _SURE_ALONE):
                return True
        return False

    def _stems(self, word: str) -> tuple[str, ...]:
        known = self._known.get(word)
        if known is None:
            if len(self._known) > _MOST_KEPT:
                self._known.clear()
            known = self._known[word] = tuple(stem for stem in _stems_of(word.lower()) if stem in self._bearers)
        return known


def _bearers(names: Iterable[str]) -> Bearers:
    found: dict[str, dict[str, Given]] = {}
    for name in (form.strip() for one in names for form in _APART.sub(" ", one).split("/")):
        if _PLAIN.fullmatch(name):
            for parts in parts_of(name):
                for stem in (stem for word in parts.surnames for stem in _stems_of(word)):
                    givens = found.setdefault(stem, {})
                    if parts.given:
                        givens[parts.given] = read_given(parts.given, parts.orthography)
    return {stem: tuple(givens.values()) for stem, givens in found.items()}


def _stems_of(word: str) -> Iterator[str]:
    yield from dict.fromkeys((*(sound.stem for sound in read_word(word)), *inflected_stems(word)))


@lru_cache(maxsize=65_536)
def _may_be(word: str, given: Given) -> bool:
    if len(word) == 1 and not word.isupper():
        return False
    return given_level(read_given(word.lower()), given) <= GivenLevel.INITIAL


def _is_given(word: str) -> bool:
    return (word.isupper() and word not in _SMALL_WORDS) if len(word) == 1 else standing(word.lower()) >= _GIVEN


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
