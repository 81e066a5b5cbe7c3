"""A claim that an editor says by hand: planned against what stands, so that doubts are held and nothing overwritten."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from habeas.domain.ahead import check_not_ahead, days_ahead
from habeas.domain.claims import KINDS, BatchAnnounced, Captured, Claim
from habeas.domain.lines import Candidate, Evidence, Line
from habeas.domain.plan import Course, Decision, plan
from habeas.intake.correct import BUSY, checked_editor
from habeas.intake.live import append_if_still, live
from habeas.intake.mentions import one_person
from habeas.intake.sources import captured
from habeas.ledger.append import today
from habeas.ledger.read import has, last_number
from habeas.names.alike import same_name
from habeas.problems import BadInput

_TRIES = 5


@dataclass(frozen=True, slots=True)
class Told:
    """What became of a claim: the course, why, the lines it turns on, and its own number if it was appended."""

    decision: Decision
    number: int | None

    @property
    def held_by(self) -> str:
        """The doubt that holds it until an editor insists; empty if none does."""
        return self.decision.reason if self.number is None and self.decision.course is Course.HOLD else ""


def say(subject: str, claim: Claim, evidence: Evidence, *, by: str, insists: bool = False) -> Told:
    """Append it, unless this source has said so already, or a doubt holds it and the editor doesn't insist."""
    editor = checked_editor(by)
    _check(subject, claim, evidence)
    for _ in range(_TRIES):
        seen = last_number()
        candidate = Candidate(subject, claim, evidence, editor)
        decision = _timely(plan(candidate, _existing(subject, claim), alike=same_name), candidate)
        if decision.course is Course.KNOWN or (decision.course is Course.HOLD and not insists):
            return Told(decision, None)
        numbers = append_if_still([candidate], seen)
        if numbers is not None:
            return Told(decision, numbers[0])
    raise BadInput(BUSY)


def _timely(decision: Decision, candidate: Candidate) -> Decision:
    """A text that tells of a day after its own was misread, or bears a wrong day: held, unless it is known already."""
    said = candidate.evidence and captured().get(candidate.evidence.source)
    published = said.published if said else None
    if published is None or decision.course in (Course.KNOWN, Course.HOLD):
        return decision
    for _, day in days_ahead(candidate.claim, published.last):
        reason = f"It tells of {day}, and its source came out on {published}. Check both days."
        return Decision(Course.HOLD, reason, decision.lines)
    return decision


def _existing(subject: str, claim: Claim) -> list[Line]:
    """What stands of the kind, said of any of the mentions that are this person."""
    subjects = _together(subject)
    return live(*({type(claim), *_NAMES} if claim.ABOUT == "person" else {type(claim)}), subjects=subjects)


_NAMES = (KINDS["Named"],)


def _together(subject: str) -> Collection[str]:
    if not subject.startswith("p-"):
        return [subject]
    return next((group for group in one_person([subject]) if subject in group), frozenset({subject}))


def _check(subject: str, claim: Claim, evidence: Evidence) -> None:
    # The door refuses it too; here before a doubt that nobody could insist on.
    check_not_ahead(claim, today())
    if not live(Captured, subjects=[evidence.source]):
        raise BadInput(f"There is no source “{evidence.source[:80]}”. Put it on record first.")
    if claim.ABOUT == "person" and not (subject.startswith("p-") and has(subject)):
        raise BadInput(f"There is no person “{subject[:80]}”. Find the id by a name.")
    if (
        claim.ABOUT == "batch"
        and not isinstance(claim, BatchAnnounced)
        and not live(BatchAnnounced, subjects=[subject])
    ):
        raise BadInput(f"There is no release “{subject[:80]}”. Put it on record first.")
