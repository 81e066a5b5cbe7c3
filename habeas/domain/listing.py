"""Whether a party is on a sanctioner's list on a day. A licence can tell that it still is, and never takes it off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from habeas.domain.agreement_words import Ground, Verb
from habeas.domain.dates import PartialDate
from habeas.domain.instruments import Instrument, stands
from habeas.domain.verdicts import NO, UNKNOWN, YES, Verdict
from habeas.domain.words import Answer


@dataclass(frozen=True, slots=True)
class _Event:
    when: PartialDate
    listed: Answer
    line: int


def same_target(one: str, other: str) -> bool:
    """Names of parties are compared as they are written, but for capitals and blanks; likeness is no part of this."""
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def listed(target: str, sanctioner: str, all: Iterable[Instrument], day: date) -> Verdict:
    """On the list, off it, or not known: by the last that was done to the party, or by a licence that says so."""
    events = [event for one in all if one.sanctioner == sanctioner for event in _events(one, target, day)]
    done = [event for event in events if event.when.last <= day]
    open_still = [event for event in events if event.when.first <= day < event.when.last]
    if not done:
        return Verdict(UNKNOWN, tuple(event.line for event in open_still), Ground.NO_INSTRUMENT)
    last = max(event.when.last for event in done)
    latest = [event for event in done if event.when.last == last]
    answers = {event.listed for event in (*latest, *open_still)}
    because = tuple(sorted(event.line for event in (*latest, *open_still)))
    if len(answers) > 1:
        return Verdict(UNKNOWN, because, Ground.DATES_IMPRECISE)
    return Verdict(answers.pop(), because, Ground.IN_FORCE)


def _events(one: Instrument, target: str, day: date) -> Iterable[_Event]:
    for act in one.acts:
        if not any(same_target(target, named) for named in act.targets):
            continue
        if act.verb is Verb.LISTED:
            yield _Event(act.when, YES, act.line)
        elif act.verb is Verb.DELISTED:
            yield _Event(act.when, NO, act.line)
        elif act.stays_listed is YES and stands(one, day).answer is not NO:
            yield _Event(act.when, YES, act.line)
        if act.verb in (Verb.LISTED, Verb.DELISTED):
            # A listing revoked takes the party off, a delisting revoked puts it back.
            undone = NO if act.verb is Verb.LISTED else YES
            yield from (_Event(end.when, undone, end.line) for end in one.ends)
