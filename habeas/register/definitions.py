"""Counting definitions: what there are, and whom a recognition asks for."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext

from habeas.domain.words import Status
from habeas.problems import BadInput
from habeas.register.answers import Lens
from habeas.register.answers_counts import DefinitionShown
from habeas.register.rows import mask
from habeas.register.tables import known, one_of
from habeas.register.tongue import spoken
from habeas.vocabulary.load import load
from habeas.vocabulary.values import Definition
from habeas.vocabulary.words import Recognition


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


def _owner(owner: str) -> str:
    """A body is named as the reader's language names it; what we read out of its criteria is said to be our reading."""
    body, read, _by = owner.partition(", as read by Habeas")
    found = next((each for each in load().recognisers.values() if each.name("en") == body), None)
    name = str(found.name(spoken())) if found else body
    return gettext("%(body)s, as read by Habeas") % {"body": name} if read else name


def shown(one: Definition) -> DefinitionShown:
    return DefinitionShown(
        key=one.key,
        version=one.version,
        owner=_owner(one.owner),
        title=one.name(spoken()),
        text=one.text(spoken()),
        statuses=tuple(status for status in Status if status in one.statuses),
        recognisers=tuple(sorted(load().recognisers_of(one) or ())),
        of_each=one.recognition is Recognition.EACH,
        unit=one.unit,
        span=one.span,
        keeps_deaths=one.keeps_deaths,
    )


def default_mask() -> int:
    """The statuses that the default definition counts, as bits."""
    return mask(load().definition().statuses)


def recognised(keys: Collection[str], lens: Lens) -> tuple[frozenset[str], frozenset[str]]:
    """People certainly, and people possibly, recognised on the day by one of these."""
    if not keys:
        return frozenset(), frozenset()
    day = lens.on.toordinal()
    where = f"kind = 'recogniser' AND possible <= %s AND ending > %s AND {one_of('key', keys)}"
    rows = known("register_fact", "person, first", lens, where, day, day, *sorted(keys))
    return frozenset(one for one, first in rows if first <= day), frozenset(one for one, _ in rows)
