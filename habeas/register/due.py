"""What falls due: terms that end, days in court, wishes to ask about again, people long not heard of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from habeas.domain.claims import KINDS, Detained, SentenceChanged, Sentenced, Tried, Wish
from habeas.domain.dates import PartialDate
from habeas.domain.judgements import Withheld
from habeas.domain.lines import Line
from habeas.domain.words import Status, Word
from habeas.ledger import read
from habeas.names.alphabet import alphabetical
from habeas.register.answers import AsOf, Lens
from habeas.register.ask.releases import due_out_on
from habeas.register.ask.some import in_brief
from habeas.register.lenses import as_of
from habeas.register.many_spells import spells_of
from habeas.register.rows import PLACES
from habeas.register.sentences import sentence
from habeas.register.standing import Lines
from habeas.register.tables import known

WITHIN, STALE = 60, 180
"""How many days ahead tasks are told, and after how many without word somebody's status is to be confirmed."""
_JUST_PAST = timedelta(days=30)
"""A day in court is told for so long after it: what came of it has to be asked."""
_MAYBE_HELD = (Status.HELD, Status.HOUSE_ARREST, Status.OPEN_INSTITUTION, Status.HOME_RESTRICTION, Status.UNCERTAIN)
_DATED = [kind for kind, made in KINDS.items() if made.ABOUT == "person" and "when" in made.__slots__]


class Due(Word):
    """Why something is to be done on a day."""

    TERM_ENDS = "term_ends", "the days between which the sentence can end, with custody credited"
    COURT = "court", "a day in court"
    REVIEW = "review", "what is kept from the public is to be looked at again"
    STALE = "stale", "nothing was heard for long; the status is to be confirmed"


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do about a person by a day; `because` are the lines that it follows from.

    A term can end on any day from `day` to `until`; `checked` if by rules of credit that were seen in the law.
    """

    due: Due
    person: str
    name: str
    day: date
    about: str
    because: tuple[int, ...]
    until: date | None = None
    checked: bool = True

    def is_late(self, on: date) -> bool:
        return (self.until or self.day) < on


@dataclass(frozen=True, slots=True)
class TasksAnswer:
    """Tasks by day, the earliest first; those before the lens's day are late."""

    tasks: tuple[Task, ...]
    within: int
    stale: int
    as_of: AsOf


def tasks(lens: Lens, within: int = WITHIN, stale: int = STALE) -> TasksAnswer:
    """All that is due until `within` days after the lens's day."""
    until = lens.on + timedelta(days=within)
    held = _held(lens)
    lines = _lines_of(held, lens)
    found = [*_of_custody(held, lines, until, lens), *_stale(lines, lens.on, stale), *_courts(lens, until)]
    found += _reviews(lens, until)
    names = in_brief({one.person for one in found}, lens)
    named = [_named(one, names[one.person].name) for one in found if one.person in names]
    return TasksAnswer(
        tuple(sorted(named, key=lambda one: (one.day, str(one.due), alphabetical(one.name)))),
        within,
        stale,
        as_of(lens),
    )


def _held(lens: Lens) -> dict[str, date]:
    """Who may be held on the day, and since when."""
    places = ", ".join(str(PLACES[status]) for status in _MAYBE_HELD)
    day = lens.on.toordinal()
    where = f"first <= %s AND ending > %s AND status IN ({places})"
    rows = known("register_spell", "person, first", lens, where, day, day)
    return {person: date.fromordinal(first) for person, first in rows}


def _lines_of(people: Mapping[str, date], lens: Lens) -> dict[str, list[Line]]:
    of = dict(known("register_member", "subject, person", lens, "is_person = 1"))
    subjects = {subject for subject, one in of.items() if one in people}
    return _by_person(_standing(read.lines(subjects=subjects, kinds=_DATED, upto=lens.known), lens), of)


def _of_custody(
    held: Mapping[str, date], lines: Mapping[str, Sequence[Line]], until: date, lens: Lens
) -> Iterator[Task]:
    """From the first day on which the term can end, custody credited: that is when somebody has to look."""
    sentenced = {one: told for one, told in lines.items() if any(isinstance(line.claim, Sentenced) for line in told)}
    spells = spells_of(sentenced, lens)
    for person, told in sentenced.items():
        # A spell that is uncertain since the term could end doesn't hold the sentence; the last arrest before it does.
        arrests = [line.claim.when.first for line in told if isinstance(line.claim, Detained)]
        start = max((day for day in arrests if day <= held[person]), default=held[person])
        this_time = [line for line in told if not _of_before(line, start)]
        end = due_out_on(this_time, spells.get(person, ()), lens.on)
        if end is not None and end.first <= until:
            yield Task(Due.TERM_ENDS, person, "", end.first, "", end.because, end.last, end.verified)


def _of_before(line: Line, start: date) -> bool:
    """Whether it is a sentence of an earlier time in custody."""
    return isinstance(line.claim, (Sentenced, SentenceChanged)) and line.claim.when.last < start


def _stale(lines: Mapping[str, Sequence[Line]], on: date, stale: int) -> Iterator[Task]:
    for person, told in lines.items():
        heard = [(line.claim.when.last, line.number) for line in told if _until(line, on)]  # type: ignore[attr-defined]
        if heard:
            last, number = max(heard)
            if last + timedelta(days=stale) <= on:
                yield Task(Due.STALE, person, "", last + timedelta(days=stale), last.isoformat(), (number,))


def _until(line: Line, on: date) -> bool:
    when = getattr(line.claim, "when", None)
    return isinstance(when, PartialDate) and when.last <= on


def _courts(lens: Lens, until: date) -> Iterator[Task]:
    for person, line in _each(_standing(read.lines(kinds=[Tried.KIND], upto=lens.known), lens), lens):
        claim = line.claim
        if isinstance(claim, Tried) and lens.on - _JUST_PAST <= claim.when.last and claim.when.first <= until:
            yield Task(Due.COURT, person, "", claim.when.first, claim.court, (line.number,))


def _reviews(lens: Lens, until: date) -> Iterator[Task]:
    for person, line in _each(_standing(read.lines(kinds=[Wish.KIND, Withheld.KIND], upto=lens.known), lens), lens):
        claim = line.claim
        if isinstance(claim, (Wish, Withheld)) and claim.review and claim.review.first <= until:
            yield Task(Due.REVIEW, person, "", claim.review.first, sentence(claim), (line.number,))


def _each(lines: Iterable[Line], lens: Lens) -> Iterator[tuple[str, Line]]:
    told = list(lines)
    subjects = sorted({line.subject for line in told})
    of: dict[str, str] = {}
    if subjects:
        places = ", ".join(["%s"] * len(subjects))
        of = dict(known("register_member", "subject, person", lens, f"subject IN ({places})", *subjects))
    return ((of[line.subject], line) for line in told if line.subject in of)


def _standing(lines: Iterable[Line], lens: Lens) -> list[Line]:
    told = list(lines)
    own = {line.number for line in told}
    whole = Lines.of([*told, *read.judging(sorted(own))])
    return [line for line in whole.standing(lens.known, lens.audience) if line.number in own]


def _by_person(lines: Iterable[Line], of: Mapping[str, str]) -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        found[of[line.subject]].append(line)
    return found


def _named(task: Task, name: str) -> Task:
    return replace(task, name=name)
