"""Which of two contradicting sides is shown first: the nearer voice, then the later, then the more numerous."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from habeas.domain.lines import Line, Origin
from habeas.domain.words import Certainty

RULE = (
    "Where claims contradict each other, all are kept. Shown first is the side whose nearest speaker stood closer to "
    "the event; between equals, the side that spoke later, and a side speaks when its origin was first published, so "
    "that repeating an old report never makes it newer; between equals again, the side with more independent origins. "
    "If that settles nothing the status is uncertain."
)


@dataclass(frozen=True, slots=True)
class Voice:
    """One origin speaking: how near it stood, and the span of days in which it first spoke."""

    group: str
    rank: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Side:
    """All voices that say one thing."""

    voices: frozenset[Voice]
    lines: tuple[int, ...]

    @property
    def rank(self) -> int:
        return max((voice.rank for voice in self.voices), default=0)

    @property
    def nearest(self) -> tuple[Voice, ...]:
        return tuple(voice for voice in self.voices if voice.rank == self.rank)

    @property
    def origins(self) -> int:
        return len({voice.group for voice in self.voices})


def voice_of(line: Line, origins: Mapping[str, Origin]) -> Voice:
    """Who speaks on a line; said with open doubt, a claim weighs as one repeated."""
    if line.evidence is None:
        return Voice(f"line:{line.subject}", 0, None, None)
    origin = origins.get(line.evidence.source) or Origin(line.evidence.source)
    rank = line.evidence.nearness.rank
    if line.evidence.certainty is Certainty.DOUBTFUL:
        rank = min(rank, 1)
    return Voice(origin.group, rank, origin.first_spoken, origin.latest_spoken)


def side(lines: Iterable[Line], origins: Mapping[str, Origin]) -> Side:
    lines = tuple(lines)
    return Side(frozenset(voice_of(line, origins) for line in lines), tuple(sorted(line.number for line in lines)))


def prefer(one: Side, other: Side) -> Side | None:
    """The side the rule puts first, or None where it settles nothing."""
    if one.rank != other.rank:
        return one if one.rank > other.rank else other
    if later := _later(one, other):
        return later
    if one.origins != other.origins:
        return one if one.origins > other.origins else other
    return None


def why(winner: Side, loser: Side) -> str:
    """One sentence on what settled it."""
    if winner.rank != loser.rank:
        return "A speaker closer to the event says so."
    if _later(winner, loser) is winner:
        return "Of speakers equally close to the event, this side spoke later."
    return f"Of sides equally close and equally late, this one has more independent origins ({winner.origins})."


def _later(one: Side, other: Side) -> Side | None:
    """The side whose nearest voices began to speak on a later day; spans that overlap settle nothing."""
    first, second = _last_spoken(one), _last_spoken(other)
    if first is None or second is None:
        return None
    if first[0] > second[1]:
        return one
    return other if second[0] > first[1] else None


def _last_spoken(side: Side) -> tuple[date, date] | None:
    spans = [(voice.first, voice.last) for voice in side.nearest if voice.first and voice.last]
    return max(spans) if spans else None
