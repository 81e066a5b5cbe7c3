"""Counting definitions, and counts of people by them."""

from __future__ import annotations

from collections.abc import Collection

from habeas.problems import BadInput
from habeas.register.answers import CountAnswer, DefinitionShown, Lens
from habeas.register.lenses import as_of
from habeas.register.rows import mask
from habeas.register.tables import known
from habeas.register.tongue import spoken
from habeas.vocabulary.load import load
from habeas.vocabulary.values import Definition


def definitions() -> tuple[DefinitionShown, ...]:
    """All there are, the one first that is used where nobody names another."""
    default = load().definition()
    rest = [one for key, one in sorted(load().definitions.items()) if key != default.key]
    return tuple(map(shown, [default, *rest]))


def definition(key: str) -> Definition:
    found = load().definitions.get(key) if key else load().definition()
    if found is None:
        there = ", ".join(one.key for one in definitions())
        raise BadInput(f"There is no definition “{key[:80]}”. Known are: {there}.")
    return found


def shown(one: Definition) -> DefinitionShown:
    return DefinitionShown(one.key, one.version, one.owner, one.name(spoken()), one.text(spoken()))


def default_mask() -> int:
    """The statuses that the default definition counts, as bits."""
    return mask(load().definition().statuses)


def count(key: str, lens: Lens) -> CountAnswer:
    """People who are in every status they may have what is counted, and people who are in one of them at least.

    Where the definition asks for a recognition, `low` counts those certainly recognised on the day, `high` those who
    may have been.
    """
    asked = definition(key)
    recognisers = load().recognisers_of(asked)
    low, high = _counted(asked, lens) if recognisers is None else _counted_recognised(asked, recognisers, lens)
    return CountAnswer(low, high, shown(asked), as_of(lens))


def recognised(keys: Collection[str], lens: Lens) -> tuple[frozenset[str], frozenset[str]]:
    """People certainly, and people possibly, recognised on the day by one of these."""
    if not keys:
        return frozenset(), frozenset()
    day = lens.on.toordinal()
    where = f"kind = 'recogniser' AND possible <= %s AND ending > %s AND key IN ({', '.join(['%s'] * len(keys))})"
    rows = known("register_fact", "person, first", lens, where, day, day, *sorted(keys))
    return frozenset(one for one, first in rows if first <= day), frozenset(one for one, _ in rows)


def _counted(asked: Definition, lens: Lens) -> tuple[int, int]:
    bits, day = mask(asked.statuses), lens.on.toordinal()
    columns = (
        f"COALESCE(SUM(CASE WHEN may_be & ~{bits} = 0 THEN 1 ELSE 0 END), 0),"
        f" COALESCE(SUM(CASE WHEN may_be & {bits} <> 0 THEN 1 ELSE 0 END), 0)"
    )
    ((low, high),) = known("register_spell", columns, lens, "first <= %s AND ending > %s", day, day)
    return int(low), int(high)


def _counted_recognised(asked: Definition, recognisers: Collection[str], lens: Lens) -> tuple[int, int]:
    bits, day = mask(asked.statuses), lens.on.toordinal()
    certain, possible = recognised(recognisers, lens)
    rows = known("register_spell", "person, may_be", lens, "first <= %s AND ending > %s", day, day)
    low = sum(one in certain and not may_be & ~bits for one, may_be in rows)
    return low, sum(one in possible and bool(may_be & bits) for one, may_be in rows)
