"""The rows of a component over the whole of our past: what was known of its people from which line until which."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from habeas.domain.claims import RowPrinted
from habeas.domain.judgements import Accepted, Rejected
from habeas.domain.lines import Line
from habeas.register.answers import Audience
from habeas.register.people import people_of
from habeas.register.person_rows import Parts
from habeas.register.rows import InBatchRow, Known, ListedRow, Stood, coalesced
from habeas.register.standing import Lines
from habeas.register.voices import Voices

BITS = {Audience.DESK: 1, Audience.DRAFT: 2, Audience.PUBLIC: 4}
"""A row's audiences are a sum of these."""
WHOLE = 8
"""And of this, where something is restricted: the desk of those whose groups see all of it."""


def histories(lines: Lines, voices: Voices, moments: Sequence[int] | None = None) -> Iterator[tuple[int, Known]]:
    """Rows with the audiences that they are for; one set for all unless something is withheld or waits.

    Where only some moments can be asked about, `moments`, nothing between two of them is told.
    """
    if lines.restrictions:
        yield from ((WHOLE, known) for known in coalesced(_stood(lines, voices, Audience.DESK, moments)))
        lines = lines.unrestricted
        if not lines.all:
            return
    bits = {Audience.DESK: BITS[Audience.DESK]}
    draft = Audience.DRAFT if lines.withholds else Audience.DESK
    bits[draft] = bits.get(draft, 0) | BITS[Audience.DRAFT]
    public = draft if lines.all_replayed else Audience.PUBLIC
    bits[public] = bits.get(public, 0) | BITS[Audience.PUBLIC]
    for audience, sum_of_bits in bits.items():
        yield from ((sum_of_bits, known) for known in coalesced(_stood(lines, voices, audience, moments)))


def _stood(
    lines: Lines, voices: Voices, audience: Audience, moments: Sequence[int] | None
) -> Iterator[tuple[int, Stood]]:
    """All rows at each line that may have changed one; what stands just as before is not folded anew."""
    if not lines.ever_seen(audience):
        return
    parts = Parts(voices)
    spoken = set(_asked_about(_changes(lines, voices), moments))
    before: list[int] = []
    for number in sorted({*_asked_about(_turning_points(lines, audience), moments), *spoken}):
        standing = lines.standing(number, audience)
        now = [line.number for line in standing]
        if audience is Audience.PUBLIC:
            now += [-one for _, one in lines.nameless(number)]
        if now != before or number in spoken:
            yield number, _parts(lines, standing, number, audience, parts)
            before = now


def _parts(lines: Lines, standing: Sequence[Line], number: int, audience: Audience, parts: Parts) -> Stood:
    found: Stood = {}
    for person in people_of(standing, lines, number, audience).persons:
        found |= parts.of(person, number)
    if listed := frozenset(_listed(standing)):
        found["listed", listed] = listed
    if audience is Audience.PUBLIC and (nameless := frozenset(_nameless(lines, number))):
        found["nameless", nameless] = nameless
    return found


def _nameless(lines: Lines, known: int) -> Iterator[InBatchRow]:
    for batch, number in lines.nameless(known):
        # The row names no line: who looks at the number would see who it is.
        yield InBatchRow(batch, f"n-{number}", "", "", "nameless", 0)


def _listed(standing: Iterable[Line]) -> Iterator[ListedRow]:
    """Rows that name nobody are rows as well."""
    for line in standing:
        if isinstance(line.claim, RowPrinted):
            yield ListedRow(line.claim.listing, line.claim.row, line.subject, line.number)


def _turning_points(lines: Lines, audience: Audience) -> set[int]:
    """Acceptances change nothing for editors; those given at one moment turn the public's rows together."""
    numbers = {line.number for line in lines.all if not isinstance(line.claim, (Accepted, Rejected))}
    if audience is Audience.PUBLIC:
        last = {line.moment: line.number for line in lines.all if isinstance(line.claim, (Accepted, Rejected))}
        numbers.update(last.values())
    return numbers


def _changes(lines: Lines, voices: Voices) -> set[int]:
    sources = {line.evidence.source for line in lines.all if line.evidence}
    first = min(line.number for line in lines.all)
    return {number for number in voices.changes(sources) if number > first}


def _asked_about(points: Iterable[int], moments: Sequence[int] | None) -> Iterable[int]:
    """Each turning point put off to the first moment at which anybody can ask."""
    return points if moments is None else {moments[bisect_left(moments, point)] for point in points}


def cited(lines: Iterable[Line]) -> frozenset[str]:
    return frozenset(line.evidence.source for line in lines if line.evidence)
