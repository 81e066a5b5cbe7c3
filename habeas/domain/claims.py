"""The closed list of claims: everything that can be said of a person, a batch, an agreement, an instrument or a source.

A claim is what somebody said, as values; whom or what it concerns is the subject of the line it stands on, and who
said it, where and in which words is the line's evidence. Subjects that claims refer to are given by id.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar, dataclass_transform

from habeas.domain.dates import PartialDate, Term
from habeas.domain.words import (
    Act,
    Answer,
    Basis,
    Change,
    Counted,
    Disclosure,
    Exile,
    Form,
    Gender,
    Health,
    Kin,
    Kind,
    Level,
    Manner,
    NameForm,
    Owed,
    Paper,
    Status,
    Wished,
)
from habeas.problems import BadInput

LONGEST_TEXT = 4000
"""No field of a claim is longer than this many characters: a claim is a fact, the document stays in the archive."""


class Claim:
    """Base of every kind. KIND is the word in the ledger; VERSION grows when the fields of a kind change."""

    KIND = ""
    VERSION = 1
    ABOUT = ""
    __slots__ = ()

    def __post_init__(self) -> None:
        names: tuple[str, ...] = self.__slots__
        for name in names:
            value = getattr(self, name)
            if isinstance(value, str) and len(value) > LONGEST_TEXT:
                raise BadInput(f"{self.KIND}.{name} has {len(value)} characters, more than {LONGEST_TEXT}. Shorten it.")


C = TypeVar("C", bound=Claim)
_kinds: dict[str, type[Claim]] = {}
KINDS: Mapping[str, type[Claim]] = MappingProxyType(_kinds)


@dataclass_transform(frozen_default=True)
def about(subject: str) -> Callable[[type[C]], type[C]]:
    """Make a class one of the kinds of claim, said of that sort of subject."""

    def register(cls: type[C]) -> type[C]:
        made = dataclass(frozen=True, slots=True)(cls)
        made.KIND, made.ABOUT = cls.__name__, subject
        _kinds[made.KIND] = made
        return made

    return register


# People


@about("person")
class Named(Claim):
    """A name by which the subject is called, exactly as printed."""

    text: str
    language: str = ""
    form: NameForm = NameForm.FULL
    patronymic: str = ""

    def __post_init__(self) -> None:
        Claim.__post_init__(self)
        if not self.text.strip():
            raise BadInput("A name is empty. Give the name as it is printed, or leave the claim out.")


@about("person")
class Born(Claim):
    """When, and where if said, the person was born; the public copy keeps the year at most."""

    when: PartialDate
    place: str = ""


@about("person")
class Gendered(Claim):
    """The person's gender as the source gives it."""

    gender: Gender


@about("person")
class HasNationality(Claim):
    """Citizenship, as a lower-case two-letter country code."""

    country: str


@about("person")
class WorkedAs(Claim):
    """What the person does or did; `role` is a word of the vocabulary or the printed one."""

    role: str
    organisation: str = ""
    since: PartialDate | None = None


@about("person")
class Related(Claim):
    """A tie to another person: of family, or of one case."""

    other: str
    kin: Kin


@about("person")
class Wish(Claim):
    """What the person or the family wishes of the public copy, on what ground, and when to ask again."""

    wished: Wished
    basis: Basis
    review: PartialDate | None = None


# Custody


@about("person")
class Detained(Claim):
    """Taken into custody; a second one after a release is a re-arrest."""

    when: PartialDate
    place: str = ""
    facility: str = ""
    into: Status = Status.HELD


@about("person")
class Transferred(Claim):
    """Moved to another place of detention or to another restriction."""

    when: PartialDate
    facility: str = ""
    into: Status | None = None


@about("person")
class Charged(Claim):
    """Charged under articles of a code, as keys of the vocabulary."""

    articles: tuple[str, ...]
    when: PartialDate | None = None


@about("person")
class Tried(Claim):
    """A trial began or was held."""

    when: PartialDate
    court: str = ""


@about("person")
class Sentenced(Claim):
    """Sentenced to a penalty; `penalty` is a key of the vocabulary and says which restriction follows."""

    when: PartialDate
    penalty: str
    term: Term | None = None
    articles: tuple[str, ...] = ()
    regime: str = ""
    court: str = ""
    absent: bool = False


@about("person")
class SentenceChanged(Claim):
    """A sentence upheld, cut, lengthened or replaced; `term` is what was added or what the whole term became."""

    when: PartialDate
    change: Change
    penalty: str = ""
    term: Term | None = None
    articles: tuple[str, ...] = ()


@about("person")
class Incommunicado(Claim):
    """No letters, calls or visits got through between these days; an open end means: not known to have ended."""

    since: PartialDate
    until: PartialDate | None = None


@about("person")
class HealthReported(Claim):
    """A closed flag on health; never public."""

    health: Health
    when: PartialDate


@about("person")
class Pardoned(Claim):
    """A pardon was signed or announced. Pardoned, expelled and free are three things."""

    when: PartialDate
    by: str = ""


@about("person")
class Released(Claim):
    """Let out of custody: by which act, in which manner, where to; `country` is where the person came out."""

    when: PartialDate
    act: Act = Act.UNKNOWN
    manner: Manner = Manner.UNKNOWN
    country: str = ""
    place: str = ""
    exile: Exile = Exile.UNKNOWN
    into: Status = Status.FREE_IN_COUNTRY


@about("person")
class RefusedToLeave(Claim):
    """Refused to be taken out of the country, and so was not freed by it."""

    when: PartialDate
    place: str = ""


@about("person")
class TurnedBack(Claim):
    """Sent back from a border."""

    when: PartialDate
    place: str = ""


@about("person")
class ExpulsionAttempted(Claim):
    """An attempt to put the person out of the country that did not succeed."""

    when: PartialDate
    country: str = ""


@about("person")
class PapersLost(Claim):
    """Papers taken, destroyed or not returned."""

    paper: Paper
    when: PartialDate | None = None


@about("person")
class NationalityLost(Claim):
    """Citizenship taken away."""

    country: str
    when: PartialDate | None = None


@about("person")
class RestrictedAfter(Claim):
    """A restriction that goes on after release, as a word of the vocabulary."""

    restriction: str
    when: PartialDate | None = None


@about("person")
class Died(Claim):
    """Died; `in_custody` is unknown where the source does not say."""

    when: PartialDate
    in_custody: Answer = Answer.UNKNOWN


@about("person")
class SeenHeld(Claim):
    """Said to be held on a day; `still` means: held without a break until then, which denies a release before."""

    when: PartialDate
    still: bool = False
    facility: str = ""


@about("person")
class SeenFree(Claim):
    """Said to be free on a day; `still` means: free without a break, which denies an arrest before."""

    when: PartialDate
    still: bool = False
    into: Status = Status.FREE_IN_COUNTRY


# Recognition


@about("person")
class Recognised(Claim):
    """Recognised as a political prisoner by a body, under a rule-set, on criteria; `former` only after release."""

    recogniser: str
    when: PartialDate
    ruleset: str = ""
    criteria: tuple[str, ...] = ()
    former: bool = False


@about("person")
class RecognitionRefused(Claim):
    """A body declined to recognise the person."""

    recogniser: str
    when: PartialDate
    reason: str = ""


@about("person")
class RecognitionWithdrawn(Claim):
    """A body took its recognition back."""

    recogniser: str
    when: PartialDate
    reason: str = ""


@about("person")
class CaseAssessed(Claim):
    """Observers or experts judged the case; an assessment is not a recognition."""

    assessor: str
    when: PartialDate
    finding: str
    categories: tuple[str, ...] = ()


# Lists and registers


@about("person")
class RowPrinted(Claim):
    """A row of a list that somebody published; a mention, and no person of ours until an editor or a match says so."""

    listing: str
    row: int
    text: str


@about("person")
class Registered(Claim):
    """A register that somebody keeps has this person under this key."""

    register: str
    key: str


@about("list")
class ListTaken(Claim):
    """A list taken in: whose, of which event, from which bytes, the how-manieth version, with how many rows."""

    source: str
    event: str
    sha256: str
    version: int
    rows: int
    claimed_complete: Answer = Answer.UNKNOWN


# Releases


@about("batch")
class BatchAnnounced(Claim):
    """A release of several people under one title; its number is null where none was given."""

    title: str
    when: PartialDate
    announcer: str = ""
    number: int | None = None
    agreement: str = ""


@about("batch")
class BatchCounted(Claim):
    """A figure for a batch: what it counts, whose figure, how many; `note` says of whom in our words."""

    counted: Counted
    number: int
    speaker: str
    note: str = ""


@about("batch")
class StageMoved(Claim):
    """One stage of a release; `order` puts stages in sequence where no times are known."""

    stage: str
    order: int
    title: str
    when: PartialDate | None = None
    country: str = ""
    place: str = ""
    number: int | None = None


@about("person")
class InBatch(Claim):
    """Counted among a batch; being counted says nothing of being free. A nameless member has no name on purpose."""

    batch: str
    stage: str = ""
    nameless: bool = False


# Agreements


@about("agreement")
class AgreementReported(Claim):
    """An agreement said to exist: between whom, in what form, how far disclosed, in which order of events."""

    title: str
    when: PartialDate
    parties: tuple[str, ...]
    mediators: tuple[str, ...] = ()
    form: Form = Form.LINKED_ACTS
    disclosure: Disclosure = Disclosure.PARTIAL
    order: str = ""


@about("agreement")
class CommitmentMade(Claim):
    """Who owes what to whom under an agreement, how much, and upon what."""

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


@about("agreement")
class Fulfilled(Claim):
    """An assessor's grade of a commitment."""

    commitment: str
    assessor: str
    when: PartialDate
    level: Level
    on_time: Answer = Answer.UNKNOWN
    matches_text: Answer = Answer.UNKNOWN


@about("agreement")
class Verified(Claim):
    """Somebody says that a commitment's fulfilment was verified, and by what means."""

    commitment: str
    verifier: str
    when: PartialDate
    means: str = ""


@about("agreement")
class Disputed(Claim):
    """Somebody disputes a fulfilment, a verification or an order of events."""

    commitment: str
    disputer: str
    when: PartialDate
    what: str = ""


# Sanctions


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


@about("agreement")
class ReliefReported(Claim):
    """What an official or the press says was eased; an announcement is not an instrument."""

    speaker: str
    when: PartialDate
    targets: tuple[str, ...]
    gist: str = ""
    instrument: str = ""


# Speech


@about("any")
class Said(Claim):
    """What somebody said, in our summary; the printed words stand in the evidence."""

    speaker: str
    gist: str
    when: PartialDate | None = None
    to: str = ""


# Evidence


@about("source")
class Captured(Claim):
    """A source as we have it: its address, publisher and day, the bytes if archived, and its origin group.

    Sources of one origin group are one voice. An empty group means that the source is an origin of its own.
    """

    publisher: str
    title: str = ""
    address: str = ""
    published: PartialDate | None = None
    sha256: str = ""
    origin: str = ""


@about("source")
class SameOrigin(Claim):
    """Two sources rest on one origin: a wire and its rewrite, a quote and its retelling."""

    other: str


# The ledger


@about("ledger")
class Opened(Claim):
    """The first line says whether what follows is live or a replay; a second one marks where a replay became live."""

    kind: Kind
