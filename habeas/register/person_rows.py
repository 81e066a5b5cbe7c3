"""The rows of one person, by parts: each part rests on claims of a few kinds, and stands unchanged while these do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from habeas.domain.claims import (
    Born,
    Charged,
    Claim,
    Detained,
    Died,
    Gendered,
    InBatch,
    Named,
    Recognised,
    RecognitionRefused,
    RecognitionWithdrawn,
    RowPrinted,
    SeenHeld,
    Sentenced,
    Transferred,
    WorkedAs,
)
from habeas.domain.counting import Piece, so_far
from habeas.domain.custody import Turn
from habeas.domain.dates import FOREVER
from habeas.domain.judgements import NewPerson, Unsure
from habeas.domain.lines import Line
from habeas.domain.timeline import Timeline
from habeas.register.demands import rules_so_far
from habeas.register.people import Folded, Person
from habeas.register.rows import PLACES, FactRow, InBatchRow, MemberRow, NameRow, Row, SpellRow, StretchRow, mask
from habeas.register.voices import Voices

Part = tuple[object, ...]
"""Of whom, which part, and what it rests on: two that are equal have the same rows."""

Made = tuple[int, frozenset[Row]]
"""The rows of a part, and a number that stands for it, since a part is long to compare."""

Kinds = tuple[type[Claim], ...]
_NEVER_ENDS = FOREVER.toordinal()
_NOTHING_BEFORE = Piece(0, 0, 0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class _Course:
    """A timeline with its turns, and its days and possible statuses; numbers stand for what two have in common."""

    timeline: Timeline
    turns: tuple[Turn, ...]
    days: tuple[tuple[int, int, int], ...]
    number_of_turns: int
    number_of_days: int


class Parts:
    """The parts of everybody of one component, each made once for all the lines at which it stands the same."""

    def __init__(self, voices: Voices) -> None:
        self._voices = voices
        self._folded: Folded = {}
        self._courses: dict[int, _Course] = {}
        self._numbers: dict[object, int] = {}
        self._made: dict[Part, Made] = {}

    def of(self, person: Person, known: int) -> dict[object, frozenset[Row]]:
        """The person's rows by the claims that stand at line `known`."""
        course = self._course(person, known) if person.in_register else None
        found = []
        for part, make in _asked(person, course):
            made = self._made.get(part)
            if made is None:
                made = self._made[part] = len(self._made), frozenset(make(person, course))
            found.append(made)
        return dict(found)

    def _course(self, person: Person, known: int) -> _Course:
        timeline = person.timeline(known, self._voices, self._folded)
        found = self._courses.get(id(timeline))
        if found is None:
            days = tuple((one.first.toordinal(), one.end.toordinal(), mask(one.may_be)) for one in timeline.spells)
            turned = person.turns(timeline)
            numbers = (self._numbers.setdefault(one, len(self._numbers)) for one in (turned, days))
            found = self._courses[id(timeline)] = _Course(timeline, turned, days, *numbers)
        return found


Make = Callable[[Person, Any], Iterable[Row]]


def _asked(person: Person, course: _Course | None) -> Iterator[tuple[Part, Make]]:
    id, numbers = person.id, person.numbers
    who = (id, person.subjects, course is not None)
    yield who, _members
    if InBatch in numbers:
        yield (who, *map(numbers.get, (InBatch, NewPerson, RowPrinted, Unsure))), _in_batches
    if course is None:
        return
    for name, kinds, make in _TOLD:
        told = tuple(map(numbers.get, kinds))
        if any(told) or name == "names":
            yield (id, name, told), make
    yield (id, "spells", course.number_of_days), _spells
    yield (id, "turns", course.number_of_turns), _turns
    yield (id, "counted", course.number_of_days, course.number_of_turns, *map(numbers.get, _COUNTED)), _counted


def _members(person: Person, _: object) -> Iterator[MemberRow]:
    return (MemberRow(subject, person.id, int(person.in_register)) for subject in person.subjects)


def _names(person: Person, _: object) -> Iterator[NameRow]:
    gender = next((str(claim.gender) for _, claim in person.said(Gendered)), "")
    birth = next((str(claim.when) for _, claim in person.said(Born)), "")
    for place, name in enumerate(person.names or (None,)):
        text, languages = (name.text, person.full_in(name.text)) if name else ("", "")
        yield NameRow(person.id, place, text, gender, birth, languages)


def _spells(person: Person, course: _Course) -> Iterator[SpellRow]:
    for spell, (first, end, may_be) in zip(course.timeline.spells, course.days, strict=True):
        yield SpellRow(person.id, PLACES[spell.status], may_be, first, end)


def _counted(person: Person, course: _Course) -> Iterator[StretchRow | FactRow]:
    """What counts ask about: the pieces, and the days from which each definition that counts so far has the person."""
    pieces = person.pieces(course.timeline, course.turns)
    for definition, rule in rules_so_far():
        for possible, first in so_far(pieces, rule, definition.unit):
            yield FactRow(person.id, "ever", definition.key, possible, first, _NEVER_ENDS)
    for place, (before, one) in enumerate(pairwise((_NOTHING_BEFORE, *pieces))):
        yield StretchRow(person.id, *one, place, before.first, before.may_be, before.sure_by, before.may_by)


def _turns(person: Person, course: _Course) -> Iterator[FactRow]:
    """Each time into custody and out of it, as a fact of the days on which it can have been."""
    for turn in course.turns:
        kind = "entry" if turn.entry else "exit"
        yield FactRow(person.id, kind, turn.kind, turn.first, turn.last, _NEVER_ENDS)


def _sexes_and_births(person: Person, _: object) -> Iterator[FactRow]:
    """Of several that contradict each other each is possible."""
    sexes = sorted({str(claim.gender) for _, claim in person.said(Gendered)})
    births = sorted({str(claim.when) for _, claim in person.said(Born)})
    for kind, keys in (("sex", sexes), ("birth", births)):
        for key in keys:
            yield FactRow(person.id, kind, key, 1, 1, _NEVER_ENDS)


def _professions(person: Person, _: object) -> Iterator[FactRow]:
    for role, (possible, first) in person.professions().items():
        yield FactRow(person.id, "profession", role[:200], possible, first, _NEVER_ENDS)


def _recognitions(person: Person, _: object) -> Iterator[FactRow]:
    for spell in person.recognitions():
        if not spell.former:
            days = spell.possible_from.toordinal(), spell.first.toordinal(), spell.end.toordinal()
            yield FactRow(person.id, "recogniser", spell.recogniser, *days)
    for kind, claim in _not_recognised(person):
        days = claim.when.first.toordinal(), claim.when.last.toordinal(), _NEVER_ENDS
        yield FactRow(person.id, kind, claim.recogniser, *days)


def _not_recognised(person: Person) -> Iterator[tuple[str, Recognised | RecognitionRefused]]:
    """Why somebody is on no list: declined, or recognised only after leaving custody."""
    yield from (("refused", claim) for _, claim in person.said(RecognitionRefused))
    yield from (("former", claim) for _, claim in person.said(Recognised) if claim.former)


def _articles(person: Person, _: object) -> Iterator[FactRow]:
    for article, (possible, first) in person.articles().items():
        yield FactRow(person.id, "article", article, possible, first, _NEVER_ENDS)


def _sentences(person: Person, _: object) -> Iterator[FactRow]:
    passed = person.sentences()
    for (months, possible, first), end in zip(passed, _ends(passed), strict=True):
        if first < end:
            yield FactRow(person.id, "sentence", str(months), possible, first, end)


def _stays(person: Person, _: object) -> Iterator[FactRow]:
    stays = person.stays()
    for (facility, possible, first), end in zip(stays, _ends(stays), strict=True):
        if first < end:
            yield FactRow(person.id, "facility", facility, possible, first, end)


def _ends(stays: Sequence[tuple[object, int, int]]) -> list[int]:
    """A person is said to be in one place until said to be in another; a sentence holds until another is passed."""
    return [*(first for _, _, first in stays[1:]), _NEVER_ENDS] if stays else []


def _in_batches(person: Person, _: object) -> Iterator[InBatchRow]:
    known = person.id if person.in_register else ""
    for line, claim in person.said(InBatch):
        yield InBatchRow(claim.batch, line.subject, known, claim.stage, _outcome(person, line), line.number)


def _outcome(person: Person, said: Line) -> str:
    if person.in_register:
        return "new" if _came_with(person, said) else "matched"
    own = [line.claim for line in person.lines if line.subject == said.subject]
    if any(isinstance(claim, InBatch) and claim.nameless for claim in own):
        return "nameless"
    if any(isinstance(claim, Unsure) for claim in own):
        return "unclear"
    return "absent" if any(isinstance(claim, RowPrinted) for claim in own) else "unclear"


def _came_with(person: Person, said: Line) -> bool:
    """Whether this very release brought the person into the register, however many of its lists name them by now."""
    batch = getattr(said.claim, "batch", "")
    here = {line.subject for line, claim in person.said(InBatch) if claim.batch == batch}
    return person.id in here and any(line.subject in here for line, _ in person.said(NewPerson))


_COUNTED: Kinds = (Recognised, RecognitionWithdrawn, Died, Charged, Sentenced)
"""What the pieces rest on beside the timeline and its turns."""

_TOLD: tuple[tuple[str, Kinds, Make], ...] = (
    ("names", (Named, Gendered, Born), _names),
    ("sexes", (Gendered, Born), _sexes_and_births),
    ("professions", (WorkedAs,), _professions),
    ("recognitions", (Recognised, RecognitionWithdrawn, RecognitionRefused), _recognitions),
    ("articles", (Charged, Sentenced), _articles),
    ("sentences", (Sentenced,), _sentences),
    ("stays", (Detained, Transferred, SeenHeld), _stays),
)
"""The other parts, each with the kinds of claims that it reads."""
