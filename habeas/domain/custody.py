"""The turns of a life in and out of custody: each time in, new or again, and each time out, with the act behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from habeas.domain.claims import Detained, Released
from habeas.domain.lines import Line
from habeas.domain.masks import BITS, CONFINED, FREE, GONE, mask
from habeas.domain.spells import Spell
from habeas.domain.words import Act, Nearness, Status

NEW, AGAIN = "new", "again"
TOLD = "told"
"""In custody when claims first tell of the person; no claim says when they were taken."""
DIED = "died"
UNTOLD = "untold"
"""Out of custody, and claims don't say by which act."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Into custody or out of it. Certain on `last`; on one of the days from `first` on if the claims leave it open.

    `kind` is new, again or told for an entry; an act, untold or died for an exit.
    """

    entry: bool
    kind: str
    first: int
    last: int


def turns(spells: Sequence[Spell], lines: Sequence[Line]) -> tuple[Turn, ...]:
    """In order. A doubtful spell is no turn by itself: only custody and freedom that are certain on both sides are."""
    return tuple(_turns(spells, lines))


def _turns(spells: Sequence[Spell], lines: Sequence[Line]) -> Iterator[Turn]:
    confined: bool | None = None
    was_held, first = False, 0
    for place, spell in enumerate(spells):
        may_be = mask(spell.may_be)
        start = spell.first.toordinal()
        first = first or start
        now = _confined(may_be)
        if now is None:
            continue
        if now and not confined:
            fresh = NEW if confined is False or _taken(spells[: place + 1], lines) else TOLD
            yield Turn(True, AGAIN if was_held else fresh, first, start)
        elif confined and not now:
            yield Turn(False, DIED if may_be == BITS[Status.DEAD] else _act(spells[: place + 1], lines), first, start)
        confined, was_held, first = now, was_held or now, 0


def _taken(spells: Sequence[Spell], lines: Sequence[Line]) -> bool:
    because = {number for spell in spells for number in spell.because}
    return any(isinstance(line.claim, Detained) and line.number in because for line in lines)


def _confined(may_be: int) -> bool | None:
    """None where it can't be told; bail is neither custody nor freedom, and so ends custody."""
    if not may_be & ~CONFINED:
        return True
    either = may_be & GONE and may_be & (FREE | BITS[Status.BAIL])
    return None if may_be & CONFINED or either else False


def _act(spells: Sequence[Spell], lines: Sequence[Line]) -> str:
    """The act named by the nearest voice among the reasons; the first that said so, where several stand as near."""
    because = {number for spell in spells[-2:] for number in spell.because}
    aside = set(spells[-1].against)
    day = spells[-1].first
    told = [
        (line, line.claim)
        for line in lines
        if line.number in because - aside
        and isinstance(line.claim, Released)
        and line.claim.act is not Act.UNKNOWN
        and line.claim.when.first <= day
    ]
    if not told:
        return UNTOLD
    latest = max(claim.when.last for _, claim in told)
    near = [(line, claim) for line, claim in told if (latest - claim.when.last).days <= 31]
    _, claim = min(near, key=lambda pair: (-_nearness(pair[0]), pair[0].number))
    return str(claim.act)


def _nearness(line: Line) -> int:
    return (line.evidence.nearness if line.evidence else Nearness.UNSTATED).rank
