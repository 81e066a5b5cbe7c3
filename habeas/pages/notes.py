"""Notes of a page: its claims numbered as in a book, so that every statement can point at what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from habeas.domain.words import Certainty, Nearness
from habeas.register.answers import ClaimShown, Standing

# Of these a page tells the reading alone: the printed words can hold what ails a person, or a day of birth.
_WORDS_KEPT_BACK = frozenset({"HealthReported", "Born"})


@dataclass(frozen=True, slots=True)
class Note:
    """A claim under its number on the page, with the claims' own numbers of those that contradict it.

    `about` names whom it is about, on a page that isn't that person's.
    """

    number: int
    claim: ClaimShown
    against: frozenset[int] = frozenset()
    about: str = ""

    @property
    def printed(self) -> str:
        return "" if self.claim.kind in _WORDS_KEPT_BACK else self.claim.printed

    @property
    def retracted(self) -> bool:
        return self.claim.standing is Standing.RETRACTED

    @property
    def set_aside(self) -> bool:
        return self.claim.standing is Standing.SET_ASIDE

    @property
    def how_firmly(self) -> str:
        """Nothing where the speaker said it outright, which goes without saying."""
        return "" if self.claim.certainty is Certainty.STATED else self.claim.certainty.meaning

    @property
    def how_near(self) -> str:
        return "" if self.claim.nearness is Nearness.UNSTATED else self.claim.nearness.meaning


class Notes:
    """The notes of one page, found by the claim's own number; what the page doesn't hold is left out."""

    def __init__(
        self,
        claims: Iterable[ClaimShown],
        against: Mapping[int, frozenset[int]] | None = None,
        about: Mapping[int, str] | None = None,
        first: int = 1,
    ) -> None:
        others, names = against or {}, about or {}
        self._notes = {
            claim.number: Note(number, claim, others.get(claim.number, frozenset()), names.get(claim.number, ""))
            for number, claim in enumerate(claims, first)
        }

    def __iter__(self) -> Iterator[Note]:
        return iter(self._notes.values())

    def __len__(self) -> int:
        return len(self._notes)

    def on(self, lines: Iterable[int]) -> tuple[Note, ...]:
        found = (self._notes[line] for line in set(lines) if line in self._notes)
        return tuple(sorted(found, key=lambda note: note.number))
