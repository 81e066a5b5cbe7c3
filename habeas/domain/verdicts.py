"""Yes, no and unknown put together, with the lines an answer rests on and the ground on which it was reached."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from habeas.domain.agreement_words import Ground
from habeas.domain.dates import PartialDate
from habeas.domain.words import Answer

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN


@dataclass(frozen=True, slots=True)
class Verdict:
    """An answer of three, never without its reason."""

    answer: Answer
    because: tuple[int, ...] = ()
    ground: Ground = Ground.NOT_ASSESSED

    @property
    def known(self) -> bool:
        return self.answer is not UNKNOWN


def every(verdicts: Iterable[Verdict], ground: Ground | None = None) -> Verdict:
    """Yes if all are, no if one is not; otherwise unknown, by those that are unknown. `ground` is that of a yes."""
    return _together(tuple(verdicts), deciding=NO, ground=ground)


def some(verdicts: Iterable[Verdict], ground: Ground | None = None) -> Verdict:
    """Yes if one is, no if none is; otherwise unknown, by those that are unknown."""
    return _together(tuple(verdicts), deciding=YES, ground=ground)


def agreed(verdicts: Iterable[Verdict]) -> Verdict:
    """What all that know say; unknown where they differ, and where none knows."""
    told = tuple(verdicts)
    known = [one for one in told if one.known]
    if not known:
        return told[0] if told else Verdict(UNKNOWN)
    if len({one.answer for one in known}) > 1:
        return Verdict(UNKNOWN, lines(known), Ground.DISSENT)
    return Verdict(known[0].answer, lines(known), known[0].ground)


def opposite(verdict: Verdict) -> Verdict:
    flipped = {YES: NO, NO: YES, UNKNOWN: UNKNOWN}[verdict.answer]
    return Verdict(flipped, verdict.because, verdict.ground)


def reached(when: PartialDate, day: date, because: tuple[int, ...], ground: Ground) -> Verdict:
    """Whether what happened at `when` had happened by the end of the day; a month leaves its days open."""
    if day < when.first:
        return Verdict(NO, because, Ground.NOT_BEGUN)
    if day >= when.last:
        return Verdict(YES, because, ground)
    return Verdict(UNKNOWN, because, Ground.DATES_IMPRECISE)


def lines(verdicts: Iterable[Verdict]) -> tuple[int, ...]:
    return tuple(sorted({number for one in verdicts for number in one.because}))


def _together(told: tuple[Verdict, ...], *, deciding: Answer, ground: Ground | None) -> Verdict:
    """The answer that decides by itself, unknown before its opposite."""
    other = NO if deciding is YES else YES
    answer = next((each for each in (deciding, UNKNOWN) if any(one.answer is each for one in told)), other)
    found = [one for one in told if one.answer is answer]
    first = found[0].ground if found else Ground.NOT_ASSESSED
    return Verdict(answer, lines(found), ground if ground and answer is YES else first)
