"""Legal acts of sanctions, folded from what is said of them: whether one stands on a day, and when that is unknown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from habeas.domain.agreement_words import Ground, Verb
from habeas.domain.claims import (
    Claim,
    DebtRestricted,
    Delisted,
    Expired,
    InstrumentNamed,
    Licensed,
    Listed,
    Revoked,
    Suspended,
    Waived,
    WoundDown,
)
from habeas.domain.dates import PartialDate
from habeas.domain.lines import Line
from habeas.domain.verdicts import NO, UNKNOWN, YES, Verdict, agreed, every, opposite, reached, some
from habeas.domain.words import Answer

VERBS: Mapping[type[Claim], Verb] = {
    Listed: Verb.LISTED,
    DebtRestricted: Verb.DEBT_RESTRICTED,
    WoundDown: Verb.WIND_DOWN,
    Licensed: Verb.LICENSED,
    Suspended: Verb.SUSPENDED,
    Waived: Verb.WAIVED,
    Delisted: Verb.DELISTED,
}
RELIEF = frozenset({Verb.WIND_DOWN, Verb.LICENSED, Verb.SUSPENDED, Verb.WAIVED, Verb.DELISTED})
"""What eases something. An announcement is none of them."""

_LASTS = frozenset({Verb.LISTED, Verb.DEBT_RESTRICTED, Verb.DELISTED})
"""What goes on until somebody undoes it, without anybody saying so."""


@dataclass(frozen=True, slots=True)
class Act:
    """One telling of what an instrument does."""

    line: int
    verb: Verb
    sanctioner: str
    when: PartialDate
    targets: tuple[str, ...]
    until: PartialDate | None = None
    open_ended: Answer = UNKNOWN
    stays_listed: Answer = UNKNOWN


@dataclass(frozen=True, slots=True)
class End:
    """A telling that an instrument ended: revoked, run out, or taken over by another that says so itself."""

    line: int
    when: PartialDate
    by: str = ""
    renewed: bool = False
    taken_over: bool = False


@dataclass(frozen=True, slots=True)
class Instrument:
    """An instrument by its id; without an act it is known only from what others say of it."""

    id: str
    acts: tuple[Act, ...] = ()
    ends: tuple[End, ...] = ()
    names: tuple[InstrumentNamed, ...] = ()
    because: tuple[int, ...] = ()

    @property
    def verb(self) -> Verb:
        return self.acts[0].verb if self.acts else Verb.UNKNOWN

    @property
    def sanctioner(self) -> str:
        told = [one.sanctioner for one in self.names] + [one.sanctioner for one in self.acts]
        return told[0] if told else ""

    @property
    def title(self) -> str:
        return self.names[0].title if self.names else self.id

    @property
    def targets(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(target for act in self.acts for target in act.targets))

    @property
    def begins(self) -> PartialDate | None:
        """The narrowest date given."""
        return min((act.when for act in self.acts), key=_width, default=None)

    @property
    def until(self) -> PartialDate | None:
        """The last day on which it is told to be good, as most narrowly given."""
        return min((act.until for act in self.acts if act.until), key=_width, default=None)


def instruments_in(lines: Iterable[Line]) -> dict[str, Instrument]:
    """Every instrument that the lines tell of, or that another is told to replace."""
    acts: dict[str, list[Act]] = defaultdict(list)
    ends: dict[str, list[End]] = defaultdict(list)
    names: dict[str, list[InstrumentNamed]] = defaultdict(list)
    because: dict[str, list[int]] = defaultdict(list)
    for line in lines:
        claim = line.claim
        if claim.ABOUT != "instrument":
            continue
        because[line.subject].append(line.number)
        if isinstance(claim, InstrumentNamed):
            names[line.subject].append(claim)
        elif isinstance(claim, (Revoked, Expired)):
            ends[line.subject].append(End(line.number, claim.when, getattr(claim, "replaced_by", "")))
        elif verb := VERBS.get(type(claim)):
            acts[line.subject].append(_act(line, verb))
            _followed(line, ends)
    ids = because.keys() | ends.keys()
    return {
        id: Instrument(id, tuple(acts[id]), tuple(ends[id]), tuple(names[id]), tuple(because[id])) for id in sorted(ids)
    }


def begun(one: Instrument, day: date) -> Verdict:
    if not one.acts:
        return Verdict(UNKNOWN, one.because, Ground.BEGINNING_UNKNOWN)
    return agreed(reached(act.when, day, (act.line,), Ground.IN_FORCE) for act in one.acts)


def ended(one: Instrument, day: date) -> Verdict:
    """Whether it was over on that day: the day of a revocation is over, the last day that it is good for is not."""
    told = [reached(end.when, day, (end.line,), Ground.ENDED) for end in one.ends]
    return some([*told, _run_out(one, day)])


def stands(one: Instrument, day: date) -> Verdict:
    """Begun and not ended. What began on a day that we don't know may stand until it is known to have ended."""
    over = ended(one, day)
    if over.answer is YES:
        return Verdict(NO, over.because, Ground.ENDED)
    start = begun(one, day)
    if start.answer is NO:
        return Verdict(NO, start.because, Ground.NOT_BEGUN)
    return every([start, opposite(over)], Ground.IN_FORCE)


def _run_out(one: Instrument, day: date) -> Verdict:
    limits = [_past(act.until, day, act.line) for act in one.acts if act.until]
    if limits:
        return agreed(limits)
    lines = tuple(act.line for act in one.acts)
    lasting = any(act.verb in _LASTS or act.open_ended is YES for act in one.acts)
    fresh = any(day == act.when.last for act in one.acts)
    if lasting or fresh:
        return Verdict(NO, lines, Ground.IN_FORCE)
    # Nothing is said of its end. One of which only the end is told doesn't run out besides.
    return Verdict(UNKNOWN if one.acts or not one.ends else NO, lines or one.because, Ground.END_UNKNOWN)


def _past(until: PartialDate, day: date, line: int) -> Verdict:
    if day > until.last:
        return Verdict(YES, (line,), Ground.ENDED)
    if day <= until.first:
        return Verdict(NO, (line,), Ground.IN_FORCE)
    return Verdict(UNKNOWN, (line,), Ground.DATES_IMPRECISE)


def _act(line: Line, verb: Verb) -> Act:
    claim = line.claim
    assert isinstance(claim, tuple(VERBS)), "only claims that do something are acts"
    return Act(
        line.number,
        verb,
        str(getattr(claim, "sanctioner", "")),
        getattr(claim, "when"),  # noqa: B009  every act has one, which the tuple of types can't tell
        getattr(claim, "targets", ()),
        getattr(claim, "until", None),
        getattr(claim, "open_ended", UNKNOWN),
        getattr(claim, "stays_listed", UNKNOWN),
    )


def _followed(line: Line, ends: dict[str, list[End]]) -> None:
    """Whatever takes the place of an instrument ends it on the day on which it begins itself."""
    for field in ("replaces", "renews"):
        before = getattr(line.claim, field, "")
        if before:
            when: PartialDate = getattr(line.claim, "when")  # noqa: B009
            ends[before].append(End(line.number, when, line.subject, field == "renews", True))


def _width(when: PartialDate) -> tuple[int, date]:
    return (when.last - when.first).days, when.first
