"""The sources of the example: what they are, when they spoke, and whose voice they are unless a claim says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path

from habeas.domain.claims import Captured
from habeas.domain.lines import Evidence
from habeas.domain.written import Plain, read_claim, read_evidence
from habeas.intake.yaml_rows import Row, read
from habeas.problems import BadInput

NOON = time(12, tzinfo=UTC)
"""A publication is known by its day; the replay puts every one at noon, so that a day's end has them all."""

_CAPTURED = ("publisher", "title", "address", "published", "origin")
_VOICE = ("speaker", "nearness", "language")
_EVIDENCE = (*_VOICE, "printed", "certainty")


@dataclass(frozen=True, slots=True)
class Source:
    """A source and its own voice; `moment` is None for our own work, which goes with what it accompanies."""

    id: str
    captured: Captured
    voice: Mapping[str, Plain]
    moment: datetime | None

    def evidence(self, row: Row) -> Evidence:
        """The evidence of a claim that rests on this source, in the source's voice unless the row has another."""
        return read_evidence({**self.voice, **row.fields(_EVIDENCE), "source": self.id})


def read_sources(path: Path) -> dict[str, Source]:
    sources: dict[str, Source] = {}
    for row in read(path):
        source = _source(row)
        if source.id in sources:
            raise BadInput(f"{row.where}: the source “{source.id}” stands twice. Give this one another id.")
        sources[source.id] = source
    return sources


def _source(row: Row) -> Source:
    row.only(("id", *_CAPTURED, *_VOICE))
    row.text("address")
    try:
        captured = read_claim("Captured", {key: str(value) for key, value in row.fields(_CAPTURED).items()})
    except BadInput as problem:
        raise BadInput(f"{row.where}: {problem}") from None
    assert isinstance(captured, Captured), "the kind Captured reads as Captured"
    voice = {"speaker": row.text("publisher"), **row.fields(_VOICE)}
    published = captured.published
    moment = datetime.combine(published.last, NOON) if published else None
    return Source(row.text("id"), captured, voice, moment)
