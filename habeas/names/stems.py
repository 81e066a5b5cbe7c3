"""From a stem to the stems of a register that are the same or nearly so, without comparing it with all of them."""

from dataclasses import dataclass
from zlib import crc32

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from habeas.names.levels import SurnameLevel
from habeas.names.sounds import consonants
from habeas.names.surname import level_of_stems

_LONGEST = 24
_MOST_COMPARED = 60_000
"""Up to so many stems, a name that nothing fits is compared with every one; a longer register is searched by
slips alone."""


@dataclass(frozen=True, slots=True)
class NearStem:
    stem: int
    level: SurnameLevel


class StemIndex:
    """Stems by equality, and by one letter left out on either side, which finds every stem one slip away."""

    def __init__(self, stems: list[str]) -> None:
        self._stems = stems
        self._place = {stem: at for at, stem in enumerate(stems)}
        self._letters: dict[str, tuple[list[int], list[str]]] = {}
        self._keys: dict[str, list[int]] = {}
        self._consonants: dict[str, list[int]] = {}
        self._hashes, self._owners = _left_out(stems)

    def same(self, stem: str) -> int | None:
        return self._place.get(stem)

    def near(self, stem: str) -> list[NearStem]:
        found = []
        for at in self._one_slip_away(stem):
            level = level_of_stems(stem, self._stems[at])
            if level is not None and self._stems[at] != stem:
                found.append(NearStem(at, level))
        return found

    def by_consonants(self, stem: str) -> list[NearStem]:
        """Stems that are one if vowels aren't written; who asks has to say that they aren't."""
        if not self._consonants:
            for at, one in enumerate(self._stems):
                self._consonants.setdefault(consonants(one), []).append(at)
        return [NearStem(at, SurnameLevel.NEAR) for at in self._consonants.get(consonants(stem), ())]

    def far(self, stem: str) -> list[NearStem]:
        """The most alike of all stems that begin alike, and those that are one where marks are lost, for a name that
        nothing nearer fits; none in a long register."""
        if len(self._stems) > _MOST_COMPARED or len(stem) < 4:
            return []
        unmarked = {at for key in _unmarked(stem) for at in self._by_unmarked().get(key, ())}
        return self._alike(stem) + [NearStem(at, SurnameLevel.NEAR) for at in unmarked if self._stems[at] != stem]

    def _alike(self, stem: str) -> list[NearStem]:
        places, alike = self._by_letter().get(stem[0], ([], []))
        best = process.extract(stem, alike, scorer=JaroWinkler.similarity, limit=6, score_cutoff=0.86)
        levels = [(places[at], level_of_stems(stem, other)) for other, _, at in best if other != stem]
        return [NearStem(at, level) for at, level in levels if level is not None]

    def _by_letter(self) -> dict[str, tuple[list[int], list[str]]]:
        if not self._letters:
            for at, stem in enumerate(self._stems):
                places, stems = self._letters.setdefault(stem[:1], ([], []))
                places.append(at)
                stems.append(stem)
        return self._letters

    def _by_unmarked(self) -> dict[str, list[int]]:
        if not self._keys:
            for at, stem in enumerate(self._stems):
                for key in _unmarked(stem):
                    self._keys.setdefault(key, []).append(at)
        return self._keys

    def _one_slip_away(self, stem: str) -> list[int]:
        wanted = np.fromiter(_hashes_of(stem), dtype=np.uint32)
        low = np.searchsorted(self._hashes, wanted, side="left")
        high = np.searchsorted(self._hashes, wanted, side="right")
        owners = [self._owners[a:b] for a, b in zip(low, high, strict=True) if a < b]
        return [int(at) for at in np.unique(np.concatenate(owners))] if owners else []


def _unmarked(stem: str) -> set[str]:
    """What is left of a stem if háčeks are lost, and nothing tells whether sh, zh and ch are one sound or two: Łacinka
    writes Cherranka for Хэрранка, and without its marks Askcuk for Ашкчук."""
    return {one.translate(_WITHOUT_MARKS) for one in (stem, stem.replace("č", "h"))}


_WITHOUT_MARKS = str.maketrans("šžče", "szca", "h")


def _left_out(stems: list[str]) -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.int32]]:
    hashes: list[int] = []
    counts = np.empty(len(stems), dtype=np.int32)
    for at, stem in enumerate(stems):
        before = len(hashes)
        hashes += _hashes_of(stem)
        counts[at] = len(hashes) - before
    of_all = np.array(hashes, dtype=np.uint32)
    order = np.argsort(of_all, kind="stable")
    return of_all[order], np.repeat(np.arange(len(stems), dtype=np.int32), counts)[order]


def _hashes_of(stem: str) -> set[int]:
    coded = stem[:_LONGEST].encode()
    if len(coded) != len(stem):
        coded = stem[:_LONGEST].translate(_ONE_BYTE).encode("latin-1", "replace")
    return {crc32(coded)} | {crc32(coded[:i] + coded[i + 1 :]) for i in range(len(coded))}


_ONE_BYTE = str.maketrans("čšžŭ", "CSZU")
