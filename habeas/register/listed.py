"""Whom each list that was taken gives by name among a release: those its latest version has; and those it dropped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from habeas.domain.claims import ListTaken, RowPrinted
from habeas.domain.lines import Line
from habeas.domain.words import Counted
from habeas.ledger import read
from habeas.register.answers import Lens
from habeas.register.answers_batches import Figure
from habeas.register.showing import sources_of
from habeas.register.standing import Lines
from habeas.register.tables import known, one_of


def named_by_lists(batch: str, lens: Lens) -> Iterator[Figure]:
    """A figure for each list, in the name of whoever published it: how many its latest version gives by name."""
    named = _names_by_list(batch, lens)
    taken = versions(named.keys(), lens)
    gone = dropped(taken, lens)
    sources = sources_of([line for told in taken.values() for line in told], lens)
    for listing, mentions in named.items():
        because = taken.get(listing, ())
        source = next((sources[line.evidence.source] for line in because if line.evidence), None)
        if source is not None:
            numbers = tuple(line.number for line in because)
            number = len(mentions - gone.get(listing, frozenset()))
            yield Figure(source.publisher, Counted.NAMED, Counted.NAMED.meaning, number, numbers, source)


def versions(listings: Collection[str], lens: Lens) -> dict[str, list[Line]]:
    """The lines that took each list, in order, as the lens shows them."""
    if not listings:
        return {}
    told = list(read.lines(subjects=listings, kinds=[ListTaken.KIND], upto=lens.known))
    whole = Lines.of([*told, *read.judging([line.number for line in told])])
    found: dict[str, list[Line]] = defaultdict(list)
    for line in whole.standing(lens.known, lens.audience):
        if isinstance(line.claim, ListTaken):
            found[line.subject].append(line)
    return found


def dropped(taken: dict[str, list[Line]], lens: Lens) -> dict[str, frozenset[str]]:
    """Of each list the mentions that its latest version has no more.

    A version says anew only the rows that came or moved, so that who stands in a row is whoever was last printed there,
    a heading as well. Without the numbers of rows, which aren't in a public copy, nobody can be said to be dropped.
    """
    printed: dict[str, dict[str, None]] = defaultdict(dict)
    stands: dict[str, dict[int, str]] = defaultdict(dict)
    if taken:
        columns, where = "listing, row, subject", f"{one_of('listing', taken)} ORDER BY number"
        for listing, row, subject in known("register_listed", columns, lens, where, *sorted(taken)):
            printed[listing][subject] = None
            stands[listing][row] = subject
    return {id: _gone(printed[id], stands[id], lines[-1]) for id, lines in taken.items()}


def _gone(printed: Collection[str], stands: Mapping[int, str], last: Line) -> frozenset[str]:
    assert isinstance(last.claim, ListTaken), "versions are what took the list"
    rows = last.claim.rows
    kept = {subject for row, subject in stands.items() if row <= rows}
    return frozenset(printed) - kept if rows else frozenset()


def _names_by_list(batch: str, lens: Lens) -> dict[str, set[str]]:
    rows = known("register_in_batch", "subject", lens, "batch = %s AND outcome <> 'nameless'", batch)
    told = list(read.lines(subjects={subject for (subject,) in rows})) if rows else []
    whole = Lines.of([*told, *read.judging([line.number for line in told])])
    named: dict[str, set[str]] = defaultdict(set)
    for line in whole.standing(lens.known, lens.audience):
        if isinstance(line.claim, RowPrinted):
            named[line.claim.listing].add(line.subject)
    return named
