"""Proofs of time for what was captured: asked for at once, and again later where they couldn't be had."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from habeas.archive.store import fetch as stored
from habeas.archive.store import keep
from habeas.archive.time_proof import Proof, from_authority, from_calendar, is_anchored, proves, upgraded, verified
from habeas.domain.claims import Claim, TimeProofMissing, TimeProved
from habeas.domain.lines import Candidate
from habeas.intake.captures.reach import authorities, calendars, reach
from habeas.intake.live import live
from habeas.ledger.append import append, now
from habeas.problems import BadInput

Outcome = tuple[str, str]


def prove(
    source: str, record: str, *, editor: str, asked: Callable[[str], bool] = lambda by: True
) -> tuple[Outcome, ...]:
    """Ask every authority and calendar of this machine for a proof of the capture's record; say what came of each."""
    data, told = stored(record), list[Outcome]()
    for by, ask in _askable().items():
        if not asked(by):
            continue
        claim = _outcome(record, by, partial(ask, data))
        append([Candidate(source, claim, editor=editor)])
        told.append((by, claim.why if isinstance(claim, TimeProofMissing) else claim.moment or "promised"))
    return tuple(told)


def try_again(*, editor: str) -> tuple[Outcome, ...]:
    """Ask again for each proof that is missing, and let calendars' promises grow to what they have anchored."""
    lines = live(TimeProved, TimeProofMissing)
    had = {(line.claim.of, line.claim.by) for line in lines if isinstance(line.claim, TimeProved)}
    missing = {
        (line.subject, line.claim.of, line.claim.by): None
        for line in lines
        if isinstance(line.claim, TimeProofMissing) and (line.claim.of, line.claim.by) not in had
    }
    told: list[Outcome] = []
    for source, of, by in missing:
        told += prove(source, of, editor=editor, asked=by.__eq__)
    for source, claim in _promises():
        grown = upgraded(stored(claim.sha256), reach(), now).token
        if is_anchored(grown):
            append([Candidate(source, TimeProved(claim.of, claim.by, keep(grown)), editor=editor)])
            told.append((claim.by, "anchored"))
    return tuple(told)


def amiss() -> Iterator[tuple[str, str]]:
    """Proofs that prove nothing any more, checked offline: the proof's copy, and why."""
    known = {authority.address: authority for authority in authorities().values()}
    for line in live(TimeProved):
        claim = line.claim
        assert isinstance(claim, TimeProved)
        try:
            data, token = stored(claim.of), stored(claim.sha256)
            if claim.by in known:
                verified(data, token, known[claim.by].certificates)
            elif not claim.moment and not proves(token, data):
                yield claim.sha256, "it is a proof of other bytes"
            elif claim.moment:
                yield claim.sha256, f"the certificates of {claim.by} are not in the home folder"
        except BadInput as reason:
            yield claim.sha256, str(reason)


def _askable() -> dict[str, Callable[[bytes], Proof]]:
    how_far = reach()
    known: dict[str, Callable[[bytes], Proof]] = {
        one.address: partial(from_authority, authority=one, reach=how_far, clock=now) for one in authorities().values()
    }
    return known | {one: partial(from_calendar, calendar=one, reach=how_far, clock=now) for one in calendars()}


def _outcome(record: str, by: str, ask: Callable[[], Proof]) -> TimeProved | TimeProofMissing:
    try:
        proof = ask()
    except BadInput as reason:
        return TimeProofMissing(record, by, str(reason)[:300])
    moment = proof.moment.isoformat() if proof.moment else ""
    return TimeProved(record, by, keep(proof.token), moment)


def _promises() -> list[tuple[str, TimeProved]]:
    """Proofs of calendars that no block holds yet, the latest of each."""
    latest: dict[tuple[str, str], tuple[str, Claim]] = {}
    for line in live(TimeProved):
        if isinstance(line.claim, TimeProved) and not line.claim.moment:
            latest[line.claim.of, line.claim.by] = (line.subject, line.claim)
    found = [(source, claim) for source, claim in latest.values() if isinstance(claim, TimeProved)]
    return [(source, claim) for source, claim in found if not is_anchored(stored(claim.sha256))]
