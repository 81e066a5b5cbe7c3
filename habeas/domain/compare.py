"""How a new claim stands to one we hold: the same, finer, coarser, in contradiction, or about something else."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from enum import Enum

from habeas.domain.claims import (
    BatchCounted,
    CaseAssessed,
    Charged,
    Claim,
    CommitmentMade,
    Fulfilled,
    HasNationality,
    HealthReported,
    InBatch,
    Named,
    NationalityLost,
    PapersKept,
    PapersLost,
    Recognised,
    RecognitionRefused,
    RecognitionWithdrawn,
    Registered,
    Related,
    RestrictedAfter,
    RowPrinted,
    Said,
    StageMoved,
    WorkedAs,
)
from habeas.domain.dates import PartialDate
from habeas.domain.happenings import SAME_EVENT_DAYS

Alike = Callable[[str, str], float]
"""How alike two names are, from 0 to 1; handed in, since this ring knows no names."""

ALIKE_ENOUGH = 0.5
"""From this likeness on, two spellings may name one person."""


class Relation(Enum):
    """How a new claim stands to a known one."""

    SAME = "same"
    """It says the same."""
    REFINES = "refines"
    """It says the same fact, more precisely in at least one field."""
    SUBSUMED = "subsumed"
    """It says the same fact, less precisely."""
    DIFFERS = "differs"
    """It speaks of the same fact and cannot be true together with the known claim."""
    UNRELATED = "unrelated"
    """It speaks of something else."""


KEYS: dict[type[Claim], tuple[str, ...]] = {
    Named: ("text",),
    HasNationality: ("country",),
    WorkedAs: ("role",),
    Related: ("other", "kin"),
    Charged: (),
    Recognised: ("recogniser",),
    RecognitionRefused: ("recogniser",),
    RecognitionWithdrawn: ("recogniser",),
    CaseAssessed: ("assessor",),
    HealthReported: ("health",),
    PapersKept: ("paper",),
    PapersLost: ("paper",),
    NationalityLost: ("country",),
    RestrictedAfter: ("restriction",),
    InBatch: ("batch",),
    Registered: ("register", "key"),
    RowPrinted: ("listing", "row"),
    BatchCounted: ("counted", "speaker", "note"),
    StageMoved: ("stage",),
    CommitmentMade: ("commitment",),
    Fulfilled: ("commitment", "assessor"),
    Said: ("speaker", "gist"),
}
"""Fields that say which fact a claim is about: where they differ, two claims of the kind are two facts."""


def compare(new: Claim, known: Claim, *, alike: Alike | None = None) -> Relation:
    """How `new` stands to `known`, both said of one subject."""
    if type(new) is not type(known):
        return Relation.UNRELATED
    if isinstance(new, Named) and isinstance(known, Named) and new.text != known.text:
        unlike = alike is not None and new.form is known.form and alike(new.text, known.text) < ALIKE_ENOUGH
        return Relation.DIFFERS if unlike else Relation.UNRELATED
    if any(getattr(new, key) != getattr(known, key) for key in KEYS.get(type(new), ())):
        return Relation.UNRELATED
    if _two_events(new, known):
        return Relation.UNRELATED
    return _of_fields(new, known)


def _two_events(new: Claim, known: Claim) -> bool:
    one, other = getattr(new, "when", None), getattr(known, "when", None)
    if not isinstance(one, PartialDate) or not isinstance(other, PartialDate):
        return False
    apart = max((one.first - other.last).days, (other.first - one.last).days)
    return apart > SAME_EVENT_DAYS and type(new).__name__ not in _ONCE


_ONCE = frozenset({"Born", "Died", "BatchAnnounced", "Captured"})
"""What happens once: dates far apart contradict each other and do not tell of two events."""


def _of_fields(new: Claim, known: Claim) -> Relation:
    found = {
        _of_values(getattr(new, field.name), getattr(known, field.name), empty=field.default)
        for field in dataclasses.fields(new)  # type: ignore[arg-type]
    }
    for relation in (Relation.DIFFERS, Relation.REFINES, Relation.SUBSUMED):
        if relation in found:
            return relation
    return Relation.SAME


def _of_values(new: object, known: object, *, empty: object) -> Relation:
    if new == known:
        return Relation.SAME
    if known == empty:
        return Relation.REFINES
    if new == empty:
        return Relation.SUBSUMED
    if isinstance(new, PartialDate) and isinstance(known, PartialDate):
        return _of_dates(new, known)
    if isinstance(new, tuple) and isinstance(known, tuple):
        if set(new) >= set(known):
            return Relation.REFINES
        return Relation.SUBSUMED if set(new) <= set(known) else Relation.DIFFERS
    return Relation.DIFFERS


def _of_dates(new: PartialDate, known: PartialDate) -> Relation:
    """Spans that only overlap can both be true and together say more than either: that is a refinement."""
    if (new.first, new.last) == (known.first, known.last):
        return Relation.SAME
    if known.within(new):
        return Relation.SUBSUMED
    return Relation.REFINES if new.overlaps(known) else Relation.DIFFERS
