"""Words that are for a group of editors: where a line that others may see speaks of whom they may not, they are masked.

A claim about one person can quote a sentence that names another, and a list prints everybody. So what comes out of the
ledger for an editor outside the group bears a mark in place of such words; the line itself stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any

from habeas.domain.claims import Captured, Claim, Named, RowPrinted
from habeas.domain.judgements import ProposalDecided
from habeas.domain.lines import Evidence, Line
from habeas.names.spoken_of import SpokenOf

MARK = "▒▒▒"
"""Stands where words are kept to a group; what it means is said on the page."""
_SHORTEST = 12
"""Letters of a quote that can be told from a word or two that any text may hold."""
_SENTENCE = re.compile(r"[^.!?…\n]*(?:[.!?…]+(?=\s|$)|[.!?…]|\n|$)")
_ABBREVIATED = re.compile(r"(?:^|\W)[^\W\d_]{1,3}\.$")


@dataclass(frozen=True, slots=True)
class KeptWords:
    """The names of people out of sight, and by source the quotes that tell of them."""

    names: frozenset[str]
    quotes: frozenset[tuple[str, str]]

    def names_them(self, text: str, *, bare: bool = True) -> bool:
        return bool(text) and _matcher(self.names).named_in(text, bare=bare)

    def without(self, text: str) -> str:
        """The text, or the mark where it names one of them."""
        return MARK if self.names_them(text) else text

    def quoted(self, source: str, text: str) -> bool:
        """Whether it is what also a claim rests on that is out of sight, or part of that."""
        told = _by_source(self.quotes).get(source, ())
        return any(_same_words(_folded(text), quote) for quote in told)

    def stretches(self, source: str, text: str) -> tuple[tuple[int, int], ...]:
        """The sentences of a whole text that name them or are quoted of them."""
        return tuple(
            (start, end)
            for start, end in _sentences(text)
            if self.names_them(text[start:end]) or self.quoted(source, text[start:end])
        )


def kept_words_masked(line: Line, kept: KeptWords) -> Line:
    claim = _claim(line.claim, kept)
    evidence = _evidence(line, kept) if line.evidence else None
    same = claim is line.claim and evidence is line.evidence
    return line if same else replace(line, claim=claim, evidence=evidence)


def _claim(claim: Claim, kept: KeptWords) -> Claim:
    """Of a name and a row, a surname that is like theirs is masked only where the given name is too."""
    if isinstance(claim, (Named, RowPrinted)):
        return replace(claim, text=MARK) if kept.names_them(claim.text, bare=False) else claim
    if isinstance(claim, ProposalDecided):
        return replace(claim, proposed="{}", reason=MARK) if kept.names_them(claim.proposed + claim.reason) else claim
    changed = {field.name: _value(getattr(claim, field.name), kept) for field in fields(claim)}  # type: ignore[arg-type]
    if isinstance(claim, Captured) and kept.names_them(re.sub(r"[\W_]+", " ", claim.address)):
        changed["address"] = ""
    told = {name: value for name, value in changed.items() if value != getattr(claim, name)}
    return replace(claim, **told) if told else claim  # type: ignore[type-var]


def _value(value: Any, kept: KeptWords) -> Any:
    """Keys and codes are no text: they are one word of plain Latin letters."""
    if isinstance(value, tuple):
        return tuple(_value(one, kept) for one in value)
    return kept.without(value) if type(value) is str and (" " in value or not value.isascii()) else value


def _evidence(line: Line, kept: KeptWords) -> Evidence:
    evidence = line.evidence
    assert evidence is not None, "asked only of a line that rests on something"
    name = isinstance(line.claim, (Named, RowPrinted))
    hides = kept.names_them(evidence.printed, bare=not name) or kept.quoted(evidence.source, evidence.printed)
    if hides and evidence.printed:
        evidence = replace(evidence, printed=MARK, locator=None)
    elif evidence.locator and kept.names_them(" ".join((evidence.locator.prefix, evidence.locator.suffix))):
        evidence = replace(evidence, locator=None)
    return replace(evidence, speaker=MARK) if kept.names_them(evidence.speaker) else evidence


def _same_words(text: str, quote: str) -> bool:
    return text == quote or (len(text) >= _SHORTEST and text in quote) or (len(quote) >= _SHORTEST and quote in text)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Cut at lines and full stops, but for those of initials and abbreviations."""
    start = 0
    for found in _SENTENCE.finditer(text):
        if found.end() < len(text) and _ABBREVIATED.search(text[start : found.end()]):
            continue
        if found.end() > start:
            yield start, found.end()
        start = found.end()


@lru_cache(maxsize=8)
def _matcher(names: frozenset[str]) -> SpokenOf:
    return SpokenOf(names)


@lru_cache(maxsize=8)
def _by_source(quotes: frozenset[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for source, quote in quotes:
        found.setdefault(source, []).append(_folded(quote))
    return {source: tuple(told) for source, told in found.items()}


@lru_cache(maxsize=50_000)
def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
