"""How long people are held, from their turns into and out of custody and the days on which they were recognised."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from habeas.domain.masks import CONFINED
from habeas.register.answers import AsOf, Lens
from habeas.register.ask.undercount import recognisers_asked
from habeas.register.lenses import as_of
from habeas.register.tables import known
from habeas.statistics.durations import Durations, durations
from habeas.statistics.stays import STILL_HELD, Between, Stay

DAYS = tuple(float(day) for day in (30, 91, 182, 365, 548, 730, 913, 1096, 1461, 1826, 2191))
"""A month, three, six, a year and so on to six years: the days of tables."""
DEFINITION = (
    "Stays in custody of people recognised as political prisoners, each watched from its recognition on until they came"
    " out or until custody is last certain."
)
_CURVE = tuple(sorted({*DAYS, *(float(day) for day in range(15, 2192, 15))}))
"""The days of curves."""
_Turns = Mapping[str, Sequence[tuple[Between, str]]]


@dataclass(frozen=True, slots=True)
class DurationsAnswer:
    """The curves, on the days of `DAYS` and between them; and of how many stays nothing could be said.

    `unrecognised` are those of people whom nobody asked for recognises, `recognised_late` those recognised once free.
    """

    found: Durations
    recognisers: tuple[str, ...]
    unrecognised: int
    recognised_late: int
    as_of: AsOf


def how_long(recognisers: Collection[str], lens: Lens) -> DurationsAnswer:
    """Of people whom one of these recognises, or any that names political prisoners if none is given.

    A stay is watched from the day of recognition, and until the day that is looked at or that custody is last certain.
    BadInput where too few stays are dated.
    """
    asked = recognisers_asked(recognisers)
    watched, stays = _recognised(asked, lens), list(_stays(lens))
    seen = [(one, watched[person]) for person, one in stays if person in watched]
    kept = [_watched_from(one, when) for one, when in seen]
    found = [one for one in kept if one is not None]
    return DurationsAnswer(
        found=_curves(tuple(found)),
        recognisers=tuple(asked),
        unrecognised=len(stays) - len(seen),
        recognised_late=len(seen) - len(found),
        as_of=as_of(lens),
    )


@lru_cache(maxsize=16)
def _curves(stays: tuple[Stay, ...]) -> Durations:
    """The same stays give the same curves, whose drawings of days take a second for thousands."""
    return durations(stays, _CURVE)


def _stays(lens: Lens) -> Iterator[tuple[str, Stay]]:
    """Each with the arrest as the day it is watched from, which is mended by the day of recognition."""
    day = float(lens.on.toordinal())
    entries, exits = _turns("entry", lens), _turns("exit", lens)
    last = _last_certain(lens, entries.keys())
    for person, arrests in entries.items():
        for place, (arrested, _) in enumerate(arrests):
            after = arrests[place + 1][0][0] if place + 1 < len(arrests) else float("inf")
            left, way = next(
                (turn for turn in exits.get(person, ()) if arrested[1] <= turn[0][1] <= after),
                ((last.get(person, day),) * 2, STILL_HELD),
            )
            if left[1] > arrested[0]:
                yield person, Stay(arrested, arrested, left, way)


def _watched_from(stay: Stay, recognised: Between) -> Stay | None:
    """None for whom nobody watched while they were held: they are known of because they came out, or later."""
    watched = (max(recognised[0], stay.arrested[0]), max(recognised[1], stay.arrested[1]))
    if watched[1] >= stay.left[1]:
        return None
    return Stay(stay.arrested, watched, stay.left, stay.way)


def _turns(kind: str, lens: Lens) -> _Turns:
    """Turns until the day, in order, each between its first possible day and the day on which it is certain."""
    day = lens.on.toordinal()
    rows = known("register_fact", "person, possible, first, key", lens, "kind = %s AND first <= %s", kind, day)
    found: dict[str, list[tuple[Between, str]]] = defaultdict(list)
    for person, possible, first, key in sorted(rows, key=lambda row: (row[0], row[2])):
        found[person].append(((float(possible), float(first)), str(key)))
    return found


def _recognised(recognisers: Sequence[str], lens: Lens) -> dict[str, Between]:
    """The first recognition of each person by any of these."""
    day, places = lens.on.toordinal(), ", ".join(["%s"] * len(recognisers))
    where = f"kind = 'recogniser' AND first <= %s AND key IN ({places})"
    found: dict[str, Between] = {}
    for person, possible, first in known("register_fact", "person, possible, first", lens, where, day, *recognisers):
        found[person] = min(found.get(person, (float("inf"), float("inf"))), (float(possible), float(first)))
    return found


def _last_certain(lens: Lens, people: Iterable[str]) -> dict[str, float]:
    """Until when each is certainly confined, up to the day that is looked at."""
    day, wanted = lens.on.toordinal(), frozenset(people)
    rows = known("register_spell", "person, ending", lens, f"may_be & ~{CONFINED} = 0 AND first <= %s", day)
    found: dict[str, float] = {}
    for person, ending in rows:
        if person in wanted:
            found[person] = max(found.get(person, 0.0), float(min(ending, day)))
    return found
