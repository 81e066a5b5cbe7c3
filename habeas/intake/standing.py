"""What stands about each row of a list after all judgements so far: matched, unclear, not in the register, nobody."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from habeas.domain.aliases import MATCHER
from habeas.domain.claims import Named
from habeas.domain.judgements import NewPerson, NotAPerson, NotSamePerson, Retracted, SamePerson, Unsure
from habeas.domain.lines import Line
from habeas.domain.retraction import retracted
from habeas.domain.words import Word
from habeas.intake.live import live
from habeas.ledger.read import judging, lines
from habeas.register.queries import ever_joined

JUDGEMENTS = (SamePerson, NotSamePerson, Unsure, NewPerson, NotAPerson)


class Fate(Word):
    """What became of a row; every row has one."""

    MATCHED = "matched", "a person of the register"
    UNCLEAR = "unclear", "somebody may be meant; an editor has to look"
    ABSENT = "not in the register", "nobody of the register bears a name like this"
    NOBODY = "not a person", "a heading, a remark or a total"
    NEW = "new", "an editor made a person of the register of it"


@dataclass(frozen=True, slots=True)
class Meant:
    """Somebody who is or may be meant by a row."""

    id: str
    name: str
    probability: float | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Touched:
    """The last line by which somebody judged a mention, or took such a judgement back."""

    line: int
    by: str
    moment: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """The fate of a mention; `meant` are whom it is or may be, `not_meant` those of whom an editor said no.

    `left_open` if an editor, and not the matcher alone, has said that it can't be told.
    """

    fate: Fate
    meant: tuple[Meant, ...] = ()
    reason: str = ""
    not_meant: frozenset[str] = frozenset()
    touched: Touched | None = None
    left_open: bool = False


def judgements(subjects: Collection[str]) -> dict[str, list[Line]]:
    """The judgements that stand about each mention, said from either side."""
    return _judged(subjects)[0]


def standings(subjects: Collection[str]) -> dict[str, Standing]:
    judged, touched = _judged(subjects)
    others = {_other(line, subject) for subject, lines in judged.items() for line in lines}
    names = names_of(others - {""})
    return {
        subject: replace(_standing(subject, lines, names), touched=touched.get(subject))
        for subject, lines in judged.items()
    }


def _judged(subjects: Collection[str]) -> tuple[dict[str, list[Line]], dict[str, Touched]]:
    """What stands about each mention, and who last said something of it or took something back."""
    said = _said_of_any(subjects)
    about = judging(list(said))
    gone = retracted(about)
    judged: dict[str, list[Line]] = {subject: [] for subject in subjects}
    touched: dict[str, Touched] = {}
    for line in said.values():
        for subject in {line.subject, getattr(line.claim, "other", line.subject)} & judged.keys():
            _touch(touched, subject, line)
            if line.number not in gone:
                judged[subject].append(line)
    for line in about:
        if isinstance(line.claim, Retracted) and line.subject in judged:
            _touch(touched, line.subject, line)
    return judged, touched


def _touch(touched: dict[str, Touched], subject: str, line: Line) -> None:
    if subject not in touched or touched[subject].line < line.number:
        touched[subject] = Touched(line.number, line.editor, line.moment)


def _said_of_any(subjects: Collection[str]) -> dict[int, Line]:
    """Joins are looked up by all that they link; differences said from the other side are few, and all are read."""
    kinds = [kind.KIND for kind in JUDGEMENTS]
    own = list(lines(subjects=ever_joined(subjects), kinds=kinds)) if subjects else []
    found = {line.number: line for line in (*own, *lines(kinds=[NotSamePerson.KIND]))}
    return {number: found[number] for number in sorted(found)}


def names_of(people: Collection[str]) -> dict[str, str]:
    """One name for each, the first that was told."""
    names: dict[str, str] = {}
    for line in live(Named, subjects=people) if people else ():
        if isinstance(line.claim, Named):
            names.setdefault(line.subject, line.claim.text)
    return names


def _standing(subject: str, lines: list[Line], names: dict[str, str]) -> Standing:
    different = frozenset(_other(line, subject) for line in lines if isinstance(line.claim, NotSamePerson))
    return replace(_fate(subject, lines, names, different), not_meant=different)


def _fate(subject: str, lines: list[Line], names: dict[str, str], different: frozenset[str]) -> Standing:
    for line in lines:
        if isinstance(line.claim, NotAPerson):
            return Standing(Fate.NOBODY, reason=line.claim.reason)
    same = [line for line in lines if isinstance(line.claim, SamePerson)]
    if same:
        # A pair judged both same and different isn't joined, so that the row is still open.
        torn = all(_other(line, subject) in different for line in same)
        return Standing(Fate.UNCLEAR if torn else Fate.MATCHED, _meant(subject, same, names))
    if any(isinstance(line.claim, NewPerson) for line in lines):
        return Standing(Fate.NEW)
    unsure = [line for line in lines if isinstance(line.claim, Unsure) and _other(line, subject) not in different]
    if not unsure:
        return Standing(Fate.ABSENT)
    return Standing(Fate.UNCLEAR, _meant(subject, unsure, names), left_open=any(map(_by_hand, unsure)))


def _by_hand(line: Line) -> bool:
    return line.editor not in ("", MATCHER)


def _meant(subject: str, lines: Iterable[Line], names: dict[str, str]) -> tuple[Meant, ...]:
    found = {}
    for line in lines:
        claim, other = line.claim, _other(line, subject)
        if isinstance(claim, (SamePerson, Unsure)):
            found[other] = Meant(other, names.get(other, ""), claim.probability, claim.reasons)
    return tuple(found.values())


def _other(line: Line, subject: str) -> str:
    """Whom a judgement ties to the subject; it may have been said from either side."""
    other: str = getattr(line.claim, "other", "")
    return line.subject if other == subject else other
