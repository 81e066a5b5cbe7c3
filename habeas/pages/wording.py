"""The words in which pages tell codes: statuses, what came of a report of freedom, and the six totals of a release."""

from __future__ import annotations

from collections.abc import Iterable

from habeas.domain.words import Certainty, Nearness, Status
from habeas.register.answers import ClaimShown, PersonAnswer, Standing

STATUS = {
    Status.HELD: "held",
    Status.HOUSE_ARREST: "under house arrest",
    Status.OPEN_INSTITUTION: "in an open institution",
    Status.HOME_RESTRICTION: "restricted at home",
    Status.BAIL: "out on bail",
    Status.FREE_IN_COUNTRY: "free in the country",
    Status.FREE_ABROAD: "free abroad",
    Status.DEAD: "died",
    Status.UNCERTAIN: "uncertain",
    Status.UNKNOWN: "unknown",
}
FREE = (Status.FREE_IN_COUNTRY, Status.FREE_ABROAD)
SAYS_FREE = frozenset({"Released", "SeenFree"})
CONFIRMS = (Nearness.SUBJECT, Nearness.OFFICIAL, Nearness.MONITOR)

OUTCOME = {
    "matched": "in this register",
    "new": "new to this register",
    "unclear": "unclear who this is",
    "absent": "not in this register",
    "nameless": "without a name",
}
TOTALS = {
    "announced": "How many a party to the release said are or will be freed.",
    "named": "How many a list gives by name.",
    "matched": "How many members of this release we know by name as people of this register.",
    "verified": "How many releases somebody checked one by one.",
    "recognised": "How many of the freed a body recognises as political prisoners.",
    "ours": "How many members are free just after, by the claims that we hold.",
}
TONGUES = {
    "be": "Belarusian",
    "be-Latn": "Belarusian in Latin letters",
    "be-tarask": "Belarusian, older spelling",
    "ru": "Russian",
    "en": "English press",
    "uk": "Ukrainian",
    "pl": "Polish",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "ar": "Arabic",
    "zh": "Chinese",
}
DENIED = "Reported free, and denied: claims that we set aside say so."
CONFIRMED = "The release is confirmed: by the person, the family, an authority or a monitor who checks cases."
REPORTED = "The release is reported and not confirmed: nobody who stood near it, or checked it, has said so."


def of_freedom(answer: PersonAnswer) -> str:
    """Free by whose word, or free by a word that others deny; empty where nobody spoke of a release."""
    if answer.status in FREE:
        spoken = [claim for claim in answer.claims if claim.number in answer.because and claim.kind in SAYS_FREE]
        return CONFIRMED if any(map(_confirms, spoken)) else REPORTED
    return DENIED if _denied(answer) else ""


def _confirms(claim: ClaimShown) -> bool:
    return claim.nearness in CONFIRMS and claim.certainty is Certainty.STATED


def _denied(answer: PersonAnswer) -> bool:
    against = _against(answer)
    return any(claim.number in against and claim.kind in SAYS_FREE for claim in _set_aside(answer.claims))


def _against(answer: PersonAnswer) -> frozenset[int]:
    now = (spell for spell in answer.spells if spell.first <= answer.as_of.on < spell.end)
    return frozenset(number for spell in now for number in spell.against)


def _set_aside(claims: Iterable[ClaimShown]) -> Iterable[ClaimShown]:
    return (claim for claim in claims if claim.standing is Standing.SET_ASIDE)
