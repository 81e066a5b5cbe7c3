"""Days ahead: what can be said of a day that hasn't come, and what can't, since nobody can have seen it. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import get_args, get_type_hints

from habeas.domain.claims import (
    KINDS,
    Claim,
    CommitmentMade,
    ConditionSet,
    DebtRestricted,
    Delisted,
    Expired,
    Licensed,
    Listed,
    Revoked,
    Suspended,
    Tried,
    Waived,
    Wish,
    WoundDown,
)
from habeas.domain.dates import PartialDate, day_after
from habeas.domain.judgements import Withheld
from habeas.problems import BadInput

MAY_LIE_AHEAD: frozenset[tuple[type[Claim], str]] = frozenset(
    (
        (Tried, "when"),  # a day in court is set before it comes
        (CommitmentMade, "due"),
        (ConditionSet, "by"),
        (Wish, "review"),
        (Withheld, "review"),
        # A legal act is published before it enters into force, and says itself until when it stands.
        *((act, "when") for act in (Listed, Delisted, Licensed, Waived, Suspended, DebtRestricted, Revoked, WoundDown)),
        *((act, "until") for act in (Licensed, Waived, Suspended, WoundDown)),
        (Expired, "when"),
    )
)
"""Kind and field. Every other day is one on which something was seen, said or published: it has come, or is a slip."""


def check_not_ahead(claim: Claim, today: date) -> None:
    """BadInput where the claim tells of a day that can't have come anywhere on earth."""
    for _, day in days_ahead(claim, today):
        if claim.ABOUT == "batch":
            raise BadInput(
                f"{day} hasn't come: today is {today}. A release goes on record when its day has come; what is only"
                " promised is a commitment that is due: habeas agreement take."
            )
        raise BadInput(
            f"{day} hasn't come: today is {today}."
            " Nobody can have seen, said or published what is of that day: mend the date."
        )


def days_ahead(claim: Claim, today: date) -> Iterator[tuple[str, PartialDate]]:
    """The claim's days that may not lie ahead and do, by field.

    A month or a year has come with its first day. The next day is let through: it has begun in the east.
    """
    for name in _bound(claim.KIND):
        value = getattr(claim, name)
        if isinstance(value, PartialDate) and value.first > day_after(today):
            yield name, value


def day_fields(kind: type[Claim]) -> tuple[str, ...]:
    """The fields of a kind that hold a day."""
    hints, names = get_type_hints(kind), tuple[str, ...](kind.__slots__)
    return tuple(name for name in names if PartialDate in (hints[name], *get_args(hints[name])))


@cache
def _bound(kind: str) -> tuple[str, ...]:
    return tuple(name for name in day_fields(KINDS[kind]) if (KINDS[kind], name) not in MAY_LIE_AHEAD)
