"""Several lists of one release beside each other: who is on which, where they differ, and who is free by whose word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from habeas.domain.claims import HasNationality, InBatch, ListTaken, Named, RowPrinted
from habeas.domain.dates import PartialDate
from habeas.domain.lines import Line
from habeas.domain.words import Answer, Nearness
from habeas.ledger import read
from habeas.register.answers import Lens, SourceShown
from habeas.register.ask_batches import Member, announced, members, statuses_around, totals
from habeas.register.ask_some import in_brief
from habeas.register.freedom import freedom, spoken_of
from habeas.register.lenses import as_of
from habeas.register.listed_answers import Dropped, ListsAnswer, ListShown, Mentioned, OnLists
from habeas.register.sentences import when
from habeas.register.showing import sources_with
from habeas.register.standing import Lines
from habeas.register.tables import known


@dataclass(slots=True)
class _Column:
    """A list, or a source that names members without one, while it is put together."""

    id: str
    is_list: bool
    lines: list[Line] = field(default_factory=list)
    versions: list[tuple[int, ListTaken]] = field(default_factory=list)
    printed: dict[str, tuple[int, str, int]] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)

    @property
    def source(self) -> str:
        return next((line.evidence.source for line in self.lines if line.evidence), "")


def side_by_side(id: str, lens: Lens) -> ListsAnswer | None:
    """None for a release that the lens doesn't show."""
    said, told = announced(id, lens), totals(id, lens)
    if said is None or told is None:
        return None
    found = members(id, lens)
    lines = _lines_of_members(id, lens)
    columns = _columns(id, lines, lens)
    people = tuple(_people(found, columns, (lines, said.when), lens))
    return ListsAnswer(
        batch=id,
        title=said.title,
        when=when(said.when),
        totals=told,
        lists=tuple(_shown(columns, lens)),
        people=people,
        nameless=sum(member.outcome == "nameless" for member in found),
        as_of=as_of(lens),
    )


def _lines_of_members(id: str, lens: Lens) -> dict[str, list[Line]]:
    """All that stands of every mention that is counted among the release."""
    rows = known("register_in_batch", "subject", lens, "batch = %s", id)
    told = list(read.lines(subjects={subject for (subject,) in rows}, upto=lens.known)) if rows else []
    whole = Lines.of([*told, *read.judging([line.number for line in told])])
    found: dict[str, list[Line]] = defaultdict(list)
    for line in whole.standing(lens.known, lens.audience):
        found[line.subject].append(line)
    return found


def _columns(id: str, lines: Mapping[str, Sequence[Line]], lens: Lens) -> list[_Column]:
    columns: dict[str, _Column] = {}
    for subject, said in lines.items():
        printed = [(line, line.claim) for line in said if isinstance(line.claim, RowPrinted)]
        for line, claim in printed:
            column = columns.setdefault(claim.listing, _Column(claim.listing, True))
            column.lines.append(line)
            column.printed[subject] = (claim.row, claim.text, line.number)
        lists = {line.evidence.source for line, _ in printed if line.evidence}
        for line in said:
            if isinstance(line.claim, InBatch) and line.claim.batch == id and line.evidence and not line.claim.nameless:
                if line.evidence.source not in lists:
                    column = columns.setdefault(line.evidence.source, _Column(line.evidence.source, False))
                    column.lines.append(line)
                    column.printed[subject] = (0, _name(said), line.number)
    _versions(columns, lens)
    return sorted(columns.values(), key=lambda one: (not one.is_list, -_nearness(one).rank, one.id))


def _versions(columns: Mapping[str, _Column], lens: Lens) -> None:
    """Whom a later version no longer prints is dropped: a version says anew only the rows that came or moved."""
    lists = {id: one for id, one in columns.items() if one.is_list}
    for line in read.lines(subjects=lists, kinds=[ListTaken.KIND], upto=lens.known) if lists else ():
        if isinstance(line.claim, ListTaken):
            lists[line.subject].versions.append((line.number, line.claim))
    for column in lists.values():
        if column.versions:
            stands: dict[int, tuple[int, str]] = {}
            for subject, (row, _, number) in column.printed.items():
                stands[row] = max(stands.get(row, (0, "")), (number, subject))
            last = column.versions[-1][1].rows
            kept = {subject for row, (_, subject) in stands.items() if row <= last}
            column.gone = set(column.printed) - kept


def _nearness(column: _Column) -> Nearness:
    return next((line.evidence.nearness for line in column.lines if line.evidence), Nearness.UNSTATED)


def _shown(columns: Iterable[_Column], lens: Lens) -> Iterator[ListShown]:
    columns = list(columns)
    sources = sources_with({one.source for one in columns}, lens)
    for one in columns:
        evidence = next((line.evidence for line in one.lines if line.evidence), None)
        taken = one.versions[-1][1] if one.versions else None
        dropped = [Dropped(row, subject, text) for subject, (row, text, _) in one.printed.items() if subject in one.gone]
        yield ListShown(
            id=one.id,
            is_list=one.is_list,
            source=sources.get(one.source, SourceShown(one.source, one.source, "", "", "", "", "")),
            speaker=evidence.speaker if evidence else "",
            nearness=_nearness(one),
            version=taken.version if taken else 0,
            rows=len(one.printed) - len(one.gone),
            claimed_complete=taken.claimed_complete if taken else Answer.UNKNOWN,
            dropped=tuple(sorted(dropped, key=lambda each: each.row)),
            because=tuple(number for number, _ in one.versions) or tuple(line.number for line in one.lines),
        )


def _people(
    found: Sequence[Member], columns: Sequence[_Column], told: tuple[Mapping[str, Sequence[Line]], PartialDate], lens: Lens
) -> Iterator[OnLists]:
    """By how many lists have them, the rarest first, since there the question is."""
    lines, day = told
    persons = {member.person for member in found} - {""}
    mentions = _mentions(lines, persons, lens)
    names = in_brief(persons, lens)
    after, now = statuses_around(day, persons, lens)
    said = spoken_of(persons, day, lens)
    people = [
        _on_lists(member, mentions.get(member.person or member.subject, [member.subject]), columns, lines)
        for member in found
        if member.outcome != "nameless"
    ]
    for one in sorted(people, key=lambda each: (sum(map(bool, each.mentions)), each.name.casefold())):
        brief = names.get(one.person or "")
        yield OnLists(
            person=one.person,
            subject=one.subject,
            name=brief.name if brief else one.name,
            outcome=one.outcome,
            citizenships=tuple(sorted({*one.citizenships, *said.citizenships.get(one.person or "", ())})),
            mentions=one.mentions,
            freedom=freedom(said.lines.get(one.person or "", ()), after.status(one.person)),
            status_after=after.status(one.person),
            status=now.status(one.person),
            alone=one.alone,
            because=one.because,
        )
