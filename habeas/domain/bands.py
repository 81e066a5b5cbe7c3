"""Ages and lengths of custody in bands, where a date given to a year leaves two bands open."""

from __future__ import annotations

from datetime import date

from habeas.domain.dates import PartialDate

AGES = ((0, "under_18"), (18, "18_24"), (25, "25_34"), (35, "35_44"), (45, "45_59"), (60, "60_and_over"))
"""The first age of each band."""

LENGTHS = (
    *((0, "under_1_month"), (1, "1_to_6_months"), (6, "6_to_12_months"), (12, "1_to_2_years"), (24, "2_to_3_years")),
    *((36, "3_to_5_years"), (60, "5_years_and_more")),
)
"""The first month of each band."""

SENTENCES = (
    *((0, "under_1_year"), (12, "1_to_3"), (36, "3_to_5"), (60, "5_to_8"), (96, "8_to_12"), (144, "12_and_more")),
)
"""The first month of each band of terms."""


def age_bands(born: PartialDate, on: date) -> frozenset[str]:
    """Those that the age on the day can be in; one, unless the date of birth leaves it open."""
    youngest, oldest = _years(born.last, on), _years(born.first, on)
    return frozenset(band(AGES, age) for age in (youngest, oldest)) | _between(youngest, oldest)


def length_band(since: int, on: date) -> str:
    """By calendar months, as one counts a term."""
    return band(LENGTHS, _months(date.fromordinal(since), on))


def band(bands: tuple[tuple[int, str], ...], value: int) -> str:
    return [key for least, key in bands if least <= max(value, 0)][-1]


def _between(youngest: int, oldest: int) -> frozenset[str]:
    return frozenset(key for least, key in AGES if youngest < least <= oldest)


def _years(born: date, on: date) -> int:
    return _months(born, on) // 12


def _months(start: date, on: date) -> int:
    whole = (on.year - start.year) * 12 + on.month - start.month
    return whole - (on.day < start.day)
