"""A redacted copy of a document for whoever may not see all of it. The original stays as it is.

The copy is plain text made anew: what a PDF, a Word document or a picture hides in its layers can't be in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from habeas.archive.store import fetch as stored
from habeas.archive.store import keep
from habeas.domain.claims import Kept
from habeas.domain.lines import Candidate
from habeas.domain.words import Part
from habeas.intake.live import live
from habeas.intake.sources import known_source
from habeas.ledger.append import append
from habeas.problems import BadInput

BAR = "█████"
"""Always as long, so that its length tells nothing of what it covers."""


@dataclass(frozen=True, slots=True)
class Redacted:
    """The copy's SHA-256 and text, and how often each of the words was taken out."""

    source: str
    sha256: str
    text: str
    taken_out: tuple[tuple[str, int], ...]


def redact(key: str, words: Sequence[str], *, editor: str) -> Redacted:
    """Take these words out of the source's text wherever they stand, and keep the result beside the original.

    Spaces and case don't count. BadInput if the source has no text, or if any of the words isn't in it.
    """
    source, said = known_source(key)
    text = _text_of(source, said.sha256)
    wanted = sorted(filter(None, (one.strip() for one in words)), key=len, reverse=True)
    if not wanted:
        raise BadInput("Say which words to take out, with --cut.")
    counted: list[tuple[str, int]] = []
    for one in wanted:
        text, number = re.subn(_pattern(one), BAR, text)
        counted.append((one, number))
    if missing := [one for one, number in counted if not number]:
        raise BadInput(f"“{missing[0][:60]}” isn't in the text of {source}. Copy the words as they are printed.")
    copy = keep(text.encode())
    append([Candidate(source, Kept(said.sha256, Part.REDACTED, copy), editor=editor)])
    return Redacted(source, copy, text, tuple(counted))


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)


def _text_of(source: str, sha256: str) -> str:
    kept = [line.claim for line in live(Kept, subjects=[source]) if isinstance(line.claim, Kept)]
    texts = [one.sha256 for one in kept if one.part is Part.TEXT and one.of == sha256]
    if not texts:
        raise BadInput(f"{source} has no text to redact. Capture the page or file first, with: habeas capture.")
    return stored(texts[-1]).decode()
