"""What whoever asks may not see: restricted lines and subjects never come out of the ledger for them.

It is set around a request or a command. Where it isn't set everything is seen: the register is made of all lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace

from habeas.domain.lines import Line
from habeas.ledger.kept_words import KeptWords, kept_words_masked


@dataclass(frozen=True, slots=True)
class Sight:
    """The groups of whoever asks, and what these don't reach; `words` are masked in what they do."""

    groups: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    lines: frozenset[int] = frozenset()
    words: KeptWords | None = None

    def reaches(self, line: Line) -> bool:
        """A line about what is restricted, judging it or joined to it tells that it is there."""
        claim = line.claim
        return not (
            line.number in self.lines
            or line.subject in self.subjects
            or getattr(claim, "line", 0) in self.lines
            or getattr(claim, "other", "") in self.subjects
        )

    def shown(self, line: Line) -> Line:
        return kept_words_masked(line, self.words) if self.words else line

    def text(self, text: str) -> str:
        """A text that is no line, such as what stands beside a name in an archived list."""
        return self.words.without(text) if self.words else text


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


@contextmanager
def seeing_words() -> Iterator[None]:
    """For what goes by the words of a line, such as finding a row of a list again; it is shown to nobody."""
    with seeing(replace(sight(), words=None)):
        yield
