"""What is said of agreements: promises, their fulfilment, and relief as it is told."""

from __future__ import annotations

from habeas.domain.claims.claim import Claim, about
from habeas.domain.dates import PartialDate
from habeas.domain.words import (
    Answer,
    Disclosure,
    Form,
    Level,
    Owed,
)


@about("agreement")
class AgreementReported(Claim):
    """An agreement said to exist: between whom, in what form, how far disclosed, in which order of events."""

    title: str
    when: PartialDate
    parties: tuple[str, ...]
    mediators: tuple[str, ...] = ()
    form: Form = Form.LINKED_ACTS
    disclosure: Disclosure = Disclosure.PARTIAL
    order: str = ""


@about("agreement")
class CommitmentMade(Claim):
    """Who owes what to whom under an agreement, how much, and upon what."""

    commitment: str
    obligor: str
    beneficiary: str
    owed: Owed
    number: int | None = None
    unit: str = ""
    upon: str = ""
    due: PartialDate | None = None
    batch: str = ""
    instrument: str = ""


@about("agreement")
class Fulfilled(Claim):
    """An assessor's grade of a commitment."""

    commitment: str
    assessor: str
    when: PartialDate
    level: Level
    on_time: Answer = Answer.UNKNOWN
    matches_text: Answer = Answer.UNKNOWN


@about("agreement")
class Verified(Claim):
    """Somebody says that a commitment's fulfilment was verified, and by what means."""

    commitment: str
    verifier: str
    when: PartialDate
    means: str = ""


@about("agreement")
class Disputed(Claim):
    """Somebody disputes a fulfilment, a verification or an order of events."""

    commitment: str
    disputer: str
    when: PartialDate
    what: str = ""


@about("agreement")
class ReliefReported(Claim):
    """What an official or the press says was eased; an announcement is not an instrument."""

    speaker: str
    when: PartialDate
    targets: tuple[str, ...]
    gist: str = ""
    instrument: str = ""
