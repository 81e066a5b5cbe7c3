"""What a public table may say

Public breakdowns count public people, by what their rows show. Cells of fewer than five, empty ones too, are put
together with the first that isn't, in the order of the table. People who are kept back enter one number, to a step of
ten.
"""

from __future__ import annotations

from tests.spec.conftest import Expect


def test_a_small_cell_is_put_together_with_the_first_that_is_not_small(public: Expect) -> None:
    public(
        """
        # | cell   | people
        --+--------+-------
        1 | untold | 12
        2 | female | 3
        3 | male   | 40
        """,
        {"untold and female": "15 together", "female": "not shown", "male": "40", "all": "55"},
    )


def test_an_empty_cell_is_put_together_too(public: Expect) -> None:
    public(
        """
        # | cell   | people
        --+--------+-------
        1 | untold | 0
        2 | female | 9
        3 | male   | 40
        """,
        {"untold and female": "9 together", "male": "40"},
    )


def test_where_all_cells_but_one_are_small_only_the_total_is_told(public: Expect) -> None:
    public(
        """
        # | cell   | people
        --+--------+-------
        1 | untold | 0
        2 | female | 2
        3 | male   | 40
        """,
        {"male": "not shown", "all": "42"},
    )


def test_a_table_without_small_cells_is_shown_whole(public: Expect) -> None:
    public(
        """
        # | cell   | people
        --+--------+-------
        1 | untold | 5
        2 | female | 9
        3 | male   | 40
        """,
        {"untold": "5", "female": "9", "male": "40"},
    )


def test_how_many_are_kept_back_is_told_to_a_step_of_ten(public: Expect) -> None:
    public(
        """
        # | cell | people
        --+------+-------
        """,
        {
            "kept back, of 3": "0 to 9",
            "kept back, of 9": "0 to 9",
            "kept back, of 10": "10 to 19",
            "kept back, of 14": "10 to 19",
        },
    )
