"""Why a number changed

From one day and moment to another, everybody who came to count or ceased to stands in one term. The first day is
looked at with the later knowledge as well: who differs there was learned of, and to all others something happened.
Shown is the certain end; the possible one is balanced by itself in the same way.
"""

from __future__ import annotations

from tests.spec.conftest import Expect


def test_who_came_and_who_left_add_up(balanced: Expect) -> None:
    balanced(
        """
        # | who   | date       | what
        --+-------+------------+-----------------
        1 | Anna  | 2024-01-10 | detained
        2 | Boris | 2024-01-10 | detained
        3 | Clara | 2024-01-10 | detained
        4 | Anna  | 2024-05-01 | released
        5 | Boris | 2024-06-01 | died
        6 | Dasha | 2024-05-15 | detained
        """,
        {
            "2024-04-01 to 2024-07-01, held": "3 to 2",
            "detained": "+1: Dasha",
            "freed (untold)": "-1: Anna",
            "died (in_custody)": "-1: Boris",
        },
    )


def test_detained_again_is_not_newly_detained(balanced: Expect) -> None:
    balanced(
        """
        # | who   | date       | what
        --+-------+------------+---------
        1 | Anna  | 2024-01-10 | detained
        2 | Anna  | 2024-03-01 | released
        3 | Anna  | 2024-09-01 | detained
        """,
        {"2024-04-01 to 2024-10-01, held": "0 to 1", "returned": "+1: Anna"},
    )


def test_freed_and_detained_again_between_the_days_is_no_change(balanced: Expect) -> None:
    balanced(
        """
        # | who   | date       | what
        --+-------+------------+---------
        1 | Anna  | 2024-01-10 | detained
        2 | Anna  | 2024-05-01 | released
        3 | Anna  | 2024-06-01 | detained
        """,
        {"2024-04-01 to 2024-07-01, held": "1 to 1"},
    )


def test_a_term_changed_to_restriction_at_home_is_no_release(balanced: Expect) -> None:
    balanced(
        """
        # | who   | date       | what
        --+-------+------------+------------------------
        1 | Anna  | 2024-01-10 | detained
        2 | Anna  | 2024-05-01 | replaced by home khimiya
        """,
        {"2024-04-01 to 2024-07-01, held": "1 to 0", "reclassified_out (home_restriction)": "-1: Anna"},
    )


def test_recognition_and_its_withdrawal_are_neither_arrest_nor_release(balanced: Expect) -> None:
    balanced(
        """
        # | who   | date       | what
        --+-------+------------+----------------
        1 | Anna  | 2024-01-10 | detained
        2 | Boris | 2024-01-10 | detained
        3 | Anna  | 2024-05-01 | by A recognised
        4 | Boris | 2024-02-01 | by A recognised
        5 | Boris | 2024-06-01 | by A taken back
        """,
        {
            "2024-04-01 to 2024-07-01, recognised by A": "1 to 1",
            "recognised": "+1: Anna",
            "reclassified_out (recognition)": "-1: Boris",
        },
    )


def test_what_was_learned_late_is_told_from_what_happened(balanced: Expect) -> None:
    balanced(
        """
        # | who   | date       | what     | learned
        --+-------+------------+----------+-----------
        1 | Anna  | 2024-01-10 | detained | 2024-01-12
        2 | Boris | 2024-01-10 | detained | 2024-08-01
        3 | Anna  | 2024-03-01 | released | 2024-08-01
        4 | Clara | 2024-06-01 | detained | 2024-06-02
        """,
        {
            "2024-04-01 to 2024-07-01, held, known 2024-04-01 and 2024-09-01": "1 to 2",
            "detained": "+1: Clara",
            "learned_late (person)": "+1: Boris",
            "corrected (custody)": "-1: Anna",
        },
    )


def test_a_release_dated_to_a_month_leaves_the_certain_end_in_doubt_until_the_month_is_over(balanced: Expect) -> None:
    balanced(
        """
        # | who   | date       | what
        --+-------+------------+---------
        1 | Anna  | 2024-01-10 | detained
        2 | Anna  | 2024-06    | released
        """,
        {"2024-05-01 to 2024-06-15, held": "1 to 0", "in_doubt": "-1: Anna"},
    )


def test_the_same_release_once_the_month_is_over_is_a_release(balanced: Expect) -> None:
    balanced(
        """
        # | who   | date       | what
        --+-------+------------+---------
        1 | Anna  | 2024-01-10 | detained
        2 | Anna  | 2024-06    | released
        """,
        {"2024-05-01 to 2024-07-15, held": "1 to 0", "freed (untold)": "-1: Anna"},
    )


def test_who_is_first_told_of_in_custody_was_detained_on_a_day_that_nobody_told(balanced: Expect) -> None:
    balanced(
        """
        # | who   | date       | what
        --+-------+------------+----------
        1 | Anna  | 2024-06-01 | seen held
        """,
        {"2024-05-01 to 2024-07-15, held": "0 to 1", "detained (told)": "+1: Anna"},
    )
