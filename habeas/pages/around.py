"""From something that happened on a day to what came before and after it, and to why the number changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.urls import reverse

from habeas.domain.dates import PartialDate
from habeas.pages.looking import Looking

_DAYS = 30


@dataclass(frozen=True, slots=True)
class AroundLinks:
    """Windows on both sides of the day, and the balance over both."""

    windows: str
    balance: str


def balances(day: date, length: int, looked: Looking) -> tuple[str, str]:
    """The balance over the window before the day and over the one after it, each of whose terms opens to its people."""
    days = [_moved(day, by) for by in (-length, 0, length)]
    before, after = (looked.link(reverse("balance"), ("from", first), ("to", last)) for first, last in pairwise(days))
    return before, after


def around(when: str, looked: Looking) -> AroundLinks | None:
    """None where no single day is told."""
    day = PartialDate.parse(when) if when else None
    if day is None or not day.is_day:
        return None
    windows = looked.link(reverse("estimates"), ("around", day.first.isoformat()), ("days", str(_DAYS)))
    days = ("from", _moved(day.first, -_DAYS)), ("to", _moved(day.first, _DAYS))
    return AroundLinks(f"{windows}#around", looked.link(reverse("balance"), *days))


def _moved(day: date, by: int) -> str:
    """Within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + by, 1), date.max.toordinal())).isoformat()
