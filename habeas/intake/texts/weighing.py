"""Proposals beside the register: who may be meant, what we hold of them, and what contradicts it. Nothing is mended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from habeas.domain.claims import InBatch
from habeas.intake.texts.weighed import Meant, Weighed
from habeas.intake.texts.weighing_people import of_person
from habeas.intake.texts.weighing_releases import announced, counted, exile, likeness_of, stage
from habeas.names.verdict import ABSENT_BELOW
from habeas.reading.claims.proposals import Proposal
from habeas.reading.read import Reading
from habeas.register.answers import Lens
from habeas.register.answers_people import Found
from habeas.register.ask.lines import person_told_of, releases_of_members, releases_told_of
from habeas.register.ask.person import find
from habeas.register.people import Person

MEANT_FROM = 0.5
"""From this probability on, a proposal is weighed against what is held of the likeliest person."""


def weigh(reading: Reading, lens: Lens) -> list[Weighed]:
    """Every proposal of a reading against the register."""
    beside = _Beside(reading, lens)
    return [beside.weighed(one) for one in reading.proposals]


@dataclass
class _Beside:
    reading: Reading
    lens: Lens
    meant: dict[int, tuple[Meant, ...]] = field(default_factory=dict)
    told: dict[str, Person | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for number, person in enumerate(self.reading.people):
            self.meant[number] = tuple(_meant(found) for found in find(person.name, self.lens, 5) if _fits(found))
        self.releases = releases_told_of(self.lens)
        self.batch = self._batch()

    def weighed(self, one: Proposal) -> Weighed:
        if one.person is not None and one.kind != "Said":
            matches = self.meant.get(one.person, ())
            person = self._person(matches)
            return of_person(one, matches, person, self.lens) if person else Weighed(one, matches)
        matches = self.meant.get(one.person, ()) if one.person is not None else ()
        if one.kind in ("BatchAnnounced", "BatchCounted", "StageMoved") or any(
            m.startswith("exile.") for m in one.marks
        ):
            return self._of_batch(one)
        return Weighed(one, matches)

    def _person(self, matches: Sequence[Meant]) -> Person | None:
        if not matches or matches[0].probability < MEANT_FROM:
            return None
        id = matches[0].id
        if id not in self.told:
            self.told[id] = person_told_of(id, self.lens)
        return self.told[id]

    def _batch(self) -> str:
        """The release that the text tells of: by its number, its day and its people, two of the three at least."""
        announced = next((one for one in self.reading.proposals if one.kind == "BatchAnnounced"), None)
        members = self._memberships()
        best = max(
            (
                (likeness_of(lines, announced, self.reading.published) + min(members.get(key, 0), 3), key)
                for key, lines in self.releases.items()
            ),
            default=(0, ""),
        )
        return best[1] if best[0] >= 3 else ""

    def _memberships(self) -> dict[str, int]:
        found: dict[str, int] = {}
        freed = {one.person for one in self.reading.proposals if one.kind == "Released" and one.person is not None}
        for number in freed:
            person = self._person(self.meant.get(number, ()))
            for batch in {claim.batch for _, claim in person.said(InBatch)} if person else ():
                found[batch] = found.get(batch, 0) + 1
        return found

    def _of_batch(self, one: Proposal) -> Weighed:
        if not self.batch:
            return Weighed(one)
        lines = self.releases[self.batch]
        if one.kind == "BatchAnnounced":
            return announced(one, lines, self.batch)
        if one.kind == "BatchCounted":
            return counted(one, lines, self.batch)
        if one.kind == "StageMoved":
            return stage(one, lines, self.batch)
        return exile(one, list(releases_of_members(self.batch, self.lens)), self.batch)


def _meant(found: Found) -> Meant:
    return Meant(found.id, found.name, round(found.probability, 4))


def _fits(found: Found) -> bool:
    return found.probability >= ABSENT_BELOW
