"""What a fold yields: stretches of days with one status, each with the lines it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from habeas.domain.words import Status


@dataclass(frozen=True, slots=True)
class Spell:
    """A half-open run of days [first, end) with one status; `end` is FOREVER while nothing ends it.

    `may_be` names what the status can be: itself alone, or for an uncertain spell each possibility. `because` are the
    lines that make it so, `against` those that contradict them and were set aside by the rule of the nearer voice.
    """

    first: date
    end: date
    status: Status
    may_be: tuple[Status, ...]
    because: tuple[int, ...]
    against: tuple[int, ...] = ()

    def covers(self, day: date) -> bool:
        return self.first <= day < self.end


@dataclass(frozen=True, slots=True)
class Readings:
    """What words of the vocabulary mean for liberty; `penalties` and `facilities` map a key to a status."""

    penalties: Mapping[str, Status] = field(default_factory=dict)
    facilities: Mapping[str, Status] = field(default_factory=dict)
