"""Free by whose word: what is said of the freedom of people just after a release, weighed by who stood near."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from enum import Enum

from habeas.domain.claims import Claim, RefusedToLeave, Released, SeenFree, SeenHeld, TurnedBack
from habeas.domain.dates import PartialDate
from habeas.domain.lines import Line
from habeas.domain.words import Certainty, Nearness, Status

CONFIRMS = (Nearness.SUBJECT, Nearness.OFFICIAL, Nearness.MONITOR)
"""Whose word confirms a release: those who stood near it, or check each case."""
FREE = (Status.FREE_IN_COUNTRY, Status.FREE_ABROAD)
_SAYS_FREE = (Released, SeenFree)
_DENIES = (SeenHeld, RefusedToLeave, TurnedBack)
TELLING: tuple[type[Claim], ...] = (*_SAYS_FREE, *_DENIES)
_LONG_AFTER = timedelta(days=30)


class Freedom(Enum):
    """Whether somebody counted among the freed is free on the day after, and by whose word."""

    CONFIRMED = "confirmed"
    """Free, and the person, the family, an authority or a monitor who checks cases says so outright."""
    REPORTED = "reported"
    """Free by the claims that we hold, and nobody near to it has said so."""
    DISPUTED = "disputed"
    """Free by the claims that are shown, and others deny it; or the claims settle nothing."""
    DENIED = "denied"
    """Said to be free, and not free by the claims that stand nearer."""
    UNTOLD = "untold"
    """Nobody says anything of this person's freedom, or it isn't known who this is."""


def freedom(lines: Iterable[Line], after: Status, day: PartialDate) -> Freedom:
    """By the claims about the days from the release on, and the status that the fold gives for the day after."""
    told = [line for line in lines if _about(line.claim, day.first)]
    free = [line for line in told if isinstance(line.claim, _SAYS_FREE)]
    denied = any(isinstance(line.claim, _DENIES) for line in told)
    if not free:
        return Freedom.DENIED if denied else Freedom.UNTOLD
    if after is Status.UNCERTAIN:
        return Freedom.DISPUTED
    if after not in FREE:
        return Freedom.DENIED
    if denied:
        return Freedom.DISPUTED
    return Freedom.CONFIRMED if any(map(_confirms, free)) else Freedom.REPORTED


def sayers(lines: Iterable[Line], day: PartialDate) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who says free, and who denies it."""
    told = [line for line in lines if _about(line.claim, day.first)]
    return _speakers(told, _SAYS_FREE), _speakers(told, _DENIES)


def _speakers(lines: Iterable[Line], kinds: tuple[type[Claim], ...]) -> tuple[str, ...]:
    said = (line.evidence.speaker for line in lines if line.evidence and isinstance(line.claim, kinds))
    return tuple(dict.fromkeys(said))


def _about(claim: Claim, since: date) -> bool:
    when = getattr(claim, "when", None)
    return isinstance(when, PartialDate) and when.last >= since and when.first <= since + _LONG_AFTER


def _confirms(line: Line) -> bool:
    evidence = line.evidence
    return evidence is not None and evidence.nearness in CONFIRMS and evidence.certainty is Certainty.STATED
