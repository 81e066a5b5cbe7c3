"""A count by what people are: each kind of breakdown reads one trait, and a trait in doubt widens its cells."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from itertools import compress

from django.utils.translation import gettext_lazy as _

from habeas.domain.bands import AGES, LENGTHS, SENTENCES, age_bands, band, length_band
from habeas.domain.dates import PartialDate
from habeas.domain.masks import unmask
from habeas.domain.words import Gender, Span, Status
from habeas.names.alphabet import alphabetical
from habeas.problems import BadInput
from habeas.register.answers import Lens
from habeas.register.answers_counts import CountAnswer
from habeas.register.counted import Group, GroupedAnswer
from habeas.register.counts import Counted, alike, counted
from habeas.register.definitions import definition, shown
from habeas.register.lenses import as_of
from habeas.register.sentence_parts import title
from habeas.register.tables import in_columns
from habeas.vocabulary.load import load
from habeas.vocabulary.values import Definition

Ends = tuple[int, int]
Reading = Callable[[str, date], frozenset[str]]
_FACTS = {"sex": "sex", "age": "birth", "region": "facility"}
_TITLES = {"facility": "facilities", "article": "articles", "recogniser": "recognisers", "region": "places"}
_OF_PIECES = {"status": "may_be", "length": "since"}
"""What the status may be as bits, and the day since which they are held, stand in the pieces themselves."""
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


@dataclass(frozen=True)
class _Counted:
    """A count to be broken down; who adds what is read once, however many kinds are asked for."""

    asked: Definition
    lens: Lens
    kinds: Sequence[str]

    @cached_property
    def who(self) -> Counted:
        return counted(self.asked, self.lens, [_OF_PIECES[by] for by in self.kinds if by in _OF_PIECES])

    @cached_property
    def adds(self) -> Mapping[str, Ends]:
        return dict(zip(self.who.people, self.who.ends, strict=True))

    def by_ends(self, values: Sequence[str]) -> Iterator[tuple[Ends, Iterator[str]]]:
        """Of values in the order of the people, those of the people who add the same; few different ends there are."""
        return ((ends, compress(values, chosen)) for ends, chosen in self._chosen.items())

    @cached_property
    def _chosen(self) -> Mapping[Ends, Sequence[bool]]:
        return {ends: [one == ends for one in self.who.ends] for ends in set(self.who.ends)}


def grouped(key: str, by: str, lens: Lens) -> GroupedAnswer:
    """A count broken down; BadInput names the kinds there are."""
    return grouped_by(key, (by,), lens)[0]


def grouped_by(key: str, kinds: Sequence[str], lens: Lens) -> tuple[GroupedAnswer, ...]:
    """The same count broken down by several kinds, which is less work than one by one."""
    if wrong := [by for by in kinds if by not in KINDS]:
        raise BadInput(f"A count can't be broken down by “{wrong[0][:80]}”. Known are: {', '.join(KINDS)}.")
    one = _Counted(definition(key), lens, kinds)
    return tuple(_of_several(by, one) if by in _SEVERAL else _of_one(by, one) for by in kinds)


def _answer(by: str, counted: _Counted, total: Ends, cells: Mapping[str, Ends]) -> GroupedAnswer:
    whole = CountAnswer(*total, shown(counted.asked), as_of(counted.lens))
    return GroupedAnswer(by, by in _SEVERAL, whole, tuple(_in_order(by, cells)))


def _of_one(by: str, counted: _Counted) -> GroupedAnswer:
    """Cells of a trait of which a person has one: certain where claims leave one alone."""
    lows: Counter[str] = Counter()
    highs: Counter[str] = Counter()
    reading = lru_cache(maxsize=None)(_READ.get(by, _as_it_is))
    low_total = high_total = 0
    for (told, (low, high)), number in _alike(by, counted).items():
        low_total, high_total = low_total + low * number, high_total + high * number
        keys = frozenset[str]().union(*(reading(one, counted.lens.on) if one else _NONE for one in told))
        for one in keys if number else ():
            highs[one] += high * number
        if low and number and len(keys) == 1:
            lows[next(iter(keys))] += low * number
    return _answer(by, counted, (low_total, high_total), {one: (lows[one], number) for one, number in highs.items()})


def _alike(by: str, counted: _Counted) -> Counter[tuple[tuple[str, ...], Ends]]:
    """How many people have the same trait, or the same several where claims leave it open, and add the same.

    Few traits and ends there are. What stands in the pieces that are counted is in them already; and where no other
    kind needs to know who they are, the database puts it together.
    """
    found: Counter[tuple[tuple[str, ...], Ends]] = Counter()
    if by not in _OF_PIECES or counted.asked.span is Span.SO_FAR:
        return _alike_in(*_told_of_each(by, counted.lens), counted)
    if len(counted.kinds) == 1:
        for value, low, high, number in alike(_OF_PIECES[by], counted.asked, counted.lens):
            found[(str(value),), (low, high)] += number
        return found
    for ends, values in counted.by_ends(counted.who.beside[_OF_PIECES[by]]):
        found.update({((value,), ends): number for value, number in Counter(values).items()})
    return found


def _alike_in(people: Sequence[str], keys: Sequence[str], counted: _Counted) -> Counter[tuple[tuple[str, ...], Ends]]:
    one_of_them = dict(zip(people, keys, strict=True))
    found: Counter[tuple[tuple[str, ...], Ends]] = Counter()
    for ends, told in counted.by_ends(counted.who.people):
        for one, number in Counter(map(one_of_them.get, told)).items():
            found[(one or "",), ends] += number
    open_to: dict[str, set[str]] = defaultdict(set)
    for person, key in zip(people, keys, strict=True) if len(one_of_them) < len(people) else ():
        if one_of_them[person] != key:
            open_to[person].add(key)
    for person in open_to.keys() & counted.adds.keys() if open_to else ():
        ends = counted.adds[person]
        found[(one_of_them[person],), ends] -= 1
        found[(one_of_them[person], *sorted(open_to[person])), ends] += 1
    return found


def _told_of_each(by: str, lens: Lens) -> tuple[list[str], list[str]]:
    """People and what is told of each on the day, somebody of whom several things may be true once for each."""
    day = lens.on.toordinal()
    if by in _OF_PIECES:
        where = "first <= %s AND ending > %s"
        people, keys = in_columns("register_stretch", ("person", _OF_PIECES[by]), lens, where, day, day)
    else:
        where = "kind = %s AND possible <= %s AND ending > %s"
        people, keys = in_columns("register_fact", ("person", "key"), lens, where, _FACTS.get(by, by), day, day)
    return people, keys


def _of_several(by: str, counted: _Counted) -> GroupedAnswer:
    """Cells of traits of which a person can have several, each certain or possible by itself."""
    day, adds = counted.lens.on.toordinal(), counted.adds
    told: dict[tuple[str, str], bool] = {}
    where, certain_by = "kind = %s AND possible <= %s AND ending > %s", f"CASE WHEN first <= {day} THEN 1 ELSE 0 END"
    rows = in_columns("register_fact", ("person", "key", certain_by), counted.lens, where, by, day, day)
    for person, key, certainly in zip(*rows, strict=True):
        if person in adds:
            told[person, key] = told.get((person, key), False) or certainly == "1"
    lows: Counter[str] = Counter()
    highs: Counter[str] = Counter()
    for (person, key), certain in told.items():
        lows[key] += adds[person][0] if certain else 0
        highs[key] += adds[person][1]
    for person in adds.keys() - {one for one, key in told}:
        lows[""] += adds[person][0]
        highs[""] += adds[person][1]
    total = sum(low for low, _ in adds.values()), sum(high for _, high in adds.values())
    return _answer(by, counted, total, {one: (lows[one], number) for one, number in highs.items()})


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
