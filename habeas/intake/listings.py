"""Lists that were taken: their versions, and who stood in which row of which version."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.domain.claims import ListTaken, RowPrinted
from habeas.domain.lines import Line
from habeas.intake.live import live
from habeas.problems import BadInput


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

    def of_bytes(self, sha256: str) -> Version | None:
        return next((one for one in reversed(self.versions) if one.taken.sha256 == sha256), None)

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
    taken: dict[str, list[Version]] = {}
    rows: dict[str, list[Line]] = {}
    for line in live(ListTaken, RowPrinted):
        if isinstance(line.claim, ListTaken):
            taken.setdefault(line.subject, []).append(Version(line.number, line.claim))
        elif isinstance(line.claim, RowPrinted):
            rows.setdefault(line.claim.listing, []).append(line)
    return {
        id: Listing(id, versions[0].taken.source, versions[0].taken.event, tuple(versions), tuple(rows.get(id, ())))
        for id, versions in taken.items()
    }


def listing_of(source: str, event: str) -> Listing | None:
    return next((one for one in listings().values() if (one.source, one.event) == (source, event)), None)


def known_listing(id: str) -> Listing:
    known = listings()
    if id not in known:
        told = "; ".join(f"{one.id} ({one.source}, {one.event})" for one in list(known.values())[-30:])
        raise BadInput(f"There is no list “{id[:80]}”. " + (f"Known are: {told}." if told else "None was taken yet."))
    return known[id]
