"""Answers about agreements, instruments and sanctioners: frozen values, each with the lines it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from habeas.domain.agreement_words import Disclosure, Form, HowKnown, Level, Licence, Order, Owed, Step, Verb
from habeas.domain.chains import Joint
from habeas.domain.relief import Lag
from habeas.domain.verdicts import Verdict
from habeas.domain.words import Answer
from habeas.register.answers import AsOf, ClaimShown, SourceShown


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit, its speaker and its time; `high` is None where nothing limits it, `low` where nothing
    is promised at least. The speaker is empty where this register counts."""

    low: int | None
    high: int | None
    unit: str
    speaker: str
    when: str
    because: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class VoiceShown:
    """Who says whether a promise was kept; nobody where this register computes it."""

    who: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class DueShown:
    """A day by which a promise is due, by whose word; of one that was told anew each day stands."""

    when: str
    speakers: tuple[str, ...]
    because: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AssessmentShown:
    """An assessor's grade, under a named standard, with its evidence."""

    assessor: str
    level: Level
    on_time: Answer
    matches_text: Answer
    standard: str
    gist: str
    when: str
    because: int
    source: SourceShown | None


@dataclass(frozen=True, slots=True)
class CheckShown:
    """Somebody says that it was verified, by what means, and how much of it."""

    verifier: str
    means: str
    amount: Amount | None
    when: str
    because: int
    source: SourceShown | None


@dataclass(frozen=True, slots=True)
class DisputeShown:
    disputer: str
    what: str
    of: str
    when: str
    because: int
    source: SourceShown | None


@dataclass(frozen=True, slots=True)
class EndShown:
    """What would end it, how long before it is told, and what follows."""

    commitment: str
    trigger: str
    notice: str
    wind_down: str
    discretionary: Answer
    known: HowKnown
    because: int


@dataclass(frozen=True, slots=True)
class ConditionShown:
    """What a promise hangs on, and whether it has come about."""

    key: str
    commitment: str
    order: Order
    text: str
    on: str
    batch: str
    amount: Amount | None
    discretionary: Answer
    known: HowKnown
    met: Verdict
    because: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ReportShown:
    """What somebody says was eased, beside the instrument it speaks of, if any."""

    speaker: str
    eased: str
    gist: str
    targets: tuple[str, ...]
    when: str
    instrument: str
    commitment: str
    because: int


@dataclass(frozen=True, slots=True)
class CommitmentShown:
    """A promise on the day asked for: what is owed, what was done, by whose word, and what is still open."""

    key: str
    title: str
    obligor: str
    beneficiary: str
    owed: Owed
    amounts: tuple[Amount, ...]
    upon: str
    due: str
    due_days: tuple[DueShown, ...]
    printed: tuple[str, ...]
    done: Verdict
    voices: tuple[VoiceShown, ...]
    overdue: Verdict
    freed: Amount | None
    people: tuple[str, ...]
    step: Step | None
    reversed: Verdict | None
    lag: Lag | None
    assessments: tuple[AssessmentShown, ...]
    checks: tuple[CheckShown, ...]
    disputes: tuple[DisputeShown, ...]
    batches: tuple[str, ...]
    instruments: tuple[str, ...]
    because: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class OrderShown:
    """The order of events as one side tells it; steps that are commitments bear their titles."""

    teller: str
    steps: tuple[tuple[str, ...], ...]
    gist: str
    because: int


@dataclass(frozen=True, slots=True)
class LinkShown:
    """What ties a promise, a release and an instrument to each other; an instrument not on record has no title."""

    agreement: str
    agreement_title: str
    commitment: str
    commitment_title: str
    batch: str
    instrument: str
    instrument_title: str
    stated: bool
    because: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class InstrumentRow:
    """An instrument in a list, whether it stood on the day asked for, and the days on which it did or may have."""

    id: str
    title: str
    sanctioner: str
    verb: Verb
    begins: str
    until: str
    first: date | None
    last: date | None
    targets: tuple[str, ...]
    stands: Verdict
    spans: tuple[tuple[date, date, Answer], ...]
    because: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ReleaseMark:
    """A release on an agreement's time axis."""

    batch: str
    title: str
    when: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class AgreementAnswer:
    """An agreement through one lens. `decided_by` are the promises that decide an answer other than yes; an empty key
    stands for terms that nobody disclosed."""

    id: str
    title: str
    when: str
    parties: tuple[str, ...]
    mediators: tuple[str, ...]
    form: Form
    disclosure: Disclosure
    disclosed_by: tuple[str, ...]
    kept_back_by: tuple[str, ...]
    texts: tuple[SourceShown, ...]
    kept: Verdict
    decided_by: tuple[str, ...]
    commitments: tuple[CommitmentShown, ...]
    conditions: tuple[ConditionShown, ...]
    ends: tuple[EndShown, ...]
    orders: tuple[OrderShown, ...]
    order_conflicts: tuple[tuple[str, str, tuple[int, int]], ...]
    reports: tuple[ReportShown, ...]
    links: tuple[LinkShown, ...]
    instruments: tuple[InstrumentRow, ...]
    releases: tuple[ReleaseMark, ...]
    claims: tuple[ClaimShown, ...]
    as_of: AsOf


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """An agreement in the list."""

    id: str
    title: str
    when: str
    parties: tuple[str, ...]
    disclosure: Disclosure
    commitments: int
    done: int
    kept: Verdict


@dataclass(frozen=True, slots=True)
class TargetShown:
    """A party that an instrument names, and whether it was on the sanctioner's list on the day asked for."""

    name: str
    listed: Verdict


@dataclass(frozen=True, slots=True)
class RunShown:
    """Days with one answer on whether relief of a chain stood, up to and without `end`."""

    first: date
    end: date
    stands: Verdict
    standing: tuple[str, ...]
    verbs: tuple[Verb, ...]


@dataclass(frozen=True, slots=True)
class InstrumentAnswer:
    """An instrument with its chain: what it does, to whom, since when, until when, and what came before and after."""

    id: str
    title: str
    number: str
    sanctioner: str
    sanctioner_title: str
    verb: Verb
    licence: Licence
    begins: str
    until: str
    open_ended: Answer
    renewable: Answer
    targets: tuple[TargetShown, ...]
    scope: tuple[str, ...]
    stays_closed: tuple[str, ...]
    duties: tuple[str, ...]
    text: SourceShown | None
    stands: Verdict
    chain_stands: Verdict
    chain: tuple[InstrumentRow, ...]
    joints: tuple[Joint, ...]
    runs: tuple[RunShown, ...]
    ended_by: tuple[tuple[str, str, int], ...]
    ends: tuple[EndShown, ...]
    links: tuple[LinkShown, ...]
    reports: tuple[ReportShown, ...]
    claims: tuple[ClaimShown, ...]
    as_of: AsOf


@dataclass(frozen=True, slots=True)
class SanctionerAnswer:
    """All that one sanctioner did, as far as we hold it, and who is on its list."""

    key: str
    title: str
    instruments: tuple[InstrumentRow, ...]
    targets: tuple[TargetShown, ...]
    as_of: AsOf
