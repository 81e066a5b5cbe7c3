"""Sets of statuses as sums of bits, so that a database can ask in one word what a person may be."""

from __future__ import annotations

from collections.abc import Iterable

from habeas.domain.words import Status

BITS = {status: 1 << place for place, status in enumerate(Status)}

DIED_HELD = 1 << len(BITS)
"""Dead, and held until then: to definitions that keep those who died in custody it is not the same as dead."""


def mask(statuses: Iterable[Status]) -> int:
    bits = 0
    for status in statuses:
        bits |= BITS[status]
    return bits


def unmask(bits: int) -> tuple[Status, ...]:
    if bits & DIED_HELD:
        bits = bits & ~DIED_HELD | BITS[Status.DEAD]
    return tuple(status for status, bit in BITS.items() if bits & bit)


CONFINED = mask((Status.HELD, Status.HOUSE_ARREST, Status.OPEN_INSTITUTION, Status.HOME_RESTRICTION))
FREE = mask((Status.FREE_IN_COUNTRY, Status.FREE_ABROAD))
GONE = BITS[Status.DEAD] | DIED_HELD
SHORT_OF_FREEDOM = CONFINED | BITS[Status.BAIL]
