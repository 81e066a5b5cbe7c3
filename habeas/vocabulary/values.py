"""What the vocabulary hands out: one frozen dataclass for each kind of row, checked when made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from habeas.domain.dates import FOREVER, PartialDate
from habeas.domain.words import Gender, Status, Word


class Checked(Word):
    """Whether somebody of ours saw the row's content in the source it names."""

    SOURCED = "sourced", "seen in the source"
    UNVERIFIED = "unverified", "not yet seen in a source; check it before relying on it"


class FacilityKind(Word):
    """What sort of place holds people."""

    COLONY = "colony", "a penal colony for people who were sentenced"
    PRISON = "prison", "a closed prison, with cells and the strictest regime"
    PRETRIAL = "pretrial", "a jail for people under investigation or on trial"
    KGB_PRETRIAL = "kgb_pretrial", "the pre-trial jail of the state security service"
    POLICE_DETENTION = "police_detention", "police cells for administrative arrest and the first days"
    OPEN_INSTITUTION = "open_institution", "a hostel where restricted liberty is served"
    LAPM = "lapm", "a closed institution for compulsory work and treatment of addiction; not a criminal penalty"
    HOSPITAL = "hospital", "a closed hospital, of a prison or for compulsory treatment"


class PenaltyKind(Word):
    """Where in a case a penalty or measure stands."""

    SENTENCE = "sentence", "a penalty that a court can pass as the main one"
    ADDED = "added", "a penalty that comes on top of a main one"
    TREATMENT = "treatment", "a measure ordered by a court in place of a penalty"
    PRETRIAL = "pretrial", "a measure taken before a judgment"
    ADMINISTRATIVE = "administrative", "a penalty outside criminal law"


class TermGroup(Word):
    """Which question about a release a term answers."""

    ACT = "act", "by which legal act"
    MANNER = "manner", "in which manner"
    EXILE = "exile", "whether leaving the country was a choice"
    AFTER = "after", "under which restrictions afterwards"


class RecogniserKind(Word):
    """What sort of body recognises."""

    RIGHTS_GROUP = "rights_group", "a national rights organisation"
    COALITION = "coalition", "several organisations that speak by joint statement"
    INITIATIVE = "initiative", "a volunteer initiative that keeps a list"
    INTERNATIONAL_GROUP = "international_group", "an international non-governmental organisation"
    EXPERTS = "experts", "an expert body of an international organisation"
    ASSEMBLY = "assembly", "a parliamentary assembly of several states"
    UNION = "union", "a union of states"
    STATE = "state", "one state's government"


class Designation(Word):
    """What a recognition says of a person; three different things that a reader must not add up."""

    POLITICAL_PRISONER = "political_prisoner", "recognised as a political prisoner"
    PRISONER_OF_CONSCIENCE = "prisoner_of_conscience", "adopted as a prisoner of conscience"
    ARBITRARY_DETENTION = "arbitrary_detention", "the detention was found arbitrary; nothing is said of politics"


class Role(Word):
    """What a clause of a rule-set does."""

    GROUND = "ground", "one such ground is enough, with its group's conditions"
    CONDITION = "condition", "must hold beside a ground"
    EXCLUSION = "exclusion", "who fits it is not covered"
    OUTCOME = "outcome", "a finding other than a ground"


class Recognition(Word):
    """Whose recognition a counting definition asks for."""

    NONE = "none", "recognition does not matter"
    ANY = "any", "any recogniser will do"
    LISTED = "listed", "one of the recognisers it names"


@dataclass(frozen=True, slots=True)
class Named:
    """A text and the language it is in, as a BCP 47 tag (be, ru, en, be-Latn)."""

    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where a row was seen; `note` says if the address is a mirror or the outlet is weak."""

    key: str
    address: str
    publisher: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What every row has; `row` is the place in the files, for whoever wants to correct it."""

    key: str
    names: tuple[Named, ...]
    sources: tuple[Source, ...]
    row: str
    country: str = ""
    certainty: Checked = Checked.SOURCED
    note: str = ""

    def name(self, lang: str = "en") -> str:
        """The first name in `lang`, else in English, else the first of all."""
        for wanted in (lang, "en"):
            for named in self.names:
                if named.lang == wanted:
                    return named.text
        return self.names[0].text


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated(Entry):
    """A row that holds from `begins` up to but not including `ends`; None is an end that nobody set."""

    begins: PartialDate | None = None
    ends: PartialDate | None = None

    def may_hold_on(self, day: date | PartialDate) -> bool:
        """True unless the dates rule the day out: a boundary given to the year leaves that year open to both sides."""
        first, last = (day.first, day.last) if isinstance(day, PartialDate) else (day, day)
        return (self.begins is None or self.begins.first <= last) and (self.ends is None or first < self.ends.last)

    def overlaps(self, other: Dated) -> bool:
        """True only if both surely hold on one day."""
        begin = max(_latest_start(self), _latest_start(other))
        return begin < min(_earliest_end(self), _earliest_end(other))


@dataclass(frozen=True, slots=True, kw_only=True)
class Facility(Dated):
    """A place of detention under one code; the same `site` may have borne other codes in other years."""

    code: str
    kind: FacilityKind
    place: str
    site: str = ""
    regimes: tuple[str, ...] = ()
    sex: Gender | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Code(Entry):
    """A code of law, and how its articles are cited."""

    cited: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Dated):
    """An article of a code, or one part of it; `whole` is the key of the article that a part belongs to."""

    code: str
    number: str
    part: str = ""
    whole: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Penalty(Entry):
    """A penalty or measure; `status` is what serving it means, None if it leaves liberty alone."""

    kind: PenaltyKind
    status: Status | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Regime(Entry):
    """How strictly a sentence is served."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseTerm(Entry):
    """A word with which a release is described."""

    group: TermGroup
    code: str


@dataclass(frozen=True, slots=True)
class RuleUse:
    """Which rule-set a recogniser used, and when."""

    ruleset: str
    begins: PartialDate | None = None
    ends: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recogniser(Entry):
    """A body that recognises people, and what its recognition says of them."""

    kind: RecogniserKind
    designates: Designation
    uses: tuple[RuleUse, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion(Entry):
    """One clause of a rule-set; the names give its gist in our words."""

    ruleset: str
    role: Role
    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet(Dated):
    """One version of somebody's criteria."""

    owner: str
    version: str
    designates: Designation
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition(Entry):
    """What a number counts; `texts` is what a reader sees beside it."""

    version: str
    owner: str
    texts: tuple[Named, ...]
    statuses: frozenset[Status]
    recognition: Recognition
    recognised_by: tuple[str, ...] = ()
    recognised_as: tuple[Designation, ...] = ()
    unit: str = "people"

    def text(self, lang: str = "en") -> str:
        return next((named.text for named in self.texts if named.lang == lang), self.texts[0].text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Entry):
    """A country, city or village; never an address of a person."""

    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NearnessWord(Entry):
    """How close a speaker stood to an event, in words for a reader."""


def surely_overlapping(rows: Iterable[Dated]) -> tuple[Dated, Dated] | None:
    """The first two rows that both hold on one day, if any."""
    known: list[Dated] = []
    for row in rows:
        for other in known:
            if row.overlaps(other):
                return other, row
        known.append(row)
    return None


def _latest_start(row: Dated) -> date:
    return row.begins.last if row.begins else date.min


def _earliest_end(row: Dated) -> date:
    return row.ends.first if row.ends else FOREVER
