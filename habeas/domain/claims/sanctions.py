"""What is said of the legal instruments of sanctions."""

from __future__ import annotations

from habeas.domain.claims.claim import Claim, about
from habeas.domain.dates import PartialDate
from habeas.domain.words import (
    Answer,
)


@about("instrument")
class Listed(Claim):
    """A sanctioner put parties on its list."""

    sanctioner: str
    when: PartialDate
    targets: tuple[str, ...]
    programme: str = ""


@about("instrument")
class Delisted(Claim):
    """A sanctioner took parties off its list."""

    sanctioner: str
    when: PartialDate
    targets: tuple[str, ...]
    replaces: str = ""


@about("instrument")
class Licensed(Claim):
    """A licence permits dealings with parties that stay listed."""

    sanctioner: str
    when: PartialDate
    targets: tuple[str, ...]
    until: PartialDate | None = None
    open_ended: Answer = Answer.UNKNOWN
    stays_closed: str = ""
    duties: str = ""
    replaces: str = ""


@about("instrument")
class Waived(Claim):
    """A measure waived under a statute."""

    sanctioner: str
    when: PartialDate
    targets: tuple[str, ...]
    until: PartialDate | None = None
    replaces: str = ""


@about("instrument")
class Suspended(Claim):
    """Measures alive in law and not applied for a time."""

    sanctioner: str
    when: PartialDate
    targets: tuple[str, ...]
    until: PartialDate | None = None
    stays_closed: str = ""


@about("instrument")
class DebtRestricted(Claim):
    """Dealings in new debt of parties forbidden."""

    sanctioner: str
    when: PartialDate
    targets: tuple[str, ...]


@about("instrument")
class Expired(Claim):
    """An instrument ran out."""

    sanctioner: str
    when: PartialDate


@about("instrument")
class Revoked(Claim):
    """An instrument was withdrawn."""

    sanctioner: str
    when: PartialDate
    replaced_by: str = ""


@about("instrument")
class WoundDown(Claim):
    """A licence for an orderly end of dealings."""

    sanctioner: str
    when: PartialDate
    targets: tuple[str, ...]
    until: PartialDate | None = None
    replaces: str = ""
