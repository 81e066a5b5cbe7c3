"""Promises, kept or not or unknown

Whether a promise was kept is never typed in. People freed are counted from the register, as an interval; what can't be
computed is for those who assess it, each by name. Where they differ, or a part is not disclosed, the answer is unknown,
and says what decides it.
"""

from tests.spec.conftest import Expect


def test_a_number_is_met_only_if_the_whole_interval_meets_it(deal: Expect) -> None:
    deal(
        """
        # | what                         | by
        --+------------------------------+---
        1 | all terms are published      | A
        2 | promises 123 people freed    | A
        3 | 20 to 123 came free          |
        """,
        {"people freed": "unknown", "everything": "unknown", "what decides": "people freed"},
    )


def test_a_number_that_can_not_have_been_reached_is_not_met(deal: Expect) -> None:
    deal(
        """
        # | what                         | by
        --+------------------------------+---
        1 | all terms are published      | A
        2 | promises 52 people freed     | A
        3 | 16 to 51 came free           |
        """,
        {"people freed": "no", "everything": "no", "what decides": "people freed"},
    )


def test_at_least_is_met_by_more(deal: Expect) -> None:
    deal(
        """
        # | what                              | by
        --+-----------------------------------+---
        1 | all terms are published           | A
        2 | promises at least 50 people freed | A
        3 | 60 to 70 came free                |
        """,
        {"people freed": "yes", "everything": "yes"},
    )


def test_what_is_not_disclosed_keeps_everything_unknown(deal: Expect) -> None:
    deal(
        """
        # | what                           | by
        --+--------------------------------+---
        1 | all terms are published        | A
        2 | promises 52 people freed       | A
        3 | 52 to 52 came free             |
        4 | promises something undisclosed | B
        """,
        {
            "people freed": "yes",
            "something undisclosed": "unknown",
            "everything": "unknown",
            "what decides": "something undisclosed",
        },
    )


def test_terms_kept_back_do_the_same(deal: Expect) -> None:
    deal(
        """
        # | what                     | by
        --+--------------------------+---
        1 | terms are kept back      | A
        2 | promises 52 people freed | A
        3 | 52 to 52 came free       |
        """,
        {"people freed": "yes", "everything": "unknown", "what decides": "terms kept back"},
    )


def test_assessors_who_agree_decide_and_those_who_differ_leave_it_open(deal: Expect) -> None:
    deal(
        """
        # | what                       | by
        --+----------------------------+------
        1 | all terms are published    | A
        2 | promises an embassy        | B
        3 | promises visits            | A
        4 | an embassy: done in full   | Anna
        5 | visits: done in full       | Anna
        6 | visits: not started        | Boris
        """,
        {"an embassy": "yes", "visits": "unknown", "everything": "unknown", "what decides": "visits"},
    )


def test_who_disputes_that_it_was_done_is_heard(deal: Expect) -> None:
    deal(
        """
        # | what                     | by
        --+--------------------------+------
        1 | all terms are published  | A
        2 | promises an embassy      | B
        3 | an embassy: done in full | Anna
        4 | disputes an embassy      | Clara
        """,
        {"an embassy": "unknown", "everything": "unknown"},
    )


def test_a_promise_that_nobody_assessed_is_unknown_and_not_broken(deal: Expect) -> None:
    deal(
        """
        # | what                       | by
        --+----------------------------+---
        1 | all terms are published    | A
        2 | promises an end of arrests | A
        """,
        {"an end of arrests": "unknown", "everything": "unknown"},
    )
