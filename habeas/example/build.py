"""Turns the hand-written files into candidates and replays them: each line at noon of the day its source came out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import groupby
from pathlib import Path

from habeas.domain.lines import Candidate
from habeas.domain.words import Kind
from habeas.example import invented
from habeas.example.entries import read_entries
from habeas.example.sources import read_sources
from habeas.ledger.append import append, begin

FOLDER = Path(__file__).parent / "belarus"
BESIDE = tuple(Path(__file__).parent / country for country in ("cuba", "nicaragua"))
"""Deals of other countries, to set beside those of Belarus: numbers and acts, and nobody by name."""
EDITOR = "example"


def candidates(folder: Path = FOLDER) -> Iterator[tuple[datetime, Candidate]]:
    """Every claim with its moment, in the order of the moments; a source's own line stands before its first claim."""
    sources = read_sources(folder / "sources.yml")
    captured: set[str] = set()
    for said in sorted(read_entries(folder, sources), key=lambda one: one.moment):
        if said.evidence.source not in captured:
            captured.add(said.evidence.source)
            yield said.moment, Candidate(said.evidence.source, sources[said.evidence.source].captured, editor=EDITOR)
        yield said.moment, Candidate(said.subject, said.claim, said.evidence, EDITOR)


def everything() -> list[tuple[datetime, Candidate]]:
    """All countries, put together by their moments; each source belongs to one country."""
    told = [pair for folder in (FOLDER, *BESIDE) for pair in candidates(folder)]
    return sorted(told, key=lambda pair: pair[0])


def build(progress: Callable[[int, int], None] | None = None, *, with_invented: bool = False) -> int:
    """Begin the ledger as a replay and fill it; returns the number of lines said. `progress` hears done and total.

    The files are read whole before the first line is written, so that a mistake in one leaves the ledger unbegun.
    """
    told = everything()
    if with_invented:
        told += [(told[-1][0], candidate) for candidate in invented.candidates()]
    begin(Kind.REPLAY)
    done = 0
    for moment, group in groupby(told, key=lambda pair: pair[0]):
        done += len(append([candidate for _, candidate in group], moment=moment))
        if progress:
            progress(done, len(told))
    return done
