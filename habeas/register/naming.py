"""Which of a person's names a reader sees first: one in their own language or script, where a source gives it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from habeas.register.answers import Lens
from habeas.register.tables import known, one_of
from habeas.register.tongue import readers_first


def first_names(lens: Lens, people: Collection[str] | None = None) -> dict[str, str]:
    """The name by which a reader sees each of these people, or everybody."""
    if people is not None and not people:
        return {}
    where, values = "text <> ''", sorted(people or ())
    if values:
        where += f" AND {one_of('person', values)}"
    rows = known("register_name", "person, text, languages", lens, f"{where} ORDER BY person, place", *values)
    return {person: names[0] for person, names in named(rows).items()}


def named(rows: Iterable[tuple[Any, ...]]) -> dict[str, tuple[str, ...]]:
    """Each person's names from rows of person, text and languages in the order of the register."""
    told: dict[str, list[tuple[str, str]]] = {}
    for person, text, languages in rows:
        told.setdefault(person, []).append((text, languages))
    return {person: readers_first(names) for person, names in told.items()}
