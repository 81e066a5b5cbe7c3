"""The parts of an agreement as gathered from its lines: what was promised, on what it hangs, who assessed it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from habeas.domain.agreement_words import About, Disclosure, Owed
from habeas.domain.claims import (
    AgreementReported,
    Claim,
    CommitmentLinked,
    CommitmentMade,
    ConditionSet,
    Disputed,
    EndForeseen,
    Fulfilled,
    ReliefReported,
    Verified,
)
from habeas.domain.lines import Line

C = TypeVar("C", bound=Claim)


@dataclass(frozen=True, slots=True)
class Commitment:
    """One promise by its key, with every line that tells of it; the first telling is shown, all are kept."""

    key: str
    lines: tuple[Line, ...]

    def told(self, kind: type[C]) -> tuple[tuple[int, C], ...]:
        return told(self.lines, kind)

    @property
    def made(self) -> tuple[tuple[int, CommitmentMade], ...]:
        return self.told(CommitmentMade)

    @property
    def owed(self) -> Owed:
        return self.made[0][1].owed

    @property
    def batches(self) -> tuple[str, ...]:
        made = [one.batch for _, one in self.made]
        return _each([*made, *(one.batch for _, one in self.told(CommitmentLinked))])

    @property
    def instruments(self) -> tuple[str, ...]:
        made = [one.instrument for _, one in self.made]
        linked = [one.instrument for _, one in self.told(CommitmentLinked)]
        return _each([*made, *linked, *(one.instrument for _, one in self.told(ReliefReported))])

    @property
    def because(self) -> tuple[int, ...]:
        return tuple(number for number, _ in self.made)


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement as told: its reports, its promises in the order in which they were told, and its conditions."""

    id: str
    lines: tuple[Line, ...]
    commitments: tuple[Commitment, ...]
    conditions: Mapping[str, tuple[tuple[int, ConditionSet], ...]]

    @property
    def reports(self) -> tuple[tuple[int, AgreementReported], ...]:
        return told(self.lines, AgreementReported)

    @property
    def disclosure(self) -> Disclosure:
        """The least that anybody says of how much is known: one who says that terms are kept back knows of some."""
        least = [Disclosure.NONE, Disclosure.PARTIAL, Disclosure.FULL]
        return min((one.disclosure for _, one in self.reports), key=least.index, default=Disclosure.NONE)

    def commitment(self, key: str) -> Commitment | None:
        return next((one for one in self.commitments if one.key == key), None)


def agreement(id: str, lines: Iterable[Line]) -> Agreement:
    """Gather the standing lines about one agreement."""
    all = tuple(line for line in lines if line.subject == id)
    keys = _each(line.claim.commitment for line in all if isinstance(line.claim, CommitmentMade))
    by_key: dict[str, list[Line]] = defaultdict(list)
    conditions: dict[str, list[tuple[int, ConditionSet]]] = defaultdict(list)
    for line in all:
        if isinstance(line.claim, ConditionSet):
            conditions[line.claim.condition].append((line.number, line.claim))
        for key in _spoken_of(line.claim, all):
            by_key[key].append(line)
    commitments = tuple(Commitment(key, tuple(by_key[key])) for key in keys)
    return Agreement(id, all, commitments, {key: tuple(found) for key, found in conditions.items()})


def told(lines: Iterable[Line], kind: type[C]) -> tuple[tuple[int, C], ...]:
    return tuple((line.number, line.claim) for line in lines if isinstance(line.claim, kind))


def assessments(lines: Iterable[Line], key: str, day: date) -> tuple[tuple[int, Fulfilled], ...]:
    """The last grade of each assessor that was given by that day."""
    latest: dict[str, tuple[int, Fulfilled]] = {}
    for number, one in told(lines, Fulfilled):
        if one.commitment == key and one.when.first <= day:
            before = latest.get(one.assessor)
            if before is None or one.when.last >= before[1].when.last:
                latest[one.assessor] = number, one
    return tuple(latest.values())


def denials(lines: Iterable[Line], key: str, day: date) -> tuple[tuple[int, Disputed], ...]:
    """Who disputes that it was done; a dispute about the order or the terms is none of these."""
    return tuple(
        (number, one)
        for number, one in told(lines, Disputed)
        if one.commitment == key and one.of is About.FULFILMENT and one.when.first <= day
    )


def verifications(lines: Iterable[Line], key: str, day: date) -> tuple[tuple[int, Verified], ...]:
    return tuple(
        (number, one) for number, one in told(lines, Verified) if one.commitment == key and one.when.first <= day
    )


def ends(lines: Iterable[Line], key: str) -> tuple[tuple[int, EndForeseen], ...]:
    return tuple((number, one) for number, one in told(lines, EndForeseen) if one.commitment == key)


def _spoken_of(claim: Claim, all: tuple[Line, ...]) -> tuple[str, ...]:
    """The promises that a claim is about; a report of relief that names neither promise nor instrument is of all."""
    if isinstance(claim, ReliefReported):
        made = [line.claim for line in all if isinstance(line.claim, CommitmentMade)]
        if claim.commitment:
            return (claim.commitment,)
        if claim.instrument:
            return _each(one.commitment for one in made if one.instrument == claim.instrument)
        return _each(one.commitment for one in made if one.owed is Owed.RELIEF)
    key = getattr(claim, "commitment", "")
    return (key,) if key else ()


def _each(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
