"""Whether promises are kept: computed where it can be, else by those who assessed them, and never typed in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from habeas.domain.agreement_words import Disclosure, Ground, HowKnown, Level, Order, Owed
from habeas.domain.claims import CommitmentMade, ConditionSet
from habeas.domain.instruments import Instrument
from habeas.domain.promises import Agreement, Commitment, assessments, denials
from habeas.domain.relief import Relief, as_said, relief
from habeas.domain.verdicts import NO, UNKNOWN, YES, Verdict, agreed, every, reached, some
from habeas.domain.words import Answer

RULE = (
    "What can be computed is computed: people freed from the register, relief from the instruments in force. Beside "
    "that stand the grades of those who assessed it and whoever disputes that it was done. Where all who know agree, "
    "that is the answer; where they differ, or nobody knows, the answer is unknown. An agreement is kept when every "
    "part of it is; a part that is not disclosed is neither done nor left undone."
)
REGISTER = ""
"""The speaker of what is computed here."""


@dataclass(frozen=True, slots=True)
class Freed:
    """People of a batch who came free, for certain and at most; `high` is None where nothing limits it."""

    low: int
    high: int | None
    people: tuple[str, ...]
    because: tuple[int, ...]
    begun: Answer = YES


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says whether something was done; nobody, where this register computes it."""

    who: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a promise stands on a day."""

    key: str
    done: Verdict
    voices: tuple[Voice, ...]
    overdue: Verdict
    relief: Relief | None
    freed: Freed | None


@dataclass(frozen=True, slots=True)
class State:
    """Where an agreement stands: kept or not, and the unknowns that decide it, by key; empty for what isn't told."""

    kept: Verdict
    decided_by: tuple[str, ...]
    hidden: Verdict
    progress: tuple[Progress, ...]


@dataclass(frozen=True)
class Ledgers:
    """What a judgement looks up: instruments by id, people freed by batch, and the day that is asked about."""

    instruments: Mapping[str, Instrument]
    freed: Mapping[str, Freed]
    day: date


def state(agreement: Agreement, at: Ledgers) -> State:
    progress = tuple(judge(one, agreement, at) for one in agreement.commitments)
    hidden = _hidden(agreement)
    parts = [one.done for one in progress] + ([hidden] if hidden.answer is UNKNOWN else [])
    if not parts:
        return State(Verdict(UNKNOWN, (), Ground.NOT_ASSESSED), ("",), hidden, ())
    kept = every(parts, Ground.ALL_DONE)
    if kept.answer is NO:
        kept = Verdict(NO, kept.because, Ground.NOT_ALL_DONE)
    deciding = [one.key for one in progress if one.done.answer is kept.answer and kept.answer is not YES]
    return State(
        kept, tuple(deciding + ([""] if kept.answer is UNKNOWN and hidden.answer is UNKNOWN else [])), hidden, progress
    )


def judge(one: Commitment, agreement: Agreement, at: Ledgers) -> Progress:
    told = relief(one, at.instruments, at.day) if one.owed is Owed.RELIEF else None
    voices = _voices(one, agreement, at, told)
    done = agreed([voice.verdict for voice in voices])
    if one.owed is Owed.UNDISCLOSED:
        done = Verdict(UNKNOWN, one.because, Ground.UNDISCLOSED)
    freed = _sum([at.freed[id] for id in one.batches if id in at.freed]) if one.owed is Owed.RELEASE else None
    return Progress(one.key, done, voices, _overdue(one, agreement, at, done), told, freed)


def met(key: str, agreement: Agreement, at: Ledgers, seen: frozenset[str] = frozenset()) -> Verdict:
    """Whether a condition has come about, by all who tell of it; one that hangs on itself is unknown."""
    told = agreement.conditions.get(key, ())
    if key in seen or not told:
        return Verdict(UNKNOWN, tuple(number for number, _ in told), Ground.EVENT_UNKNOWN)
    judged = [_graded(voice) for voice in assessments(agreement.lines, key, at.day)]
    return agreed([*(_met(number, one, agreement, at, seen | {key}) for number, one in told), *judged])


def enough(wanted: CommitmentMade | ConditionSet, freed: Freed, because: tuple[int, ...]) -> Verdict:
    """Whether as many came free as were promised, for certain, certainly not, or within the doubt."""
    lines = tuple(sorted({*because, *freed.because}))
    least = wanted.number if wanted.number is not None else getattr(wanted, "floor", None)
    most = getattr(wanted, "ceiling", None)
    if freed.begun is NO:
        return Verdict(NO, lines, Ground.NOT_BEGUN)
    if least is None and most is None:
        return Verdict(UNKNOWN, lines, Ground.COUNTED)
    if freed.low >= (least if least is not None else most or 0):
        return Verdict(YES, lines, Ground.COUNTED)
    if least is not None and freed.high is not None and freed.high < least:
        return Verdict(NO, lines, Ground.COUNTED)
    return Verdict(UNKNOWN, lines, Ground.COUNTED)


def _voices(one: Commitment, agreement: Agreement, at: Ledgers, told: Relief | None) -> tuple[Voice, ...]:
    found: list[Voice] = []
    if told is not None:
        found.append(Voice(REGISTER, as_said(one, told, at.day)))
    elif one.owed is Owed.RELEASE and one.batches:
        found.append(Voice(REGISTER, _released(one, at)))
    for number, grade in assessments(agreement.lines, one.key, at.day):
        found.append(Voice(grade.assessor, _graded((number, grade))))
    for number, dispute in denials(agreement.lines, one.key, at.day):
        found.append(Voice(dispute.disputer, Verdict(NO, (number,), Ground.DISSENT)))
    return tuple(found)


def _released(one: Commitment, at: Ledgers) -> Verdict:
    """By every telling of how many were promised, over every batch that is tied to it."""
    freed = _sum([at.freed[id] for id in one.batches if id in at.freed])
    if freed is None:
        return Verdict(UNKNOWN, one.because, Ground.NOT_ASSESSED)
    return agreed([enough(made, freed, (number,)) for number, made in one.made])


def _sum(batches: list[Freed]) -> Freed | None:
    if not batches:
        return None
    high = None if any(one.high is None for one in batches) else sum(one.high or 0 for one in batches)
    people = tuple(dict.fromkeys(person for one in batches for person in one.people))
    because = tuple(sorted({number for one in batches for number in one.because}))
    begun = some([Verdict(one.begun) for one in batches]).answer
    return Freed(sum(one.low for one in batches), high, people, because, begun)


def _graded(pair: tuple[int, object]) -> Verdict:
    number, grade = pair
    level = getattr(grade, "level", Level.UNKNOWN)
    answer = {Level.FULL: YES, Level.UNKNOWN: UNKNOWN}.get(level, NO)
    return Verdict(answer, (number,), Ground.ASSESSED)


def _met(number: int, one: ConditionSet, agreement: Agreement, at: Ledgers, seen: frozenset[str]) -> Verdict:
    if one.known is HowKnown.UNDISCLOSED:
        return Verdict(UNKNOWN, (number,), Ground.UNDISCLOSED)
    parts: list[Verdict] = []
    if one.on:
        parts.append(_other(number, one.on, agreement, at, seen))
    if one.batch and one.number is not None:
        freed = at.freed.get(one.batch)
        parts.append(enough(one, freed, (number,)) if freed else Verdict(UNKNOWN, (number,), Ground.NOT_ASSESSED))
    if one.by and not parts and not one.event:
        parts.append(reached(one.by, at.day, (number,), Ground.DAY_PASSED))
    if one.event and not parts:
        parts.append(Verdict(UNKNOWN, (number,), Ground.EVENT_UNKNOWN))
    return every(parts) if parts else Verdict(UNKNOWN, (number,), Ground.EVENT_UNKNOWN)


def _other(number: int, key: str, agreement: Agreement, at: Ledgers, seen: frozenset[str]) -> Verdict:
    """What hangs on another commitment or condition hangs on whether that was done."""
    other = agreement.commitment(key)
    if other is None or key in seen:
        return met(key, agreement, at, seen)
    told = relief(other, at.instruments, at.day) if other.owed is Owed.RELIEF else None
    if other.owed is Owed.UNDISCLOSED:
        return Verdict(UNKNOWN, other.because, Ground.UNDISCLOSED)
    found = agreed([voice.verdict for voice in _voices(other, agreement, at, told)])
    return Verdict(found.answer, tuple(sorted({number, *found.because})), found.ground)


def _overdue(one: Commitment, agreement: Agreement, at: Ledgers, done: Verdict) -> Verdict:
    """Due by a day that has passed, or upon what has come about, and not done."""
    if done.answer is YES:
        return Verdict(NO, done.because, done.ground)
    due = _due(one, agreement, at)
    if due.answer is not YES:
        return due
    return Verdict(YES if done.answer is NO else UNKNOWN, tuple(sorted({*due.because, *done.because})), due.ground)


def _due(one: Commitment, agreement: Agreement, at: Ledgers) -> Verdict:
    days = [(number, made.due) for number, made in one.made if made.due]
    if days:
        passed = [number for number, due in days if at.day > due.last]
        if len(passed) == len(days):
            return Verdict(YES, tuple(passed), Ground.DAY_PASSED)
        answer = UNKNOWN if passed or any(at.day > due.first for _, due in days) else NO
        ground = Ground.TOLD_DIFFERENTLY if passed else Ground.DAY_NOT_PASSED
        return Verdict(answer, tuple(number for number, _ in days), ground)
    keys = [key for key, told in agreement.conditions.items() if any(_first_needed(one, each) for _, each in told)]
    if not keys:
        return Verdict(UNKNOWN, one.because, Ground.NO_DAY_TOLD)
    came = every([met(key, agreement, at) for key in keys])
    ground = {YES: Ground.EVENT_CAME, NO: Ground.EVENT_NOT_COME, UNKNOWN: Ground.EVENT_UNKNOWN}[came.answer]
    return Verdict(came.answer, came.because, ground)


def _first_needed(one: Commitment, condition: ConditionSet) -> bool:
    needed = condition.order in (Order.PRECEDENT, Order.SIMULTANEOUS, Order.UNKNOWN)
    return condition.commitment == one.key and needed


def _hidden(agreement: Agreement) -> Verdict:
    """Whether terms are known to be kept back: then what they are, and whether they were kept, can't be known."""
    if agreement.disclosure is Disclosure.FULL:
        return Verdict(NO, tuple(number for number, _ in agreement.reports), Ground.ALL_DONE)
    told = tuple(number for number, one in agreement.reports if one.disclosure is not Disclosure.FULL)
    return Verdict(UNKNOWN, told, Ground.UNDISCLOSED)
