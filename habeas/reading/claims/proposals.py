"""A proposal: a claim that a text may be making, pinned to its words. It is no fact, and no line by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields

from habeas.domain.claims import KINDS, Claim
from habeas.domain.lines import Quote
from habeas.domain.locate import quote
from habeas.domain.words import Certainty, Nearness
from habeas.domain.written import Plain, read_claim
from habeas.reading.who.cast import Cast
from habeas.reading.words.hedges import Told

RULES = "rules"
"""Who proposes, where no model was asked."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What may be claimed, of whom, in whose name, how firmly, and where the text says so.

    `who` is the name of the person it is about, as printed, and empty for what is said of a release or an agreement.
    `fields` is the written form of the claim, which may lack some that the claim needs (`needs`).
    """

    kind: str
    fields: Mapping[str, Plain]
    start: int
    end: int
    quote: Quote
    language: str
    who: str = ""
    person: int | None = None
    speaker: str = ""
    certainty: Certainty = Certainty.STATED
    nearness: Nearness = Nearness.UNSTATED
    told: Told = Told.OUTRIGHT
    printed_when: str = ""
    weekday: int | None = None
    by: str = RULES
    note: str = ""
    marks: tuple[str, ...] = field(default=())

    @property
    def needs(self) -> tuple[str, ...]:
        """The fields that the claim can't be made without and the text doesn't give."""
        made = KINDS[self.kind]
        return tuple(
            each.name
            for each in fields(made)  # type: ignore[arg-type]
            if each.default is MISSING and self.fields.get(each.name) in (None, "", [])
        )

    def claim(self) -> Claim:
        """The claim itself; BadInput says what is missing."""
        return read_claim(self.kind, {name: value for name, value in self.fields.items() if value is not None})


def pinned(cast: Cast, start: int, end: int) -> tuple[int, int, Quote]:
    """A place without the blanks around it, and the quote that finds it again."""
    printed = cast.text.printed
    while start < end and printed[start].isspace():
        start += 1
    while end > start and printed[end - 1].isspace():
        end -= 1
    return start, end, quote(printed, start, end)
