"""Chinese names in characters or in Russian letters, turned into pinyin, in which they are read."""

import re
from functools import lru_cache

from habeas.names.tables import tables

_CHARACTERS = re.compile("[㐀-鿿豈-﫿]+")


def in_pinyin(text: str) -> str:
    """A text with the names in characters, and the Chinese name in Russian letters that it may be, in pinyin."""
    if _CHARACTERS.search(text):
        return _CHARACTERS.sub(lambda found: f" {_of_characters(found.group())} ", text)
    words = text.split()
    if 2 <= len(words) <= 3 and (words[0].lower() in _surnames() or words[-1].lower() in _surnames()):
        return _of_russian(words) or text
    return text


def joined_syllables(text: str) -> str:
    """Xiao-ming is Xiaoming; nothing else is touched."""
    return _HYPHENED.sub(lambda found: found[1] + found[2] if _is_pinyin(found[1] + found[2]) else found[0], text)


_LONGEST = 20
"""Letters of a word of Chinese syllables; whatever is longer is none, and would take long to part."""
_HYPHENED = re.compile(r"(?<![\w-])([A-Z][a-z]{1,5})-([A-Za-z]{1,6})(?![\w-])")


def _of_characters(name: str) -> str:
    read = [_reading().get(one, one) for one in name]
    surname = 2 if len(name) > 2 and "".join(read[:2]) in _TWO else 1
    parts = ("".join(read[:surname]), "".join(read[surname:]))
    return " ".join(part.capitalize() for part in parts if part)


_TWO = ("ouyang", "sima", "zhuge", "shangguan", "yuchi", "huangfu", "gongsun", "murong", "xiahou", "dongfang", "situ")


def _of_russian(words: list[str]) -> str:
    """Empty unless every word is made of Chinese syllables."""
    read = [_of_syllables(word.lower()) for word in words]
    return " ".join(word.capitalize() for word in read) if all(read) else ""


@lru_cache(maxsize=4_096)
def _of_syllables(word: str) -> str:
    if len(word) > _LONGEST or not _syllables().fullmatch(word):
        return ""
    return "".join(tables().palladius[one] for one in _parted(word) or ())


def _parted(word: str) -> tuple[str, ...] | None:
    """Syllables, the longest first, stepping back where the rest can't be parted."""
    if not word:
        return ()
    for length in range(min(6, len(word)), 0, -1):
        if word[:length] in tables().palladius and (rest := _parted(word[length:])) is not None:
            return (word[:length], *rest)
    return None


@lru_cache(maxsize=1)
def _reading() -> dict[str, str]:
    return {one: read for read, characters in tables().han.items() for one in characters}


@lru_cache(maxsize=1)
def _syllables() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(sorted(tables().palladius, key=len, reverse=True)) + ")+")


@lru_cache(maxsize=1)
def _surnames() -> frozenset[str]:
    return frozenset(russian for russian, read in tables().palladius.items() if read in tables().chinese)


@lru_cache(maxsize=4_096)
def _is_pinyin(word: str) -> bool:
    return bool(_pinyin().fullmatch(word.lower()))


@lru_cache(maxsize=1)
def _pinyin() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(sorted(tables().han, key=len, reverse=True)) + "){1,3}")
