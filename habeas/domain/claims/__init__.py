"""The closed list of claims: everything that can be said of a person, a batch, an agreement, an instrument or a source.

A claim is what somebody said, as values; whom or what it concerns is the subject of the line it stands on, and who
said it, where and in which words is the line's evidence. Subjects that claims refer to are given by id.
"""

from __future__ import annotations

from habeas.domain.claims.agreements import (
    AgreementReported,
    CommitmentMade,
    Disputed,
    Fulfilled,
    ReliefReported,
    Verified,
)
from habeas.domain.claims.claim import KINDS, LONGEST_TEXT, C, Claim, about
from habeas.domain.claims.custody import (
    Charged,
    Detained,
    Died,
    ExpulsionAttempted,
    HealthReported,
    Incommunicado,
    NationalityLost,
    PapersLost,
    Pardoned,
    RefusedToLeave,
    Released,
    RestrictedAfter,
    SeenFree,
    SeenHeld,
    SentenceChanged,
    Sentenced,
    Transferred,
    Tried,
    TurnedBack,
)
from habeas.domain.claims.lists import ListTaken, Registered, RowPrinted
from habeas.domain.claims.people import Born, Gendered, HasNationality, Named, Related, Wish, WorkedAs
from habeas.domain.claims.recognition import CaseAssessed, Recognised, RecognitionRefused, RecognitionWithdrawn
from habeas.domain.claims.releases import BatchAnnounced, BatchCounted, InBatch, StageMoved
from habeas.domain.claims.sanctions import (
    DebtRestricted,
    Delisted,
    Expired,
    Licensed,
    Listed,
    Revoked,
    Suspended,
    Waived,
    WoundDown,
)
from habeas.domain.claims.sources import Captured, Opened, Said, SameOrigin

__all__ = [
    "KINDS",
    "LONGEST_TEXT",
    "AgreementReported",
    "BatchAnnounced",
    "BatchCounted",
    "Born",
    "C",
    "Captured",
    "CaseAssessed",
    "Charged",
    "Claim",
    "CommitmentMade",
    "DebtRestricted",
    "Delisted",
    "Detained",
    "Died",
    "Disputed",
    "Expired",
    "ExpulsionAttempted",
    "Fulfilled",
    "Gendered",
    "HasNationality",
    "HealthReported",
    "InBatch",
    "Incommunicado",
    "Licensed",
    "ListTaken",
    "Listed",
    "Named",
    "NationalityLost",
    "Opened",
    "PapersLost",
    "Pardoned",
    "Recognised",
    "RecognitionRefused",
    "RecognitionWithdrawn",
    "RefusedToLeave",
    "Registered",
    "Related",
    "Released",
    "ReliefReported",
    "RestrictedAfter",
    "Revoked",
    "RowPrinted",
    "Said",
    "SameOrigin",
    "SeenFree",
    "SeenHeld",
    "SentenceChanged",
    "Sentenced",
    "StageMoved",
    "Suspended",
    "Transferred",
    "Tried",
    "TurnedBack",
    "Verified",
    "Waived",
    "Wish",
    "WorkedAs",
    "WoundDown",
    "about",
]
