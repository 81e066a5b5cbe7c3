"""The tables of one language, opened when a text of it is first read, as patterns and lists."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from habeas.problems import BadInput
from habeas.reading.words.phrases import any_of, compile_phrases, fold

FOLDER = Path(__file__).parents[1] / "languages"
KNOWN = ("en", "ru", "be", "uk", "pl", "lt")

NOTHING = re.compile(r"(?!)")
"""Phrases of a heading that a language has none of."""
_OWN = re.compile(r"\{([a-z_]+(?:\.[a-z_]+)?)\}")
"""In a shape the name of words or endings: “\\s{joins}\\s” is “ and ” in English."""


@dataclass(frozen=True, eq=False)
class Language:
    """What the reader knows of a language. `patterns` maps a heading (release.undergone) to its phrases."""

    key: str
    free_order: bool
    breaks: frozenset[str]
    complements: frozenset[str]
    relatives: re.Pattern[str]
    abbreviations: re.Pattern[str]
    patterns: Mapping[str, re.Pattern[str]]
    numbers: Mapping[str, int]
    months: tuple[tuple[re.Pattern[str], int], ...]
    weekdays: tuple[tuple[re.Pattern[str], int], ...]
    pronouns: Mapping[str, str]
    lists: Mapping[str, frozenset[str]]
    keyed: Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]]
    words: Mapping[str, str]
    _shapes: dict[str, re.Pattern[str]] = field(default_factory=dict)

    def pattern(self, heading: str) -> re.Pattern[str]:
        """The phrases of a heading; one that a table lacks is a mistake in the table, and an empty one says nothing."""
        found = self.patterns.get(heading)
        if found is None:
            raise self._lacking(heading)
        return found

    def of_kind(self, kind: str, way: str) -> re.Pattern[str]:
        """How happenings of a kind are told in some way; most kinds have not all the ways."""
        return self.patterns.get(f"{kind}.{way}", NOTHING)

    def listed(self, heading: str) -> frozenset[str]:
        found = self.lists.get(heading)
        if found is None:
            raise self._lacking(heading)
        return found

    def shape(self, template: str) -> re.Pattern[str]:
        """A pattern that is alike in every language but for some words, which it names in braces."""
        if template not in self._shapes:
            self._shapes[template] = re.compile(_OWN.sub(lambda found: self._own(found[1]), template))
        return self._shapes[template]

    def _own(self, name: str) -> str:
        """Words of a shape: of the heading `words`, or else of a list, or phrases (which keep to whole words)."""
        if name == "numbers":
            return any_of(self.numbers)
        if name in self.words:
            return self.words[name]
        if name in self.lists:
            return any_of(self.lists[name])
        if name in self.patterns:
            return self.patterns[name].pattern
        raise self._lacking(name)

    def _lacking(self, name: str) -> LookupError:
        return LookupError(f"languages/{self.key}.yml has no “{name}”: an empty list says that the language has none.")

    def keys(self, heading: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """Rows of a heading that give each meaning its own phrases, such as roles and charges."""
        return self.keyed.get(heading, ())


@cache
def language(key: str) -> Language:
    if key not in KNOWN:
        raise BadInput(f"“{key[:20]}” is no language that can be read. Known are: {', '.join(KNOWN)}.")
    return _language(key, yaml.load((FOLDER / f"{key}.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader))


_WORDS = {
    "en": re.compile(r"\b(?:the|and|was|were|of|to|in|that|who|has|had)\b"),
    "pl": re.compile(r"[ąęłńśźż]|\b(?:się|jest|został\w*|że|przez|oraz|nie|w|na)\b"),
    "lt": re.compile(r"[ėųūįąęčšž]|\b(?:buvo|kad|ir|iš|apie|bet|yra)\b"),
}
_FEW = 0.25


def guess(text: str) -> str:
    """The language by the letters and small words that tell it from its neighbours; English if there are none.

    Of the three in Cyrillic letters Russian has no і, Belarusian no и, and Ukrainian neither ы nor э.
    """
    low = text[:20_000].lower()
    latin, cyrillic = len(re.findall("[a-z]", low)), len(re.findall("[а-яіўєїґё]", low))
    if cyrillic > latin:
        return _cyrillic(low)
    found = {key: len(pattern.findall(low)) for key, pattern in _WORDS.items()}
    return max(found, key=lambda key: found[key])


def _cyrillic(low: str) -> str:
    if low.count("і") <= _FEW * low.count("и"):
        return "ru" if not re.search("[їєґ]", low) or re.search("[ыэъ]", low) else "uk"
    return "be" if len(re.findall("[ыўэё]", low)) >= low.count("и") else "uk"


def _language(key: str, raw: dict[str, Any]) -> Language:
    parts = {name: str(part) for name, part in raw.get("parts", {}).items()}
    return Language(
        key=key,
        free_order=raw.get("free_order") == "true",
        breaks=frozenset(raw.get("breaks", ())),
        complements=frozenset(raw.get("complements", ())),
        relatives=compile_phrases(raw.get("relatives", ()), parts),
        abbreviations=re.compile(rf"(?:^|[\s(.])(?:{'|'.join(map(re.escape, raw.get('abbreviations', ())))})$"),
        patterns=_patterns(raw.get("phrases", {}), parts, softened=key == "be"),
        numbers={fold(str(word)): int(number) for number, words in raw.get("numbers", {}).items() for word in words},
        months=_ordered(raw.get("months", ()), parts, softened=key == "be"),
        weekdays=_ordered(raw.get("weekdays", ()), parts, softened=False),
        pronouns={word: of for of, words in raw.get("pronouns", {}).items() for word in words},
        lists={name: frozenset(map(fold, map(str, words))) for name, words in raw.get("lists", {}).items()},
        keyed={
            name: tuple((row, compile_phrases(phrases, parts, softened=key == "be")) for row, phrases in rows.items())
            for name, rows in raw.get("keyed", {}).items()
        },
        words={name: any_of(words, parts) for name, words in raw["words"].items()},
    )


def _patterns(raw: dict[str, Any], parts: Mapping[str, str], *, softened: bool) -> dict[str, re.Pattern[str]]:
    found: dict[str, re.Pattern[str]] = {}
    for heading, rows in raw.items():
        under = {f"{heading}.{name}": phrases for name, phrases in rows.items()} if isinstance(rows, dict) else {}
        for name, phrases in (under or {heading: rows}).items():
            found[name] = compile_phrases(phrases, parts, softened=softened) if phrases else NOTHING
    return found


def _ordered(
    rows: list[list[str]], parts: Mapping[str, str], *, softened: bool
) -> tuple[tuple[re.Pattern[str], int], ...]:
    return tuple((compile_phrases(phrases, parts, softened=softened), number) for number, phrases in enumerate(rows, 1))
