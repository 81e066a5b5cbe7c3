"""Custody and what is not freedom

House arrest is not a release, a pardon is not freedom, and being moved to an open institution is a change of
restriction. Nothing ends a spell but a claim; past the latest possible end of a term it is no longer certain.
"""

from tests.spec.conftest import Expect


def test_pardoned_is_not_free(status: Expect) -> None:
    status(
        """
        # | date       | what
        --+------------+---------
        1 | 2020-05-31 | detained
        2 | 2025-09-11 | pardoned
        """,
        {"2025-09-12": "held", "2026-01-01": "held"},
    )


def test_house_arrest_is_not_a_release(status: Expect) -> None:
    status(
        """
        # | date       | what
        --+------------+-----------------------
        1 | 2024-01-10 | put under house arrest
        2 | 2024-03-01 | detained
        """,
        {"2024-02-01": "house_arrest", "2024-03-01": "held"},
    )


def test_a_sentence_to_khimiya_is_a_restriction_of_its_own(status: Expect) -> None:
    status(
        """
        # | date       | what
        --+------------+-----------------------------
        1 | 2021-01-10 | detained
        2 | 2021-06-01 | sentenced to khimiya for 3y
        3 | 2022-06-01 | replaced by home khimiya
        """,
        {"2021-05-31": "held", "2021-06-01": "open_institution", "2022-06-01": "home_restriction"},
    )


def test_past_the_latest_end_of_a_term_custody_is_uncertain(status: Expect) -> None:
    status(
        """
        # | date       | what
        --+------------+---------------------------
        1 | 2020-01-10 | detained
        2 | 2020-06-01 | sentenced to prison for 2y
        """,
        {"2022-05-31": "held", "2022-06-01": "uncertain", "2030-01-01": "uncertain"},
    )


def test_a_term_added_in_prison_moves_the_latest_end(status: Expect) -> None:
    status(
        """
        # | date       | what
        --+------------+---------------------------
        1 | 2020-01-10 | detained
        2 | 2020-06-01 | sentenced to prison for 2y
        3 | 2022-03-01 | term added 1y
        """,
        {"2022-06-01": "held", "2023-05-31": "held", "2023-06-01": "uncertain"},
    )


def test_without_a_term_or_a_release_a_person_stays_held(status: Expect) -> None:
    status(
        """
        # | date       | what
        --+------------+---------
        1 | 2020-01-10 | detained
        """,
        {"2020-01-10": "held", "2040-01-01": "held"},
    )


def test_a_release_on_bail_is_told_apart_from_freedom(status: Expect) -> None:
    status(
        """
        # | date       | what
        --+------------+-----------------
        1 | 2024-01-10 | detained
        2 | 2024-02-10 | released on bail
        3 | 2024-05-01 | released
        """,
        {"2024-03-01": "bail", "2024-05-01": "free_in_country"},
    )


def test_whoever_is_handed_over_is_free_abroad(status: Expect) -> None:
    status(
        """
        # | date       | what
        --+------------+-------------------
        1 | 2021-07-14 | detained
        2 | 2025-12-13 | handed over abroad
        """,
        {"2025-12-13": "free_abroad"},
    )


def test_death_ends_the_story(status: Expect) -> None:
    status(
        """
        # | date       | what
        --+------------+---------------------------
        1 | 2020-01-10 | detained
        2 | 2020-06-01 | sentenced to prison for 2y
        3 | 2021-05-01 | died
        """,
        {"2021-04-30": "held", "2021-05-01": "dead", "2025-01-01": "dead"},
    )


def test_of_a_person_only_recognised_nothing_more_is_known(status: Expect) -> None:
    status(
        """
        # | date       | what
        --+------------+-----------
        1 | 2021-02-01 | recognised
        """,
        {"2021-01-31": "unknown", "2021-02-01": "unknown", "2025-01-01": "unknown"},
    )
