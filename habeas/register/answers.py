"""The answers that queries give: frozen values that pages, the command line and machines render, never recompute."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from habeas.domain.words import Certainty, Counted, Nearness, Span, Status, Unit


class Audience(Enum):
    """Who asks: the fold takes only the lines that this audience may see."""

    DESK = "desk"
    """Editors: every line."""
    DRAFT = "draft"
    """What readers would see were everything accepted: no line that is withheld, whatever `known` says."""
    PUBLIC = "public"
    """Readers: of the draft what a second editor has accepted by then."""


@dataclass(frozen=True, slots=True)
class Lens:
    """Through what one looks: a day in the world, a moment in our own past (as the last line counted), an audience."""

    on: date
    known: int
    known_at: datetime
    audience: Audience = Audience.PUBLIC
    groups: frozenset[str] = frozenset()
    """At the desk, those whose restricted records are seen."""


@dataclass(frozen=True, slots=True)
class AsOf:
    """What stands beside every number: the two clocks and the version (line number, vocabulary, code)."""

    on: date
    known: datetime
    version: str
    replay: bool


@dataclass(frozen=True, slots=True)
class SourceShown:
    """A source as a page names it. `sha256` is empty where we hold an address and no bytes."""

    id: str
    publisher: str
    title: str
    address: str
    published: str
    sha256: str
    origin: str


class Standing(Enum):
    """How a claim stands to what is shown."""

    SHOWN = "shown"
    """It is among the reasons for a status that is shown, or nothing contradicts it."""
    SET_ASIDE = "set_aside"
    """Another claim contradicts it and the rule puts that one first."""
    RETRACTED = "retracted"
    """It was taken back; kept to be seen."""


@dataclass(frozen=True, slots=True)
class ClaimShown:
    """A claim with who said it. `sentence` is the claim in plain English, `fields` its written form for machines."""

    number: int
    kind: str
    subject: str
    sentence: str
    fields: tuple[tuple[str, str], ...]
    when: str
    speaker: str
    printed: str
    language: str
    nearness: Nearness
    certainty: Certainty
    source: SourceShown | None
    recorded: datetime
    editor: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims that cannot all be true: those shown, those set aside, and why in one sentence."""

    about: str
    shown: tuple[int, ...]
    against: tuple[int, ...]
    why: str


@dataclass(frozen=True, slots=True)
class NameShown:
    """A name as printed; several equal ones are one with several lines behind it."""

    text: str
    language: str
    form: str
    because: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SpellShown:
    """A spell for drawing: half-open days, status, what it may be, reasons."""

    first: date
    end: date
    status: Status
    may_be: tuple[Status, ...]
    because: tuple[int, ...]
    against: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AnswerOnceGiven:
    """What the register said of a day from a moment of our past on, until the next of these."""

    since: datetime
    status: Status


@dataclass(frozen=True, slots=True)
class RecognitionShown:
    """A recognition as it stands on the day asked for; `kind` is recognised, refused, withdrawn or assessed."""

    recogniser: str
    kind: str
    since: str
    ruleset: str
    criteria: tuple[str, ...]
    because: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Membership:
    """That a person is counted among a batch, and what came of it: free, held, uncertain or unknown just after."""

    batch: str
    title: str
    when: str
    stage: str
    status_after: Status
    because: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ReleaseToldShown:
    """What one speaker says of one field of a release: the code, its words, and the lines behind it."""

    value: str
    title: str
    speaker: str
    because: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ReleaseFieldShown:
    """A field of a release with everything said of it; `differs` where it can have one answer and has several."""

    field: str
    meaning: str
    told: tuple[ReleaseToldShown, ...]
    differs: bool


@dataclass(frozen=True, slots=True)
class DueOutShown:
    """When the term would have ended anyway; computed, and never public. `verified`: by rules seen in the law."""

    first: date
    last: date
    because: tuple[int, ...]
    credits: tuple[str, ...]
    verified: bool


@dataclass(frozen=True, slots=True)
class ReleaseShown:
    """A release, or an attempt at one (`freed` is false), field by field; `undone` are the lines of the re-arrest.

    `set_aside` if the timeline rests on nobody who tells of it, since a nearer voice says otherwise.
    """

    when: str
    freed: bool
    set_aside: bool
    fields: tuple[ReleaseFieldShown, ...]
    because: tuple[int, ...]
    undone: tuple[int, ...]
    undone_on: str
    due_out: DueOutShown | None


@dataclass(frozen=True, slots=True)
class Share:
    """Of how many members of a release a value is said; of `disputed` of them another speaker says another."""

    field: str
    meaning: str
    value: str
    title: str
    number: int
    disputed: int
    because: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PersonAnswer:
    """Everything about one person through one lens. `low` and `high` are 0 or 1: held for certain, possibly held."""

    id: str
    name: str
    names: tuple[NameShown, ...]
    status: Status
    low: int
    high: int
    since: date | None
    last_heard: date | None
    because: tuple[int, ...]
    spells: tuple[SpellShown, ...]
    once_given: tuple[AnswerOnceGiven, ...]
    recognitions: tuple[RecognitionShown, ...]
    memberships: tuple[Membership, ...]
    claims: tuple[ClaimShown, ...]
    conflicts: tuple[Conflict, ...]
    warnings: tuple[str, ...]
    as_of: AsOf
    releases: tuple[ReleaseShown, ...] = ()


@dataclass(frozen=True, slots=True)
class DefinitionShown:
    """A counting definition to stand beside its number; `recognisers` is empty where recognition doesn't matter."""

    key: str
    version: str
    owner: str
    title: str
    text: str
    statuses: tuple[Status, ...]
    recognisers: tuple[str, ...]
    of_each: bool
    unit: Unit
    span: Span
    keeps_deaths: bool


@dataclass(frozen=True, slots=True)
class CountAnswer:
    """People held for certain (`low`) and possibly (`high`) under a definition."""

    low: int
    high: int
    definition: DefinitionShown
    as_of: AsOf


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person in a list."""

    id: str
    name: str
    other_names: tuple[str, ...]
    status: Status
    since: date | None
    facility: str
    articles: tuple[str, ...]
    recognisers: tuple[str, ...]
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list of people is narrowed by; empty fields narrow nothing."""

    status: str = ""
    facility: str = ""
    article: str = ""
    recogniser: str = ""
    definition: str = ""
    batch: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a filter offers, with how many people of the list have it."""

    key: str
    title: str
    number: int


@dataclass(frozen=True, slots=True)
class PeopleAnswer:
    """One page of a list of people; `total` counts all pages; `choices` maps a filter's name to its values."""

    rows: tuple[PersonRow, ...]
    total: int
    page: int
    pages: int
    filters: Filters
    choices: tuple[tuple[str, tuple[Choice, ...]], ...]
    as_of: AsOf


@dataclass(frozen=True, slots=True)
class Found:
    """A search result."""

    id: str
    name: str
    names: tuple[str, ...]
    probability: float
    status: Status


@dataclass(frozen=True, slots=True)
class Figure:
    """A speaker's figure: who says how many of what, and the lines behind it."""

    speaker: str
    counted: Counted
    what: str
    number: int
    because: tuple[int, ...]
    source: SourceShown | None = None


@dataclass(frozen=True, slots=True)
class Bounds:
    """A number of ours with its doubt: certain and possible."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class StageShown:
    """A stage of a release, in order, with what each speaker says of it."""

    stage: str
    order: int
    title: str
    when: str
    country: str
    place: str
    number: int | None
    members: int
    because: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ListedAt:
    """A list that names a member, who speaks in it, and how it prints the name.

    `row` is nought for the public: the number of a row tells of rows that don't go out.
    """

    listing: str
    speaker: str
    text: str
    row: int = 0


@dataclass(frozen=True, slots=True)
class MemberShown:
    """A member of a batch. Without a name: `person` is None. `outcome`: matched, unclear, new, absent or nameless.

    `rows` are those of the lists that name the member; `speakers` may name somebody without a list.
    """

    person: str | None
    name: str
    stage: str
    outcome: str
    status_after: Status
    status: Status
    speakers: tuple[str, ...]
    because: tuple[int, ...]
    rows: tuple[ListedAt, ...] = ()


@dataclass(frozen=True, slots=True)
class BatchAnswer:
    """A release of several people: six totals with their speakers, stages, members and what conflicts."""

    id: str
    title: str
    when: str
    announcer: str
    announced: tuple[Figure, ...]
    named: tuple[Figure, ...]
    matched: Bounds
    verified: tuple[Figure, ...]
    recognised: tuple[Figure, ...]
    ours: Bounds
    other_figures: tuple[Figure, ...]
    stages: tuple[StageShown, ...]
    members: tuple[MemberShown, ...]
    remaining: tuple[PersonRow, ...]
    conflicts: tuple[Conflict, ...]
    claims: tuple[ClaimShown, ...]
    as_of: AsOf
    breakdown: tuple[Share, ...] = ()
    due_out: tuple[tuple[str, DueOutShown], ...] = ()


@dataclass(frozen=True, slots=True)
class BatchRow:
    """A batch in the list of batches."""

    id: str
    title: str
    when: str
    announced: int | None
    matched: Bounds
    ours: Bounds


@dataclass(frozen=True, slots=True)
class HomeAnswer:
    """The front page: the default counts, the latest batches, and how far the register reaches."""

    counts: tuple[CountAnswer, ...]
    batches: tuple[BatchRow, ...]
    people: int
    claims: int
    sources: int
    first_line: str
    as_of: AsOf


@dataclass(frozen=True, slots=True)
class Redirect:
    """The id asked for is one of several mentions of a person; `to` is the one under which the person is shown."""

    to: str


@dataclass(frozen=True, slots=True)
class SourceAnswer:
    """A source with the claims that rest on it."""

    source: SourceShown
    claims: tuple[ClaimShown, ...]
    as_of: AsOf
