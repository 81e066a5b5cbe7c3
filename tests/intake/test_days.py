"""Days in cells: every common way of writing one, and never a guess."""

from __future__ import annotations

import pytest

from habeas.intake.files.days import DayOrder, read_day
from habeas.problems import BadInput


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2025-12-13", "2025-12-13"),
        ("2025-12", "2025-12"),
        ("2025", "2025"),
        ("13.12.2025", "2025-12-13"),
        ("13.12.2025 г.", "2025-12-13"),
        ("3/4/2014", "2014-04-03"),
        ("22 November 2013", "2013-11-22"),
        ("November 22, 2013", "2013-11-22"),
        ("November 2013", "2013-11"),
        ("22 ноября 2013 года", "2013-11-22"),
        ("22 лістапада 2013", "2013-11-22"),
        ("1 студзеня 2021", "2021-01-01"),
        ("5 мая 2020", "2020-05-05"),
        ("9 серпня 2020 р.", "2020-08-09"),
        ("9 sierpnia 2020", "2020-08-09"),
        ("жнівень 2020", "2020-08"),
    ],
)
def test_a_cell_is_read_as_the_day_or_month_it_names(cell: str, day: str) -> None:
    assert str(read_day(cell)) == day


def test_strokes_are_read_in_the_order_that_the_map_says() -> None:
    assert str(read_day("3/4/2014", DayOrder.MONTH_FIRST)) == "2014-03-04"
    assert str(read_day("3.4.2014", DayOrder.MONTH_FIRST)) == "2014-04-03"


@pytest.mark.parametrize("cell", ["31.02.2020", "30 February 2020", "2020-13-01", "2020-02-30"])
def test_a_day_that_is_not_in_the_calendar_is_refused(cell: str) -> None:
    with pytest.raises(BadInput, match="calendar"):
        read_day(cell)


@pytest.mark.parametrize("cell", ["", "soon", "12.05.80", "11 лет", "15 January 2007 34", "13 Blue 2020"])
def test_what_is_no_date_is_not_read_as_one(cell: str) -> None:
    with pytest.raises(BadInput, match="not a date"):
        read_day(cell)


@pytest.mark.parametrize("cell", ["19777", "20255"])
def test_a_year_with_a_digit_too_many_is_no_day_as_spreadsheets_count(cell: str) -> None:
    with pytest.raises(BadInput, match="a digit too many"):
        read_day(cell)
    assert str(read_day("28126")) == "1977-01-01"
