"""Expressions of time in running text, each with the days it names as precisely as it names them, and no more so.

Days told relative to the text (“on Friday”, “yesterday”) need its own day; without it only the weekday is known.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from habeas.domain.dates import PartialDate, day_of
from habeas.problems import BadInput
from habeas.reading.when.years_told import year_told
from habeas.reading.words.languages import Language
from habeas.reading.words.text import Text

_ISO = re.compile(r"\b(20\d\d|19\d\d)-(\d\d)-(\d\d)\b")
_DOTTED = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)(?!\d)")
_YEAR = re.compile(r"(?<![\d.,№#-])(?:19[5-9]\d|20[0-4]\d)(?![\d%-]|[.,]\d)")
_DAY = r"(?<![\d.,№])(\d{1,2})(?:-?{day_endings})?(?:\s+{of})?\s+$"
_YEAR_AFTER = r"\.?(?:,?\s+(?:{of}\s+)?((?:19|20)\d\d)(?!\d)(?:\s*{year_words})?)?"
_YEAR_BEFORE = r"(?<!\d)((?:19|20)\d\d)\s+{year_first}\s+$"
_DAY_AFTER = r"\s+(\d{1,2})(?!\d)(?:\s*{day_words})?"
_AMERICAN = r"\.?\s+(\d{1,2}){day_endings}?(?!\d)(?:,?\s+((?:19|20)\d\d)(?!\d))?"
_UNITS = ((r"{days_stem}", 1), (r"{weeks_stem}", 7))


@dataclass(frozen=True, slots=True)
class Dated:
    """An expression and the days it names; `weekday` (0 is Monday) if it names one, `when` if the days can be told."""

    start: int
    end: int
    when: PartialDate | None
    weekday: int | None = None


def find_dates(text: Text, language: Language, published: date | None) -> list[Dated]:
    """Every expression, in order, none within another; “that day” is the last day named before it."""
    found = _without_overlaps([*_absolute(text, language, published), *_relative(text, language, published)])
    told: list[Dated] = []
    for one in found:
        told.append(_anchored(one, told, text, language, published))
    return told


def _without_overlaps(found: Sequence[Dated]) -> list[Dated]:
    kept: list[Dated] = []
    for one in sorted(found, key=lambda each: (each.start, -each.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
        elif one.end - one.start > kept[-1].end - kept[-1].start:
            kept[-1] = one
    return kept


def _absolute(text: Text, language: Language, published: date | None) -> Iterator[Dated]:
    low = text.low
    for found in _ISO.finditer(low):
        yield from _made(found, _day(int(found[1]), int(found[2]), int(found[3])))
    for found in _DOTTED.finditer(low):
        yield from _made(found, _day(int(found[3]), int(found[2]), int(found[1])))
    for pattern, month in language.months:
        for named in pattern.finditer(low):
            yield from _with_month(text, named, month, language, published)
    for found in _YEAR.finditer(low):
        if _is_year(low, found, language):
            yield Dated(found.start(), found.end(), PartialDate.parse(found.group()))


def _with_month(
    text: Text, named: re.Match[str], month: int, language: Language, published: date | None
) -> Iterator[Dated]:
    """A month by its name, with the day before or after it and the year after."""
    low = text.low
    before = language.shape(_DAY).search(low[max(0, named.start() - 14) : named.start()])
    after = language.shape(_YEAR_AFTER).match(low, named.end())
    if before:
        start = named.start() - (min(14, named.start()) - before.start())
        year = int(after[1]) if after and after[1] else None
        end = after.end() if after and after[1] else named.end()
        year = year or year_told(text, start, end, (month, int(before[1])), language, published)
        yield from _placed(start, end, (year, month, int(before[1])), published)
        return
    if year_before := language.shape(_YEAR_BEFORE).search(low, max(0, named.start() - 14), named.start()):
        yield from _year_first(year_before, named, month, text, language)
        return
    american = language.shape(_AMERICAN).match(low, named.end())
    if american and not language.free_order and int(american[1]) <= 31:
        year = int(american[2]) if american[2] else None
        yield from _placed(named.start(), american.end(), (year, month, int(american[1])), published)
    elif after and after[1]:
        yield Dated(named.start(), after.end(), PartialDate.parse(f"{after[1]}-{month:02}"))
    elif text.printed[named.start()].isupper() or language.free_order:
        yield from _bare_month(text, named, month, language, published)


def _year_first(
    year: re.Match[str], named: re.Match[str], month: int, text: Text, language: Language
) -> Iterator[Dated]:
    """“2021 metų liepos 14 dieną”: Lithuanian goes from the year to the day."""
    if day := language.shape(_DAY_AFTER).match(text.low, named.end()):
        yield from _placed(year.start(), day.end(), (int(year[1]), month, int(day[1])), None)
    else:
        yield Dated(year.start(), named.end(), PartialDate.parse(f"{year[1]}-{month:02}"))


def _bare_month(
    text: Text, named: re.Match[str], month: int, language: Language, published: date | None
) -> Iterator[Dated]:
    """A month without a year is one if a preposition or “last” stands before: May and март are words besides."""
    before = text.low[max(0, named.start() - 12) : named.start()].split()
    led = before and before[-1] in language.listed("before_month")
    if not published or not (
        led
        or language.pattern("dates.year_last").match(text.low, named.end() + 1)
        or named.group() in language.listed("month_alone")
    ):
        return
    told = year_told(text, named.start(), named.end(), (month, None), language, published)
    year = told or (published.year if (month, 1) <= (published.month, 31) else published.year - 1)
    yield Dated(named.start(), named.end(), PartialDate.parse(f"{year}-{month:02}"))


def _placed(start: int, end: int, parts: tuple[int | None, int, int], published: date | None) -> Iterator[Dated]:
    year, month, day = parts
    if not 1 <= day <= 31:
        return
    when = _nearest(month, day, published) if year is None else _day(year, month, day)
    yield Dated(start, end, when)


def _nearest(month: int, day: int, published: date | None) -> PartialDate | None:
    """A day without a year lies in the year before the text, or a fortnight after it at most."""
    if published is None:
        return None
    for year in (published.year + 1, published.year, published.year - 1):
        found = _day(year, month, day)
        if found and found.first <= published + timedelta(days=14):
            return found
    return None


def _is_year(low: str, found: re.Match[str], language: Language) -> bool:
    """A bare number of four digits is a year if a word before or after it says so."""
    before = low[max(0, found.start() - 16) : found.start()].split()
    after = low[found.end() : found.end() + 8].split()
    if after and language.shape(r"{after_year}").match(after[0]):
        return True
    return bool(before) and before[-1].strip("(") in language.listed("before_year")


def _relative(text: Text, language: Language, published: date | None) -> Iterator[Dated]:
    for number, (pattern, _) in enumerate(language.weekdays):
        for found in pattern.finditer(text.low):
            yield _weekday(text, found, number, language, published)
    for heading, days in (("today", 0), ("yesterday", -1), ("tomorrow", 1)):
        for found in language.pattern(f"dates.{heading}").finditer(text.low):
            when = day_of(published + timedelta(days=days)) if published else None
            yield Dated(found.start(), found.end(), when)
    for heading in ("same_day", "next_day", "day_before"):
        for found in language.pattern(f"dates.{heading}").finditer(text.low):
            yield Dated(found.start(), found.end(), None)
    yield from _year_after_one_told(text, language)
    if published:
        yield from _spans(text, language, published)


def _year_after_one_told(text: Text, language: Language) -> Iterator[Dated]:
    """“Arrested in 2021 and sentenced the following year”: a year after the last one of the sentence."""
    for found in language.pattern("dates.next_year").finditer(text.low):
        years = list(_YEAR.finditer(text.low, text.sentence_at(found.start()).start, found.start()))
        if years:
            yield Dated(found.start(), found.end(), PartialDate.parse(str(int(years[-1].group()) + 1)))


def _weekday(text: Text, found: re.Match[str], number: int, language: Language, published: date | None) -> Dated:
    before = text.low[max(0, found.start() - 14) : found.start()].split()
    start = found.start()
    last = before[-1] if before else ""
    if last in language.listed("before_month"):
        start = text.low.rindex(last, 0, start)
    if published is None:
        return Dated(start, found.end(), None, number)
    if language.pattern("dates.next_weekday").fullmatch(last):
        ahead = (number - published.weekday()) % 7 or 7
        return Dated(start, found.end(), day_of(published + timedelta(days=ahead)), number)
    back = (published.weekday() - number) % 7
    if back == 0 and language.pattern("dates.past_weekday").fullmatch(last):
        back = 7
    return Dated(start, found.end(), day_of(published - timedelta(days=back)), number)


def _spans(text: Text, language: Language, published: date) -> Iterator[Dated]:
    monday = published - timedelta(days=published.weekday())
    month = published.replace(day=1)
    past_month = month - timedelta(days=1)
    spans = {
        "last_week": f"{monday - timedelta(days=7)}/{monday - timedelta(days=1)}",
        "this_week": f"{monday}/{published}",
        "last_month": f"{past_month:%Y-%m}",
        "this_month": f"{month:%Y-%m}",
        "last_year": str(published.year - 1),
        "this_year": str(published.year),
    }
    for heading, span in spans.items():
        for found in language.pattern(f"dates.{heading}").finditer(text.low):
            yield Dated(found.start(), found.end(), PartialDate.parse(span))
    for found in _counted(text, language, "ago"):
        when = _stepped(day_of(published), found, -1, language)
        if when:
            yield Dated(found.start(), found.end(), when)


def _counted(text: Text, language: Language, heading: str) -> Iterator[re.Match[str]]:
    pattern = language.pattern(f"dates.{heading}").pattern.replace(
        r"\{n\}", "(?P<n>" + language.shape(r"\d{1,3}|{a}|{numbers}").pattern + ")", 1
    )
    if "(?P<n>" in pattern:
        yield from re.compile(pattern.replace(r"\{n\}", r"\d+")).finditer(text.low)


def _stepped(day: PartialDate, found: re.Match[str], way: int, language: Language) -> PartialDate | None:
    number = int(found["n"]) if found["n"].isdigit() else 0
    unit = found.group()
    size = next((days for stem, days in _UNITS if language.shape(stem).search(unit)), 0)
    if not number or not size or not day.is_day:
        return None
    return day_of(day.first + timedelta(days=way * number * size))


def _anchored(one: Dated, told: Sequence[Dated], text: Text, language: Language, published: date | None) -> Dated:
    """“That day” and “the next day” count from the last day named, or else from the text's own."""
    if one.when is not None or one.weekday is not None:
        return one
    words = text.low[one.start : one.end]
    step = next(
        (by for heading, by in (("same_day", 0), ("next_day", 1), ("day_before", -1))
         if language.pattern(f"dates.{heading}").fullmatch(words)), None,
    )  # fmt: skip
    if step is None:
        return one
    before = _day_before(one, told, text, published)
    if before and before.when is None:
        return Dated(one.start, one.end, None, None if before.weekday is None else (before.weekday + step) % 7)
    start = before.when.first if before and before.when else published
    return Dated(one.start, one.end, day_of(start + timedelta(days=step)) if start else None)


def _day_before(one: Dated, told: Sequence[Dated], text: Text, published: date | None) -> Dated | None:
    """The day that “that day” means: one of the same sentence, else the last that is as near as news are."""
    days = [each for each in told if (each.when and each.when.is_day) or each.weekday is not None]
    here = [each for each in days if each.start >= text.sentence_at(one.start).start]
    fresh = [each for each in days if each.when is None or published is None or _is_fresh(each.when, published)]
    return next(iter(reversed(here or fresh or days)), None)


def _is_fresh(when: PartialDate, published: date) -> bool:
    return abs((published - when.first).days) <= 31


def _made(found: re.Match[str], when: PartialDate | None) -> Iterator[Dated]:
    if when:
        yield Dated(found.start(), found.end(), when)


def _day(year: int, month: int, day: int) -> PartialDate | None:
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    try:
        return PartialDate.parse(f"{year}-{month:02}-{day:02}")
    except BadInput:
        return None
