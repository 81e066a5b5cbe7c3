"""The year of a day or month that is printed without one, where the words beside it tell: “летась у красавіку”,
“9 верасня таго ж года”, “задержали 3 марта 2021 года и 10 декабря приговорили”."""

from __future__ import annotations

import re
from datetime import date

from habeas.reading.words.languages import Language
from habeas.reading.words.text import Text

_YEAR = re.compile(r"(?<![\d.,№-])((?:19|20)\d\d)(?!\d)")
_NEAR = 12


def year_told(text: Text, start: int, end: int, parts: tuple[int, int | None], language: Language,
              published: date | None) -> int | None:  # fmt: skip
    """The year of the month (and day, or None) in `parts`, printed from `start` to `end`; None if no word tells."""
    low = text.low
    after, before = low[end : end + _NEAR * 2].lstrip(), low[max(0, start - _NEAR) : start]
    if published and language.pattern("dates.year_last").match(after):
        return published.year - 1
    if published and _ends_with(language.pattern("dates.year_last_before"), before):
        return published.year - 1
    if published and language.pattern("dates.year_this").match(after):
        return published.year
    if language.pattern("dates.year_same").match(after):
        earlier = _YEAR.findall(low, 0, start)
        return int(earlier[-1]) if earlier else None
    return _goes_on(text, start, parts, language)


def _ends_with(pattern: re.Pattern[str], before: str) -> bool:
    return any(not before[one.end() :].strip() for one in pattern.finditer(before))


def _goes_on(text: Text, start: int, parts: tuple[int, int | None], language: Language) -> int | None:
    """The year of a full date before it in the sentence, if nothing but “and” or “when” parts them; else the next."""
    sentence = text.sentence_at(start)
    found = list(_YEAR.finditer(text.low, sentence.start, start))
    if not found:
        return None
    between = text.low[found[-1].end() : start]
    hung = language.pattern("dates.hung_on").search(between) is not None
    month = _month_before(text.low[sentence.start : found[-1].start()], language)
    year = int(found[-1][1])
    if hung:
        return year
    if re.search(r"[,;:()—–]", between) or month is None:
        return None
    return year if parts[0] >= month else year + 1


def _month_before(low: str, language: Language) -> int | None:
    """The month that stands right before a year."""
    for pattern, month in language.months:
        if any(not low[one.end() :].strip() for one in pattern.finditer(low)):
            return month
    return None
