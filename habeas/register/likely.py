"""Who may be meant by a name, asked again and again while the register grows: the desk's candidates.

Making the index of all names takes a second for ten thousand people, and every join adds a spelling to somebody. So the
index stands for a while, and people whose names changed since are asked beside it. The answers are for an editor's
eye; what is joined unseen is asked of an index that is made anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock

from habeas.names import Asked, Known, NameIndex
from habeas.names.people import Candidate
from habeas.register.answers import Audience, Lens
from habeas.register.tables import known

_MOST_CHANGED = 400
"""Of so many changed people the index is made anew."""
_LEAST = 0.005
_SURE = 1e-9

Spellings = tuple[tuple[str, str, str], ...]
"""Each name of a person with gender and birth."""


@dataclass(frozen=True, slots=True)
class _Standing:
    """The names that an index was made of."""

    index: NameIndex
    people: Mapping[str, Spellings]


@dataclass(frozen=True, slots=True)
class _Asking:
    """The standing index with what changed since."""

    base: _Standing
    changed: NameIndex | None
    people: Mapping[str, Spellings]


_standing: dict[Audience, _Standing] = {}
_latest: dict[Audience, tuple[Lens, _Asking]] = {}
_ONE_AT_A_TIME = Lock()


def may_be(asked: Sequence[Asked], lens: Lens, most: int = 5) -> list[tuple[Candidate, ...]]:
    """For each name the people who may be meant, the likeliest first."""
    asking = _asking(lens)
    return [tuple(_found(asking, one, most)) if one.name.strip() else () for one in asked]


def _found(asking: _Asking, asked: Asked, most: int) -> Iterator[Candidate]:
    told = asking.base.index.find(asked, most + 3)
    more = asking.changed.find(asked, most) if asking.changed else ()
    here = [one for one in told if one.id in asking.people]
    new = [one for one in more if one.id not in {each.id for each in here}]
    if new or len(here) < len(told):
        # Each index shares out what it is sure of among its own; as odds against nobody's being meant they add up.
        odds = [*_odds(here, told), *_odds(new, more)]
        whole = 1 + sum(share for _, share in odds)
        here = [Candidate(one.id, one.name, share / whole, one.reasons) for one, share in odds]
    likely = sorted(here, key=lambda one: -one.probability)[:most]
    return (one for one in likely if one.probability >= _LEAST)


def _odds(kept: Iterable[Candidate], all_told: Iterable[Candidate]) -> list[tuple[Candidate, float]]:
    nobody = max(1 - sum(one.probability for one in all_told), _SURE)
    return [(one, one.probability / nobody) for one in kept]


def _asking(lens: Lens) -> _Asking:
    with _ONE_AT_A_TIME:
        before = _latest.get(lens.audience)
        if before and before[0].known == lens.known and before[0].known_at == lens.known_at:
            return before[1]
        people = _people(lens)
        base = _standing.get(lens.audience)
        changed = [one for one, names in people.items() if base and base.people.get(one) != names]
        if base is None or len(changed) > _MOST_CHANGED:
            base, changed = _Standing(_index(people, people), people), []
            _standing[lens.audience] = base
        made = _Asking(base, _index(changed, people) if changed else None, people)
        _latest[lens.audience] = (lens, made)
        return made


def _people(lens: Lens) -> dict[str, Spellings]:
    rows = known("register_name", "person, text, gender, birth", lens, "text <> '' ORDER BY person, place")
    told: dict[str, list[tuple[str, str, str]]] = {}
    for one, text, gender, birth in rows:
        told.setdefault(one, []).append((text, gender, birth))
    return {one: tuple(names) for one, names in told.items()}


def _index(wanted: Iterable[str], people: Mapping[str, Spellings]) -> NameIndex:
    return NameIndex.build(Known(one, text, birth, gender) for one in wanted for text, gender, birth in people[one])
