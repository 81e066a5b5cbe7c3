"""What to do with a candidate claim: append it, append it as corroboration, leave it since it is known, or hold it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from habeas.domain.claims import Born, Claim, Died, Gendered, Named
from habeas.domain.compare import Alike, Relation, compare
from habeas.domain.lines import Candidate, Line


class Course(Enum):
    """What becomes of a candidate."""

    APPEND = "append"
    """It says something new, or contradicts what is said; contradictions are kept."""
    CORROBORATE = "corroborate"
    """Another source says what we hold; it is appended beside it."""
    KNOWN = "known"
    """This source has said just this already; nothing is appended."""
    HOLD = "hold"
    """A person must look first; the reason says at what."""


@dataclass(frozen=True, slots=True)
class Decision:
    """The course, why, and the lines it turns on."""

    course: Course
    reason: str = ""
    lines: tuple[int, ...] = ()


def plan(candidate: Candidate, existing: Sequence[Line], *, alike: Alike | None = None) -> Decision:
    """Decide on a candidate, given the live lines of the same person, batch or source."""
    related = {
        line: relation
        for line in existing
        if (relation := compare(candidate.claim, line.claim, alike=alike)) is not Relation.UNRELATED
    }
    said = _of(related, Relation.SAME, Relation.SUBSUMED)
    own = [line for line in said if _same_source(line, candidate)]
    if own:
        return Decision(Course.KNOWN, "This source has said so already.", _numbers(own))
    contrary = _of(related, Relation.DIFFERS)
    if contrary and (reason := _doubtful(candidate.claim, existing, alike)):
        return Decision(Course.HOLD, reason, _numbers(contrary))
    if said:
        return Decision(Course.CORROBORATE, "Another source says the same.", _numbers(said))
    if contrary:
        return Decision(Course.APPEND, "It contradicts what another source says; both are kept.", _numbers(contrary))
    return Decision(Course.APPEND, "It adds to what is known.", _numbers(_of(related, Relation.REFINES)))


def _doubtful(claim: Claim, existing: Sequence[Line], alike: Alike | None) -> str:
    """Why a contradiction points to another person rather than to another opinion; empty if it does not."""
    match claim:
        case Born():
            return "It gives another date of birth. Is this the same person?"
        case Gendered():
            return "It gives another gender. Is this the same person?"
        case Died():
            return "It gives another date of death. Check the source before it is shown."
        case Named(text=text) if alike is not None:
            names = [line.claim.text for line in existing if isinstance(line.claim, Named)]
            if all(compare(claim, Named(name), alike=alike) is Relation.DIFFERS for name in names if name != text):
                return "The name is unlike every name that we hold of this person. Is this the same person?"
    return ""


def _of(related: Mapping[Line, Relation], *wanted: Relation) -> list[Line]:
    return [line for line, relation in related.items() if relation in wanted]


def _same_source(line: Line, candidate: Candidate) -> bool:
    one, other = line.evidence, candidate.evidence
    return (one.source if one else "") == (other.source if other else "")


def _numbers(lines: Sequence[Line]) -> tuple[int, ...]:
    return tuple(sorted(line.number for line in lines))
