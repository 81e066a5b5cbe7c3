"""What a text says happened after its own day: a promise or a misreading, and graded as one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from habeas.domain.dates import PartialDate
from habeas.domain.words import Certainty
from habeas.reading.claims.proposals import Proposal
from habeas.reading.words.hedges import Told

NOTE = "dated after the text itself: a promise or a misreading"


def doubt_days_ahead(found: Iterable[Proposal], published: date | None) -> list[Proposal]:
    """The same proposals; one of a day after the text's own is doubtful, and a release of such a day is none."""
    return [_doubted(one) if published and _is_ahead(one, published) else one for one in found]


def _is_ahead(one: Proposal, published: date) -> bool:
    when = one.fields.get("when")
    return isinstance(when, str) and bool(when) and PartialDate.parse(when).first > published


def _doubted(one: Proposal) -> Proposal:
    note = f"{one.note}; {NOTE}" if one.note else NOTE
    if one.kind != "Released":
        return replace(one, certainty=Certainty.DOUBTFUL, note=note)
    gist = " ".join(one.quote.exact.split())[:300]
    fields = {"speaker": one.speaker or "the text", "gist": gist}
    return replace(one, kind="Said", fields=fields, certainty=Certainty.DOUBTFUL, told=Told.UNREAL, note=note)
