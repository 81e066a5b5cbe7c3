"""The rows of a component over the whole of our past: what was known of its people from which line until which."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from habeas.domain.claims import Born, Gendered, InBatch, Recognised, RecognitionRefused, RowPrinted
from habeas.domain.counting import so_far
from habeas.domain.dates import FOREVER
from habeas.domain.judgements import Accepted, NewPerson, Rejected, Unsure
from habeas.domain.lines import Line
from habeas.domain.timeline import Timeline
from habeas.register.answers import Audience
from habeas.register.demands import rules_so_far
from habeas.register.people import Folded, People, Person, people_of
from habeas.register.rows import (
    PLACES,
    FactRow,
    InBatchRow,
    Known,
    ListedRow,
    MemberRow,
    NameRow,
    Row,
    SpellRow,
    StretchRow,
    coalesced,
    mask,
)
from habeas.register.standing import Lines
from habeas.register.voices import Voices

BITS = {Audience.DESK: 1, Audience.DRAFT: 2, Audience.PUBLIC: 4}
"""A row's audiences are a sum of these."""
WHOLE = 8
"""And of this, where something is restricted: the desk of those whose groups see all of it."""
_NEVER_ENDS = FOREVER.toordinal()


def histories(lines: Lines, voices: Voices, moments: Sequence[int] | None = None) -> Iterator[tuple[int, Known]]:
    """Rows with the audiences that they are for; one set for all unless something is withheld or waits.

    Where only some moments can be asked about, `moments`, nothing between two of them is told.
    """
    if lines.restrictions:
        yield from ((WHOLE, known) for known in coalesced(_stood(lines, voices, Audience.DESK, moments)))
        lines = lines.unrestricted
        if not lines.all:
            return
    bits = {Audience.DESK: BITS[Audience.DESK]}
    draft = Audience.DRAFT if lines.withholds else Audience.DESK
    bits[draft] = bits.get(draft, 0) | BITS[Audience.DRAFT]
    public = draft if lines.all_replayed else Audience.PUBLIC
    bits[public] = bits.get(public, 0) | BITS[Audience.PUBLIC]
    for audience, sum_of_bits in bits.items():
        yield from ((sum_of_bits, known) for known in coalesced(_stood(lines, voices, audience, moments)))


def _stood(
    lines: Lines, voices: Voices, audience: Audience, moments: Sequence[int] | None
) -> Iterator[tuple[int, frozenset[Row]]]:
    """All rows at each line that may have changed one; what stands just as before is not folded anew."""
    folded: Folded = {}
    spoken = set(_asked_about(_changes(lines, voices), moments))
    before: list[int] = []
    for number in sorted({*_asked_about(_turning_points(lines, audience), moments), *spoken}):
        standing = lines.standing(number, audience)
        now = [line.number for line in standing]
        if audience is Audience.PUBLIC:
            now += [-one for _, one in lines.nameless(number)]
        if now != before or number in spoken:
            told = people_of(standing, lines, number, audience)
            nameless = _nameless(lines, number) if audience is Audience.PUBLIC else ()
            yield number, frozenset((*_rows(told, number, voices, folded), *_listed(standing), *nameless))
            before = now


def _nameless(lines: Lines, known: int) -> Iterator[InBatchRow]:
    for batch, number in lines.nameless(known):
        # The row names no line: who looks at the number would see who it is.
        yield InBatchRow(batch, f"n-{number}", "", "", "nameless", 0)


def _listed(standing: Iterable[Line]) -> Iterator[ListedRow]:
    """Rows that name nobody are rows as well."""
    for line in standing:
        if isinstance(line.claim, RowPrinted):
            yield ListedRow(line.claim.listing, line.claim.row, line.subject, line.number)


def _turning_points(lines: Lines, audience: Audience) -> set[int]:
    """Acceptances change nothing for editors; those given at one moment turn the public's rows together."""
    numbers = {line.number for line in lines.all if not isinstance(line.claim, (Accepted, Rejected))}
    if audience is Audience.PUBLIC:
        last = {line.moment: line.number for line in lines.all if isinstance(line.claim, (Accepted, Rejected))}
        numbers.update(last.values())
    return numbers


def _changes(lines: Lines, voices: Voices) -> set[int]:
    sources = {line.evidence.source for line in lines.all if line.evidence}
    first = min(line.number for line in lines.all)
    return {number for number in voices.changes(sources) if number > first}


def _asked_about(points: Iterable[int], moments: Sequence[int] | None) -> Iterable[int]:
    """Each turning point put off to the first moment at which anybody can ask."""
    return points if moments is None else {moments[bisect_left(moments, point)] for point in points}


def _rows(told: People, known: int, voices: Voices, folded: Folded) -> Iterator[Row]:
    for person in told.persons:
        yield from (MemberRow(subject, person.id, int(person.in_register)) for subject in person.subjects)
        yield from _in_batches(person)
        if person.in_register:
            yield from _names(person)
            timeline = person.timeline(known, voices, folded)
            yield from _spells(person, timeline)
            yield from _counted(person, timeline)
            yield from _facts(person)
            yield from _traits(person)
            yield from _turns(person, timeline)


def _names(person: Person) -> Iterator[NameRow]:
    gender = next((str(claim.gender) for _, claim in person.said(Gendered)), "")
    birth = next((str(claim.when) for _, claim in person.said(Born)), "")
    for place, name in enumerate(person.names or (None,)):
        text, languages = (name.text, person.full_in(name.text)) if name else ("", "")
        yield NameRow(person.id, place, text, gender, birth, languages)


def _spells(person: Person, timeline: Timeline) -> Iterator[SpellRow]:
    for spell in timeline.spells:
        first, end = spell.first.toordinal(), spell.end.toordinal()
        yield SpellRow(person.id, PLACES[spell.status], mask(spell.may_be), first, end)


def _counted(person: Person, timeline: Timeline) -> Iterator[StretchRow | FactRow]:
    """What counts ask about: the pieces, and the days from which each definition that counts so far has the person."""
    pieces = person.pieces(timeline)
    for definition, rule in rules_so_far():
        for possible, first in so_far(pieces, rule, definition.unit):
            yield FactRow(person.id, "ever", definition.key, possible, first, _NEVER_ENDS)
    for one in pieces:
        yield StretchRow(person.id, *one)


def _traits(person: Person) -> Iterator[FactRow]:
    """What people are told apart by in breakdowns; of several that contradict each other each is possible."""
    sexes = sorted({str(claim.gender) for _, claim in person.said(Gendered)})
    births = sorted({str(claim.when) for _, claim in person.said(Born)})
    for kind, keys in (("sex", sexes), ("birth", births)):
        for key in keys:
            yield FactRow(person.id, kind, key, 1, 1, _NEVER_ENDS)
    for role, (possible, first) in person.professions().items():
        yield FactRow(person.id, "profession", role[:200], possible, first, _NEVER_ENDS)
    passed = person.sentences()
    for (months, possible, first), end in zip(passed, _ends([*passed]), strict=True):
        if first < end:
            yield FactRow(person.id, "sentence", str(months), possible, first, end)
    for kind, claim in _not_recognised(person):
        days = claim.when.first.toordinal(), claim.when.last.toordinal()
        yield FactRow(person.id, kind, claim.recogniser, *days, _NEVER_ENDS)


def _not_recognised(person: Person) -> Iterator[tuple[str, Recognised | RecognitionRefused]]:
    """Why somebody is on no list: declined, or recognised only after leaving custody."""
    yield from (("refused", claim) for _, claim in person.said(RecognitionRefused))
    yield from (("former", claim) for _, claim in person.said(Recognised) if claim.former)


def _turns(person: Person, timeline: Timeline) -> Iterator[FactRow]:
    """Each time into custody and out of it, as a fact of the days on which it can have been."""
    for turn in person.turns(timeline):
        kind = "entry" if turn.entry else "exit"
        yield FactRow(person.id, kind, turn.kind, turn.first, turn.last, _NEVER_ENDS)


def _facts(person: Person) -> Iterator[FactRow]:
    for spell in person.recognitions():
        if not spell.former:
            days = spell.possible_from.toordinal(), spell.first.toordinal(), spell.end.toordinal()
            yield FactRow(person.id, "recogniser", spell.recogniser, *days)
    for article, (possible, first) in person.articles().items():
        yield FactRow(person.id, "article", article, possible, first, _NEVER_ENDS)
    stays = person.stays()
    for (facility, possible, first), end in zip(stays, _ends(stays), strict=True):
        if first < end:
            yield FactRow(person.id, "facility", facility, possible, first, end)


def _ends(stays: Sequence[tuple[object, int, int]]) -> list[int]:
    """A person is said to be in one place until said to be in another; a sentence holds until another is passed."""
    return [*(first for _, _, first in stays[1:]), _NEVER_ENDS] if stays else []


def _in_batches(person: Person) -> Iterator[InBatchRow]:
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


def cited(lines: Iterable[Line]) -> frozenset[str]:
    return frozenset(line.evidence.source for line in lines if line.evidence)
