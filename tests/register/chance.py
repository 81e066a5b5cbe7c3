"""Random registers: claims and judgements about a few people, so that everything meets everything."""

from __future__ import annotations

import random
from datetime import date, timedelta

from habeas.domain.claims import (
    Born,
    Charged,
    Claim,
    Detained,
    Died,
    Gendered,
    Named,
    Recognised,
    RecognitionWithdrawn,
    RefusedToLeave,
    Released,
    SeenFree,
    SeenHeld,
    SentenceChanged,
    Sentenced,
    Transferred,
    WorkedAs,
)
from habeas.domain.dates import PartialDate, Term
from habeas.domain.judgements import Cleared, NewPerson, Retracted, SamePerson, Withheld
from habeas.domain.lines import Candidate, Evidence
from habeas.domain.words import Act, Answer, Basis, Change, Gender, Manner, Nearness, Status
from habeas.ledger import read
from habeas.ledger.append import append
from habeas.register import project
from habeas.register.answers import Audience, Lens

FIRST, LAST = date(2024, 5, 1), date(2026, 2, 1)
RECOGNISERS = ("viasna", "coalition_by", "dissidentby", "amnesty", "eu", "wgad")
PLACES = ("by.pk-15", "by.ik15", "by.ik3", "by.okrestina")


def a_day(luck: random.Random) -> date:
    return FIRST + timedelta(days=luck.randrange((LAST - FIRST).days))


def when(luck: random.Random) -> PartialDate:
    """A day mostly, else a month, a few days or a year."""
    day = a_day(luck)
    kind = luck.random()
    if kind < 0.65:
        return PartialDate.parse(day.isoformat())
    if kind < 0.85:
        return PartialDate.parse(f"{day:%Y-%m}")
    if kind < 0.95:
        return PartialDate.parse(f"{day}/{day + timedelta(days=luck.randrange(1, 20))}")
    return PartialDate.parse(str(day.year))


def a_claim(luck: random.Random) -> Claim:
    told = when(luck)
    into = luck.choice(
        [Status.HELD, Status.HELD, Status.HOUSE_ARREST, Status.OPEN_INSTITUTION, Status.HOME_RESTRICTION]
    )
    made: list[tuple[int, Claim]] = [
        (6, Detained(told, facility=luck.choice(PLACES), into=into)),
        (5, Released(told, luck.choice(list(Act)), luck.choice(list(Manner)))),
        (2, Transferred(told, luck.choice(PLACES), luck.choice([None, into]))),
        (3, SeenHeld(told, still=luck.random() < 0.4)),
        (2, SeenFree(told, still=luck.random() < 0.2)),
        (1, RefusedToLeave(told)),
        (2, Sentenced(told, "imprisonment", Term(luck.randrange(1, 3)), ("by.cc.342",))),
        (1, Sentenced(told, "by.restriction_home", Term(2), ("by.cc.368",))),
        (1, SentenceChanged(told, Change.REPLACED, "by.restriction_open")),
        (2, Charged((luck.choice(["by.cc.342", "by.cc.130"]),), luck.choice([None, told, told]))),
        (1, Died(told, luck.choice(list(Answer)))),
        (6, Recognised(luck.choice(RECOGNISERS), told, former=luck.random() < 0.1)),
        (2, RecognitionWithdrawn(luck.choice(RECOGNISERS), told)),
        (1, Gendered(luck.choice([Gender.FEMALE, Gender.MALE]))),
        (1, Born(PartialDate.parse(luck.choice(["1960", "1988-05", "2001-02-03", "1970/1985"])))),
        (1, WorkedAs(luck.choice(["journalist", "Teacher"]))),
    ]
    return luck.choices([claim for _, claim in made], [weight for weight, _ in made])[0]


def a_line(luck: random.Random, people: list[str], last: int) -> Candidate:
    one, other = luck.choice(people), luck.choice(people)
    kind = luck.random()
    if kind < 0.04 and last > 3:
        return Candidate(one, Retracted(luck.randrange(2, last)))
    if kind < 0.06:
        return Candidate(one, SamePerson(other))
    if kind < 0.07:
        return Candidate(one, luck.choice([Withheld(0, Basis.FAMILY), Cleared(0)]))
    if kind < 0.09:
        return Candidate(one, NewPerson())
    near = luck.choice(list(Nearness))
    return Candidate(one, a_claim(luck), Evidence(f"s-{luck.choice('abc')}", "Speaker", nearness=near))


def a_register(luck: random.Random, people: int = 10, lines: int = 60) -> None:
    """Everybody is named; then as many lines as asked, a few at a time."""
    ids = [f"p-{luck.getrandbits(40):010x}" for _ in range(people)]
    append([Candidate(one, Named(f"Person {place}", "en"), Evidence("s-a")) for place, one in enumerate(ids)])
    while lines > 0:
        some = min(lines, luck.randrange(1, 12))
        last = read.last_number()
        append([a_line(luck, ids, last) for _ in range(some)])
        lines -= some
    project.catch_up()


def a_lens(luck: random.Random) -> Lens:
    """Any day, and any line of the ledger as what is known."""
    known = luck.randrange(1, read.last_number() + 1)
    return Lens(a_day(luck), known, read.moment_of(known), Audience.DRAFT)
