"""The claims behind each person of a balance's term: the lines of the turn, or those that came in between."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from habeas.domain.balance import Change, End
from habeas.domain.turning import Term
from habeas.ledger import read
from habeas.register.answers import ClaimShown, Lens
from habeas.register.balances import balanced, shown_end
from habeas.register.counted import TermPerson
from habeas.register.definitions import definition
from habeas.register.people import Person, people
from habeas.register.project import generation, together, voices_of
from habeas.register.public_balance import TOGETHER, Key, shown_as
from habeas.register.showing import claims
from habeas.register.standing import Lines
from habeas.register.tables import known

_OF_RECOGNITION = (Term.RECOGNISED,)


def term_people(
    key: str, earlier: Lens, later: Lens, asked: tuple[str, str, int, bool], page: tuple[int, int] | None = None
) -> tuple[int, tuple[TermPerson, ...]]:
    """Who is in a term, and by which lines: `asked` is the term, its kind, its sign, and whether the certain end.

    Of what a public balance puts together, under `together`, it is who is in any of its terms. `page` cuts out from one
    place to another; how many there are in all stands first.
    """
    term, kind, sign, certain = asked
    found = balanced(definition(key), earlier, later)
    end = found.certain if certain else found.possible
    wanted = _put_together(end, asked) if TOGETHER in (term, kind) else {(term, kind, sign)}
    changes = sorted(one for one in end.changes if (str(one.term), one.kind, one.sign) in wanted)
    first, last = page or (0, len(changes))
    return len(changes), tuple(explained(changes[first:last], earlier, later))


def _put_together(end: End, asked: tuple[str, str, int, bool]) -> set[Key]:
    """The terms that a public balance puts together under this one."""
    term, kind, _, _ = asked
    whole = shown_end(end)
    shown = shown_as(whole)
    keys = {(one.term, one.kind, one.sign) for one in whole.terms}
    return {key for key in keys if shown(key)[:2] == (term, kind)}


def explained(changes: Iterable[Change], earlier: Lens, later: Lens) -> Iterator[TermPerson]:
    for change in changes:
        lines, one = _told_of(change, later if _stands(change) else earlier)
        because = _because(change, one, lines, (earlier, later)) if one else ()
        day = date.fromordinal(change.day) if change.day else None
        yield TermPerson(change.person, one.name if one else "", day, because)


def claims_behind(numbers: Collection[int], lens: Lens) -> tuple[ClaimShown, ...]:
    """The claims on these lines, as the lens's audience may see them."""
    own = list(read.lines(numbers=numbers)) if numbers else []
    subjects = {line.subject for line in own}
    whole = list(read.lines(subjects=subjects)) if subjects else []
    seen = Lines.of([*whole, *read.judging([line.number for line in whole])])
    wanted = {line.number for line in own}
    return tuple(claim for claim in claims(seen, lens) if claim.number in wanted)


def _stands(change: Change) -> bool:
    """Whether the later knowledge knows the person; who was joined to another is known only before."""
    return not (change.term is Term.CORRECTED and change.kind == "person")


def _told_of(change: Change, lens: Lens) -> tuple[Lines, Person | None]:
    rows = known("register_member", "component", lens, "subject = %s", change.person)
    if not rows:
        return Lines(()), None
    subjects = together(generation(), "register_component", "component", [rows[0][0]])
    own = list(read.lines(subjects=subjects))
    lines = Lines.of([*own, *read.judging([line.number for line in own])])
    return lines, people(lines, lens.known, lens.audience).with_subject(change.person)


def _because(change: Change, one: Person, lines: Lines, looks: tuple[Lens, Lens]) -> tuple[int, ...]:
    if not change.day:
        return _learned(one, lines, looks)
    recognised = change.term in _OF_RECOGNITION or change.kind == "recognition"
    if recognised and (acts := _recognitions(one, change.day)):
        return acts
    timeline = one.timeline(looks[1].known, voices_of(generation(), one.lines))
    spell = timeline.on(date.fromordinal(change.day))
    return spell.because if spell else ()


def _recognitions(one: Person, day: int) -> tuple[int, ...]:
    on = date.fromordinal(day)
    acts = [spell for spell in one.recognitions() if on in (spell.possible_from, spell.first, spell.end)]
    return tuple(sorted({number for spell in acts for number in spell.because}))


def _learned(one: Person, lines: Lines, looks: tuple[Lens, Lens]) -> tuple[int, ...]:
    """What was said of the person between the two moments, judgements of who is whom among it."""
    first, last = sorted(look.known for look in looks)
    seen = lines.seen_by(looks[1].audience, last)
    return tuple(line.number for line in seen if first < line.number <= last and line.subject in one.subjects)
