"""All names of a register by how they begin, for a reader who turns pages instead of writing a name.

They stand under the first sounds of the surname, in which the spellings of one name meet: Цiхан… and Tsikhan… are under
one letter. A name whose surname can't be told stands under each of its words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from habeas.ledger import read
from habeas.names.alphabet import alphabetical
from habeas.names.parts import parts_of
from habeas.names.sounds import read_word
from habeas.register.answers import Audience, Lens
from habeas.register.project import generation
from habeas.register.tables import known

_SOUNDS = 2
_MOST_BEGINNINGS = 4


@dataclass(frozen=True, slots=True)
class NameUnder:
    """A name as printed, whose it is, and the word by which it stands here with what it sounds like."""

    text: str
    id: str
    word: str
    sound: str


@dataclass(frozen=True, slots=True)
class Sound:
    """Names that begin alike; `beginnings` are the letters with which they are printed, the commonest first."""

    key: str
    beginnings: tuple[str, ...]
    names: tuple[NameUnder, ...]


def names_by_sound(lens: Lens) -> Mapping[str, Sound]:
    return _by_sound(generation(), read.last_number(), lens.known, lens.audience)


@lru_cache(maxsize=4)
def _by_sound(generation: int, upto: int, line: int, audience: Audience) -> Mapping[str, Sound]:
    at = Lens(read.last_moment().date(), line, read.last_moment(), audience)
    under: dict[str, set[NameUnder]] = defaultdict(set)
    for person, text in known("register_name", "person, text", at, "text <> '' ORDER BY person, place"):
        for word, sound in _sounds(text):
            under[sound[:_SOUNDS]].add(NameUnder(text, person, word, sound))
    return {key: _sound(key, names) for key, names in sorted(under.items())}


def _sounds(text: str) -> Iterator[tuple[str, str]]:
    surnames = {word for parts in parts_of(text) for word in parts.surnames}
    for word in sorted(surnames or set(text.lower().split())):
        for sound in read_word(word):
            yield word, sound.skeleton


def _sound(key: str, names: set[NameUnder]) -> Sound:
    beginnings = Counter(one.word[:_SOUNDS].title() for one in names)
    common = sorted(beginnings, key=lambda text: (-beginnings[text], text))[:_MOST_BEGINNINGS]
    ordered = sorted(names, key=lambda one: (alphabetical(one.word), alphabetical(one.text), one.id, one.sound))
    return Sound(key, tuple(common), tuple(ordered))
