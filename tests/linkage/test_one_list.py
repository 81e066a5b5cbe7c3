"""The rows of a list against people: found in any spelling, and never two rows joined to one person unseen."""

from __future__ import annotations

from habeas.linkage.one_list import Named, link
from habeas.names.people import Asked, Verdict

PEOPLE: tuple[Named, ...] = (
    ("p-a", ("Сяргей Раснагорскі", "Sergei Rosnogorsky"), "male", "1980"),
    ("p-b", ("Марыя Снегалуг",), "female", ""),
    ("p-c", ("Янка Імшарук",), "", ""),
)


def test_an_empty_register_has_nobody() -> None:
    (answer,) = link([Asked("Янка Імшарук")], ())
    assert answer.verdict is Verdict.ABSENT and answer.candidates == ()


def test_a_person_is_found_in_another_script() -> None:
    answers = link([Asked("Раснагорскі Сяргей"), Asked("Maryia Snehaluh")], PEOPLE)
    assert [answer.candidates[0].id for answer in answers] == ["p-a", "p-b"]
    assert all(answer.candidates[0].reasons for answer in answers)


def test_gender_and_birth_may_be_missing_on_either_side() -> None:
    (known, unknown) = link([Asked("Янка Імшарук", "1990", "male"), Asked("Сяргей Раснагорскі")], PEOPLE)
    assert known.candidates[0].id == "p-c" and unknown.candidates[0].id == "p-a"


def test_two_rows_that_fit_one_person_are_both_unclear() -> None:
    answers = link([Asked("Сяргей Раснагорскі"), Asked("Sergei Rosnogorsky")], PEOPLE)
    assert [answer.verdict for answer in answers] == [Verdict.UNCLEAR, Verdict.UNCLEAR]


def test_a_row_without_a_name_is_absent_and_the_others_keep_their_order() -> None:
    answers = link([Asked(""), Asked("Марыя Снегалуг")], PEOPLE)
    assert answers[0].verdict is Verdict.ABSENT
    assert answers[1].candidates[0].id == "p-b"


def test_progress_is_told_for_each_row() -> None:
    told: list[tuple[int, int]] = []
    link([Asked("a"), Asked("b")], PEOPLE, lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]
