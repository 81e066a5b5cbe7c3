"""Which lines stand: not retracted as of a line of the ledger, not withheld, and for the public accepted by two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from habeas.domain.acceptance import Acceptance
from habeas.domain.claims import Wish
from habeas.domain.identity import clusters
from habeas.domain.judgements import Cleared, NotSamePerson, Restricted, Retracted, SamePerson, Withheld
from habeas.domain.lines import Line
from habeas.domain.retraction import retracted
from habeas.domain.words import Wished
from habeas.ledger.sight import Sight
from habeas.register.answers import Audience
from habeas.register.releases import is_copy

_NOW = 2_147_483_647


@dataclass(frozen=True)
class Lines:
    """The lines of mentions that may be one person, or of one batch or source, with every line that judges them."""

    all: tuple[Line, ...]

    @staticmethod
    def of(lines: Iterable[Line]) -> Lines:
        """In order, each once."""
        return Lines(tuple(line for _, line in sorted({line.number: line for line in lines}.items())))

    def standing(self, known: int, audience: Audience) -> list[Line]:
        """What counts at line `known` for the audience."""
        seen = self.seen_by(audience, known)
        if audience is Audience.PUBLIC and not self.all_replayed:
            return [line for line in seen if not self.acceptance.taken_back(line, known)]
        gone = retracted(self._retractions, known) if self._retractions else frozenset()
        return [line for line in seen if line.number not in gone]

    def seen_by(self, audience: Audience, known: int) -> list[Line]:
        """What the audience may see at line `known`, retracted or not. What is withheld is so now and for ever."""
        if audience is Audience.PUBLIC and not self.all_replayed:
            return [line for line in self._agreed_now if line.number <= known and self.acceptance.agreed(line, known)]
        lines = self.all if audience is Audience.DESK else self._unwithheld
        return [line for line in lines if line.number <= known]

    @property
    def withholds(self) -> bool:
        return len(self._unwithheld) < len(self.all)

    @cached_property
    def all_replayed(self) -> bool:
        """A replay's lines were public when they were published; nobody has to agree to them."""
        return all(line.replayed for line in self.all)

    @cached_property
    def acceptance(self) -> Acceptance:
        return Acceptance(self.all)

    @cached_property
    def withheld(self) -> frozenset[int]:
        """Lines kept from the public by a judgement or a wish, alone or with the whole person."""
        return frozenset(line.number for line in self.all) - {line.number for line in self._agreed_now}

    @cached_property
    def _retractions(self) -> list[Line]:
        return [line for line in self.all if isinstance(line.claim, Retracted)]

    @cached_property
    def _unwithheld(self) -> tuple[Line, ...]:
        if is_copy():
            return self.all
        told = self.unrestricted.all
        if not any(isinstance(line.claim, (Withheld, Wish)) for line in told):
            return told
        gone = retracted(self._retractions)
        return _without_withheld(told, [line for line in self.all if line.number not in gone])

    @cached_property
    def _agreed_now(self) -> tuple[Line, ...]:
        """As the former, but nothing that one editor alone took back or cleared is shown again by that."""
        told = self.unrestricted.all
        if not any(isinstance(line.claim, (Withheld, Wish)) for line in told):
            return told
        shows = (Cleared, Wish)
        live = [line for line in self._live_for_two if not isinstance(line.claim, shows) or self._agreed(line)]
        return _without_withheld(told, live)

    @cached_property
    def restrictions(self) -> tuple[tuple[str, str, int], ...]:
        """Group, subject and line (0 for the whole subject) of all that is for some editors alone.

        One editor restricts; it takes two to lift it.
        """
        if not any(isinstance(line.claim, Restricted) for line in self.all):
            return ()
        live = self._live_for_two
        found: set[tuple[str, str, int]] = set()
        for line in live:
            claim = line.claim
            if isinstance(claim, Restricted):
                found.add((claim.group, line.subject, line.number))
                subjects = _same_people({line.subject}, live) if not claim.line else frozenset({line.subject})
                found.update((claim.group, subject, claim.line) for subject in subjects)
        return tuple(sorted(found))

    @cached_property
    def unrestricted(self) -> Lines:
        """Without what is for some editors alone."""
        if not self.restrictions:
            return self
        subjects = frozenset(subject for _, subject, line in self.restrictions if not line)
        numbers = frozenset(line for _, _, line in self.restrictions if line)
        reaches = Sight(frozenset(), subjects, numbers).reaches
        return Lines(tuple(line for line in self.all if reaches(line)))

    @cached_property
    def _live_for_two(self) -> list[Line]:
        """What stands when nothing that one editor alone took back is gone."""
        return [line for line in self.all if not self.acceptance.taken_back(line, _NOW)]

    def _agreed(self, line: Line) -> bool:
        return self.acceptance.agreed(line, _NOW)


def _without_withheld(told: Sequence[Line], live: Sequence[Line]) -> tuple[Line, ...]:
    lines, subjects = _withheld(live)
    return tuple(line for line in told if line.number not in lines and line.subject not in subjects)


def _withheld(live: Sequence[Line]) -> tuple[frozenset[int], frozenset[str]]:
    """Lines and whole subjects. What is withheld of one mention is withheld of all that are the same person.

    A wish not to be shown withholds as well, and a later wish to be named ends it.
    """
    said: dict[tuple[str, int], bool] = {}
    for line in live:
        claim = line.claim
        if isinstance(claim, (Withheld, Cleared)):
            said["" if claim.line else line.subject, claim.line] = isinstance(claim, Withheld)
        elif isinstance(claim, Wish):
            said[line.subject, 0] = claim.wished is not Wished.MAY_BE_NAMED
    lines = frozenset(number for (_, number), withheld in said.items() if withheld and number)
    subjects = {subject for (subject, number), withheld in said.items() if withheld and not number}
    return lines, _same_people(subjects, live)


def _same_people(subjects: set[str], live: Sequence[Line]) -> frozenset[str]:
    if not subjects:
        return frozenset()
    judged = [line for line in live if isinstance(line.claim, (SamePerson, NotSamePerson))]
    groups = clusters({line.subject for line in live} | subjects, judged).groups
    return frozenset(subject for group in groups if group & subjects for subject in group)
