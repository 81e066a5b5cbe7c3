"""The spells of many people at once, for what is computed from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from habeas.domain.spells import Spell
from habeas.register.answers import Lens
from habeas.register.rows import STATUSES, unmask
from habeas.register.tables import known, one_of

_AT_ONCE = 500


def spells_of(people: Collection[str], lens: Lens) -> dict[str, list[Spell]]:
    spells: dict[str, list[Spell]] = defaultdict(list)
    ids = sorted(people)
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        where = f"{one_of('person', some)} ORDER BY first"
        columns = "person, first, ending, status, may_be"
        for one, first, end, status, bits in known("register_spell", columns, lens, where, *some):
            days = date.fromordinal(first), date.fromordinal(end)
            spells[one].append(Spell(*days, STATUSES[status], tuple(unmask(bits)), ()))
    return spells
