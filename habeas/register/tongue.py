"""In which language a reader is answered: names of the vocabulary, and days, as that language says them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext, pgettext_lazy

from habeas.domain.dates import PartialDate
from habeas.domain.words import Word
from habeas.problems import BadInput
from habeas.vocabulary.load import load

# A month within a date and a month by itself are two forms in Slavic languages: 13 снежня, and снежань.
_IN_A_DATE: tuple[Promise, ...] = (
    pgettext_lazy("month in a date", "January"),
    pgettext_lazy("month in a date", "February"),
    pgettext_lazy("month in a date", "March"),
    pgettext_lazy("month in a date", "April"),
    pgettext_lazy("month in a date", "May"),
    pgettext_lazy("month in a date", "June"),
    pgettext_lazy("month in a date", "July"),
    pgettext_lazy("month in a date", "August"),
    pgettext_lazy("month in a date", "September"),
    pgettext_lazy("month in a date", "October"),
    pgettext_lazy("month in a date", "November"),
    pgettext_lazy("month in a date", "December"),
)
_BY_ITSELF: tuple[Promise, ...] = (
    pgettext_lazy("month by itself", "January"),
    pgettext_lazy("month by itself", "February"),
    pgettext_lazy("month by itself", "March"),
    pgettext_lazy("month by itself", "April"),
    pgettext_lazy("month by itself", "May"),
    pgettext_lazy("month by itself", "June"),
    pgettext_lazy("month by itself", "July"),
    pgettext_lazy("month by itself", "August"),
    pgettext_lazy("month by itself", "September"),
    pgettext_lazy("month by itself", "October"),
    pgettext_lazy("month by itself", "November"),
    pgettext_lazy("month by itself", "December"),
)
_SHORT: tuple[Promise, ...] = (
    pgettext_lazy("month in a narrow column", "Jan"),
    pgettext_lazy("month in a narrow column", "Feb"),
    pgettext_lazy("month in a narrow column", "Mar"),
    pgettext_lazy("month in a narrow column", "Apr"),
    pgettext_lazy("month in a narrow column", "May"),
    pgettext_lazy("month in a narrow column", "Jun"),
    pgettext_lazy("month in a narrow column", "Jul"),
    pgettext_lazy("month in a narrow column", "Aug"),
    pgettext_lazy("month in a narrow column", "Sep"),
    pgettext_lazy("month in a narrow column", "Oct"),
    pgettext_lazy("month in a narrow column", "Nov"),
    pgettext_lazy("month in a narrow column", "Dec"),
)


_WANTED = {"be": ("be", "ru"), "ru": ("ru", "be")}
"""Readers of Belarusian and Russian read the other's letters. For all others the order of the register stands."""


def spoken() -> str:
    """The reader's language as the vocabulary names it: en, be or ru."""
    return (get_language() or "en").split("-")[0]


def readers_first(names: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Texts in the order of the register but for the reader's own; beside each its languages, parted by spaces."""
    told = list(names)
    if len(told) > 1:
        wanted = _WANTED.get(spoken(), ())
        told.sort(key=lambda one: _rank(one[1].split(), wanted))
    return tuple([text for text, _ in told])


def _rank(languages: Collection[str], wanted: Sequence[str]) -> int:
    return next((rank for rank, one in enumerate(wanted) if one in languages), len(wanted))


def as_said(text: str) -> str:
    """A date as it was said, in words: a month stays a month and a range keeps both ends."""
    try:
        return in_words(PartialDate.parse(text)) if text else ""
    except BadInput:
        return text


def code_cited(key: str) -> str:
    """A code of law: in English as lawyers cite it, in other languages by its name."""
    code = load().codes[key]
    return code.cited if spoken() == "en" else str(code.name(spoken()))


def meaning(word: Word) -> str:
    """The explanation of a closed word in the reader's language."""
    return pgettext("a closed word", word.meaning)


def meaning_of(text: str) -> str:
    """The same where the word itself is out of reach; what is no explanation of one stays as it is."""
    return pgettext("a closed word", text) if text else ""


def part(told: str, what: str) -> str:
    """A part of a sentence, or none where there is nothing to tell."""
    return told % {"what": what} if what else ""


def day_in_words(day: date) -> str:
    return f"{day.day} {_IN_A_DATE[day.month - 1]} {day.year}"


def short_day_in_words(day: date) -> str:
    """For narrow columns."""
    return f"{day.day} {_SHORT[day.month - 1]} {day.year}"


def short_month_in_words(day: date) -> str:
    """For an axis. May is never shortened, and by itself it has another form than in a date: 5 мая, and май."""
    months = (*_SHORT[:4], _BY_ITSELF[4], *_SHORT[5:])
    return f"{months[day.month - 1]} {day.year}"


def in_words(date: PartialDate) -> str:
    """A date as one says it: 13 December 2025, December 2025, or from one to another."""
    return said_range(*(part_in_words(part) for part in date.text.split("/")))


def said_range(first: str, last: str = "") -> str:
    return (
        str(pgettext_lazy("from one date to another", "%(first)s to %(last)s")) % {"first": first, "last": last}
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
