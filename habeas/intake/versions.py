"""What a version of a list keeps of the versions before it, and what becomes of rows that it no longer has."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from habeas.domain.claims import RowPrinted
from habeas.domain.judgements import NotAPerson, Retracted
from habeas.domain.lines import Candidate
from habeas.domain.words import TakenBack, Word
from habeas.intake.files.rows import Row
from habeas.intake.listings import Listing, Printed
from habeas.intake.live import live, taken_back
from habeas.ledger.read import judging, lines
from habeas.problems import BadInput

_DROPPED = "dropped from its list by a version that was taken in its place"
_BACK = "in the list again"
_FEW = 3


class Dropped(Word):
    """What is to become of the rows that a new version no longer has."""

    ASK = "ask", "they stand; but if they are most of the list, nothing is taken until somebody says what of them"
    STAND = "stand", "what they said stands: the source has only stopped printing them"
    RETRACT = "retract", "what they said is taken back: they were of a wrong file, or the same people in other words"


def kept_rows(rows: Sequence[Row], listing: Listing | None) -> dict[int, Printed]:
    """Which new row is which former one, of any version: the same words, and of several alike the first is the first.

    A row that went and came back is the mention that it was, so that nobody is counted twice and no verdict is lost.
    """
    former: dict[str, list[Printed]] = {}
    for one in _ever_printed(listing) if listing else ():
        former.setdefault(one.text, []).append(one)
    return {row.number: former[row.text].pop(0) for row in rows if former.get(row.text)}


def _ever_printed(listing: Listing) -> Iterator[Printed]:
    """Each mention once, as the latest version that has it prints it; those of the latest version first."""
    seen = set[str]()
    for version in reversed(listing.versions):
        for one in listing.printed(version):
            if one.subject not in seen:
                seen.add(one.subject)
                yield one


def stood(listing: Listing | None) -> frozenset[tuple[int, str]]:
    """Which mention stands in which row of the latest version."""
    return frozenset((one.row, one.subject) for one in listing.printed(listing.latest)) if listing else frozenset()


def people_in(listing: Listing) -> tuple[Printed, ...]:
    """The rows of the latest version that name somebody."""
    printed = listing.printed(listing.latest)
    nobody = {line.subject for line in live(NotAPerson, subjects=[one.subject for one in printed])}
    return tuple(one for one in printed if one.subject not in nobody)


def gone_from(listing: Listing, kept: Mapping[int, Printed]) -> tuple[Printed, ...]:
    """People of the latest version who stand in no row of the new one."""
    staying = {one.subject for one in kept.values()}
    return tuple(one for one in people_in(listing) if one.subject not in staying)


def check_not_most(listing: Listing, gone: Collection[Printed]) -> None:
    """BadInput if most of the people of the latest version, and at least three, are gone from the new one."""
    people, version = len(people_in(listing)), listing.latest.taken.version
    if len(gone) >= _FEW and 2 * len(gone) > people:
        raise BadInput(
            f"It may be the wrong file: of the {people} people in version {version} of this list, {len(gone)} are"
            " not in it. If it is the right one, say what of them: with --dropped stand the source has only stopped"
            " printing them, with --dropped retract the former version was a wrong file, and what it said of them is"
            " taken back. At the desk, choose one of the two under the list."
        )


def withdrawn(gone: Collection[Printed], source: str, editor: str) -> Iterator[Candidate]:
    """Take back what the list said by these rows; that they were printed stands, and so does every verdict."""
    said = list(lines(subjects={one.subject for one in gone})) if gone else []
    back = taken_back([line.number for line in said])
    for line in said:
        listed = line.evidence is not None and line.evidence.source == source
        if listed and not isinstance(line.claim, RowPrinted) and line.number not in back:
            yield Candidate(line.subject, Retracted(line.number, _DROPPED, TakenBack.DROPPED), None, editor)


def brought_back(kept: Collection[Printed], editor: str) -> Iterator[Candidate]:
    """Of rows that are in the list again, what was taken back when they went stands as before."""
    said = [line.number for line in lines(subjects={one.subject for one in kept})] if kept else []
    went = [line for line in judging(said) if isinstance(line.claim, Retracted) and line.claim.of is TakenBack.DROPPED]
    undone = taken_back([line.number for line in went])
    for line in went:
        if line.number not in undone:
            yield Candidate(line.subject, Retracted(line.number, _BACK, TakenBack.RETURNED), None, editor)
