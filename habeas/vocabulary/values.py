"""What the vocabulary hands out: one frozen dataclass for each kind of row, checked when made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from habeas.domain.dates import FOREVER, PartialDate
from habeas.domain.words import Gender, Span, Status, Unit
from habeas.vocabulary.words import (
    Checked,
    Designation,
    FacilityKind,
    PenaltyKind,
    RecogniserKind,
    Recognition,
    Role,
    TermGroup,
)


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
    """A place of detention under one code; the same `site` may have borne other codes in other years.

    `letters` is the postal address for letters, where it is public; an open institution never has one here.
    """

    code: str
    kind: FacilityKind
    place: str
    site: str = ""
    regimes: tuple[str, ...] = ()
    sex: Gender | None = None
    letters: str = ""


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
class CustodyCredit(Dated):
    """How many days of a term a day of waiting for the verdict counts; at least and at most where that is unclear."""

    status: Status
    penalties: tuple[str, ...]
    least: float
    most: float


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
    unit: Unit = Unit.PEOPLE
    span: Span = Span.ON_THE_DAY
    keeps_deaths: bool = False
    """Whether those who died in custody stay in the number."""

    def text(self, lang: str = "en") -> str:
        return next((named.text for named in self.texts if named.lang == lang), self.texts[0].text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Entry):
    """A country, region, city or village; never an address of a person.

    `region` is the key of the region that a place lies in; `tile` is where a schematic map draws a region, by column
    and row.
    """

    kind: str
    region: str = ""
    tile: tuple[int, int] | None = None


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


def country_of(key: str) -> str:
    """The country whose folder a key comes from; keys of the common folder have none of their own."""
    return key.partition(".")[0]
