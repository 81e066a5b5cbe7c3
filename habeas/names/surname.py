"""Two surnames of one stem, or of nearly one: what their endings say, and how far apart their stems are."""

import re
from enum import IntEnum
from functools import lru_cache

from rapidfuzz.distance import OSA, JaroWinkler

from habeas.names.levels import SurnameLevel
from habeas.names.sounds import bared_stems, consonants, is_abjad, is_typing_slip, read_word
from habeas.names.tables import tables


class Ending(IntEnum):
    """What the final vowels of a surname's skeleton say of its form."""

    BARE = 0
    """A consonant: Kalesnik, Ivanou."""
    A = 1
    """One a, o or e: Kavalenka, Ivanova, Babaryka."""
    I = 2  # noqa: E741
    """-ski, -y: an adjective said of a man, or a plural or genitive."""
    AJA = 3
    """-skaja, -ska: an adjective said of a woman."""
    OBLIQUE = 4
    """Vowels that only a case ending has."""
    OJ = 5
    """-oj: an adjective of a man in Russian (Толстой), or a woman's surname in an oblique case."""


_ADJECTIVE = ("sk", "ck")
_POSSESSIVE = ("av", "ev", "in")
_LONG = 6


@lru_cache(maxsize=65_536)
def ending_of(stem: str, vowels: str) -> Ending:
    if not vowels:
        return Ending.BARE
    if vowels in ("i", "ij"):
        return Ending.I
    if vowels in ("ae", "aje", "ee") or (vowels == "a" and stem.endswith(_ADJECTIVE)):
        return Ending.AJA
    if vowels == "aj":
        return Ending.OJ
    return Ending.A if vowels in ("a", "e") else Ending.OBLIQUE


def is_possessive(stem: str) -> bool:
    return stem.endswith(_POSSESSIVE)


def level_of_endings(asked: Ending, known: Ending, possessive: bool) -> SurnameLevel:
    """What is left to say of two surnames whose stems are the same."""
    pair = {asked, known}
    if asked == known or pair == {Ending.I, Ending.OJ}:
        return SurnameLevel.SOUND
    if pair == {Ending.I, Ending.AJA} or (possessive and pair == {Ending.BARE, Ending.A}):
        return SurnameLevel.OTHER_GENDER
    if Ending.OBLIQUE in pair or Ending.OJ in pair:
        return SurnameLevel.INFLECTED
    return SurnameLevel.ENDING


# By asked ending, known ending and whether the stem is possessive, for whole columns at once.
ENDINGS = tuple(
    tuple(tuple(int(level_of_endings(a, b, possessive)) for possessive in (False, True)) for b in Ending)
    for a in Ending
)


# The forms that a surname may have had before an ending that is said of men or of women alone was hung on it.
_SAID_OF = {"": (), "men": (Ending.BARE, Ending.I), "women": (Ending.A, Ending.AJA)}


def level_of_bared(said_of: str, known: Ending, possessive: bool) -> SurnameLevel:
    """What is left to say of two surnames of which the asked one bore a case ending or a foreign one."""
    forms = (level_of_endings(form, known, possessive) for form in _SAID_OF[said_of])
    return SurnameLevel.OTHER_GENDER if SurnameLevel.OTHER_GENDER in forms else SurnameLevel.INFLECTED


# By known ending and whether the stem is possessive, for whole columns at once.
BARED = {
    said_of: tuple(tuple(int(level_of_bared(said_of, b, possessive)) for possessive in (False, True)) for b in Ending)
    for said_of in _SAID_OF
}


def level_of_stems(asked: str, known: str) -> SurnameLevel | None:
    """How far apart two different stems are; None if they are simply two surnames."""
    shorter = min(len(asked), len(known))
    apart = OSA.distance(asked, known, score_cutoff=2)
    if apart == 1 and shorter >= 3:
        if _hardly_a_slip(asked, known):
            return SurnameLevel.FAR
        return SurnameLevel.SLIP if shorter >= _LONG else SurnameLevel.SHORT_SLIP
    if apart == 2 and shorter >= _LONG + 1:
        return SurnameLevel.NEAR
    return SurnameLevel.FAR if shorter >= 5 and JaroWinkler.similarity(asked, known) >= 0.88 else None


def _hardly_a_slip(asked: str, known: str) -> bool:
    """Whether two stems a letter apart differ where slips hardly fall: in their suffix, or in their first letter."""
    if asked[1:] == known[1:]:
        return not any(asked[0] in one and known[0] in one for one in tables().mistaken_first)
    (one, row), (other, other_row) = _suffix_of(asked), _suffix_of(known)
    # хвашчсвскі ends in -скі because a slip hides its -эўскі.
    return row != other_row and bool(one and other) and not one.endswith(other) and not other.endswith(one)


@lru_cache(maxsize=65_536)
def _suffix_of(stem: str) -> tuple[str, int]:
    """The suffix that a stem ends in, and its row in the table."""
    return next((pair for pair in tables().suffixes if stem.endswith(pair[0])), ("", 0))


def surname_level(asked: str, known: str, orthographies: tuple[str, str] = ("", "")) -> SurnameLevel | None:
    """The closest level at which two surnames can be read."""
    if asked == known:
        return SurnameLevel.SPELLED
    found = []
    for i, one in enumerate(read_word(asked, orthographies[0])):
        for j, other in enumerate(read_word(known, orthographies[1])):
            if one.stem == other.stem:
                level = level_of_endings(
                    ending_of(one.stem, one.ending), ending_of(other.stem, other.ending), is_possessive(one.stem)
                )
                found.append(SurnameLevel.DOUBTFUL if level == SurnameLevel.SOUND and (i or j) else level)
            elif i == j == 0:
                near = level_of_stems(one.stem, other.stem)
                found += [] if near is None else [near]
    found += _bared_levels(asked, known, orthographies) + _bared_levels(known, asked, orthographies[::-1])
    if not found and is_typing_slip(asked, known):
        found.append(SurnameLevel.SLIP if min(len(asked), len(known)) >= _LONG else SurnameLevel.SHORT_SLIP)
    closest = min(found, default=None)
    if (closest is None or closest >= SurnameLevel.SLIP) and differ_in_short_vowels(asked, known, orthographies):
        return SurnameLevel.DOUBTFUL
    if closest == SurnameLevel.SOUND and read_the_same(asked, known, orthographies):
        return SurnameLevel.READ
    if closest is not None and closest <= SurnameLevel.INFLECTED and told_apart(asked, known, orthographies):
        return SurnameLevel.SLIP
    return closest


def told_apart(asked: str, known: str, orthographies: tuple[str, str] = ("", "")) -> bool:
    """Whether letters that the skeleton has merged keep two surnames apart after all: Макарэвіч and Макаровіч are two
    families, though э and о meet elsewhere, since Belarusian о may stand where Russian writes е for ё."""
    one = {_of_suffix(sound.fine) for sound in read_word(asked, orthographies[0])}
    other = {_of_suffix(sound.fine) for sound in read_word(known, orthographies[1])}
    return (one, other) in (({"e"}, {"o"}), ({"o"}, {"e"}))


def read_the_same(asked: str, known: str, orthographies: tuple[str, str] = ("", "")) -> bool:
    """Whether two surnames that meet in the skeleton have the same sounds even before the languages are merged: Тамура
    and Томура may be one surname in two languages, but Tamura is rather Тамура."""
    one, other = (
        {_without_softness(sound.fine) for sound in read_word(word, orthography)}
        for word, orthography in zip((asked, known), orthographies, strict=True)
    )
    return not one.isdisjoint(other)


def differ_in_short_vowels(asked: str, known: str, orthographies: tuple[str, str] = ("", "")) -> bool:
    """Whether two surnames are one in languages whose short vowels each romanisation writes in its own way, or which
    write none: Hashemi and Hashimi, منصور and Mansour. Slavic surnames that differ so are two."""
    one, other = read_word(asked, orthographies[0]), read_word(known, orthographies[1])
    if is_abjad(asked) != is_abjad(known):
        return not {consonants(sound.skeleton) for sound in one}.isdisjoint(
            {consonants(sound.skeleton) for sound in other}
        )
    if any(_suffix_of(sound.stem)[0] for sound in (*one, *other)):
        return False
    return not {_with_blurred_vowels(sound.fine) for sound in one}.isdisjoint(
        {_with_blurred_vowels(sound.fine) for sound in other}
    )


@lru_cache(maxsize=65_536)
def _with_blurred_vowels(fine: str) -> str:
    """What is left if e is i and o is u."""
    return _DOUBLED.sub(r"\1", _DIPHTHONG.sub("ai", fine).translate(_BLURRED))


_DIPHTHONG = re.compile("[ae][jy](?![aeiou])|[ae]i")
_BLURRED = str.maketrans({"e": "i", "y": "i", "o": "u", "j": "", "'": "", "g": "h", "x": "h", "w": "v", "ŭ": "u"})


@lru_cache(maxsize=65_536)
def _without_softness(fine: str) -> str:
    """What is left where й, softness, ў and г are written in one way and doubled letters once."""
    return _DOUBLED.sub(r"\1", fine.translate(_ONE_WAY))


_ONE_WAY = str.maketrans({"i": "", "y": "", "j": "", "'": "", "g": "h", "ŭ": "v", "u": "v"})
_DOUBLED = re.compile(r"(.)\1+")


def _of_suffix(fine: str) -> str:
    """The vowel of -evič or -ovič; none if it was unstressed, and а hides which of them it is."""
    found = _SUFFIX.search(fine)
    return found.group(1) if found else ""


_SUFFIX = re.compile("([eo])v[iy][cč](?:[aeiouyj].*)?$")


def _bared_levels(bent: str, plain: str, orthographies: tuple[str, str]) -> list[SurnameLevel]:
    """How a surname that may bear an ending stands to another that may be it without."""
    bared = {one.stem: one.said_of for one in bared_stems(bent, orthographies[0])}
    return [
        level_of_bared(bared[sound.stem], ending_of(sound.stem, sound.ending), is_possessive(sound.stem))
        for sound in read_word(plain, orthographies[1])
        if sound.stem in bared
    ]
