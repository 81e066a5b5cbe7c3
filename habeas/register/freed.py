"""How many of a release came free by a day, from its members and its speakers' figures, with the people it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from habeas.domain.claims import RefusedToLeave, TurnedBack
from habeas.domain.dates import PartialDate
from habeas.domain.fulfilment import Freed
from habeas.domain.words import Answer, Status
from habeas.ledger import read
from habeas.register.answers import Lens
from habeas.register.answers_batches import BatchAnswer, Figure, MemberShown
from habeas.register.ask.batches import batch
from habeas.register.standing import Lines
from habeas.register.tables import known

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
    answer = batch(id, lens, with_remaining=False)
    if answer is None:
        return None
    when = PartialDate.parse(answer.when)
    return Released(answer.title, when, _freed(answer, when, lens))


def _freed(answer: BatchAnswer, when: PartialDate, lens: Lens) -> Freed:
    on = lens.on
    if on < when.first:
        return Freed(0, None, (), (), Answer.NO)
    later = on > when.last + timedelta(days=1)
    free = [one for one in answer.members if one.person and _statuses(one, later) & _FREE]
    held = [one for one in answer.members if one.person and _statuses(one, later) <= _CONFINED]
    back = [one for one in held if _came_back(one, when, lens)]
    figures = _figures(answer)
    # Whom we don't hold may be free as well, as far as anybody counts them. Who was taken out and came back is not;
    # one who is held and was only named among the freed may have been named by mistake.
    most = max((figure.number - len(back) for figure in figures), default=None)
    high = None if most is None else max(most, answer.ours.high, len(free))
    because = {number for one in (*free, *back) for number in one.because}
    because |= {number for figure in figures for number in figure.because}
    return Freed(len(free), high, tuple(_ids(free)), tuple(sorted(because)))


def _figures(answer: BatchAnswer) -> tuple[Figure, ...]:
    """Those of the release as a whole; a note says that a figure is of some of it, or of more."""
    whole = tuple(one for one in answer.announced if one.what == one.counted.meaning)
    return whole or (*answer.announced, *answer.named, *answer.verified, *answer.recognised)


def _came_back(member: MemberShown, when: PartialDate, lens: Lens) -> bool:
    """Whether somebody says that this person refused, or was sent back, in the days of the release."""
    mentions = [subject for (subject,) in known("register_member", "subject", lens, "person = %s", member.person or "")]
    lines = list(read.lines(subjects=mentions, upto=lens.known))
    standing = Lines.of([*lines, *read.judging([line.number for line in lines])]).standing(lens.known, lens.audience)
    told = [line.claim for line in standing if isinstance(line.claim, (RefusedToLeave, TurnedBack))]
    return any(claim.when.overlaps(when) for claim in told)


def _statuses(member: MemberShown, later: bool) -> frozenset[Status]:
    """Just after the release and on the day asked for; on the day of the release itself, that day alone."""
    return frozenset({member.status_after, member.status} if later else {member.status})


def _ids(members: Iterable[MemberShown]) -> Iterable[str]:
    return (one.person for one in members if one.person)
