"""Names that are kept back, looked for in what others' claims say: a quote about one can name the other.

A name is looked for as it is written and by the sound of its surname, in any script and case. What sounds alike and is
somebody else is blanked too; a lost quote harms nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from habeas.names.parts import parts_of
from habeas.names.sounds import inflected_stems, read_word

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’ʼ-])*")
_PLAIN = re.compile(r"[^\W\d_]+(?:[ .'’ʼ-]+[^\W\d_]+){0,5}")
_SHORTEST = 4
_GONE = "…"


class NamesInside:
    """The names of people kept back, without those that somebody public bears as well."""

    def __init__(self, hidden: Iterable[str], shown: Iterable[str]) -> None:
        public = {name.casefold() for name in shown}
        self._names = {name for name in hidden if name.strip() and name.casefold() not in public}
        self._known: dict[str, bool] = {}

    def spoken_of(self, text: str) -> bool:
        """Whether the text speaks of somebody kept back."""
        if not self._names or not text:
            return False
        return self._whole.search(text) is not None or any(self._hides(word) for word in _WORD.findall(text))

    def without(self, text: str) -> str:
        """The text with their names taken out. Keys and codes are no text: they hold no blank."""
        if not self._names or not text or (" " not in text and not self._whole.fullmatch(text)):
            return text
        bare = self._whole.sub(_GONE, text)
        return _WORD.sub(lambda found: _GONE if self._hides(found[0]) else found[0], bare)

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        names = sorted(self._names, key=len, reverse=True)
        return re.compile("|".join(map(re.escape, names)), re.IGNORECASE)

    @cached_property
    def _stems(self) -> frozenset[str]:
        # A row of a list can hold more than a name; what isn't a few words of letters alone is sought whole.
        plain = [name for name in self._names if _PLAIN.fullmatch(name.strip())]
        return frozenset(stem for name in plain for word in _surnames(name) for stem in _stems_of(word))

    def _hides(self, word: str) -> bool:
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = any(stem in self._stems for stem in _stems_of(word.lower()))
        return known


def _surnames(name: str) -> Iterator[str]:
    return (word for parts in parts_of(name) for word in parts.surnames)


def _stems_of(word: str) -> Iterator[str]:
    stems = (*(sound.stem for sound in read_word(word)), *inflected_stems(word))
    return (stem for stem in stems if len(stem) >= _SHORTEST)
