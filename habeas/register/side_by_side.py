"""Several lists of one release beside each other: who is on which, where they differ, and who is free by whose word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from habeas.domain.claims import HasNationality, InBatch, ListTaken, Named, RowPrinted
from habeas.domain.dates import PartialDate
from habeas.domain.lines import Line
from habeas.domain.words import Answer, Nearness, Status
from habeas.ledger import read
from habeas.names.alphabet import alphabetical
from habeas.register.answers import Lens, SourceShown
from habeas.register.ask.batches import announced, totals
from habeas.register.ask.some import in_brief
from habeas.register.freedom import TELLING, Freedom, freedom, sayers
from habeas.register.lenses import as_of
from habeas.register.listed import dropped, versions
from habeas.register.listed_answers import Dropped, ListsAnswer, ListShown, Mentioned, OnLists
from habeas.register.members import members_of, statuses_on
from habeas.register.sentences import when
from habeas.register.showing import sources_with
from habeas.register.standing import Lines
from habeas.register.tables import known

_KINDS = [*(kind.KIND for kind in TELLING), HasNationality.KIND]
_UNKNOWN = (Status.UNKNOWN, frozenset[Status]())


@dataclass(slots=True)
class _Column:
    """A list, or a source that names members without one, while it is put together."""

    id: str
    is_list: bool
    lines: list[Line] = field(default_factory=list)
    versions: list[tuple[int, ListTaken]] = field(default_factory=list)
    printed: dict[str, tuple[int, str, int]] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()

    @property
    def source(self) -> str:
        return next((line.evidence.source for line in self.lines if line.evidence), "")


def side_by_side(id: str, lens: Lens) -> ListsAnswer | None:
    """None for a release that the lens doesn't show."""
    said, told = announced(id, lens), totals(id, lens)
    if said is None or told is None:
        return None
    lines = _lines_of_members(id, lens)
    columns = _columns(id, lines, lens)
    people = _people(id, columns, (lines, said.when), lens)
    return ListsAnswer(
        batch=id,
        title=said.title,
        when=when(said.when),
        totals=told,
        lists=tuple(_shown(columns, lens)),
        people=tuple(
            sorted(people, key=lambda one: (sum(map(bool, one.mentions)), alphabetical(one.name), one.subject))
        ),
        nameless=sum(member.outcome == "nameless" for member in members_of(id, lens)),
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
            source = line.evidence.source if line.evidence else ""
            if source and source not in lists and _names_member(line, id):
                column = columns.setdefault(source, _Column(source, False))
                column.lines.append(line)
                column.printed[subject] = (0, _name(said), line.number)
    _versions(columns, lens)
    return sorted(columns.values(), key=_order)


def _names_member(line: Line, batch: str) -> bool:
    return isinstance(line.claim, InBatch) and line.claim.batch == batch and not line.claim.nameless


def _versions(columns: Mapping[str, _Column], lens: Lens) -> None:
    taken = versions([id for id, one in columns.items() if one.is_list], lens)
    for id, gone in dropped(taken, lens).items():
        told = [(line.number, line.claim) for line in taken[id]]
        columns[id].versions = [(number, claim) for number, claim in told if isinstance(claim, ListTaken)]
        columns[id].gone = gone & columns[id].printed.keys()


def _order(column: _Column) -> tuple[bool, int, int]:
    """Lists first, the nearest voices in front, then as they came in; ids are drawn by lot and order nothing."""
    return not column.is_list, -_nearness(column).rank, min(line.number for line in column.lines)


def _nearness(column: _Column) -> Nearness:
    return next((line.evidence.nearness for line in column.lines if line.evidence), Nearness.UNSTATED)


def _shown(columns: Iterable[_Column], lens: Lens) -> Iterator[ListShown]:
    columns = list(columns)
    sources = sources_with({one.source for one in columns}, lens)
    for one in columns:
        evidence = next((line.evidence for line in one.lines if line.evidence), None)
        taken = one.versions[-1][1] if one.versions else None
        went = [Dropped(row, subject, text) for subject, (row, text, _) in one.printed.items() if subject in one.gone]
        yield ListShown(
            id=one.id,
            is_list=one.is_list,
            source=sources.get(one.source, SourceShown(one.source, one.source, "", "", "", "", "")),
            speaker=evidence.speaker if evidence else "",
            nearness=_nearness(one),
            version=taken.version if taken else 0,
            rows=len(one.printed) - len(one.gone),
            claimed_complete=taken.claimed_complete if taken else Answer.UNKNOWN,
            dropped=tuple(sorted(went, key=lambda each: each.row)),
            because=tuple(number for number, _ in one.versions) or tuple(line.number for line in one.lines),
        )


def _people(
    id: str, columns: Sequence[_Column], told: tuple[Mapping[str, Sequence[Line]], PartialDate], lens: Lens
) -> Iterator[OnLists]:
    """Those whom the fewest lists have come first, since there the question is."""
    lines, day = told
    found = [member for member in members_of(id, lens) if member.outcome != "nameless"]
    persons = {member.person for member in found} - {""}
    names, said = in_brief(persons, lens), _said(persons, lens)
    after = statuses_on(persons, day.last + timedelta(days=1), lens)
    now = statuses_on(persons, lens.on, lens)
    subjects = _subjects(id, lens)
    for member in found:
        own_mentions = subjects[member.person or member.subject]
        mentions = [_mention(one, own_mentions) for one in columns]
        own = said.get(member.person) or lines.get(member.subject, ())
        status = after.get(member.person, _UNKNOWN)[0]
        by, against = sayers(own, day)
        yield OnLists(
            person=member.person or None,
            subject=member.subject,
            name=names[member.person].name if member.person in names else _name(lines.get(member.subject, ())),
            outcome=member.outcome,
            citizenships=_citizenships(own),
            mentions=tuple(mentions),
            freedom=freedom(own, status, day) if member.person else Freedom.UNTOLD,
            says_free=by,
            denies=against,
            status_after=status,
            status=now.get(member.person, _UNKNOWN)[0],
            alone=_alone(columns, mentions),
            because=tuple(sorted(one.number for one in mentions if one)),
        )


def _subjects(id: str, lens: Lens) -> dict[str, list[str]]:
    """The mentions by person, or by themselves where they are nobody yet."""
    found: dict[str, list[str]] = defaultdict(list)
    for subject, person in known("register_in_batch", "subject, person", lens, "batch = %s", id):
        if subject not in found[person or subject]:
            found[person or subject].append(subject)
    return found


def _said(persons: Collection[str], lens: Lens) -> dict[str, list[Line]]:
    """What stands of each person's freedom and citizenship, whoever's mention said it."""
    if not persons:
        return {}
    places = ", ".join(["%s"] * len(persons))
    of = dict(known("register_member", "subject, person", lens, f"person IN ({places})", *sorted(persons)))
    told = list(read.lines(subjects=of, kinds=_KINDS, upto=lens.known))
    whole = Lines.of([*told, *read.judging([line.number for line in told])])
    found: dict[str, list[Line]] = defaultdict(list)
    for line in whole.standing(lens.known, lens.audience):
        if line.subject in of:
            found[of[line.subject]].append(line)
    return found


def _mention(column: _Column, subjects: Iterable[str]) -> Mentioned | None:
    """Of several rows of one list that are one person, one that still stands."""
    there = sorted(
        (subject in column.gone, *column.printed[subject]) for subject in subjects if subject in column.printed
    )
    if not there:
        return None
    gone, row, text, number = there[0]
    return Mentioned(column.id, row, text, gone, number)


def _alone(columns: Sequence[_Column], mentions: Sequence[Mentioned | None]) -> bool:
    """On one list of several; what sources say without a list is no list that could lack anybody."""
    lists = [one for one, column in zip(mentions, columns, strict=True) if column.is_list]
    return len(lists) > 1 and sum(one is not None and not one.dropped for one in lists) == 1


def _citizenships(lines: Iterable[Line]) -> tuple[str, ...]:
    return tuple(sorted({line.claim.country for line in lines if isinstance(line.claim, HasNationality)}))


def _name(lines: Iterable[Line]) -> str:
    return next((line.claim.text for line in lines if isinstance(line.claim, (Named, RowPrinted))), "")
