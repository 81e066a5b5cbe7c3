"""A redacted copy of a document for whoever may not see all of it. The original stays as it is.

The copy is plain text made anew: what a PDF, a Word document or a picture hides in its layers can't be in it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from habeas.archive.store import fetch as stored
from habeas.archive.store import keep
from habeas.domain.claims import Kept
from habeas.domain.lines import Candidate
from habeas.domain.words import Part
from habeas.intake.captures.alike_words import alike_words
from habeas.intake.live import live
from habeas.intake.sources import known_source
from habeas.intake.texts.reports import report_in
from habeas.ledger.append import append
from habeas.problems import BadInput

BAR = "█████"
"""Always as long, so that its length tells nothing of what it covers."""
_HYPHENS = "-‐‑"
_BROKEN = rf"(?:[{_HYPHENS}](?:\s*\n\s*)?)?"


@dataclass(frozen=True, slots=True)
class Redacted:
    """The copy's SHA-256 and text, how often each of the words was taken out, and what is left that may be one."""

    source: str
    sha256: str
    text: str
    taken_out: tuple[tuple[str, int], ...]
    left: tuple[str, ...]


def redact(key: str, words: Sequence[str], *, editor: str, alike: bool = False) -> Redacted:
    """Take these words out of the source's text wherever they stand, and keep the result beside the original.

    Case, spaces, marks that don't show and hyphens within a word or at a line's end don't count. With `alike` goes what
    may be one of the words in another form. BadInput if the source has no text, or if any of the words isn't in it.
    """
    source, said = known_source(key)
    wanted = sorted(filter(None, (one.strip() for one in words)), key=len, reverse=True)
    if not wanted:
        raise BadInput("Say which words to take out, with --cut.")
    text, counted = _without(_shown(_text_of(source, said.sha256)), wanted)
    if missing := [one for one, number in counted if not number]:
        raise BadInput(f"“{missing[0][:60]}” isn't in the text of {source}. Copy the words as they are printed.")
    left = alike_words(text, wanted)
    if alike and left:
        text, more = _without(text, sorted(left, key=len, reverse=True), whole=True)
        counted, left = [*counted, *more], alike_words(text, wanted)
    copy = keep(text.encode())
    append([Candidate(source, Kept(said.sha256, Part.REDACTED, copy), editor=editor)])
    return Redacted(source, copy, text, tuple(counted), left)


def _shown(text: str) -> str:
    """The text as a reader sees it: marks that don't show could part a name from itself, or carry one."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(letter for letter in composed if unicodedata.category(letter) != "Cf")


def _without(text: str, wanted: Sequence[str], *, whole: bool = False) -> tuple[str, list[tuple[str, int]]]:
    counted: list[tuple[str, int]] = []
    for one in wanted:
        text, number = re.subn(_pattern(one, whole), BAR, text)
        counted.append((one, number))
    return text, counted


def _pattern(words: str, whole: bool) -> re.Pattern[str]:
    """The words with a hyphen wherever it may stand; `whole` leaves longer words that hold them."""
    bare = re.sub(rf"(?<=\w)[{_HYPHENS}](?=\w)", "", _shown(words))
    spelled = (_BROKEN.join(map(re.escape, word)) for word in bare.split())
    edge = r"(?<!\w)", r"(?!\w)"
    pattern = r"\s+".join(spelled)
    return re.compile(f"{edge[0]}{pattern}{edge[1]}" if whole else pattern, re.IGNORECASE)


def _text_of(source: str, sha256: str) -> str:
    kept = [line.claim for line in live(Kept, subjects=[source]) if isinstance(line.claim, Kept)]
    texts = [one.sha256 for one in kept if one.part is Part.TEXT and one.of == sha256]
    if texts:
        return stored(texts[-1]).decode()
    if not sha256:
        raise BadInput(f"{source} has no text to redact. Capture the page or file first, with: habeas capture.")
    # Of a file that was put on record as it is, the text is read now, as when it is read for proposals.
    return report_in(Path(source), stored(sha256)).text
