"""Which aliases are one editor's, and which may be a slip of the fingers."""

from __future__ import annotations

import pytest

from habeas.domain.aliases import same_editor, slips_of


@pytest.mark.parametrize("other", ["Coca", "соса", "СОСА", "сoca", "co ca", "co\u00adca", "çoca"])
def test_aliases_that_look_alike_are_one_editor(other: str) -> None:
    assert same_editor("coca", other)


@pytest.mark.parametrize(("one", "other"), [("anna", "anne"), ("анна", "anna"), ("boris-1", "boris-2"), ("", "anna")])
def test_others_are_two(one: str, other: str) -> None:
    assert not same_editor(one, other)


@pytest.mark.parametrize("typed", ["ana", "annna", "anan", "anma", "Anna", "аnna", "anna "])
def test_one_slip_from_a_known_alias_is_told(typed: str) -> None:
    assert slips_of(typed, ["anna", "boris"]) == ["anna"]


@pytest.mark.parametrize("typed", ["anna", "clara", "heron-13", "an"])
def test_what_is_known_or_far_from_all_is_no_slip(typed: str) -> None:
    assert slips_of(typed, ["anna", "boris", "heron-12", ""]) == []
