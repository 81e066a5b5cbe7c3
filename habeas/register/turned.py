"""What happened between two days, as known at one moment: who came to count or ceased to, and the row at which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress, pairwise
from typing import NamedTuple

from habeas.domain.balance import People, Terms
from habeas.domain.counting import Rule
from habeas.domain.masks import DIED_HELD
from habeas.domain.turning import Reading, Reason, Term, Turning
from habeas.register.answers import Lens
from habeas.register.counting_sql import differs, ends_and_before
from habeas.register.tables import in_columns, known
from habeas.vocabulary.values import Definition

_WIDTH = 2 * DIED_HELD
"""More than all bits of what somebody may be."""


class _Kind(NamedTuple):
    """What a turn's reason hangs on, and what the turn adds to each of the two ends."""

    turning: Turning
    adds: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Rows:
    """Turns in the order of their days, column by column; a few dozen kinds there are, each written as one word.

    `was_first` is the day of the piece before where that left in doubt whether they count, else nought.
    """

    people: Sequence[str]
    days: Sequence[int]
    words: Sequence[str]
    was_first: Sequence[str]
    kinds: Mapping[str, _Kind]

    def adds(self, place: int) -> list[int]:
        each = {word: kind.adds[place] for word, kind in self.kinds.items()}
        return [each[word] for word in self.words]


class Turned:
    """All turns between two days as known at the later look, asked of the database once for both ends."""

    def __init__(self, asked: Definition, rule: Rule, earlier: Lens, later: Lens) -> None:
        self._key, self._rule, self._later = asked.key, rule, later
        self._back = later.on < earlier.on
        self.first, self.last = sorted((earlier.on.toordinal(), later.on.toordinal()))
        self._rows = _read(rule, (self.first, self.last), later)

    def who(self, place: int) -> dict[str, int]:
        """Those who differ between the days, each with the row of the turn that tells why: the last; so far, the first.

        The turns of a person go one way and the other by turns, so that the first tells what they were before it and
        the last what they are after: the two days differ where both go the same way.
        """
        adds = self._rows.adds(place)
        people, rows = list(compress(self._rows.people, adds)), list(compress(range(len(adds)), adds))
        firsts = dict(zip(reversed(people), reversed(rows), strict=True))
        if self._rule.so_far:
            return {person: firsts[person] for person in self._first_time(place)}
        lasts = dict(zip(people, rows, strict=True))
        return {person: row for person, row in lasts.items() if adds[row] == adds[firsts[person]]}

    def changes(self, place: int, who: Mapping[str, int]) -> tuple[Terms, Collection[str]]:
        """How each of these differs, by terms; and those whose whole story has to be read."""
        reading, told = Reading(self._rule, sure=not place), self._rows
        alike: dict[str, list[int]] = defaultdict(list)
        for row in who.values():
            alike[told.words[row]].append(row)
        terms: dict[tuple[Term, str, int], People] = defaultdict(list)
        after, open_still = self._after_doubt(reading, place), set[str]()
        for word, rows in alike.items():
            kind = told.kinds[word]
            sign = -kind.adds[place] if self._back else kind.adds[place]
            why = (reading.came if kind.adds[place] > 0 else reading.went)(kind.turning)
            if why:
                terms[(*why, sign)] += [(told.people[row], told.days[row]) for row in rows]
                continue
            for person, day in ((told.people[row], told.days[row]) for row in rows):
                if kind.adds[place] < 0 and (later := after.get((person, day))):
                    terms[(*later, sign)].append((person, day))
                else:
                    open_still.add(person)
        return terms, open_still

    def _first_time(self, place: int) -> Iterator[str]:
        day = "possible" if place else "first"
        where = f"kind = 'ever' AND key = %s AND {day} > %s AND {day} <= %s"
        rows = known("register_fact", "person", self._later, where, self._key, self.first, self.last)
        return (person for (person,) in rows)

    def _after_doubt(self, reading: Reading, place: int) -> Mapping[tuple[str, int], Reason]:
        """Of those who ceased to count for certain and came into doubt: what followed it.

        Where nobody's recognition is asked for, doubt with no turn after it lasts until the last day.
        """
        told, kinds = self._rows, self._rows.kinds
        into = {word: kind.adds[place] < 0 and reading.doubtful(kind.turning.may_be) for word, kind in kinds.items()}
        chosen = [into[word] for word in told.words] if any(into.values()) else []
        doubts = set(zip(compress(told.people, chosen), compress(told.days, chosen), strict=True))
        if not doubts:
            return {}
        found: dict[tuple[str, int], Reason] = {}
        if not self._rule.demand:
            latest = dict(zip(told.people, told.days, strict=True))
            found = {(person, day): (Term.IN_DOUBT, "") for person, day in doubts if latest[person] == day}
        whys = {word: reading.went(kind.turning) for word, kind in kinds.items()}
        for person, day, word in zip(told.people, told.was_first, told.words, strict=True):
            if day != "0" and (why := whys[word]) and (person, int(day)) in doubts:
                found[person, int(day)] = why
        return found


def _read(rule: Rule, days: tuple[int, int], lens: Lens) -> _Rows:
    sure, sure_before, may, may_before = ends_and_before(rule)
    more_than_one, within = (
        "CASE WHEN place > 1 THEN 2 ELSE place END",
        f"CASE WHEN was_first > {days[0]} THEN 1 ELSE 0 END",
    )
    adds = f"({sure} - {sure_before} + 1) * 3 + ({may} - {may_before} + 1)"
    word = f"((may_be * {_WIDTH} + was_may_be) * 6 + {more_than_one} * 2 + {within}) * 9 + {adds}"
    doubted = f"was_may_be & {rule.counted} <> 0 AND was_may_be & ~{rule.counted} <> 0"
    columns = ("person", "first", word, "by", f"CASE WHEN {doubted} THEN was_first ELSE 0 END")
    where = f"first > %s AND first <= %s AND {differs(rule)} AND ({sure} <> {sure_before} OR {may} <> {may_before})"
    people, firsts, words, by, was_first = in_columns("register_stretch", columns, lens, where, *days)
    ordinals, kinds = list(map(int, firsts)), list(map(" ".join, zip(words, by, strict=True)))
    told = _Rows(people, ordinals, kinds, was_first, {kind: _kind(kind) for kind in set(kinds)})
    return told if all(day <= after for day, after in pairwise(ordinals)) else _in_order(told)


def _in_order(told: _Rows) -> _Rows:
    order = sorted(range(len(told.days)), key=told.days.__getitem__)
    return _Rows(
        [told.people[row] for row in order],
        [told.days[row] for row in order],
        [told.words[row] for row in order],
        [told.was_first[row] for row in order],
        told.kinds,
    )


def _kind(word: str) -> _Kind:
    number, _, by = word.partition(" ")
    rest, adds = divmod(int(number), 9)
    rest, place = divmod(rest, 6)
    may_be, was_may_be = divmod(rest, _WIDTH)
    return _Kind(Turning(may_be, by, place // 2, was_may_be, place % 2), (adds // 3 - 1, adds % 3 - 1))
