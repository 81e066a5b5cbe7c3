"""What is said of a case by those who recognise or assess."""

from __future__ import annotations

from habeas.domain.claims.claim import Claim, about
from habeas.domain.dates import PartialDate


@about("person")
class Recognised(Claim):
    """Recognised as a political prisoner by a body, under a rule-set, on criteria; `former` only after release."""

    recogniser: str
    when: PartialDate
    ruleset: str = ""
    criteria: tuple[str, ...] = ()
    former: bool = False


@about("person")
class RecognitionRefused(Claim):
    """A body declined to recognise the person."""

    recogniser: str
    when: PartialDate
    reason: str = ""


@about("person")
class RecognitionWithdrawn(Claim):
    """A body took its recognition back."""

    recogniser: str
    when: PartialDate
    reason: str = ""


@about("person")
class CaseAssessed(Claim):
    """Observers or experts judged the case; an assessment is not a recognition."""

    assessor: str
    when: PartialDate
    finding: str
    categories: tuple[str, ...] = ()
