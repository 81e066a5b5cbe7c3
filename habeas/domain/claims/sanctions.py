"""What is said of the legal instruments of sanctions.

A target is one party or thing by its name; what goes beyond those named ("firms they own by half or more") is scope.
`replaces` and `renews` name an instrument that ends when this one begins; a renewal goes on from it without a break.
"""

from __future__ import annotations

from habeas.domain.agreement_words import Licence
from habeas.domain.claims.claim import Claim, about
from habeas.domain.dates import PartialDate
from habeas.domain.words import Answer


@about("instrument")
class InstrumentNamed(Claim):
    """What an instrument is called, whose it is, its number, the series it belongs to and the source of its text."""

    title: str
    sanctioner: str
    number: str = ""
    series: str = ""
    text: str = ""


@about("instrument")
class Listed(Claim):
    """A sanctioner put parties on its list."""

    VERSION = 2

    sanctioner: str
    when: PartialDate
    targets: tuple[str, ...]
    programme: str = ""
    scope: str = ""


@about("instrument")
class Delisted(Claim):
    """A sanctioner took parties off its list."""

    VERSION = 2

    sanctioner: str
    when: PartialDate
    targets: tuple[str, ...]
    replaces: str = ""
    scope: str = ""
    stays_closed: str = ""


@about("instrument")
class Licensed(Claim):
    """A licence permits dealings with parties that stay listed."""

    VERSION = 2

    sanctioner: str
    when: PartialDate
    targets: tuple[str, ...]
    until: PartialDate | None = None
    open_ended: Answer = Answer.UNKNOWN
    stays_closed: str = ""
    duties: str = ""
    replaces: str = ""
    licence: Licence = Licence.UNKNOWN
    scope: str = ""
    renews: str = ""
    renewable: Answer = Answer.UNKNOWN
    stays_listed: Answer = Answer.UNKNOWN


@about("instrument")
class Waived(Claim):
    """A measure waived under a statute."""

    VERSION = 2

    sanctioner: str
    when: PartialDate
    targets: tuple[str, ...]
    until: PartialDate | None = None
    replaces: str = ""
    scope: str = ""
    stays_closed: str = ""
    duties: str = ""
    renews: str = ""


@about("instrument")
class Suspended(Claim):
    """Measures alive in law and not applied for a time."""

    VERSION = 2

    sanctioner: str
    when: PartialDate
    targets: tuple[str, ...]
    until: PartialDate | None = None
    stays_closed: str = ""
    scope: str = ""
    replaces: str = ""
    renews: str = ""
    duties: str = ""


@about("instrument")
class DebtRestricted(Claim):
    """Dealings in new debt of parties forbidden."""

    VERSION = 2

    sanctioner: str
    when: PartialDate
    targets: tuple[str, ...]
    scope: str = ""


@about("instrument")
class Expired(Claim):
    """An instrument, or a measure that it carries, ran out."""

    sanctioner: str
    when: PartialDate


@about("instrument")
class Revoked(Claim):
    """An instrument was withdrawn."""

    VERSION = 2

    sanctioner: str
    when: PartialDate
    replaced_by: str = ""
    why: str = ""


@about("instrument")
class WoundDown(Claim):
    """A licence for an orderly end of dealings."""

    VERSION = 2

    sanctioner: str
    when: PartialDate
    targets: tuple[str, ...]
    until: PartialDate | None = None
    replaces: str = ""
    scope: str = ""
    stays_closed: str = ""
    duties: str = ""


@about("instrument")
class ReliefEndForeseen(Claim):
    """What would end the relief that an instrument gives: the trigger, how long before it is told, what follows."""

    trigger: str
    notice: str = ""
    wind_down: str = ""
    discretionary: Answer = Answer.UNKNOWN
