"""Releases of several people: who counts how many of what, who the members are, and what became of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache

from django.utils.translation import gettext as _

from habeas.domain.claims import BatchAnnounced, Named, RowPrinted, StageMoved
from habeas.domain.lines import Line
from habeas.domain.words import Counted, Status
from habeas.ledger import read
from habeas.names.alphabet import alphabetical
from habeas.register.answers import Audience, Conflict, Lens
from habeas.register.answers_batches import BatchAnswer, BatchRow, Figure, ListedAt, MemberShown, StageShown
from habeas.register.answers_releases import DueOutShown
from habeas.register.ask.people import possibly_held
from habeas.register.ask.releases import breakdown, due_out_anyway
from habeas.register.figures import counting, figures_of, figures_that_differ
from habeas.register.lenses import as_of
from habeas.register.listed import named_by_lists
from habeas.register.listed_answers import Totals
from habeas.register.many_spells import spells_of
from habeas.register.members import FREE, Member, matched, members_of, ours, statuses_on
from habeas.register.naming import first_names
from habeas.register.project import generation
from habeas.register.sentence_parts import title
from habeas.register.sentences import when
from habeas.register.showing import claims, sources_of
from habeas.register.standing import Lines
from habeas.register.tables import known, one_of
from habeas.register.tongue import meaning, spoken

_CONFINED = frozenset({Status.HELD, Status.HOUSE_ARREST, Status.OPEN_INSTITUTION, Status.HOME_RESTRICTION})


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
    return _six(one, _figures(one, lens), members_of(id, lens), lens)


def _figures(one: _Batch, lens: Lens) -> tuple[Figure, ...]:
    return (*figures_of(one.lines, sources_of(one.lines, lens)), *named_by_lists(one.id, lens))


def _six(one: _Batch, figures: Sequence[Figure], members: Sequence[Member], lens: Lens) -> Totals:
    return Totals(
        announced=counting(figures, Counted.ANNOUNCED),
        named=counting(figures, Counted.NAMED),
        matched=matched(members),
        verified=counting(figures, Counted.VERIFIED),
        recognised=counting(figures, Counted.RECOGNISED),
        ours=ours(members, _after(one, members, lens)),
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
    figures = _figures(one, lens)
    six = _six(one, figures, members, lens)
    return BatchAnswer(
        id=id,
        title=said.title,
        when=when(said.when),
        announcer=said.announcer,
        announced=six.announced,
        named=six.named,
        matched=six.matched,
        verified=six.verified,
        recognised=six.recognised,
        ours=six.ours,
        other_figures=tuple(one for one in figures if one.counted not in _TOTALS),
        stages=tuple(_stages(one, members)),
        members=shown,
        remaining=possibly_held(lens) if with_remaining else (),
        conflicts=(*figures_that_differ(figures), *_not_free(shown)),
        claims=claims(Lines.of([*whole.all, *_counting(id, lens), *_behind(figures)]), lens),
        as_of=as_of(lens),
        breakdown=breakdown(id, said_of.values(), days=(said.when.first, said.when.last), lens=lens),
        due_out=_due_out(said_of, said, lens),
    )


_TOTALS = (Counted.ANNOUNCED, Counted.NAMED, Counted.VERIFIED, Counted.RECOGNISED)


def _whole(ids: Iterable[str]) -> dict[str, Lines]:
    """The lines of each, with what judges them, and what judges that."""
    wanted = sorted(set(ids))
    told: dict[str, list[Line]] = {id: [] for id in wanted}
    whose: dict[int, str] = {}
    for line in read.lines(subjects=wanted) if wanted else ():
        told[line.subject].append(line)
        whose[line.number] = line.subject
    for line in sorted(read.judging(list(whose)), key=lambda one: one.number):
        judged = getattr(line.claim, "line", 0)
        whose[line.number] = whose.get(judged, line.subject)
        if whose[line.number] in told:
            told[whose[line.number]].append(line)
    return {id: Lines.of(lines) for id, lines in told.items()}


def _batch(id: str, whole: Lines, lens: Lens) -> _Batch:
    return _Batch(id, tuple(line for line in whole.standing(lens.known, lens.audience) if line.subject == id))


def _batch_row(one: _Batch, lens: Lens) -> BatchRow:
    said = one.announcement
    assert said is not None, "only announced batches are listed"
    members = members_of(one.id, lens)
    number = next((each.number for _, each in one.announcements if each.number is not None), None)
    free = ours(members, _after(one, members, lens))
    return BatchRow(one.id, said.title, when(said.when), number, matched(members), free)


def _after(one: _Batch, members: Iterable[Member], lens: Lens) -> dict[str, tuple[Status, frozenset[Status]]]:
    """Person to status, and what it may be, on the day after the batch."""
    day = one.day_after
    return {} if day is None else statuses_on({member.person for member in members} - {""}, day, lens)


def _said_of(members: Iterable[Member], lens: Lens) -> dict[str, list[Line]]:
    """All standing lines of each member, by person or mention; each member's, whatever list they come from."""
    whose = {member.subject: member.person or member.subject for member in members}
    people = sorted({member.person for member in members if member.person})
    if people:
        where = one_of("person", people)
        whose.update(known("register_member", "subject, person", lens, where, *people))
    said: dict[str, list[Line]] = {one: [] for one in whose.values()}
    for subject, lines in _told_by(whose, lens).items():
        said[whose[subject]] += lines if subject in whose else []
    return said


def _due_out(
    said_of: Mapping[str, list[Line]], batch: BatchAnnounced, lens: Lens
) -> tuple[tuple[str, DueOutShown], ...]:
    """Of the members whose term is known, when it would have ended; a computed day is never public."""
    if lens.audience is not Audience.DESK or not said_of:
        return ()
    spells = spells_of(said_of, lens)
    found = (
        (one, due_out_anyway(lines, spells.get(one, []), batch.when.first, batch.when.last))
        for one, lines in said_of.items()
    )
    return tuple((one, due) for one, due in found if due)


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
    lines = _lines_behind(one.id, lens)
    told = _told_by({line.subject for behind in lines.values() for line in behind}, lens)
    shown = [
        MemberShown(
            person=member.person or None,
            name=names.get(member.person) or _printed(told.get(member.subject, ()), member),
            stage=member.stage,
            outcome=member.outcome,
            status_after=after.get(member.person, (Status.UNKNOWN, FREE))[0],
            status=now.get(member.person, (Status.UNKNOWN, FREE))[0],
            speakers=_speakers(lines.get(member.person or member.subject, ())),
            because=tuple(line.number for line in lines.get(member.person or member.subject, ())),
            rows=_rows(lines.get(member.person or member.subject, ()), told, lens),
        )
        for member in members
    ]
    return tuple(sorted(shown, key=lambda each: (each.outcome == "nameless", alphabetical(each.name), each.because)))


def _rows(behind: Iterable[Line], told: Mapping[str, Sequence[Line]], lens: Lens) -> tuple[ListedAt, ...]:
    """Where each list has the member, as its last version that printed the row says."""
    found: dict[tuple[str, str], ListedAt] = {}
    for subject in dict.fromkeys(line.subject for line in behind):
        for line in told.get(subject, ()):
            if isinstance(line.claim, RowPrinted):
                speaker = line.evidence.speaker if line.evidence else ""
                row = line.claim.row if lens.audience is Audience.DESK else 0
                found[line.claim.listing, subject] = ListedAt(line.claim.listing, speaker, line.claim.text, row)
    return tuple(found.values())


def _told_by(subjects: Iterable[str], lens: Lens) -> dict[str, list[Line]]:
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


def _not_free(members: Iterable[MemberShown]) -> Iterator[Conflict]:
    """Members counted among the freed whom the claims we hold show in custody on the day after."""
    for member in members:
        if member.person and member.status_after in _CONFINED:
            status = {"status": meaning(member.status_after)}
            why = _("Counted among this release; by the claims that we hold, on the day after: %(status)s.") % status
            yield Conflict(member.name or member.person, member.because, (), why)
