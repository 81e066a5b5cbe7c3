"""A register's names as columns of numbers, sorted by surname stem: what a million names are held in."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

import numpy as np
import numpy.typing as npt

from habeas.names.letters import spell
from habeas.names.parts import parts_of_spelled
from habeas.names.people import Known
from habeas.names.plain import PlainWords
from habeas.names.sounds import read_word, read_words
from habeas.names.surname import Ending, ending_of

Ints = npt.NDArray[np.int32]
Bytes = npt.NDArray[np.int8]
TENTHS = 10
"""In these a reading's doubt is kept, so that it takes a byte."""
_PAGE = 20_000
"""So many names are read together."""


@dataclass(frozen=True, slots=True)
class Columns:
    """One row for each surname, each reading and each spelling; a spelling is one line of the register."""

    ids: list[str]
    names: list[str]
    person: Ints
    extras: dict[int, Known]
    people: int
    stems: list[str]
    starts: Ints
    bearers: Ints
    givens: list[tuple[str, str]]
    row_spelling: Ints
    row_given: Ints
    row_ending: Bytes
    row_second: Bytes
    row_possessive: Bytes
    row_doubt: Bytes


def columns_of(known: Iterable[Known]) -> Columns:
    gathered = _Gathered()
    waiting = iter(known)
    while page := list(islice(waiting, _PAGE)):
        gathered.add_page(page)
    return gathered.sorted_columns()


class _Gathered:
    """Lists that grow while the register is read."""

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.names: list[str] = []
        self.people: dict[str, int] = {}
        self.person: list[int] = []
        self.extras: dict[int, Known] = {}
        self.stems: dict[str, int] = {}
        self.givens: dict[tuple[str, str], int] = {}
        self.words = PlainWords()
        self.surnames: dict[tuple[str, str], list[tuple[int, int, int]]] = {}
        self.rows: list[tuple[int, int, int, int, int, int]] = []
        self.packed: list[npt.NDArray[np.int32]] = []

    def add_page(self, page: list[Known]) -> None:
        """The words of a page are read together, and each surname's rows are found once."""
        pairs = [self.words.pair(known.name) for known in page]
        spelled = [None if pair else spell(known.name) for pair, known in zip(pairs, page, strict=True)]
        read_words((word, pair[2]) for pair in pairs if pair for word in pair[:2])
        read_words((word.text, one.orthography) for one in spelled if one for word in one.words)
        for known, pair, one in zip(page, pairs, spelled, strict=True):
            at = self._add(known)
            if pair:
                for way in self.words.readings(*pair):
                    self._add_reading(at, way.given, (way.surname,), pair[2], way.doubt)
            elif one:
                for parts in parts_of_spelled(one):
                    self._add_reading(at, parts.given, parts.surnames, parts.orthography, parts.doubt)
        if len(self.rows) > 100_000:
            self._pack()

    def _add(self, known: Known) -> int:
        at = len(self.ids)
        self.person.append(self.people.setdefault(known.id, len(self.people)))
        self.ids.append(known.id)
        self.names.append(known.name)
        if known.birth_date or known.gender or known.patronymic or known.place:
            self.extras[at] = known
        return at

    def _add_reading(self, at: int, given: str, surnames: tuple[str, ...], orthography: str, doubt: float) -> None:
        # Whether a Cyrillic given name is Belarusian or Russian is told by its own letters, or doesn't matter.
        its_given = self.givens.setdefault((sys.intern(given), ""), len(self.givens))
        tenths = round(doubt * TENTHS)
        for surname in surnames:
            for stem, ending, second in self._stems_of(surname, orthography):
                self.rows.append((stem, its_given, at, ending, second, tenths))

    def _stems_of(self, surname: str, orthography: str) -> list[tuple[int, int, int]]:
        known = self.surnames.get((surname, orthography))
        if known is None:
            known = self.surnames[surname, orthography] = [
                (
                    self.stems.setdefault(sound.stem, len(self.stems)),
                    ending_of(sound.stem, sound.ending),
                    int(second > 0),
                )
                for second, sound in enumerate(read_word(surname, orthography))
            ]
        return known

    def _pack(self) -> None:
        if self.rows:
            self.packed.append(np.array(self.rows, dtype=np.int32))
            self.rows = []

    def sorted_columns(self) -> Columns:
        self._pack()
        rows = np.concatenate(self.packed) if self.packed else np.zeros((0, 6), dtype=np.int32)
        rows = rows[np.argsort(rows[:, 0], kind="stable")]
        person = np.array(self.person, dtype=np.int32)
        stems = list(self.stems)
        possessive = np.array([stem.endswith(("av", "ev", "in")) for stem in stems], dtype=np.int8)
        return Columns(
            ids=self.ids,
            names=self.names,
            person=person,
            extras=self.extras,
            people=len(self.people),
            stems=stems,
            starts=np.searchsorted(rows[:, 0], np.arange(len(stems) + 1)).astype(np.int32),
            bearers=_bearers(rows[:, 0], person[rows[:, 2]] if len(rows) else rows[:, 2], len(stems)),
            givens=list(self.givens),
            row_spelling=np.ascontiguousarray(rows[:, 2]),
            row_given=np.ascontiguousarray(rows[:, 1]),
            row_ending=rows[:, 3].astype(np.int8),
            row_second=rows[:, 4].astype(np.int8),
            row_possessive=possessive[rows[:, 0]] if len(rows) else np.zeros(0, dtype=np.int8),
            row_doubt=rows[:, 5].astype(np.int8),
        )


def bearers_of_givens(held: Columns) -> npt.NDArray[np.float64]:
    """How many people bear each given name; one who has several spellings counts once in all."""
    person = held.person[held.row_spelling]
    own = 1 / np.maximum(np.bincount(person, minlength=held.people), 1)
    return np.bincount(held.row_given, weights=own[person], minlength=len(held.givens)).astype(np.float64)


def _bearers(stem: Ints, person: Ints, stems: int) -> Ints:
    """How many people, not spellings, bear each stem."""
    pairs = np.unique(stem.astype(np.int64) << 32 | person)
    return np.bincount((pairs >> 32).astype(np.int64), minlength=stems).astype(np.int32)


assert len(Ending) == 6, "row_ending and the table of endings are indexed by these"
