"""From the letters of one word to what it sounds like: a skeleton in which the spellings of one name meet."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from habeas.names.tables import Reader, tables

_MOST_READINGS = 5
_MOST_REMEMBERED = 60_000
_SHORTEST_STEM = 3
VOWELS = "aeiuj"
_SOUNDS = frozenset("abcdefghijklmnopqrstuvxyzčšžŭ'äöô")


_read: dict[tuple[str, str], tuple["Sound", ...]] = {}


@dataclass(frozen=True, slots=True)
class Sound:
    """One reading of a word: its sounds, its skeleton, and the skeleton parted into stem and final vowels."""

    fine: str
    skeleton: str
    stem: str
    ending: str


def read_word(word: str, orthography: str = "") -> tuple[Sound, ...]:
    """Every sensible reading of a lower-case word, the likeliest first; orthography is the whole name's, if known."""
    known = _read.get((word, orthography))
    if known is None:
        known = _read[word, orthography] = _read_by(word, readers_of(word, orthography))
    return known


def read_words(words: Iterable[tuple[str, str]]) -> None:
    """Read many words at a stroke, ahead of read_word: a law that runs once over a page costs what it costs
    over a word."""
    if len(_read) > _MOST_REMEMBERED:
        _read.clear()
    wanted = [pair for pair in dict.fromkeys(words) if pair not in _read]
    by_reader: dict[str, list[tuple[str, str]]] = {}
    readers = {pair: readers_of(*pair) for pair in wanted}
    for pair, its in readers.items():
        for reader in its:
            by_reader.setdefault(reader.key, []).append(pair)
    found = {key: _read_page(tables().readers[key], page) for key, page in by_reader.items() if key != "other"}
    for pair, its in readers.items():
        if all(reader.key in found for reader in its):
            _read[pair] = _sounds([found[reader.key][pair] for reader in its])


def forget() -> None:
    """After a change of tables."""
    _read.clear()
    _latin.cache_clear()
    _tells.cache_clear()
    _of_other_scripts.cache_clear()


def _read_by(word: str, readers: list[Reader]) -> tuple[Sound, ...]:
    fines = [_lettered(reader.read(word)) for reader in readers]
    return _sounds([(fine, _skeletons(fine)) for fine in fines])


def _sounds(readings: list[tuple[str, list[str]]]) -> tuple[Sound, ...]:
    """From each reader's letters and the skeletons that these may have."""
    found: dict[str, Sound] = {}
    for fine, skeletons in readings:
        for skeleton in skeletons:
            if skeleton and skeleton not in found and len(found) < _MOST_READINGS:
                found[skeleton] = _parted(fine, skeleton)
    return tuple(found.values()) + _one_surname(found)


def _one_surname(found: dict[str, Sound]) -> tuple[Sound, ...]:
    """The form under which a surname is known that languages write as if it were several."""
    first = tables().one_surname
    also = [
        Sound(one.fine, first[one.stem] + one.ending, first[one.stem], one.ending)
        for one in found.values()
        if one.stem in first
    ]
    return tuple(one for one in also[:1] if one.skeleton not in found)


def _read_page(reader: Reader, page: list[tuple[str, str]]) -> dict[tuple[str, str], tuple[str, list[str]]]:
    """What one reader makes of many words: each law runs once over all of them, and one that leaves both readings
    standing adds lines."""
    fines = [_lettered(fine) for fine in reader.read("\n".join(word for word, _ in page)).split("\n")]
    lines, owners, counts = list(fines), list(range(len(fines))), [1] * len(fines)
    for law in tables().laws:
        text = "\n".join(lines)
        if not law.keeps:
            lines = law.pattern.sub(law.becomes, text).split("\n")
        elif law.pattern.search(text):
            full = [count >= _MOST_READINGS for count in counts]
            for line, owner in list(zip(lines, owners, strict=True)):
                if not full[owner] and law.pattern.search(line):
                    lines.append(law.pattern.sub(law.becomes, line))
                    owners.append(owner)
                    counts[owner] += 1
    skeletons: list[list[str]] = [[] for _ in fines]
    for line, owner in zip(lines, owners, strict=True):
        skeletons[owner].append(line)
    return {pair: (fine, its) for pair, fine, its in zip(page, fines, skeletons, strict=True)}


def readers_of(word: str, orthography: str = "") -> list[Reader]:
    """The spelling systems that a word may be written in: those that its letters give away, or the common ones."""
    known = tables().readers
    if "Ѐ" <= max(word, default="") <= "ӿ":
        return [known[cyrillic_orthography(word) or orthography or "ru"]]
    if any(letter > "ː" and not "Ḁ" <= letter <= "ỿ" for letter in word):
        return [reader for reader in _of_other_scripts() if _shows(reader, word)] or [known["other"]]
    telling = [reader for reader in _latin() if _shows(reader, word)] if _tells().search(word) else []
    if word.isascii():
        return [known["latin"], *telling]
    return telling or [known["latin"]]


def cyrillic_orthography(text: str) -> str:
    """Which Cyrillic orthography the letters of a word or name give away; empty if they could be of several."""
    known = tables()
    return next((key for key in known.cyrillic if _shows(known.readers[key], text)), "")


def _shows(reader: Reader, text: str) -> bool:
    return reader.evidence is not None and reader.evidence.search(text) is not None


@dataclass(frozen=True, slots=True)
class Bared:
    """A stem that an ending was taken off, and whether that ending is said of "men" or "women" alone."""

    stem: str
    said_of: str


def bared_stems(word: str, orthography: str = "") -> tuple[Bared, ...]:
    """Stems that a word has if its end is a case ending, or the ending that a Baltic language gave it."""
    stems: dict[str, Bared] = {}
    for sound in read_word(word, orthography):
        for ending in tables().inflected:
            found = ending.ends.search(sound.skeleton)
            if found and found.start() >= 4 and (ending.written is None or ending.written.search(word)):
                stem = split_ending(sound.skeleton[: found.start()])[0]
                stems.setdefault(stem, Bared(stem, ending.said_of))
    return tuple(stems.values())


def inflected_stems(word: str, orthography: str = "") -> tuple[str, ...]:
    return tuple(bared.stem for bared in bared_stems(word, orthography))


def given_stem(sound: Sound) -> str:
    """What given names are declined on. Of Анна, Илья and Ева that is two letters, too few to tell surnames by; they
    bear a mark, so that no longer name is taken for one of them."""
    bare = sound.skeleton.rstrip(VOWELS)
    if len(bare) == _SHORTEST_STEM - 1 and bare != sound.skeleton:
        return bare + "-"
    return sound.stem if len(sound.stem) >= _SHORTEST_STEM else ""


def is_typing_slip(one: str, other: str) -> bool:
    """Whether two words of one script are a letter apart as typed: Jmaes sounds little like James, and is he."""
    return min(len(one), len(other)) >= 4 and one.isascii() == other.isascii() and OSA.distance(one, other) == 1


def is_abjad(word: str) -> bool:
    """Whether it is in a script that leaves short vowels out."""
    return "ء" <= max(word, default="") <= "ۿ"


@lru_cache(maxsize=65_536)
def consonants(skeleton: str) -> str:
    """What a skeleton has in common with the same word without vowels; و is v or u there, and ي is j or i."""
    return skeleton.translate(_VOWELS_OUT)


_VOWELS_OUT = dict.fromkeys(map(ord, VOWELS + "v"))


def split_ending(skeleton: str) -> tuple[str, str]:
    stem = skeleton.rstrip(VOWELS)
    if len(stem) < _SHORTEST_STEM:
        return skeleton, ""
    return stem, skeleton[len(stem) :]


def _lettered(fine: str) -> str:
    """Marks that no table of the system knows are dropped from their letters."""
    if all(letter in _SOUNDS for letter in fine):
        return fine
    return "".join(letter if letter in _SOUNDS else _unmarked(letter) for letter in fine)


_BARE = {"ł": "l", "đ": "d", "ð": "d", "ı": "i", "ø": "o", "ß": "s", "æ": "e", "þ": "t"}
"""Letters that Unicode doesn't take apart into a letter and its mark."""


def _unmarked(letter: str) -> str:
    return _BARE.get(letter) or "".join(
        one for one in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(one)
    )


def _skeletons(fine: str) -> list[str]:
    readings = [fine]
    for law in tables().laws:
        if law.keeps:
            if len(readings) < _MOST_READINGS:
                readings += [law.pattern.sub(law.becomes, one) for one in readings if law.pattern.search(one)]
        else:
            readings = [law.pattern.sub(law.becomes, one) for one in readings]
    return readings


def _parted(fine: str, skeleton: str) -> Sound:
    stem, ending = split_ending(skeleton)
    return Sound(fine, skeleton, stem, ending)


@lru_cache(maxsize=1)
def _tells() -> re.Pattern[str]:
    """Whether any system at all is given away, asked once before asking each."""
    return re.compile("|".join(f"(?:{reader.evidence.pattern})" for reader in _latin() if reader.evidence is not None))


@lru_cache(maxsize=1)
def _latin() -> tuple[Reader, ...]:
    return tuple(one for one in tables().readers.values() if one.script == "latin" and one.key != "latin")


@lru_cache(maxsize=1)
def _of_other_scripts() -> tuple[Reader, ...]:
    return tuple(one for one in tables().readers.values() if one.script not in ("latin", "cyrillic", "other"))
