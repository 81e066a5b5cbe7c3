"""What came before and after a day: releases, arrests and recognitions in windows around a deal, relief or release."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from habeas.problems import BadInput
from habeas.register.answers import AsOf, Lens
from habeas.register.ask.undercount import recognisers_asked
from habeas.register.lenses import as_of
from habeas.register.tables import known, one_of
from habeas.statistics.around import Around, around

FREED, DETAINED, RECOGNISED = "freed", "detained", "recognised"
NET = (FREED, DETAINED)
LONGEST = 730
DEFINITION = (
    "Turns out of custody and into it, and first recognitions as a political prisoner, that fell on a single day: in as"
    " many days before the day that is asked about and from it on."
)


@dataclass(frozen=True, slots=True)
class AroundAnswer:
    """The windows with what fell into them; `undated` events fall on no single day and are left out of every window."""

    found: Around
    undated: tuple[tuple[str, int], ...]
    as_of: AsOf


def came_around(day: date, length: int, recognisers: Collection[str], lens: Lens) -> AroundAnswer:
    """Windows of `length` days on both sides, within what the register observes until the day that is looked at."""
    if not 1 <= length <= LONGEST:
        raise BadInput(f"A window is 1 to {LONGEST} days long, not {length}.")
    told = {
        FREED: _turns("exit", lens),
        DETAINED: _turns("entry", lens),
        RECOGNISED: _first_recognised(recognisers, lens),
    }
    days = {
        name: [date.fromordinal(first) for possible, first in rows if possible == first] for name, rows in told.items()
    }
    if not days[DETAINED]:
        raise BadInput("The register knows no arrest by its day, so that nothing can be compared.")
    observed = (min(days[DETAINED]), lens.on)
    found = around(day, days, length=length, observed=observed, net=NET)
    undated = tuple((name, len(rows) - len(days[name])) for name, rows in told.items())
    return AroundAnswer(found, undated, as_of(lens))


def _turns(kind: str, lens: Lens) -> list[tuple[int, int]]:
    day = lens.on.toordinal()
    gone = " AND key <> 'died'" if kind == "exit" else ""
    return known("register_fact", "possible, first", lens, f"kind = %s AND first <= %s{gone}", kind, day)


def _first_recognised(recognisers: Collection[str], lens: Lens) -> list[tuple[int, int]]:
    asked, day = recognisers_asked(recognisers), lens.on.toordinal()
    where = f"kind = 'recogniser' AND first <= %s AND {one_of('key', asked)}"
    first: dict[str, tuple[int, int]] = {}
    for person, possible, known_on in known("register_fact", "person, possible, first", lens, where, day, *asked):
        first[person] = min(first.get(person, (known_on, known_on)), (possible, known_on), key=lambda one: one[1])
    return list(first.values())
