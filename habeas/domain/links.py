"""What ties a promise, a release and an instrument to each other, with the lines that say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from habeas.domain.claims import CommitmentLinked, CommitmentMade, ReliefReported
from habeas.domain.promises import Agreement, Commitment


@dataclass(frozen=True, slots=True)
class Link:
    """A promise with a release, an instrument, or both. `stated` if one line ties them, else by what it hangs on."""

    commitment: str
    batch: str
    instrument: str
    stated: bool
    because: tuple[int, ...]


def links(agreement: Agreement) -> tuple[Link, ...]:
    """Each tie once, with all lines behind it; one that says less than another is left out."""
    found: dict[tuple[str, str, str], Link] = {}
    for link in _all(agreement):
        key = link.commitment, link.batch, link.instrument
        before = found.get(key)
        if before:
            because = tuple(sorted({*before.because, *link.because}))
            link = Link(*key, before.stated or link.stated, because)
        found[key] = link
    return tuple(link for link in found.values() if not _said_more(link, found.values()))


def _all(agreement: Agreement) -> Iterator[Link]:
    for one in agreement.commitments:
        for number, batch, instrument in _told(one):
            yield Link(one.key, batch, instrument, True, (number,))
        yield from _hanging(one, agreement)


def _told(one: Commitment) -> Iterator[tuple[int, str, str]]:
    for line in one.lines:
        claim = line.claim
        if isinstance(claim, (CommitmentMade, CommitmentLinked)) and (claim.batch or claim.instrument):
            yield line.number, claim.batch, claim.instrument
        elif isinstance(claim, ReliefReported) and claim.instrument:
            yield line.number, "", claim.instrument


def _hanging(one: Commitment, agreement: Agreement) -> Iterator[Link]:
    """What is promised upon a release is tied to it, and its instruments with it."""
    for told in agreement.conditions.values():
        for number, condition in told:
            if condition.commitment != one.key:
                continue
            other = agreement.commitment(condition.on)
            batches = [condition.batch] if condition.batch else list(other.batches) if other else []
            behind = tuple(sorted({number, *one.because, *(other.because if other else ())}))
            for batch in batches:
                for instrument in one.instruments or ("",):
                    yield Link(one.key, batch, instrument, False, behind)


def _said_more(link: Link, all: Iterable[Link]) -> bool:
    return any(
        other is not link
        and other.commitment == link.commitment
        and link.batch in ("", other.batch)
        and link.instrument in ("", other.instrument)
        for other in all
    )
