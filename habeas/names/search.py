"""One asked name against the columns of a register: which rows may be meant, at which levels, with which odds."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from habeas.names.columns import Columns
from habeas.names.given import GivenLevel, read_given
from habeas.names.givens import GivenColumn
from habeas.names.levels import SurnameLevel
from habeas.names.parts import Parts, parts_of
from habeas.names.sounds import Sound, inflected_stems, read_word
from habeas.names.stems import NearStem, StemIndex
from habeas.names.surname import ENDINGS, Ending, ending_of
from habeas.names.weights import Floats, Weights

_ENDINGS = np.array(ENDINGS, dtype=np.int8)
_MANY = 200
"""Where a surname has more bearers, it changes nothing to count some of them twice."""
_GOOD_ENOUGH = -2.0
"""A name whose best row lies below these odds is looked for among merely similar stems as well."""


@dataclass(frozen=True, slots=True)
class Found:
    """Rows of a register that may be meant: columns of one length."""

    spelling: npt.NDArray[np.int32]
    surname: npt.NDArray[np.int8]
    given: npt.NDArray[np.int8]
    bearers: npt.NDArray[np.float64]
    share: Floats
    odds: Floats


@dataclass(frozen=True, slots=True)
class Lookup:
    """A stem of the register with the level at which it is reached; None where endings have yet to say."""

    stem: int
    level: SurnameLevel | None
    second: bool
    ending: int


class Search:
    """What a NameIndex holds, asked for rows."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self.stems = StemIndex(columns.stems)
        bearers = np.bincount(columns.row_given, minlength=len(columns.givens))
        self.givens = GivenColumn(columns.givens, bearers)

    def rows(self, name: str, weights: Weights) -> Found:
        readings = parts_of(name)
        found = [self._by_surname(parts, word, weights, far=False) for parts in readings for word in parts.surnames]
        found += [self._by_given(parts, weights) for parts in readings if not parts.surnames]
        joined = _joined(found)
        if not len(joined.odds) or joined.odds.max() < _GOOD_ENOUGH:
            far = [self._by_surname(parts, word, weights, far=True) for parts in readings for word in parts.surnames]
            joined = _joined([joined, *far])
        return joined

    def _by_surname(self, parts: Parts, word: str, weights: Weights, far: bool) -> Found:
        sounds = read_word(word, parts.orthography)
        lookups = self._far(sounds) if far else self._near(word, parts.orthography, sounds)
        given_levels, shares = self.givens.levels(parts.given)
        named = bool(parts.given and read_given(parts.given).full)
        return _joined([self._slice(lookup, lookups, given_levels, shares, named, weights) for lookup in lookups])

    def _near(self, word: str, orthography: str, sounds: tuple[Sound, ...]) -> list[Lookup]:
        lookups: dict[int, Lookup] = {}
        for second, sound in enumerate(sounds):
            at = self.stems.same(sound.stem)
            if at is not None:
                lookups.setdefault(at, Lookup(at, None, second > 0, ending_of(sound.stem, sound.ending)))
        for stem in inflected_stems(word, orthography):
            at = self.stems.same(stem)
            if at is not None:
                lookups.setdefault(at, Lookup(at, SurnameLevel.INFLECTED, False, 0))
                continue
            if not lookups:
                for near in self.stems.near(stem):
                    lookups.setdefault(near.stem, _slipped(near))
        for near in (near for sound in sounds for near in self.stems.near(sound.stem)):
            lookups.setdefault(near.stem, _slipped(near))
        return list(lookups.values())

    def _far(self, sounds: tuple[Sound, ...]) -> list[Lookup]:
        return [_slipped(near) for sound in sounds[:2] for near in self.stems.far(sound.stem)]

    def _slice(
        self,
        lookup: Lookup,
        beside: list[Lookup],
        given_levels: npt.NDArray[np.int8],
        shares: Floats,
        named: bool,
        weights: Weights,
    ) -> Found:
        held = self.columns
        rows = slice(int(held.starts[lookup.stem]), int(held.starts[lookup.stem + 1]))
        given = given_levels[held.row_given[rows]]
        surname = self._surname_levels(lookup, rows, given)
        if named and lookup.level is None and lookup.ending in (Ending.BARE, Ending.I):
            # Beside a surname that isn't declined, Аляксандра is a woman's name and no case form of Аляксандр.
            given = np.where(
                (given == GivenLevel.INFLECTED) & (surname <= SurnameLevel.DOUBTFUL), np.int8(GivenLevel.RIVAL), given
            )
        bearers = np.full(len(given), self._bearers(lookup, beside), dtype=np.float64)
        share = shares[given]
        odds = (
            weights.prior
            + weights.surname[surname]
            + weights.given[given]
            - weights.surname_rarity * np.log(bearers - 1 + weights.unseen)
            - weights.given_rarity * np.log(share + weights.least_share)
        )
        return Found(held.row_spelling[rows], surname, given, bearers, share, odds)

    def _surname_levels(self, lookup: Lookup, rows: slice, given: npt.NDArray[np.int8]) -> npt.NDArray[np.int8]:
        held = self.columns
        if lookup.level is not None:
            return np.full(len(given), lookup.level, dtype=np.int8)
        levels = _ENDINGS[lookup.ending, held.row_ending[rows], held.row_possessive[rows]]
        second = (held.row_second[rows] > 0) | lookup.second
        levels = np.where((levels == SurnameLevel.SOUND) & second, SurnameLevel.DOUBTFUL, levels)
        # In "Ивана Иванова" the given name's case ending tells that the surname's is no woman's form.
        bent = (given == GivenLevel.INFLECTED) & (
            (levels == SurnameLevel.OTHER_GENDER) | (levels == SurnameLevel.ENDING)
        )
        return np.where(bent, SurnameLevel.INFLECTED, levels).astype(np.int8)

    def _bearers(self, lookup: Lookup, beside: list[Lookup]) -> int:
        """How many people's surnames come as near as this one's or nearer."""
        rank = lookup.level or SurnameLevel.SPELLED
        near = [other.stem for other in beside if (other.level or SurnameLevel.SPELLED) <= rank]
        bearers = int(self.columns.bearers[near].sum())
        if len(near) == 1 or bearers > _MANY:
            return bearers
        # One person's spellings can stand under several stems; of a rare surname that would make two bearers of one.
        held = self.columns
        rows = [held.row_spelling[held.starts[stem] : held.starts[stem + 1]] for stem in near]
        return len(np.unique(held.person[np.concatenate(rows)]))

    def _by_given(self, parts: Parts, weights: Weights) -> Found:
        held = self.columns
        given_levels, shares = self.givens.levels(parts.given)
        given = given_levels[held.row_given]
        rows = np.flatnonzero(given <= GivenLevel.SHORT)
        given, bearers = given[rows], np.full(len(rows), float(held.people))
        share = shares[given]
        odds = weights.prior + weights.surname[SurnameLevel.MISSING] + weights.given[given]
        odds = (
            odds - weights.surname_rarity * np.log(bearers) - weights.given_rarity * np.log(share + weights.least_share)
        )
        surname = np.full(len(rows), SurnameLevel.MISSING, dtype=np.int8)
        return Found(held.row_spelling[rows], surname, given, bearers, share, odds)


def _slipped(near: NearStem) -> Lookup:
    return Lookup(near.stem, near.level, False, 0)


def _joined(found: list[Found]) -> Found:
    if len(found) == 1:
        return found[0]
    if not found:
        empty = np.zeros(0, dtype=np.int8)
        return Found(
            empty.astype(np.int32),
            empty,
            empty,
            empty.astype(np.float64),
            empty.astype(np.float64),
            empty.astype(np.float64),
        )
    return Found(
        np.concatenate([one.spelling for one in found]),
        np.concatenate([one.surname for one in found]),
        np.concatenate([one.given for one in found]),
        np.concatenate([one.bearers for one in found]),
        np.concatenate([one.share for one in found]),
        np.concatenate([one.odds for one in found]),
    )
