"""A promise and what it hangs on, as answers: amounts with unit, speaker and time, voices, grades, checks, disputes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from habeas.domain.claims import CommitmentMade, ConditionSet, Disputed, Fulfilled, Verified
from habeas.domain.fulfilment import Ledgers, Progress, met
from habeas.domain.lines import Line
from habeas.domain.promises import Agreement, Commitment, assessments, ends, told, verifications
from habeas.domain.relief import lag
from habeas.domain.verdicts import Verdict
from habeas.register.answers import SourceShown
from habeas.register.answers_agreements import (
    Amount,
    AssessmentShown,
    CheckShown,
    CommitmentShown,
    ConditionShown,
    DisputeShown,
    DueShown,
    EndShown,
    VoiceShown,
)
from habeas.register.sentences import when

PEOPLE = "people"


@dataclass(frozen=True)
class Shelf:
    """What every part of one agreement's answer is taken from; `quotes` if printed words may be told."""

    agreement: Agreement
    at: Ledgers
    sources: Mapping[str, SourceShown]
    quotes: bool

    def line(self, number: int) -> Line:
        return next(line for line in self.agreement.lines if line.number == number)

    def speaker(self, number: int) -> str:
        evidence = self.line(number).evidence
        return evidence.speaker if evidence else ""

    def source(self, number: int) -> SourceShown | None:
        evidence = self.line(number).evidence
        return self.sources.get(evidence.source) if evidence else None

    @property
    def since(self) -> str:
        return when(self.agreement.reports[0][1].when)


def commitment_shown(progress: Progress, shelf: Shelf) -> CommitmentShown:
    one = shelf.agreement.commitment(progress.key)
    assert one is not None, "what was judged was promised"
    first = one.made[0][1]
    relief = progress.relief
    return CommitmentShown(
        key=one.key,
        title=first.title or one.key,
        obligor=first.obligor,
        beneficiary=first.beneficiary,
        owed=first.owed,
        amounts=tuple(_promised(number, made, shelf) for number, made in one.made if _counts(made)),
        upon=next((made.upon for _, made in one.made if made.upon), ""),
        due=next((when(made.due) for _, made in one.made if made.due), ""),
        due_days=_due_days(one, shelf),
        printed=_printed(one, shelf),
        done=progress.done,
        voices=tuple(VoiceShown(voice.who, voice.verdict) for voice in progress.voices),
        overdue=progress.overdue,
        freed=_freed(progress, shelf),
        people=progress.freed.people if progress.freed else (),
        step=relief.step if relief else None,
        reversed=relief.reversed if relief else None,
        lag=lag(one, shelf.at.instruments) if relief else None,
        assessments=tuple(
            _grade(number, grade, shelf) for number, grade in assessments(one.lines, one.key, shelf.at.day)
        ),
        checks=tuple(_check(number, check, shelf) for number, check in verifications(one.lines, one.key, shelf.at.day)),
        disputes=tuple(
            _dispute(number, dispute, shelf)
            for number, dispute in told(one.lines, Disputed)
            if dispute.when.first <= shelf.at.day
        ),
        batches=one.batches,
        instruments=one.instruments,
        because=one.because,
    )


def conditions_shown(shelf: Shelf) -> tuple[ConditionShown, ...]:
    return tuple(_condition(key, found, shelf) for key, found in shelf.agreement.conditions.items())


def ends_shown(shelf: Shelf) -> tuple[EndShown, ...]:
    return tuple(
        EndShown(end.commitment, end.trigger, end.notice, end.wind_down, end.discretionary, end.known, number)
        for one in shelf.agreement.commitments
        for number, end in ends(one.lines, one.key)
    )


def _due_days(one: Commitment, shelf: Shelf) -> tuple[DueShown, ...]:
    """In the order in which they were told; none is taken to have replaced another, since nobody said so."""
    found: dict[str, list[int]] = {}
    for number, made in one.made:
        if made.due:
            found.setdefault(when(made.due), []).append(number)
    return tuple(
        DueShown(day, tuple(dict.fromkeys(filter(None, map(shelf.speaker, numbers)))), tuple(numbers))
        for day, numbers in found.items()
    )


def _counts(made: CommitmentMade) -> bool:
    return any(number is not None for number in (made.number, made.floor, made.ceiling))


def _promised(number: int, made: CommitmentMade, shelf: Shelf) -> Amount:
    exact = made.number is not None
    low, high = (made.number, made.number) if exact else (made.floor, made.ceiling)
    return Amount(low, high, made.unit, shelf.speaker(number), shelf.since, (number,))


def _freed(progress: Progress, shelf: Shelf) -> Amount | None:
    found = progress.freed
    if found is None:
        return None
    return Amount(found.low, found.high, PEOPLE, "", shelf.at.day.isoformat(), found.because)


def _grade(number: int, grade: Fulfilled, shelf: Shelf) -> AssessmentShown:
    return AssessmentShown(
        grade.assessor,
        grade.level,
        grade.on_time,
        grade.matches_text,
        grade.standard,
        grade.gist,
        when(grade.when),
        number,
        shelf.source(number),
    )


def _check(number: int, check: Verified, shelf: Shelf) -> CheckShown:
    day = when(check.when)
    amount = None
    if check.number is not None:
        amount = Amount(check.number, check.number, check.unit, check.verifier, day, (number,))
    return CheckShown(check.verifier, check.means, amount, day, number, shelf.source(number))


def _dispute(number: int, dispute: Disputed, shelf: Shelf) -> DisputeShown:
    return DisputeShown(
        dispute.disputer, dispute.what, str(dispute.of), when(dispute.when), number, shelf.source(number)
    )


def _condition(key: str, found: tuple[tuple[int, ConditionSet], ...], shelf: Shelf) -> ConditionShown:
    number, one = found[0]
    verdict: Verdict = met(key, shelf.agreement, shelf.at)
    amount = None
    if one.number is not None:
        amount = Amount(one.number, one.number, one.unit, shelf.speaker(number), shelf.since, (number,))
    return ConditionShown(
        key=key,
        commitment=one.commitment,
        order=one.order,
        text=one.event.rstrip(".") or when(one.by),
        on=_title(one.on, shelf),
        batch=one.batch,
        amount=amount,
        discretionary=one.discretionary,
        known=one.known,
        met=verdict,
        because=tuple(number for number, _ in found),
    )


def _title(key: str, shelf: Shelf) -> str:
    promise = shelf.agreement.commitment(key)
    return (promise.made[0][1].title or key) if promise else key


def _printed(one: Commitment, shelf: Shelf) -> tuple[str, ...]:
    if not shelf.quotes:
        return ()
    evidence = [shelf.line(number).evidence for number, _ in one.made]
    return tuple(dict.fromkeys(each.printed for each in evidence if each and each.printed))
