"""How many of a release came free by a day, from its members and its speakers' figures, with the people it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from habeas.domain.dates import PartialDate
from habeas.domain.fulfilment import Freed
from habeas.domain.words import Answer, Status
from habeas.register.answers import BatchAnswer, Lens, MemberShown
from habeas.register.ask_batches import batch

_FREE = frozenset({Status.FREE_IN_COUNTRY, Status.FREE_ABROAD})
_CONFINED = frozenset({Status.HELD, Status.HOUSE_ARREST, Status.OPEN_INSTITUTION, Status.HOME_RESTRICTION})


@dataclass(frozen=True, slots=True)
class Released:
    """A release as an agreement needs it."""

    title: str
    when: PartialDate
    freed: Freed


def released(id: str, lens: Lens) -> Released | None:
    """None for a release that the lens doesn't show."""
    answer = batch(id, lens)
    if answer is None:
        return None
    when = PartialDate.parse(answer.when)
    return Released(answer.title, when, _freed(answer, when, lens.on))


def _freed(answer: BatchAnswer, when: PartialDate, on: date) -> Freed:
    if on < when.first:
        return Freed(0, None, (), (), Answer.NO)
    later = on > when.last + timedelta(days=1)
    free = [one for one in answer.members if one.person and _statuses(one, later) & _FREE]
    held = [one for one in answer.members if one.person and _statuses(one, later) <= _CONFINED]
    figures = (*answer.announced, *answer.named, *answer.verified, *answer.recognised)
    # Whom we don't hold may be free as well, as far as anybody counts them; whom we know to be held is not.
    most = max((figure.number - len(held) for figure in figures), default=None)
    high = None if most is None else max(most, answer.ours.high, len(free))
    because = {number for one in (*free, *held) for number in one.because}
    because |= {number for figure in figures for number in figure.because}
    return Freed(len(free), high, tuple(_ids(free)), tuple(sorted(because)))


def _statuses(member: MemberShown, later: bool) -> frozenset[Status]:
    """Just after the release and on the day asked for; on the day of the release itself, that day alone."""
    return frozenset({member.status_after, member.status} if later else {member.status})


def _ids(members: Iterable[MemberShown]) -> Iterable[str]:
    return (one.person for one in members if one.person)
