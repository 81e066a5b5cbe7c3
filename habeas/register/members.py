"""Who is counted among a release, each person once, and how many are in the register, new to it, free just after."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from habeas.domain.words import Status
from habeas.register.answers import Lens
from habeas.register.answers_batches import Bounds
from habeas.register.rows import STATUSES, unmask
from habeas.register.tables import known, one_of

FREE = frozenset({Status.FREE_IN_COUNTRY, Status.FREE_ABROAD})
_ORDER = {outcome: place for place, outcome in enumerate(("matched", "new", "unclear", "absent", "nameless"))}


@dataclass(frozen=True, slots=True)
class Member:
    """A mention that is counted among a batch, with the person it belongs to, if any."""

    subject: str
    person: str
    stage: str
    outcome: str
    number: int


def members_of(id: str, lens: Lens) -> list[Member]:
    """Each person once, and each row that is nobody of the register."""
    columns = "subject, person, stage, outcome, number"
    rows = known("register_in_batch", columns, lens, "batch = %s ORDER BY number", id)
    found: dict[str, Member] = {}
    for member in (Member(*row) for row in rows):
        key = member.person or member.subject
        before = found.get(key)
        # A person named by one list as new and known from another is known.
        found[key] = _joined(before, member) if before else member
    return list(found.values())


def _joined(one: Member, other: Member) -> Member:
    return replace(one, stage=one.stage or other.stage, outcome=min(one.outcome, other.outcome, key=_ORDER.__getitem__))


def matched(members: Iterable[Member]) -> Bounds:
    """Members who are people of the register for certain; with those of whom it isn't clear."""
    told = [member.outcome for member in members]
    low = sum(outcome in ("matched", "new") for outcome in told)
    return Bounds(low, low + told.count("unclear"))


def statuses_on(people: Collection[str], day: date, lens: Lens) -> dict[str, tuple[Status, frozenset[Status]]]:
    if not people:
        return {}
    where = f"first <= %s AND ending > %s AND {one_of('person', people)}"
    at = day.toordinal()
    rows = known("register_spell", "person, status, may_be", lens, where, at, at, *sorted(people))
    return {one: (STATUSES[status], frozenset(unmask(bits))) for one, status, bits in rows}


def ours(members: Iterable[Member], after: Mapping[str, tuple[Status, frozenset[Status]]]) -> Bounds:
    """Members free just after by the claims that we hold; with those of whom it can't be told, nameless ones too."""
    low = high = 0
    for member in members:
        status, may_be = after.get(member.person, (Status.UNKNOWN, FREE))
        low += bool(member.person) and status in FREE
        high += bool(may_be & FREE)
    return Bounds(low, high)
