"""Lists that were taken: their versions, and who stood in which row of which version."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from habeas.domain.claims import ListTaken, RowPrinted
from habeas.domain.lines import Line
from habeas.intake.live import live
from habeas.ledger.read import lines
from habeas.problems import BadInput
from habeas.register.queries import lines_printing


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a list: the number of the line that took it, and what that line says."""

    line: int
    taken: ListTaken


@dataclass(frozen=True, slots=True)
class Printed:
    """A row in one version of a list, and the mention that it is."""

    row: int
    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of one source on one event, all its versions, and every row that was ever printed in it."""

    id: str
    source: str
    event: str
    versions: tuple[Version, ...]
    rows: tuple[Line, ...]

    @property
    def latest(self) -> Version:
        return self.versions[-1]

    def before(self, version: Version) -> Version | None:
        at = self.versions.index(version)
        return self.versions[at - 1] if at else None

    def printed(self, version: Version) -> tuple[Printed, ...]:
        """The rows of that version.

        A version says anew only the rows that changed their place or came in, so that a row is who stood there last,
        up to the end of the version.
        """
        at = self.versions.index(version)
        until = self.versions[at + 1].line if at + 1 < len(self.versions) else None
        stood: dict[int, Printed] = {}
        for line in self.rows:
            claim = line.claim
            if isinstance(claim, RowPrinted) and (until is None or line.number < until):
                stood[claim.row] = Printed(claim.row, line.subject, claim.text)
        return tuple(stood[row] for row in sorted(stood) if row <= version.taken.rows)


def listings() -> dict[str, Listing]:
    """Every list by its id."""
    return {id: _listing(id, versions) for id, versions in _versions(live(ListTaken)).items()}


def listing_of(source: str, event: str) -> Listing | None:
    told = _versions(live(ListTaken)).items()
    return next(
        (_listing(id, of) for id, of in told if (of[0].taken.source, of[0].taken.event) == (source, event)), None
    )


def known_listing(id: str) -> Listing:
    found = _versions(live(ListTaken, subjects=[id]))
    if id in found:
        return _listing(id, found[id])
    known = [(each, of[0].taken) for each, of in _versions(live(ListTaken)).items()]
    told = "; ".join(f"{each} ({taken.source}, {taken.event})" for each, taken in known[-30:])
    raise BadInput(f"There is no list “{id[:80]}”. " + (f"Known are: {told}." if told else "None was taken yet."))


def _versions(taken: Iterable[Line]) -> dict[str, list[Version]]:
    versions: dict[str, list[Version]] = {}
    for line in taken:
        if isinstance(line.claim, ListTaken):
            versions.setdefault(line.subject, []).append(Version(line.number, line.claim))
    return versions


def _listing(id: str, versions: Sequence[Version]) -> Listing:
    first = versions[0].taken
    return Listing(id, first.source, first.event, tuple(versions), tuple(lines(numbers=lines_printing(id))))
