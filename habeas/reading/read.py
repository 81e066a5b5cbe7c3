"""Reading a text: its people, numbers, happenings, speech and relief, each as a proposal pinned to its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from habeas.domain.written import Plain
from habeas.reading.claims import batches, events, relief
from habeas.reading.claims.days_ahead import doubt_days_ahead
from habeas.reading.claims.proposals import Proposal, pinned
from habeas.reading.claims.report import Report
from habeas.reading.how_many.counts import Count, find_counts
from habeas.reading.lacinka import Turned, in_cyrillic, is_lacinka, person_as_printed, placed, proposal_as_printed
from habeas.reading.when.dates import Dated, find_dates
from habeas.reading.who.cast import Cast
from habeas.reading.who.people import Person, find_people
from habeas.reading.who_said.speech import Saying, find_sayings, nearness_of
from habeas.reading.words.languages import guess, language
from habeas.reading.words.text import read_text


@dataclass(frozen=True)
class Reading:
    """What was read in a text. `proposals` stand in the order of the text."""

    language: str
    published: date | None
    proposals: tuple[Proposal, ...]
    people: tuple[Person, ...]
    counts: tuple[Count, ...]
    dates: tuple[Dated, ...]
    sayings: tuple[Saying, ...]
    machine_made: str = ""

    @property
    def warnings(self) -> tuple[str, ...]:
        """What makes the text as a whole doubtful."""
        if self.machine_made:
            return (f"The text calls itself machine-made (“{self.machine_made}”): grade it low.",)
        return ()


def read(
    printed: str, *, published: date | None = None, lang: str = "", known: frozenset[str] = frozenset()
) -> Reading:
    """Read a text in its language (guessed without one). `known` are surnames of a register, in small letters."""
    if lang in ("", "be") and is_lacinka(printed):
        turned = in_cyrillic(printed)
        return _as_printed(_read(turned.cyrillic, published, "be", known), turned)
    return _read(printed, published, lang or guess(printed), known)


def _read(printed: str, published: date | None, lang: str, known: frozenset[str]) -> Reading:
    table = language(lang)
    text = read_text(printed, table)
    people = find_people(text, table, known)
    cast = Cast(text, people, table)
    sayings = find_sayings(cast)
    dates = find_dates(text, table, published)
    counts = find_counts(text, table)
    report = Report(cast, dates, sayings, events.happenings_of(cast), published)
    proposals = [
        *_named(report),
        *events.propose(report),
        *batches.propose(report, counts),
        *batches.relocation(report),
        *relief.propose(report),
        *_said(report),
    ]
    machine = table.pattern("machine").search(text.low)
    in_order = tuple(sorted(doubt_days_ahead(proposals, published), key=lambda one: (one.start, one.end)))
    return Reading(
        table.key, published, in_order, tuple(people), tuple(counts), tuple(dates), tuple(sayings),
        text.printed[machine.start() : machine.end()] if machine else "",
    )  # fmt: skip


def _as_printed(reading: Reading, turned: Turned) -> Reading:
    """What was read in a text turned into Cyrillic letters, with its places and words as they were printed."""
    return replace(
        reading,
        proposals=tuple(proposal_as_printed(one, turned) for one in reading.proposals),
        people=tuple(person_as_printed(one, turned) for one in reading.people),
        counts=tuple(placed(one, turned) for one in reading.counts),
        dates=tuple(placed(one, turned) for one in reading.dates),
        sayings=tuple(replace(placed(one, turned), speaker=turned.back(one.speaker)) for one in reading.sayings),
        machine_made=turned.back(reading.machine_made),
    )


def _named(report: Report) -> Iterator[Proposal]:
    for number, person in enumerate(report.cast.people):
        full = next(
            (one for one in person.mentions if one.given and one.surname),
            person.first,
        )
        start, end, quoted = pinned(report.cast, full.start, full.end)
        fields: dict[str, Plain] = {"text": person.name, "language": report.cast.language.key}
        if not person.given:
            fields["form"] = "surname"
        yield Proposal("Named", fields, start, end, quoted, report.cast.language.key, person.name, number)


def _said(report: Report) -> Iterator[Proposal]:
    for one in report.sayings:
        start, end, quoted = pinned(report.cast, one.start, one.end)
        gist = " ".join(report.cast.text.printed[start:end].split())[:400]
        made = Proposal(
            "Said", {"speaker": one.speaker, "gist": gist}, start, end, quoted, report.cast.language.key,
            speaker=one.speaker, nearness=nearness_of(one, report.cast),
        )  # fmt: skip
        if one.person is not None:
            made = replace(made, who=report.cast.people[one.person].name, person=one.person)
        yield made
