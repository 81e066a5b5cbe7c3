"""Days, months and years

A date is what a source said and no more. A month is not its first day; what happened some time in June leaves June
uncertain. A detention is half-open: the day of release does not count as held.
"""

from tests.spec.conftest import Expect


def test_the_day_of_release_does_not_count_as_held(status: Expect) -> None:
    status(
        """
        # | date       | what
        --+------------+---------
        1 | 2024-01-10 | detained
        2 | 2024-06-20 | released
        """,
        {
            "2024-01-09": "unknown",
            "2024-01-10": "held",
            "2024-06-19": "held",
            "2024-06-20": "free_in_country",
        },
    )


def test_a_release_dated_to_a_month_leaves_that_month_uncertain(status: Expect) -> None:
    status(
        """
        # | date       | what
        --+------------+---------
        1 | 2024-01-10 | detained
        2 | 2024-06    | released
        """,
        {"2024-05-31": "held", "2024-06-15": "uncertain", "2024-06-30": "free_in_country"},
    )


def test_an_arrest_dated_to_a_year_is_held_for_certain_from_its_last_day(status: Expect) -> None:
    status(
        """
        # | date       | what
        --+------------+---------
        1 | 2021       | detained
        2 | 2024-06-20 | released
        """,
        {"2020-12-31": "unknown", "2021-03-01": "uncertain", "2021-12-31": "held", "2024-06-20": "free_in_country"},
    )


def test_a_sighting_in_prison_narrows_a_release_dated_to_a_month(status: Expect) -> None:
    status(
        """
        # | date       | what
        --+------------+----------
        1 | 2024-01-10 | detained
        2 | 2024-06    | released
        3 | 2024-06-12 | seen held
        """,
        {"2024-06-11": "held", "2024-06-12": "uncertain", "2024-06-30": "free_in_country"},
    )


def test_a_precise_report_settles_what_a_vague_one_left_open(status: Expect) -> None:
    status(
        """
        # | date       | what
        --+------------+---------
        1 | 2024       | detained
        2 | 2024-03-05 | detained
        3 | 2024-06    | released
        4 | 2024-06-20 | released
        """,
        {"2024-03-04": "unknown", "2024-03-05": "held", "2024-06-19": "held", "2024-06-20": "free_in_country"},
    )


def test_a_range_of_days_is_uncertain_inside_and_certain_at_its_end(status: Expect) -> None:
    status(
        """
        # | date                  | what
        --+-----------------------+---------
        1 | 2024-01-10/2024-01-12 | detained
        """,
        {"2024-01-09": "unknown", "2024-01-11": "uncertain", "2024-01-12": "held"},
    )
