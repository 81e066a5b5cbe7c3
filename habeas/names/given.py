"""Given names over languages: which families a word may belong to, and how two given names stand to each other."""

from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from habeas.names.sounds import VOWELS, consonants, given_stem, inflected_stems, is_abjad, is_typing_slip, read_word
from habeas.names.tables import Belonging, tables


class GivenLevel(IntEnum):
    """How the given name asked for stands to the one in the register, from the closest down."""

    SPELLED = 0
    """The same letters or the same sounds."""
    FAMILY = 1
    """Two languages' forms of one name."""
    INFLECTED = 2
    """One is a case form of the other."""
    SHORT = 3
    """One is a short or pet form of the other."""
    SLIP = 4
    """One letter apart, and no table says that they are two names."""
    INITIAL = 5
    """One is the initial of the other."""
    MISSING = 6
    """One side has no given name."""
    NEAR = 7
    """Alike, yet more than a slip apart."""
    RIVAL = 8
    """Two different names of the tables that look alike, as Maryia and Maryna."""
    OTHER = 9
    """Two different names."""


@dataclass(frozen=True, slots=True)
class Given:
    """A word read as a given name: its skeletons and stems, and the families that it may be of."""

    word: str
    skeletons: frozenset[str]
    full: frozenset[str]
    short: frozenset[str]
    inflected: frozenset[str]

    @property
    def known(self) -> bool:
        return bool(self.full or self.short)

    @property
    def genders(self) -> frozenset[str]:
        return frozenset(tables().gender[family] for family in self.full or self.short or self.inflected)


_SHORT_NAME = 6
_DECLINED = ("a", "e", "u", "s")


@lru_cache(maxsize=16_384)
def read_given(word: str, orthography: str = "") -> Given:
    sounds = read_word(word, orthography)
    by_sound = [one for sound in sounds for one in tables().families.get(sound.skeleton, ())]
    by_stem = [one for stem in _stems(word, orthography) for one in tables().stems.get(stem, ())]
    full, short = _split(by_sound)
    # A form that is itself a name is a case form of another only if it ends as one: Алеся may be Алесь,
    # Аляксей isn't Alexis.
    declined = not full or any(sound.skeleton.endswith(_DECLINED) for sound in sounds)
    return Given(
        word,
        frozenset(sound.skeleton for sound in sounds),
        full,
        short,
        _split(by_stem)[0] if declined else frozenset(),
    )


@lru_cache(maxsize=65_536)
def standing(word: str, orthography: str = "") -> float:
    """How much a word looks like a given name, without reading all that it may be."""
    families, stems = tables().families, tables().stems
    sounds = read_word(word, orthography)
    found = [one for sound in sounds for one in families.get(sound.skeleton, ())]
    if found:
        return 2.0 if any(one.full for one in found) else 1.5
    declined = [one for sound in sounds if sound.skeleton[-1] in VOWELS for one in stems.get(given_stem(sound), ())]
    return 1.2 if any(one.full for one in declined) else 0.0


def given_level(asked: Given, known: Given) -> GivenLevel:
    if len(asked.word) == 1 or len(known.word) == 1:
        return _by_initial(asked, known)
    if asked.skeletons & known.skeletons:
        return GivenLevel.SPELLED
    if asked.full & known.full:
        return GivenLevel.FAMILY
    if (asked.full | asked.short) & (known.full | known.short):
        return GivenLevel.SHORT
    # A list may stand in the genitive; a register that has Аляксандра means a woman.
    if (asked.inflected & known.full) or (known.inflected & asked.full and not known.full):
        return GivenLevel.INFLECTED
    return _by_likeness(asked, known)


def _by_initial(asked: Given, known: Given) -> GivenLevel:
    short, long = (asked, known) if len(asked.word) <= len(known.word) else (known, asked)
    first = {skeleton[:1] for skeleton in short.skeletons}
    starts = {skeleton[:1] for skeleton in long.skeletons} | {_starts(family) for family in long.full}
    if first & starts or _initials_meet(short.word, long):
        return GivenLevel.INITIAL
    return GivenLevel.OTHER


def _initials_meet(letter: str, long: Given) -> bool:
    """N. for Mikalai is right by Nikolai: any full form of the family may be what the initial stands for."""
    return any(sound.skeleton[:1] in _family_starts(family) for sound in read_word(letter) for family in long.full)


@lru_cache(maxsize=2_000)
def _family_starts(family: str) -> frozenset[str]:
    return frozenset(form[0] for form, row in tables().families.items() if Belonging(family, True) in row)


def _starts(family: str) -> str:
    return family[0]


def _by_likeness(asked: Given, known: Given) -> GivenLevel:
    if (is_abjad(asked.word) or is_abjad(known.word)) and _same_consonants(asked, known):
        return GivenLevel.SLIP
    tabled = asked.known and known.known
    apart = min(
        (DamerauLevenshtein.distance(a, b), -JaroWinkler.similarity(a, b))
        for a in asked.skeletons
        for b in known.skeletons
    )
    shortest = min(map(len, asked.skeletons | known.skeletons))
    if (apart[0] <= 1 and shortest >= 4) or is_typing_slip(asked.word, known.word):
        return GivenLevel.RIVAL if tabled or _another_short_name(asked, known) else GivenLevel.SLIP
    if -apart[1] >= 0.87 and apart[0] <= 2:
        return GivenLevel.RIVAL if tabled else GivenLevel.NEAR
    return GivenLevel.OTHER


def _another_short_name(asked: Given, known: Given) -> bool:
    """Of names that no table has, Thang and Thanh are two: slips more often drop, double or exchange letters."""
    if asked.known or known.known or max(len(asked.word), len(known.word)) > _SHORT_NAME:
        return False
    return len(asked.word) == len(known.word) and sorted(asked.word) != sorted(known.word)


def _same_consonants(asked: Given, known: Given) -> bool:
    return not {consonants(one) for one in asked.skeletons}.isdisjoint({consonants(one) for one in known.skeletons})


def _stems(word: str, orthography: str) -> set[str]:
    return {given_stem(sound) for sound in read_word(word, orthography)} | set(inflected_stems(word, orthography))


def _split(found: list[Belonging]) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(one.family for one in found if one.full), frozenset(one.family for one in found if not one.full)
