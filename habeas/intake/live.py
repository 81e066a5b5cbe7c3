"""Lines of the ledger that nobody has taken back, and putting lines after them only if nothing came between."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from django.db import transaction

from habeas.domain.claims import Claim
from habeas.domain.lines import Candidate, Line
from habeas.domain.retraction import retracted
from habeas.ledger.append import append
from habeas.ledger.read import judging, last_number, lines
from habeas.ledger.rows import lock

_UNLOCKED = 2


def live(*kinds: type[Claim], subjects: Collection[str] | None = None) -> list[Line]:
    """Lines of these kinds that stand, in the order of their numbers."""
    found = list(lines(kinds=[kind.KIND for kind in kinds], subjects=subjects))
    gone = taken_back([line.number for line in found])
    return [line for line in found if line.number not in gone]


def taken_back(numbers: Collection[int]) -> frozenset[int]:
    """Which of these lines are taken back now."""
    return retracted(judging(numbers)) & frozenset(numbers)


def append_if_still(candidates: Sequence[Candidate], seen: int) -> list[int] | None:
    """Append if `seen` is still the last line; None if another process has written since, and nothing is appended."""
    with transaction.atomic():
        lock()
        return append(candidates) if last_number() == seen else None


def append_made(make: Callable[[], Sequence[Candidate]]) -> list[int]:
    """Append what `make` decides by what stands, made anew as long as others write meanwhile; at last under the lock.

    Deciding under the lock from the start would keep everybody waiting for the reading; never doing so could keep one
    editor from ever being heard while others write.
    """
    for _ in range(_UNLOCKED):
        seen = last_number()
        numbers = append_if_still(make(), seen)
        if numbers is not None:
            return numbers
    with transaction.atomic():
        lock()
        return append(make())
