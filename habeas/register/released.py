"""What a data release changed: who came in, what was taken back, who turned out to be one. Of withdrawals nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from habeas.domain.claims import BatchAnnounced, Recognised
from habeas.domain.judgements import Retracted, SamePerson
from habeas.domain.lines import Line
from habeas.domain.words import Word
from habeas.ledger import read
from habeas.register.answers import Lens
from habeas.register.project import generation
from habeas.register.releases import DataRelease, data_releases
from habeas.register.sentences import sentence
from habeas.register.stages import with_words
from habeas.register.tables import known
from habeas.register.tongue import spoken


class What(Word):
    """What kind of change it is."""

    NEW_PERSON = "new_person", "a person of whom nothing was public before"
    NEW_RELEASE = "new_release", "a release of several people that was not public before"
    RECOGNISED = "recognised", "a recognition that was not public before"
    RETRACTED = "retracted", "a claim that was public was taken back"
    JOINED = "joined", "two entries turned out to be one person"


@dataclass(frozen=True, slots=True)
class Change:
    """One change: what, of which kind of claim, about whom by id, in words, and the day on which it was recorded."""

    what: What
    kind: str
    id: str
    sentence: str
    day: date


def release_changes(release: DataRelease) -> tuple[Change, ...]:
    """In the order in which they were recorded; empty also where claims were only added to what was known."""
    return _release_changes(release, generation(), spoken())


def people_new_in(release: DataRelease) -> int:
    """How many people came in with it; what they were told as isn't looked into."""
    return len(_new_people(release, generation()))


@lru_cache(maxsize=64)
def _release_changes(release: DataRelease, generation: int, language: str) -> tuple[Change, ...]:
    new = (Change(What.NEW_PERSON, "", person, "", release.day) for person in _new_people(release, generation))
    return (*new, *_told(release, _before(release)))


def _before(release: DataRelease) -> int:
    """The last line of the release before."""
    return max((one.upto for one in data_releases() if one.number < release.number), default=0)


@lru_cache(maxsize=64)
def _new_people(release: DataRelease, generation: int) -> tuple[str, ...]:
    people = _people(release.upto)
    known_already = {subject for subject, _ in _people(_before(release))}
    subjects: dict[str, set[str]] = {}
    for subject, person in people:
        subjects.setdefault(person, set()).add(subject)
    return tuple(person for person, mentions in sorted(subjects.items()) if not mentions & known_already)


def _people(upto: int) -> list[tuple[str, str]]:
    lens = Lens(date.min, upto, read.last_moment())
    return known("register_member", "subject, person", lens, "is_person = 1")


def _told(release: DataRelease, before: int) -> Iterator[Change]:
    kinds = [BatchAnnounced.KIND, Recognised.KIND, Retracted.KIND, SamePerson.KIND]
    lines = [line for line in read.lines(kinds=kinds, upto=release.upto) if line.number > before]
    retracted = {line.claim.line for line in lines if isinstance(line.claim, Retracted)}
    taken_back = {line.number: line for line in read.lines(numbers=retracted)}
    were, are = dict(_people(before)), dict(_people(release.upto))
    for line in lines:
        if isinstance(line.claim, Retracted):
            old = taken_back.get(line.claim.line)
            # What came and went between two releases was never public.
            if old and old.number <= before:
                yield _change(What.RETRACTED, old, line, release)
        elif line.number not in retracted and not _is_a_match(line, were, are):
            yield _change(_WHAT[line.claim.KIND], line, line, release)


def _is_a_match(line: Line, were: Mapping[str, str], are: Mapping[str, str]) -> bool:
    """A row of a list that is matched is no correction: nobody but the one person was ever public."""
    if not isinstance(line.claim, SamePerson):
        return False
    one, other = were.get(line.subject, ""), were.get(line.claim.other, "")
    return not one or not other or one == other or are.get(one) != are.get(other)


_WHAT = {
    BatchAnnounced.KIND: What.NEW_RELEASE,
    Recognised.KIND: What.RECOGNISED,
    SamePerson.KIND: What.JOINED,
}


def _change(what: What, about: Line, said: Line, release: DataRelease) -> Change:
    lens = Lens(release.day, release.upto, release.moment)
    told = sentence(with_words(about.claim, lens))
    return Change(what, about.claim.KIND, about.subject, told, said.moment.date())
