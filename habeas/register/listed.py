"""How many people each list that was taken gives by name among a release."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from habeas.domain.claims import ListTaken, RowPrinted
from habeas.domain.words import Counted
from habeas.ledger import read
from habeas.register.answers import Lens
from habeas.register.answers_batches import Figure
from habeas.register.showing import sources_of
from habeas.register.standing import Lines
from habeas.register.tables import known


def named_by_lists(batch: str, lens: Lens) -> Iterator[Figure]:
    """A figure for each list, in the name of whoever published it."""
    named = _names_by_list(batch, lens)
    taken = list(read.lines(subjects=named.keys(), kinds=[ListTaken.KIND], upto=lens.known)) if named else []
    sources = sources_of(taken, lens)
    for listing, mentions in named.items():
        because = tuple(line for line in taken if line.subject == listing)
        source = next((sources[line.evidence.source] for line in because if line.evidence), None)
        if source is not None:
            numbers = tuple(line.number for line in because)
            yield Figure(source.publisher, Counted.NAMED, Counted.NAMED.meaning, len(mentions), numbers, source)


def _names_by_list(batch: str, lens: Lens) -> dict[str, set[str]]:
    rows = known("register_in_batch", "subject", lens, "batch = %s AND outcome <> 'nameless'", batch)
    told = list(read.lines(subjects={subject for (subject,) in rows})) if rows else []
    whole = Lines.of([*told, *read.judging([line.number for line in told])])
    named: dict[str, set[str]] = defaultdict(set)
    for line in whole.standing(lens.known, lens.audience):
        if isinstance(line.claim, RowPrinted):
            named[line.claim.listing].add(line.subject)
    return named
