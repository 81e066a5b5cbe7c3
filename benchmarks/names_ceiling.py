"""What a reader who never errs on a spelling can reach: namesakes remain. Two such readers are measured, one who knows
how often each name is borne in the whole population, and one who knows the register alone, as any program does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import numpy as np
from names_people import family_of
from names_spelled import Person

from habeas.names.rarity import rarity_of

Row = dict[str, str]
Hits = list[tuple[float, float]]


def hits_of_a_perfect_reader(people: list[Row], tongues: list[str], *, knows_population: bool) -> Hits:
    """For each asked person somebody is put forward for: the trust, and how probably the right one of the namesakes is
    meant."""
    register = [row for row in people if row["role"] != "absent"]
    bearers = {tongue: Counter(row[tongue] for row in register) for tongue in tongues}
    strangers = _population if knows_population else _register(register)
    asked = [row for row in people if row["role"] != "crowd"]
    counted = [(max(bearers[tongue][row[tongue]] for tongue in tongues), row) for row in asked]
    return [(1 / (n + strangers(row)), 1 / n if row["role"] == "present" else 0.0) for n, row in counted if n]


def _population(row: Row) -> float:
    return float(row.get("namesakes") or 0)


def _register(register: list[Row]) -> Callable[[Row], float]:
    surnames, givens = Counter(map(_family, register)), Counter(map(_given, register))
    rarity = rarity_of(np.array(list(surnames.values()), dtype=np.int32), unseen=0.5)
    return lambda row: rarity.others(surnames[_family(row)]) * (givens[_given(row)] + 1) / (len(register) + 30)


def _family(row: Row) -> str:
    return family_of(Person("", "", "", row["be_cyr"], row["ru_cyr"]))


def _given(row: Row) -> str:
    return row["ru_cyr"].split()[0]
