"""Chains of instruments that renew or replace each other: where relief went on, broke off, or can't be told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from habeas.domain.agreement_words import Ground, Verb
from habeas.domain.dates import FOREVER, PartialDate, day_after, day_of
from habeas.domain.instruments import RELIEF, End, Instrument, stands
from habeas.domain.joining import Joins
from habeas.domain.verdicts import NO, UNKNOWN, YES, Verdict, some
from habeas.domain.words import Answer

RULE = (
    "Instruments that renew or replace each other, or are told to be of one series, are a chain. A renewal goes on "
    "from what it renews without a break, wherever the dates given allow that. One of which only the end is told may "
    "have begun at any time after the last one before it of which the beginning is known."
)


@dataclass(frozen=True, slots=True)
class Chain:
    """Instruments in order."""

    members: tuple[Instrument, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(one.id for one in self.members)


@dataclass(frozen=True, slots=True)
class Days:
    """A number of days with its doubt; an open upper end is None."""

    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class Joint:
    """Between two instruments of a chain: days without either, days with both, and whether the one went on."""

    before: str
    after: str
    linked: bool
    continuous: Verdict
    gap: Days
    overlap: Days


@dataclass(frozen=True, slots=True)
class Run:
    """Days with one answer, up to and without `end`; `standing` are the instruments that do or may stand."""

    first: date
    end: date
    verdict: Verdict
    standing: tuple[str, ...]
    verbs: tuple[Verb, ...]


def chains(all: Mapping[str, Instrument]) -> tuple[Chain, ...]:
    joins = Joins(all)
    for one in all.values():
        for end in one.ends:
            if end.by in all:
                joins.join(one.id, end.by)
        for name in one.names:
            if name.series:
                joins.join(one.id, f"series:{name.series}")
    groups = ([all[id] for id in group if id in all] for group in joins.groups())
    return tuple(Chain(tuple(sorted(group, key=_place))) for group in groups if group)


def chain_of(id: str, all: Mapping[str, Instrument]) -> Chain:
    return next(chain for chain in chains(all) if id in chain.ids)


def chain_stands(chain: Chain, day: date, *, verbs: frozenset[Verb] = RELIEF) -> Verdict:
    """Whether any of it that eases something stood on that day."""
    easing = [one for one in chain.members if one.verb in verbs or not one.acts]
    told = some([_stands(one, chain, day) for one in easing], Ground.IN_FORCE)
    if told.answer is YES:
        return told
    return _renewed(chain, day) or told


def joints(chain: Chain) -> tuple[Joint, ...]:
    """Each instrument with what follows it; told links first, then neighbours that nothing links."""
    found: list[Joint] = []
    for place, one in enumerate(chain.members):
        after = [end for end in one.ends if end.by in chain.ids]
        if after:
            found += [_joint(one, _member(chain, by), after) for by in dict.fromkeys(end.by for end in after)]
        elif place + 1 < len(chain.members):
            found.append(_joint(one, chain.members[place + 1], []))
    return tuple(found)


def runs(chain: Chain) -> tuple[Run, ...]:
    """All of time from the chain's first day on, as runs of one answer; none where nothing is dated."""
    days = sorted(_turns(chain))
    found: list[Run] = []
    for first, end in pairwise([*days, FOREVER]):
        run = _run(chain, first, end)
        if found and (found[-1].verdict.answer, found[-1].standing) == (run.verdict.answer, run.standing):
            found[-1] = Run(found[-1].first, end, found[-1].verdict, run.standing, run.verbs)
        else:
            found.append(run)
    return tuple(found)


def spans(one: Instrument, chain: Chain) -> tuple[tuple[date, date, Answer], ...]:
    """The days on which one instrument stood or may have stood, up to and without the second day."""
    alone = Chain((one,))
    days = sorted(_turns(alone) | ({_not_before(one, chain)} - {date.min} if not one.acts else set()))
    found: list[tuple[date, date, Answer]] = []
    for first, end in pairwise([*days, FOREVER]):
        answer = NO if not one.acts and first < _not_before(one, chain) else stands(one, first).answer
        if found and found[-1][2] is answer:
            found[-1] = (found[-1][0], end, answer)
        else:
            found.append((first, end, answer))
    return tuple(span for span in found if span[2] is not NO)


def _run(chain: Chain, first: date, end: date) -> Run:
    verdict = chain_stands(chain, first)
    standing = tuple(one for one in chain.members if _stands(one, chain, first).answer is not NO)
    return Run(first, end, verdict, tuple(one.id for one in standing), tuple({one.verb: None for one in standing}))


def _stands(one: Instrument, chain: Chain, day: date) -> Verdict:
    if not one.acts and day < _not_before(one, chain):
        return Verdict(NO, one.because, Ground.NOT_BEGUN)
    # Until what takes it over has surely begun it is this one that stands, so that a month leaves no hole.
    late = (replace(end, when=day_of(end.when.last)) if end.taken_over else end for end in one.ends)
    return stands(replace(one, ends=tuple(late)), day)


def _not_before(one: Instrument, chain: Chain) -> date:
    """The earliest day on which one without a told beginning can have begun."""
    over, after = min((end.when.last for end in one.ends), default=FOREVER), {end.by for end in one.ends}
    others = [other.begins for other in chain.members if other.begins and other.id not in after]
    starts = [begins.first for begins in others if begins.first < over]
    return max(starts, default=date.min)


def _renewed(chain: Chain, day: date) -> Verdict | None:
    """A day between the earliest end of one and the latest beginning of its renewal belongs to both as told."""
    for one in chain.members:
        for end in one.ends:
            if end.renewed and one.until and _may_touch(one.until, end.when):
                begun_by = one.begins is not None and one.begins.last <= day
                if begun_by and one.until.first < day < end.when.last:
                    return Verdict(YES, tuple(sorted({*_acts(one), end.line})), Ground.RENEWED)
    return None


def _joint(before: Instrument, after: Instrument, ends: Iterable[End]) -> Joint:
    told = tuple(ends)
    because = tuple(sorted({*_acts(before), *_acts(after), *(end.line for end in told)}))
    stop = before.until or min((end.when for end in before.ends if end.by != after.id), default=None, key=_first)
    start = after.begins
    if stop is None or start is None:
        # Open-ended and then replaced goes on; what has no known edge can't be told.
        goes_on = bool(told) and start is not None and bool(before.acts)
        answer, ground = (YES, Ground.IN_FORCE) if goes_on else (UNKNOWN, Ground.BEGINNING_UNKNOWN)
        open_days = Days(0, 0 if goes_on else None)
        return Joint(before.id, after.id, bool(told), Verdict(answer, because, ground), open_days, open_days)
    gap = Days(max(0, _between(stop.last, start.first)), max(0, _between(stop.first, start.last)))
    overlap = Days(max(0, -_between(stop.first, start.last)), max(0, -_between(stop.last, start.first)))
    answer, ground = _goes_on(gap, renewed=any(end.renewed for end in told), touch=_may_touch(stop, start))
    return Joint(before.id, after.id, bool(told), Verdict(answer, because, ground), gap, overlap)


def _goes_on(gap: Days, *, renewed: bool, touch: bool) -> tuple[Answer, Ground]:
    if gap.high == 0:
        return YES, Ground.IN_FORCE
    if gap.low > 0:
        return NO, Ground.ENDED
    return (YES, Ground.RENEWED) if renewed and touch else (UNKNOWN, Ground.DATES_IMPRECISE)


def _between(last: date, first: date) -> int:
    """Whole days after the one and before the other; below nought, days on which both are good."""
    return (first - last).days - 1


def _may_touch(until: PartialDate, begins: PartialDate) -> bool:
    return begins.first <= day_after(until.last)


def _turns(chain: Chain) -> set[date]:
    """Days on which an answer can change."""
    days: set[date] = set()
    for one in chain.members:
        for act in one.acts:
            days |= {act.when.first, act.when.last, day_after(act.when.last)}
            if act.until:
                days |= {day_after(act.until.first), day_after(act.until.last)}
        for end in one.ends:
            days |= {end.when.first, end.when.last}
        if not one.acts:
            days |= {_not_before(one, chain)} - {date.min}
    started = min((one.begins.first for one in chain.members if one.begins), default=min(days, default=date.min))
    return {day for day in days if day >= started}


def _place(one: Instrument) -> tuple[date, int, str]:
    """By the beginning; without one, just before what follows it."""
    if one.begins:
        return one.begins.first, 1, one.id
    over = min((end.when.first for end in one.ends), default=FOREVER)
    return over - timedelta(days=1) if over > date.min else over, 0, one.id


def _member(chain: Chain, id: str) -> Instrument:
    return next(one for one in chain.members if one.id == id)


def _acts(one: Instrument) -> tuple[int, ...]:
    return tuple(act.line for act in one.acts)


def _first(when: PartialDate) -> date:
    return when.first
