"""Which lines stand: not retracted as of a line of the ledger, not withheld, and for the public accepted by two."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from habeas.domain import embargo
from habeas.domain.acceptance import Acceptance
from habeas.domain.claims import InBatch, Released, Wish
from habeas.domain.embargo import embargoed, freed_inside
from habeas.domain.judgements import BeyondReach, Cleared, NotSamePerson, Restricted, Retracted, Withheld
from habeas.domain.lines import Line
from habeas.domain.retraction import retracted
from habeas.domain.withholding import people, same_people, unwished, withheld
from habeas.ledger.sight import Sight
from habeas.register.answers import Audience
from habeas.register.releases import is_copy

_NOW = 2_147_483_647
_number = attrgetter("number")


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
            told = (line for line in self._agreed_now if max(line.number, self.beyond.get(line.number, 0)) <= known)
            return [line for line in told if self.acceptance.agreed(line, known)]
        lines = self.all if audience is Audience.DESK else self._unwithheld
        return list(lines[: bisect_right(lines, known, key=_number)])

    def ever_seen(self, audience: Audience) -> bool:
        """Whether the audience may have seen anything of this, by any line; what nobody judged is known at a glance."""
        return audience is not Audience.PUBLIC or self.all_replayed or any(map(self.acceptance.ever_agreed, self.all))

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
    def told_in_part(self) -> frozenset[int]:
        """Lines kept from the public by themselves or by their kind, while the person may be shown."""
        lines, kinds = withheld(self._live_that_hides)[0], unwished(self._live_that_hides)
        return frozenset(
            line.number for line in self.all if line.number in lines or (line.subject, line.claim.KIND) in kinds
        )

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
        live = self._live_that_hides
        if any(isinstance(line.claim, (Withheld, Wish)) for line in told):
            told = _without_withheld(told, live)
        return told if self.all_replayed else self._without_embargoed(told, live)

    def _without_embargoed(self, told: Sequence[Line], live: Sequence[Line]) -> tuple[Line, ...]:
        agreed = [line for line in live if self._agreed(line)]
        if not any(isinstance(line.claim, (InBatch, Released)) for line in agreed):
            return tuple(told)
        persons = people(agreed)
        lines, subjects = embargoed(persons, agreed), freed_inside(persons, agreed)
        return tuple(line for line in told if line.number not in lines and line.subject not in subjects)

    @cached_property
    def beyond(self) -> dict[int, int]:
        """Lines that were under embargo, and the line of the ledger from which on they no longer are."""
        said = [one for one in self._live_for_two if isinstance(one.claim, BeyondReach) and self._agreed(one)]
        if not said:
            return {}
        since = max(self.acceptance.agreed_since(one) for one in said)
        agreed = [one for one in self._live_for_two if self._agreed(one) and one not in said]
        return dict.fromkeys(embargoed(people(agreed), agreed), since)

    @cached_property
    def within_reach(self) -> list[Line]:
        """Agreed lines that count somebody among a release who is kept nameless by the embargo."""
        return embargo.within_reach(self._agreed_by_two)

    @cached_property
    def people_agreed(self) -> tuple[frozenset[str], ...]:
        return people(self._agreed_by_two)

    def nameless(self, known: int) -> tuple[tuple[str, int], ...]:
        """Members of releases whom the public may only count: batch, and the line that says so, each person once."""
        if self.all_replayed:
            return ()
        seen = {line.number for line in self.seen_by(Audience.PUBLIC, known)}
        told = [line for line in self.all if isinstance(line.claim, InBatch) and line.number <= known]
        told = [line for line in told if self.acceptance.agreed(line, known) and not self._taken_back(line, known)]
        if not told or all(line.number in seen for line in told):
            return ()
        found: dict[tuple[str, int], int] = {}
        persons = self.people_agreed
        of = {subject: place for place, mentions in enumerate(persons) for subject in mentions}
        shown = {(batch, of.get(one.subject, -1)) for one in told if one.number in seen for batch in _batches(one)}
        for line in told:
            for batch in _batches(line):
                key = (batch, of.get(line.subject, -1))
                if key not in shown:
                    found.setdefault(key, line.number)
        return tuple((batch, number) for (batch, _), number in found.items())

    def _taken_back(self, line: Line, known: int) -> bool:
        return self.acceptance.taken_back(line, known)

    @cached_property
    def restrictions(self) -> tuple[tuple[str, str, int], ...]:
        """Group, subject and line (0 for the whole subject) of all that is for some editors alone.

        One editor restricts; it takes two to lift it.
        """
        if not any(isinstance(line.claim, Restricted) for line in self.all):
            return ()
        live = self._live_that_hides
        found: set[tuple[str, str, int]] = set()
        for line in live:
            claim = line.claim
            if isinstance(claim, Restricted):
                found.add((claim.group, line.subject, line.number))
                subjects = same_people({line.subject}, live) if not claim.line else frozenset({line.subject})
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

    @cached_property
    def _live_that_hides(self) -> list[Line]:
        """Of the former without what would show something and has one editor's word alone, such as a parting."""
        shows = (Cleared, Wish, BeyondReach, NotSamePerson)
        return [line for line in self._live_for_two if not isinstance(line.claim, shows) or self._agreed(line)]

    @cached_property
    def _agreed_by_two(self) -> list[Line]:
        return [line for line in self._live_for_two if self._agreed(line)]

    def _agreed(self, line: Line) -> bool:
        return self.acceptance.agreed(line, _NOW)


def _batches(line: Line) -> tuple[str, ...]:
    return (line.claim.batch,) if isinstance(line.claim, InBatch) else ()


def _without_withheld(told: Sequence[Line], live: Sequence[Line]) -> tuple[Line, ...]:
    lines, subjects = withheld(live)
    kinds = unwished(live)
    return tuple(
        line
        for line in told
        if line.number not in lines and line.subject not in subjects and (line.subject, line.claim.KIND) not in kinds
    )
