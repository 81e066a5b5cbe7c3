"""A count by what people are: each kind of breakdown reads one trait, and a trait in doubt widens its cells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from habeas.domain.bands import AGES, LENGTHS, age_bands, length_band
from habeas.domain.dates import PartialDate
from habeas.domain.masks import unmask
from habeas.domain.words import Gender, Status
from habeas.problems import BadInput
from habeas.register.answers import CountAnswer, Lens
from habeas.register.counted import Group, GroupedAnswer
from habeas.register.counts import contributions
from habeas.register.definitions import definition, shown
from habeas.register.lenses import as_of
from habeas.register.sentences import title
from habeas.register.tables import known
from habeas.vocabulary.load import load

Traits = Mapping[str, frozenset[str]]
"""Person to the keys that may be theirs; several where claims leave it open, or where a person can have several."""

_FACTS = {"sex": "sex", "age": "birth", "region": "facility"}
_TITLES = {"facility": "facilities", "article": "articles", "recogniser": "recognisers", "region": "places"}
_SEVERAL = ("article", "recogniser", "profession")
KINDS = ("status", "sex", "age", "facility", "region", "article", "recogniser", "profession", "length")

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
}
_MEANINGS = {
    "status": {str(status): status.meaning for status in Status},
    "sex": {str(gender): gender.meaning for gender in Gender},
}
UNTOLD = _("no claim tells")


@dataclass(frozen=True, slots=True)
class _Told:
    """Keys that may be a person's, and those that certainly are."""

    may: frozenset[str]
    sure: frozenset[str]


def grouped(key: str, by: str, lens: Lens) -> GroupedAnswer:
    """A count broken down; BadInput names the kinds there are."""
    if by not in KINDS:
        raise BadInput(f"A count can't be broken down by “{by[:80]}”. Known are: {', '.join(KINDS)}.")
    asked = definition(key)
    adds = contributions(asked, lens)
    traits = _traits(by, lens)
    cells: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    nothing = _Told(frozenset({""}), frozenset({""}))
    for person, (low, high) in adds.items():
        told = traits.get(person, nothing)
        for one in told.may:
            cells[one][1] += high
        for one in told.sure:
            cells[one][0] += low
    low, high = sum(low for low, _ in adds.values()), sum(high for _, high in adds.values())
    total = CountAnswer(low, high, shown(asked), as_of(lens))
    return GroupedAnswer(by, by in _SEVERAL, total, tuple(_in_order(by, cells)))


def group_title(by: str, key: str) -> str:
    if not key:
        return str(UNTOLD)
    if by in _MEANINGS:
        return _MEANINGS[by][key]
    if by in _TITLES:
        return title(_TITLES[by], key)
    return str(BANDS.get(key, key))


def _in_order(by: str, cells: Mapping[str, Iterable[int]]) -> list[Group]:
    """Bands in their own order, all else by size; those of whom no claim tells come last."""
    groups = [Group(key, group_title(by, key), *ends) for key, ends in cells.items()]
    places = {key: place for place, (_, key) in enumerate({"age": AGES, "length": LENGTHS}.get(by, ()))}
    return sorted(groups, key=lambda one: (not one.key, places.get(one.key, 0), -one.high, one.title))


def _traits(by: str, lens: Lens) -> Mapping[str, _Told]:
    if by in ("status", "length"):
        return _of_the_day(by, lens)
    told = _facts(_FACTS.get(by, by), lens)
    if by in _SEVERAL:
        return {one: _Told(frozenset(keys), frozenset(k for k, sure in keys.items() if sure)) for one, keys in told}
    reading = _READ.get(by, _as_it_is)
    return {one: _single(frozenset().union(*(reading(key, lens.on) for key in keys))) for one, keys in told}


def _single(keys: frozenset[str]) -> _Told:
    return _Told(keys, keys if len(keys) == 1 else frozenset())


def _facts(kind: str, lens: Lens) -> Iterable[tuple[str, dict[str, bool]]]:
    """Person to keys, each with whether it certainly holds on the day."""
    day = lens.on.toordinal()
    found: dict[str, dict[str, bool]] = defaultdict(dict)
    where = "kind = %s AND possible <= %s AND ending > %s"
    for person, key, first in known("register_fact", "person, key, first", lens, where, kind, day, day):
        found[person][key] = found[person].get(key, False) or first <= day
    return found.items()


def _of_the_day(by: str, lens: Lens) -> Mapping[str, _Told]:
    day = lens.on.toordinal()
    rows = known("register_stretch", "person, may_be, since", lens, "first <= %s AND ending > %s", day, day)
    if by == "status":
        statuses = {bits: _single(frozenset(map(str, unmask(bits)))) for _, bits, _ in rows}
        return {one: statuses[bits] for one, bits, _ in rows}
    lengths = {since: _single(frozenset({length_band(since, lens.on) if since else ""})) for _, _, since in rows}
    return {one: lengths[since] for one, _, since in rows}


def _as_it_is(key: str, on: date) -> frozenset[str]:
    return frozenset({key})


def _age(born: str, on: date) -> frozenset[str]:
    return age_bands(PartialDate.parse(born), on)


def _region(facility: str, on: date) -> frozenset[str]:
    return frozenset({load().region_of(facility)})


_READ: Mapping[str, Callable[[str, date], frozenset[str]]] = {"age": _age, "region": _region}
