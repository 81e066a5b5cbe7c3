"""Claims about agreements and instruments in plain words of the reader's language, one sentence each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import pgettext

from habeas.domain import claims as said
from habeas.domain.agreement_words import Eased, HowKnown, Level, Order
from habeas.domain.claims import Claim
from habeas.domain.dates import PartialDate
from habeas.domain.words import Answer
from habeas.register.tongue import in_words, meaning, part


def _reported(claim: said.AgreementReported) -> str:
    return _(
        "An agreement is told of between %(parties)s%(through)s%(on)s: %(title)s; %(form)s; %(disclosure)s.%(order)s"
    ) % {
        "parties": _and(claim.parties),
        "through": part(pgettext("part of a sentence", ", through %(what)s"), _and(claim.mediators)),
        "on": _on(claim.when),
        "title": claim.title,
        "form": meaning(claim.form),
        "disclosure": meaning(claim.disclosure),
        "order": f" {claim.order.rstrip('.')}." if claim.order else "",
    }


def _order(claim: said.OrderTold) -> str:
    return _("%(teller)s tells the order so: %(steps)s.%(gist)s") % {
        "teller": claim.teller,
        "steps": pgettext("between steps of an order", ", then ").join(claim.steps),
        "gist": f" {claim.gist}" if claim.gist else "",
    }


def _made(claim: said.CommitmentMade) -> str:
    return _("%(title)s%(obligor)s owes %(beneficiary)s: %(what)s%(upon)s%(due)s.") % {
        "title": f"{claim.title}: " if claim.title else "",
        "obligor": claim.obligor,
        "beneficiary": claim.beneficiary,
        "what": f"{meaning(claim.owed)}{_quantity(claim)}",
        "upon": part(pgettext("part of a sentence", ", upon %(what)s"), claim.upon),
        "due": part(pgettext("part of a sentence", ", by the time of %(what)s"), _date(claim.due)),
    }


def _quantity(claim: said.CommitmentMade) -> str:
    unit = f" {claim.unit}" if claim.unit else ""
    if claim.number is not None:
        return f" ({claim.number}{unit})"
    least = part(pgettext("part of a sentence", "at least %(what)s"), f"{claim.floor}{unit}" if claim.floor else "")
    most = part(pgettext("part of a sentence", "at most %(what)s"), f"{claim.ceiling}{unit}" if claim.ceiling else "")
    told = ", ".join(filter(None, (least, most)))
    return f" ({told})" if told else ""


def _linked(claim: said.CommitmentLinked) -> str:
    release = part(pgettext("part of a sentence", "the release %(what)s"), claim.batch)
    return _("%(commitment)s is tied to %(things)s.%(gist)s") % {
        "commitment": claim.commitment,
        "things": _and(filter(None, [release, claim.instrument])),
        "gist": f" {claim.gist}" if claim.gist else "",
    }


def _condition(claim: said.ConditionSet) -> str:
    judged = pgettext("part of a sentence", "; whether it is met is for one side to judge")
    return _("%(commitment)s hangs on %(what)s%(order)s%(known)s%(free)s.") % {
        "commitment": claim.commitment,
        "what": _hangs_on(claim),
        "order": "" if claim.order is Order.UNKNOWN else f" ({meaning(claim.order)})",
        "known": "" if claim.known is HowKnown.STATED else f"; {meaning(claim.known)}",
        "free": judged if claim.discretionary is Answer.YES else "",
    }


def _hangs_on(claim: said.ConditionSet) -> str:
    """The number says more exactly what the other commitment is."""
    if claim.number is not None:
        told = {"number": claim.number, "unit": claim.unit or _("people"), "batch": claim.batch}
        return _("%(number)s %(unit)s of the release %(batch)s") % told
    by = part(pgettext("part of a sentence", "by the time of %(what)s"), _date(claim.by))
    return next(filter(None, (claim.on, claim.event.rstrip("."), by)), _("something that is not told"))


def _end(claim: said.EndForeseen | said.ReliefEndForeseen) -> str:
    return _("What would end it: %(trigger)s.%(notice)s%(after)s") % {
        "trigger": claim.trigger.rstrip("."),
        "notice": part(pgettext("part of a sentence", " Notice: %(what)s."), claim.notice),
        "after": part(pgettext("part of a sentence", " Then: %(what)s."), claim.wind_down),
    }


def _fulfilled(claim: said.Fulfilled) -> str:
    late = {
        Answer.YES: pgettext("part of a sentence", ", on time"),
        Answer.NO: pgettext("part of a sentence", ", late"),
        Answer.UNKNOWN: "",
    }[claim.on_time]
    text = {
        Answer.YES: pgettext("part of a sentence", ", as the text says"),
        Answer.NO: pgettext("part of a sentence", ", not as was said"),
        Answer.UNKNOWN: "",
    }[claim.matches_text]
    number = "" if claim.level is Level.UNKNOWN else f"{claim.level}, "
    return _("%(assessor)s grades %(commitment)s%(on)s: %(level)s%(late)s%(text)s%(standard)s.%(gist)s") % {
        "assessor": claim.assessor,
        "commitment": claim.commitment,
        "on": _on(claim.when),
        "level": f"{number}{meaning(claim.level)}",
        "late": late,
        "text": text,
        "standard": part(pgettext("part of a sentence", ", by the standard “%(what)s”"), claim.standard),
        "gist": f" {claim.gist}" if claim.gist else "",
    }


def _verified(claim: said.Verified) -> str:
    number = f"{claim.number} {claim.unit}".rstrip() if claim.number is not None else ""
    return _("%(commitment)s is said to be verified%(number)s by %(verifier)s%(on)s%(means)s.") % {
        "commitment": claim.commitment,
        "number": part(pgettext("part of a sentence", " of %(what)s"), number),
        "verifier": claim.verifier,
        "on": _on(claim.when),
        "means": f": {claim.means.rstrip('.')}" if claim.means else "",
    }


def _relief(claim: said.ReliefReported) -> str:
    return _("%(speaker)s tells of relief for %(targets)s%(eased)s%(on)s%(gist)s.") % {
        "speaker": claim.speaker,
        "targets": _and(claim.targets),
        "eased": "" if claim.eased is Eased.UNKNOWN else f", {meaning(claim.eased)}",
        "on": _on(claim.when),
        "gist": f": {claim.gist.rstrip('.')}" if claim.gist else "",
    }


def _acts(verb: Promise) -> Callable[[Any], str]:
    def telling(claim: Any) -> str:
        scope = f" {claim.scope}" if getattr(claim, "scope", "") else ""
        renews = part(pgettext("part of a sentence", ", renews %(what)s"), getattr(claim, "renews", ""))
        replaces = part(pgettext("part of a sentence", ", replaces %(what)s"), getattr(claim, "replaces", ""))
        texts = [getattr(claim, field, "") for field in ("stays_closed", "duties")]
        more = "".join(f" {text.rstrip('.')}." for text in texts if text)
        told = str(verb) % {"targets": _and(claim.targets)}
        return f"{told}{scope}{_on(claim.when)}{_until(claim)}{renews}{replaces}.{more}"

    return telling


def _until(claim: Any) -> str:
    if getattr(claim, "open_ended", Answer.UNKNOWN) is Answer.YES:
        return pgettext("part of a sentence", ", without an end")
    return part(pgettext("part of a sentence", ", until %(what)s"), _date(getattr(claim, "until", None)))


def _named(claim: said.InstrumentNamed) -> str:
    number = claim.number if claim.number not in claim.title else ""
    told = part(pgettext("part of a sentence", ", number %(what)s"), number)
    return _("Called %(name)s%(number)s.") % {"name": claim.title, "number": told}


def _revoked(claim: said.Revoked) -> str:
    return _("Withdrawn%(on)s%(by)s.%(why)s") % {
        "on": _on(claim.when),
        "by": part(pgettext("part of a sentence", ", replaced by %(what)s"), claim.replaced_by),
        "why": f" {claim.why.rstrip('.')}." if claim.why else "",
    }


def _disputed(claim: said.Disputed) -> str:
    return _("%(disputer)s disputes %(commitment)s%(on)s: %(what)s.") % {
        "disputer": claim.disputer,
        "commitment": claim.commitment,
        "on": _on(claim.when),
        "what": claim.what.rstrip("."),
    }


TELLING: Mapping[type[Claim], Callable[[Any], str]] = {
    said.AgreementReported: _reported,
    said.OrderTold: _order,
    said.CommitmentMade: _made,
    said.CommitmentLinked: _linked,
    said.ConditionSet: _condition,
    said.EndForeseen: _end,
    said.ReliefEndForeseen: _end,
    said.Fulfilled: _fulfilled,
    said.Verified: _verified,
    said.Disputed: _disputed,
    said.ReliefReported: _relief,
    said.InstrumentNamed: _named,
    said.Listed: _acts(_lazy("Put on the list: %(targets)s")),
    said.Delisted: _acts(_lazy("Taken off the list: %(targets)s")),
    said.Licensed: _acts(_lazy("Dealings licensed with %(targets)s")),
    said.Waived: _acts(_lazy("Waived for %(targets)s")),
    said.Suspended: _acts(_lazy("Measures suspended for %(targets)s")),
    said.DebtRestricted: _acts(_lazy("New debt restricted of %(targets)s")),
    said.WoundDown: _acts(_lazy("Dealings may be wound down with %(targets)s")),
    said.Expired: lambda claim: _("Ran out%(on)s.") % {"on": _on(claim.when)},
    said.Revoked: _revoked,
}


def _on(when: PartialDate | None) -> str:
    return f", {in_words(when)}" if when else ""


def _date(when: PartialDate | None) -> str:
    return in_words(when) if when else ""


def _and(words: Iterable[str]) -> str:
    found = list(words)
    if len(found) < 2:
        return "".join(found)
    return pgettext("the last of several", "%(first)s and %(last)s") % {
        "first": ", ".join(found[:-1]),
        "last": found[-1],
    }
