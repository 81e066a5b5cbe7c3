"""The fold: from a person's claims to spells of status, each with the lines it rests on.

The claims are read as happenings (an arrest, a release), denials are weighed, and one walk along the days lets every
happening and observation change the status or bear it out. Where an observation shows that something happened which
nobody told of, the days in between are uncertain; they are never filled in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from habeas.domain.claims import (
    Claim,
    Detained,
    Died,
    Incommunicado,
    Recognised,
    RefusedToLeave,
    Released,
    SeenFree,
    SeenHeld,
    SentenceChanged,
    Sentenced,
    Transferred,
)
from habeas.domain.dates import FOREVER
from habeas.domain.denials import weigh_denials
from habeas.domain.happenings import CONFINED, Disagreement, Happening, Kind, Report, happenings, reports
from habeas.domain.lines import Line, Origin
from habeas.domain.spells import Readings, Spell
from habeas.domain.words import Change, Status

ANY_LIBERTY = (
    Status.HELD,
    Status.HOUSE_ARREST,
    Status.OPEN_INSTITUTION,
    Status.HOME_RESTRICTION,
    Status.FREE_IN_COUNTRY,
    Status.FREE_ABROAD,
)
"""What a person may be who was recognised as a prisoner and of whose custody nothing else is said."""


SAY_SO: frozenset[type[Claim]] = frozenset(
    {Detained, Released, Died, Transferred, RefusedToLeave, Incommunicado, SeenHeld, SeenFree}
)
"""Kinds of which every claim says something of custody."""

READ = SAY_SO | {Sentenced, SentenceChanged}
"""All that the fold reads. Recognitions it reads as well where claims say nothing else of custody."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Contiguous spells from the first claim about custody to FOREVER, and what the claims disagree about."""

    spells: tuple[Spell, ...]
    conflicts: tuple[Disagreement, ...]

    def on(self, day: date) -> Spell | None:
        """The spell that covers the day; None where no claim reaches it."""
        return next((spell for spell in self.spells if spell.covers(day)), None)


def fold(lines: Sequence[Line], origins: Mapping[str, Origin], readings: Readings) -> Timeline:
    """The timeline of one person from the live lines of all their mentions; the order of the lines changes nothing."""
    told = reports(lines, readings)
    if not told:
        return Timeline(_only_recognised(lines), ())
    happened, odd = happenings(told, origins)
    standing, seen, denied = weigh_denials(happened, told, origins)
    moves = [report for report in told if report.kind is Kind.MOVE]
    steps = [*(_turn(happening) for happening in standing), *_observed([*seen, *moves], standing)]
    walk = _Walk()
    for step in _in_sequence(_at_once(steps), walk):
        walk.take(step)
    walk.expire(lines)
    return Timeline(walk.spells(), (*odd, *denied, *walk.odd))


@dataclass(frozen=True, slots=True)
class _Step:
    """Anything that bears on the status: what kind, between which days, what it leads to."""

    kind: Kind
    first: date
    last: date
    into: tuple[Status, ...]
    because: tuple[int, ...]
    against: tuple[int, ...] = ()
    denied: bool = False
    vague: bool = False

    @property
    def confines(self) -> bool:
        return any(status in CONFINED for status in self.into)


def _turn(happening: Happening) -> _Step:
    return _Step(
        happening.kind,
        happening.first,
        happening.last,
        happening.into,
        happening.because,
        happening.against,
        happening.denied,
    )


def _observed(told: Iterable[Report], standing: Sequence[Happening]) -> list[_Step]:
    """Moves and observations; one dated to a span is read where it contradicts no arrest and no release, if it can."""
    steps = []
    for report in told:
        first, last = report.first, report.last
        if first != last and report.confines:
            first, last = _within_custody(first, last, standing)
        because = (report.line.number,)
        steps.append(_Step(report.kind, first, last, (report.into,), because, report.against, vague=report.vague))
    return steps


def _within_custody(first: date, last: date, standing: Sequence[Happening]) -> tuple[date, date]:
    for entry in standing:
        if entry.kind is Kind.ENTRY and first <= entry.last and entry.first <= last:
            first = max(first, entry.last)
            break
    ends = [other.first for other in standing if other.kind is Kind.EXIT and first <= other.first <= last]
    return first, max(first, min([last, *ends]))


def _at_once(steps: Iterable[_Step]) -> list[_Step]:
    """Steps by date; those that say the same of the same days are one, so that no line goes before its equal."""
    told = list(steps)
    if len(told) < 2:
        return told
    same: dict[tuple[object, ...], _Step] = {}
    for step in told:
        says = (step.first, step.last, step.kind.value, tuple(map(str, step.into)), step.denied, step.vague)
        other = same.get(says)
        if other:
            because, against = (*other.because, *step.because), (*other.against, *step.against)
            step = replace(other, because=because, against=against)
        same[says] = step
    return [same[says] for says in sorted(same)]


def _in_sequence(steps: list[_Step], walk: _Walk) -> Iterable[_Step]:
    """Steps by date; among those of one span first the ones that bear the status out, then those that turn it."""
    start = 0
    while start < len(steps):
        end = start + 1
        while end < len(steps) and (steps[end].first, steps[end].last) == (steps[start].first, steps[start].last):
            end += 1
        same = steps[start:end]
        while len(same) > 1:
            step = min(same, key=lambda one: _fit(one, walk))
            same.remove(step)
            yield step
        yield same[0]
        start = end


def _fit(step: _Step, walk: _Walk) -> tuple[int, str, str]:
    """How well a step goes on from the status reached: less is better."""
    confined = bool(walk.now) and any(status in CONFINED for status in walk.now)
    turning = step.kind in (Kind.ENTRY, Kind.EXIT)
    if step.kind is Kind.DEATH:
        fit = 4
    elif not walk.now:
        fit = 0 if step.kind is Kind.ENTRY else 1
    elif step.confines is confined:
        fit = 0 if not turning else 3
    else:
        fit = 1 if turning else 2
    return fit, step.kind.value, step.into[0].value


@dataclass(slots=True)
class _Stretch:
    first: date
    now: tuple[Status, ...]
    because: set[int]
    against: set[int]
    gap: bool = False


@dataclass(slots=True)
class _Walk:
    """The status as it goes along the days. `evidence` is the last day that bears out the status reached."""

    stretches: list[_Stretch] = field(default_factory=list)
    evidence: date = date.min
    odd: list[Disagreement] = field(default_factory=list)

    @property
    def now(self) -> tuple[Status, ...]:
        return self.stretches[-1].now if self.stretches else ()

    def take(self, step: _Step) -> None:
        if self.now == (Status.DEAD,):
            return
        if self.stretches and step.last < self.stretches[-1].first:
            return self._bear_out(step)
        if not self.stretches:
            self._begin(step)
        elif step.denied:
            self._turn(step, (*self.now, *step.into), first=step.first, last=step.first)
        elif self._bears_out(step):
            self._bear_out(step)
        elif self._untold(step):
            self._gap(step)
        else:
            self._turn(step, step.into, first=step.first, last=step.last)

    def _begin(self, step: _Step) -> None:
        if step.first < step.last:
            other = Status.FREE_IN_COUNTRY if step.confines else Status.HELD
            self._stretch(step.first, (other, *step.into), step)
        self._stretch(step.last, step.into, step)
        self.evidence = step.last

    def _bears_out(self, step: _Step) -> bool:
        """Whether the step says what is shown already, and no event that must have begun otherwise."""
        if step.kind in (Kind.ENTRY, Kind.EXIT, Kind.DEATH):
            return False
        if step.vague and len(self.now) == 1:
            return step.confines is (self.now[0] in CONFINED)
        return step.into == self.now

    def _bear_out(self, step: _Step) -> None:
        self.stretches[-1].because.update(step.because)
        self.stretches[-1].against.update(step.against)
        self.evidence = max(self.evidence, step.first)

    def _untold(self, step: _Step) -> bool:
        """Whether something must have happened before the step of which no claim tells."""
        if len(self.now) > 1 or step.kind is Kind.DEATH:
            return False
        confined = self.now[0] in CONFINED
        if step.kind in (Kind.ENTRY, Kind.EXIT):
            return step.into == self.now
        return step.confines is not confined and step.kind is not Kind.MOVE

    def _gap(self, step: _Step) -> None:
        start = self.evidence + timedelta(days=1)
        between = step.into if step.into != self.now else _OPPOSITE[step.confines]
        last = step.last if step.kind in (Kind.SEEN, Kind.STILL) else step.first
        if start < last:
            before = self.stretches[-1]
            self._stretch(max(start, before.first), (*self.now, *between), step, gap=True)
            self.stretches[-1].because.update(before.because)
            shown = tuple(sorted({*before.because, *step.because}))
            self.odd.append(Disagreement("what happened in between", shown, (), "No claim tells of the change."))
        self._turn(step, step.into, first=last, last=step.last)

    def _turn(self, step: _Step, into: tuple[Status, ...], *, first: date, last: date) -> None:
        before = self.stretches[-1]
        first = max(first, before.first)
        if first < last:
            self._stretch(first, (*before.now, *into), step)
            self.stretches[-1].because.update(before.because)
        self._stretch(max(last, first), into, step)
        self.evidence = max(last, first)

    def _stretch(self, first: date, now: Iterable[Status], step: _Step, *, gap: bool = False) -> None:
        possible = tuple(sorted(set(now), key=lambda status: status.value))
        self.stretches.append(_Stretch(first, possible, set(step.because), set(step.against), gap))

    def expire(self, lines: Sequence[Line]) -> None:
        """Past the latest possible end of the term, with nothing heard since, custody is no longer certain."""
        if len(self.now) != 1 or self.now[0] not in CONFINED:
            return
        end, because = latest_end(lines, start=self.stretches[-1].first)
        if end is not None and end > self.evidence:
            now = tuple(sorted((*self.now, Status.FREE_IN_COUNTRY), key=lambda status: status.value))
            self.stretches.append(_Stretch(end, now, self.stretches[-1].because | because, set()))

    def spells(self) -> tuple[Spell, ...]:
        """The stretches that have days, neighbours of one status put together."""
        ends = [*(stretch.first for stretch in self.stretches[1:]), FOREVER]
        spells: list[Spell] = []
        for stretch, end in zip(self.stretches, ends, strict=True):
            if stretch.first >= end:
                continue
            if spells and spells[-1].may_be == stretch.now:
                spells[-1] = _merged(spells[-1], stretch, end)
            else:
                spells.append(_spell(stretch, end))
        return tuple(spells)


_OPPOSITE = {True: (Status.FREE_IN_COUNTRY,), False: (Status.HELD,)}


def _spell(stretch: _Stretch, end: date) -> Spell:
    status = stretch.now[0] if len(stretch.now) == 1 else Status.UNCERTAIN
    because = tuple(sorted(stretch.because))
    return Spell(stretch.first, end, status, stretch.now, because, tuple(sorted(stretch.against - stretch.because)))


def _merged(spell: Spell, stretch: _Stretch, end: date) -> Spell:
    because = stretch.because.union(spell.because)
    against = stretch.against.union(spell.against) - because
    return Spell(spell.first, end, spell.status, spell.may_be, tuple(sorted(because)), tuple(sorted(against)))


def latest_end(lines: Sequence[Line], *, start: date) -> tuple[date | None, set[int]]:
    """The last day on which the sentences can end, counted from the later of sentence and custody, without credit."""
    ends: list[date] = []
    because: set[int] = set()
    for line in lines:
        claim = line.claim
        if isinstance(claim, Sentenced) and claim.term and not claim.absent and claim.when.last >= start:
            ends.append(claim.term.after(claim.when.last))
            because.add(line.number)
    if not ends:
        return None, set()
    end = max(ends)
    for line in lines:
        claim = line.claim
        if isinstance(claim, SentenceChanged) and claim.change is Change.ADDED and claim.when.last >= start:
            end = max(end, claim.term.after(end)) if claim.term else FOREVER
            because.add(line.number)
    return end, because


def _only_recognised(lines: Sequence[Line]) -> tuple[Spell, ...]:
    """A person of whom only a recognition is known: perhaps held since, and nothing says so."""
    told = [line for line in lines if isinstance(line.claim, Recognised) and not line.claim.former]
    if not told:
        return ()
    first = min(line.claim.when.first for line in told if isinstance(line.claim, Recognised))
    because = tuple(sorted(line.number for line in told))
    return (Spell(first, FOREVER, Status.UNKNOWN, ANY_LIBERTY, because),)
