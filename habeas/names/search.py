"""One asked name against the columns of a register: which rows may be meant, at which levels, with which odds."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from habeas.names.columns import TENTHS, Bytes, Columns, Ints, bearers_of_givens
from habeas.names.given import GivenLevel, read_given
from habeas.names.givens import GivenColumn
from habeas.names.levels import SurnameLevel
from habeas.names.parts import Parts, parts_of
from habeas.names.rarity import rarity_of, unseen_of_few
from habeas.names.sounds import Sound, bared_stems, is_abjad, read_word
from habeas.names.stems import NearStem, StemIndex
from habeas.names.surname import BARED, ENDINGS, Ending, ending_of
from habeas.names.weights import Floats, Weights, weights

_ENDINGS = np.array(ENDINGS, dtype=np.int8)
_BARED = {said_of: np.array(levels, dtype=np.int8) for said_of, levels in BARED.items()}
_MANY = 200
"""Where a surname has more bearers, it changes nothing to count some of them twice."""
_GOOD_ENOUGH = -2.0
"""A name whose best row lies below these odds is looked for among merely similar stems as well."""


@dataclass(frozen=True, slots=True)
class Found:
    """Rows of a register that may be meant: columns of one length. `beside` is what speaks for a row apart from its
    levels and its rarity."""

    spelling: Ints
    surname: Bytes
    given: Bytes
    bearers: Ints
    others: Floats
    share: Floats
    beside: Floats
    odds: Floats

    def columns(self) -> tuple[npt.NDArray[np.generic], ...]:
        return (
            *(self.spelling, self.surname, self.given, self.bearers),
            *(self.others, self.share, self.beside, self.odds),
        )


@dataclass(frozen=True, slots=True)
class Lookup:
    """A stem of the register with the level at which it is reached; None where endings have yet to say. `said_of` is
    whose form the asked word is, where an ending that was taken off it told."""

    stem: int
    level: SurnameLevel | None
    second: bool
    ending: int
    said_of: str = ""


class Search:
    """What a NameIndex holds, asked for rows."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self.stems = StemIndex(columns.stems)
        self.givens = GivenColumn(columns.givens, bearers_of_givens(columns))
        self._has_abjad = any(map(is_abjad, {given for given, _ in columns.givens}))
        self.rarity = rarity_of(columns.bearers, weights().unseen)
        self.alone = rarity_of(columns.bearers, unseen_of_few(columns.people, weights().unseen))

    def rows(self, name: str, by: Weights) -> Found:
        readings = parts_of(name)
        found = [self._by_surname(parts, word, by, far=False) for parts in readings for word in parts.surnames]
        found += [self._by_given(parts, by) for parts in readings if not parts.surnames]
        joined = _joined(found)
        if not len(joined.odds) or joined.odds.max() < _GOOD_ENOUGH:
            far = [self._by_surname(parts, word, by, far=True) for parts in readings for word in parts.surnames]
            joined = _joined([joined, *far])
        return joined

    def _by_surname(self, parts: Parts, word: str, by: Weights, far: bool) -> Found:
        sounds = read_word(word, parts.orthography)
        lookups = self._far(word, sounds) if far else self._near(word, parts.orthography, sounds)
        reading = self._reading(parts, by)
        return _joined([self._slice(lookup, lookups, reading) for lookup in lookups])

    def _reading(self, parts: Parts, by: Weights) -> "_Reading":
        named = bool(parts.given and read_given(parts.given).full)
        return _Reading(*self.givens.levels(parts.given), named, not parts.given, parts.doubt, by)

    def _near(self, word: str, orthography: str, sounds: tuple[Sound, ...]) -> list[Lookup]:
        lookups: dict[int, Lookup] = {}
        for second, sound in enumerate(sounds):
            at = self.stems.same(sound.stem)
            if at is not None:
                lookups.setdefault(at, Lookup(at, None, second > 0, ending_of(sound.stem, sound.ending)))
        bared = bared_stems(word, orthography)
        for one in bared:
            at = self.stems.same(one.stem)
            if at is not None:
                lookups.setdefault(at, Lookup(at, SurnameLevel.INFLECTED, False, 0, one.said_of))
        stems = [one.stem for one in bared if not lookups] + [sound.stem for sound in sounds]
        for near in (near for stem in stems for near in self.stems.near(stem)):
            lookups.setdefault(near.stem, _slipped(near))
        return list(lookups.values())

    def _far(self, word: str, sounds: tuple[Sound, ...]) -> list[Lookup]:
        found = [_slipped(near) for sound in sounds[:2] for near in self.stems.far(sound.stem)]
        if is_abjad(word) or self._has_abjad:
            found += [_slipped(near) for sound in sounds for near in self.stems.by_consonants(sound.stem)]
        return found

    def _slice(self, lookup: Lookup, beside: list[Lookup], of: "_Reading") -> Found:
        held = self.columns
        rows = slice(int(held.starts[lookup.stem]), int(held.starts[lookup.stem + 1]))
        given = of.given[held.row_given[rows]]
        surname = self._surname_levels(lookup, rows)
        bent = given == GivenLevel.INFLECTED
        if not of.named and not lookup.said_of:
            # In "Ивана Иванова" the given name's case ending tells that the surname's is no woman's form.
            bent &= (surname == SurnameLevel.OTHER_GENDER) | (surname == SurnameLevel.ENDING)
            surname = np.where(bent, np.int8(SurnameLevel.INFLECTED), surname)
        elif lookup.level is None and lookup.ending in (Ending.BARE, Ending.I, Ending.A):
            # Beside a surname that isn't declined, Аляксандра is a woman's name and no case form of Аляксандр.
            given = np.where(bent & (surname <= SurnameLevel.DOUBTFUL), np.int8(GivenLevel.RIVAL), given)
        return self._found(
            held.row_spelling[rows], surname, given, self._bearers(lookup, beside), held.row_doubt[rows], of
        )

    def _found(
        self, spelling: Ints, surname: Bytes, given: Bytes, bearers: int, tenths: Bytes, of: "_Reading"
    ) -> Found:
        rarity = self.alone if of.alone else self.rarity
        others, share, by = rarity.others(bearers), of.shares[given], of.by
        beside = by.doubt * (of.doubt + tenths / TENTHS)
        odds = by.prior + by.surname[surname] + by.given[given] + beside - by.rarity(others, share)
        alike = np.ones(len(given))
        return Found(spelling, surname, given, (bearers * alike).astype(np.int32), others * alike, share, beside, odds)

    def _surname_levels(self, lookup: Lookup, rows: slice) -> Bytes:
        held = self.columns
        if lookup.said_of:
            return _BARED[lookup.said_of][held.row_ending[rows], held.row_possessive[rows]]
        if lookup.level is not None:
            return np.full(len(held.row_given[rows]), lookup.level, dtype=np.int8)
        levels = _ENDINGS[lookup.ending, held.row_ending[rows], held.row_possessive[rows]]
        second = (held.row_second[rows] > 0) | lookup.second
        return np.where((levels == SurnameLevel.SOUND) & second, np.int8(SurnameLevel.DOUBTFUL), levels)

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

    def _by_given(self, parts: Parts, by: Weights) -> Found:
        held, reading = self.columns, self._reading(parts, by)
        rows = np.flatnonzero(reading.given[held.row_given] <= GivenLevel.SHORT)
        surname = np.full(len(rows), SurnameLevel.MISSING, dtype=np.int8)
        given = reading.given[held.row_given[rows]]
        return self._found(held.row_spelling[rows], surname, given, held.people, held.row_doubt[rows], reading)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One reading of the asked name: how each given name of the register stands to its own, which share of people come
    as near by chance, whether its own is a full name in the tables or is none, and how doubtful the reading is."""

    given: Bytes
    shares: Floats
    named: bool
    alone: bool
    doubt: float
    by: Weights


def _slipped(near: NearStem) -> Lookup:
    return Lookup(near.stem, near.level, False, 0)


def _joined(found: list[Found]) -> Found:
    if len(found) == 1:
        return found[0]
    columns = zip(*(one.columns() for one in found or [_NOBODY]), strict=True)
    return Found(*(np.concatenate(column) for column in columns))


_NOBODY = Found(*(np.zeros(0, dtype=kind) for kind in (np.int32, np.int8, np.int8, np.int32, *[np.float64] * 4)))
