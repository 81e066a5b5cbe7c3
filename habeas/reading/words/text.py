"""A text cut into words and sentences, with clauses told apart well enough to say how far a “not” reaches."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from habeas.reading.words.languages import Language
from habeas.reading.words.phrases import fold

_LONG_LINE = 60
LONGEST_TEXT = 400_000
"""What stands beyond is not read; no report is longer."""

_WORD = re.compile(r"[^\W_]+(?:['’ʼ\-‑](?!s\b)[^\W_]+)*")
_END = re.compile(r"[.!?…]+[\"»”“’')\]]*(?=\s)|\n\s*\n|\n(?=\s*(?:[-–—•*·]|\d{1,3}[.)])\s)|\n")
_ARABIC = re.compile(r"(?:[ae]l|ul|bin|ibn|ad|as|ar)-[A-Z]")
_ITEM = re.compile(r"\s*(?:[-–—•*·]|\d{1,3}[.)])\s")
_INITIAL = re.compile(r"(?:^|[\s(«\"“.])[^\W\d_]$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its place; `capital` says that it begins with a large letter."""

    text: str
    low: str
    start: int
    end: int
    capital: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its words, and for each of them the clause that it belongs to."""

    number: int
    start: int
    end: int
    words: tuple[Word, ...]
    clauses: tuple[int, ...]
    parents: tuple[tuple[int, int], ...] = field(default=())

    def clause_at(self, place: int) -> int:
        """The clause of the word at or before a place of the text."""
        at = bisect_right(self.words, place, key=lambda word: word.start) - 1
        return self.clauses[max(at, 0)] if self.words else 0

    def words_of(self, clause: int) -> list[Word]:
        return [word for word, of in zip(self.words, self.clauses, strict=True) if of == clause]


@dataclass(frozen=True)
class Text:
    """A text as it is read: as printed, folded to small letters of the same length, and in sentences."""

    printed: str
    low: str
    sentences: tuple[Sentence, ...]

    def sentence_at(self, place: int) -> Sentence:
        at = bisect_right(self.sentences, place, key=lambda one: one.start) - 1
        return self.sentences[max(at, 0)]


def read_text(printed: str, language: Language) -> Text:
    printed = printed[:LONGEST_TEXT]
    low = fold(printed)
    sentences = tuple(_sentences(printed, low, language))
    return Text(printed, low, sentences)


def _sentences(printed: str, low: str, language: Language) -> Iterator[Sentence]:
    number = 0
    for start, end in _spans(printed, low, language):
        words = tuple(
            Word(found.group(), low[found.start() : found.end()], found.start(), found.end(), _is_large(found.group()))
            for found in _WORD.finditer(printed, start, end)
        )
        if words:
            clauses, parents = _clauses(printed, words, language)
            yield Sentence(number, start, end, words, clauses, parents)
            number += 1


def _is_large(word: str) -> bool:
    """“El-Fattah” and “el-Fattah” are one name."""
    return word[0].isupper() or bool(_ARABIC.match(word))


def _spans(printed: str, low: str, language: Language) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _END.finditer(printed):
        if found.group()[0] == "." and _goes_on(printed, low, found, language):
            continue
        if found.group() == "\n" and _is_wrapped(printed, found.start()):
            continue
        if found.group()[0] in "!?…" and _is_quoted_on(printed, found.end()):
            continue
        if printed[start : found.end()].strip():
            yield start, found.end()
        start = found.end()
    if printed[start:].strip():
        yield start, len(printed)


def _is_wrapped(printed: str, place: int) -> bool:
    """Whether a line ends for want of room: it is long, closes nothing, and no item of a list follows."""
    if _ITEM.match(printed, place + 1):
        return False
    line = printed[printed.rfind("\n", 0, place) + 1 : place].rstrip()
    return len(line) >= _LONG_LINE and line[-1:] not in '.!?…:;»”"'


def _goes_on(printed: str, low: str, found: re.Match[str], language: Language) -> bool:
    """Whether the point belongs to an abbreviation or an initial, or the next word is written small."""
    before = low[max(0, found.start() - 12) : found.start()]
    if language.abbreviations.search(before) or _numbers_a_line(printed, found.start()):
        return True
    if _INITIAL.search(printed[max(0, found.start() - 3) : found.start()]):
        return True
    return _is_quoted_on(printed, found.end())


def _numbers_a_line(printed: str, place: int) -> bool:
    """“1. Pavel Kryvets”: the point belongs to the number of a list's line."""
    line = printed[printed.rfind("\n", 0, place) + 1 : place].strip(" \t*•–—-")
    return line.isdigit() and len(line) <= 4


def _is_quoted_on(printed: str, end: int) -> bool:
    after = printed[end : end + 3].lstrip(" ")
    if after[:1] in "–—-":
        # «…!» — said she: the sentence goes on, unless a line of dialogue begins.
        return "\n" not in printed[end : end + 2]
    return bool(after) and after[0].islower()


def _clauses(
    printed: str, words: tuple[Word, ...], language: Language
) -> tuple[tuple[int, ...], tuple[tuple[int, int], ...]]:
    """Clause numbers word by word. A clause set in between ends at the next comma, after which its main one goes on;
    what hangs on a verb of speech (“said that …”) goes on to the end."""
    numbers: list[int] = []
    parents: list[tuple[int, int]] = []
    open_at: list[tuple[int, int]] = []  # clauses to go back to, and the word at which the inner one began
    current = newest = 0
    for at, word in enumerate(words):
        between = printed[words[at - 1].end : word.start] if at else ""
        if "," in between and open_at and at - open_at[-1][1] > 1:
            current, open_at = open_at[0][0], []
        how = _opens(at, words, between, language) if at else ""
        if how:
            newest += 1
            parents.append((newest, current if how == "hung" else -1))
            open_at = [*open_at, (current, at)] if how == "within" else []
            current = newest
        numbers.append(current)
    return tuple(numbers), tuple(parents)


def _opens(at: int, words: tuple[Word, ...], between: str, language: Language) -> str:
    """Whether a word opens a clause: one that stands beside, hangs on a verb, or is set within another."""
    low = words[at].low
    if ";" in between or low in language.breaks or _parted(between, language):
        return "beside"
    if low in language.complements:
        return "hung" if language.free_order or low != "that" or _hangs_on_speech(at, words, language) else "within"
    if low in language.listed("adverbials") and words[at - 1].low not in language.listed("auxiliaries"):
        return "within"
    if language.relatives.fullmatch(low) and _hangs(between, words[at - 1], language):
        return "within"
    return ""


def _hangs_on_speech(at: int, words: tuple[Word, ...], language: Language) -> bool:
    before = " ".join(word.low for word in words[max(0, at - 4) : at])
    return bool(
        language.pattern("speech.verb").search(before)
        or language.pattern("hedge.wishing").search(before)
        or language.pattern("hedge.doubted").search(before)
    )


def _parted(between: str, language: Language) -> bool:
    """A dash between two blanks parts clauses where the language has no use for it in place of “is”."""
    return not language.free_order and (" — " in between or " – " in between or " - " in between)


def _hangs(between: str, before: Word, language: Language) -> bool:
    """A relative word follows a comma or a preposition after one; in fixed order also the noun itself."""
    return "," in between or not language.free_order or len(before.low) <= 3 or before.low in language.listed("hanging")
