"""Claims about agreements and instruments in plain English, one sentence each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from habeas.domain import claims as said
from habeas.domain.claims import Claim
from habeas.domain.dates import PartialDate
from habeas.domain.words import Answer, Eased, HowKnown, Level, Order
from habeas.register.tongue import in_words


def _reported(claim: said.AgreementReported) -> str:
    through = f", through {_and(claim.mediators)}" if claim.mediators else ""
    order = f" {claim.order}" if claim.order else ""
    return (
        f"An agreement is told of between {_and(claim.parties)}{through}{_on(claim.when)}: {claim.title};"
        f" {claim.form.meaning}; {claim.disclosure.meaning}.{order}"
    )


def _order(claim: said.OrderTold) -> str:
    steps = ", then ".join(claim.steps)
    return f"{claim.teller} tells the order so: {steps}.{f' {claim.gist}' if claim.gist else ''}"


def _made(claim: said.CommitmentMade) -> str:
    upon = f", upon {claim.upon}" if claim.upon else ""
    due = f", by {in_words(claim.due)}" if claim.due else ""
    what = f"{claim.title}: " if claim.title else ""
    return f"{what}{claim.obligor} owes {claim.beneficiary}: {claim.owed.meaning}{_quantity(claim)}{upon}{due}."


def _quantity(claim: said.CommitmentMade) -> str:
    unit = f" {claim.unit}" if claim.unit else ""
    if claim.number is not None:
        return f" ({claim.number}{unit})"
    told = [
        f"{word} {number}{unit}" for word, number in (("at least", claim.floor), ("at most", claim.ceiling)) if number
    ]
    return f" ({', '.join(told)})" if told else ""


def _linked(claim: said.CommitmentLinked) -> str:
    things = [f"the release {claim.batch}" if claim.batch else "", claim.instrument]
    return f"{claim.commitment} is tied to {_and(filter(None, things))}.{f' {claim.gist}' if claim.gist else ''}"


def _condition(claim: said.ConditionSet) -> str:
    number = f"{claim.number} {claim.unit or 'people'} of the release {claim.batch}" if claim.number is not None else ""
    by = f"by {in_words(claim.by)}" if claim.by else ""
    # The number says more exactly what the other commitment is.
    on = next(filter(None, (number, claim.on, claim.event.rstrip("."), by)), "something that is not told")
    order = "" if claim.order is Order.UNKNOWN else f" ({claim.order.meaning})"
    known = "" if claim.known is HowKnown.STATED else f"; {claim.known.meaning}"
    free = "; whether it is met is for one side to judge" if claim.discretionary is Answer.YES else ""
    return f"{claim.commitment} hangs on {on}{order}{known}{free}."


def _end(claim: said.EndForeseen | said.ReliefEndForeseen) -> str:
    notice = f" Notice: {claim.notice}." if claim.notice else ""
    after = f" Then: {claim.wind_down}." if claim.wind_down else ""
    return f"What would end it: {claim.trigger.rstrip('.')}.{notice}{after}"


def _fulfilled(claim: said.Fulfilled) -> str:
    level = claim.level.meaning if claim.level is Level.UNKNOWN else f"{claim.level}, {claim.level.meaning}"
    standard = f", by the standard “{claim.standard}”" if claim.standard else ""
    late = {Answer.YES: ", on time", Answer.NO: ", late", Answer.UNKNOWN: ""}[claim.on_time]
    text = {Answer.YES: ", as the text says", Answer.NO: ", not as was said", Answer.UNKNOWN: ""}[claim.matches_text]
    gist = f" {claim.gist}" if claim.gist else ""
    return f"{claim.assessor} grades {claim.commitment}{_on(claim.when)}: {level}{late}{text}{standard}.{gist}"


def _verified(claim: said.Verified) -> str:
    number = f" of {claim.number} {claim.unit}".rstrip() if claim.number is not None else ""
    means = f": {claim.means.rstrip('.')}" if claim.means else ""
    return f"{claim.commitment} is said to be verified{number} by {claim.verifier}{_on(claim.when)}{means}."


def _relief(claim: said.ReliefReported) -> str:
    eased = "" if claim.eased is Eased.UNKNOWN else f", {claim.eased.meaning}"
    gist = f": {claim.gist.rstrip('.')}" if claim.gist else ""
    return f"{claim.speaker} tells of relief for {_and(claim.targets)}{eased}{_on(claim.when)}{gist}."


def _acts(verb: str) -> Callable[[Any], str]:
    def telling(claim: Any) -> str:
        scope = f" {claim.scope}" if getattr(claim, "scope", "") else ""
        until = f", until {in_words(claim.until)}" if getattr(claim, "until", None) else ""
        if getattr(claim, "open_ended", Answer.UNKNOWN) is Answer.YES:
            until = ", without an end"
        before = [(word, getattr(claim, word, "")) for word in ("renews", "replaces")]
        after = "".join(f", {word} {other}" for word, other in before if other)
        texts = [getattr(claim, field, "") for field in ("stays_closed", "duties")]
        more = "".join(f" {text.rstrip('.')}." for text in texts if text)
        return f"{verb}{_and(claim.targets)}{scope}{_on(claim.when)}{until}{after}.{more}"

    return telling


def _named(claim: said.InstrumentNamed) -> str:
    number = f", number {claim.number}" if claim.number and claim.number not in claim.title else ""
    return f"Called {claim.title}{number}."


def _revoked(claim: said.Revoked) -> str:
    by = f", replaced by {claim.replaced_by}" if claim.replaced_by else ""
    return f"Withdrawn{_on(claim.when)}{by}.{f' {claim.why}' if claim.why else ''}"


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
    said.Disputed: lambda claim: f"{claim.disputer} disputes {claim.commitment}{_on(claim.when)}: {claim.what}",
    said.ReliefReported: _relief,
    said.InstrumentNamed: _named,
    said.Listed: _acts("Put on the list: "),
    said.Delisted: _acts("Taken off the list: "),
    said.Licensed: _acts("Dealings licensed with "),
    said.Waived: _acts("Waived for "),
    said.Suspended: _acts("Measures suspended for "),
    said.DebtRestricted: _acts("New debt restricted of "),
    said.WoundDown: _acts("Dealings may be wound down with "),
    said.Expired: lambda claim: f"Ran out{_on(claim.when)}.",
    said.Revoked: _revoked,
}


def _on(when: PartialDate | None) -> str:
    return f", {in_words(when)}" if when else ""


def _and(words: Iterable[str]) -> str:
    found = list(words)
    return f"{', '.join(found[:-1])} and {found[-1]}" if len(found) > 1 else "".join(found)
