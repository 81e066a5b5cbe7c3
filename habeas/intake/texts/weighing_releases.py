"""What a text says of a release (how many, where to, of whose will), weighed against what is held of that release."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from habeas.domain.claims import BatchAnnounced, BatchCounted, Released, StageMoved
from habeas.domain.lines import Line
from habeas.domain.words import Counted, Exile, Manner
from habeas.intake.texts.weighed import Weighed, contradicts, named_day, numbers, when_of
from habeas.reading.claims.proposals import Proposal

_NEAR_DAYS = 8


def likeness_of(lines: Iterable[Line], announced: Proposal | None, published: date | None) -> int:
    total = 0
    for line in lines:
        claim = line.claim
        if not isinstance(claim, BatchAnnounced):
            continue
        same_number = announced is not None and announced.fields.get("number") == claim.number
        when = when_of(announced) if announced else None
        near = abs((when.first - claim.when.first).days) <= _NEAR_DAYS if when else False
        told = published is not None and 0 <= (published - claim.when.first).days <= 40
        total = max(total, 2 * same_number + (2 if near else 1 if told else 0))
    return total


def announced(one: Proposal, lines: Sequence[Line], batch: str) -> Weighed:
    held = [line for line in lines if isinstance(line.claim, BatchAnnounced)]
    if not held:
        return Weighed(one, batch=batch)
    when = when_of(one)
    contrary: list[Line] = []
    same: list[Line] = []
    for line in held:
        claim = line.claim
        assert isinstance(claim, BatchAnnounced), "chosen above"
        day = when is not None and not when.overlaps(claim.when)
        weekday = one.weekday is not None and claim.when.is_day and claim.when.first.weekday() != one.weekday
        number = claim.number is not None and one.fields.get("number") != claim.number
        (contrary if day or weekday or number else same).append(line)
    if not contrary:
        return Weighed(one, (), "same", numbers(same), batch=batch)
    return contradicts(one, (), contrary, _why_announced(one, contrary), batch)


def _why_announced(one: Proposal, contrary: Sequence[Line]) -> str:
    claim = contrary[0].claim
    assert isinstance(claim, BatchAnnounced), "chosen above"
    said, when = one.fields.get("number"), one.fields.get("when")
    if one.printed_when:
        printed = f"Printed “{one.printed_when}”"
    else:
        printed = f"The text has {when}" if when else "The text gives no day"
    number = f" The text has {said} people, the register {claim.number}." if said and said != claim.number else ""
    return f"{printed}; the register has {named_day(claim.when)}.{number}"


def counted(one: Proposal, lines: Sequence[Line], batch: str) -> Weighed:
    """Figures of several speakers for one thing needn't agree, and each is kept; only equal ones are the same."""
    same = [
        line
        for line in lines
        if isinstance(line.claim, (BatchCounted, BatchAnnounced, StageMoved))
        and line.claim.number == one.fields.get("number")
        and (not isinstance(line.claim, BatchCounted) or _counts_alike(one, line.claim))
    ]
    return Weighed(one, (), "same", numbers(same), batch=batch) if same else Weighed(one, batch=batch)


def _counts_alike(one: Proposal, claim: BatchCounted) -> bool:
    asked = str(one.fields.get("counted", ""))
    moving = {
        str(Counted.CROSSED),
        str(Counted.ANNOUNCED),
        str(Counted.NAMED),
        str(Counted.VERIFIED),
        str(Counted.CITIZENS),
    }
    return asked == str(claim.counted) or (asked in moving and str(claim.counted) in moving)


def stage(one: Proposal, lines: Sequence[Line], batch: str) -> Weighed:
    held = [line for line in lines if isinstance(line.claim, StageMoved) and line.claim.country]
    country = one.fields.get("country")
    if not country or not held:
        return Weighed(one, batch=batch)
    same = [line for line in held if getattr(line.claim, "country", "") == country]
    if same:
        return Weighed(one, (), "same", numbers(same), batch=batch)
    first = [line for line in held if getattr(line.claim, "order", 0) == 1] or held
    return contradicts(
        one,
        (),
        first,
        f"The text has {one.fields.get('place') or country}; the register's stages lead elsewhere.",
        batch,
    )


def exile(one: Proposal, lines: Sequence[Line], batch: str) -> Weighed:
    """“Permitted to leave” against people taken out of the country, and the other way round."""
    free = any(mark in one.marks for mark in ("exile.chosen", "exile.offered"))
    contrary = [
        line
        for line in lines
        if isinstance(line.claim, Released)
        and (
            (free and (line.claim.exile is Exile.FORCED or line.claim.manner is Manner.EXPELLED))
            or (not free and line.claim.exile is Exile.CHOSEN)
        )
    ]
    if contrary:
        why = (
            "The text says that they may leave; the register has them expelled."
            if free
            else "The register has some who left by choice."
        )
        return contradicts(one, (), contrary, why, batch)
    return Weighed(one, batch=batch)
