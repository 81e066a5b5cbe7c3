"""Relief, announced and in law

An announcement is what somebody said; a legal act is another thing. A licence permits dealings and leaves the firm on
the list. What renews an act goes on from it; what nobody tells of is unknown, and never assumed.
"""

from tests.spec.conftest import Expect


def test_what_is_announced_is_in_force_only_from_the_legal_act_on(steps: Expect) -> None:
    steps(
        """
        # | date       | what              | act   | until
        --+------------+-------------------+-------+------
        1 | 2021-08-09 | listed            | list  |
        2 | 2025-12-13 | said to be lifted |       |
        3 | 2025-12-15 | licensed          | GL 13 | open
        """,
        {
            "2025-12-12": "none",
            "2025-12-14": "announced",
            "2025-12-16": "licensed",
            "2025-12-16, the list": "yes",
        },
    )


def test_a_licence_never_takes_anybody_off_the_list_and_a_delisting_does(steps: Expect) -> None:
    steps(
        """
        # | date       | what               | act      | until | replaces
        --+------------+--------------------+----------+-------+---------
        1 | 2023-08-09 | listed             | list     |       |
        2 | 2025-09-11 | licensed           | GL 11    | open  |
        3 | 2025-11-04 | taken off the list | off      |       | GL 11
        """,
        {
            "2025-09-12": "licensed",
            "2025-09-12, the list": "yes",
            "2025-11-05": "delisted",
            "2025-11-05, the list": "no",
        },
    )


def test_a_renewal_goes_on_without_a_break_where_the_dates_allow_it(steps: Expect) -> None:
    steps(
        """
        # | date       | what     | act | until      | renews
        --+------------+----------+-----+------------+-------
        1 | 2015-10-30 | licensed | 2   | 2016-04-30 |
        2 | 2016-04    | licensed | 2A  | 2016-10    | 2
        3 | 2016-10-18 | licensed | 2B  | 2017-04-30 | 2A
        """,
        {"2016-04-15": "licensed", "2016-10-10": "licensed", "2017-04-30": "licensed", "2017-05-01": "ended"},
    )


def test_a_renewal_that_comes_too_late_leaves_a_gap(steps: Expect) -> None:
    steps(
        """
        # | date       | what     | act | until      | renews
        --+------------+----------+-----+------------+-------
        1 | 2015-10-30 | licensed | 2   | 2016-04-30 |
        2 | 2016-05-10 | licensed | 2A  | 2016-10-30 | 2
        """,
        {"2016-04-30": "licensed", "2016-05-05": "ended", "2016-05-10": "licensed"},
    )


def test_of_an_act_of_which_only_the_end_is_told_the_time_before_is_unknown(steps: Expect) -> None:
    steps(
        """
        # | date       | what         | act | until      | replaces
        --+------------+--------------+-----+------------+---------
        1 | 2021-04-19 | winding down | 2H  | 2021-06-03 | 2G
        """,
        {"2021-04-18": "unknown", "2021-04-19": "wind_down", "2021-06-03": "wind_down", "2021-06-04": "ended"},
    )


def test_a_licence_of_which_nobody_says_how_long_it_is_good_is_unknown_after_its_day(steps: Expect) -> None:
    steps(
        """
        # | date       | what     | act   | until
        --+------------+----------+-------+------
        1 | 2025-11-04 | licensed | GL 12 |
        """,
        {"2025-11-04": "licensed", "2025-11-05": "unknown"},
    )


def test_relief_withdrawn_has_ended_whatever_was_announced(steps: Expect) -> None:
    steps(
        """
        # | date       | what               | act | until
        --+------------+--------------------+-----+------
        1 | 2021-01-12 | listed             | on  |
        2 | 2025-01-14 | said to be lifted  |     |
        3 | 2025-01-14 | taken off the list | off |
        4 | 2025-01-20 | withdrawn          | off |
        """,
        {"2025-01-15": "delisted", "2025-01-20": "ended", "2025-01-20, the list": "yes"},
    )
