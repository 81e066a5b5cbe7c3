"""A register's names, held so that a name on a list finds its people."""

import heapq
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from habeas.names import beside
from habeas.names.columns import columns_of
from habeas.names.given import GivenLevel
from habeas.names.levels import Levels, SurnameLevel
from habeas.names.parts import Parts, parts_of, read_names
from habeas.names.people import Answer, Asked, Candidate, Known
from habeas.names.reasons import sentences
from habeas.names.search import Found, Search
from habeas.names.share import odds_of_a_share
from habeas.names.surname import differ_in_short_vowels, read_the_same, surname_level, told_apart
from habeas.names.verdict import answers
from habeas.names.weights import weights

_FEWEST_FINALISTS = 12
_FEWEST_SCORED = 5
_BY_A_SURNAME = 0.97
_BY_LETTERS, _BESIDE = 5.0, 9.0


@dataclass(frozen=True, slots=True)
class Scored:
    """A finalist: a line of the register with its levels, and the odds that its person is meant against
    nobody's being."""

    spelling: int
    person: int
    levels: Levels
    bearers: int
    others: float
    share: float
    beside: float
    odds: float


@dataclass(frozen=True, slots=True)
class Weighed:
    """A name with its finalists, and the odds (not logarithms) of everybody else together."""

    asked: Asked
    finalists: list[Scored]
    rest: float

    @property
    def named(self) -> bool:
        return bool(parts_of(self.asked.name))

    @property
    def anybody(self) -> float:
        """The odds that anybody of the register is meant."""
        return self.rest + sum(map(_odds, self.finalists))


class NameIndex:
    """Built once for a register; asked many times."""

    def __init__(self, search: Search) -> None:
        self._search = search
        self._weights = weights()

    @classmethod
    def build(cls, known: Iterable[Known]) -> "NameIndex":
        return cls(Search(columns_of(known)))

    def find(self, asked: Asked, limit: int = 5) -> tuple[Candidate, ...]:
        return self.candidates(self.weigh(asked, limit), limit)

    def answer_list(self, asked: Sequence[Asked], limit: int = 5) -> list[Answer]:
        read_names(row.name for row in asked)
        return self.answer_weighed([self.weigh(row, limit) for row in asked], limit)

    def answer_weighed(self, weighed: Sequence["Weighed"], limit: int = 5) -> list[Answer]:
        """A list taken as a whole: its names tell which share of its people are in the register."""
        times = odds_of_a_share([one.anybody for one in weighed if one.named])
        return answers([one.asked for one in weighed], [self.candidates(one, limit, times) for one in weighed])

    def weigh(self, asked: Asked, limit: int = 5) -> "Weighed":
        return Weighed(asked, *self.finalists(asked, max(limit * 3, _FEWEST_FINALISTS)))

    def candidates(self, weighed: "Weighed", limit: int, times: float = 1.0) -> tuple[Candidate, ...]:
        """`times` multiplies the odds that anybody of the register is meant."""
        everybody = 1 + times * weighed.anybody
        return tuple(
            self._candidate(weighed.asked, one, min(times * _odds(one) / everybody, _most(one)))
            for one in weighed.finalists[:limit]
        )

    def finalists(self, asked: Asked, most: int) -> tuple[list[Scored], float]:
        """The likeliest people, one line of the register each, and the sum of the odds (not logarithms) of
        everybody else."""
        found = self._search.rows(asked.name, self._weights)
        if not len(found.odds):
            return [], 0.0
        top = _within_reach(found, _highest(found, most * 2), _reach(asked))
        others = np.delete(found.odds, top)
        rest = float(np.exp(np.minimum(others, 50)).sum()) if len(others) else 0.0
        best: dict[int, Scored] = {}
        for at in top:
            scored = self._scored(asked, found, at)
            if scored.person not in best or best[scored.person].odds < scored.odds:
                best[scored.person] = scored
        return heapq.nlargest(most, best.values(), key=lambda one: one.odds), rest

    def _scored(self, asked: Asked, found: Found, at: int) -> Scored:
        held, spelling = self._search.columns, int(found.spelling[at])
        known = held.extras.get(spelling) or Known(held.ids[spelling], held.names[spelling])
        one, other = _fitting(asked.name, known.name)
        levels = Levels(
            surname=_spelled(SurnameLevel(int(found.surname[at])), one, other, GivenLevel(int(found.given[at]))),
            given=GivenLevel(int(found.given[at])),
            patronymic=beside.patronymic_level(
                asked.patronymic.lower() or one.patronymic, known.patronymic.lower() or other.patronymic
            ),
            birth=beside.birth_level(asked.birth_date, known.birth_date),
            gender=beside.gender_level(asked.gender, known.gender),
            place=beside.place_level(asked.place, known.place),
            double=beside.double_level(one, other),
        )
        by = self._weights
        beside_names = by.beside(levels)
        odds = float(found.odds[at]) + beside_names + float(by.surname[levels.surname] - by.surname[found.surname[at]])
        return Scored(
            spelling=spelling,
            person=int(held.person[spelling]),
            levels=levels,
            bearers=int(found.bearers[at]),
            others=float(found.others[at]),
            share=float(found.share[at]),
            beside=float(found.beside[at]) + beside_names,
            odds=odds,
        )

    def _candidate(self, asked: Asked, scored: Scored, probability: float) -> Candidate:
        held = self._search.columns
        name = held.names[scored.spelling]
        one, other = _fitting(asked.name, name)
        reasons = sentences(scored.levels, one, other, _closest_surnames(one, other), scored.bearers)
        return Candidate(held.ids[scored.spelling], name, min(max(probability, 0.0), 1.0), reasons)


def _most(one: Scored) -> float:
    """A surname alone is never trusted unseen, however few people a register has."""
    return _BY_A_SURNAME if one.levels.given is GivenLevel.MISSING else 1.0


def _odds(one: Scored) -> float:
    return math.exp(min(one.odds, 50.0))


def _highest(found: Found, most: int) -> list[int]:
    if len(found.odds) <= most:
        return list(range(len(found.odds)))
    return [int(at) for at in np.argpartition(-found.odds, most)[:most]]


def _within_reach(found: Found, top: list[int], reach: float) -> list[int]:
    """Without rows so far below the first that nothing would bring them up; a few stay in any case."""
    ranked = sorted(top, key=lambda at: -found.odds[at])
    least = found.odds[ranked[0]] - reach
    return [at for rank, at in enumerate(ranked) if rank < _FEWEST_SCORED or found.odds[at] > least]


def _reach(asked: Asked) -> float:
    """How much more a row may get when it's looked at closely: by its letters, and by what stands beside the name."""
    beside = asked.birth_date or asked.patronymic or asked.place or asked.gender or asked.name.count(" ") > 1
    return _BY_LETTERS + _BESIDE if beside else _BY_LETTERS


def _fitting(asked: str, known: str) -> tuple[Parts, Parts]:
    """The readings of two names that go together best: a name's order may be clear on one side alone."""
    ways = [(one, other) for one in parts_of(asked) for other in parts_of(known)]
    if len(ways) == 1:
        return ways[0]
    return min(ways, key=lambda way: _apart(*way), default=(_NOBODY, _NOBODY))


def _apart(one: Parts, other: Parts) -> int:
    first, second = _closest_surnames(one, other)
    level = (
        surname_level(first, second, (one.orthography, other.orthography)) if first and second else SurnameLevel.MISSING
    )
    return (12 if level is None else int(level)) + int(beside.same_person_given(one, other))


def _closest_surnames(one: Parts, other: Parts) -> tuple[str, str]:
    pairs = [(a, b) for a in one.surnames for b in other.surnames]
    if len(pairs) < 2:
        return pairs[0] if pairs else ("", "")
    ranked = [(surname_level(a, b, (one.orthography, other.orthography)), a, b) for a, b in pairs]
    return min(((99 if level is None else int(level), a, b) for level, a, b in ranked))[1:]


def _spelled(level: SurnameLevel, one: Parts, other: Parts, given: GivenLevel) -> SurnameLevel:
    """What the letters add to a level that was read off stems alone. Where the given names don't stand as the row says,
    these readings aren't the row's, and tell nothing of a surname that is merely near."""
    if SurnameLevel.SLIP <= level <= SurnameLevel.FAR:
        pairs = [(a, b) for a in one.surnames for b in other.surnames]
        its = (given <= GivenLevel.SLIP) == (beside.same_person_given(one, other) <= GivenLevel.SLIP)
        blurred = its and any(differ_in_short_vowels(*pair, (one.orthography, other.orthography)) for pair in pairs)
        return SurnameLevel.DOUBTFUL if blurred else level
    if level > SurnameLevel.INFLECTED:
        return level
    if set(one.surnames) & set(other.surnames):
        return SurnameLevel.SPELLED if level in (SurnameLevel.SOUND, SurnameLevel.DOUBTFUL) else level
    orthographies = (one.orthography, other.orthography)
    pairs = [(a, b) for a in one.surnames for b in other.surnames]
    if pairs and all(told_apart(*pair, orthographies) for pair in pairs):
        return SurnameLevel.SLIP
    if level == SurnameLevel.SOUND and any(read_the_same(*pair, orthographies) for pair in pairs):
        return SurnameLevel.READ
    return level


_NOBODY = Parts("", (), "", "")
