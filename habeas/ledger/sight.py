"""What whoever asks may not see: restricted lines and subjects never come out of the ledger for them.

It is set around a request or a command. Where it isn't set everything is seen: the register is made of all lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from habeas.domain.lines import Line


@dataclass(frozen=True, slots=True)
class Sight:
    """The groups of whoever asks, and what these don't reach."""

    groups: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    lines: frozenset[int] = frozenset()

    def reaches(self, line: Line) -> bool:
        """A line about what is restricted, judging it or joined to it tells that it is there."""
        claim = line.claim
        return not (
            line.number in self.lines
            or line.subject in self.subjects
            or getattr(claim, "line", 0) in self.lines
            or getattr(claim, "other", "") in self.subjects
        )


_EVERYTHING = Sight()
_sight: ContextVar[Sight] = ContextVar("sight", default=_EVERYTHING)


def sight() -> Sight:
    return _sight.get()


def look(what: Sight) -> None:
    """From now on."""
    _sight.set(what)


@contextmanager
def seeing(what: Sight) -> Iterator[None]:
    before = _sight.set(what)
    try:
        yield
    finally:
        _sight.reset(before)


@contextmanager
def seeing_everything() -> Iterator[None]:
    with seeing(_EVERYTHING):
        yield
