"""Judgements: what editors, or a matcher in their place, decided about claims and about who is whom. Lines like any."""

from __future__ import annotations

from habeas.domain.claims import Claim, about
from habeas.domain.dates import PartialDate
from habeas.domain.words import Basis, TakenBack, Verdict


@about("person")
class SamePerson(Claim):
    """The subject and the other are one person; the only thing that joins two mentions."""

    other: str
    probability: float | None = None
    reasons: tuple[str, ...] = ()


@about("person")
class NotSamePerson(Claim):
    """The subject and the other are two people; remembered, and a warning when a later join says otherwise."""

    other: str
    reasons: tuple[str, ...] = ()


@about("person")
class Unsure(Claim):
    """It is not clear whether the subject and the other are one person."""

    other: str
    probability: float | None = None
    reasons: tuple[str, ...] = ()


@about("person")
class NewPerson(Claim):
    """A mention that names somebody the register does not hold: from here on a person of the register."""


@about("person")
class NotAPerson(Claim):
    """A row that names nobody: a heading, a remark, a total."""

    reason: str = ""


@about("line")
class Accepted(Claim):
    """A second editor agrees with a line."""

    line: int


@about("line")
class Rejected(Claim):
    """A second editor disagrees with a line."""

    line: int
    reason: str = ""


@about("line")
class Retracted(Claim):
    """A line is taken back; what stood before it stands again. The line itself stays."""

    VERSION = 2

    line: int
    reason: str = ""
    of: TakenBack = TakenBack.SAID


@about("line")
class Withheld(Claim):
    """A line, or with line 0 everything about the subject, is kept from the public; at once and for every `known`."""

    line: int
    basis: Basis
    review: PartialDate | None = None


@about("line")
class BeyondReach(Claim):
    """A member of a release, by the line that says so, is beyond the reach of the state that released them."""

    line: int


@about("line")
class Restricted(Claim):
    """A line, or with line 0 everything about the subject, is for editors of a group alone, and never public."""

    line: int
    group: str


@about("line")
class Cleared(Claim):
    """A withheld line, or with line 0 a withheld subject, may be shown again."""

    line: int


@about("line")
class ErasureAsked(Claim):
    """One editor asks that the payload of a line be blanked, and why."""

    line: int
    reason: str = ""


@about("line")
class Erased(Claim):
    """A second editor agrees: the payload of the line is blanked, and the chain bears the gap."""

    line: int


@about("ledger")
class DataReleased(Claim):
    """A data release of the public copy: its number, the last line that could be in it, and the day that it bears."""

    number: int
    upto: int
    day: PartialDate


@about("source")
class ProposalDecided(Claim):
    """What an editor made of a claim that rules or a model proposed from a source; the two are kept side by side.

    `proposed` is the proposal as JSON, `made` the number of the line that came of it, or 0.
    """

    key: str
    proposed: str
    verdict: Verdict
    made: int = 0
    reason: str = ""
