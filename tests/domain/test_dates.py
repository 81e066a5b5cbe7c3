"""Dates at their edges."""

from datetime import date

import pytest

from habeas.domain.dates import PartialDate, Term
from habeas.problems import BadInput


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-02", date(2025, 2, 1), date(2025, 2, 28)),
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
        ("2025-12-10/2025-12", date(2025, 12, 10), date(2025, 12, 31)),
        ("2025-12-13T04:00+03:00", date(2025, 12, 13), date(2025, 12, 13)),
        ("2025-12-13Tmorning", date(2025, 12, 13), date(2025, 12, 13)),
    ],
)
def test_a_date_spans_the_days_it_names(text: str, first: date, last: date) -> None:
    parsed = PartialDate.parse(text)
    assert (parsed.first, parsed.last, str(parsed)) == (first, last, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "13.12.2025",
        "2025-13",
        "2025-02-29",
        "0000",
        "2025-12-13/2025-12-10",
        "2025T04:00",
        "2025-12-13T25:00",
        "٢٠٢٥",
    ],
)
def test_what_is_no_date_is_refused_with_what_would_be_one(text: str) -> None:
    with pytest.raises(BadInput, match=r"Write|Check"):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    ("term", "start", "end"),
    [
        ("11y", date(2021, 9, 6), date(2032, 9, 6)),
        ("1m", date(2024, 1, 31), date(2024, 2, 29)),
        ("2y6m15d", date(2020, 8, 31), date(2023, 3, 15)),
        ("999y", date(2020, 1, 1), date(3019, 1, 1)),
    ],
)
def test_a_term_ends_on_the_calendar_day_and_not_after_so_many_days(term: str, start: date, end: date) -> None:
    assert Term.parse(term).after(start) == end


@pytest.mark.parametrize("text", ["", "y", "11", "11 years", "0d", "-1y"])
def test_what_is_no_term_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="term"):
        Term.parse(text)
