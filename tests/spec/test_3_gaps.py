"""What nobody told of

A person arrested twice was free in between, and a person seen in prison after a release was arrested again: on a day
that no source gives. Such days are uncertain. They are never filled in.
"""

from tests.spec.conftest import Expect


def test_a_second_arrest_long_after_the_first_leaves_the_time_between_uncertain(status: Expect) -> None:
    status(
        """
        # | date       | what
        --+------------+---------
        1 | 2020-01-10 | detained
        2 | 2022-01-10 | detained
        """,
        {"2020-01-10": "held", "2020-01-11": "uncertain", "2022-01-09": "uncertain", "2022-01-10": "held"},
    )


def test_two_reports_of_one_arrest_a_few_days_apart_are_one_arrest(status: Expect) -> None:
    status(
        """
        # | date       | what     | near
        --+------------+----------+--------
        1 | 2020-01-10 | detained | press
        2 | 2020-01-12 | detained | monitor
        """,
        {"2020-01-10": "unknown", "2020-01-12": "held"},
    )


def test_a_re_arrest_follows_a_release(status: Expect) -> None:
    status(
        """
        # | date       | what
        --+------------+---------
        1 | 2020-01-10 | detained
        2 | 2021-01-10 | released
        3 | 2022-01-10 | detained
        """,
        {"2020-06-01": "held", "2021-06-01": "free_in_country", "2022-01-10": "held"},
    )


def test_seen_in_prison_after_a_release_means_a_re_arrest_on_an_unknown_day(status: Expect) -> None:
    status(
        """
        # | date       | what
        --+------------+----------
        1 | 2020-01-10 | detained
        2 | 2021-01-10 | released
        3 | 2022-01-10 | seen held
        """,
        {"2021-01-10": "free_in_country", "2021-06-01": "uncertain", "2022-01-10": "held"},
    )


def test_seen_free_without_a_release_means_a_release_on_an_unknown_day(status: Expect) -> None:
    status(
        """
        # | date       | what
        --+------------+----------
        1 | 2020-01-10 | detained
        2 | 2020-09-01 | seen held
        3 | 2022-01-10 | seen free
        """,
        {"2020-09-01": "held", "2020-09-02": "uncertain", "2022-01-10": "free_in_country"},
    )


def test_an_arrest_and_a_release_on_one_day_end_in_freedom(status: Expect) -> None:
    status(
        """
        # | date       | what
        --+------------+---------
        1 | 2020-01-10 | released
        2 | 2020-01-10 | detained
        """,
        {"2020-01-10": "free_in_country"},
    )
