"""Days as people write them in cells of English, Belarusian, Russian, Ukrainian and Polish sheets."""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import Enum

from habeas.domain.dates import PartialDate
from habeas.problems import BadInput

# Months by the letters that all their forms begin with; of each language only those that no other one takes otherwise.
_MONTHS = (
    ("jan", "янв", "студ", "січ", "stycz", "sty"),
    ("feb", "фев", "лют", "lut"),
    ("mar", "мар", "сак", "бер"),
    ("apr", "апр", "крас", "квіт", "kwie"),
    ("may", "май", "мая", "мае", "трав", "траў", "maj"),
    ("jun", "июн", "чэр", "черв", "czer"),
    ("jul", "июл", "ліп", "лип", "lip"),
    ("aug", "авг", "жні", "серп", "sier"),
    ("sep", "сен", "вера", "вере", "wrze"),
    ("oct", "окт", "каст", "кас", "жов", "paź"),
    ("nov", "ноя", "ліс", "лис", "lis"),
    ("dec", "дек", "сне", "сьне", "груд", "gru"),
)
_WORDED = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th|-?го)?\s+)?(?:of\s+)?([^\W\d_]+)\.?,?\s+(\d{4})\b")
_WORD_FIRST = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_NUMBERED = re.compile(r"(\d{1,2})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{4})")
_MONTH_NUMBERED = re.compile(r"(0?[1-9]|1[0-2])\s*[./]\s*(\d{4})")
# A year with a digit too many, or a count of days of the years 1952 to 1957: nobody can tell which.
_YEAR_MISTYPED = re.compile(r"(?:19|20)\d{3}")
# How spreadsheets count days where a cell lost its format: those of the years 1927 to 2064.
_SERIAL = re.compile(r"[1-5]\d{4}(?:\.\d+)?")
_SERIAL_START = date(1899, 12, 30)
_TAIL = re.compile(
    r"\s*(?:г\.?\s?[рн]\.?|г\.?|год[ау]?|р\.?\s?н\.?|р\.?|рік|рок[уі]?|roku?|r\.|m\.)(?:\s*(?:рожд\w*|нарадж\w*|народж\w*))?\s*$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[«“\"](\d{1,2})[»”\"]")


class DayOrder(Enum):
    """Whether 03/04/2014 is the third of April or the fourth of March; nobody can tell from the cell."""

    DAY_FIRST = "day first"
    """3 April."""
    MONTH_FIRST = "month first"
    """March 4."""


def read_day(text: str, order: DayOrder = DayOrder.DAY_FIRST) -> PartialDate:
    """The day, month or year that a cell gives; BadInput says what it could not read."""
    bare = _TAIL.sub("", _QUOTED.sub(r"\1", " ".join(text.split()))).strip(" ,;")
    if _YEAR_MISTYPED.fullmatch(bare):
        raise BadInput(
            f"“{bare}” is a year with a digit too many, or a day as a spreadsheet counts. Write 1977 or 1977-05-03."
        )
    try:
        return PartialDate.parse(_written(bare, order) or bare)
    except BadInput as problem:
        if "calendar" in str(problem):
            raise BadInput(
                f"“{text[:80]}” names a day that is not in the calendar. Check it against the source."
            ) from None
        raise BadInput(
            f"“{text[:80]}” is not a date that we read. Write 2025-12-13, 13.12.2025 or 13 December 2025."
        ) from None


def _written(text: str, order: DayOrder) -> str:
    if found := _NUMBERED.fullmatch(text):
        first, mark, second, year = found.groups()
        # Points are written between day and month wherever they are used; only strokes are read both ways.
        swapped = order is DayOrder.MONTH_FIRST and mark != "."
        day, month = (second, first) if swapped else (first, second)
        return f"{year}-{int(month):02}-{int(day):02}"
    if found := _MONTH_NUMBERED.fullmatch(text):
        return f"{found[2]}-{int(found[1]):02}"
    if _SERIAL.fullmatch(text):
        return str(_SERIAL_START + timedelta(days=int(float(text))))
    if found := _WORD_FIRST.fullmatch(text):
        return _joined(found[3], found[1], found[2])
    if found := _WORDED.fullmatch(text):
        return _joined(found[3], found[2], found[1])
    return ""


def _joined(year: str, word: str, day: str | None) -> str:
    low = word.lower()
    month = next((at for at, starts in enumerate(_MONTHS, 1) if low.startswith(starts)), 0)
    if not month:
        return ""
    return f"{year}-{month:02}" + (f"-{int(day):02}" if day else "")
