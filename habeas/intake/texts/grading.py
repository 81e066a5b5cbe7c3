"""How far a text as a whole can be trusted: by what it says of itself, and by whether anybody knows those it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from habeas.domain.words import Certainty, Nearness
from habeas.intake.texts.weighed import Weighed
from habeas.reading.read import Reading

_FEWEST_NAMED = 3
_FEWEST_KNOWN = 50
_TELLING = ("Released", "Sentenced", "Detained", "SeenHeld", "Died", "Charged")


@dataclass(frozen=True, slots=True)
class Grade:
    """Whether the text is graded low, and why in a sentence."""

    low: bool
    why: str = ""


def grade(reading: Reading, weighed: Sequence[Weighed], people_known: int) -> Grade:
    """Low is a text that calls itself machine-made, and one that tells of several prisoners of whom nobody is known.

    Where the register is small, that nobody fits says nothing.
    """
    if reading.machine_made:
        return Grade(True, f"It calls itself machine-made (“{reading.machine_made}”).")
    told = {one.proposal.person: one for one in weighed if one.proposal.kind in _TELLING and one.proposal.who}
    if len(told) >= _FEWEST_NAMED and people_known >= _FEWEST_KNOWN and not any(one.matches for one in told.values()):
        return Grade(True, f"It tells of {len(told)} people by name, and none of them is like anybody in the register.")
    return Grade(False)


def graded(weighed: Sequence[Weighed], by: Grade) -> list[Weighed]:
    """Of a text graded low every proposal is doubtful, and nobody in it stands near."""
    if not by.low:
        return list(weighed)
    return [
        replace(one, proposal=replace(one.proposal, certainty=Certainty.DOUBTFUL, nearness=Nearness.REPEATED))
        for one in weighed
    ]
