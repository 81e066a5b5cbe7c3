"""The list of people on a day, narrowed by what they are, where they are held and under what."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from habeas.domain.happenings import CONFINED
from habeas.domain.words import Status
from habeas.ledger import read
from habeas.names.alphabet import alphabetical
from habeas.problems import BadInput
from habeas.register.answers import Lens
from habeas.register.answers_people import Choice, Filters, PeopleAnswer, PersonRow
from habeas.register.counts import contributions
from habeas.register.definitions import definition
from habeas.register.lenses import as_of
from habeas.register.naming import named
from habeas.register.project import generation
from habeas.register.rows import STATUSES, mask, unmask
from habeas.register.sentence_parts import title
from habeas.register.tables import known
from habeas.register.tongue import spoken

_TITLES = {"facility": "facilities", "article": "articles", "recogniser": "recognisers"}
_MEANINGS = {str(status): status.meaning for status in Status}
_LONGEST = 200


@dataclass(slots=True)
class _Body:
    """A person as the tables tell of them on the day."""

    id: str
    names: list[str] = field(default_factory=list)
    status: Status = Status.UNKNOWN
    may_be: int | None = None
    since: int | None = None
    facts: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


_Found = tuple[Sequence[_Body], Mapping[str, tuple[int, int]] | None, tuple[tuple[str, tuple[Choice, ...]], ...]]
"""Everybody who fits, what each adds to the number of a definition, and what the list can be narrowed to."""


def people(filters: Filters, page: int, lens: Lens, per_page: int | None = 50) -> PeopleAnswer:
    """A page of the people who fit all filters, by name; without `per_page` all of them. Pages count from one."""
    _check(filters)
    found, adds, choices = _found(filters, lens, generation(), read.last_number(), spoken())
    counts = mask(definition(filters.definition).statuses)
    size = per_page or max(len(found), 1)
    pages = max(1, -(-len(found) // size))
    page = min(max(page, 1), pages)
    rows = tuple(_counted(_row(body, counts), adds) for body in found[(page - 1) * size : page * size])
    return PeopleAnswer(rows, len(found), page, pages, filters, choices, as_of(lens))


@lru_cache(maxsize=4)
def _found(filters: Filters, lens: Lens, generation: int, upto: int, language: str) -> _Found:
    """Kept for whoever turns the page."""
    asked = definition(filters.definition)
    counts = mask(asked.statuses)
    found = [body for body in _everybody(lens).values() if _fits(body, filters, counts)]
    found = _of_batch(found, filters.batch, lens)
    adds = contributions(asked, lens) if filters.definition else None
    if adds is not None:
        found = [body for body in found if body.id in adds]
    found.sort(key=lambda body: (not body.names, *map(alphabetical, body.names[:1]), body.id))
    return found, adds, _choices(found, filters)


def rows_of(ids: Iterable[str], lens: Lens) -> dict[str, PersonRow]:
    """The rows of certain people, for a page that names them."""
    counts = mask(definition("").statuses)
    wanted = frozenset(ids)
    return {one: _row(body, counts) for one, body in _everybody(lens).items() if one in wanted}


def possibly_held(lens: Lens) -> tuple[PersonRow, ...]:
    """Who remains: everybody who may be held on the day by the default definition, by name."""
    return _possibly_held(lens, generation(), read.last_number(), spoken())


@lru_cache(maxsize=2)
def _possibly_held(lens: Lens, generation: int, upto: int, language: str) -> tuple[PersonRow, ...]:
    """Kept, since the page of every release tells who remains."""
    counts = mask(definition("").statuses)
    rows = [_row(body, counts) for body in _everybody(lens).values()]
    return tuple(
        sorted((row for row in rows if row.high and row.since), key=lambda row: (alphabetical(row.name), row.id))
    )


def _everybody(lens: Lens) -> Mapping[str, _Body]:
    return _bodies(lens, generation(), read.last_number(), spoken())


@lru_cache(maxsize=2)
def _bodies(lens: Lens, generation: int, upto: int, language: str) -> Mapping[str, _Body]:
    """Kept for whoever turns the page; the generation and the last line are asked for, since both can change it."""
    day = lens.on.toordinal()
    bodies: dict[str, _Body] = {}
    rows = known("register_name", "person, text, languages", lens, "person <> '' ORDER BY person, place")
    for one, names in named(rows).items():
        bodies[one] = _Body(one, list(filter(None, names)))
    on_the_day = "first <= %s AND ending > %s"
    for one, status, may_be, first in known(
        "register_spell", "person, status, may_be, first", lens, on_the_day, day, day
    ):
        body = bodies[one]
        body.status, body.may_be, body.since = STATUSES[status], may_be, first
    on_the_day = "possible <= %s AND ending > %s ORDER BY person, first, key"
    for one, kind, key in known("register_fact", "person, kind, key", lens, on_the_day, day, day):
        bodies[one].facts[kind].append(key)
    return bodies


def _check(filters: Filters) -> None:
    if filters.status and filters.status not in _MEANINGS:
        there = ", ".join(_MEANINGS)
        raise BadInput(f"There is no status “{filters.status[:80]}”. Known are: {there}.")
    for value in (filters.facility, filters.article, filters.recogniser, filters.batch):
        if len(value) > _LONGEST:
            raise BadInput(f"A filter of {len(value)} characters fits nothing. Choose one from the list.")


def _fits(body: _Body, filters: Filters, counts: int) -> bool:
    if filters.status and body.status.value != filters.status:
        return False
    if filters.facility and _facility(body) != filters.facility:
        return False
    if filters.recogniser and filters.recogniser not in body.facts["recogniser"]:
        return False
    parts = f"{filters.article}."
    return not filters.article or any(f"{key}.".startswith(parts) for key in body.facts["article"])


def _of_batch(found: list[_Body], batch: str, lens: Lens) -> list[_Body]:
    if not batch:
        return found
    members = {one for (one,) in known("register_in_batch", "person", lens, "batch = %s", batch)}
    return [body for body in found if body.id in members]


def _counted(row: PersonRow, adds: Mapping[str, tuple[int, int]] | None) -> PersonRow:
    """With what the person adds to the number of the definition that was chosen."""
    if adds is None:
        return row
    low, high = adds[row.id]
    return replace(row, low=low, high=high)


def _facility(body: _Body) -> str:
    """The last place where the person was said to be, while they may be held at all."""
    held = body.may_be is not None and bool(set(unmask(body.may_be)) & CONFINED)
    stays = body.facts["facility"]
    return stays[-1] if held and stays else ""


def _row(body: _Body, counts: int) -> PersonRow:
    return PersonRow(
        id=body.id,
        name=body.names[0] if body.names else "",
        other_names=tuple(body.names[1:]),
        status=body.status,
        since=date.fromordinal(body.since) if body.since else None,
        facility=_facility(body),
        articles=tuple(body.facts["article"]),
        recognisers=tuple(body.facts["recogniser"]),
        low=int(body.may_be is not None and not body.may_be & ~counts),
        high=int(body.may_be is None or bool(body.may_be & counts)),
    )


def _choices(found: Iterable[_Body], filters: Filters) -> tuple[tuple[str, tuple[Choice, ...]], ...]:
    values: dict[str, Callable[[_Body], Iterable[str]]] = {
        "status": lambda body: (body.status.value,),
        "facility": lambda body: filter(None, (_facility(body),)),
        "article": lambda body: set(body.facts["article"]),
        "recogniser": lambda body: set(body.facts["recogniser"]),
    }
    bodies = list(found)
    return tuple(
        (name, _choice(name, Counter(key for body in bodies for key in of(body)), getattr(filters, name)))
        for name, of in values.items()
    )


def _choice(name: str, numbers: Counter[str], chosen: str) -> tuple[Choice, ...]:
    if chosen and chosen not in numbers:
        numbers[chosen] = 0
    shown = (Choice(key, _title(name, key), number) for key, number in numbers.items())
    return tuple(sorted(shown, key=lambda choice: (-choice.number, alphabetical(choice.title))))


def _title(name: str, key: str) -> str:
    return _MEANINGS[key] if name == "status" else title(_TITLES[name], key)
