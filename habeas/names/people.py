"""What goes into the language of names and what comes out of it."""

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Known:
    """One spelling of one person in a register; an id may come in many spellings."""

    id: str
    name: str
    birth_date: str = ""
    gender: str = ""
    patronymic: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A name on somebody's list, with whatever else the list says of that person."""

    name: str
    birth_date: str = ""
    gender: str = ""
    patronymic: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person of the register who may be meant, how probably, and why we think so."""

    id: str
    name: str
    probability: float
    reasons: tuple[str, ...]

    def __post_init__(self) -> None:
        if not 0.0 <= self.probability <= 1.0:
            raise ValueError(f"a probability lies between 0 and 1, not {self.probability}")


class Verdict(Enum):
    """What is done with a row of a list."""

    MATCH = "match"
    """One person of the register fits, and a wrong join is improbable enough to go on without a person."""

    UNCLEAR = "unclear"
    """Somebody may fit; an editor has to look."""

    ABSENT = "absent"
    """Nobody in the register fits this name well enough to be worth an editor's look."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The verdict on one asked name, with the people who may be meant, the likeliest first."""

    asked: Asked
    verdict: Verdict
    candidates: tuple[Candidate, ...]
