"""How far promised relief has come on a day: announced, in law, off the list, ended; and the days between."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from habeas.domain.agreement_words import Eased, Ground, Step, Verb
from habeas.domain.chains import Chain, chain_of, chain_stands, spans
from habeas.domain.claims import ReliefReported
from habeas.domain.dates import PartialDate
from habeas.domain.instruments import RELIEF, Instrument, begun, stands
from habeas.domain.promises import Commitment
from habeas.domain.verdicts import NO, UNKNOWN, YES, Verdict, some

_STRONGEST = (Verb.DELISTED, Verb.WAIVED, Verb.SUSPENDED, Verb.LICENSED, Verb.WIND_DOWN)
_STEPS = {
    Verb.DELISTED: Step.DELISTED,
    Verb.WAIVED: Step.WAIVED,
    Verb.SUSPENDED: Step.SUSPENDED,
    Verb.LICENSED: Step.LICENSED,
    Verb.WIND_DOWN: Step.WIND_DOWN,
}


@dataclass(frozen=True, slots=True)
class Relief:
    """Where relief stands: the step, whether any is in force, whether it was and is no longer, by which instruments."""

    step: Step
    in_force: Verdict
    reversed: Verdict
    instruments: tuple[str, ...]
    announced: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Lag:
    """From the first announcement to the first instrument and to the list; what never came has no date."""

    announced: PartialDate | None
    in_law: PartialDate | None
    instrument: str
    delisted: PartialDate | None
    days: tuple[int, int] | None
    because: tuple[int, ...]


def relief(promise: Commitment, all: Mapping[str, Instrument], day: date) -> Relief:
    linked = _chains(promise.instruments, all)
    easing = [one for chain in linked for one in chain.members if one.verb in RELIEF or not one.acts]
    told = tuple(number for number, one in promise.told(ReliefReported) if one.when.first <= day)
    force = some([chain_stands(chain, day) for chain in linked], Ground.IN_FORCE) if linked else _unseen()
    standing = [one for one in easing if stands(one, day).answer is YES]
    ids = tuple(one.id for one in (standing or [one for one in easing if stands(one, day).answer is UNKNOWN]))
    return Relief(_step(force, standing, easing, told, day), force, _reversed(force, easing, day), ids, told)


def as_said(promise: Commitment, told: Relief, day: date) -> Verdict:
    """Whether what is in force is what was announced; a licence is not the lifting that an official spoke of."""
    if told.in_force.answer is not YES or told.step in (Step.DELISTED, Step.WAIVED):
        return told.in_force
    reports = promise.told(ReliefReported)
    lifted = tuple(number for number, one in reports if one.eased is Eased.LIFTED and one.when.first <= day)
    if lifted:
        return Verdict(UNKNOWN, tuple(sorted({*lifted, *told.in_force.because})), Ground.LESS_THAN_SAID)
    return told.in_force


def lag(promise: Commitment, all: Mapping[str, Instrument]) -> Lag:
    """Over all of time; the reader's own clocks decide which lines there are."""
    easing = [one for chain in _chains(promise.instruments, all) for one in chain.members if one.begins]
    in_law = _earliest(one for one in easing if one.verb in RELIEF and one.verb is not Verb.WIND_DOWN)
    delisted = _earliest(one for one in easing if one.verb is Verb.DELISTED)
    reports = sorted(promise.told(ReliefReported), key=lambda pair: (pair[1].when.last, pair[0]))
    said = reports[0] if reports else None
    begins = in_law.begins if in_law else None
    days = None
    if said and begins:
        days = (begins.first - said[1].when.last).days, (begins.last - said[1].when.first).days
    numbers = ({said[0]} if said else set()) | ({act.line for act in in_law.acts} if in_law else set())
    return Lag(
        said[1].when if said else None,
        begins,
        in_law.id if in_law else "",
        delisted.begins if delisted else None,
        days,
        tuple(sorted(numbers)),
    )


def _step(
    force: Verdict, standing: list[Instrument], easing: list[Instrument], told: tuple[int, ...], day: date
) -> Step:
    if force.answer is YES and standing:
        verbs = {one.verb for one in standing}
        return _STEPS[next(verb for verb in _STRONGEST if verb in verbs)]
    if force.answer is YES:
        # A renewal goes on over days that the dates alone leave open.
        verbs = {one.verb for one in easing if one.acts}
        return _STEPS[next(verb for verb in reversed(_STRONGEST) if verb in verbs)]
    if force.answer is UNKNOWN and any(stands(one, day).answer is UNKNOWN for one in easing):
        return Step.UNKNOWN
    if any(begun(one, day).answer is YES for one in easing):
        return Step.ENDED if any(_stood(one, day) for one in easing) else Step.TAKEN_BACK
    return Step.ANNOUNCED if told else Step.NONE


def _stood(one: Instrument, day: date) -> bool:
    """Whether there was a day before on which it stood for certain."""
    return any(first <= day and answer is YES for first, _, answer in spans(one, Chain((one,))))


def _reversed(force: Verdict, easing: list[Instrument], day: date) -> Verdict:
    started = some([begun(one, day) for one in easing if one.acts])
    if started.answer is YES and force.answer is NO:
        return Verdict(YES, force.because, Ground.ENDED)
    if force.answer is UNKNOWN and started.answer is YES:
        return Verdict(UNKNOWN, force.because, force.ground)
    return Verdict(NO, force.because, force.ground)


def _unseen() -> Verdict:
    """No instrument that we hold is no proof that there is none."""
    return Verdict(UNKNOWN, (), Ground.NO_INSTRUMENT)


def _chains(ids: Iterable[str], all: Mapping[str, Instrument]) -> tuple[Chain, ...]:
    found = {chain.ids: chain for chain in (chain_of(id, all) for id in ids if id in all)}
    return tuple(found.values())


def _earliest(found: Iterable[Instrument]) -> Instrument | None:
    return min(found, key=lambda one: (one.begins.first if one.begins else date.max, one.id), default=None)
