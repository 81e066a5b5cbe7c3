"""Laws that hold for every story."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from habeas.domain.claims import SameOrigin
from habeas.domain.dates import FOREVER
from habeas.domain.lines import Line, Origin
from habeas.domain.origins import origins
from habeas.domain.timeline import Timeline, fold
from habeas.domain.words import Status
from habeas.domain.written import read_claim, write_claim
from tests.domain.made import claims, stories
from tests.spec.drawn import READINGS

ORIGINS = {
    "a": Origin("a", date(2025, 12, 13), date(2025, 12, 13)),
    "b": Origin("b", date(2025, 12, 13), date(2025, 12, 31)),
    "c": Origin("c", date(2025, 12, 15), date(2025, 12, 15)),
    "d": Origin("a", date(2025, 12, 13), date(2025, 12, 13)),
}


def told(lines: list[Line]) -> Timeline:
    return fold(lines, ORIGINS, READINGS)


@given(claims())
def test_every_claim_reads_back_from_its_written_form(claim) -> None:  # type: ignore[no-untyped-def]
    assert read_claim(claim.KIND, write_claim(claim)) == claim


@given(stories(), st.randoms())
def test_the_order_in_which_claims_arrive_changes_nothing_but_their_numbers(
    lines: list[Line], chance: random.Random
) -> None:
    shuffled = lines[:]
    chance.shuffle(shuffled)
    renumbered = [replace(line, number=number) for number, line in enumerate(shuffled, start=1)]
    back = {new.number: old.number for new, old in zip(renumbered, shuffled, strict=True)}
    for spell, other in zip(told(lines).spells, told(renumbered).spells, strict=True):
        assert (spell.first, spell.end, spell.may_be) == (other.first, other.end, other.may_be)
        assert set(spell.because) == {back[number] for number in other.because}


@given(stories())
def test_a_status_always_has_its_reasons_among_the_lines_given(lines: list[Line]) -> None:
    numbers = {line.number for line in lines}
    for spell in told(lines).spells:
        assert spell.because
        assert numbers.issuperset(spell.because) and numbers.issuperset(spell.against)
        assert not set(spell.because) & set(spell.against)


@given(stories())
def test_spells_follow_each_other_without_a_gap_to_the_open_end(lines: list[Line]) -> None:
    spells = told(lines).spells
    assert all(spell.first < spell.end for spell in spells)
    assert all(one.end == other.first for one, other in itertools.pairwise(spells))
    assert not spells or spells[-1].end == FOREVER


@given(stories())
def test_an_uncertain_spell_names_what_it_may_be_and_a_certain_one_is_that(lines: list[Line]) -> None:
    for spell in told(lines).spells:
        if spell.status is Status.UNCERTAIN:
            assert len(spell.may_be) > 1
        elif spell.status is not Status.UNKNOWN:
            assert spell.may_be == (spell.status,)


@given(stories(), stories(max_size=1))
def test_taking_a_claim_back_restores_what_stood_before(lines: list[Line], more: list[Line]) -> None:
    before = told(lines)
    added = [replace(line, number=100) for line in more]
    assert told([line for line in [*lines, *added] if line.number != 100]) == before


@given(stories(), st.integers(1, 12))
def test_rewrites_of_a_report_never_change_a_status(lines: list[Line], copies: int) -> None:
    """Ten rewrites of one wire are one voice."""
    if not lines:
        return
    wire = lines[0]
    assert wire.evidence is not None
    rewrites = [
        replace(wire, number=100 + copy, evidence=replace(wire.evidence, source=f"rewrite {copy}"))
        for copy in range(copies)
    ]
    known = ORIGINS.get(wire.evidence.source, Origin(wire.evidence.source))
    more = {**ORIGINS, **{f"rewrite {copy}": known for copy in range(copies)}}
    shown = [(spell.first, spell.end, spell.may_be) for spell in fold(lines, more, READINGS).spells]
    assert shown == [(s.first, s.end, s.may_be) for s in fold([*lines, *rewrites], more, READINGS).spells]


def test_a_chain_of_same_origins_is_one_origin_that_speaks_once() -> None:
    from tests.spec.drawn import ledger

    lines = ledger(
        """
        # | date       | what     | source | spoken     | origin
        --+------------+----------+--------+------------+-------
        1 | 2025-12-13 | released | a      | 2025-12-13 | wire
        2 | 2025-12-13 | released | b      | 2025-12-16 | wire
        3 | 2025-12-13 | released | c      | 2025-12-20 |
        """
    )
    joined = [*lines, replace(lines[-1], number=9, subject="c", claim=SameOrigin("b"))]
    found = origins(joined)
    assert len({origin.group for origin in found.values()}) == 1
    assert {origin.first_spoken for origin in found.values()} == {date(2025, 12, 13)}
    assert origins(lines)["c"].group != origins(lines)["a"].group
