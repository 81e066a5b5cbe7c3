"""In which language a reader is answered: names of the vocabulary, and days, as that language says them."""

from __future__ import annotations

from datetime import date

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import pgettext_lazy as said

from habeas.domain.dates import PartialDate

# A month within a date and a month by itself are two forms in Slavic languages: 13 снежня, and снежань.
_IN_A_DATE: tuple[Promise, ...] = (
    said("month in a date", "January"),
    said("month in a date", "February"),
    said("month in a date", "March"),
    said("month in a date", "April"),
    said("month in a date", "May"),
    said("month in a date", "June"),
    said("month in a date", "July"),
    said("month in a date", "August"),
    said("month in a date", "September"),
    said("month in a date", "October"),
    said("month in a date", "November"),
    said("month in a date", "December"),
)
_BY_ITSELF: tuple[Promise, ...] = (
    said("month by itself", "January"),
    said("month by itself", "February"),
    said("month by itself", "March"),
    said("month by itself", "April"),
    said("month by itself", "May"),
    said("month by itself", "June"),
    said("month by itself", "July"),
    said("month by itself", "August"),
    said("month by itself", "September"),
    said("month by itself", "October"),
    said("month by itself", "November"),
    said("month by itself", "December"),
)
_SHORT: tuple[Promise, ...] = (
    said("month in a narrow column", "Jan"),
    said("month in a narrow column", "Feb"),
    said("month in a narrow column", "Mar"),
    said("month in a narrow column", "Apr"),
    said("month in a narrow column", "May"),
    said("month in a narrow column", "Jun"),
    said("month in a narrow column", "Jul"),
    said("month in a narrow column", "Aug"),
    said("month in a narrow column", "Sep"),
    said("month in a narrow column", "Oct"),
    said("month in a narrow column", "Nov"),
    said("month in a narrow column", "Dec"),
)


def spoken() -> str:
    """The reader's language as the vocabulary names it: en, be or ru."""
    return (get_language() or "en").split("-")[0]


def day_in_words(day: date) -> str:
    return f"{day.day} {_IN_A_DATE[day.month - 1]} {day.year}"


def short_day_in_words(day: date) -> str:
    """For narrow columns."""
    return f"{day.day} {_SHORT[day.month - 1]} {day.year}"


def in_words(date: PartialDate) -> str:
    """A date as one says it: 13 December 2025, December 2025, or from one to another."""
    return said_range(*(part_in_words(part) for part in date.text.split("/")))


def said_range(first: str, last: str = "") -> str:
    return (
        str(said("from one date to another", "%(first)s to %(last)s")) % {"first": first, "last": last}
        if last
        else first
    )


def part_in_words(text: str) -> str:
    """Only what was said: a year, a month of it, or a day, and the time with it."""
    day, _, clock = text.partition("T")
    year, *rest = day.split("-")
    months = _IN_A_DATE if len(rest) > 1 else _BY_ITSELF
    month = str(months[int(rest[0]) - 1]) if rest else ""
    day_of_month = str(int(rest[1])) if len(rest) > 1 else ""
    written = " ".join(filter(None, (day_of_month, month, year)))
    return f"{written}, {clock}" if clock else written
