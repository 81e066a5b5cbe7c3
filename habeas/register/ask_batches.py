"""Releases of several people: who counts how many of what, who the members are, and what became of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property, lru_cache

from django.utils.translation import gettext as _

from habeas.domain.claims import BatchAnnounced, BatchCounted, Named, RowPrinted, StageMoved
from habeas.domain.lines import Line
from habeas.domain.spells import Spell
from habeas.domain.words import Counted, Status
from habeas.ledger import read
from habeas.names.alphabet import alphabetical
from habeas.register.answers import (
    Audience,
    BatchAnswer,
    BatchRow,
    Bounds,
    Conflict,
    DueOutShown,
    Figure,
    Lens,
    MemberShown,
    SourceShown,
    StageShown,
)
from habeas.register.ask_people import possibly_held
from habeas.register.ask_releases import breakdown, due_out_anyway
from habeas.register.lenses import as_of
from habeas.register.listed import named_by_lists
from habeas.register.listed_answers import Totals
from habeas.register.naming import first_names
from habeas.register.project import generation
from habeas.register.rows import STATUSES, unmask
from habeas.register.sentences import title, when
from habeas.register.showing import claims, sources_of
from habeas.register.standing import Lines
from habeas.register.tables import known
from habeas.register.tongue import meaning, meaning_of, spoken

_FREE = frozenset({Status.FREE_IN_COUNTRY, Status.FREE_ABROAD})
_CONFINED = frozenset({Status.HELD, Status.HOUSE_ARREST, Status.OPEN_INSTITUTION, Status.HOME_RESTRICTION})
_ORDER = {outcome: place for place, outcome in enumerate(("matched", "new", "unclear", "absent", "nameless"))}


@dataclass(frozen=True)
class _Batch:
    """The standing lines of a batch."""

    id: str
    lines: tuple[Line, ...]

    @cached_property
    def announcement(self) -> BatchAnnounced | None:
        """The first; later ones are further figures."""
        return next((one for _, one in self.announcements), None)

    @property
    def announcements(self) -> Iterator[tuple[Line, BatchAnnounced]]:
        return ((line, line.claim) for line in self.lines if isinstance(line.claim, BatchAnnounced))

    @property
    def day_after(self) -> date | None:
        """The first day on which all whom the batch frees can be free."""
        said = self.announcement
        return said.when.last + timedelta(days=1) if said else None


@dataclass(frozen=True, slots=True)
class Member:
    """A mention that is counted among a batch, with the person it belongs to, if any."""

    subject: str
    person: str
    stage: str
    outcome: str
    number: int


def batches(lens: Lens) -> tuple[BatchRow, ...]:
    """All that were known, by date."""
    told = read.lines(kinds=[BatchAnnounced.KIND], upto=lens.known)
    found = [_batch(id, lines, lens) for id, lines in _whole({line.subject for line in told}).items()]
    rows = [_batch_row(one, lens) for one in found if one.announcement]
    return tuple(sorted(rows, key=lambda row: (row.when, row.id)))


def announced(id: str, lens: Lens) -> BatchAnnounced | None:
    """What a batch was announced as; None for one that the lens doesn't show."""
    return _batch(id, _whole([id])[id], lens).announcement


def totals(id: str, lens: Lens) -> Totals | None:
    """The six alone, without the lists of people beside them."""
    one = _batch(id, _whole([id])[id], lens)
    if one.announcement is None:
        return None
    members = members_of(id, lens)
    figures = (*_figures(one, sources_of(one.lines, lens)), *named_by_lists(id, lens))
    return Totals(
        announced=_of(figures, Counted.ANNOUNCED),
        named=_of(figures, Counted.NAMED),
        matched=_matched(members),
        verified=_of(figures, Counted.VERIFIED),
        recognised=_of(figures, Counted.RECOGNISED),
        ours=_ours(members, _after(one, members, lens)),
    )


def batch(id: str, lens: Lens, *, with_remaining: bool = True) -> BatchAnswer | None:
    """Who remains is a list of everybody held, which those who ask about the freed alone can leave out."""
    return _answer(id, lens, with_remaining, generation(), read.last_number(), spoken())


@lru_cache(maxsize=2)
def _answer(id: str, lens: Lens, with_remaining: bool, generation: int, upto: int, language: str) -> BatchAnswer | None:
    """Kept for whoever turns the pages of its members."""
    whole = _whole([id])[id]
    one = _batch(id, whole, lens)
    said = one.announcement
    if said is None:
        return None
    members = members_of(id, lens)
    shown = _members_shown(one, members, lens)
    said_of = _said_of(members, lens)
    figures = (*_figures(one, sources_of(one.lines, lens)), *named_by_lists(id, lens))
    return BatchAnswer(
        id=id,
        title=said.title,
        when=when(said.when),
        announcer=said.announcer,
        announced=_of(figures, Counted.ANNOUNCED),
        named=_of(figures, Counted.NAMED),
        matched=_matched(members),
        verified=_of(figures, Counted.VERIFIED),
        recognised=_of(figures, Counted.RECOGNISED),
        ours=_ours(members, _after(one, members, lens)),
        other_figures=tuple(one for one in figures if one.counted not in _TOTALS),
        stages=tuple(_stages(one, members)),
        members=shown,
        remaining=possibly_held(lens) if with_remaining else (),
        conflicts=(*_figures_that_differ(figures), *_not_free(shown)),
        claims=claims(Lines.of([*whole.all, *_counting(id, lens), *_behind(figures)]), lens),
        as_of=as_of(lens),
        breakdown=breakdown(id, said_of.values(), said.when.first, said.when.last),
        due_out=_due_out(said_of, said, lens),
    )


_TOTALS = (Counted.ANNOUNCED, Counted.NAMED, Counted.VERIFIED, Counted.RECOGNISED)


def _whole(ids: Iterable[str]) -> dict[str, Lines]:
    wanted = sorted(set(ids))
    told: dict[str, list[Line]] = {id: [] for id in wanted}
    for line in read.lines(subjects=wanted):
        told[line.subject].append(line)
    judging = read.judging([line.number for lines in told.values() for line in lines])
    return {id: Lines.of([*lines, *judging]) for id, lines in told.items()}


def _batch(id: str, whole: Lines, lens: Lens) -> _Batch:
    return _Batch(id, tuple(line for line in whole.standing(lens.known, lens.audience) if line.subject == id))


def _batch_row(one: _Batch, lens: Lens) -> BatchRow:
    said = one.announcement
    assert said is not None, "only announced batches are listed"
    members = members_of(one.id, lens)
    number = next((each.number for _, each in one.announcements if each.number is not None), None)
    ours = _ours(members, _after(one, members, lens))
    return BatchRow(one.id, said.title, when(said.when), number, _matched(members), ours)


def members_of(id: str, lens: Lens) -> list[Member]:
    """Each person once, and each row that is nobody of the register."""
    columns = "subject, person, stage, outcome, number"
    rows = known("register_in_batch", columns, lens, "batch = %s ORDER BY number", id)
    found: dict[str, Member] = {}
    for member in (Member(*row) for row in rows):
        key = member.person or member.subject
        before = found.get(key)
        # A person named by one list as new and known from another is known.
        found[key] = _joined(before, member) if before else member
    return list(found.values())


def _joined(one: Member, other: Member) -> Member:
    return replace(one, stage=one.stage or other.stage, outcome=min(one.outcome, other.outcome, key=_ORDER.__getitem__))


def _matched(members: Iterable[Member]) -> Bounds:
    """Members who are people of the register for certain; with those of whom it isn't clear."""
    told = [member.outcome for member in members]
    low = sum(outcome in ("matched", "new") for outcome in told)
    return Bounds(low, low + told.count("unclear"))


def _after(one: _Batch, members: Iterable[Member], lens: Lens) -> dict[str, tuple[Status, frozenset[Status]]]:
    """Person to status, and what it may be, on the day after the batch."""
    day = one.day_after
    return {} if day is None else statuses_on({member.person for member in members} - {""}, day, lens)


def statuses_on(people: Collection[str], day: date, lens: Lens) -> dict[str, tuple[Status, frozenset[Status]]]:
    if not people:
        return {}
    where = f"first <= %s AND ending > %s AND person IN ({', '.join(['%s'] * len(people))})"
    at = day.toordinal()
    rows = known("register_spell", "person, status, may_be", lens, where, at, at, *sorted(people))
    return {one: (STATUSES[status], frozenset(unmask(bits))) for one, status, bits in rows}


def _ours(members: Iterable[Member], after: Mapping[str, tuple[Status, frozenset[Status]]]) -> Bounds:
    """Members free just after by the claims that we hold; with those of whom it can't be told, nameless ones too."""
    low = high = 0
    for member in members:
        status, may_be = after.get(member.person, (Status.UNKNOWN, _FREE))
        low += bool(member.person) and status in _FREE
        high += bool(may_be & _FREE)
    return Bounds(low, high)


def _said_of(members: Iterable[Member], lens: Lens) -> dict[str, list[Line]]:
    """All standing lines of each member, by person or mention; each member's, whatever list they come from."""
    whose = {member.subject: member.person or member.subject for member in members}
    people = sorted({member.person for member in members if member.person})
    if people:
        where = f"person IN ({', '.join(['%s'] * len(people))})"
        whose.update(known("register_member", "subject, person", lens, where, *people))
    said: dict[str, list[Line]] = {one: [] for one in whose.values()}
    for subject, lines in _told_by(list(whose), lens).items():
        said[whose[subject]] += lines if subject in whose else []
    return said


def _due_out(
    said_of: Mapping[str, list[Line]], batch: BatchAnnounced, lens: Lens
) -> tuple[tuple[str, DueOutShown], ...]:
    """Of the members whose term is known, when it would have ended; a computed day is never public."""
    if lens.audience is not Audience.DESK or not said_of:
        return ()
    spells = _spells(said_of, lens)
    found = (
        (one, due_out_anyway(lines, spells.get(one, []), batch.when.first, batch.when.last))
        for one, lines in said_of.items()
    )
    return tuple((one, due) for one, due in found if due)


def _spells(people: Collection[str], lens: Lens) -> dict[str, list[Spell]]:
    where = f"person IN ({', '.join(['%s'] * len(people))}) ORDER BY first"
    spells: dict[str, list[Spell]] = defaultdict(list)
    columns = "person, first, ending, status, may_be"
    for one, first, end, status, bits in known("register_spell", columns, lens, where, *sorted(people)):
        days = date.fromordinal(first), date.fromordinal(end)
        spells[one].append(Spell(*days, STATUSES[status], tuple(unmask(bits)), ()))
    return spells


def _figures(one: _Batch, sources: Mapping[str, SourceShown]) -> Iterator[Figure]:
    """One for each speaker, thing counted and number, with all lines that say so."""
    told: dict[tuple[str, Counted, str, int], list[Line]] = defaultdict(list)
    for line in one.lines:
        claim = line.claim
        if isinstance(claim, BatchCounted):
            told[claim.speaker, claim.counted, claim.note or claim.counted.meaning, claim.number].append(line)
        elif isinstance(claim, BatchAnnounced) and claim.number is not None:
            by = claim.announcer or (line.evidence.speaker if line.evidence else "")
            told[by, Counted.ANNOUNCED, Counted.ANNOUNCED.meaning, claim.number].append(line)
    for (speaker, counted, what, number), lines in told.items():
        first = lines[0].evidence
        because = tuple(line.number for line in lines)
        yield Figure(speaker, counted, what, number, because, sources.get(first.source) if first else None)


def _of(figures: Iterable[Figure], counted: Counted) -> tuple[Figure, ...]:
    return tuple(one for one in figures if one.counted is counted)


def _stages(one: _Batch, members: Iterable[Member]) -> Iterator[StageShown]:
    """In order; of several claims about a stage the latest told is shown, and all are its reasons."""
    told: dict[str, list[tuple[Line, StageMoved]]] = defaultdict(list)
    for line in one.lines:
        if isinstance(line.claim, StageMoved):
            told[line.claim.stage].append((line, line.claim))
    for stage, said in sorted(told.items(), key=lambda item: (item[1][-1][1].order, item[0])):
        last = said[-1][1]
        yield StageShown(
            stage=stage,
            order=last.order,
            title=last.title,
            when=when(last.when),
            country=last.country,
            place=title("places", last.place) if last.place else "",
            number=last.number,
            members=sum(member.stage == stage for member in members),
            because=tuple(line.number for line, _ in said),
        )


def _members_shown(one: _Batch, members: Sequence[Member], lens: Lens) -> tuple[MemberShown, ...]:
    after = _after(one, members, lens)
    now = statuses_on({member.person for member in members} - {""}, lens.on, lens)
    names = first_names(lens, {member.person for member in members} - {""})
    told = _told_by([member.subject for member in members], lens)
    lines = _lines_behind(one.id, lens)
    shown = [
        MemberShown(
            person=member.person or None,
            name=names.get(member.person) or _printed(told.get(member.subject, ()), member),
            stage=member.stage,
            outcome=member.outcome,
            status_after=after.get(member.person, (Status.UNKNOWN, _FREE))[0],
            status=now.get(member.person, (Status.UNKNOWN, _FREE))[0],
            speakers=_speakers(lines.get(member.person or member.subject, ())),
            because=tuple(line.number for line in lines.get(member.person or member.subject, ())),
        )
        for member in members
    ]
    return tuple(sorted(shown, key=lambda each: (each.outcome == "nameless", alphabetical(each.name), each.because)))


def _told_by(subjects: Collection[str], lens: Lens) -> dict[str, list[Line]]:
    """The standing names and rows of mentions."""
    told: dict[str, list[Line]] = defaultdict(list)
    for lines in _whole(subjects).values():
        for line in lines.standing(lens.known, lens.audience):
            told[line.subject].append(line)
    return told


def _printed(lines: Iterable[Line], member: Member) -> str:
    """A mention is called as its list prints it; nobody else's name is lent to it."""
    if member.outcome == "nameless":
        return ""
    printed = [line.claim.text for line in lines if isinstance(line.claim, (Named, RowPrinted))]
    return printed[0] if printed else ""


def _lines_behind(id: str, lens: Lens) -> dict[str, list[Line]]:
    """The lines that count somebody among the batch, by person or mention."""
    rows = known("register_in_batch", "person, subject, number", lens, "batch = %s ORDER BY number", id)
    lines = {line.number: line for line in read.lines(numbers=[number for _, _, number in rows])}
    behind: dict[str, list[Line]] = defaultdict(list)
    for person, subject, number in rows:
        if number in lines:
            behind[person or subject].append(lines[number])
    return behind


def _counting(id: str, lens: Lens) -> list[Line]:
    return [line for lines in _lines_behind(id, lens).values() for line in lines]


def _behind(figures: Iterable[Figure]) -> Iterator[Line]:
    return read.lines(numbers={number for figure in figures for number in figure.because})


def _speakers(lines: Iterable[Line]) -> tuple[str, ...]:
    said = (line.evidence.speaker for line in lines if line.evidence and line.evidence.speaker)
    return tuple(dict.fromkeys(said))


def _figures_that_differ(figures: Iterable[Figure]) -> Iterator[Conflict]:
    """Speakers who count the same people and come to another number; we put none of them first."""
    told: dict[tuple[Counted, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        told[figure.counted, _of_whom(figure)].append(figure)
    for (counted, _whom), said in told.items():
        if len({figure.number for figure in said}) > 1:
            because = tuple(sorted({number for figure in said for number in figure.because}))
            told_by = "; ".join(map(_figure_told, said))
            why = _("The figures differ: %(figures)s. All are shown.") % {"figures": told_by}
            yield Conflict(meaning(counted), because, (), why)


def _figure_told(figure: Figure) -> str:
    what = figure.what.rstrip(".")
    told = {"speaker": figure.speaker, "number": figure.number, "what": meaning_of(what)}
    return _("%(speaker)s says %(number)s (%(what)s)") % told


def _of_whom(figure: Figure) -> str:
    """Some figures count all of a release; of those that count a part, the note says which, up to a semicolon."""
    part = figure.counted in (Counted.CROSSED, Counted.CITIZENS)
    return figure.what.partition(";")[0].rstrip(". ").casefold() if part else ""


def _not_free(members: Iterable[MemberShown]) -> Iterator[Conflict]:
    """Members counted among the freed whom the claims we hold show in custody on the day after."""
    for member in members:
        if member.person and member.status_after in _CONFINED:
            status = {"status": meaning(member.status_after)}
            why = _("Counted among this release; by the claims that we hold, on the day after: %(status)s.") % status
            yield Conflict(member.name or member.person, member.because, (), why)
