"""Reported free, and denied

A report that a person was freed can be wrong. Somebody who says that the person is still held denies it. Both claims
stay; shown first is the nearer voice, between equals the later one, between equals again the more numerous. An origin
speaks once: repeating an old report never makes it newer.
"""

from tests.spec.conftest import Expect


def test_a_later_denial_from_as_near_undoes_a_reported_release(status: Expect) -> None:
    status(
        """
        # | date       | what       | source | near    | spoken     | learned
        --+------------+------------+--------+---------+------------+-----------
        1 | 2021-07-14 | detained   | v      | monitor | 2021-07-15 | 2021-07-15
        2 | 2025-12-13 | released   | a      | press   | 2025-12-13 | 2025-12-13
        3 | 2025-12-13 | released   | b      | monitor | 2025-12-13 | 2025-12-13
        4 | 2025-12-15 | still held | h      | monitor | 2025-12-15 | 2025-12-15
        """,
        {
            "2025-12-14": "held",
            "2025-12-14 as known 2025-12-14": "free_in_country",
            "2026-02-01": "held",
        },
    )


def test_a_rewrite_of_the_false_report_flips_nothing(status: Expect) -> None:
    status(
        """
        # | date       | what       | source | near    | spoken     | origin
        --+------------+------------+--------+---------+------------+-------
        1 | 2021-07-14 | detained   | v      | monitor | 2021-07-15 |
        2 | 2025-12-13 | released   | a      | monitor | 2025-12-13 | wire
        3 | 2025-12-15 | still held | h      | monitor | 2025-12-15 |
        4 | 2025-12-13 | released   | r      | monitor | 2025-12-16 | wire
        """,
        {"2025-12-14": "held", "2025-12-17": "held"},
    )


def test_the_release_that_follows_a_denied_one_counts(status: Expect) -> None:
    status(
        """
        # | date       | what               | source | near    | spoken
        --+------------+--------------------+--------+---------+-----------
        1 | 2021-07-14 | detained           | v      | monitor | 2021-07-15
        2 | 2025-12-13 | released           | a      | press   | 2025-12-13
        3 | 2025-12-15 | still held         | h      | monitor | 2025-12-15
        4 | 2026-03-19 | handed over abroad | f      | press   | 2026-03-19
        """,
        {"2025-12-14": "held", "2026-03-18": "held", "2026-03-19": "free_abroad"},
    )


def test_a_denial_from_farther_off_does_not_undo_what_the_family_says(status: Expect) -> None:
    status(
        """
        # | date       | what       | source | near    | spoken
        --+------------+------------+--------+---------+-----------
        1 | 2021-07-14 | detained   | v      | monitor | 2021-07-15
        2 | 2025-12-13 | released   | wife   | subject | 2025-12-13
        3 | 2025-12-15 | still held | paper  | press   | 2025-12-15
        """,
        {"2025-12-14": "free_in_country", "2025-12-16": "free_in_country"},
    )


def test_equal_voices_on_one_day_leave_it_uncertain(status: Expect) -> None:
    status(
        """
        # | date       | what       | source | near    | spoken
        --+------------+------------+--------+---------+-----------
        1 | 2021-07-14 | detained   | v      | monitor | 2021-07-15
        2 | 2025-12-13 | released   | a      | monitor | 2025-12-14
        3 | 2025-12-13 | still held | b      | monitor | 2025-12-14
        """,
        {"2025-12-12": "held", "2025-12-14": "uncertain"},
    )


def test_refusing_to_leave_is_not_being_free(status: Expect) -> None:
    status(
        """
        # | date       | what               | near
        --+------------+--------------------+---------
        1 | 2020-05-31 | detained           | monitor
        2 | 2025-09-11 | pardoned           | official
        3 | 2025-09-11 | handed over abroad | press
        4 | 2025-09-11 | refused to leave   | monitor
        5 | 2025-09-11 | detained           | monitor
        6 | 2026-02-19 | walked out         | subject
        """,
        {"2025-09-10": "held", "2025-09-12": "held", "2026-02-18": "held", "2026-02-19": "free_in_country"},
    )


def test_a_denial_older_than_the_release_denies_nothing(status: Expect) -> None:
    status(
        """
        # | date       | what       | near    | spoken
        --+------------+------------+---------+-----------
        1 | 2021-07-14 | detained   | monitor | 2021-07-15
        2 | 2025-12-10 | still held | monitor | 2025-12-10
        3 | 2025-12-13 | released   | press   | 2025-12-13
        """,
        {"2025-12-12": "held", "2025-12-13": "free_in_country"},
    )


def test_a_retracted_release_never_happened(status: Expect) -> None:
    status(
        """
        # | date       | what       | learned
        --+------------+------------+-----------
        1 | 2021-07-14 | detained   | 2021-07-15
        2 | 2025-12-13 | released   | 2025-12-13
        3 |            | retracts 2 | 2025-12-20
        """,
        {
            "2025-12-14": "held",
            "2025-12-14 as known 2025-12-19": "free_in_country",
            "2025-12-14 as known 2025-12-20": "held",
        },
    )
