"""What a count counts

A count has two ends: people of whom every possible status counts, and people of whom one does. Definitions say which
statuses count, whose recognition is asked for, on the day or so far, and whether people, times or prosecutions count.
"""

from __future__ import annotations

from tests.spec.conftest import Expect


def test_the_day_of_a_release_does_not_count_as_held(counted: Expect) -> None:
    counted(
        """
        # | who   | date       | what
        --+-------+------------+---------
        1 | Anna  | 2024-01-10 | detained
        2 | Anna  | 2024-06-01 | released
        3 | Boris | 2024-03-01 | detained
        """,
        {"2024-01-09 held": "0", "2024-01-10 held": "1", "2024-05-31 held": "2", "2024-06-01 held": "1"},
    )


def test_a_date_given_to_a_month_makes_the_count_an_interval(counted: Expect) -> None:
    counted(
        """
        # | who   | date       | what
        --+-------+------------+---------
        1 | Anna  | 2024-01-10 | detained
        2 | Anna  | 2024-06    | released
        3 | Boris | 2024-03-01 | detained
        """,
        {"2024-05-31 held": "2", "2024-06-15 held": "1 to 2", "2024-07-01 held": "1"},
    )


def test_house_arrest_counts_and_restriction_at_home_is_another_number(counted: Expect) -> None:
    counted(
        """
        # | who   | date       | what
        --+-------+------------+-----------------------
        1 | Anna  | 2024-01-10 | put under house arrest
        2 | Boris | 2024-01-10 | detained
        3 | Boris | 2024-05-01 | replaced by home khimiya
        """,
        {"2024-03-01 held": "2", "2024-06-01 held": "1", "2024-06-01 not free": "2"},
    )


def test_one_recogniser_any_of_several_and_each_of_them_are_three_counts(counted: Expect) -> None:
    counted(
        """
        # | who   | date       | what
        --+-------+------------+----------------
        1 | Anna  | 2024-01-10 | detained
        2 | Boris | 2024-01-10 | detained
        3 | Clara | 2024-01-10 | detained
        4 | Anna  | 2024-02-01 | by A recognised
        5 | Anna  | 2024-03-01 | by B recognised
        6 | Boris | 2024-02    | by B recognised
        """,
        {
            "2024-02-15 recognised by A": "1",
            "2024-02-15 recognised by A or B": "1 to 2",
            "2024-02-15 recognised by A and B": "0",
            "2024-03-15 recognised by A or B": "2",
            "2024-03-15 recognised by A and B": "1",
            "2024-03-15 held": "3",
        },
    )


def test_a_stock_and_a_number_of_all_so_far_are_two_numbers(counted: Expect) -> None:
    counted(
        """
        # | who   | date       | what
        --+-------+------------+---------
        1 | Anna  | 2024-01-10 | detained
        2 | Anna  | 2024-02-01 | released
        3 | Anna  | 2024-05-01 | detained
        4 | Boris | 2024-03    | detained
        """,
        {
            "2024-06-01 held": "2",
            "2024-02-15 held": "0",
            "2024-02-15 so far held": "1",
            "2024-03-15 so far held": "1 to 2",
            "2024-06-01 so far held": "2",
            "2024-06-01 times held": "3",
        },
    )


def test_one_person_tried_twice_is_two_prosecutions(counted: Expect) -> None:
    counted(
        """
        # | who   | date       | what
        --+-------+------------+----------------------------
        1 | Anna  | 2024-01-10 | detained
        2 | Anna  | 2024-06-01 | sentenced to prison for 5y
        3 | Anna  | 2025-03    | sentenced to prison for 2y
        4 | Boris | 2024-01-10 | detained
        """,
        {"2024-07-01 prosecutions": "1", "2025-03-15 prosecutions": "1 to 2", "2025-04-01 prosecutions": "2"},
    )


def test_who_dies_held_leaves_the_stock_and_enters_those_who_died_in_custody(counted: Expect) -> None:
    counted(
        """
        # | who   | date       | what
        --+-------+------------+---------
        1 | Anna  | 2024-01-10 | detained
        2 | Anna  | 2024-06-01 | died
        3 | Boris | 2024-01-10 | detained
        4 | Boris | 2024-05-01 | released
        5 | Boris | 2024-06-01 | died
        """,
        {"2024-07-01 held": "0", "2024-07-01 died in custody": "1"},
    )


def test_what_was_learned_later_changes_the_count_of_an_earlier_day_and_not_the_earlier_answer(
    counted: Expect,
) -> None:
    counted(
        """
        # | who   | date       | what     | learned
        --+-------+------------+----------+-----------
        1 | Anna  | 2024-01-10 | detained | 2024-01-12
        2 | Boris | 2024-01-10 | detained | 2024-08-01
        """,
        {"2024-03-01 held as known 2024-03-01": "1", "2024-03-01 held as known 2024-09-01": "2"},
    )
