"""The small language in which the tables say what to look for, readable by whoever knows the language they are of.

`freed` is a word; `освобод*` a word with any ending; `_` stands for up to five words that don't matter; `(a|b)` is a
choice; `(a )?` may be left out; `{be}` stands for a part named at the head of the table. Case and the dots of ё make
no difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_GAP = r"(?:[\w'’—–-]+\s+){0,5}?"
_FOLD = str.maketrans({"ё": "е", "’": "'", "ʼ": "'", "‘": "'", "`": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " "})


def fold(text: str) -> str:
    """The text in small letters, as long as it was, so that a place in one is a place in the other."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
    return low.translate(_FOLD)


_SOFT = re.compile(r"([зсцнл])(?=[бвгзклмнпсфхцч])")


def compile_phrases(
    phrases: Iterable[str], parts: Mapping[str, str] | None = None, *, softened: bool = False
) -> re.Pattern[str]:
    """One pattern for all the phrases; the longest first, so that the fuller one is found where several fit.

    `softened` lets the soft sign stand where the older Belarusian spelling writes it: зьняволеньне, палітвязьні.
    """
    phrases = list(phrases)
    found = sorted({_written(phrase, parts or {}) for phrase in phrases}, key=len, reverse=True)
    if softened:
        found = [_SOFT.sub(r"\1ь?", one) for one in found]
    ahead = _first_letters([fold(_with_parts(phrase, parts or {})) for phrase in phrases])
    return re.compile(rf"(?<![\w']){ahead}(?:{'|'.join(found)})(?![\w])" if found else r"(?!)")


def any_of(words: Iterable[str], parts: Mapping[str, str] | None = None) -> str:
    """A choice of words or endings as a part of a larger pattern; of none, what is found nowhere."""
    found = sorted({_written(word, parts or {}) for word in words}, key=len, reverse=True)
    return f"(?:{'|'.join(found)})" if found else "(?!)"


def _with_parts(phrase: str, parts: Mapping[str, str]) -> str:
    for name, part in parts.items():
        phrase = phrase.replace("{" + name + "}", part)
    return phrase


def _first_letters(phrases: Iterable[str]) -> str:
    """A look at the first letter, so that hundreds of phrases are not tried at words that none of them begins with."""
    letters: set[str] = set()
    for phrase in phrases:
        firsts = _firsts(phrase)
        if firsts is None:
            return ""
        letters |= firsts
    return f"(?=[{''.join(sorted(map(re.escape, letters)))}])" if letters else ""


def _firsts(phrase: str) -> set[str] | None:
    """The letters that a phrase may begin with; None if any."""
    if not phrase or phrase[0] in "_*?|)\\[{":
        return None
    if phrase[0] != "(":
        return None if phrase[1:2] == "?" else {phrase[0]}
    inner, rest = _group(phrase)
    found: set[str] = set()
    for one in [*inner, *([rest[1:].lstrip()] if rest.startswith("?") else [])]:
        firsts = _firsts(one)
        if firsts is None:
            return None
        found |= firsts
    return found


def _group(phrase: str) -> tuple[list[str], str]:
    """The alternatives of the group that a phrase opens with, and what follows it."""
    depth, start, inner = 0, 1, []
    for at, letter in enumerate(phrase):
        depth += (letter == "(") - (letter == ")")
        if (depth == 1 and letter == "|") or depth == 0:
            inner.append(phrase[start:at])
            start = at + 1
        if depth == 0:
            return inner, phrase[at + 1 :]
    return [""], ""


def _written(phrase: str, parts: Mapping[str, str]) -> str:
    pieces = re.split(r"(_\s|\s|\*|[()|?])", fold(_with_parts(phrase, parts)).replace("\u00a0", " "))
    return "".join(_piece(piece) for piece in pieces)


def _piece(piece: str) -> str:
    if piece == "_ ":
        return _GAP
    if piece == " ":
        return r"\s+"
    if piece == "*":
        return r"[\w'-]*"
    if piece == "(":
        return "(?:"
    return piece if piece in (")", "|", "?") else re.escape(piece)
