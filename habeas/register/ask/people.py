"""The list of people on a day, narrowed by what they are, where they are held and under what."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from habeas.domain.masks import CONFINED
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
from habeas.register.rows import STATUSES, mask
from habeas.register.sentence_parts import title
from habeas.register.tables import in_columns, known
from habeas.register.tongue import meaning_of, spoken

_TITLES = {"facility": "facilities", "article": "articles", "recogniser": "recognisers"}
_MEANINGS = {str(status): status.meaning for status in Status}
_LONGEST = 200


_Spell = tuple[Status, int | None, int]
"""The status on the day, what it may be as bits, None where no claim tells, and since which day."""

_UNTOLD: _Spell = (Status.UNKNOWN, None, 0)

_Facts = Mapping[str, Sequence[tuple[int, str]]]
"""Of each person, the day from which each is certain, and its key."""


@dataclass(frozen=True, slots=True)
class _Everybody:
    """What the tables tell of the day, thing by thing; the names are in the order of the list."""

    names: Mapping[str, tuple[str, ...]]
    spells: Mapping[str, _Spell]
    stays: _Facts
    articles: _Facts
    recognisers: _Facts

    def status(self, id: str) -> Status:
        return self.spells.get(id, _UNTOLD)[0]

    def facility(self, id: str) -> str:
        """The last place where the person was said to be, while they may be held at all."""
        stays = self.stays.get(id)
        return max(stays)[1] if stays and (self.spells.get(id, _UNTOLD)[1] or 0) & CONFINED else ""


_Found = tuple[Sequence[str], Mapping[str, tuple[int, int]] | None, tuple[tuple[str, tuple[Choice, ...]], ...]]
"""Everybody who fits, what each adds to the number of a definition, and what the list can be narrowed to."""


def people(filters: Filters, page: int, lens: Lens, per_page: int | None = 50) -> PeopleAnswer:
    """A page of the people who fit all filters, by name; without `per_page` all of them. Pages count from one."""
    _check(filters)
    found, adds, choices = _found(filters, lens, generation(), read.last_number(), spoken())
    counts = mask(definition(filters.definition).statuses)
    size = per_page or max(len(found), 1)
    pages = max(1, -(-len(found) // size))
    page = min(max(page, 1), pages)
    everybody = _everybody(lens)
    rows = tuple(_counted(_row(one, everybody, counts), adds) for one in found[(page - 1) * size : page * size])
    return PeopleAnswer(rows, len(found), page, pages, filters, choices, as_of(lens))


@lru_cache(maxsize=4)
def _found(filters: Filters, lens: Lens, generation: int, upto: int, language: str) -> _Found:
    """Kept for whoever turns the page."""
    everybody = _everybody(lens)
    found = _of_batch(_fitting(everybody, filters), filters.batch, lens)
    adds = contributions(definition(filters.definition), lens) if filters.definition else None
    if adds is not None:
        found = [one for one in found if one in adds]
    return found, adds, _choices(found, everybody, filters)


def rows_of(ids: Iterable[str], lens: Lens) -> dict[str, PersonRow]:
    """The rows of certain people, for a page that names them."""
    counts = mask(definition("").statuses)
    everybody = _everybody(lens)
    return {one: _row(one, everybody, counts) for one in ids if one in everybody.names}


def possibly_held(lens: Lens) -> tuple[PersonRow, ...]:
    """Who remains: everybody who may be held on the day by the default definition, by name."""
    return _possibly_held(lens, generation(), read.last_number(), spoken())


@lru_cache(maxsize=2)
def _possibly_held(lens: Lens, generation: int, upto: int, language: str) -> tuple[PersonRow, ...]:
    """Kept, since the page of every release tells who remains."""
    counts = mask(definition("").statuses)
    everybody = _everybody(lens)
    rows = (_row(one, everybody, counts) for one, (_, bits, _) in everybody.spells.items() if (bits or 0) & counts)
    return tuple(sorted(rows, key=lambda row: (alphabetical(row.name), row.id)))


def _everybody(lens: Lens) -> _Everybody:
    return _told_of_all(lens, generation(), read.last_number(), spoken())


@lru_cache(maxsize=2)
def _told_of_all(lens: Lens, generation: int, upto: int, language: str) -> _Everybody:
    """Kept for whoever turns the page; the generation and the last line are asked for, since both can change it."""
    day = lens.on.toordinal()
    rows = known("register_name", "person, text, languages", lens, "person <> '' ORDER BY person, place")
    names = sorted(((one, tuple(filter(None, told))) for one, told in named(rows).items()), key=_by_name)
    spells = known("register_spell", "person, status, may_be, first", lens, "first <= %s AND ending > %s", day, day)
    return _Everybody(
        dict(names),
        {one: (STATUSES[status], may_be, first) for one, status, may_be, first in spells},
        *(_facts(kind, lens) for kind in ("facility", "article", "recogniser")),
    )


def _by_name(one: tuple[str, tuple[str, ...]]) -> tuple[object, ...]:
    id, names = one
    return not names, *map(alphabetical, names[:1]), id


def _facts(kind: str, lens: Lens) -> _Facts:
    day = lens.on.toordinal()
    where = "kind = %s AND possible <= %s AND ending > %s"
    people, keys, firsts = in_columns("register_fact", ("person", "key", "first"), lens, where, kind, day, day)
    told: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for person, fact in zip(people, zip(map(int, firsts), keys, strict=True), strict=True):
        told[person].append(fact)
    return told


def _check(filters: Filters) -> None:
    if filters.status and filters.status not in _MEANINGS:
        there = ", ".join(_MEANINGS)
        raise BadInput(f"There is no status “{filters.status[:80]}”. Known are: {there}.")
    for value in (filters.facility, filters.article, filters.recogniser, filters.batch):
        if len(value) > _LONGEST:
            raise BadInput(f"A filter of {len(value)} characters fits nothing. Choose one from the list.")


def _fitting(everybody: _Everybody, filters: Filters) -> list[str]:
    """In the order of the names."""
    found = list(everybody.names)
    if filters.status:
        found = [one for one in found if everybody.status(one).value == filters.status]
    if filters.facility:
        found = [one for one in found if everybody.facility(one) == filters.facility]
    if filters.recogniser:
        found = [one for one in found if filters.recogniser in _keys(everybody.recognisers, one)]
    if filters.article:
        parts = f"{filters.article}."
        found = [one for one in found if any(f"{key}.".startswith(parts) for key in _keys(everybody.articles, one))]
    return found


def _keys(told: _Facts, id: str) -> tuple[str, ...]:
    facts = told.get(id, ())
    return tuple([key for _, key in (sorted(facts) if len(facts) > 1 else facts)])


def _of_batch(found: list[str], batch: str, lens: Lens) -> list[str]:
    if not batch:
        return found
    members = {one for (one,) in known("register_in_batch", "person", lens, "batch = %s", batch)}
    return [one for one in found if one in members]


def _counted(row: PersonRow, adds: Mapping[str, tuple[int, int]] | None) -> PersonRow:
    """With what the person adds to the number of the definition that was chosen."""
    if adds is None:
        return row
    low, high = adds[row.id]
    return replace(row, low=low, high=high)


def _row(id: str, everybody: _Everybody, counts: int) -> PersonRow:
    status, may_be, since = everybody.spells.get(id, _UNTOLD)
    first, *others = everybody.names[id] or ("",)
    return PersonRow(
        id=id,
        name=first,
        other_names=tuple(others),
        status=status,
        since=date.fromordinal(since) if since else None,
        facility=everybody.facility(id),
        articles=_keys(everybody.articles, id),
        recognisers=_keys(everybody.recognisers, id),
        low=int(may_be is not None and not may_be & ~counts),
        high=int(may_be is None or bool(may_be & counts)),
    )


def _choices(
    found: Sequence[str], everybody: _Everybody, filters: Filters
) -> tuple[tuple[str, tuple[Choice, ...]], ...]:
    numbers = {
        "status": Counter(everybody.status(one).value for one in found),
        "facility": Counter(filter(None, map(everybody.facility, found))),
        "article": Counter(key for one in found for key in set(_keys(everybody.articles, one))),
        "recogniser": Counter(key for one in found for key in set(_keys(everybody.recognisers, one))),
    }
    return tuple((name, _choice(name, of, getattr(filters, name))) for name, of in numbers.items())


def _choice(name: str, numbers: Counter[str], chosen: str) -> tuple[Choice, ...]:
    if chosen and chosen not in numbers:
        numbers[chosen] = 0
    shown = (Choice(key, _title(name, key), number) for key, number in numbers.items())
    return tuple(sorted(shown, key=lambda choice: (-choice.number, alphabetical(choice.title))))


def _title(name: str, key: str) -> str:
    return meaning_of(_MEANINGS[key]) if name == "status" else title(_TITLES[name], key)
