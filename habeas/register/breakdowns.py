"""A count by what people are: each kind of breakdown reads one trait, and a trait in doubt widens its cells."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache

from django.utils.translation import gettext_lazy as _

from habeas.domain.bands import AGES, LENGTHS, SENTENCES, age_bands, band, length_band
from habeas.domain.dates import PartialDate
from habeas.domain.masks import unmask
from habeas.domain.words import Gender, Status
from habeas.names.alphabet import alphabetical
from habeas.problems import BadInput
from habeas.register.answers import Lens
from habeas.register.answers_counts import CountAnswer
from habeas.register.counted import Group, GroupedAnswer
from habeas.register.counts import contributions
from habeas.register.definitions import definition, shown
from habeas.register.lenses import as_of
from habeas.register.sentence_parts import title
from habeas.register.tables import on_the_day
from habeas.vocabulary.load import load

Ends = tuple[int, int]
Reading = Callable[[str, date], frozenset[str]]
_FACTS = {"sex": "sex", "age": "birth", "region": "facility"}
_TITLES = {"facility": "facilities", "article": "articles", "recogniser": "recognisers", "region": "places"}
_SEVERAL = ("article", "recogniser", "profession")
KINDS = ("status", "sex", "age", "facility", "region", "article", "recogniser", "profession", "length", "sentence")
_BANDS = {"age": AGES, "length": LENGTHS, "sentence": SENTENCES}
_NONE = frozenset({""})

BANDS = {
    "under_18": _("under 18"),
    "18_24": _("18 to 24"),
    "25_34": _("25 to 34"),
    "35_44": _("35 to 44"),
    "45_59": _("45 to 59"),
    "60_and_over": _("60 and over"),
    "under_1_month": _("under a month"),
    "1_to_6_months": _("1 to 6 months"),
    "6_to_12_months": _("6 to 12 months"),
    "1_to_2_years": _("1 to 2 years"),
    "2_to_3_years": _("2 to 3 years"),
    "3_to_5_years": _("3 to 5 years"),
    "5_years_and_more": _("5 years and more"),
    "under_1_year": _("under a year"),
    "3_to_5": _("3 years to under 5"),
    "1_to_3": _("1 year to under 3"),
    "5_to_8": _("5 years to under 8"),
    "8_to_12": _("8 years to under 12"),
    "12_and_more": _("12 years and more"),
}
_MEANINGS = {
    "status": {str(status): status.meaning for status in Status},
    "sex": {str(gender): gender.meaning for gender in Gender},
}
UNTOLD = _("no claim tells")


def grouped(key: str, by: str, lens: Lens) -> GroupedAnswer:
    """A count broken down; BadInput names the kinds there are."""
    if by not in KINDS:
        raise BadInput(f"A count can't be broken down by “{by[:80]}”. Known are: {', '.join(KINDS)}.")
    asked = definition(key)
    adds = contributions(asked, lens)
    cells = _of_several(by, adds, lens) if by in _SEVERAL else _of_one(by, adds, lens)
    low, high = sum(low for low, _ in adds.values()), sum(high for _, high in adds.values())
    total = CountAnswer(low, high, shown(asked), as_of(lens))
    return GroupedAnswer(by, by in _SEVERAL, total, tuple(_in_order(by, cells)))


def _of_one(by: str, adds: Mapping[str, Ends], lens: Lens) -> dict[str, Ends]:
    """Cells of a trait of which a person has one: certain where claims leave one alone."""
    alone, open_to = _traits(by, lens)
    lows: Counter[str] = Counter()
    highs: Counter[str] = Counter()
    reading = lru_cache(maxsize=None)(_READ.get(by, _as_it_is))
    # Few traits and ends there are, and many people who have the same.
    alike: Counter[tuple[tuple[str, ...], Ends]] = Counter()
    for person in open_to.keys() & adds.keys():
        alike[(alone.pop(person), *sorted(open_to[person])), adds[person]] += 1
    several = open_to.keys()
    alike.update(((alone.get(person, ""),), ends) for person, ends in adds.items() if person not in several)
    for (told, (low, high)), number in alike.items():
        keys = frozenset[str]().union(*(reading(one, lens.on) if one else _NONE for one in told))
        for one in keys:
            highs[one] += high * number
        if low and len(keys) == 1:
            lows[next(iter(keys))] += low * number
    return {one: (lows[one], number) for one, number in highs.items()}


def _of_several(by: str, adds: Mapping[str, Ends], lens: Lens) -> dict[str, Ends]:
    """Cells of traits of which a person can have several, each certain or possible by itself."""
    day = lens.on.toordinal()
    told: dict[tuple[str, str], bool] = {}
    for person, key, first in _facts(by, lens):
        if person in adds:
            told[person, key] = told.get((person, key), False) or first <= day
    lows: Counter[str] = Counter()
    highs: Counter[str] = Counter()
    for (person, key), certain in told.items():
        lows[key] += adds[person][0] if certain else 0
        highs[key] += adds[person][1]
    for person in adds.keys() - {one for one, key in told}:
        lows[""] += adds[person][0]
        highs[""] += adds[person][1]
    return {one: (lows[one], number) for one, number in highs.items()}


def group_title(by: str, key: str) -> str:
    if not key:
        return str(UNTOLD)
    if by in _MEANINGS:
        return _MEANINGS[by][key]
    if by in _TITLES:
        return title(_TITLES[by], key)
    return str(BANDS.get(key, key))


def _in_order(by: str, cells: Mapping[str, Ends]) -> list[Group]:
    """Bands in their own order, all else by size; those of whom no claim tells come last."""
    groups = [Group(key, group_title(by, key), *ends) for key, ends in cells.items()]
    places = {key: place for place, (_, key) in enumerate(_BANDS.get(by, ()))}
    return sorted(groups, key=lambda one: (not one.key, places.get(one.key, 0), -one.high, alphabetical(one.title)))


def _traits(by: str, lens: Lens) -> tuple[dict[str, str], dict[str, set[str]]]:
    """Person to a key, and to further ones where claims leave it open."""
    rows = _of_the_day(by, lens) if by in ("status", "length") else _facts(_FACTS.get(by, by), lens)
    alone: dict[str, str] = {}
    open_to: dict[str, set[str]] = defaultdict(set)
    for person, key, _first in rows:
        if alone.setdefault(person, key) != key:
            open_to[person].add(key)
    return alone, open_to


def _facts(kind: str, lens: Lens) -> Iterable[tuple[str, str, int]]:
    day = lens.on.toordinal()
    where = "kind = %s AND possible <= %s AND ending > %s"
    return on_the_day("register_fact", "person, key, first", lens, where, kind, day, day)


def _of_the_day(by: str, lens: Lens) -> Iterable[tuple[str, str, int]]:
    """As text, like any other trait: what the status may be as bits, or the day since which they are held."""
    day = lens.on.toordinal()
    column = "may_be" if by == "status" else "since"
    rows = on_the_day("register_stretch", f"person, {column}", lens, "first <= %s AND ending > %s", day, day)
    return ((person, str(value), 0) for person, value in rows)


def _as_it_is(key: str, on: date) -> frozenset[str]:
    return frozenset({key})


def _age(born: str, on: date) -> frozenset[str]:
    return age_bands(PartialDate.parse(born), on)


def _region(facility: str, on: date) -> frozenset[str]:
    return frozenset({load().region_of(facility)})


def _status(bits: str, on: date) -> frozenset[str]:
    return frozenset(map(str, unmask(int(bits))))


def _length(since: str, on: date) -> frozenset[str]:
    return frozenset({length_band(int(since), on) if since != "0" else ""})


def _sentence(months: str, on: date) -> frozenset[str]:
    return frozenset({band(SENTENCES, int(months))})


_READ: Mapping[str, Reading] = {
    "age": _age,
    "region": _region,
    "status": _status,
    "length": _length,
    "sentence": _sentence,
}
