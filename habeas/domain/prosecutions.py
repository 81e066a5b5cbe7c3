"""Prosecutions told apart: the cases of one person, by their charges and verdicts, each from the day it began.

Claims name no cases. So a verdict makes one, reports of a verdict on the same days are one, charges before it belong to
it, and charges after the last verdict are one more. Charges without a date belong to the first.
"""

from __future__ import annotations

from collections.abc import Iterable

from habeas.domain.claims import Charged, Sentenced
from habeas.domain.dates import PartialDate
from habeas.domain.lines import Line

Days = tuple[int, int]


def prosecutions(lines: Iterable[Line]) -> tuple[Days, ...]:
    """The first possible and the first certain day of each, in order; day 1 where claims give none."""
    told = [line.claim for line in lines]
    verdicts = _verdicts(_days(claim.when) for claim in told if isinstance(claim, Sentenced))
    charges = sorted(_days(claim.when) for claim in told if isinstance(claim, Charged))
    begun = [min([verdict, *_before(place, verdicts, charges)]) for place, verdict in enumerate(verdicts)]
    later = [charge for charge in charges if not verdicts or charge[0] > verdicts[-1][1]]
    return tuple([*begun, min(later)] if later else begun)


def _verdicts(days: Iterable[Days]) -> list[Days]:
    """Reports of the same days are of one verdict; a date given to a month is of the verdict of that month."""
    found: list[Days] = []
    for first, last in sorted(days):
        if found and first <= found[-1][1]:
            found[-1] = max(found[-1][0], first), min(found[-1][1], last)
        else:
            found.append((first, last))
    return found


def _before(place: int, verdicts: list[Days], charges: Iterable[Days]) -> list[Days]:
    after = verdicts[place - 1][1] if place else 0
    return [charge for charge in charges if after < charge[0] <= verdicts[place][1]]


def _days(when: PartialDate | None) -> Days:
    return (when.first.toordinal(), when.last.toordinal()) if when else (1, 1)
