"""Cells as they are printed: what stands for nothing, blanks, the script of a name, and dates in many manners."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from habeas.domain.dates import PartialDate
from habeas.problems import BadInput
from habeas.sources.entries import Birth, Name, NameKind

_NOTHING = frozenset({"-0-", "", "-", "n/a", "na", "null", "none"})
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_SPACES = re.compile(r"\s+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_WORDS = re.compile(r"(?:(?P<day>\d{1,2})\s+)?(?P<month>[A-Za-z]{3,9})\.?,?\s+(?P<year>\d{4})")
_DOTTED = re.compile(r"(?P<day>\d{1,2}|dd)[./](?P<month>\d{1,2}|mm)[./](?P<year>\d{4})", re.IGNORECASE)
_LONG = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?:T.*)?")
_RANGE = re.compile(r"(?:between\s+)?(.+?)\s+(?:to|and)\s+(.+)|(\d{4})\s*[-–]\s*(\d{4})", re.IGNORECASE)
_OR = re.compile(r"\(or ([^()]+)\)")
_LETTERED = re.compile(r"\s*[,;]?\s*(?:\([a-z0-9]\)|\bor\b)\s*")


@lru_cache(maxsize=65536)
def clean(text: str) -> str:
    """The cell without needless blanks, its letters composed; empty where it stands for nothing."""
    text = text.strip() if text.isascii() else unicodedata.normalize("NFC", text).strip()
    if text.casefold() in _NOTHING:
        return ""
    return _SPACES.sub(" ", text)


def unprintable(text: str) -> bool:
    """Whether there is something in it that no text has: a control character, or bytes of another encoding."""
    if text.isascii():
        return _CONTROL.search(text) is not None
    return any(unicodedata.category(letter) in ("Cc", "Cs") and letter not in "\t\n\r\x85" for letter in text)


def name(text: str, kind: NameKind = NameKind.NAME) -> Name:
    cleaned = clean(text)
    return Name(cleaned, kind, script(cleaned))


def script(text: str) -> str:
    """The script that most letters are of, as latin or cyrillic; empty for none."""
    if text.isascii():
        return "latin" if any(map(str.isalpha, text)) else ""
    found: dict[str, int] = {}
    for letter in text:
        if letter.isalpha():
            word = _script_of(letter)
            found[word] = found.get(word, 0) + 1
    return max(sorted(found), key=lambda word: found[word], default="")


@lru_cache(maxsize=4096)
def _script_of(letter: str) -> str:
    return unicodedata.name(letter, "unknown").partition(" ")[0].lower()


def birth(printed: str) -> Birth:
    printed = clean(printed)
    return Birth(printed, date_of(printed))


def births(printed: str) -> list[Birth]:
    """Several in one cell, under letters or parted by “;” or “or”."""
    return [
        birth(part)
        for whole in _OR.sub(r"; \1", clean(printed)).split(";")
        for part in _LETTERED.split(whole)
        if clean(part)
    ]


@lru_cache(maxsize=65536)
def date_of(printed: str) -> PartialDate | None:
    """The day, month, year or range that is printed, and nothing narrower; “circa” is no range that anybody named."""
    text = printed.strip(" .,")
    ends = _RANGE.fullmatch(text)
    if ends:
        first, last = _one(ends[1] or ends[3]), _one(ends[2] or ends[4])
        return _checked(f"{first}/{last}") if first and last else None
    written = _one(text)
    return _checked(written) if written else None


def _one(text: str) -> str:
    text = text.strip(" .,")
    if re.fullmatch(r"\d{4}", text):
        return text
    found = _LONG.fullmatch(text) or _DOTTED.fullmatch(text) or _WORDS.fullmatch(text)
    if not found:
        return text if re.fullmatch(r"\d{4}-\d{2}", text) else ""
    month = _month(found["month"])
    if month is None:
        return ""
    day = found["day"]
    if not month:
        return found["year"]
    return f"{found['year']}-{month:02}" + (f"-{int(day):02}" if day and day.isdigit() and int(day) else "")


def _month(text: str) -> int | None:
    """Its number, 0 where it isn't known, None where it is none."""
    if text.isdigit() or text.casefold() == "mm":
        return int(text) if text.isdigit() else 0
    short = text[:3].casefold()
    return _MONTHS.index(short) + 1 if short in _MONTHS else None


def _checked(written: str) -> PartialDate | None:
    try:
        return PartialDate.parse(written)
    except BadInput:
        return None
