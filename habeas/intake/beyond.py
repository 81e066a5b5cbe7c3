"""Saying that members of a release are beyond the reach of the state that freed them: one says so, one agrees."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.domain.aliases import same_editor
from habeas.domain.claims import InBatch
from habeas.domain.judgements import Accepted, BeyondReach
from habeas.domain.lines import Candidate, Line
from habeas.intake.batches import known_batch
from habeas.intake.correct import checked_editor
from habeas.intake.live import append_if_still, live
from habeas.ledger.read import last_number
from habeas.problems import BadInput
from habeas.register.queries import members_counted
from habeas.register.waiting import waiting_among

_TRIES = 5


@dataclass(frozen=True, slots=True)
class Beyond:
    """How many memberships were said to be beyond reach, and how many that another had said so were agreed to."""

    said: int
    agreed: int


def beyond(batch: str, *, by: str, stage: str = "") -> Beyond:
    """Of all members counted so far, or those of one stage. Who is added later is within reach until said otherwise."""
    known_batch(batch)
    by = checked_editor(by)
    for _ in range(_TRIES):
        seen = last_number()
        candidates = _candidates(batch, stage, by)
        if append_if_still(candidates, seen) is not None:
            agreed = sum(isinstance(one.claim, Accepted) for one in candidates)
            return Beyond(len(candidates) - agreed, agreed)
    raise BadInput("Others keep writing to the ledger at the same time; nothing was written. Try again.")


def _candidates(batch: str, stage: str, by: str) -> list[Candidate]:
    members = _members(batch, stage)
    said = {getattr(line.claim, "line", 0): line for line in _said(members)}
    waiting = {line.number for line in waiting_among(line.number for line in said.values())}
    candidates = []
    for member in members:
        told = said.get(member.number)
        if told is None:
            candidates.append(Candidate(member.subject, BeyondReach(member.number), None, by))
        elif told.number in waiting and not same_editor(told.editor, by):
            candidates.append(Candidate(told.subject, Accepted(told.number), None, by))
    return candidates


def _members(batch: str, stage: str) -> list[Line]:
    subjects = members_counted(batch)
    told = live(InBatch, subjects=subjects) if subjects else []
    return [
        line
        for line in told
        if isinstance(line.claim, InBatch)
        and line.claim.batch == batch
        and not line.replayed
        and (not stage or line.claim.stage == stage)
    ]


def _said(members: list[Line]) -> list[Line]:
    subjects = {line.subject for line in members}
    told = live(BeyondReach, subjects=subjects) if subjects else []
    return [line for line in told if isinstance(line.claim, BeyondReach)]
