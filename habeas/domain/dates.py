"""Dates as the world gives them: a day, a month, a year or a range, and never a day that nobody said."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from habeas.problems import BadInput

FOREVER = date(9999, 12, 31)
"""The open end of a range of days."""

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z", re.ASCII)
_CLOCK = re.compile(
    r"T(?:(?:[01]\d|2[0-3]):[0-5]\d|night|morning|afternoon|evening)(?:Z|[+-][01]\d:[0-5]\d)?\Z", re.ASCII
)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """An interval of days that a source named with one expression; `first` and `last` both belong to it.

    Written as YYYY, YYYY-MM, YYYY-MM-DD, or two of these with a slash between; a single day may carry a time or a
    part of the day and a zone (2025-12-13T04:00+03:00, 2025-12-13Tmorning). The day is the one in the place told of.
    """

    text: str
    first: date
    last: date

    @staticmethod
    def parse(text: str) -> PartialDate:
        """Read the written form; BadInput says which expression is no date and what would be one."""
        return _parse(text.strip())

    @property
    def is_day(self) -> bool:
        return self.first == self.last

    def overlaps(self, other: PartialDate) -> bool:
        return self.first <= other.last and other.first <= self.last

    def within(self, other: PartialDate) -> bool:
        return other.first <= self.first and self.last <= other.last

    def __str__(self) -> str:
        return self.text


def day_of(day: date) -> PartialDate:
    return PartialDate(day.isoformat(), day, day)


def day_before(day: date) -> date:
    return day - timedelta(days=1) if day > date.min else day


def day_after(day: date) -> date:
    return day + timedelta(days=1) if day < FOREVER else day


@dataclass(frozen=True, slots=True)
class Term:
    """A length of punishment as a court states it; calendar years and months are not a number of days."""

    years: int = 0
    months: int = 0
    days: int = 0

    def __post_init__(self) -> None:
        if min(self.years, self.months, self.days) < 0 or not (self.years or self.months or self.days):
            raise BadInput(f"A term of {self.years} years, {self.months} months, {self.days} days is not a length.")

    @staticmethod
    def parse(text: str) -> Term:
        """Read "11y", "2y6m", "15d"."""
        found = re.fullmatch(r"(?:(\d{1,3})y)?(?:(\d{1,4})m)?(?:(\d{1,5})d)?", text.strip(), re.ASCII)
        if not found or not text.strip():
            raise BadInput(f"“{text}” is not a term. Write years, months and days like 11y, 2y6m or 15d.")
        years, months, days = (int(part or 0) for part in found.groups())
        return Term(years, months, days)

    def after(self, start: date) -> date:
        """The day on which a term that began on `start` has been served in full."""
        months = start.month - 1 + self.months
        year, month = start.year + self.years + months // 12, months % 12 + 1
        if year >= FOREVER.year:
            return FOREVER
        return date(year, month, min(start.day, monthrange(year, month)[1])) + timedelta(days=self.days)

    def __str__(self) -> str:
        parts = ((self.years, "y"), (self.months, "m"), (self.days, "d"))
        return "".join(f"{number}{unit}" for number, unit in parts if number)


@lru_cache(maxsize=65536)
def _parse(text: str) -> PartialDate:
    start, slash, end = text.partition("/")
    first, last = _bounds(start, whole=text)
    if slash:
        last = _bounds(end, whole=text)[1]
    if last < first:
        raise BadInput(f"“{text}” ends before it begins. Write the earlier date first.")
    return PartialDate(text, first, last)


def _bounds(text: str, *, whole: str) -> tuple[date, date]:
    day, _, clock = text.partition("T")
    found = _DAY.match(day)
    if not found or (clock and not (found[3] and _CLOCK.match("T" + clock))):
        raise BadInput(f"“{whole[:80]}” is not a date. Write 2025, 2025-12, 2025-12-13 or 2025-12-10/2025-12-13.")
    year, month, number = int(found[1]), found[2], found[3]
    try:
        if number:
            only = date(year, int(month), int(number))
            return only, only
        if month:
            return date(year, int(month), 1), date(year, int(month), monthrange(year, int(month))[1])
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError:
        raise BadInput(
            f"“{whole[:80]}” names a day that is not in the calendar. Check it against the source."
        ) from None
