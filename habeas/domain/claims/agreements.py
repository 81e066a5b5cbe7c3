"""What is said of agreements: promises and what they hang on, their fulfilment, and relief as it is told."""

from __future__ import annotations

from habeas.domain.agreement_words import About, Disclosure, Eased, Form, HowKnown, Level, Order, Owed
from habeas.domain.claims.claim import Claim, about
from habeas.domain.dates import PartialDate
from habeas.domain.words import Answer


@about("agreement")
class AgreementReported(Claim):
    """An agreement said to exist: between whom, in what form, how far disclosed and by whom, with which texts.

    `texts` are ids of sources that hold its text. `order` is how version 1 told the order of events, in one sentence.
    """

    VERSION = 2

    title: str
    when: PartialDate
    parties: tuple[str, ...]
    mediators: tuple[str, ...] = ()
    form: Form = Form.LINKED_ACTS
    disclosure: Disclosure = Disclosure.PARTIAL
    order: str = ""
    disclosed_by: tuple[str, ...] = ()
    kept_back_by: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


@about("agreement")
class OrderTold(Claim):
    """The order of events as one party or observer tells it.

    Each step is the key of a commitment, or words; keys joined by a plus sign happened together.
    """

    teller: str
    steps: tuple[str, ...]
    gist: str = ""


@about("agreement")
class CommitmentMade(Claim):
    """Who owes what to whom under an agreement, how much of what unit, by when or upon what.

    `number` is exact, `floor` at least, `ceiling` at most; `named_list` is a list that says who or what.
    """

    VERSION = 2

    commitment: str
    obligor: str
    beneficiary: str
    owed: Owed
    number: int | None = None
    unit: str = ""
    upon: str = ""
    due: PartialDate | None = None
    batch: str = ""
    instrument: str = ""
    title: str = ""
    floor: int | None = None
    ceiling: int | None = None
    named_list: str = ""


@about("agreement")
class CommitmentLinked(Claim):
    """Somebody ties a release or an instrument to a commitment; a commitment may have several of each."""

    commitment: str
    batch: str = ""
    instrument: str = ""
    gist: str = ""


@about("agreement")
class ConditionSet(Claim):
    """What a commitment hangs on: another commitment, a number of people freed in a batch, a day, or an event in words.

    `condition` is the condition's own key, by which assessors can speak of it.
    """

    commitment: str
    condition: str
    order: Order = Order.UNKNOWN
    on: str = ""
    batch: str = ""
    number: int | None = None
    unit: str = ""
    by: PartialDate | None = None
    event: str = ""
    discretionary: Answer = Answer.UNKNOWN
    known: HowKnown = HowKnown.STATED


@about("agreement")
class EndForeseen(Claim):
    """What would end a commitment or the relief under it: the trigger, how long before it is told, what follows."""

    commitment: str
    trigger: str
    notice: str = ""
    wind_down: str = ""
    discretionary: Answer = Answer.UNKNOWN
    known: HowKnown = HowKnown.STATED


@about("agreement")
class Fulfilled(Claim):
    """An assessor's grade of a commitment or condition, under a standard that the assessor names."""

    VERSION = 2

    commitment: str
    assessor: str
    when: PartialDate
    level: Level
    on_time: Answer = Answer.UNKNOWN
    matches_text: Answer = Answer.UNKNOWN
    standard: str = ""
    gist: str = ""


@about("agreement")
class Verified(Claim):
    """Somebody says that a commitment's fulfilment was verified, by what means, and how much of it."""

    VERSION = 2

    commitment: str
    verifier: str
    when: PartialDate
    means: str = ""
    number: int | None = None
    unit: str = ""


@about("agreement")
class Disputed(Claim):
    """Somebody disputes a fulfilment, a verification, an order of events or the terms."""

    VERSION = 2

    commitment: str
    disputer: str
    when: PartialDate
    what: str = ""
    of: About = About.UNKNOWN


@about("agreement")
class ReliefReported(Claim):
    """What an official or the press says was eased; an announcement is not an instrument."""

    VERSION = 2

    speaker: str
    when: PartialDate
    targets: tuple[str, ...]
    gist: str = ""
    instrument: str = ""
    commitment: str = ""
    eased: Eased = Eased.UNKNOWN
