"""The order of events as each side tells it, and where two tellings can't both be true."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from habeas.domain.claims import AgreementReported, OrderTold
from habeas.domain.lines import Line


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling: steps in order, those of one step told as together. Version 1 has a sentence and no steps."""

    teller: str
    steps: tuple[tuple[str, ...], ...]
    gist: str
    line: int


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two things that one telling puts in another order than the other."""

    one: str
    other: str
    tellings: tuple[int, int]


def tellings(lines: Iterable[Line]) -> tuple[Telling, ...]:
    return tuple(telling for line in lines for telling in _telling(line))


def disagreements(told: Sequence[Telling]) -> tuple[Disagreement, ...]:
    """By pairs of tellings: every pair of steps that both tell and order differently."""
    found: list[Disagreement] = []
    for first, second in combinations(told, 2):
        places = [{step: place for place, steps in enumerate(each.steps) for step in steps} for each in (first, second)]
        shared = [step for step in places[0] if step in places[1]]
        for one, other in combinations(shared, 2):
            if _sign(places[0], one, other) != _sign(places[1], one, other):
                found.append(Disagreement(one, other, (first.line, second.line)))
    return tuple(found)


def _telling(line: Line) -> Iterator[Telling]:
    claim = line.claim
    if isinstance(claim, OrderTold):
        steps = tuple(tuple(part.strip() for part in step.split("+")) for step in claim.steps)
        yield Telling(claim.teller, steps, claim.gist, line.number)
    elif isinstance(claim, AgreementReported) and claim.order:
        speaker = line.evidence.speaker if line.evidence else ""
        yield Telling(speaker, (), claim.order, line.number)


def _sign(places: dict[str, int], one: str, other: str) -> int:
    """Before, together or after."""
    return (places[one] > places[other]) - (places[one] < places[other])
