"""What may go out: every kind of claim, every field and every table by name. What isn't named here stays inside.

A test fails while a kind or field that the program knows is neither let out nor kept back here, so that whoever adds
one decides. "keys" name other subjects: such a field goes out if what it names does; else it is emptied, and where a
claim means nothing without it the whole claim stays inside.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fields:
    """Of one kind: what goes as it is, what goes if it names something public, what goes as its year, what stays."""

    goes: frozenset[str]
    keys: frozenset[str]
    years: frozenset[str]
    stays: frozenset[str]

    @property
    def decided(self) -> frozenset[str]:
        return self.goes | self.keys | self.years | self.stays


def _fields(goes: str = "", keys: str = "", years: str = "", stays: str = "") -> Fields:
    return Fields(*(frozenset(names.split()) for names in (goes, keys, years, stays)))


ALLOWED: Mapping[str, Fields] = {
    # Who somebody is. Of a birth the year alone, and never where.
    "Named": _fields("text language form patronymic"),
    "Born": _fields(years="when", stays="place"),
    "Gendered": _fields("gender"),
    "HasNationality": _fields("country"),
    "WorkedAs": _fields("role organisation since"),
    # Custody
    "Detained": _fields("when place facility into"),
    "Transferred": _fields("when facility into"),
    "Charged": _fields("articles when"),
    "Tried": _fields("when court"),
    "Sentenced": _fields("when penalty term articles regime court absent"),
    "SentenceChanged": _fields("when change penalty term articles"),
    "Incommunicado": _fields("since until"),
    "Pardoned": _fields("when by"),
    "Released": _fields("when act manner country place exile into"),
    "RefusedToLeave": _fields("when place"),
    "TurnedBack": _fields("when place"),
    "ExpulsionAttempted": _fields("when country"),
    "PapersKept": _fields("paper when"),
    "PapersLost": _fields("paper when"),
    "NationalityLost": _fields("country when"),
    "RestrictedAfter": _fields("restriction when"),
    "SeenHeld": _fields("when still facility"),
    "SeenFree": _fields("when still into"),
    "Died": _fields("when in_custody"),
    # Recognition. A refusal's reasons can accuse.
    "Recognised": _fields("recogniser when ruleset criteria former"),
    "RecognitionRefused": _fields("recogniser when", stays="reason"),
    "RecognitionWithdrawn": _fields("recogniser when", stays="reason"),
    "CaseAssessed": _fields("assessor when finding categories"),
    # Releases. A stage of a person's own is no more than its word.
    "BatchAnnounced": _fields("title when announcer number", keys="agreement"),
    "BatchCounted": _fields("counted number speaker note"),
    "FigurePublished": _fields("counter when number bound recogniser span what"),
    "StageMoved": _fields("stage order title when country place number"),
    "InBatch": _fields("stage nameless", keys="batch"),
    # Lists. The number of a row and the hash of a list tell of rows that don't go out.
    "ListTaken": _fields("claimed_complete", keys="source event", stays="sha256 version rows"),
    "RowPrinted": _fields("text", keys="listing", stays="row"),
    # Agreements and instruments
    "AgreementReported": _fields(
        "title when parties mediators form disclosure order disclosed_by kept_back_by", keys="texts"
    ),
    "CommitmentMade": _fields(
        "commitment obligor beneficiary owed number unit upon due title floor ceiling named_list",
        keys="batch instrument",
    ),
    "CommitmentLinked": _fields("commitment gist", keys="batch instrument"),
    "ConditionSet": _fields("commitment condition order on number unit by event discretionary known", keys="batch"),
    "EndForeseen": _fields("commitment trigger notice wind_down discretionary known"),
    "OrderTold": _fields("teller steps gist"),
    "Fulfilled": _fields("commitment assessor when level on_time matches_text standard gist"),
    "Verified": _fields("commitment verifier when means number unit"),
    "Disputed": _fields("commitment disputer when what of"),
    "ReliefReported": _fields("speaker when targets gist commitment eased", keys="instrument"),
    "InstrumentNamed": _fields("title sanctioner number series", keys="text"),
    "Listed": _fields("sanctioner when targets programme scope"),
    "Delisted": _fields("sanctioner when targets scope stays_closed", keys="replaces"),
    "Licensed": _fields(
        "sanctioner when targets until open_ended stays_closed duties licence scope renewable stays_listed",
        keys="replaces renews",
    ),
    "Waived": _fields("sanctioner when targets until scope stays_closed duties", keys="replaces renews"),
    "Suspended": _fields("sanctioner when targets until scope stays_closed duties", keys="replaces renews"),
    "WoundDown": _fields("sanctioner when targets until scope stays_closed duties", keys="replaces"),
    "DebtRestricted": _fields("sanctioner when targets scope"),
    "Expired": _fields("sanctioner when"),
    "Revoked": _fields("sanctioner when why", keys="replaced_by"),
    "ReliefEndForeseen": _fields("trigger notice wind_down discretionary"),
    # Sources and speech. Addresses go out in the linked edition alone (see EDITIONS).
    "Captured": _fields("publisher title address published sha256 origin"),
    "SameOrigin": _fields(keys="other"),
    "TimeProved": _fields("of by", stays="sha256 moment"),
    "Said": _fields("speaker gist when to"),
    # Judgements whose effect is seen. Why an editor judged so is talk of the desk.
    "SamePerson": _fields(keys="other", stays="probability reasons"),
    "NewPerson": _fields(),
    "Unsure": _fields(stays="other probability reasons"),
    "Retracted": _fields("line", stays="reason of"),
}

KEPT_BACK: Mapping[str, str] = {
    "HealthReported": "what ails a person is nobody's business",
    "Related": "relatives are private people, and in danger",
    "Wish": "what is wished is obeyed and not told",
    "Registered": "keys of other people's files",
    "NotAPerson": "what it is about doesn't go out either",
    "NotSamePerson": "the desk's memory; its effect is that nothing is joined",
    "ProposalDecided": "what a machine proposed and an editor made of it is the desk's business",
    "Accepted": "who agreed is the desk's business",
    "Rejected": "what was rejected doesn't go out",
    "Withheld": "what is withheld is not told of",
    "BeyondReach": "that somebody was within reach is not told of",
    "Restricted": "what is for some editors alone is not told of",
    "Cleared": "what was withheld before is not told of",
    "Erased": "what was erased is not told of",
    "ErasureAsked": "what is to be erased is not told of",
    "SnapshotTaken": "which lists are watched is the desk's business",
    "Kept": "hashes of what lies in the archive",
    "TimeProofMissing": "the archive's own business",
    "LookedAgain": "the archive's own business",
    "Opened": "the copy's own first line says what it is",
    "DataReleased": "the copy has a table of its data releases",
}
"""Kinds that never go out, and why."""

EVIDENCE = _fields("speaker printed language nearness certainty", keys="source", stays="locator")
"""Of what a claim rests on. The words around a quote can name anybody."""

WORDS_KEPT_BACK = frozenset({"Born"})
"""Kinds whose printed words stay inside: they hold the day of which the year alone goes out."""

TABLES = frozenset(
    {
        "ledger_line",
        "ledger_sealed",
        "public_release",
        "register_cited",
        "register_component",
        "register_fact",
        "register_in_batch",
        "register_listed",
        "register_member",
        "register_name",
        "register_restricted",
        "register_spell",
        "register_state",
        "register_stretch",
    }
)
"""Tables of the copy. All but the first three are made from what the first two hold and from nothing else."""

EDITIONS: Mapping[str, Mapping[str, frozenset[str]]] = {
    # A live link gets sites banned and those who pass them on fined.
    "plain": {"Captured": frozenset({"address"})},
    "linked": {},
}
"""Fields that an edition keeps back on top."""
