"""A proposal as it stands beside the register: who may be meant, and the lines that it agrees with or contradicts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from habeas.domain.claims import Claim
from habeas.domain.dates import PartialDate
from habeas.domain.lines import Line
from habeas.reading.claims.proposals import Proposal
from habeas.register.sentences import sentence

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Meant:
    """Somebody of the register who may be meant."""

    id: str
    name: str
    probability: float


@dataclass(frozen=True, slots=True)
class Held:
    """A line that a proposal is weighed against, in words."""

    line: int
    says: str
    speaker: str
    source: str


@dataclass(frozen=True, slots=True)
class Weighed:
    """A proposal with who may be meant and how it stands: same, refines, contradicts or new."""

    proposal: Proposal
    matches: tuple[Meant, ...] = ()
    stands: str = "new"
    lines: tuple[int, ...] = ()
    against: tuple[Held, ...] = ()
    why: str = ""
    batch: str = ""


def contradicts(
    one: Proposal, matches: tuple[Meant, ...], contrary: Sequence[Line], why: str, batch: str = ""
) -> Weighed:
    against = tuple(_held(line) for line in contrary[:6])
    return Weighed(one, matches, "contradicts", numbers(contrary), against, why, batch)


def _held(line: Line) -> Held:
    evidence = line.evidence
    return Held(
        line.number, sentence(line.claim), evidence.speaker if evidence else "", evidence.source if evidence else ""
    )


def numbers(lines: Iterable[Line]) -> tuple[int, ...]:
    return tuple(sorted(line.number for line in lines))


def when_of(one: Proposal) -> PartialDate | None:
    written = one.fields.get("when")
    return PartialDate.parse(str(written)) if written else None


def day_of(claim: Claim) -> PartialDate | None:
    when = getattr(claim, "when", None)
    return when if isinstance(when, PartialDate) else None


def named_day(when: PartialDate) -> str:
    return f"{_DAYS[when.first.weekday()]} {when.first.day} {when.first:%B %Y}" if when.is_day else str(when)
