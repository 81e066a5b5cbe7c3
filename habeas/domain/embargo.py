"""What may not be public of a release yet: who is still within reach, and who was freed inside and hasn't spoken.

Pure. What a replay says was public already and is under no embargo.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import timedelta

from habeas.domain.claims import (
    ExpulsionAttempted,
    InBatch,
    NationalityLost,
    PapersLost,
    Pardoned,
    RefusedToLeave,
    Released,
    RestrictedAfter,
    RowPrinted,
    SeenFree,
    TurnedBack,
    Wish,
)
from habeas.domain.judgements import BeyondReach
from habeas.domain.lines import Line
from habeas.domain.words import Manner, Status, Wished

_TELLS_OF_FREEDOM = (
    *(ExpulsionAttempted, InBatch, NationalityLost, PapersLost, Pardoned, RefusedToLeave, Released),
    *(RestrictedAfter, SeenFree, TurnedBack),
)
_AROUND = timedelta(days=30)
"""How long before somebody was counted among the freed what was said of their freedom belongs to the same release."""


def embargoed(people: Iterable[Collection[str]], lines: Sequence[Line]) -> frozenset[int]:
    """Of people, each as all their mentions, what tells that they are among those freed, until they are beyond reach.

    The person as the public knows them stays as they were: to vanish on a release day would tell the same.
    """
    within = within_reach(lines)
    kept: set[int] = set()
    for mentions in people if within else ():
        own = [line for line in lines if line.subject in mentions and not line.replayed]
        counted = [line for line in within if line.subject in mentions]
        if counted:
            since = min(line.moment for line in counted) - _AROUND
            rows = {line.subject for line in own if isinstance(line.claim, RowPrinted)}
            telling = (line for line in own if isinstance(line.claim, _TELLS_OF_FREEDOM) and line.moment >= since)
            kept.update(line.number for line in telling)
            kept.update(line.number for line in own if line.subject in rows & {one.subject for one in counted})
    return frozenset(kept)


def within_reach(lines: Sequence[Line]) -> list[Line]:
    """The lines that count somebody among a release of whom it isn't said that they are beyond reach."""
    beyond = {line.claim.line for line in lines if isinstance(line.claim, BeyondReach)}
    return [line for line in lines if _is_within(line, beyond)]


def freed_inside(people: Iterable[Collection[str]], lines: Sequence[Line]) -> frozenset[str]:
    """All mentions of people said to have walked out free in the country, unless they or their family spoke."""
    inside = {line.subject for line in lines if not line.replayed and _walked_out(line)}
    spoke = {
        line.subject for line in lines if isinstance(line.claim, Wish) and line.claim.wished is Wished.MAY_BE_NAMED
    }
    found = (mentions for mentions in people if inside & set(mentions) and not spoke & set(mentions))
    return frozenset(subject for mentions in found for subject in mentions) if inside else frozenset()


def _is_within(line: Line, beyond: Collection[int]) -> bool:
    claim = line.claim
    return isinstance(claim, InBatch) and not claim.nameless and not line.replayed and line.number not in beyond


def _walked_out(line: Line) -> bool:
    claim = line.claim
    return isinstance(claim, Released) and claim.manner is Manner.WALKED_OUT and claim.into is Status.FREE_IN_COUNTRY
