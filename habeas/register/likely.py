"""Who may be meant by a name, asked again and again while the register grows: the desk's candidates.

Making the index of all names takes a second for ten thousand people, and every join adds a spelling to somebody. So the
index stands for a while, and people whose names changed since are asked beside it. The answers are for an editor's
eye; what is joined unseen is asked of an index that is made anew.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from threading import Lock

from habeas.ledger import read
from habeas.ledger.sight import seeing_everything
from habeas.names import Asked, Known, NameIndex
from habeas.names.people import Answer, Candidate
from habeas.names.verdict import verdict_on
from habeas.register.answers import Audience, Lens
from habeas.register.project import generation, touched
from habeas.register.tables import known, one_of

_MOST_CHANGED = 400
"""Of so many changed people the index is made anew."""
_LEAST = 0.005
_SURE = 1e-9

Spellings = tuple[tuple[str, str, str], ...]
"""Each name of a person with gender and birth."""


@dataclass(slots=True)
class _Asking:
    """An index, the names it was made of, and what changed since; one for each audience and its groups."""

    generation: int
    upto: int
    index: NameIndex
    people: dict[str, Spellings]
    changed: set[str]
    beside: NameIndex | None = None


_kept: dict[tuple[Audience, frozenset[str]], _Asking] = {}
_ONE_AT_A_TIME = Lock()


def may_be(asked: Sequence[Asked], lens: Lens, most: int = 5) -> list[tuple[Candidate, ...]]:
    """For each name the people who may be meant, the likeliest first."""
    asking = _asking(lens)
    return [tuple(_found(asking, one, most)) if one.name.strip() else () for one in asked]


def meant_by(asked: Asked, lens: Lens, without: Collection[str] = (), most: int = 5) -> Answer:
    """The verdict on one name, as if those `without` weren't in the register."""
    found = tuple(_found(_asking(lens), asked, most, frozenset(without))) if asked.name.strip() else ()
    return Answer(asked, verdict_on(found), found)


def make_names_ready(lens: Lens) -> None:
    """Make the index before anybody asks."""
    _asking(lens)


def _found(asking: _Asking, asked: Asked, most: int, without: frozenset[str] = frozenset()) -> Iterator[Candidate]:
    told = asking.index.find(asked, most + 3 + len(without))
    more = asking.beside.find(asked, most + len(without)) if asking.beside else ()
    here = [one for one in told if one.id in asking.people and one.id not in without]
    new = [one for one in more if one.id not in {each.id for each in here} | without]
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
        kept, now = _kept.get((lens.audience, lens.groups)), generation()
        if kept is None or kept.generation != now or kept.upto > lens.known or len(kept.changed) > _MOST_CHANGED:
            people = _people(lens)
            kept = _Asking(now, lens.known, _index(people, people), people, set())
        elif kept.upto < lens.known:
            kept = _caught_up(kept, lens)
        _kept[lens.audience, lens.groups] = kept
        return kept


def _caught_up(kept: _Asking, lens: Lens) -> _Asking:
    """Only people whom new lines touch can be called otherwise than before."""
    with seeing_everything():
        # A line that restricts may be out of sight itself, and what it hides has to go all the same.
        subjects = touched(kept.generation, read.lines(after=kept.upto, upto=lens.known))
    now = _people(lens, subjects)
    people = {**{one: names for one, names in kept.people.items() if one not in subjects}, **now}
    changed = {one for one in kept.changed | subjects if one in people and kept.people.get(one) != people[one]}
    changed |= {one for one in kept.changed if one in people}
    beside = _index(changed, people) if changed else None
    return replace(kept, upto=lens.known, people=people, changed=changed, beside=beside)


def _people(lens: Lens, only: Collection[str] | None = None) -> dict[str, Spellings]:
    """Everybody's names, or those of the people whom these ids can stand for."""
    where, values = "text <> ''", sorted(only or ())
    if only is not None:
        where += f" AND {one_of('person', values)}" if values else " AND person = ''"
    told: dict[str, list[tuple[str, str, str]]] = {}
    for one, text, gender, birth in known(
        "register_name", "person, text, gender, birth", lens, f"{where} ORDER BY person, place", *values
    ):
        told.setdefault(one, []).append((text, gender, birth))
    return {one: tuple(names) for one, names in told.items()}


def _index(wanted: Iterable[str], people: Mapping[str, Spellings]) -> NameIndex:
    return NameIndex.build(Known(one, text, birth, gender) for one in wanted for text, gender, birth in people[one])
