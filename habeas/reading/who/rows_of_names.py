"""Names in a row, joined by commas and “and”: where some of them are people's, all are."""

from __future__ import annotations

from habeas.names.given import standing
from habeas.reading.who.capitals import Run
from habeas.reading.words.languages import Language
from habeas.reading.words.text import Text, Word

_KNOWN_OF_MANY, _GIVEN = 2, 1.2
_NAME = r"[A-Z][\w'’-][\w'’-]+(?: (?:[A-Z][\w'’-]*|al|bin|de|van))* [A-Z][\w'’-]+"
_JOINS = r", {joins} |, | {joins} "
_ROW = rf"{_NAME}(?:{_JOINS}){_NAME}(?:(?:{_JOINS}){_NAME})+"
_AND_A_NAME = r" {joins} [A-Z][\w'’-]+ [A-Z]"


def opens_a_list(text: Text, words: tuple[Word, ...], language: Language) -> bool:
    """“X and Y were freed”, “X, Y, Z and others were freed”, at the head of a sentence."""
    pair = language.shape(_AND_A_NAME).match(text.printed, words[-1].end)
    return pair is not None or language.shape(_ROW).match(text.printed, words[0].start) is not None


def one_of_many(text: Text, run: Run, words: tuple[Word, ...], language: Language) -> bool:
    """“The suspects X, Y and Z”: one of three names in a row, called so or two of which open with a given name."""
    for row in language.shape(_ROW).finditer(text.printed, run.sentence.start, run.sentence.end):
        if not (row.start() <= words[0].start and words[-1].end <= row.end()):
            continue
        names = [part.split() for part in language.shape(_JOINS).split(row.group()) if part]
        known = sum(standing(name[0].lower(), "") >= _GIVEN for name in names)
        ahead = text.low[: row.start()].split()[-1:]
        called = bool(ahead) and text.low[: row.start()].endswith(" ") and _is_calling(ahead[0], language)
        return not _of_others(names, language) and (called or known >= _KNOWN_OF_MANY)
    return False


def _of_others(names: list[list[str]], language: Language) -> bool:
    """Whether the row has a body or a place in it."""
    headings = ("names.organisations", "names.places")
    words = [word.lower() for name in names for word in name]
    return any(language.pattern(heading).fullmatch(word) for heading in headings for word in words)


def _is_calling(word: str, language: Language) -> bool:
    roles = any(pattern.fullmatch(word) for _, pattern in language.keys("roles"))
    return roles or language.pattern("names.introduced").fullmatch(word) is not None
