"""From judgements to people: mentions that a live SamePerson joins are one, and a remembered difference warns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from habeas.domain.joining import Joins
from habeas.domain.judgements import NotSamePerson, SamePerson
from habeas.domain.lines import Line


@dataclass(frozen=True, slots=True)
class IdentityWarning:
    """Two mentions judged different that stand in one cluster, or judged both same and different."""

    one: str
    other: str
    same: tuple[int, ...]
    different: tuple[int, ...]

    def __str__(self) -> str:
        return (
            f"{self.one} and {self.other} were judged two people (line {_numbers(self.different)}), "
            f"and joins say otherwise (line {_numbers(self.same)}). Retract the one that is wrong."
        )


@dataclass(frozen=True, slots=True)
class Clusters:
    """Groups of mentions that are one person each, why, and what does not fit."""

    groups: tuple[frozenset[str], ...]
    warnings: tuple[IdentityWarning, ...]
    joins: Mapping[frozenset[str], tuple[int, ...]]

    def because(self, subject: str) -> tuple[int, ...]:
        """The SamePerson lines that hold the subject's cluster together."""
        return next((self.joins.get(group, ()) for group in self.groups if subject in group), ())


def clusters(subjects: Iterable[str], judged: Iterable[Line]) -> Clusters:
    """Join the subjects by the live judgements among `judged`.

    A pair judged both same and different is left apart until a person decides: a wrong join shows one person's fate
    as another's, a missing one only leaves two half-told stories.
    """
    same, different = _pairs(judged)
    joined = Joins(subjects)
    for pair in same:
        if pair not in different:
            joined.join(*sorted(pair))
    groups = joined.groups()
    lines: dict[frozenset[str], tuple[int, ...]] = {}
    if len(same):
        home = {subject: group for group in groups for subject in group}
        for pair, numbers in same.items():
            if pair not in different:
                group = home[min(pair)]
                lines[group] = tuple(sorted({*lines.get(group, ()), *numbers}))
    return Clusters(groups, tuple(_warnings(same, different, joined, lines)), lines)


Pairs = dict[frozenset[str], tuple[int, ...]]


def _pairs(judged: Iterable[Line]) -> tuple[Pairs, Pairs]:
    same: Pairs = {}
    different: Pairs = {}
    for line in judged:
        claim = line.claim
        if isinstance(claim, (SamePerson, NotSamePerson)) and claim.other != line.subject:
            pairs = same if isinstance(claim, SamePerson) else different
            pair = frozenset((line.subject, claim.other))
            pairs[pair] = (*pairs.get(pair, ()), line.number)
    return same, different


def _warnings(
    same: Pairs, different: Pairs, joined: Joins, lines: Mapping[frozenset[str], tuple[int, ...]]
) -> Iterable[IdentityWarning]:
    for pair in sorted(different, key=sorted):
        one, other = sorted(pair)
        joined.add(one)
        joined.add(other)
        if pair in same:
            yield IdentityWarning(one, other, tuple(sorted(same[pair])), tuple(sorted(different[pair])))
        elif joined.top(one) == joined.top(other):
            numbers: Sequence[int] = next((n for group, n in lines.items() if one in group), ())
            yield IdentityWarning(one, other, tuple(numbers), tuple(sorted(different[pair])))


def _numbers(lines: Sequence[int]) -> str:
    return ", ".join(map(str, lines)) or "unknown"
