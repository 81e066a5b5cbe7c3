"""One person through a lens: found by name or id, with every claim, spell and reason."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from habeas.domain.claims import CaseAssessed, InBatch, Named, RecognitionRefused, RecognitionWithdrawn
from habeas.domain.dates import PartialDate
from habeas.domain.spells import Spell
from habeas.domain.timeline import Timeline
from habeas.domain.words import Status
from habeas.ledger import read
from habeas.names import Asked, Known, NameIndex
from habeas.problems import BadInput
from habeas.register.answers import Audience, Conflict, Lens
from habeas.register.answers_people import (
    AnswerOnceGiven,
    Found,
    Membership,
    NameShown,
    PersonAnswer,
    RecognitionShown,
    Redirect,
    SpellShown,
)
from habeas.register.ask.batches import announced
from habeas.register.ask.releases import releases_shown
from habeas.register.definitions import default_mask
from habeas.register.lenses import as_of, lens
from habeas.register.people import People, Person, people
from habeas.register.project import generation, together, voices_of
from habeas.register.releases import moment_of
from habeas.register.rows import STATUSES, mask
from habeas.register.sentences import when
from habeas.register.showing import claims
from habeas.register.standing import Lines
from habeas.register.tables import ever_known, known, one_of
from habeas.register.telling_conflicts import in_the_readers_words
from habeas.register.tongue import readers_first

LONGEST_NAME = 300
"""No name that anybody bears is longer, in characters."""
_LEAST = 0.005
"""Who fits a name less probably than this isn't told of."""
_LEAST_OF_ONE_WORD = 0.0001
"""A surname alone makes none of its many bearers likely, and is a search for all of them."""


def person(id: str, lens: Lens) -> PersonAnswer | Redirect | None:
    """None alike for an id that isn't there, one kept from this audience, and one that is no person yet."""
    rows = known("register_member", "person, is_person, component", lens, "subject = %s", id)
    if not rows or not rows[0][1]:
        return None
    public_id, _, component = rows[0]
    if public_id != id:
        return Redirect(public_id)
    lines = lines_of(component)
    told = people(lines, lens.known, lens.audience)
    one = told.with_subject(id)
    return _answer(one, told, lines, lens) if one else None


def find(text: str, lens: Lens, limit: int = 10, *, birth: str = "", gender: str = "") -> tuple[Found, ...]:
    """People whom a name may mean, in any script and order, the likeliest first; weighed with what stands beside it."""
    asked = text.strip()
    if len(asked) > LONGEST_NAME:
        raise BadInput(f"A name of {len(asked)} characters is none. Write at most {LONGEST_NAME}.")
    if not asked:
        raise BadInput("No name was given. Write a name, in any script.")
    register = _names(generation(), read.last_number(), lens.known, (lens.audience, lens.groups))
    least = _LEAST if len(asked.split()) > 1 else _LEAST_OF_ONE_WORD
    found = [one for one in register.index.find(Asked(asked, birth, gender), limit) if one.probability >= least]
    spells = _statuses(lens, {one.id for one in found})
    return tuple(
        Found(
            id=one.id,
            name=register.names(one.id)[0],
            names=register.names(one.id),
            probability=one.probability,
            status=spells.get(one.id, Status.UNKNOWN),
            reasons=one.reasons,
        )
        for one in found
    )


def names_of_people() -> Iterator[tuple[str, tuple[str, ...], str, str]]:
    """Id, names, gender and birth of everybody in the register, as the desk knows them now."""
    now = lens(None, None, Audience.DESK)
    rows = known("register_name", "person, text, gender, birth", now, "text <> '' ORDER BY person, place")
    told: dict[str, list[str]] = {}
    beside: dict[str, tuple[str, str]] = {}
    for one, text, gender, birth in rows:
        told.setdefault(one, []).append(text)
        beside[one] = (gender, birth)
    return ((one, tuple(names), *beside[one]) for one, names in told.items())


class _Register:
    """Everybody's names through one lens, indexed."""

    def __init__(self, rows: list[tuple[str, str, str, str, str]]) -> None:
        self._told: dict[str, list[tuple[str, str]]] = {}
        for one, text, _, _, languages in rows:
            self._told.setdefault(one, []).append((text, languages))
        self.index = NameIndex.build(Known(one, text, birth, gender) for one, text, gender, birth, _ in rows)

    def names(self, id: str) -> tuple[str, ...]:
        """In the order for whoever asks now; what is kept serves readers of all languages."""
        return readers_first(self._told[id])


@lru_cache(maxsize=4)
def _names(generation: int, upto: int, line: int, seen: tuple[Audience, frozenset[str]]) -> _Register:
    # The generation and the last line are part of the key, since either can change what the line's rows are.
    at = Lens(date.min, line, read.last_moment(), *seen)
    rows = known("register_name", "person, text, gender, birth, languages", at, "text <> '' ORDER BY person, place")
    return _Register([(one, text, gender, birth, languages) for one, text, gender, birth, languages in rows])


def _statuses(lens: Lens, ids: set[str]) -> dict[str, Status]:
    day = lens.on.toordinal()
    where = f"first <= %s AND ending > %s AND {one_of('person', ids)}"
    rows = known("register_spell", "person, status", lens, where, day, day, *sorted(ids)) if ids else []
    return {one: STATUSES[status] for one, status in rows}


def lines_of(component: str) -> Lines:
    subjects = together(generation(), "register_component", "component", [component])
    own = list(read.lines(subjects=subjects))
    return Lines.of([*own, *read.judging([line.number for line in own])])


def _answer(one: Person, told: People, lines: Lines, lens: Lens) -> PersonAnswer:
    timeline = one.timeline(lens.known, voices_of(generation(), one.lines))
    spell = timeline.on(lens.on)
    counts = default_mask()
    may_be = mask(spell.may_be) if spell else 0
    shown = {number for each in timeline.spells for number in each.because}
    against = {number for each in timeline.spells for number in each.against}
    against |= {number for each in timeline.conflicts for number in each.against}
    return PersonAnswer(
        id=one.id,
        name=one.name,
        names=_names_shown(one),
        status=spell.status if spell else Status.UNKNOWN,
        low=int(spell is not None and not may_be & ~counts),
        high=int(spell is None or bool(may_be & counts)),
        since=spell.first if spell else None,
        last_heard=_last_heard(one, lens.on),
        because=spell.because if spell else (),
        spells=tuple(map(_spell_shown, timeline.spells)),
        once_given=_once_given(one, lens),
        recognitions=_recognitions(one, lens.on),
        memberships=_memberships(one, timeline, lens),
        claims=claims(_own(lines, one), lens, because=shown, against=against),
        conflicts=_conflicts(timeline),
        warnings=tuple(str(each) for each in told.clusters.warnings if {each.one, each.other} & one.subjects),
        as_of=as_of(lens),
        releases=releases_shown(one.lines, timeline.spells, lens),
    )


def _own(lines: Lines, one: Person) -> Lines:
    """The person's lines alone, with what judges them, which decides what of them stands."""
    own = {line.number for line in lines.all if line.subject in one.subjects}
    judging = [line for line in lines.all if getattr(line.claim, "line", 0) or line.number in own]
    return Lines.of(judging)


def _names_shown(one: Person) -> tuple[NameShown, ...]:
    because: dict[str, list[int]] = {}
    for line, claim in one.said(Named):
        because.setdefault(claim.text, []).append(line.number)
    told = {name.text: name for name in one.names}
    return tuple(
        NameShown(text, told[text].language, str(told[text].form), tuple(because[text])) for text in one.texts_of_names
    )


def _spell_shown(spell: Spell) -> SpellShown:
    return SpellShown(spell.first, spell.end, spell.status, spell.may_be, spell.because, spell.against)


def _conflicts(timeline: Timeline) -> tuple[Conflict, ...]:
    return tuple(
        Conflict(in_the_readers_words(one.about), one.shown, one.against, in_the_readers_words(one.why))
        for one in timeline.conflicts
    )


def _last_heard(one: Person, on: date) -> date | None:
    """The last day up to `on` of which a claim tells."""
    told = (getattr(line.claim, "when", None) for line in one.lines)
    return max((when.last for when in told if isinstance(when, PartialDate) and when.last <= on), default=None)


def _once_given(one: Person, lens: Lens) -> tuple[AnswerOnceGiven, ...]:
    """What this register said of the day, in the order in which it came to say so; the last is what it says now."""
    day = lens.on.toordinal()
    where = "person = %s AND first <= %s AND ending > %s ORDER BY known_from"
    given: list[AnswerOnceGiven] = []
    for status, number in ever_known("register_spell", "status, known_from", lens, where, one.id, day, day):
        if not given or given[-1].status is not STATUSES[status]:
            given.append(AnswerOnceGiven(moment_of(number), STATUSES[status]))
    return tuple(given)


def _recognitions(one: Person, on: date) -> tuple[RecognitionShown, ...]:
    spells = [
        RecognitionShown(
            spell.recogniser,
            "recognised",
            spell.first.isoformat(),
            ", ".join(spell.rulesets),
            spell.criteria,
            spell.because,
        )
        for spell in one.recognitions()
        if spell.possible_from <= on < spell.end
    ]
    return (*spells, *_acts(one, on))


def _acts(one: Person, on: date) -> Iterator[RecognitionShown]:
    for line, said in one.said(CaseAssessed):
        if said.when.first <= on:
            yield RecognitionShown(
                said.assessor, "assessed", when(said.when), said.finding, said.categories, (line.number,)
            )
    for line, refused in one.said(RecognitionRefused):
        if refused.when.first <= on:
            yield RecognitionShown(refused.recogniser, "refused", when(refused.when), "", (), (line.number,))
    for line, withdrawn in one.said(RecognitionWithdrawn):
        if withdrawn.when.first <= on:
            yield RecognitionShown(withdrawn.recogniser, "withdrawn", when(withdrawn.when), "", (), (line.number,))


def _memberships(one: Person, timeline: Timeline, lens: Lens) -> tuple[Membership, ...]:
    stages: dict[str, tuple[str, list[int]]] = {}
    for line, claim in one.said(InBatch):
        stage, because = stages.get(claim.batch, ("", []))
        stages[claim.batch] = (stage or claim.stage, [*because, line.number])
    shown = []
    for batch, (stage, because) in stages.items():
        told = announced(batch, lens)
        after = timeline.on(told.when.last + timedelta(days=1)) if told else None
        shown.append(
            Membership(
                batch=batch,
                title=told.title if told else batch,
                when=when(told.when) if told else "",
                stage=stage,
                status_after=after.status if after else Status.UNKNOWN,
                because=tuple(because),
            )
        )
    return tuple(sorted(shown, key=lambda each: (each.when, each.batch)))
