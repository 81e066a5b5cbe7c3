"""When a person was due out anyway: the days between which the sentence would have ended, with custody credited.

An interval, since verdicts are dated roughly, speakers differ on the term, and how custody counts is not always known.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor

from habeas.domain.claims import SentenceChanged, Sentenced
from habeas.domain.dates import FOREVER, PartialDate, Term
from habeas.domain.lines import Line
from habeas.domain.spells import Spell
from habeas.domain.words import Change, Status

_CUSTODY = (Status.HELD, Status.HOUSE_ARREST)
_CONFINED = frozenset({*_CUSTODY, Status.OPEN_INSTITUTION, Status.HOME_RESTRICTION, Status.BAIL})
_ONE_VERDICT = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Credit:
    """How many days of a term one day of waiting counts, at least and at most, by one country's law in those days."""

    key: str
    country: str
    status: Status
    penalties: tuple[str, ...]
    least: float
    most: float
    begins: PartialDate | None = None
    ends: PartialDate | None = None
    verified: bool = True

    def may_hold(self, country: str, penalty: str, day: PartialDate) -> bool:
        after = self.begins is None or self.begins.first <= day.last
        before = self.ends is None or day.first < self.ends.last
        return self.country == country and penalty in self.penalties and after and before


@dataclass(frozen=True, slots=True)
class DueOut:
    """The first and last day on which the term can have ended, the lines it rests on and the rules of credit used.

    `verified` is false where a rule was not checked against its law, or where no rule is known and none to all counts.
    """

    first: date
    last: date
    because: tuple[int, ...]
    credits: tuple[str, ...]
    verified: bool


def due_out(
    lines: Sequence[Line], spells: Sequence[Spell], credits: Iterable[Credit], country: str, *, before: date
) -> DueOut | None:
    """By the last verdict before the day; None where no term is known, or one without end."""
    verdict = _last_verdict(lines, before)
    if not verdict:
        return None
    rules, ends, used = tuple(credits), list[tuple[date, date]](), set[Credit]()
    unruled = False
    for _, said in verdict:
        assert said.term is not None, "only sentences with a term are verdicts here"
        # A verdict a day later ends a day later, and credits a day more: each bound is taken at both ends of its date.
        for day in (said.when.first, said.when.last):
            least, most, by = _credited(spells, said, day, (rules, country))
            unruled = unruled or by is None
            used |= by or set()
            ends.append((_less(said.term.after(day), most), _less(said.term.after(day), least)))
    first, last = min(end[0] for end in ends), max(end[1] for end in ends)
    first, last, changes = _changed(lines, verdict, (first, last), before)
    if last >= FOREVER:
        return None
    because = tuple(sorted({*(line.number for line, _ in verdict), *changes}))
    verified = not unruled and all(one.verified for one in used)
    return DueOut(first, max(first, last), because, tuple(sorted(one.key for one in used)), verified)


def _last_verdict(lines: Sequence[Line], before: date) -> list[tuple[Line, Sentenced]]:
    """All that speakers say of the last sentence: those dated to the same days as the last one."""
    told = [
        (line, line.claim)
        for line in lines
        if isinstance(line.claim, Sentenced) and line.claim.term and not line.claim.absent
    ]
    told = [(line, said) for line, said in told if said.when.first <= before]
    if not told:
        return []
    newest = max(told, key=lambda one: (one[1].when.first, -(one[1].when.last - one[1].when.first).days))[1].when
    return [
        (line, said)
        for line, said in told
        if said.when.first <= newest.last + _ONE_VERDICT and newest.first <= said.when.last + _ONE_VERDICT
    ]


def _credited(
    spells: Sequence[Spell], said: Sentenced, day: date, law: tuple[Sequence[Credit], str]
) -> tuple[int, int, set[Credit] | None]:
    """Days of the term that waiting for a verdict on that day counts, at least and at most; None: by no known rule."""
    rules, country = law
    least = most = 0.0
    used: set[Credit] = set()
    unruled = False
    for status, low, high in _waited(spells, day):
        fitting = [rule for rule in rules if rule.status is status and rule.may_hold(country, said.penalty, said.when)]
        used.update(fitting)
        unruled = unruled or not fitting
        # Without a rule anything from nothing to a day for a day may count.
        least += low * min((rule.least for rule in fitting), default=0.0)
        most += high * max((rule.most for rule in fitting), default=1.0)
    # Nobody waits for no time at all: where no custody before the verdict is known, how much counts isn't either.
    return floor(least), ceil(most), None if unruled or (not most and not used) else used


def _waited(spells: Sequence[Spell], verdict: date) -> list[tuple[Status, int, int]]:
    """Days in custody of each sort before the verdict, without a time at liberty between: certain and possible."""
    waited: list[tuple[Status, int, int]] = []
    for spell in sorted(spells, key=lambda one: one.first, reverse=True):
        days = (min(spell.end, verdict) - spell.first).days
        if days <= 0:
            continue
        if not _CONFINED.intersection(spell.may_be):
            break
        waited += [
            (status, days if spell.may_be == (status,) else 0, days) for status in _CUSTODY if status in spell.may_be
        ]
    return waited


def _changed(
    lines: Sequence[Line], verdict: list[tuple[Line, Sentenced]], ends: tuple[date, date], before: date
) -> tuple[date, date, set[int]]:
    """A term added goes behind the end; a term cut or replaced takes the place of the one before, as far as is said."""
    (first, last), numbers = ends, set[int]()
    since = min(said.when.first for _, said in verdict)
    longest = max((said.term for _, said in verdict if said.term), key=_days)
    told = [(line, line.claim) for line in lines if isinstance(line.claim, SentenceChanged)]
    seen: set[tuple[Change, str, str]] = set()
    for line, said in sorted(told, key=lambda one: (one[1].when.first, one[0].number)):
        if not since <= said.when.first <= before or said.change is Change.UPHELD:
            continue
        numbers.add(line.number)
        key = (said.change, str(said.when), str(said.term))
        if key in seen:
            continue
        seen.add(key)
        if said.change is Change.ADDED:
            last = said.term.after(last) if said.term else FOREVER
            first = said.term.after(first) if said.term else first
        elif said.change is Change.REDUCED and said.term:
            # The end moves by as much as the term does, whatever was credited.
            moved = timedelta(days=_days(longest) - _days(said.term))
            first = max(first - moved, date.min + moved)
        elif said.change in (Change.REDUCED, Change.REPLACED):
            first = min(first, said.when.first)
    return first, last, numbers


def _days(term: Term) -> int:
    return round(term.years * 365.25 + term.months * 30.44) + term.days


def _less(day: date, days: int) -> date:
    return day if day >= FOREVER else day - timedelta(days=days)
