"""What each line changed in what is said of a person: the spells that came with it, and those that went."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from habeas.domain.words import Status
from habeas.register.answers import Lens
from habeas.register.ask.person import lines_of
from habeas.register.rows import STATUSES, unmask
from habeas.register.sentences import sentence
from habeas.register.stages import with_words
from habeas.register.tables import ever_known, known


@dataclass(frozen=True, slots=True)
class SpellThen:
    """A spell as it was known from a line on, or until it."""

    status: Status
    may_be: tuple[Status, ...]
    first: date
    end: date


@dataclass(frozen=True, slots=True)
class Change:
    """A line with what the fold said before it and no longer, and what it says since."""

    number: int
    moment: datetime
    editor: str
    kind: str
    sentence: str
    went: tuple[SpellThen, ...]
    came: tuple[SpellThen, ...]
    names_went: tuple[str, ...]
    names_came: tuple[str, ...]

    @property
    def changed(self) -> bool:
        return bool(self.went or self.came or self.names_went or self.names_came)


def changes(id: str, lens: Lens) -> tuple[Change, ...]:
    """The latest first; nothing for an id that the lens doesn't show."""
    rows = known("register_member", "person, component", lens, "subject = %s AND is_person = 1", id)
    if not rows:
        return ()
    person, component = rows[0]
    came, went = _spells(person, lens)
    names_came, names_went = _names(person, lens)
    return tuple(
        Change(
            number=line.number,
            moment=line.moment,
            editor=line.editor,
            kind=line.claim.KIND,
            sentence=sentence(with_words(line.claim, lens)),
            went=tuple(went.get(line.number, ())),
            came=tuple(came.get(line.number, ())),
            names_went=tuple(names_went.get(line.number, ())),
            names_came=tuple(names_came.get(line.number, ())),
        )
        for line in reversed(lines_of(component).seen_by(lens.audience, lens.known))
    )


def _spells(person: str, lens: Lens) -> tuple[dict[int, list[SpellThen]], dict[int, list[SpellThen]]]:
    came, went = defaultdict(list), defaultdict(list)
    columns = "status, may_be, first, ending, known_from, known_to"
    for status, may_be, first, end, since, until in ever_known(
        "register_spell", columns, lens, "person = %s ORDER BY first, id", person
    ):
        spell = SpellThen(STATUSES[status], unmask(may_be), date.fromordinal(first), date.fromordinal(end))
        came[since].append(spell)
        went[until].append(spell)
    return came, went


def _names(person: str, lens: Lens) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
    """Names that the person bore from a line on, or no longer; a change of their order is none."""
    came, went = defaultdict(set), defaultdict(set)
    for text, since, until in ever_known("register_name", "text, known_from, known_to", lens, "person = %s", person):
        came[since].add(text)
        went[until].add(text)
    lines = came.keys() | went.keys()
    return (
        {line: sorted(came[line] - went[line] - {""}) for line in lines},
        {line: sorted(went[line] - came[line] - {""}) for line in lines},
    )
