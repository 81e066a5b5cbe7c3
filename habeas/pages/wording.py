"""The words in which pages tell codes: statuses, what came of a report of freedom, and the six totals of a release."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from habeas.domain.words import Answer, Certainty, Nearness, Status
from habeas.register.answers import ClaimShown, Standing
from habeas.register.answers_people import PersonAnswer

STATUS: dict[Status, Promise] = {
    Status.HELD: pgettext_lazy("status", "held"),
    Status.HOUSE_ARREST: pgettext_lazy("status", "under house arrest"),
    Status.OPEN_INSTITUTION: pgettext_lazy("status", "in an open institution"),
    Status.HOME_RESTRICTION: pgettext_lazy("status", "restricted at home"),
    Status.BAIL: pgettext_lazy("status", "out on bail"),
    Status.FREE_IN_COUNTRY: pgettext_lazy("status", "free in the country"),
    Status.FREE_ABROAD: pgettext_lazy("status", "free abroad"),
    Status.DEAD: pgettext_lazy("status", "died"),
    Status.UNCERTAIN: pgettext_lazy("status", "uncertain"),
    Status.UNKNOWN: pgettext_lazy("status", "unknown"),
}
ANSWERS: dict[Answer, Promise] = {
    Answer.YES: pgettext_lazy("an answer", "yes"),
    Answer.NO: pgettext_lazy("an answer", "no"),
    Answer.UNKNOWN: pgettext_lazy("an answer", "unknown"),
}
FREE = (Status.FREE_IN_COUNTRY, Status.FREE_ABROAD)
SAYS_FREE = frozenset({"Released", "SeenFree"})
CONFIRMS = (Nearness.SUBJECT, Nearness.OFFICIAL, Nearness.MONITOR)

OUTCOME: dict[str, Promise] = {
    "matched": _("in this register"),
    "new": _("new to this register"),
    "unclear": _("unclear who this is"),
    "absent": _("not in this register"),
    "nameless": _("without a name"),
}
TOTALS: dict[str, Promise] = {
    "announced": _("How many a party to the release said are or will be freed."),
    "named": _("How many a list gives by name, of those whom this register shows here."),
    "matched": _("How many members of this release we know by name as people of this register."),
    "verified": _("How many releases somebody checked one by one."),
    "recognised": _("How many of the freed a body recognises as political prisoners."),
    "ours": _("How many members are free just after, by the claims that we hold."),
}
TITLES: dict[str, Promise] = {
    "announced": _("announced"),
    "named": _("named"),
    "matched": _("matched"),
    "verified": _("verified"),
    "recognised": _("recognised"),
    "ours": _("ours"),
}
TONGUES: dict[str, Promise] = {
    "be": _("Belarusian"),
    "be-Latn": _("Belarusian in Latin letters"),
    "be-tarask": _("Belarusian, older spelling"),
    "ru": _("Russian"),
    "en": _("English press"),
    "uk": _("Ukrainian"),
    "pl": _("Polish"),
    "lt": _("Lithuanian"),
    "lv": _("Latvian"),
    "de": _("German"),
    "fr": _("French"),
    "es": _("Spanish"),
    "ar": _("Arabic"),
    "zh": _("Chinese"),
}
DENIED = _("Reported free, and denied: claims that we set aside say so.")
CONFIRMED = _("The release is confirmed: by the person, the family, an authority or a monitor who checks cases.")
REPORTED = _("The release is reported and not confirmed: nobody who stood near it, or checked it, has said so.")


def tally(outcomes: Iterable[str]) -> list[tuple[int, str]]:
    """Everybody counted among a release, each once: in the register, new to it, not settled, without a name."""
    counted = Counter(outcomes)
    return [(counted[key], str(word)) for key, word in OUTCOME.items() if counted[key]]


def of_freedom(answer: PersonAnswer) -> str:
    """Free by whose word, or free by a word that others deny; empty where nobody spoke of a release."""
    if answer.status in FREE:
        spoken = [claim for claim in answer.claims if claim.number in answer.because and claim.kind in SAYS_FREE]
        return str(CONFIRMED if any(map(_confirms, spoken)) else REPORTED)
    return str(DENIED) if _denied(answer) else ""


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
