"""Who is whom, by judgements. Anna, Boris and Clara are invented."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from habeas.domain.claims import Claim
from habeas.domain.identity import clusters
from habeas.domain.judgements import NotSamePerson, SamePerson
from habeas.domain.lines import Line

ANNA, ANN, ANIA, BORIS = "p-anna", "p-ann", "p-ania", "p-boris"


def judged(*said: tuple[str, Claim]) -> list[Line]:
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    return [Line(number, moment, subject, claim) for number, (subject, claim) in enumerate(said, start=1)]


def test_only_a_same_person_line_joins() -> None:
    found = clusters([ANNA, ANN, BORIS], judged((ANN, SamePerson(ANNA))))
    assert set(found.groups) == {frozenset({ANNA, ANN}), frozenset({BORIS})}
    assert found.because(ANNA) == (1,) and found.because(BORIS) == ()


def test_joins_reach_through_a_third() -> None:
    found = clusters([ANNA, ANN, ANIA], judged((ANN, SamePerson(ANNA)), (ANIA, SamePerson(ANN))))
    assert found.groups == (frozenset({ANNA, ANN, ANIA}),)
    assert found.because(ANIA) == (1, 2)


def test_without_the_line_that_joined_them_two_mentions_part() -> None:
    assert len(clusters([ANNA, ANN], judged()).groups) == 2


def test_a_remembered_difference_warns_when_joins_say_otherwise() -> None:
    lines = judged((ANN, SamePerson(ANNA)), (ANIA, SamePerson(ANN)), (ANIA, NotSamePerson(ANNA)))
    found = clusters([ANNA, ANN, ANIA], lines)
    assert len(found.warnings) == 1 and found.warnings[0].different == (3,)
    assert "Retract" in str(found.warnings[0])


def test_a_pair_judged_both_ways_stays_apart_and_warns() -> None:
    found = clusters([ANNA, ANN], judged((ANN, SamePerson(ANNA)), (ANNA, NotSamePerson(ANN))))
    assert len(found.groups) == 2
    assert found.warnings[0].same == (1,) and found.warnings[0].different == (2,)


pairs = st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"), st.booleans())


@given(st.lists(pairs, max_size=12), st.randoms())
def test_the_order_of_judgements_changes_no_cluster(said, chance) -> None:  # type: ignore[no-untyped-def]
    lines = judged(*((one, SamePerson(other) if same else NotSamePerson(other)) for one, other, same in said))
    shuffled = lines[:]
    chance.shuffle(shuffled)
    assert set(clusters("abcdef", lines).groups) == set(clusters("abcdef", shuffled).groups)
